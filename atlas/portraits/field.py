"""The page of a field of research: in which cities and institutions it is at home."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from atlas.exhibits.numbers import amount, unit
from atlas.exhibits.tables import BARS, Column, Exhibit, figure, sources_of, words
from atlas.observations.index import Figure
from atlas.portraits.addresses import FIELD, INSTITUTION, url
from atlas.portraits.field_tables import counting_notes
from atlas.portraits.view import View, at_level


def field_page(view: View, key: int) -> dict[str, Any]:
    """Return the context of the page of a field."""
    field = view.index.fields[key]
    view = at_level(view, field.level)
    here = [row for row in view.of_places if row.field == key]
    cities = {city: view.by_city[city].get(key) for city in view.index.cities}
    having = [city for city, value in cities.items() if value]
    return {
        "view": view,
        "field": field,
        "total": amount(sum((row.value for row in here), Decimal(0)), view.selection.parts) if here else "",
        "unit": unit(view.selection.total),
        "only_city": view.index.cities[having[0]] if len(having) == 1 else None,
        "exhibits": view.linked([_by_city(view, cities, here), _by_institution(view, here)]),
        "parent": _link(view, field.parent_id) if field.parent_id else None,
        "children": [_link(view, other) for other, record in view.index.fields.items() if record.parent_id == key],
    }


def _by_city(view: View, cities: dict[int, Decimal | None], here: list[Figure]) -> Exhibit:
    rows = [(view.index.cities[city].name, view.url("city", city), value) for city, value in cities.items()]
    return _by_place(view, "cities", _("By city"), rows, here)


def _by_institution(view: View, here: list[Figure]) -> Exhibit:
    sums: dict[int, Decimal] = {}
    for row in here:
        sums[row.institution or 0] = sums.get(row.institution or 0, Decimal(0)) + row.value
    rows: list[Row] = [
        (view.index.institutions[place].name, view.url(INSTITUTION, place), value)
        for place, value in sorted(sums.items(), key=lambda item: -item[1])
    ]
    return _by_place(view, "institutions", _("By institution"), rows, here)


Row = tuple[Any, str, Decimal | None]  # name, address, figure


def _by_place(view: View, name: str, title: str, rows: Sequence[Row], here: list[Figure]) -> Exhibit:
    total = view.selection.total
    return Exhibit(
        name=name,
        title=title,
        description=view.what,
        columns=[Column("place", _("Place")), Column("value", str(total.name), is_number=True, unit=unit(total))],
        rows=[[words(place, link), figure(value, amount(value, view.selection.parts))] for place, link, value in rows],
        sources=sources_of(view.index.sources[row.source] for row in here),
        notes=[*counting_notes(view), _("A dash means that the source has no project there with this field.")],
        chart=BARS,
    )


def _link(view: View, key: int) -> tuple[Any, str]:
    return view.index.fields[key].name, url(FIELD, key)
