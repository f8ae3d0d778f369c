"""Writes partners/country_boxes.toml: between which degrees each country lies.

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    .venv/bin/python tools/country_boxes.py package/countries-10m.json

The outlines are those of Natural Earth (public domain), as npm's world-atlas packs them: TopoJSON, in whose arcs each
point is the difference to the one before. Its countries have names and no ISO code; names are looked up in the CLDR.
"""

import json
import sys
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parents[1] / "partners" / "country_boxes.toml"
# What Natural Earth calls otherwise, or shortens.
OTHER_NAMES = {
    "Antigua and Barb.": "AG", "Bosnia and Herz.": "BA", "Br. Indian Ocean Ter.": "IO", "British Virgin Is.": "VG",
    "Cayman Is.": "KY", "Central African Rep.": "CF", "Congo": "CG", "Cook Is.": "CK", "Czechia": "CZ",
    "Côte d'Ivoire": "CI", "Dem. Rep. Congo": "CD", "Dominican Rep.": "DO", "Eq. Guinea": "GQ", "Faeroe Is.": "FO",
    "Falkland Is.": "FK", "Fr. Polynesia": "PF", "Hong Kong": "HK", "Macao": "MO", "Macedonia": "MK",
    "Marshall Is.": "MH", "Myanmar": "MM", "N. Mariana Is.": "MP", "Palestine": "PS", "Pitcairn Is.": "PN",
    "S. Geo. and the Is.": "GS", "S. Sudan": "SS", "Saint Helena": "SH", "Saint Lucia": "LC", "Solomon Is.": "SB",
    "St-Barthélemy": "BL", "St-Martin": "MF", "St. Kitts and Nevis": "KN", "St. Pierre and Miquelon": "PM",
    "St. Vin. and Gren.": "VC", "São Tomé and Principe": "ST", "Trinidad and Tobago": "TT", "Turkey": "TR",
    "Turks and Caicos Is.": "TC", "U.S. Virgin Is.": "VI", "United States of America": "US", "W. Sahara": "EH",
    "Wallis and Futuna Is.": "WF", "eSwatini": "SZ", "Åland": "AX",
}  # fmt: skip


def main(source: str):
    atlas = json.loads(Path(source).read_text())
    arcs = [list(_points(arc, atlas["transform"])) for arc in atlas["arcs"]]
    codes = {name: code for code, name in Locale("en").territories.items() if len(code) == 2} | OTHER_NAMES
    lines = ["# [south, west, north, east] in degrees; written by tools/country_boxes.py, which says from what.", ""]
    boxes = {}
    for country in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(country["properties"]["name"])
        used = {index if index >= 0 else ~index for index in _numbers(country["arcs"])} if code else set()
        if used:
            boxes[code] = _box([point for index in used for point in arcs[index]])
    lines += [f"{code} = {box}" for code, box in sorted(boxes.items())]
    TARGET.write_text("\n".join(lines) + "\n")
    print(f"{len(boxes)} countries")


def _points(arc, transform):
    """Yield (longitude, latitude) of the points of an arc."""
    x = y = 0
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + shift_x, y * scale_y + shift_y


def _numbers(nested):
    for item in nested:
        if isinstance(item, list):
            yield from _numbers(item)
        else:
            yield item


def _box(points) -> list[float]:
    """Return the box with a tenth of a degree (some 10 km) to spare: a campus may lie on a pier."""
    east_west, north_south = zip(*points, strict=True)
    return [
        round(min(north_south) - 0.1, 1),
        round(min(east_west) - 0.1, 1),
        round(max(north_south) + 0.1, 1),
        round(max(east_west) + 0.1, 1),
    ]


if __name__ == "__main__":
    main(sys.argv[1])
