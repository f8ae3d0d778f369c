"""Writes partners/geography/country_boxes.toml, the bounding box of each country.

npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
.venv/bin/python -m tools.country_boxes package/countries-10m.json
"""

import sys
from pathlib import Path

from tools.natural_earth import countries

TARGET = Path(__file__).parents[1] / "partners" / "geography" / "country_boxes.toml"


def main(source: str) -> None:
    """Write the file from a TopoJSON file."""
    lines = ["# [south, west, north, east] in degrees; written by tools/country_boxes.py, which says from what.", ""]
    boxes = {
        code: _box([point for ring in rings for point in ring])
        for code, rings in countries(Path(source)).items()
        if code and rings
    }
    lines += [f"{code} = {box}" for code, box in sorted(boxes.items())]
    TARGET.write_text("\n".join(lines) + "\n")
    print(f"{len(boxes)} countries")


def _box(points: list[tuple[float, float]]) -> list[float]:
    """Return [south, west, north, east], enlarged by a tenth of a degree (some 10 km) for coarse coastlines."""
    east_west, north_south = zip(*points, strict=True)
    return [
        round(min(north_south) - 0.1, 1),
        round(min(east_west) - 0.1, 1),
        round(max(north_south) + 0.1, 1),
        round(max(east_west) + 0.1, 1),
    ]


if __name__ == "__main__":
    main(sys.argv[1])
