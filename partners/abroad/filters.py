"""The filter of “my subject”: a field of study, a level and an academic year from the query of a URL."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from portal.core.addressing.parameters import one_of
from portal.core.time.academic_year import AcademicYear, academic_year, years_to_plan

LEVELS = {6: _("Bachelor’s"), 7: _("Master’s"), 8: _("Doctorate")}  # European Qualifications Framework
T = TypeVar("T")


@dataclass(frozen=True)
class SubjectFilter:
    """`field` is a code of ISCED-F 2013, or empty before a field is chosen; `level` is a key of LEVELS."""

    field: str
    level: int
    year: AcademicYear
    notices: tuple[str, ...] = ()

    def query(self) -> str:
        """Return the canonical query string, empty without a field. It names the year, as the default changes."""
        if not self.field:
            return ""
        return f"?{urlencode({'field': self.field, 'level': self.level, 'year': self.year.value})}"

    def having(self, **changes: Any) -> "SubjectFilter":
        """Return a copy with other values and without notices."""
        return replace(self, notices=(), **changes)


def parse(query: QueryDict, codes: Iterable[str]) -> SubjectFilter:
    """Return the filter of a query; `codes` are those of all fields of study. Invalid values produce notices."""
    notices: list[str] = []
    years = {year.value: year for year in years_to_plan()}
    levels = {str(level): level for level in LEVELS}
    return SubjectFilter(
        field=_one_of(query, "field", {code: code for code in codes}, notices) or "",
        level=_one_of(query, "level", levels, notices) or min(LEVELS),
        year=_one_of(query, "year", years, notices) or academic_year(),
        notices=tuple(notices),
    )


def _one_of(query: QueryDict, name: str, options: dict[str, T], notices: list[str]) -> T | None:
    """Return the option of which the parameter `name` holds the key, or None if it is missing or invalid."""
    return options.get(one_of((query.get(name) or "").strip(), options, name, notices))
