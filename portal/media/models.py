from typing import Any

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image, get_upload_to
from wagtail.search import index

from portal.core.language.bilingual import reader_language
from portal.media.fields import CleanImageField

FOUND_BY = [index.AutocompleteField(name) for name in ("title_en", "filename", "credit_de", "credit_en")]


class Titled(models.Model):
    """Wagtail's `title` is the German title, so there is no column `title_de` that could differ from it."""

    title = models.CharField(format_lazy("{} ({})", _("title"), _("German")), max_length=255)
    title_en = models.CharField(format_lazy("{} ({})", _("title"), _("English")), max_length=255, blank=True)

    class Meta:
        abstract = True

    @property
    def title_de(self) -> str:
        return self.title


class Provenance(models.Model):
    """The author of a file, and the licence under which it may be shown."""

    credit = models.CharField(_("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True, help_text=_("For instance “CC BY 4.0”."))

    class Meta:
        abstract = True


class PortalImage(Titled, Provenance, AbstractImage):
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What a person who cannot see the picture should know. Each use may say it better."),
    )
    file = CleanImageField(verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height")

    # Without Wagtail's "description", which has one language only; the alternative text replaces it.
    admin_form_fields = (
        *("title", "title_en", "file", "alt_de", "alt_en", "credit_de", "credit_en", "licence"),
        *(name for name in Image.admin_form_fields if name not in ("title", "file", "description")),
    )

    search_fields = [*AbstractImage.search_fields, *FOUND_BY]

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            # Before the row is written, since turning a picture upright changes its width and height.
            self.file.save(self.file.name, self.file.file, save=False)
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """Return the alternative text in the reader's language, with no fallback to German, title or file name."""
        return getattr(self, f"alt_{reader_language()}")

    @property
    def has_transparency(self) -> bool:
        """Tell whether the format supports transparency; such a picture has no renditions on white."""
        return not self.file.name.lower().endswith((".jpg", ".jpeg"))


class PortalRendition(AbstractRendition):
    image: models.ForeignKey = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class PortalDocument(Titled, Provenance, AbstractDocument):
    admin_form_fields = (
        *("title", "title_en", "file", "credit_de", "credit_en", "licence"),
        *(name for name in Document.admin_form_fields if name not in ("title", "file")),
    )

    search_fields = [*AbstractDocument.search_fields, *FOUND_BY]

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        if self.file:  # empty where the field has an error already
            super().clean()
