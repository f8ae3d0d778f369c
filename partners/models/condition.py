from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners.models.agreement import Activity
from partners.models.vocabulary import SubjectField
from portal.core.language.choices import CEFR_LEVELS, LANGUAGE_NAMES
from portal.core.models.fields import ChoiceArrayField

EQF_LEVELS = [(5, "5"), (6, "6"), (7, "7"), (8, "8")]  # short cycle, bachelor's, master's, doctorate


class Direction(models.TextChoices):
    OUTGOING = "outgoing", _("from us to them")
    INCOMING = "incoming", _("from them to us")


class Condition(Orderable):
    """How many people may go in which direction and for what: a cooperation condition of Erasmus Without Paper."""

    agreement = ParentalKey("partners.Agreement", related_name="conditions")
    direction = models.CharField(_("direction"), max_length=10, choices=Direction, default=Direction.OUTGOING)
    activity = models.CharField(_("activity"), max_length=15, choices=Activity, default=Activity.STUDY)
    persons = models.PositiveSmallIntegerField(
        _("persons per year"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    months = models.DecimalField(
        _("months per year, of all together"),
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(9999)],
    )
    subject = models.ForeignKey(
        SubjectField, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("field of study")
    )
    eqf_levels = ChoiceArrayField(
        models.PositiveSmallIntegerField(choices=EQF_LEVELS),
        verbose_name=_("levels (European Qualifications Framework)"),
        default=list,
        blank=True,
    )
    language = models.CharField(_("language"), max_length=12, choices=LANGUAGE_NAMES, blank=True)
    language_level = models.CharField(_("level"), max_length=2, choices=CEFR_LEVELS, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")

    def __str__(self) -> str:
        return f"{self.get_direction_display()}: {self.get_activity_display()}"

    def clean(self) -> None:
        super().clean()
        if self.language_level and not self.language:
            raise ValidationError({"language": _("Say of which language this is the level.")})
