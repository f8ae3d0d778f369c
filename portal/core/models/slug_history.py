from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model

from portal.core.language.bilingual import LANGUAGES


class SlugHistoryManager(models.Manager):
    def remember(self, record: Model, language: str, slug: str) -> None:
        """Store `slug` as a former slug of `record`, in place of another record that had it before."""
        content_type = ContentType.objects.get_for_model(record)
        self.update_or_create(
            content_type=content_type, language=language, slug=slug, defaults={"object_id": record.pk}
        )

    def find(self, model: type[Model], language: str, slug: str) -> int | None:
        """Return the primary key of the record whose former slug this is, or None."""
        content_type = ContentType.objects.get_for_model(model)
        former = self.filter(content_type=content_type, language=language, slug=slug)
        return former.values_list("object_id", flat=True).first()


class SlugHistory(models.Model):
    """A former slug of a record, which redirects (301) to the present one."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.BigIntegerField()
    language = models.CharField(max_length=2, choices=[(code, code) for code in LANGUAGES])
    slug = models.CharField(max_length=120)

    objects = SlugHistoryManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_type", "language", "slug"], name="core_slug_history_once"),
        ]

    def __str__(self) -> str:
        return f"{self.language}/{self.slug}"
