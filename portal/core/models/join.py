from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone


class Join(models.Model):
    """A record that turned out to be the same as another one, and what was done to make one of the two.

    `object_id` is the key of the record that was kept. `name` and `former_key` are those of the one that is gone;
    `stored` holds its rows, and the other columns what was changed elsewhere: see `portal.core.joining`.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.BigIntegerField()
    name = models.CharField(max_length=300)
    former_key = models.BigIntegerField()
    stored = models.TextField()
    moved = models.JSONField(default=list)
    relations = models.JSONField(default=list)
    created = models.JSONField(default=list)
    drafts = models.JSONField(default=dict)
    addresses = models.JSONField(default=dict)
    joined_at = models.DateTimeField(default=timezone.now)
    joined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["content_type", "object_id"], name="core_join_kept")]

    def __str__(self) -> str:
        return self.name
