"""What an agreement offers to students who want to go abroad, and for which fields of study.

A condition without a field applies to the fields of its agreement; an agreement without fields applies to all. A code
of ISCED-F 2013 that ends in 0 is "not further defined" and stands for the field above it: 0610 for 061.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from django.utils.translation import gettext as _

from partners.abroad.filters import LEVELS
from partners.agreements import wording
from partners.agreements.validity import in_force_within
from partners.models import STUDENT_ACTIVITIES, Agreement, Condition, Direction, Party, SubjectField
from partners.models.language_skills import LanguageSkill
from portal.core.language import formats
from portal.core.time.academic_year import AcademicYear


class Fit(IntEnum):
    """How well an offer fits the chosen field; the lowest value is the best."""

    FIELD = 1  # agreed for the field or for a part of it
    BROADER = 2  # agreed for a broader field
    ANY_FIELD = 3  # agreed without naming a field
    NO_CONDITIONS = 4  # an activity of students is named, but no conditions


@dataclass(frozen=True)
class Offer:
    """One condition in one academic year; `condition` is None for an agreement that has none."""

    agreement: Agreement
    condition: Condition | None
    fit: Fit
    fields: tuple[SubjectField, ...]  # empty if it is exactly the chosen field
    year: AcademicYear
    first_day: date  # of the part of the year that the agreement covers
    last_day: date

    @property
    def activity(self) -> str:
        """Return the activity of the condition, or else the agreement's activities of students."""
        if self.condition:
            return self.condition.get_activity_display()
        activities = [activity for activity in STUDENT_ACTIVITIES if activity in self.agreement.activities]
        return ", ".join(str(activity.label) for activity in activities)

    @property
    def levels(self) -> list[str]:
        return [str(LEVELS[level]) for level in self.condition.eqf_levels if level in LEVELS] if self.condition else []

    @property
    def places(self) -> str:
        return wording.places(self.condition)

    @property
    def languages(self) -> list[LanguageSkill]:
        """Return the required languages with their levels, as far as any are stated."""
        return self.condition.language_skills if self.condition else []

    @property
    def coverage(self) -> str:
        """Return in words which part of the academic year the agreement covers, as far as is known today."""
        days = {"first": formats.day_in_words(self.first_day), "last": formats.day_in_words(self.last_day)}
        starts_late, ends_early = self.first_day > self.year.first_day, self.last_day < self.year.last_day
        if starts_late and ends_early:
            return _("only from %(first)s to %(last)s") % days
        if starts_late:
            return _("only from %(first)s") % days
        return _("only until %(last)s") % days if ends_early else _("the whole academic year")

    @property
    def is_partly_covered(self) -> bool:
        return (self.first_day, self.last_day) != (self.year.first_day, self.year.last_day)

    def until(self, left_on: date | None) -> "Offer | None":
        """Return the offer of a party whose last day is `left_on`, if it has one; None if it left before."""
        if left_on is None or left_on >= self.last_day:
            return self
        if left_on < self.first_day:
            return None
        return replace(self, last_day=left_on)


FittingCondition = tuple[Condition | None, tuple[SubjectField, ...], Fit]


def offers(agreement: Agreement, field: str, level: int, year: AcademicYear) -> Iterator[tuple[Party, Offer]]:
    """Yield the parties of an agreement, each with an offer to students of a field and level in an academic year."""
    covered = in_force_within(agreement, year.first_day, year.last_day)
    if covered is None:
        return
    for condition, fields, fit in _fitting(agreement, field, level, year):
        offer = Offer(agreement, condition, fit, fields, year, *covered)
        for party in agreement.parties.all():
            if party_offer := offer.until(party.left_on):
                yield party, party_offer


def _fitting(agreement: Agreement, field: str, level: int, year: AcademicYear) -> Iterator[FittingCondition]:
    """Yield the conditions for a field, level and year, with their fields (as in `Offer`) and how well these fit."""
    conditions = [condition for condition in agreement.conditions.all() if is_for_students(condition)]
    agreement_fields = tuple(agreement.subjects.all())
    for condition in conditions:
        fields = (condition.subject,) if condition.subject else agreement_fields
        codes = [subject.code for subject in fields]
        fit = fit_of(codes, field)
        if fit and condition.covers(year) and (not condition.eqf_levels or level in condition.eqf_levels):
            yield condition, fields if codes != [field] else (), fit
    if not conditions and fit_of([subject.code for subject in agreement_fields], field):
        yield None, agreement_fields, Fit.NO_CONDITIONS


def is_for_students(condition: Condition) -> bool:
    """Tell whether a condition is for students who go abroad."""
    return condition.direction == Direction.OUTGOING and condition.activity in STUDENT_ACTIVITIES


def fit_of(codes: list[str], field: str) -> Fit | None:
    """Return how well fields of these codes fit the chosen one, or None if they do not."""
    if not codes:
        return Fit.ANY_FIELD
    chosen, defined = _defined_digits(field), [_defined_digits(code) for code in codes]
    if any(code.startswith(chosen) for code in defined):
        return Fit.FIELD
    return Fit.BROADER if any(chosen.startswith(code) for code in defined) else None


def _defined_digits(code: str) -> str:
    """Return a code without zeros at its end, but with two digits at least."""
    while len(code) > SubjectField.BROAD and code.endswith("0"):
        code = code[:-1]
    return code
