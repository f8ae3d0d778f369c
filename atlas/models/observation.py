from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from atlas.models.city import City
from atlas.models.field import ResearchField
from atlas.models.institution import ResearchInstitution
from atlas.models.measure import Measure
from atlas.models.source import Source
from portal.core.language.bilingual import is_empty
from portal.core.models.fields import WrittenDateField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

YEARS = [MinValueValidator(1900), MaxValueValidator(2100)]


class ObservationStatus(models.TextChoices):
    OFFICIAL = "official", _("As published")
    DERIVED = "derived", _("Split over fields by us")
    ESTIMATED = "estimated", _("Estimated")
    DEMO = "demo", _("Demo value")


class Observation(models.Model):
    """One figure: of an institution, of a city or of an institution in a city, for a field or for all of them.

    A figure that does not exist is no row; zero is a figure.
    """

    institution = models.ForeignKey(
        ResearchInstitution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="observations",
        verbose_name=_("institution"),
        help_text=_("Empty: the figure is that of the whole city."),
    )
    city = models.ForeignKey(
        City,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="observations",
        verbose_name=_("city"),
        help_text=_("Where the source counts it. Empty: it is not known by city."),
    )
    field = models.ForeignKey(
        ResearchField,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="observations",
        verbose_name=_("field of research"),
        help_text=_("Empty: all fields together."),
    )
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="observations", verbose_name=_("measure"))
    first_year = models.PositiveSmallIntegerField(_("first year"), validators=YEARS)
    last_year = models.PositiveSmallIntegerField(_("last year"), validators=YEARS)
    value = models.DecimalField(
        _("value"),
        max_digits=16,
        decimal_places=4,
        validators=[MinValueValidator(0)],
        help_text=_("In the unit of the measure."),
    )
    status = models.CharField(_("status"), max_length=10, choices=ObservationStatus, default=ObservationStatus.OFFICIAL)
    source = models.ForeignKey(Source, models.PROTECT, related_name="observations", verbose_name=_("source"))
    taken_on = WrittenDateField(_("taken from the release of"), help_text=_("A year, a month or a day."))
    note = models.CharField(_("note"), max_length=200, blank=True)

    # Figures are many, and what they refer to is protected anyway: see `portal.core.admin.deletion`.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        verbose_name = _("figure of the atlas")
        verbose_name_plural = _("figures of the atlas")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "city", "field", "measure", "first_year", "last_year", "source"],
                name="atlas_one_figure_of_a_source",
                nulls_distinct=False,
                violation_error_message=_("This source already gives a figure for the same thing."),
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="atlas_figure_not_negative"),
            models.CheckConstraint(
                condition=Q(institution__isnull=False) | Q(city__isnull=False), name="atlas_figure_of_some_place"
            ),
            models.CheckConstraint(condition=Q(first_year__lte=F("last_year")), name="atlas_figure_of_some_years"),
        ]

    def __str__(self) -> str:
        place = self.institution or self.city
        return f"{place}, {self.measure} {self.first_year}–{self.last_year}: {self.value.normalize():f}"

    def clean(self) -> None:
        super().clean()
        errors = dict(self._errors())
        if errors:
            raise ValidationError(errors)

    def _errors(self) -> Iterator[tuple[str, "StrOrPromise"]]:
        if not self.institution_id and not self.city_id:
            yield "institution", _("Choose an institution or a city.")
        if self.first_year and self.last_year and self.last_year < self.first_year:
            yield "last_year", _("The last year lies before the first.")
        if self.measure_id and self.measure.level and not self._has_field_of(self.measure.level):
            yield "field", _("This measure counts by fields of EuroSciVoc of one level: choose one of them.")
        if not is_empty(self.note_de) and is_empty(self.note_en):  # type: ignore[attr-defined]
            yield "note_en", _("Readers of English see this note, too.")

    def _has_field_of(self, level: int) -> bool:
        return self.field is not None and self.field.level == level
