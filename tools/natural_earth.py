"""Reads the countries of Natural Earth (public domain) from the TopoJSON of npm's package world-atlas.

In an arc, each point is the difference to the one before. A ring is a list of arcs; `~3` is arc 3 backwards.
"""

import json
from pathlib import Path

from babel import Locale

Ring = list[tuple[float, float]]  # (longitude, latitude) in degrees

# Names of Natural Earth that differ from those of the CLDR; it has no two-letter codes of ISO 3166.
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


def countries(source: Path) -> dict[str, list[Ring]]:
    """Return {code of the country: rings}; land without a code is under an empty one."""
    atlas = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_points(arc, atlas["transform"]) for arc in atlas["arcs"]]
    codes = {name: code for code, name in Locale("en").territories.items() if len(code) == 2} | OTHER_NAMES
    rings: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        code = codes.get(shape["properties"]["name"], "")
        rings.setdefault(code, []).extend(_ring(indexes, arcs) for indexes in _rings(shape))
    return rings


def _rings(shape: dict) -> list[list[int]]:
    """Return the arcs of each ring of a country, which may consist of several polygons, or of none."""
    polygons = {"Polygon": [shape.get("arcs", [])], "MultiPolygon": shape.get("arcs", [])}.get(shape["type"], [])
    return [ring for polygon in polygons for ring in polygon]


def _ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    return [point for index in indexes for point in (arcs[index] if index >= 0 else arcs[~index][::-1])]


def _points(arc: list[list[int]], transform: dict) -> Ring:
    x = y = 0
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points
