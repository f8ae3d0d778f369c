from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from portal.core.bilingual import bilingual


class Provenance(models.Model):
    """Whose work it is and on which terms it may be shown."""

    credit_de, credit_en = bilingual(models.CharField, _("credit"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=100, blank=True, help_text=_("For instance “CC BY 4.0”."))

    class Meta:
        abstract = True


class PortalImage(Provenance, AbstractImage):
    alt_de, alt_en = bilingual(
        models.CharField,
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What a person who cannot see the picture should know. Each use may say it better."),
    )

    admin_form_fields = (*Image.admin_form_fields, "alt_de", "alt_en", "credit_de", "credit_en", "licence")


class PortalRendition(AbstractRendition):
    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class PortalDocument(Provenance, AbstractDocument):
    admin_form_fields = (*Document.admin_form_fields, "credit_de", "credit_en", "licence")
