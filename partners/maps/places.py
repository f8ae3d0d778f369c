"""From institutions to the markers of a map: grouped by city, and cities that lie too close together by marker."""

from collections import defaultdict
from dataclasses import dataclass
from math import dist

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.geography import countries
from partners.maps import outline
from partners.maps.projection import EUROPE, WORLD, Window
from partners.models import Precision
from portal.core.bilingual import text

# How far apart two markers are at least, in units of the window: 24 CSS pixels (WCAG 2.5.8) where the map is narrowest.
# That is 42rem of width for the world, which has no markers to press below that, and 288 pixels for Europe.
APART = {WORLD: 36, EUROPE: 42}
SAME_CITY = 1.0  # degrees: institutions that lie farther apart are in two cities of one name
MOST_CITIES = 3  # that a marker names


@dataclass(frozen=True)
class City:
    """A city with institutions; its name is empty where no more than the country is known."""

    country: str
    name_de: str
    name: str  # in the reader's language
    latitude: float
    longitude: float
    window: Window
    institutions: tuple[int, ...]  # keys


@dataclass(frozen=True)
class Place:
    """One marker in a window, in its units: the cities that it stands for, that with most institutions first."""

    x: int
    y: int
    reach: int  # around the point, all of it to be pressed
    cities: tuple[City, ...]

    @property
    def institutions(self) -> tuple[int, ...]:
        return tuple(key for city in self.cities for key in city.institutions)

    @property
    def count(self) -> int:
        return len(self.institutions)

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(city.country for city in self.cities))

    @property
    def label(self) -> str:
        """Paris, Frankreich: 3 Partner"""
        message = ngettext("%(place)s: %(count)s partner", "%(place)s: %(count)s partners", self.count)
        return message % {"place": self.name, "count": self.count}

    @property
    def name(self) -> str:
        where = ", ".join(countries.name(code) for code in self.countries)
        cities = [city.name for city in self.cities if city.name]
        if not cities:
            return where
        names = ", ".join(cities[:MOST_CITIES])
        if len(self.cities) > min(len(cities), MOST_CITIES):
            return _("%(cities)s and around (%(countries)s)") % {"cities": names, "countries": where}
        return f"{names}, {where}" if len(cities) == 1 else f"{names} ({where})"


def point_of(row) -> tuple[float, float] | None:
    """Return latitude and longitude: the middle of the country where no more is known, None where not even that is."""
    if row.latitude is not None and row.longitude is not None:
        return float(row.latitude), float(row.longitude)
    return outline.middle(row.country) if row.precision == Precision.COUNTRY else None


def window_of(latitude: float, longitude: float) -> Window:
    """Return the window that shows a point: Europe's where it can."""
    return EUROPE if EUROPE.holds(EUROPE.place(longitude, latitude)) else WORLD


def cities_of(rows: list) -> list[City]:
    """Return the cities of all rows that have a place."""
    named: dict = defaultdict(list)
    for row in rows:
        if point := point_of(row):
            named[row.country, row.city_de].append((row, point))
    return [_city(members) for same_name in named.values() for members in _parted(same_name)]


def places_of(cities: list[City], window: Window) -> list[Place]:
    """Return the markers of those cities that the window shows, from west to east, none too close to another one.

    The cities with most institutions keep their own points; others join the nearest of those.
    """
    apart = APART[window]
    squares: dict = defaultdict(list)  # of a grid, so that few markers must be compared
    for city in sorted(cities, key=lambda one: (-len(one.institutions), one.name_de, one.country, one.institutions)):
        if city.window != window:
            continue
        x, y = (round(unit) for unit in window.place(city.longitude, city.latitude))
        near = [one for one in _around(squares, x // apart, y // apart) if dist(one[0], (x, y)) < apart]
        if near:
            min(near, key=lambda one: dist(one[0], (x, y)))[1].append(city)
        else:
            squares[x // apart, y // apart].append(((x, y), [city]))
    found = [Place(x, y, apart // 2, tuple(group)) for square in squares.values() for (x, y), group in square]
    return sorted(found, key=lambda place: (place.x, place.y))


def _city(members: list) -> City:
    first = members[0][0]
    middle = [sum(point[axis] for _row, point in members) / len(members) for axis in (0, 1)]
    keys = tuple(row.pk for row, _point in members)
    return City(first.country, first.city_de, str(text(first, "city")), *middle, window_of(*middle), keys)


def _parted(members: list) -> list[list]:
    """Part the institutions of one name of a city where they lie too far apart for one city."""
    groups: list[list] = []
    for member in members:
        near = next((group for group in groups if dist(group[0][1], member[1]) <= SAME_CITY), None)
        if near is None:
            groups.append([member])
        else:
            near.append(member)
    return groups


def _around(squares: dict, column: int, row: int) -> list:
    near = [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return [one for square in near for one in squares.get(square, ())]
