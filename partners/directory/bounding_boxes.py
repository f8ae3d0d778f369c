"""The parameter `?bbox=west,south,east,north`: a part of the map in degrees, as in GeoJSON (RFC 7946, section 5).

If `west` is greater than `east`, the box crosses the date line.
"""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from partners.geography.countries import Box
from portal.finder.vocabulary import FacetValue

DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,12})?")
MOST_BOXES = 10  # in one URL


def parse_box(value: str) -> Box | None:
    """Return the box that a value of the parameter stands for, or None if it is invalid."""
    parts = value.split(",")
    if len(parts) != 4 or not all(DEGREES.fullmatch(part) for part in parts):
        return None
    west, south, east, north = (float(part) for part in parts)
    is_on_earth = max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90
    return Box(south, west, north, east) if is_on_earth and south <= north else None


def box_values(values: Iterable[str]) -> dict[str, FacetValue]:
    """Return the valid ones among the first values of the parameter, as values of a facet."""
    distinct = list(dict.fromkeys(values))[:MOST_BOXES]
    return {value: FacetValue(value, name=_label(value)) for value in distinct if parse_box(value)}


def _label(value: str) -> str:
    return _("Part of the map: %(box)s") % {"box": value.replace(",", " / ")}
