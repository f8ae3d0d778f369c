"""The Equal Earth projection from degrees to the plane, and the two windows that the maps show.

It keeps the proportions of areas. See Šavrič, Patterson and Jenny, "The Equal Earth map projection",
International Journal of Geographical Information Science 33 (2019).
"""

import math
from dataclasses import dataclass
from functools import cached_property

PlanePoint = tuple[float, float]

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796  # the coefficients of Equal Earth


def equal_earth(longitude: float, latitude: float) -> PlanePoint:
    """Project degrees to the plane for a globe of radius 1, where the equator is about 5.41 long."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
    return x, theta * (A1 + A2 * square + sixth * (A3 + A4 * square))


def nearest(longitude: float, other: float) -> float:
    """Return the equivalent of a longitude that is no more than 180 degrees away from `other`."""
    return longitude + 360 * round((other - longitude) / 360)


@dataclass(frozen=True)
class Window:
    """A part of the world in degrees, drawn `width` units wide, with a row of threads every `row` units."""

    name: str
    west: float
    south: float
    east: float
    north: float
    width: int
    row: float

    @property
    def middle(self) -> float:
        return (self.west + self.east) / 2

    @cached_property
    def top(self) -> float:
        return equal_earth(0, self.north)[1]

    @cached_property
    def left(self) -> float:
        widest = min(max(self.south, 0), self.north)  # the parallel nearest to the equator
        return equal_earth(self.west - self.middle, widest)[0]

    @cached_property
    def scale(self) -> float:
        return self.width / (-2 * self.left)

    @cached_property
    def height(self) -> float:
        return (self.top - equal_earth(0, self.south)[1]) * self.scale

    def project(self, longitude: float, latitude: float) -> PlanePoint:
        """Return a point in units of the window, from its upper left corner."""
        x, y = equal_earth(longitude - self.middle, latitude)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def place(self, longitude: float, latitude: float) -> PlanePoint:
        """Return a point in units of the window, whichever equivalent of its longitude is given."""
        return self.project(nearest(longitude, self.middle), latitude)

    def holds(self, point: PlanePoint, margin: float = 0) -> bool:
        """Tell whether a point in units lies in the window and at least `margin` units from its edges."""
        x, y = point
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


# From Alaska eastwards to the Bering Strait, so that Asia is in one piece; without Antarctica.
WORLD = Window("world", -169, -56, 191, 79, width=1000, row=7.5)
EUROPE = Window("europe", -11, 34.5, 33, 64.5, width=480, row=7.5)
WINDOWS = (WORLD, EUROPE)
