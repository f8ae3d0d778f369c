"""Coordinates in degrees (WGS 84): read as numbers, and checked as they are typed."""

from decimal import Decimal
from typing import NamedTuple, Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partners.geography import countries


class Point(NamedTuple):
    """Degrees north of the equator and east of Greenwich."""

    latitude: float
    longitude: float


class HasCoordinates(Protocol):
    """A model instance or a row with both columns."""

    @property
    def latitude(self) -> Decimal | float | None: ...

    @property
    def longitude(self) -> Decimal | float | None: ...


def point(located: HasCoordinates) -> Point | None:
    """Return the coordinates as floats, or None where at least one of them is missing."""
    if located.latitude is None or located.longitude is None:
        return None
    return Point(float(located.latitude), float(located.longitude))


def validate_pair(located: HasCoordinates) -> None:
    """Raise a ValidationError for the missing column if only one of the two is filled in."""
    if (located.latitude is None) == (located.longitude is None):
        return
    missing, filled = ("latitude", "longitude") if located.latitude is None else ("longitude", "latitude")
    message = _("“%(value)s” stands alone: a point needs both degrees. Add the other one, or empty both.")
    raise ValidationError({missing: ValidationError(message, params={"value": getattr(located, filled)})})


def validate_point(located: HasCoordinates, country: str) -> None:
    """Raise a ValidationError if the point is (0, 0) or lies outside the bounding box of the country.

    A missing point passes, and so does any point of a country whose bounding box is unknown.
    """
    coordinates, box = point(located), countries.box(country)
    if coordinates == (0, 0):
        message = _("(0, 0) lies in the Gulf of Guinea and stands for “unknown” in many lists. Empty both fields.")
        raise ValidationError({"latitude": message})
    if coordinates is None or box is None or box.holds(*coordinates):
        return
    if box.holds(coordinates.longitude, coordinates.latitude):
        message = _(
            "%(latitude)s, %(longitude)s does not lie in the country “%(country)s”, but the other way about it "
            "does. Did you mean latitude %(longitude)s and longitude %(latitude)s?"
        )
    else:
        message = _(
            "%(latitude)s, %(longitude)s does not lie in the country “%(country)s”. Correct the point or the country."
        )
    degrees = {"latitude": _plain(coordinates.latitude), "longitude": _plain(coordinates.longitude)}
    params = {**degrees, "country": countries.name(country)}
    raise ValidationError({"latitude": ValidationError(message, code="elsewhere", params=params)})


def _plain(degrees: float) -> str:
    """Return a number of degrees without trailing zeros."""
    return f"{Decimal(str(degrees)).normalize():f}"
