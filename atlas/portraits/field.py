"""The page of a field of research: in which cities and institutions it is at home."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from atlas.exhibits.numbers import amount, unit
from atlas.exhibits.tables import BARS, Column, Exhibit, figure, sources_of, words
from atlas.models import ResearchField
from atlas.observations.selection import Selection, choices
from atlas.portraits.addresses import FIELD, INSTITUTION, url
from atlas.portraits.field_tables import counting_notes, sum_of
from atlas.portraits.view import View
from dataclasses import replace


def at_level_of(view: View, field: ResearchField) -> View:
    """Return the view with figures of the level of a field: of the selected measure, and its period if it has any."""
    offered = choices(view.index)
    total, period = view.selection.total.notation, view.selection.period
    fitting = [choice for choice in offered if choice[:2] == (total, field.level)]
    if (total, field.level, period) in offered or not fitting:
        chosen = (total, field.level, period)
    else:
        chosen = fitting[0]
    if chosen not in offered:
        return view
    return replace(view, selection=_with(view.selection, offered[chosen], chosen))


def _with(selection: Selection, parts: Any, chosen: tuple) -> Selection:
    return replace(selection, parts=parts, period=chosen[2], is_default=selection.is_default)


def field_page(view: View, key: int) -> dict[str, Any]:
    """Return the context of the page of a field."""
    field = view.index.fields[key]
    view = at_level_of(view, field)
    here = [row for row in view.of_places if row.field == key]
    cities = {city: view.by_city[city].get(key) for city in view.index.cities}
    institutions = {row.institution: row.value for row in here if row.institution}
    sources = sources_of(view.index.sources[row.source] for row in here)
    exhibits = [
        _by_place(view, "cities", _("By city"), [(view.index.cities[city].name, view.url("city", city), value) for city, value in cities.items()], sources),
        _by_place(
            view,
            "institutions",
            _("By institution"),
            sorted(
                (
                    (view.index.institutions[place].name, view.url(INSTITUTION, place), value)
                    for place, value in institutions.items()
                ),
                key=lambda row: -row[2],
            ),
            sources,
        ),
    ]
    having = [city for city, value in cities.items() if value]
    return {
        "view": view,
        "field": field,
        "total": amount(sum_of({key: row for key, row in enumerate(institutions.values())}), view.selection.total) if here else "",
        "unit": unit(view.selection.total),
        "only_city": view.index.cities[having[0]] if len(having) == 1 else None,
        "exhibits": view.linked(exhibits),
        "parent": _link(view, field.parent_id),
        "children": [_link(view, other) for other, record in view.index.fields.items() if record.parent_id == key],
    }


def _by_place(view: View, name: str, title: str, rows: list, sources: list) -> Exhibit:
    label = unit(view.selection.total)
    values: list[tuple[Any, str, Decimal | None]] = rows
    return Exhibit(
        name=name,
        title=title,
        description=view.what,
        columns=[Column("place", _("Place")), Column("value", str(view.selection.total.name), is_number=True, unit=label)],
        rows=[[words(place, link), figure(value, amount(value, view.selection.total))] for place, link, value in values],
        sources=sources,
        notes=[*counting_notes(view), _("A dash means that the source has no project there with this field.")],
        chart=BARS,
    )


def _link(view: View, key: int | None) -> tuple[Any, str] | None:
    return (view.index.fields[key].name, url(FIELD, key)) if key else None
