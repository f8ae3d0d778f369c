"""Academic years: from 1 October, when the winter semester begins, to 30 September, when the summer semester ends."""

from dataclasses import dataclass
from datetime import date

from portal.core.time.moment import today

YEARS_AHEAD = 3  # that can be chosen besides the present academic year


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
