"""Where the nodes of a network stand: near whom they are tied to, no name over another. The same for the same graph."""

import math
from collections.abc import Sequence
from itertools import combinations

from igraph import Graph as Ties

from edition.render.drawing.labels import Box

Point = tuple[float, float]
Size = tuple[float, float]  # of a node with its name: across and up, from the middle to the edge
ROUNDS = 300  # of pushing apart, before the whole is stretched
STRETCH = 1.05
PAD = 5.0  # pixels between two names
SPACE = 3.0  # times the area of all nodes and names is that of the sheet they are first spread over
LOOSE = 0.8  # the power of distances from the middle
SHAPE = 1.35  # its width, beside its height


def positions(sizes: Sequence[Size], ties: Sequence[tuple[int, int, int]]) -> tuple[Point, ...]:
    """The middle of each node, in whole pixels from the upper left corner; ties are two nodes and a strength."""
    if not sizes:
        return ()
    spread = _spread(_springs(len(sizes), ties), sizes)
    return _cornered(_apart(spread, sizes), sizes)


def _springs(count: int, ties: Sequence[tuple[int, int, int]]) -> list[Point]:
    """Kamada and Kawai's layout, which draws no lots, from a circle on which communities stand together."""
    graph = Ties(count, [(one, other) for one, other, _ in ties])
    strengths = [strength for _, _, strength in ties]
    around = [node for part in _communities(graph, strengths, count) for node in part]
    circle = [(0.0, 0.0)] * count
    for place, node in enumerate(around):
        turn = 2 * math.pi * place / count
        circle[node] = (round(math.cos(turn), 6), round(math.sin(turn), 6))
    lengths = [1 + 1 / strength for strength in strengths]
    layout = graph.layout_kamada_kawai(seed=circle, weights=lengths, maxiter=100 * count, epsilon=0)
    return [_loosened(float(x), float(y)) for x, y in layout]


def _loosened(x: float, y: float) -> Point:
    """A point a little farther from the middle, the nearer it is: that is where the crowd stands."""
    factor = math.hypot(x, y) ** (LOOSE - 1) if x or y else 0.0
    return x * factor, y * factor


def _communities(graph: Ties, strengths: Sequence[int], count: int) -> list[list[int]]:
    if not strengths:
        return [list(range(count))]
    return list(graph.community_fastgreedy(weights=list(strengths)).as_clustering())


def _spread(points: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """The points over a sheet large enough for all names."""
    area = SPACE * sum(4 * across * up for across, up in sizes)
    height = math.sqrt(area / SHAPE)
    width = height * SHAPE
    xs, ys = [x for x, _ in points], [y for _, y in points]
    across, up = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    return [((x - min(xs)) / across * width, (y - min(ys)) / up * height) for x, y in points]


def _apart(points: Sequence[Point], sizes: Sequence[Size]) -> list[Point]:
    """The points, moved as little as may be so that no two boxes overlap; stretched where there is no room to move."""
    moved = list(points)
    while True:
        for _ in range(ROUNDS):
            if not _push(moved, sizes):
                return moved
        moved = [(x * STRETCH, y * STRETCH) for x, y in moved]


def _push(points: list[Point], sizes: Sequence[Size]) -> bool:
    """Push each two that overlap apart, the shorter way; whether there were any."""
    pushed = False
    for one, other in combinations(range(len(points)), 2):
        (x, y), (u, v) = points[one], points[other]
        across = sizes[one][0] + sizes[other][0] + PAD - abs(u - x)
        up = sizes[one][1] + sizes[other][1] + PAD - abs(v - y)
        if across <= 0 or up <= 0:
            continue
        pushed = True
        right = (across / 2 + 0.01) * (1 if u >= x else -1) if across < up else 0.0
        down = (up / 2 + 0.01) * (1 if v >= y else -1) if across >= up else 0.0
        points[one], points[other] = (x - right, y - down), (u + right, v + down)
    return pushed


def _cornered(points: Sequence[Point], sizes: Sequence[Size]) -> tuple[Point, ...]:
    """The points in whole pixels, moved so that the leftmost and the topmost box touch the edges."""
    boxes = [box(point, size) for point, size in zip(points, sizes, strict=True)]
    left, top = min(one.left for one in boxes), min(one.top for one in boxes)
    return tuple((float(math.ceil(x - left)), float(math.ceil(y - top))) for x, y in points)


def box(point: Point, size: Size) -> Box:
    """What a node with its name covers."""
    return Box(point[0] - size[0], point[1] - size[1], point[0] + size[0], point[1] + size[1])
