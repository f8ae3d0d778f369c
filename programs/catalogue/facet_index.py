"""The facet index of all public programmes, read in three queries."""

from collections import defaultdict
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, Max, QuerySet, Value

from portal.core import content_version
from portal.core.visibility import public
from portal.finder.facet_index import FacetIndex
from programs.catalogue.availability_expressions import availability_code, deadline_key, decoded
from programs.catalogue.facets import CONCEPTS, FREE, place_value, through
from programs.models import CostOption, Place, Program, TeachingLanguage


class Row(NamedTuple):
    pk: int
    service_languages: list[str]
    unit: str
    sort_de: str
    sort_en: str
    expire_at: datetime | None
    code: int


class ProgramFacetIndex(FacetIndex):
    """`rows` are the programmes in the order of their primary keys."""

    def __init__(self) -> None:
        columns = ("pk", "service_languages", "responsible_unit__public_id", "sort_de", "sort_en", "expire_at")
        programs = public(Program.objects.order_by("pk")).values_list(*columns, availability_code())
        self.rows = [Row(*row) for row in programs]
        expires_at = min((row.expire_at for row in self.rows if row.expire_at), default=None)
        super().__init__([row.pk for row in self.rows], self._read_positions(), expires_at)

    def sorted_positions(self, sort: str, language: str) -> list[int]:
        rows = self.rows
        by_name = sorted(range(len(rows)), key=lambda position: getattr(rows[position], f"sort_{language}"))
        if sort != "deadline":
            return by_name
        return sorted(by_name, key=lambda position: deadline_key(rows[position].code))

    def _read_positions(self) -> dict[str, dict[str, list[int]]]:
        """Return the positions of the programmes that have each value, by facet and value."""
        position_of = {row.pk: position for position, row in enumerate(self.rows)}
        positions: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for facet, key, value in (*_concepts_and_children(), *_free_of_charge()):
            if key in position_of:
                positions[facet][place_value(value) if facet == "place" else value].append(position_of[key])
        for position, row in enumerate(self.rows):
            positions["unit"][row.unit].append(position)
            positions["availability"][decoded(row.code)[0].value].append(position)
            for code in row.service_languages:
                positions["language"][code].append(position)
        return positions


def facet_index() -> ProgramFacetIndex:
    """Return the present index; it is read again when content has changed or a record has expired."""
    return content_version.memo("programs-facet-index", ProgramFacetIndex, holds=lambda index: index.is_current)


def _concepts_and_children() -> QuerySet[Any, tuple[str, int, str]]:
    """Return facet, primary key of the programme and value, for all concepts, places and teaching languages."""
    parts = [
        through(facet)._default_manager.values_list(
            Value(facet), "program_id", F(f"{model._meta.model_name}__notation")
        )
        for facet, model in CONCEPTS.items()
    ]
    parts.append(Place.objects.values_list(Value("place"), "program_id", "name_de"))
    parts.append(TeachingLanguage.objects.order_by().values_list(Value("teaching"), "program_id", "language"))
    return parts[0].union(*parts[1:], all=True)


def _free_of_charge() -> QuerySet[Any, tuple[str, int, str]]:
    """Return the same columns for programmes with known costs that are all zero."""
    costs = CostOption.objects.order_by().values("program_id").annotate(highest=Max("amount")).filter(highest=0)
    return costs.values_list(Value("cost"), "program_id", Value(FREE))
