"""The land on the maps, drawn as horizontal threads: the output of tools/map_outline.py, joined for one map."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from partners.geography import countries
from partners.geography.coordinates import Point
from partners.maps.projection import Window

FILE = Path(__file__).with_name("outline.toml")
MAX_GAP = 1  # units: threads of neighbouring countries that are no farther apart are joined

Thread = tuple[int, int, int]  # row number, then start and end in units of a window


@dataclass(frozen=True)
class View:
    """A part of a window, in its units."""

    left: int
    top: int
    width: int
    height: int

    def __str__(self) -> str:
        """Return the value of the attribute `viewBox` of SVG."""
        return f"{self.left} {self.top} {self.width} {self.height}"


def whole(window: Window) -> View:
    """Return the view that shows all of a window."""
    return View(0, 0, window.width, round(window.height))


@dataclass(frozen=True)
class Land:
    """Two paths of SVG: the land of the marked countries, and that of all others."""

    others: str
    marked: str


@lru_cache(maxsize=128)
def land(window: Window, marked: frozenset[str], view: View) -> Land:
    """Return the land of a window that a view shows. `marked` holds country codes; tiny countries have no land."""
    threads = _threads()[window.name]
    others = [country_threads for code, country_threads in threads.items() if code not in marked]
    chosen = [country_threads for code, country_threads in threads.items() if code in marked]
    return Land(_path(others, window, view), _path(chosen, window, view))


@cache
def middle(country: str) -> Point | None:
    """Return the middle of a country, or None where it is unknown."""
    if degrees := _data()["middle"].get(country):
        return Point(*degrees)
    box = countries.box(country)
    if box is None or box.east - box.west > 180:  # on both sides of the date line
        return None
    return Point((box.south + box.north) / 2, (box.west + box.east) / 2)


def _path(threads_of_countries: list[list[Thread]], window: Window, view: View) -> str:
    rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, west, east in chain.from_iterable(threads_of_countries):
        start, end = max(west, view.left), min(east, view.left + view.width)
        if start < end and view.top < _height(row, window) < view.top + view.height:
            rows[row].append((start, end))
    return "".join(
        f"M{start} {_height(row, window):g}h{end - start}" for row in sorted(rows) for start, end in _joined(rows[row])
    )


def _height(row: int, window: Window) -> float:
    """Return the vertical position of a row of threads, in units of the window."""
    return (row + 0.5) * window.row


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches from west to east, with those joined that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start - joined[-1][1] <= MAX_GAP:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@cache
def _data() -> dict:
    with FILE.open("rb") as file:
        return tomllib.load(file)


@cache
def _threads() -> dict[str, dict[str, list[Thread]]]:
    return {
        window: {code: _unpacked(numbers) for code, numbers in numbers_by_country.items()}
        for window, numbers_by_country in _data().items()
        if window != "middle"
    }


def _unpacked(numbers: str) -> list[Thread]:
    """Return the threads of a country from "row start length row start length …"."""
    values = [int(number) for number in numbers.split()]
    triples = zip(values[::3], values[1::3], values[2::3], strict=True)
    return [(row, start, start + length) for row, start, length in triples]
