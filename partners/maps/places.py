"""The markers of a map: institutions grouped by city, and cities grouped where they lie too close together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import dist
from operator import itemgetter
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.geography import coordinates, countries
from partners.geography.coordinates import HasCoordinates, Point
from partners.geography.countries import HasCity
from partners.maps import outline
from partners.maps.projection import EUROPE, WORLD, Window
from partners.models import Precision
from portal.core.language.bilingual import text

# The smallest distance of two markers in units of the window: 24 CSS pixels (WCAG 2.5.8) where the map is narrowest.
# The map of the world is at least 42rem wide (its markers are no links below that), that of Europe 288 pixels.
MIN_DISTANCE = {WORLD: 36, EUROPE: 42}
SAME_CITY = 1.0  # degrees: institutions that lie farther apart are in two cities of the same name
MOST_NAMES = 3  # of cities in the name of a marker


class PlacedRow(HasCity, HasCoordinates, Protocol):
    """An institution, or a row with the columns `partners.maps.world_map.COLUMNS`."""

    @property
    def pk(self) -> int: ...

    @property
    def precision(self) -> str: ...


@dataclass(frozen=True)
class City:
    """A city with institutions; its name is empty if only the country is known."""

    country: str
    name_de: str
    name: str  # in the reader's language
    latitude: float
    longitude: float
    window: Window
    institutions: tuple[int, ...]  # primary keys


@dataclass(frozen=True)
class Place:
    """One marker, in units of its window, with its cities: the one with most institutions comes first."""

    x: int
    y: int
    reach: int  # radius of the area that can be clicked
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
        """Return name and count in the reader's language: "Paris, France: 3 partners"."""
        message = ngettext("%(place)s: %(count)s partner", "%(place)s: %(count)s partners", self.count)
        return message % {"place": self.name, "count": self.count}

    @property
    def name(self) -> str:
        """Return cities and countries, with up to MOST_NAMES cities."""
        where = ", ".join(countries.name(code) for code in self.countries)
        cities = [city.name for city in self.cities if city.name]
        if not cities:
            return where
        names = ", ".join(cities[:MOST_NAMES])
        if len(self.cities) > min(len(cities), MOST_NAMES):
            return _("%(cities)s and around (%(countries)s)") % {"cities": names, "countries": where}
        return f"{names}, {where}" if len(cities) == 1 else f"{names} ({where})"


Member = tuple[PlacedRow, Point]
Grid = dict[tuple[int, int], list[tuple[tuple[int, int], list[City]]]]  # by column and row: points with their cities


def point_of(row: PlacedRow) -> Point | None:
    """Return the coordinates, or the middle of the country if no more than the country is known; else None."""
    return coordinates.point(row) or (outline.middle(row.country) if row.precision == Precision.COUNTRY else None)


def window_of(latitude: float, longitude: float) -> Window:
    """Return the window on which a point is shown: Europe's if that contains it, otherwise the world's."""
    return EUROPE if EUROPE.holds(EUROPE.place(longitude, latitude)) else WORLD


def cities_of(rows: Iterable[PlacedRow]) -> list[City]:
    """Return the cities of all rows that have a place."""
    members_by_name: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for row in rows:
        if point := point_of(row):
            members_by_name[row.country, row.city_de].append((row, point))
    return [_city(members) for same_name in members_by_name.values() for members in _split_by_distance(same_name)]


def places_of(cities: list[City], window: Window) -> list[Place]:
    """Return the markers of the cities that belong to the window, from west to east.

    The cities with most institutions get a marker at their own point; a city that is too close to a marker joins the
    nearest one.
    """
    distance = MIN_DISTANCE[window]
    grid: Grid = defaultdict(list)  # its squares are as wide as the distance, so that few markers must be compared
    for city in sorted(cities, key=_city_rank):
        if city.window != window:
            continue
        x, y = (round(unit) for unit in window.place(city.longitude, city.latitude))
        near = [
            (dist(point, (x, y)), group)
            for point, group in _markers_around(grid, x // distance, y // distance)
            if dist(point, (x, y)) < distance
        ]
        if near:
            _distance, group = min(near, key=itemgetter(0))
            group.append(city)
        else:
            grid[x // distance, y // distance].append(((x, y), [city]))
    markers = [Place(x, y, distance // 2, tuple(group)) for square in grid.values() for (x, y), group in square]
    return sorted(markers, key=lambda place: (place.x, place.y))


def _city_rank(city: City) -> tuple:
    """Return the sort key that puts cities with many institutions first."""
    return -len(city.institutions), city.name_de, city.country, city.institutions


def _city(members: list[Member]) -> City:
    first = members[0][0]
    latitude, longitude = (sum(point[axis] for _row, point in members) / len(members) for axis in (0, 1))
    keys = tuple(row.pk for row, _point in members)
    window = window_of(latitude, longitude)
    return City(first.country, first.city_de, str(text(first, "city")), latitude, longitude, window, keys)


def _split_by_distance(members: list[Member]) -> list[list[Member]]:
    """Split the institutions in cities of the same name into groups that lie close enough together for one city."""
    groups: list[list[Member]] = []
    for member in members:
        near = next((group for group in groups if dist(group[0][1], member[1]) <= SAME_CITY), None)
        if near is None:
            groups.append([member])
        else:
            near.append(member)
    return groups


def _markers_around(grid: Grid, column: int, row: int) -> list[tuple[tuple[int, int], list[City]]]:
    """Return the markers in a square of the grid and in the eight squares around it."""
    squares = [(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    return [marker for square in squares for marker in grid.get(square, ())]
