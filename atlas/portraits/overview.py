"""The overview: the four cities, what is researched where, and how varied it is."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from atlas.exhibits.numbers import amount, number, unit, with_unit
from atlas.exhibits.tables import Cell, Column, Exhibit, figure, sources_of, words
from atlas.models import City, Measure, ResearchField
from atlas.observations.index import Period
from atlas.observations.selection import label_of
from atlas.portraits import diversity_tables, field_tables
from atlas.portraits.addresses import INSTITUTION, url
from atlas.portraits.view import PROJECTS, View, at_level
from portal.core.charts import WIDTH

MAP_HEIGHT = 40  # of the schematic map, whose width is WIDTH


@dataclass(frozen=True)
class Stop:
    """A city on the schematic map: the drawing and the list show the same."""

    name: str
    url: str
    x: float
    y: float
    words: str

    @property
    def label_y(self) -> float:
        """Return the height of the name, above the dot."""
        return self.y - 4


def overview(view: View) -> dict[str, Any]:
    """Return the context of the overview."""
    parts = diversity_tables.partition(view)
    exhibits = [
        _whole_cities(view),
        _cities(view),
        diversity_tables.of_cities(view),
        parts["exhibit"] if parts else None,
        diversity_tables.of_institutions(view, view.by_institution),
    ]
    return {
        "stops": stops(view),
        "map": {"width": WIDTH, "height": MAP_HEIGHT},
        "partition": parts,
        "exhibits": view.linked(exhibits),
        "institutions": institutions(view),
    }


WHOLE = (PROJECTS, "eu_contribution", "erc_projects", "eu_participating_organisations")  # measures of whole cities


def _whole_cities(view: View) -> Exhibit:
    """Return what the source counts for each whole city, whichever organisations are registered there."""
    period = view.selection.period
    measures = [measure for notation in WHOLE if (measure := view.index.measure(notation))]
    figures = [row for measure in measures for row in view.index.of(measure.notation, period) if not row.institution]
    return Exhibit(
        name="cities",
        title=_("Four cities, one line"),
        description=label_of(period),
        columns=[
            Column("city", _("City")),
            *(Column(measure.notation, str(measure.name), is_number=True, unit=unit(measure)) for measure in measures),
        ],
        rows=[
            [words(city.name, view.url("city", key)), *(_total(view, measure, key) for measure in measures)]
            for key, city in view.index.cities.items()
        ],
        sources=sources_of(view.index.sources[row.source] for row in figures),
        notes=[_("A project with partners in two of the cities counts in both, so the cities are not added up.")],
        is_open=True,
    )


def _total(view: View, measure: Measure, city: int) -> Cell:
    value = view.total(measure.notation, view.selection.period, city=city)
    return figure(value, amount(value, measure))


def _cities(view: View) -> Exhibit:
    """Return the large fields of the cities: the fine ones side by side are for the comparison."""
    view = at_level(view, ResearchField.FIRST)
    places = {city.notation: (str(city.name), view.by_city[key]) for key, city in view.index.cities.items()}
    return field_tables.side_by_side(view, "fields", _("What is researched where"), places, view.of_places)


def stops(view: View) -> list[Stop]:
    """Return the cities from west to east."""
    period = view.selection.period
    return [
        Stop(
            str(city.name),
            url("city", key),
            city.map_x,
            round(city.map_y * MAP_HEIGHT / 100, 1),
            in_words(view, city, period),
        )
        for key, city in view.index.cities.items()
    ]


def in_words(view: View, city: City, period: Period) -> str:
    """Return how many projects and how much money the whole city has: “112 EU-Projekte, 62,9 Mio. EUR”."""
    projects = view.total(PROJECTS, period, city=city.pk)
    money = view.total("eu_contribution", period, city=city.pk)
    measure = view.index.measure("eu_contribution")
    if projects is None or money is None or measure is None:
        return _("no figures for this period")
    counted = ngettext("%(number)s EU project", "%(number)s EU projects", int(projects)) % {"number": number(projects)}
    return f"{counted}, {with_unit(money, measure)}"


def institutions(view: View) -> list[dict[str, Any]]:
    """Return all institutions by city, each with its address; without one it has no figure."""
    groups = []
    for key, city in view.index.cities.items():
        here = [record for record in view.index.institutions.values() if key in view.index.homes[record.pk]]
        here.sort(key=lambda record: record.sort_de)
        groups.append({"city": city, "institutions": [(record, url(INSTITUTION, record.pk)) for record in here]})
    return groups
