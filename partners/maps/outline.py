"""The land of the maps, as threads: what tools/map_outline.py made of Natural Earth, joined for one map."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from partners.geography import countries
from partners.maps.projection import Window

FILE = Path(__file__).with_name("outline.toml")
TOUCHING = 1  # units: threads of neighbours that are no farther apart become one

Thread = tuple[int, int, int]  # row, start, end, in units of a window


@dataclass(frozen=True)
class View:
    """A part of a window, in its units."""

    left: int
    top: int
    width: int
    height: int

    def __str__(self):
        return f"{self.left} {self.top} {self.width} {self.height}"


def whole(window: Window) -> View:
    return View(0, 0, window.width, round(window.height))


@dataclass(frozen=True)
class Land:
    """Two paths of SVG: all land but that of the countries marked, and theirs."""

    others: str
    marked: str


@lru_cache(maxsize=128)
def land(window: Window, marked: frozenset[str], view: View) -> Land:
    """Return the land of a window in a view. `marked` holds codes of countries; those too small have no land."""
    threads = _threads()[window.name]
    others = (found for code, found in threads.items() if code not in marked)
    chosen = (found for code, found in threads.items() if code in marked)
    return Land(_path(others, window, view), _path(chosen, window, view))


@cache
def middle(country: str) -> tuple[float, float] | None:
    """Return latitude and longitude of the middle of a country; None where nothing is known of it."""
    if found := _data()["middle"].get(country):
        return tuple(found)
    box = countries.box(country)
    if box is None or box.east - box.west > 180:  # on both sides of the date line
        return None
    return (box.south + box.north) / 2, (box.west + box.east) / 2


def _path(of_countries: Iterable[list[Thread]], window: Window, view: View) -> str:
    rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, west, east in (thread for threads in of_countries for thread in threads):
        start, end = max(west, view.left), min(east, view.left + view.width)
        if start < end and view.top < _height(row, window) < view.top + view.height:
            rows[row].append((start, end))
    return "".join(
        f"M{start} {_height(row, window):g}h{end - start}" for row in sorted(rows) for start, end in _joined(rows[row])
    )


def _height(row: int, window: Window) -> float:
    return (row + 0.5) * window.row


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start - found[-1][1] <= TOUCHING:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


@cache
def _data() -> dict:
    with FILE.open("rb") as file:
        return tomllib.load(file)


@cache
def _threads() -> dict[str, dict[str, list[Thread]]]:
    return {
        window: {code: _unpacked(numbers) for code, numbers in found.items()}
        for window, found in _data().items()
        if window != "middle"
    }


def _unpacked(numbers: str) -> list[Thread]:
    each = [int(number) for number in numbers.split()]
    return [(row, start, start + length) for row, start, length in zip(each[::3], each[1::3], each[2::3], strict=True)]
