"""Academic years: from 1 October, when the winter semester begins, to 30 September, when the summer semester ends."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.core.time.moment import today

YEARS_AHEAD = 3  # that can be chosen besides the present academic year
FIRST, LAST = 1900, 2199
_WRITTEN = re.compile(r"(?P<first>\d{4})(?: ?[/–-] ?(?P<second>\d{4}|\d{2}))?")


@dataclass(frozen=True, order=True)
class AcademicYear:
    """An academic year, identified by the calendar year in which it begins."""

    begins_in: int

    @property
    def first_day(self) -> date:
        return date(self.begins_in, 10, 1)

    @property
    def last_day(self) -> date:
        return date(self.begins_in + 1, 9, 30)

    @property
    def value(self) -> str:
        """Return the value in URLs: "2026"."""
        return str(self.begins_in)

    def __str__(self) -> str:
        """Return the usual notation: "2026/27"."""
        return f"{self.begins_in}/{(self.begins_in + 1) % 100:02d}"


def academic_year(day: date | None = None) -> AcademicYear:
    """Return the academic year that contains a day, by default today in Berlin."""
    day = day or today()
    return AcademicYear(day.year if day.month >= 10 else day.year - 1)


def years_to_plan() -> list[AcademicYear]:
    """Return the present academic year and the following ones that can be chosen."""
    present = academic_year()
    return [AcademicYear(present.begins_in + more) for more in range(YEARS_AHEAD + 1)]


def typed(text: str) -> AcademicYear:
    """Return the academic year that a text means: "2026/27", "2026/2027", "2026-27" or the year in which it begins.

    Raises a ValidationError that says how to write it.
    """
    match = _WRITTEN.fullmatch(text.strip())
    year = AcademicYear(int(match["first"])) if match else None
    if match is None or year is None or not FIRST <= year.begins_in <= LAST:
        message = _("“%(value)s” is not an academic year. Write it like “%(example)s”.")
        raise ValidationError(message, code="year", params={"value": text, "example": academic_year()})
    second = match["second"] or ""
    if second and not str(year.begins_in + 1).endswith(second):
        message = _("“%(value)s” is more than one academic year. Did you mean %(meant)s?")
        raise ValidationError(message, code="year", params={"value": text, "meant": year})
    return year
