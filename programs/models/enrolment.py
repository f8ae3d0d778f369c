from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from portal.core.language import formats
from portal.core.models.order import order_errors
from programs.models.vocabulary import LifeSituation


class EnrolmentKind(models.TextChoices):
    FIXED = "fixed", _("Fixed dates")
    ROLLING = "rolling", _("At any time")
    ON_REQUEST = "on-request", _("On request")


class EnrolmentPeriod(Orderable, ClusterableModel):
    """When one can apply or take part, for all or for some life situations. Both dates are inclusive days in Berlin."""

    program = ParentalKey("programs.Program", related_name="enrolment_periods")
    kind = models.CharField(_("kind"), max_length=12, choices=EnrolmentKind, default=EnrolmentKind.FIXED)
    term = models.CharField(
        _("term"),
        max_length=5,
        blank=True,
        validators=[RegexValidator(r"^\d{4}[SW]$", _("The year and S or W: 2027S, or 2026W for 2026/27."))],
        help_text=_("2027S for the summer semester of 2027, 2026W for the winter semester of 2026/27."),
    )
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    life_situations = ParentalManyToManyField(LifeSituation, blank=True, verbose_name=_("only for"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("enrolment period")
        verbose_name_plural = _("enrolment periods")
        # Read for every programme when the facet index is built.
        indexes = [
            models.Index(
                fields=["program"], include=["kind", "opens_on", "closes_on"], name="programs_period_availability"
            )
        ]

    def __str__(self) -> str:
        first, last = (formats.day(day) if day else "" for day in (self.opens_on, self.closes_on))
        return f"{self.get_kind_display()} {first}–{last}"

    def clean(self) -> None:
        super().clean()
        if self.kind == EnrolmentKind.FIXED and not (self.opens_on or self.closes_on):
            raise ValidationError({"closes_on": _("Fixed dates need a first or a last day.")})
        if errors := order_errors(self, ("opens_on", "closes_on")):
            raise ValidationError(errors)
