"""Up to four cities or institutions side by side, as the parameter `place` names them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from atlas.diversity.results import diversity
from atlas.exhibits.tables import words
from atlas.observations.index import Amounts
from atlas.portraits import diversity_tables, field_tables
from atlas.portraits.addresses import INSTITUTION
from atlas.portraits.view import View
from portal.core.addressing.parameters import not_known

MOST = 4


@dataclass(frozen=True)
class Place:
    """A city or institution; `value` names it in addresses."""

    value: str
    label: str
    url: str
    amounts: Amounts
    key: int | None  # of an institution


def offered(view: View) -> dict[str, Place]:
    """Return what can be compared: the cities, then the institutions with figures in the selected period."""
    cities = {
        city.notation: Place(city.notation, str(city.name), view.url("city", key), view.by_city[key], None)
        for key, city in view.index.cities.items()
    }
    records = sorted((view.index.institutions[key] for key in view.by_institution), key=lambda record: record.sort_de)
    institutions = {
        record.public_id: Place(
            record.public_id,
            str(record.name),
            view.url(INSTITUTION, record.pk),
            view.by_institution[record.pk],
            record.pk,
        )
        for record in records
    }
    return {**cities, **institutions}


def comparison_page(view: View, values: list[str]) -> dict[str, Any]:
    """Return the context of the comparison; without a choice, of the cities."""
    places, notices = offered(view), []
    known = [value for value in dict.fromkeys(values) if value in places]
    notices += [not_known("place", value) for value in values if value and value not in places]
    if len(known) > MOST:
        notices.append(_("Up to %(number)s places can be compared; the first ones are.") % {"number": MOST})
    chosen = [places[value] for value in known[:MOST]] or list(places.values())[:MOST]
    exhibits = [
        field_tables.side_by_side(
            view,
            "fields",
            _("Fields side by side"),
            {place.value: (place.label, place.amounts) for place in chosen},
            view.of_places,
        ),
        diversity_tables.compared(view, [(words(place.label, place.url), _result(view, place)) for place in chosen]),
    ]
    slots = [place.value for place in chosen] + [""] * (MOST - len(chosen))
    return {
        "chosen": chosen,
        "slots": list(enumerate(slots, start=1)),
        "cities": [place for place in places.values() if place.key is None],
        "institutions": [place for place in places.values() if place.key is not None],
        "place_notices": notices,
        "is_narrowed": bool(known),
        "exhibits": view.linked(exhibits),
    }


def _result(view: View, place: Place) -> Any:
    return diversity(view.index, place.amounts, view.projects(place.key) if place.key else None)
