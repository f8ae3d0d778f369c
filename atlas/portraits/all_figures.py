"""Every figure of the atlas, narrowed by the parameters of the address, with its source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from atlas.exhibits.numbers import amount, unit
from atlas.exhibits.tables import Cell, Column, Exhibit, sources_of, words
from atlas.models import ObservationStatus
from atlas.observations.index import AtlasIndex, Figure
from atlas.observations.selection import Option, code_of, label_of
from atlas.portraits.addresses import FIELD, INSTITUTION
from atlas.portraits.view import View
from portal.core.addressing.parameters import one_of, page_number
from portal.core.language.bilingual import text

PER_PAGE = 100
ALL = ""


@dataclass(frozen=True)
class Filter:
    """A parameter of the address: its label, its values with their labels, and the value that a figure has."""

    name: str
    label: str
    labels: Mapping[str, str]
    value_of: Callable[[Figure], str]


def filters(index: AtlasIndex) -> list[Filter]:
    """Return the filters, each with the values that some figure has."""
    cities, fields, places, measures = index.cities, index.fields, index.institutions, index.measures
    by_position = sorted(measures.values(), key=lambda measure: measure.position)
    by_name = sorted(places.values(), key=lambda place: place.sort_de)
    used = {figure.field for figure in index.figures}
    named = sorted(
        (field for key, field in fields.items() if key in used), key=lambda field: (field.scheme, field.sort_de)
    )
    periods = sorted({figure.period for figure in index.figures})
    return [
        Filter(
            "measure",
            _("Measure"),
            {m.notation: str(m.name) for m in by_position},
            lambda f: measures[f.measure].notation,
        ),
        Filter("period", _("Period"), {code_of(p): label_of(p) for p in periods}, lambda f: code_of(f.period)),
        Filter(
            "city",
            _("City"),
            {c.notation: str(c.name) for c in cities.values()},
            lambda f: cities[f.city].notation if f.city else ALL,
        ),
        Filter(
            "institution",
            _("Institution"),
            {p.public_id: str(p.name) for p in by_name},
            lambda f: places[f.institution].public_id if f.institution else ALL,
        ),
        Filter(
            "field",
            _("Field"),
            {f.code: str(f.name) for f in named},
            lambda f: fields[f.field].code if f.field else ALL,
        ),
        Filter("status", _("Status"), {s.value: str(s.label) for s in ObservationStatus}, lambda f: f.status),
    ]


def figures_page(view: View, parameters: Any) -> dict[str, Any]:
    """Return the context of the list of all figures."""
    notices: list[str] = []
    known = filters(view.index)
    chosen = {f.name: one_of(parameters.get(f.name), f.labels, f.name, notices) for f in known}
    narrowing = [f for f in known if chosen[f.name]]
    rows = [row for row in view.index.figures if all(f.value_of(row) == chosen[f.name] for f in narrowing)]
    paginator = Paginator(rows, PER_PAGE)
    wanted = page_number(parameters.get("page"), notices)
    page = paginator.get_page(wanted)
    if wanted > paginator.num_pages:
        notices.append(_("There is no page %(page)s. This is the last one.") % {"page": wanted})
    query = {name: value for name, value in chosen.items() if value}
    return {
        "filters": [
            (f, [Option(value, label, value == chosen[f.name]) for value, label in f.labels.items()]) for f in known
        ],
        "figure_notices": notices,
        "count": len(rows),
        "page_of_figures": Page(page, query),
        "query": query,
        "is_narrowed": bool(query) or page.number > 1,
        "exhibits": view.linked([figures_exhibit(view, rows if parameters.get("format") else list(page))]),
    }


class Page:
    """A page of the list, with the addresses of those before and after it, for `components/pager.html`."""

    def __init__(self, page: Any, query: dict[str, str]) -> None:
        self.number, self.paginator = page.number, page.paginator
        self.has_other_pages = page.has_other_pages()
        self.previous_url = self._url(query, page.number - 1) if page.has_previous() else ""
        self.next_url = self._url(query, page.number + 1) if page.has_next() else ""

    def _url(self, query: dict[str, str], number: int) -> str:
        return f"?{urlencode({**query, **({'page': number} if number > 1 else {})})}"


def figures_exhibit(view: View, rows: list[Figure]) -> Exhibit:
    """Return figures as a table: place, field, measure, years, figure, unit, status, source."""
    return Exhibit(
        name="figures",
        title=_("Figures"),
        description=_("Every figure of the atlas with its source."),
        columns=columns(),
        rows=list(map(Cells(view).row, rows)),
        sources=sources_of(view.index.sources[row.source] for row in rows),
        is_open=True,
    )


def columns() -> list[Column]:
    """Return the columns in the reader's language."""
    return [
        Column("place", _("Place")),
        Column("city", _("City")),
        Column("field", _("Field")),
        Column("measure", _("Measure")),
        Column("period", _("Period")),
        Column("value", _("Figure"), is_number=True),
        Column("unit", _("Unit")),
        Column("status", _("Status")),
        Column("source", _("Source")),
        Column("note", _("Note")),
    ]


class Cells:
    """The cells of what many figures refer to, each made once."""

    def __init__(self, view: View) -> None:
        self.view, self.index = view, view.index
        self.nothing, self.all = words(""), words(_("all"))
        self.method = view.url("method")
        self.status = {status.value: words(status.label) for status in ObservationStatus}

    @cache  # noqa: B019 - it lives as long as the answer to one request
    def place(self, institution: int | None, city: int | None) -> Cell:
        if institution:
            return words(self.index.institutions[institution].name, self.view.url(INSTITUTION, institution))
        return words(_("the whole city"), self.view.url("city", city))

    @cache  # noqa: B019
    def city(self, key: int | None) -> Cell:
        return words(self.index.cities[key].name) if key else self.nothing

    @cache  # noqa: B019
    def field(self, key: int | None) -> Cell:
        return words(self.index.fields[key].name, self.view.url(FIELD, key)) if key else self.all

    @cache  # noqa: B019
    def measure(self, key: int) -> tuple[Cell, Cell]:
        """Return the cells of a measure and of its unit."""
        return words(self.index.measures[key].name), words(unit(self.index.measures[key]))

    @cache  # noqa: B019
    def source(self, key: int) -> Cell:
        source = self.index.sources[key]
        return words(source.name, f"{self.method}#source-{source.public_id}")

    def row(self, row: Figure) -> list[Cell]:
        measure, unit_cell = self.measure(row.measure)
        return [
            self.place(row.institution, row.city),
            self.city(row.city),
            self.field(row.field),
            measure,
            words(label_of(row.period)),
            Cell(row.value, amount(row.value, self.index.measures[row.measure])),
            unit_cell,
            self.status[row.status],
            self.source(row.source),
            words(text(row, "note")),
        ]
