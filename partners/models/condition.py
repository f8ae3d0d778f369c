from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners.models.academic_years import AcademicYearField
from partners.models.agreement import Activity
from partners.models.contact import Contact
from partners.models.language_skills import LanguageSkill, LanguageSkillsField, skills_of
from partners.models.unit import Unit
from partners.models.vocabulary import SubjectField
from portal.core.models.fields import ChoiceArrayField
from portal.core.time.academic_year import AcademicYear

EQF_LEVELS = [(5, "5"), (6, "6"), (7, "7"), (8, "8")]  # short cycle, bachelor's, master's, doctorate

DURATION: dict[str, Any] = {
    "max_digits": 6,
    "decimal_places": 2,
    "null": True,
    "blank": True,
    "validators": [MinValueValidator(0), MaxValueValidator(9999)],
}


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
        **DURATION,
        help_text=_("For students."),
    )
    days = models.DecimalField(_("days per year, of all together"), **DURATION, help_text=_("For staff."))
    subject = models.ForeignKey(
        SubjectField, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("field of study")
    )
    subject_clarification = models.CharField(
        _("note on the field"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("Only what the name of the field does not say."),
    )
    eqf_levels = ChoiceArrayField(
        models.PositiveSmallIntegerField(choices=EQF_LEVELS),
        verbose_name=_("levels (European Qualifications Framework)"),
        default=list,
        blank=True,
    )
    languages = LanguageSkillsField(_("languages to be known"), default=list, blank=True, db_default=[])
    first_year = AcademicYearField(_("first academic year"), null=True, blank=True)
    last_year = AcademicYearField(_("last academic year"), null=True, blank=True)
    blended = models.BooleanField(
        _("also blended"),
        default=False,
        db_default=False,
        help_text=_("Students may combine a short stay with a part online."),
    )
    own_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("our faculty")
    )
    own_contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("our contact")
    )
    partner_unit = models.CharField(_("the partner’s faculty"), max_length=200, blank=True, default="", db_default="")
    partner_contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("the partner’s contact")
    )
    other_terms = models.TextField(_("further terms"), max_length=1000, blank=True, default="", db_default="")

    not_copied = ("first_year", "last_year")  # those of the former term, after which nobody could go any more

    class Meta(Orderable.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")

    def __str__(self) -> str:
        return f"{self.get_direction_display()}: {self.get_activity_display()}"

    @property
    def language_skills(self) -> list[LanguageSkill]:
        """Return the languages that people should know, each with level and subject."""
        return skills_of(self.languages)

    def covers(self, year: AcademicYear) -> bool:
        """Tell whether the condition holds in an academic year; without years it holds as long as the agreement."""
        begins_after = self.first_year is not None and self.first_year > year.begins_in
        ends_before = self.last_year is not None and self.last_year < year.begins_in
        return not begins_after and not ends_before
