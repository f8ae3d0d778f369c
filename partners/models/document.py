from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from portal.core.language.choices import LANGUAGE_NAMES
from portal.core.models import Identified
from portal.media.private import CheckedFileField


class DocumentKind(models.TextChoices):
    CONTRACT = "contract", _("Text of the agreement")
    ANNEX = "annex", _("Annex")
    AMENDMENT = "amendment", _("Amendment")
    NOTICE = "notice", _("Notice")
    CORRESPONDENCE = "correspondence", _("Correspondence")


def _folder(document: "AgreementDocument", name: str) -> str:
    """Return the path of a file in the private storage; it does not reveal the original file name."""
    return f"agreements/{document.public_id}.{name.rpartition('.')[2].lower()}"


class AgreementDocument(Identified, Orderable):
    """A file of an agreement, stored outside the public media and served only by `partners.agreements.files`."""

    agreement = ParentalKey("partners.Agreement", related_name="documents")
    kind = models.CharField(_("kind"), max_length=15, choices=DocumentKind, default=DocumentKind.CONTRACT)
    title = models.CharField(_("title"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=12, choices=LANGUAGE_NAMES, default="de")
    is_signed = models.BooleanField(_("signed"), default=False)
    is_internal = models.BooleanField(
        _("internal"), default=True, help_text=_("Readers may have it only where this is not ticked.")
    )
    file = CheckedFileField(_("file"), upload_to=_folder, help_text=_("PDF or DOCX, 20 MB at most."))
    file_name = models.CharField(max_length=200, editable=False)
    uploaded_at = models.DateTimeField(null=True, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self) -> str:
        return self.title_de or self.get_kind_display()

    @property
    def file_url(self) -> str:
        """Return the address at which the file is served to those who may read it."""
        return reverse("agreement_document", args=[self.public_id])

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self.file_name, self.uploaded_at = self.file.name[-200:], timezone.now()
        super().save(*args, **kwargs)
