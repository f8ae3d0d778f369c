from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners.models.agreement import Agreement
from portal.core.models.order import order_errors
from portal.core.models.tidy import TidyTexts


class Party(TidyTexts, Orderable):
    """An institution that has signed an agreement or is to sign it, with its name at that time."""

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
    agreement_code = models.CharField(
        _("its own number of the agreement"),
        max_length=80,
        blank=True,
        default="",
        db_default="",
        help_text=_("Under which the partner keeps it."),
    )
    left_on = models.DateField(
        _("party until"),
        null=True,
        blank=True,
        help_text=_("Only if this party has left and the others go on: its last day."),
    )

    personal_fields = ("signatory",)
    not_copied = ("agreement_code", "name_at_signature", "signed_on", "signatory", "left_on")

    class Meta(Orderable.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")

    def __str__(self) -> str:
        return self.name_at_signature or str(self.institution)

    @classmethod
    def begun(cls, day: date) -> models.QuerySet["Party"]:
        """Return the parties to binding agreements that began on or before a day, whether or not they have ended."""
        return cls.objects.filter(Agreement.binding_q("agreement__"), agreement__starts_on__lte=day)

    def clean(self) -> None:
        super().clean()
        if errors := order_errors(self, ("signed_on", "left_on")):
            raise ValidationError(errors)


def party_q(parties: models.QuerySet[Party]) -> Q:
    """Return the condition that an institution, or one that was merged into it, is among the parties."""
    own = parties.filter(institution=OuterRef("pk"))
    merged = parties.filter(institution__successor=OuterRef("pk"))
    return Q(Exists(own)) | Q(Exists(merged))
