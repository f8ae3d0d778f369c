"""All programmes at one go, as the finder counts them: three queries."""

from collections import defaultdict
from datetime import datetime
from typing import NamedTuple

from django.db.models import F, Max, Value

from portal.core import content_version
from portal.core.visibility import public
from portal.finder.facet_index import FacetIndex
from programs.catalogue.availability_sql import AvailabilityCode, deadline_key, decoded
from programs.catalogue.facets import CONCEPTS, FREE, place_value, through
from programs.models import CostOption, Place, Program


class Row(NamedTuple):
    pk: int
    service_languages: list[str]
    unit: str
    sort_de: str
    sort_en: str
    expire_at: datetime | None
    code: int


class ProgramFacetIndex(FacetIndex):
    def __init__(self):
        columns = ("pk", "service_languages", "responsible_unit__public_id", "sort_de", "sort_en", "expire_at")
        programs = public(Program.objects.order_by("pk")).values_list(*columns, AvailabilityCode())
        self.rows = [Row(*row) for row in programs]
        until = min((row.expire_at for row in self.rows if row.expire_at), default=None)
        super().__init__([row.pk for row in self.rows], self._read_values(), until)

    def sorted_positions(self, sort, language):
        by_name = sorted(range(len(self.rows)), key=lambda at: getattr(self.rows[at], f"sort_{language}"))
        return sorted(by_name, key=lambda at: deadline_key(self.rows[at].code)) if sort == "deadline" else by_name

    def _read_values(self) -> dict[str, dict[str, list[int]]]:
        """Return by facet and value the positions of those who have it."""
        position = {row.pk: at for at, row in enumerate(self.rows)}
        found: dict = defaultdict(lambda: defaultdict(list))
        for facet, key, value in (*_links(), *_free()):
            if key in position:
                found[facet][place_value(value) if facet == "place" else value].append(position[key])
        for at, row in enumerate(self.rows):
            found["unit"][row.unit].append(at)
            found["availability"][decoded(row.code)[0].value].append(at)
            for code in row.service_languages:
                found["language"][code].append(at)
        return found


def facet_index() -> ProgramFacetIndex:
    """Return the programmes of this moment."""
    return content_version.memo("programs-facet-index", ProgramFacetIndex, holds=lambda kept: kept.holds)


def _links():
    """Return facet, programme and value, for what programmes have in other tables."""
    parts = [
        through(facet).objects.values_list(Value(facet), "program_id", F(f"{model._meta.model_name}__notation"))
        for facet, model in CONCEPTS.items()
    ]
    return parts[0].union(*parts[1:], Place.objects.values_list(Value("place"), "program_id", "name_de"), all=True)


def _free():
    """Return what costs nothing, of that of which somebody has said what it costs."""
    costs = CostOption.objects.order_by().values("program_id").annotate(most=Max("amount")).filter(most=0)
    return costs.values_list(Value("cost"), "program_id", Value(FREE))
