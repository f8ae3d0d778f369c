from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from partners.models.academic_years import AcademicYearField, year_in_words
from partners.models.agreement import STAFF_ACTIVITIES, STUDENT_ACTIVITIES, Activity
from partners.models.condition import Direction


class MobilityGroup(models.TextChoices):
    STUDENTS = "students", _("students")
    STAFF = "staff", _("staff")

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Return what people of this group go for."""
        return STUDENT_ACTIVITIES if self == MobilityGroup.STUDENTS else STAFF_ACTIVITIES


class MobilityNumber(Orderable):
    """How many people went under an agreement in an academic year, and how many were agreed. It is never public."""

    agreement = ParentalKey("partners.Agreement", related_name="mobility_numbers")
    year = AcademicYearField(_("academic year"))
    group = models.CharField(_("who"), max_length=10, choices=MobilityGroup, default=MobilityGroup.STUDENTS)
    direction = models.CharField(_("direction"), max_length=10, choices=Direction, default=Direction.OUTGOING)
    agreed = models.PositiveIntegerField(
        _("agreed"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(9999)],
        help_text=_("Left empty: the places of the conditions."),
    )
    actual = models.PositiveIntegerField(_("went"), null=True, blank=True, validators=[MaxValueValidator(9999)])

    class Meta(Orderable.Meta):
        verbose_name = _("mobility number")
        verbose_name_plural = _("mobility numbers")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "year", "group", "direction"],
                name="partners_mobility_number_once",
                violation_error_message=_("These people, this direction and this year stand here twice."),
            ),
        ]

    def __str__(self) -> str:
        return f"{year_in_words(self.year)}, {self.get_group_display()}, {self.get_direction_display()}"
