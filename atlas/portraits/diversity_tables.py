"""The diversity of knowledge: the indices of one place as tiles, and of several as a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from atlas.diversity import indices
from atlas.diversity.results import SMALL, Diversity, definitions, diversity
from atlas.exhibits.numbers import number
from atlas.exhibits.tables import BARS, Cell, Column, Exhibit, figure, sources_of, words
from atlas.models import Calculation, IndicatorDefinition, Source
from atlas.portraits.addresses import FIELD, INSTITUTION
from atlas.portraits.view import View
from portal.core import charts

DECIMALS = {Calculation.RICHNESS: 0, Calculation.SHANNON: 1}
OTHER_DECIMALS = 2


@dataclass(frozen=True)
class Tile:
    """An index of one place with its drawing: strands, or a gauge of this width (of 100)."""

    definition: IndicatorDefinition
    text: str
    strands: charts.Strands | None = None
    gauge: float | None = None
    aside: str = ""


def tiles(view: View, result: Diversity) -> list[Tile]:
    """Return a tile for each index; none where there is no data or too little."""
    if result.richness is None:
        return []
    return [_tile(view, definition, result) for definition in definitions(view.index)]


def _tile(view: View, definition: IndicatorDefinition, result: Diversity) -> Tile:
    value = result.of(definition.calculation)
    text = index_text(definition.calculation, value)
    if definition.calculation == Calculation.SHANNON and value is not None:
        aside = _("H = %(value)s") % {"value": number(result.shannon, 3)}
        return Tile(definition, text, strands=charts.strands(value), aside=aside)
    if definition.calculation == Calculation.RICHNESS:
        return Tile(definition, text)
    return Tile(definition, text, gauge=None if value is None else round(value * charts.WIDTH, 1))


def index_text(calculation: str, value: float | None) -> str:
    """Return the value of an index as readers see it; words where it is not defined."""
    if value is None:
        return _("not defined")
    return number(value, DECIMALS.get(Calculation(calculation), OTHER_DECIMALS))


def of_institutions(view: View, keys: Iterable[int]) -> Exhibit:
    """Return the indices of institutions, the most varied first; small ones follow and have no rank."""
    rows: list[tuple[Cell, Diversity]] = []
    for key in keys:
        name = words(view.index.institutions[key].name, view.url(INSTITUTION, key))
        rows.append((name, diversity(view.index, view.by_institution.get(key, {}), view.projects(key))))
    rows.sort(key=lambda row: (row[1].effective is None, -(row[1].effective or 0)))
    title = _("How varied the institutions are")
    note = _(
        "Institutions with fewer than %(number)s projects stand below without a rank: "
        "there, one project more or less would change everything."
    )
    return _of_places(view, "diversity_institutions", title, rows, [note % {"number": SMALL}])


def of_cities(view: View) -> Exhibit:
    """Return the indices of the cities from west to east, and of all of them together."""
    rows = [
        (words(city.name, view.url("city", key)), diversity(view.index, view.by_city[key]))
        for key, city in view.index.cities.items()
    ]
    together = (words(_("All four together")), diversity(view.index, view.region))
    return _of_places(view, "diversity_cities", _("How varied the cities are"), rows, [], together)


def compared(view: View, rows: list[tuple[Cell, Diversity]]) -> Exhibit:
    """Return the indices of the places that a reader compares."""
    return _of_places(view, "diversity", _("How varied they are"), rows, [])


def _of_places(
    view: View,
    name: str,
    title: str,
    rows: list[tuple[Cell, Diversity]],
    notes: list[str],
    together: tuple[Cell, Diversity] | None = None,
) -> Exhibit:
    known = sorted(definitions(view.index), key=lambda definition: definition.calculation != Calculation.SHANNON)
    return Exhibit(
        name=name,
        title=title,
        description=view.what,
        columns=[
            Column("place", _("Place")),
            *(Column(definition.calculation, str(definition.name), is_number=True) for definition in known),
        ],
        rows=[_row(known, place, result) for place, result in rows],
        foot=[_row(known, *together)] if together else [],
        sources=selected_sources(view),
        notes=[_("The portal’s own calculation."), *notes],
        chart=BARS,
        is_open=True,
    )


def _row(known: list[IndicatorDefinition], place: Cell, result: Diversity) -> list[Cell]:
    if result.is_small:
        few = _("fewer than %(number)s projects") % {"number": SMALL}
        return [place, Cell(None, few), *(Cell(None, "–") for _definition in known[1:])]
    return [place, *(_index(definition, result) for definition in known)]


def _index(definition: IndicatorDefinition, result: Diversity) -> Cell:
    value = result.of(definition.calculation)
    rounded = None if value is None else round(value, 6)
    return figure(rounded, "" if value is None else index_text(definition.calculation, value))


def partition(view: View) -> dict[str, Any] | None:
    """Return the diversity within, between and of all cities, and what each adds; None without figures."""
    cities = {
        key: {field: float(value) for field, value in view.index.without_residual(amounts).items()}
        for key, amounts in view.by_city.items()
    }
    parts = indices.partition(list(cities.values()))
    if parts is None:
        return None
    return {
        "alpha": number(parts.alpha, 1),
        "beta": number(parts.beta, 2),
        "gamma": number(parts.gamma, 1),
        "exhibit": _contributions(view, cities),
    }


def _contributions(view: View, cities: Mapping[int, Mapping[int, float]]) -> Exhibit:
    added, alone = indices.added_by(cities), indices.only_in(cities)
    return Exhibit(
        name="contributions",
        title=_("What each city adds"),
        description=view.what,
        columns=[
            Column("city", _("City")),
            Column("added", _("Adds effective fields"), is_number=True),
            Column("fields", _("Fields that only this city has")),
        ],
        rows=[
            [
                words(view.index.cities[key].name, view.url("city", key)),
                _signed(added[key]),
                words(_names(view, alone[key])),
            ]
            for key in cities
        ],
        sources=selected_sources(view),
        notes=[
            _("The portal’s own calculation."),
            _("A number below zero means that the mixture of the region would be more even without the city."),
        ],
        is_open=True,
    )


def _signed(value: float | None) -> Cell:
    if value is None:
        return figure(None, "")
    sign = "+" if value >= 0 else "−"
    return Cell(round(value, 6), f"{sign}{number(abs(value), 2)}")


def _names(view: View, keys: Iterable[int]) -> str:
    names = sorted((view.index.fields[key] for key in keys), key=lambda field: field.sort_de)
    return ", ".join(str(field.name) for field in names) or _("none")


def alone_in(view: View, city: int) -> list[tuple[str, str]]:
    """Return (name, address) of each field that only this city has."""
    cities = {key: view.index.without_residual(amounts) for key, amounts in view.by_city.items()}
    keys = indices.only_in({key: {f: float(v) for f, v in amounts.items()} for key, amounts in cities.items()})[city]
    return [(str(view.index.fields[key].name), view.url(FIELD, key)) for key in keys]


def selected_sources(view: View) -> list[Source]:
    """Return the sources of the selected figures."""
    return sources_of(view.index.sources[row.source] for row in view.of_places)
