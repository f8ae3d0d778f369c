"""“My subject”: from the query of an address to a field of study, a level and an academic year."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from partners.abroad.academic_year import AcademicYear, academic_year, years_to_plan
from portal.core.parameters import one_of

LEVELS = {6: _("Bachelor’s"), 7: _("Master’s"), 8: _("Doctorate")}  # of the EQF


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
    """Return what the value of a parameter means; None where none is given that is known."""
    return known.get(one_of((query.get(name) or "").strip(), known, name, notices))
