"""Continents and their countries. The names come from the Unicode CLDR."""

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
    """Return the country codes by continent; its keys are the values used in URLs."""
    return {continent: tuple(row["countries"].split()) for continent, row in _table().items()}


@cache
def of_country() -> dict[str, str]:
    """Return the continent by country code."""
    return {code: continent for continent, countries in codes().items() for code in countries}


@cache
def name(continent: str, language: str) -> str:
    """Return the name of a continent in a language."""
    return Locale(language).territories[_table()[continent]["region"]]
