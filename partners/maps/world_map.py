"""The map of the results of a list: institutions grouped by place, in a picture of the world and one of Europe.

On the picture of the world, all places in Europe are one marker, which links to the picture of Europe.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import ngettext

from partners.geography import countries
from partners.maps import outline
from partners.maps.places import Place, PlacedRow, cities_of, places_of
from partners.maps.projection import EUROPE, WORLD, Window

COLUMNS = ("pk", "country", "city_de", "city_en", "latitude", "longitude", "precision")  # of `PlacedRow`
EUROPE_MARKER = (49.5, 11.0)  # latitude and longitude of the marker for Europe: about the middle of its window


@dataclass(frozen=True)
class Picture:
    """A window with its land, and its places with their URLs."""

    window: Window
    land: outline.Land
    places: list[tuple[Place, str]]

    @property
    def view(self) -> outline.View:
        return outline.whole(self.window)


@dataclass(frozen=True)
class CountryLink:
    """A country with its number of partners."""

    code: str
    name: str
    url: str
    count: int


@dataclass(frozen=True)
class WorldMap:
    """The input of `templates/partners/map.html`: two pictures, and the countries sorted by name.

    `count` is the number of all institutions, `without_place` the number of those that no picture can show.
    """

    world: Picture
    europe: Picture
    countries: list[CountryLink]
    count: int
    without_place: int

    @property
    def placed(self) -> int:
        """Return the number of institutions on the map."""
        return self.count - self.without_place

    @cached_property
    def in_europe(self) -> int:
        """Return the number of institutions on the picture of Europe."""
        return sum(place.count for place, _url in self.europe.places)

    @property
    def europe_label(self) -> str:
        message = ngettext(
            "Europe, enlarged: %(count)s partner", "Europe, enlarged: %(count)s partners", self.in_europe
        )
        return message % {"count": self.in_europe}

    @property
    def europe_point(self) -> tuple[int, int]:
        """Return the point of the marker for Europe, in units of the world's window."""
        latitude, longitude = EUROPE_MARKER
        x, y = WORLD.place(longitude, latitude)
        return round(x), round(y)


def world_map(
    rows: Iterable[PlacedRow], place_url: Callable[[Place], str], country_url: Callable[[str], str]
) -> WorldMap:
    """Return the map of some institutions.

    `rows` are institutions or the rows of `values_list(*COLUMNS, named=True)`. `place_url` returns the URL of a marker,
    `country_url` that of a country by its code.
    """
    rows = list(rows)
    counts, cities = Counter(row.country for row in rows), cities_of(rows)

    def picture(window: Window) -> Picture:
        land = outline.land(window, frozenset(counts), outline.whole(window))
        return Picture(window, land, [(place, place_url(place)) for place in places_of(cities, window)])

    links = [
        CountryLink(code, name, country_url(code), counts[code]) for code, name in countries.choices() if code in counts
    ]
    without_place = len(rows) - sum(len(city.institutions) for city in cities)
    return WorldMap(picture(WORLD), picture(EUROPE), links, len(rows), without_place)
