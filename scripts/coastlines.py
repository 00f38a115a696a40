"""Makes scripts/edition/coastlines/world.json anew, from a folder with the npm package world-atlas.

    python scripts/coastlines.py node_modules/world-atlas

The package holds Natural Earth 1:50m as TopoJSON: lines cut into arcs, which neighbours share.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
TARGET = Path(__file__).parent / "edition" / "coastlines" / "world.json"
UNIT = 100  # parts of a degree
SMALLEST = 0.002  # square degrees: about 25 square kilometres at the equator


def decoded_arcs(topology: Any) -> list[list[Point]]:
    """The arcs in degrees, rounded."""
    (width, height), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(point[0] for point in arc), accumulate(point[1] for point in arc)
        arcs.append([(round(x * width + left, 2), round(y * height + bottom, 2)) for x, y in zip(xs, ys, strict=True)])
    return arcs


def joined(numbers: Iterable[int], arcs: list[list[Point]]) -> list[Point]:
    """One line from arcs that follow one another; a negative number means an arc backwards."""
    line: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line += arc[1:] if line else arc
    return line


def unbroken(line: list[Point]) -> list[Point]:
    """The line without its jumps at the date line: there its longitudes run on beyond 180."""
    turns = [round((one[0] - other[0]) / 360) * 360 for one, other in pairwise(line)]
    return [(x + turn, y) for (x, y), turn in zip(line, [0, *accumulate(turns)], strict=True)]


def closed(ring: list[Point]) -> list[Point]:
    """The ring; one around a pole is led along it, so that it encloses an area."""
    ring = unbroken(ring)
    return ring if abs(ring[0][0] - ring[-1][0]) < 1 else [*ring, (ring[-1][0], -90), (ring[0][0], -90), ring[0]]


def around(ring: list[Point], middle: float) -> list[Point]:
    """The ring on that side of the date line which is nearer to a longitude."""
    turn = round((middle - (min(ring)[0] + max(ring)[0]) / 2) / 360) * 360
    return [(x + turn, y) for x, y in ring]


def area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def steps(line: list[Point]) -> list[int]:
    """The first point and the steps to each next one, east and north in turns, in hundredths of a degree."""
    points = [(round(x * UNIT), round(y * UNIT)) for x, y in line]
    moves = [(b[0] - a[0], b[1] - a[1]) for a, b in zip([(0, 0), *points], points, strict=False)]
    return [number for index, move in enumerate(moves) if index == 0 or move != (0, 0) for number in move]


def polygons(geometry: Any) -> Iterator[list[list[int]]]:
    """The polygons of a geometry, each a list of rings of arcs."""
    if geometry["type"] == "GeometryCollection":
        for one in geometry["geometries"]:
            yield from polygons(one)
    elif geometry["type"] == "Polygon":
        yield geometry["arcs"]
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]


def land(topology: Any) -> list[list[list[int]]]:
    """Polygons, the largest first, each as its outer ring and its lakes."""
    arcs = decoded_arcs(topology)
    found = [[around(closed(joined(ring, arcs)), 0) for ring in one] for one in polygons(topology["objects"]["land"])]
    found = [[ring for ring in one if area(ring) >= SMALLEST] for one in found]
    return [[steps(ring) for ring in one] for one in sorted(filter(None, found), key=lambda one: -area(one[0]))]


def borders(topology: Any) -> list[list[int]]:
    """The lines at which two countries meet."""
    arcs, uses = decoded_arcs(topology), Counter[int]()
    for country in topology["objects"]["countries"]["geometries"]:
        numbers = {number if number >= 0 else ~number for one in polygons(country) for ring in one for number in ring}
        uses.update(numbers)
    return [steps(unbroken(arcs[number])) for number, count in sorted(uses.items()) if count > 1]


def main(folder: Path) -> None:
    of_land, of_countries = (json.loads((folder / f"{name}-50m.json").read_bytes()) for name in ("land", "countries"))
    data = {"land": land(of_land), "borders": borders(of_countries)}
    TARGET.write_text(json.dumps(data, separators=(",", ":")).replace("]],", "]],\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
