"""Continents, and the countries of each. Their names are those of the Unicode CLDR."""

import tomllib
from functools import cache
from pathlib import Path

from babel import Locale

TABLE = Path(__file__).with_name("continents.toml")


@cache
def _table() -> dict[str, dict[str, str]]:
    with TABLE.open("rb") as file:
        return tomllib.load(file)


@cache
def codes() -> dict[str, tuple[str, ...]]:
    """Return the countries of each continent; the keys stand in addresses."""
    return {continent: tuple(row["countries"].split()) for continent, row in _table().items()}


@cache
def of_country() -> dict[str, str]:
    """Return the continent of each country."""
    return {code: continent for continent, countries in codes().items() for code in countries}


@cache
def name(continent: str, language: str) -> str:
    return Locale(language).territories[_table()[continent]["region"]]
