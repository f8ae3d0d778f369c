"""The partners on a map of the world: the same institutions as in a list, grouped by place.

What lies in Europe is one marker on the map of the world, which leads to the one of Europe.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import ngettext

from partners.geography import countries
from partners.maps import outline
from partners.maps.places import Place, cities_of, places_of
from partners.maps.projection import EUROPE, WORLD, Window

COLUMNS = ("pk", "country", "city_de", "city_en", "latitude", "longitude", "precision")  # what a row must have
IN_EUROPE = (49.5, 11.0)  # where the map of the world counts Europe: in the middle of its window


@dataclass(frozen=True)
class Picture:
    """A window with its land, and its places with their addresses."""

    window: Window
    land: outline.Land
    places: list[tuple[Place, str]]

    @property
    def view(self) -> outline.View:
        return outline.whole(self.window)


@dataclass(frozen=True)
class CountryLink:
    code: str
    name: str
    url: str
    count: int


@dataclass(frozen=True)
class WorldMap:
    """What `templates/partners/map.html` shows: two pictures, and the countries as readers sort them.

    `without_place` says how many institutions no picture can show.
    """

    world: Picture
    europe: Picture
    countries: list[CountryLink]
    count: int
    without_place: int

    @property
    def placed(self) -> int:
        return self.count - self.without_place

    @cached_property
    def in_europe(self) -> int:
        return sum(place.count for place, _url in self.europe.places)

    @property
    def europe_label(self) -> str:
        message = ngettext(
            "Europe, enlarged: %(count)s partner", "Europe, enlarged: %(count)s partners", self.in_europe
        )
        return message % {"count": self.in_europe}

    @property
    def europe_point(self) -> tuple[int, int]:
        latitude, longitude = IN_EUROPE
        x, y = WORLD.place(longitude, latitude)
        return round(x), round(y)


def world_map(rows: Iterable, place_url: Callable[[Place], str], country_url: Callable[[str], str]) -> WorldMap:
    """Return the map of some institutions.

    `rows` have COLUMNS as attributes: institutions, or what `values_list(*COLUMNS, named=True)` gives. `place_url`
    returns the address of what a marker stands for, `country_url` that of a country by its code.
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
