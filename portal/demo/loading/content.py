"""Reads the content of the demonstration from TOML files, one for each programme, page and type of record."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "content"


@cache
def rows(name: str) -> list[dict]:
    """Return the tables of `<name>s.toml`."""
    return _read(FOLDER / f"{name}s.toml")[name]


@cache
def files(folder: str) -> list[dict]:
    """Return the content of every file of a folder, in the order of their names."""
    return [_read(path) for path in sorted((FOLDER / folder).glob("*.toml"))]


def columns(row: dict, *names: str) -> dict:
    """Return the named values of a row, as far as it has them; a name that ends in `_*` stands for both languages."""
    expanded = [name.replace("*", code) for name in names for code in (("de", "en") if name.endswith("_*") else ("",))]
    return {name: _clean(row[name]) for name in expanded if name in row}


def _clean(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _read(path: Path) -> dict:
    with path.open("rb") as file:
        return tomllib.load(file)
