"""Coastlines and borders cut to a window, as paths of an SVG: as simple as its pixels are coarse. No place, no page."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import shapely
from shapely.affinity import translate

from edition.model import Coastlines
from edition.render.drawing.geography import FULL_TURN, Point, Window

PIXELS = (0.5, 0.8, 1.2, 1.8, 2.7, 4.0)  # how far a line may move on the sheet when it is made simpler
BLEED = 6  # pixels that shapes reach over the edge of the sheet, so that where they are cut is not drawn as a coast


def land(window: Window, coastlines: Coastlines, longest: int) -> str:
    """The land, without isles that nobody would see; coarser where fjords and isles make more characters of it."""
    shapes = _drawn(_cut(window, coastlines.land), window)
    paths = (_rings(shapely.simplify(shapes, pixel, preserve_topology=False), 4 * pixel * pixel) for pixel in PIXELS)
    return _fitting(paths, longest)


def _fitting(paths: Iterable[str], longest: int) -> str:
    """The first path that is short enough, else the last."""
    found = ""
    for found in paths:
        if len(found) <= longest:
            break
    return found


def _rings(shapes: Any, least: float) -> str:
    """The outlines of polygons of at least so many square pixels."""
    polygons = (one for one in shapely.get_parts(shapes) if one.geom_type == "Polygon" and one.area >= least)
    rings = (ring for polygon in polygons for ring in (polygon.exterior, *polygon.interiors))
    return "".join(f"{path(ring.coords[:-1])}z" for ring in rings)


def borders(window: Window, coastlines: Coastlines, longest: int) -> str:
    """The lines at which countries meet, coarser where they are many."""
    shape = _drawn([shapely.line_merge(shapely.union_all(_cut(window, coastlines.borders)))], window)
    paths = (_lines(shapely.simplify(shape, pixel)) for pixel in PIXELS[1:])
    return _fitting(paths, longest)


def _lines(shapes: Any) -> str:
    return "".join(path(line.coords) for line in shapely.get_parts(shapes) if line.geom_type == "LineString")


def _drawn(shapes: Sequence[Any], window: Window) -> Any:
    """Shapes in degrees as they lie on the sheet."""

    def project(xs: Any, ys: Any) -> tuple[Any, Any]:
        if window.is_flat:
            return window.project(xs, ys)
        points = [window.project(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        return [x for x, _ in points], [y for _, y in points]

    return shapely.transform(shapes, project, interleaved=False)


def _cut(window: Window, shapes: shapely.STRtree) -> list[Any]:
    """What lies in a window and a little beyond its edges, however often one goes around the world for it."""
    up = BLEED * (window.north - window.south) / window.height
    across = BLEED * (window.east - window.west) / window.width
    south, north = max(window.south - up, -90), min(window.north + up, 90)
    rounds = []
    for turn in (-FULL_TURN, 0, FULL_TURN):
        west, east = window.west - across - turn, window.east + across - turn
        inside = shapes.geometries[sorted(shapes.query(shapely.box(west, south, east, north)))]
        pieces = shapely.clip_by_rect(inside, west, south, east, north)
        rounds.append([translate(piece, turn) for piece in pieces if not piece.is_empty])
    found = [piece for pieces in rounds for piece in pieces]
    is_joined = sum(map(bool, rounds)) > 1  # what meets at the date line becomes one
    return [shapely.union_all(found)] if is_joined else found


def path(points: Sequence[Point]) -> str:
    """`M10.5 20l3-4 …`: the first point and the steps to the next ones, in tenths of a pixel."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(x - last[0], y - last[1]) for last, (x, y) in pairwise(tenths)]
    return f"M{_pair(*tenths[0])}l" + "".join(_pair(*step) for step in steps if step != (0, 0))


def _pair(x: int, y: int) -> str:
    """` .5-3`: two numbers in tenths, each after its sign or a space, without zeros that say nothing."""
    return "".join(f"{'-' if number < 0 else ' '}{_tenths(abs(number))}" for number in (x, y))


def _tenths(number: int) -> str:
    whole, tenth = divmod(number, 10)
    return f"{whole or ''}.{tenth}" if tenth else str(whole)
