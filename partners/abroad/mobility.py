"""What an agreement offers students who want to go abroad, in the terms of its conditions, and for which fields.

A condition without a field holds for the fields of its agreement; an agreement without any, for all. A code of
ISCED-F 2013 that ends in 0 is "not further defined" and means what stands above it: 0610 is 061.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from django.utils.translation import gettext as _

from partners.abroad.academic_year import AcademicYear
from partners.abroad.filters import LEVELS
from partners.abroad.selectors import OF_STUDENTS
from partners.agreements import wording
from partners.agreements.validity import in_force_within
from partners.models import Agreement, Condition, Direction, Party, SubjectField
from portal.core import formats


class Fit(IntEnum):
    """How well an offer fits the field that was asked for; the best one comes first."""

    FIELD = 1  # agreed for the field, or for a part of it
    BROADER = 2  # agreed for what the field is a part of
    ANY_FIELD = 3  # agreed without naming a field
    SILENT = 4  # an activity of students is named, and no condition


@dataclass(frozen=True)
class Offer:
    """What one condition says of one academic year; `condition` is None where the agreement has none."""

    agreement: Agreement
    condition: Condition | None
    fit: Fit
    fields: tuple[SubjectField, ...]  # where they are others than just the one that was asked for
    year: AcademicYear
    first_day: date
    last_day: date

    @property
    def activity(self) -> str:
        if self.condition:
            return self.condition.get_activity_display()
        named = [activity for activity in OF_STUDENTS if activity in self.agreement.activities]
        return ", ".join(str(activity.label) for activity in named)

    @property
    def levels(self) -> list[str]:
        return [str(LEVELS[level]) for level in self.condition.eqf_levels if level in LEVELS] if self.condition else []

    @property
    def places(self) -> str:
        return wording.places(self.condition)

    @property
    def language(self) -> str:
        """Return the language that is asked for, with its level; empty where nothing is stated."""
        if not self.condition or not self.condition.language:
            return ""
        return f"{self.condition.get_language_display()} {self.condition.language_level}".strip()

    @property
    def coverage(self) -> str:
        """Return which part of the academic year the agreement covers, by what is known today."""
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

    def ending(self, last: date | None) -> "Offer | None":
        """Return the offer to a party that leaves on a day, if any; None where it has left before."""
        if last is None or last >= self.last_day:
            return self
        if last < self.first_day:
            return None
        return replace(self, last_day=last)


def offers(agreement: Agreement, field: str, level: int, year: AcademicYear) -> Iterator[tuple[Party, Offer]]:
    """Yield what an agreement offers students of a field and level in an academic year, to each of its parties."""
    covered = in_force_within(agreement, year.first_day, year.last_day)
    if covered is None:
        return
    for condition, fields, fit in _fitting(agreement, field, level):
        offer = Offer(agreement, condition, fit, fields, year, *covered)
        for party in agreement.parties.all():
            if still := offer.ending(party.left_on):
                yield party, still


def _fitting(agreement: Agreement, field: str, level: int):
    """Yield the conditions for a field and level, with the fields that they hold for and how well these fit."""
    outgoing = [one for one in agreement.conditions.all() if is_for_students(one)]
    of_all = tuple(agreement.subjects.all())
    for condition in outgoing:
        fields = (condition.subject,) if condition.subject else of_all
        codes = [one.code for one in fields]
        fit = fit_of(codes, field)
        if fit and (not condition.eqf_levels or level in condition.eqf_levels):
            yield condition, fields if codes != [field] else (), fit
    if not outgoing and fit_of([one.code for one in of_all], field):
        yield None, of_all, Fit.SILENT


def is_for_students(condition: Condition) -> bool:
    return condition.direction == Direction.OUTGOING and condition.activity in OF_STUDENTS


def fit_of(codes: list[str], field: str) -> Fit | None:
    """Return how well some fields fit the one that was asked for; None where they do not."""
    if not codes:
        return Fit.ANY_FIELD
    asked, meant = _meant(field), [_meant(code) for code in codes]
    if any(code.startswith(asked) for code in meant):
        return Fit.FIELD
    return Fit.BROADER if any(asked.startswith(code) for code in meant) else None


def _meant(code: str) -> str:
    while len(code) > SubjectField.BROAD and code.endswith("0"):
        code = code[:-1]
    return code
