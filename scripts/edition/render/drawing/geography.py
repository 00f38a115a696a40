"""Where places lie on a sheet of paper: distances, and windows on the world. No coast, no label, no page."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from edition.model import Coordinates

EARTH = 6371.0  # kilometres from its middle
DEGREE = math.radians(EARTH)  # kilometres of one degree of latitude
NARROWEST = 0.1  # a degree of longitude is not drawn narrower than this beside one of latitude: near the poles
FULL_TURN = 360
Point = tuple[float, float]


@dataclass(frozen=True)
class Window:
    """A part of the world, in degrees, and the sheet it is drawn on, in pixels.

    `west` and `east` may lie beyond 180. `project` leads from longitude and latitude to the sheet; where it `is_flat`,
    it takes arrays of them, too.
    """

    west: float
    south: float
    east: float
    north: float
    width: int
    height: int
    project: Callable[[float, float], Point]
    is_flat: bool = False

    def point(self, at: Coordinates) -> Point:
        """Where a place stands on the sheet."""
        return self.project(turned(at.longitude, (self.west + self.east) / 2), at.latitude)

    @property
    def scale(self) -> float:
        """Kilometres of one pixel, from north to south."""
        return (self.north - self.south) * DEGREE / self.height


def turned(longitude: float, middle: float) -> float:
    """The longitude, however often around the world, that is nearest to another."""
    return middle + (longitude - middle + 180) % FULL_TURN - 180


def kilometres(one: Coordinates, other: Coordinates) -> float:
    """The shortest way over the earth (haversine)."""
    up, across = math.radians(other.latitude - one.latitude), math.radians(other.longitude - one.longitude)
    cosines = math.cos(math.radians(one.latitude)) * math.cos(math.radians(other.latitude))
    return (
        2 * EARTH * math.asin(min(1.0, math.hypot(math.sin(up / 2), math.sqrt(max(cosines, 0)) * math.sin(across / 2))))
    )


def around(places: Sequence[Coordinates], width: int, height: int, least: float, margin: float = 0.35) -> Window:
    """The window that shows all places, at least `least` degrees high; equirectangular, true to scale in its middle.

    `margin` is the part of what the places take up that is added around them.
    """
    xs = [turned(one.longitude, places[0].longitude) for one in places]
    ys = [one.latitude for one in places]
    middle = (max(ys) + min(ys)) / 2
    narrow = max(math.cos(math.radians(middle)), NARROWEST)
    tall = max(max(ys) - min(ys), (max(xs) - min(xs)) * narrow * height / width)
    half = max(tall * (1 + margin), least) / 2
    middle = min(max(middle, half - 90), 90 - half) if half < 90 else 0.0
    return flat((max(xs) + min(xs)) / 2, middle, half, narrow, (width, height))


def flat(x: float, y: float, half: float, narrow: float, sheet: tuple[int, int]) -> Window:
    """The window around a point that reaches `half` degrees north and south.

    `narrow` is the width of a degree of longitude beside the height of one of latitude.
    """
    width, height = sheet
    wide, unit = half * width / height / narrow, height / (2 * half)
    west, north = x - wide, y + half

    def project(east: float, up: float) -> Point:
        return (east - west) * narrow * unit, (north - up) * unit

    return Window(west, y - half, x + wide, north, width, height, project, is_flat=True)


def world(places: Sequence[Coordinates], width: int) -> Window:
    """The inhabited world in equal areas, cut through the Bering Strait; further north and south where places lie."""
    west, east = -169.0, 191.0
    middle = (west + east) / 2
    south = max(min(-56.0, *(one.latitude - 4 for one in places)), -90.0)
    north = min(max(78.0, *(one.latitude + 4 for one in places)), 90.0)
    sides = (abs(equal_earth(turned(one.longitude, middle) - middle, one.latitude)[0]) + 0.1 for one in places)
    unit = width / (2 * max(equal_earth(150, 0)[0], *sides))  # beyond 150 degrees from its middle is little land
    top, bottom = equal_earth(0, north)[1], equal_earth(0, south)[1]

    def project(longitude: float, latitude: float) -> Point:
        x, y = equal_earth(longitude - middle, latitude)
        return width / 2 + x * unit, (top - y) * unit

    return Window(west, south, east, north, width, math.ceil((top - bottom) * unit), project)


def equal_earth(longitude: float, latitude: float) -> Point:
    """Right and up, on a globe of radius 1 (Šavrič, Patterson, Jenny: The Equal Earth map projection, 2018)."""
    a, b, c, d = 1.340264, -0.081106, 0.000893, 0.003796
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2, t6 = t**2, t**6
    x = 2 * math.radians(longitude) * math.cos(t) / (math.sqrt(3) * (a + 3 * b * t2 + t6 * (7 * c + 9 * d * t2)))
    return x, t * (a + b * t2 + t6 * (c + d * t2))
