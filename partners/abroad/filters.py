"""“My subject”: from the query of an address to a field of study, a level and an academic year."""

import unicodedata
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.abroad.academic_year import AcademicYear, academic_year, years_to_plan

LEVELS = {6: gettext_lazy("Bachelor’s"), 7: gettext_lazy("Master’s"), 8: gettext_lazy("Doctorate")}  # of the EQF
SHOWN_OF_A_VALUE = 40  # characters
UNPRINTABLE = {"Cc", "Cs", "Co", "Cn"}  # categories of Unicode


@dataclass(frozen=True)
class SubjectFilter:
    """`field` is a code of ISCED-F 2013, empty while nothing is asked; `level` one of the EQF."""

    field: str
    level: int
    year: AcademicYear
    notices: tuple[str, ...] = ()

    def query(self) -> str:
        """Return the canonical query. The year always stands in it: what is left out changes with the day."""
        if not self.field:
            return ""
        return f"?{urlencode({'field': self.field, 'level': self.level, 'year': self.year.value})}"

    def having(self, **changes) -> "SubjectFilter":
        return replace(self, notices=(), **changes)


def parse(query, codes) -> SubjectFilter:
    """Return what `query` (a QueryDict) asks for; `codes` are those of all fields of study."""
    notices: list[str] = []
    years = {year.value: year for year in years_to_plan()}
    levels = {str(level): level for level in LEVELS}
    return SubjectFilter(
        field=_one_of(query, "field", {code: code for code in codes}, notices) or "",
        level=_one_of(query, "level", levels, notices) or min(LEVELS),
        year=_one_of(query, "year", years, notices) or academic_year(),
        notices=tuple(notices),
    )


def _one_of(query, name: str, known: dict, notices: list[str]):
    value = (query.get(name) or "").strip()
    if value and value not in known:
        message = _("“%(value)s” is not known as a value of “%(name)s” and was left out.")
        notices.append(message % {"value": _shown(value), "name": name})
    return known.get(value)


def _shown(value: str) -> str:
    """Return a value short and fit to be printed."""
    start = "".join(" " if unicodedata.category(one) in UNPRINTABLE else one for one in value[:SHOWN_OF_A_VALUE])
    return start + ("…" if len(value) > SHOWN_OF_A_VALUE else "")
