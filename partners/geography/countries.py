"""Countries by ISO 3166-1 alpha-2 code, and XK for Kosovo. The names come from the Unicode CLDR."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from babel import Locale

from portal.core.language.bilingual import LANGUAGES, reader_language
from portal.core.language.letters import sort_key

# Further codes in the CLDR: unions, pseudo-locales, and islands that ISO 3166-1 includes in other countries.
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# The short forms of the CLDR (territories with alt="short") where its long ones are not in common use.
SHORT = {"de": {"HK": "Hongkong", "MO": "Macau"}, "en": {"HK": "Hong Kong", "MO": "Macao"}}
BOXES = Path(__file__).with_name("country_boxes.toml")


class HasCity(Protocol):
    """A model instance or a row with a country and the name of a city in both languages."""

    @property
    def country(self) -> str: ...

    @property
    def city_de(self) -> str: ...

    @property
    def city_en(self) -> str: ...


@dataclass(frozen=True)
class Box:
    """A bounding box in degrees. If it crosses the date line, `west` is greater than `east`."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Tell whether a point lies in the box or on its edge."""
        if not self.south <= latitude <= self.north:
            return False
        if self.west > self.east:
            return longitude >= self.west or longitude <= self.east
        return self.west <= longitude <= self.east


@cache
def names(language: str) -> dict[str, str]:
    """Return the names of all countries by code, in the alphabetical order of the language."""
    territories = {**Locale(language).territories, **SHORT[language]}
    country_names = {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    }
    return dict(sorted(country_names.items(), key=lambda item: sort_key(item[1])))


def name(code: str, language: str | None = None) -> str:
    """Return the name of a country, by default in the reader's language; for an unknown code the code itself."""
    return names(language or reader_language()).get(code, code)


def with_city(located: HasCity, language: str) -> str:
    """Return city and country, or only one of them where both have the same name: "Paris, France", "Singapore"."""
    city, country = getattr(located, f"city_{language}") or located.city_de, name(located.country, language)
    return f"{city}, {country}" if city and city != country else country


def choices() -> list[tuple[str, str]]:
    """Return (code, name) of each country in the reader's language, for form fields."""
    return list(names(reader_language()).items())


def all_names(code: str) -> list[str]:
    """Return the names of a country in all languages of the site."""
    return [name(code, language) for language in LANGUAGES]


@cache
def _boxes() -> dict[str, Box]:
    with BOXES.open("rb") as file:
        return {code: Box(*degrees) for code, degrees in tomllib.load(file).items()}


def box(code: str) -> Box | None:
    """Return the bounding box of a country, or None where it is unknown."""
    return _boxes().get(code)
