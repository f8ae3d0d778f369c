"""`?bbox=west,south,east,north`: a part of the map, in degrees, as GeoJSON writes it (RFC 7946, section 5).

Where the west is greater than the east, it reaches across the date line.
"""

import re

from django.utils.translation import gettext as _

from partners.geography.countries import Box
from portal.finder.vocabulary import FacetValue

DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,12})?")
MOST = 10  # boxes in one address


def box_of(written: str) -> Box | None:
    """Return the box, or None where it is none."""
    parts = written.split(",")
    if len(parts) != 4 or not all(DEGREES.fullmatch(part) for part in parts):
        return None
    west, south, east, north = (float(part) for part in parts)
    is_on_earth = max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90
    return Box(south, west, north, east) if is_on_earth and south <= north else None


def understood(values) -> dict[str, FacetValue]:
    """Return those of the values that are boxes, as values of a facet."""
    distinct = list(dict.fromkeys(values))[:MOST]
    return {value: FacetValue(value, name=_label(value)) for value in distinct if box_of(value)}


def _label(value: str) -> str:
    return _("Part of the map: %(box)s") % {"box": value.replace(",", " / ")}
