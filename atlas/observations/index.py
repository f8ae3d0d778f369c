"""All figures of the atlas in memory, as pages read them: two queries for each content version.

Two rules stand here and nowhere else. Figures of different measures, periods or levels are never put together. Figures
that count in full in each field are never added up.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Model

from atlas.models import (
    City,
    Counting,
    IndicatorDefinition,
    Measure,
    Observation,
    ResearchField,
    ResearchInstitution,
    ResearchSite,
    Source,
)
from portal.core import content_version

Amounts = dict[int, Decimal]  # by the key of a field
Period = tuple[int, int]  # first and last year


class Figure(NamedTuple):
    """An observation; the five numbers at the begin are keys, and None stands for all."""

    institution: int | None
    city: int | None
    field: int | None
    measure: int
    source: int
    period: Period
    value: Decimal
    status: str
    taken_on: str
    note_de: str
    note_en: str


@dataclass
class AtlasIndex:
    """The figures, and by their keys the records that they refer to; `homes` are the cities of each institution."""

    cities: dict[int, City]
    fields: dict[int, ResearchField]
    institutions: dict[int, ResearchInstitution]
    homes: dict[int, list[int]]
    measures: dict[int, Measure]
    sources: dict[int, Source]
    indicators: list[IndicatorDefinition]
    figures: list[Figure]
    by_measure: dict[str, dict[Period, list[Figure]]] = field(init=False)
    by_institution: dict[int, list[Figure]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_measure = defaultdict(lambda: defaultdict(list))
        self.by_institution = defaultdict(list)
        for figure in self.figures:
            self.by_measure[self.measures[figure.measure].notation][figure.period].append(figure)
            if figure.institution:
                self.by_institution[figure.institution].append(figure)

    def measure(self, notation: str) -> Measure | None:
        return next((measure for measure in self.measures.values() if measure.notation == notation), None)

    def of(self, notation: str, period: Period) -> list[Figure]:
        """Return the figures of a measure in a period."""
        return self.by_measure[notation][period] if period in self.by_measure.get(notation, {}) else []

    def parents(self) -> dict[int, int]:
        """Return the key of the parent of each field that has one."""
        return {key: record.parent_id for key, record in self.fields.items() if record.parent_id}

    def amounts(self, figures: Iterable[Figure]) -> Amounts:
        """Return the sums by field; raises ValueError for what must not be added up or does not belong together."""
        sums: Amounts = defaultdict(Decimal)
        kinds = set()
        for figure in figures:
            if figure.field is None:
                raise ValueError("A total is no part of a sum over fields.")
            kinds.add((figure.measure, figure.period))
            sums[figure.field] += figure.value
        self._check(kinds)
        return dict(sums)

    def without_residual(self, amounts: Amounts) -> Amounts:
        """Return the amounts of real fields, which diversity is about."""
        return {key: value for key, value in amounts.items() if not self.fields[key].is_residual}

    def _check(self, kinds: set[tuple[int, Period]]) -> None:
        if len(kinds) > 1:
            raise ValueError("Figures of different measures or periods do not add up.")
        for measure, _period in kinds:
            if self.measures[measure].counting == Counting.TAGGED:
                raise ValueError(f"Figures of {self.measures[measure].notation} do not add up.")


def atlas_index() -> AtlasIndex:
    """Return the index of this content version; nothing in it turns with the clock."""
    return content_version.memo("atlas", _read, holds=lambda _index: True)


def _read() -> AtlasIndex:
    tables = {model: _records(model, rows) for model, rows in zip(VOCABULARIES, _rows(), strict=True)}
    homes: dict[int, list[int]] = defaultdict(list)
    for site in tables[ResearchSite].values():
        homes[site.research_institution_id].append(site.city_id)
    institutions = tables[ResearchInstitution]
    return AtlasIndex(
        cities=tables[City],
        fields=tables[ResearchField],
        institutions={key: record for key, record in institutions.items() if key in homes},
        homes=dict(homes),
        measures=tables[Measure],
        sources=tables[Source],
        indicators=list(tables[IndicatorDefinition].values()),
        figures=[_figure(*row) for row in Observation.objects.order_by("pk").values_list(*COLUMNS)],
    )


VOCABULARIES: tuple[type[Model], ...] = (
    *(City, ResearchField, ResearchInstitution, ResearchSite, Measure, Source, IndicatorDefinition),
)


def _rows() -> list[list[dict[str, Any]]]:
    """Return the rows of all vocabularies, in their order, in one query: each is small, and a page needs them all."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(map(_list, VOCABULARIES))}")
        return [json.loads(rows) if isinstance(rows, str) else rows or [] for rows in cursor.fetchone()]


def _list(model: type[Model]) -> str:
    """Return the SQL of all rows of a table as one JSON array."""
    names = {field.name for field in model._meta.concrete_fields}
    order = ", ".join(f"t.{name}" for name in ("position", "sort_order", "id") if name in names)
    return f"(SELECT JSON_AGG(t ORDER BY {order}) FROM {model._meta.db_table} t)"  # noqa: S608 - names of our own


def _records(model: Any, rows: list[dict[str, Any]]) -> dict[int, Any]:
    """Return the records of some rows by their keys."""
    fields = model._meta.concrete_fields
    return {row["id"]: model(**{f.attname: f.to_python(row[f.column]) for f in fields}) for row in rows}


COLUMNS = (
    *("institution_id", "city_id", "field_id", "measure_id", "source_id", "first_year", "last_year"),
    *("value", "status", "taken_on", "note_de", "note_en"),
)


def _figure(*row: Any) -> Figure:
    return Figure._make((*row[:5], (row[5], row[6]), *row[7:]))
