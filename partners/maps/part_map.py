"""Where one institution lies: Europe where that holds it, else a part of the world around it, with one dot."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from partners.maps import outline
from partners.maps.places import Place, cities_of, places_of, point_of, window_of
from partners.maps.projection import EUROPE, WORLD
from partners.models import Institution, Precision

PART = (420, 320)  # units of the window of the world: about a continent
MARGIN = 80  # units: so far from the edges of a part no marker is cut


@dataclass(frozen=True)
class PartMap:
    view: outline.View
    land: outline.Land
    x: int
    y: int
    note: str  # how exact the dot is, where it is not that of a campus


def part_map(institution: Institution) -> PartMap | None:
    """Return the map around an institution; None where it has no place."""
    point = point_of(institution)
    if point is None:
        return None
    window = window_of(*point)
    x, y = (round(unit) for unit in window.place(point[1], point[0]))
    view = outline.whole(EUROPE) if window == EUROPE else _around(x, y)
    land = outline.land(window, frozenset({institution.country}), view)
    return PartMap(view, land, x, y, _note(institution))


@dataclass(frozen=True)
class CountryMap:
    """One picture, with the attributes of `partners.maps.world_map.Picture`."""

    view: outline.View
    land: outline.Land
    places: list[tuple[Place, str]]


def country_map(rows, country: str, place_url) -> CountryMap | None:
    """Return the map around the partners of a country; None where none of them has a place."""
    cities = cities_of(rows)
    if not cities:
        return None
    window = EUROPE if all(city.window == EUROPE for city in cities) else WORLD
    cities = [replace(city, window=window) for city in cities]
    places = [(place, place_url(place)) for place in places_of(cities, window)]
    view = _holding([place for place, _url in places]) if window == WORLD else outline.whole(EUROPE)
    return CountryMap(view, outline.land(window, frozenset({country}), view), places)


def _holding(places: list[Place]) -> outline.View:
    """Return a part of the world that holds some places, or all of it where no part does."""
    west, east = (edge(place.x for place in places) for edge in (min, max))
    top, bottom = (edge(place.y for place in places) for edge in (min, max))
    is_small = east - west < PART[0] - MARGIN and bottom - top < PART[1] - MARGIN
    return _around((west + east) // 2, (top + bottom) // 2) if is_small else outline.whole(WORLD)


def _around(x: int, y: int) -> outline.View:
    """Return a part of the world with a point in its middle, as far as the edges of the world let it."""
    width, height = PART
    left = min(max(x - width // 2, 0), WORLD.width - width)
    top = min(max(y - height // 2, 0), round(WORLD.height) - height)
    return outline.View(left, top, width, height)


def _note(institution: Institution) -> str:
    notes = {
        Precision.SITE: "",
        Precision.CITY: _("The dot marks the city, not the building."),
        Precision.COUNTRY: _("The dot marks the country: no more is known."),
    }
    return notes.get(institution.precision, _("It is not known how exact the dot is."))
