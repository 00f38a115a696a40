"""The file of coastlines becomes shapes. How it is written is said beside it."""

import json
from collections.abc import Sequence
from itertools import accumulate

from shapely import LineString, Polygon, STRtree, make_valid

from edition.model import Coastlines

UNIT = 100  # parts of a degree


def read_coastlines(data: bytes) -> Coastlines:
    """The coastlines; the file is the program's own, and so is right."""
    world = json.loads(data)
    land = (Polygon(_points(outer), [_points(lake) for lake in lakes]) for outer, *lakes in world["land"])
    borders = (LineString(_points(line)) for line in world["borders"])
    # Rounded to hundredths of a degree, a coast may cross itself.
    return Coastlines(STRtree([make_valid(one) for one in land]), STRtree(list(borders)))


def _points(steps: Sequence[int]) -> list[tuple[float, float]]:
    """The points that the steps lead to, in degrees."""
    east, north = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x / UNIT, y / UNIT) for x, y in zip(east, north, strict=True)]
