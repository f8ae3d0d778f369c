"""Small maps: the surroundings of one institution, and those of the partners in one country."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from partners.maps import outline
from partners.maps.places import Place, PlacedRow, cities_of, places_of, point_of, window_of
from partners.maps.projection import EUROPE, WORLD
from partners.models import Institution, Precision

PART = (420, 320)  # width and height in units of the world's window: about a continent
MARGIN = 80  # units between the markers and the edges of a part, both sides together


@dataclass(frozen=True)
class PartMap:
    """The map around an institution: Europe if it lies there, or else a part of the world, with one dot."""

    view: outline.View
    land: outline.Land
    x: int
    y: int
    note: str  # on the precision of the dot; empty if it marks a building or campus


def part_map(institution: Institution) -> PartMap | None:
    """Return the map around an institution, or None if its place is unknown."""
    point = point_of(institution)
    if point is None:
        return None
    window = window_of(*point)
    x, y = (round(unit) for unit in window.place(point.longitude, point.latitude))
    view = outline.whole(EUROPE) if window == EUROPE else _around(x, y)
    land = outline.land(window, frozenset({institution.country}), view)
    return PartMap(view, land, x, y, _note(institution))


@dataclass(frozen=True)
class CountryMap:
    """The map of a country's partners, with the attributes of `partners.maps.world_map.Picture`."""

    view: outline.View
    land: outline.Land
    places: list[tuple[Place, str]]


def country_map(rows: Iterable[PlacedRow], country: str, place_url: Callable[[Place], str]) -> CountryMap | None:
    """Return the map of a country's partners, or None if none of them has a place.

    `place_url` returns the URL of a marker.
    """
    cities = cities_of(rows)
    if not cities:
        return None
    window = EUROPE if all(city.window == EUROPE for city in cities) else WORLD
    cities = [replace(city, window=window) for city in cities]
    places = [(place, place_url(place)) for place in places_of(cities, window)]
    view = _view_of([place for place, _url in places]) if window == WORLD else outline.whole(EUROPE)
    return CountryMap(view, outline.land(window, frozenset({country}), view), places)


def _view_of(places: list[Place]) -> outline.View:
    """Return a part of the world that shows all the places, or the whole world if they lie too far apart."""
    west, east = (edge(place.x for place in places) for edge in (min, max))
    top, bottom = (edge(place.y for place in places) for edge in (min, max))
    is_small = east - west < PART[0] - MARGIN and bottom - top < PART[1] - MARGIN
    return _around((west + east) // 2, (top + bottom) // 2) if is_small else outline.whole(WORLD)


def _around(x: int, y: int) -> outline.View:
    """Return the part of the world around a point, moved inwards at the edges of the world."""
    width, height = PART
    left = min(max(x - width // 2, 0), WORLD.width - width)
    top = min(max(y - height // 2, 0), round(WORLD.height) - height)
    return outline.View(left, top, width, height)


def _note(institution: Institution) -> str:
    notes: dict[str, str] = {
        Precision.SITE: "",
        Precision.CITY: _("The dot marks the city, not the building."),
        Precision.COUNTRY: _("The dot marks the country: no more is known."),
    }
    return notes.get(institution.precision, _("It is not known how exact the dot is."))
