"""Countries: ISO 3166-1 alpha-2, and XK for Kosovo. Their names are those of the Unicode CLDR."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale

from portal.core.bilingual import LANGUAGES, reader_language
from portal.core.letters import sort_key

# What the CLDR knows besides: unions, pseudo-locales, and islands that ISO 3166-1 counts to other countries.
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# The CLDR's own short forms, where its long ones are no name that anybody says (territories with alt="short").
SHORT = {"de": {"HK": "Hongkong", "MO": "Macau"}, "en": {"HK": "Hong Kong", "MO": "Macao"}}
BOXES = Path(__file__).with_name("country_boxes.toml")


@dataclass(frozen=True)
class Box:
    """Between which degrees something lies; across the date line, its west is greater than its east."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        if not self.south <= latitude <= self.north:
            return False
        if self.west > self.east:
            return longitude >= self.west or longitude <= self.east
        return self.west <= longitude <= self.east


@cache
def names(language: str) -> dict[str, str]:
    """Return the names of all countries by their code, sorted as readers of the language sort."""
    every = {**Locale(language).territories, **SHORT[language]}
    found = {code: name for code, name in every.items() if len(code) == 2 and code.isalpha()}
    kept = {code: name for code, name in found.items() if code not in NO_COUNTRIES}
    return dict(sorted(kept.items(), key=lambda item: sort_key(item[1])))


def name(code: str, language: str | None = None) -> str:
    """Return what a country is called, or its code where it is none."""
    return names(language or reader_language()).get(code, code)


def with_city(located, language: str) -> str:
    """Return where something is, once where the city is the country: "Paris, France", "Singapore"."""
    city, country = getattr(located, f"city_{language}") or located.city_de, name(located.country, language)
    return f"{city}, {country}" if city and city != country else country


def choices() -> list[tuple[str, str]]:
    """Return codes with names in the language of the moment, for forms."""
    return list(names(reader_language()).items())


def all_names(code: str) -> list[str]:
    return [name(code, language) for language in LANGUAGES]


@cache
def _boxes() -> dict[str, Box]:
    with BOXES.open("rb") as file:
        return {code: Box(*degrees) for code, degrees in tomllib.load(file).items()}


def box(code: str) -> Box | None:
    """Return between which degrees a country lies; None where that is not known."""
    return _boxes().get(code)
