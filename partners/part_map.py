"""Where one institution lies: Europe where that holds it, else a part of the world around it, with one dot."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from partners import outline
from partners.models import Institution, Precision
from partners.places import point_of, window_of
from partners.projection import EUROPE, WORLD

PART = (420, 320)  # units of the window of the world: about a continent


@dataclass(frozen=True)
class PartMap:
    view: outline.View
    land: outline.Land
    x: int
    y: int
    note: str  # how exact the dot is, where it is not that of a campus


def part_map(institution: Institution) -> PartMap | None:
    """Return the map around an institution; None where it has no place."""
    point = point_of(institution)
    if point is None:
        return None
    window = window_of(*point)
    x, y = (round(unit) for unit in window.place(point[1], point[0]))
    view = outline.whole(EUROPE) if window == EUROPE else _around(x, y)
    land = outline.land(window, frozenset({institution.country}), view)
    return PartMap(view, land, x, y, _note(institution))


def _around(x: int, y: int) -> outline.View:
    """Return a part of the world with a point in its middle, as far as the edges of the world let it."""
    width, height = PART
    left = min(max(x - width // 2, 0), WORLD.width - width)
    top = min(max(y - height // 2, 0), round(WORLD.height) - height)
    return outline.View(left, top, width, height)


def _note(institution: Institution) -> str:
    notes = {
        Precision.SITE: "",
        Precision.CITY: _("The dot marks the city, not the building."),
        Precision.COUNTRY: _("The dot marks the country: no more is known."),
    }
    return notes.get(institution.precision, _("It is not known how exact the dot is."))
