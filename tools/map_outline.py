"""Writes partners/maps/outline.toml, the land of the maps as threads, by country.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    .venv/bin/python -m tools.map_outline package/countries-110m.json

The outlines are projected and cut by evenly spaced rows; each cut through land is one thread. A map of the world so
takes a few kilobytes, and scales, prints and reflows. `partners.maps.outline` joins the threads for a page.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from partners.maps.projection import WINDOWS, Window, nearest
from tools.natural_earth import Ring, countries

TARGET = Path(__file__).parents[1] / "partners" / "maps" / "outline.toml"
LEFT_OUT = {"AQ"}  # below the lower edge of both windows
NOWHERE = "ZZ"  # the code of the CLDR for an unknown region, here of land without a code
SHORTEST = 1.5  # units; shorter cuts are left out
HEADING = """\
# The land of the maps as threads: for each window and country, the row, start and length of every thread, in units of
# the window. `middle`: [latitude, longitude] of the middle of a country's largest piece.
#
# Written by tools/map_outline.py from Natural Earth (public domain). Size of the windows: partners/maps/projection.py.
"""


def main(source: str) -> None:
    """Write the file from a TopoJSON file."""
    TARGET.write_text(outline(Path(source)), encoding="utf-8")
    print(f"{TARGET.stat().st_size} bytes")


def outline(source: Path) -> str:
    """Return the content of the file."""
    land = {code or NOWHERE: rings for code, rings in sorted(countries(source).items()) if code not in LEFT_OUT}
    lines = [HEADING]
    for window in WINDOWS:
        lines.append(f"[{window.name}]")
        lines += [f'{code} = "{row}"' for code, rings in land.items() if (row := threads(rings, window))]
        lines.append("")
    lines.append("[middle]")
    lines += [f"{code} = {middle(rings)}" for code, rings in land.items() if code != NOWHERE]
    return "\n".join(lines) + "\n"


def threads(rings: list[Ring], window: Window) -> str:
    """Cut the rings by the rows of a window (even-odd rule) and return row, start and length of each thread."""
    parts = []
    for row, xs in sorted(_crossings(rings, window).items()):
        ordered = [min(max(x, 0), window.width) for x in sorted(xs)]
        for start, end in zip(ordered[::2], ordered[1::2], strict=True):
            if 0 < (row + 0.5) * window.row < window.height and end - start >= SHORTEST:
                parts.append(f"{row} {round(start)} {max(1, round(end - start))}")
    return " ".join(parts)


def _crossings(rings: list[Ring], window: Window) -> dict[int, list[float]]:
    crossings: dict[int, list[float]] = defaultdict(list)
    for ring in rings:
        points = [window.project(*point) for point in _unbroken(ring, window.middle)]
        for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
            low, high = sorted((y1, y2))
            for row in range(math.ceil(low / window.row - 0.5), math.ceil(high / window.row - 0.5)):
                y = (row + 0.5) * window.row
                crossings[row].append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return crossings


def _unbroken(ring: Ring, start: float) -> Iterator[tuple[float, float]]:
    """Follow a ring across the date line without a jump, beginning on the side next to `start`."""
    for longitude, latitude in ring:
        start = nearest(longitude, start)
        yield start, latitude


def middle(rings: list[Ring]) -> list[float]:
    """Return [latitude, longitude] of the centre of gravity of the largest ring, in tenths of a degree."""
    _size, x, y = max(_centre(list(_unbroken(ring, ring[0][0]))) for ring in rings)
    return [round(y, 1), round(nearest(x, 0), 1)]


def _centre(ring: Ring) -> tuple[float, float, float]:
    """Return (area, longitude, latitude) of a ring, as if degrees were a plane."""
    double = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        double += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    return (abs(double) / 2, x / (3 * double), y / (3 * double)) if double else (0.0, *ring[0])


if __name__ == "__main__":
    main(sys.argv[1])
