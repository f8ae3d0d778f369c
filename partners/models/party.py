from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from portal.core.tidy import TidyTexts


class Party(TidyTexts, Orderable):
    """An institution that has signed or is to sign, under the name that it bore then."""

    agreement = ParentalKey("partners.Agreement", related_name="parties")
    institution = models.ForeignKey(
        "partners.Institution", models.PROTECT, related_name="parties", verbose_name=_("institution")
    )
    name_at_signature = models.CharField(
        _("name at the signature"), max_length=300, blank=True, help_text=_("Left empty: the name that it bore then.")
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signatory = models.CharField(
        _("signed by"), max_length=200, blank=True, help_text=_("Never leaves the staff area.")
    )
    left_on = models.DateField(
        _("party until"), null=True, blank=True, help_text=_("Only for who left while the others go on: the last day.")
    )

    personal_fields = ("signatory",)

    class Meta(Orderable.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")

    def __str__(self):
        return self.name_at_signature or str(self.institution)

    def clean(self):
        super().clean()
        if self.left_on and self.signed_on and self.left_on < self.signed_on:
            raise ValidationError({"left_on": _("It cannot have left before it signed.")})
