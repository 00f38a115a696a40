"""The map of one place with its neighbours, as HTML for its page: a drawing, and the same in words."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from edition.addresses import PLACES_MAP, entity_page, web_address
from edition.index import Index
from edition.model import Coastlines, Coordinates, Entity
from edition.render.drawing import coasts
from edition.render.drawing.geography import Window, around
from edition.render.drawing.labels import Box, Dot, Label, labels
from edition.render.drawing.nearby import Neighbour
from edition.render.environment import fragment

WIDTH, HEIGHT = 320, 256  # for a narrow column
LONGEST = 5_400  # characters of the coast; a third of it for borders
FAR = 4  # times as far as half of the neighbours: these stand in the list, but would make the map too small
LEAST = 1.8  # degrees of latitude that a map shows at least
LEAST_ALONE = 9  # the same where nothing is near
RADIUS, RADIUS_HERE = 3.5, 5.5
LOCATOR_WIDTH, LOCATOR_HEIGHT, LOCATOR_DEGREES = 76, 60, 34  # the small map that says where the window lies
BAR = 90  # pixels that a scale bar has at most
EDGE = 8  # pixels between the edge and what stands in a corner


@dataclass(frozen=True)
class Locator:
    """A small map in a corner: its upper left, land, and the frame of the large one."""

    box: Box
    land: str
    frame: Box


def place_map(entity: Entity, near: Sequence[Neighbour], index: Index, coastlines: Coastlines, page: str) -> str:
    """The map and the list of neighbours, the nearest first; nothing for an entity without coordinates."""
    if not entity.coordinates:
        return ""
    window = _window(entity.coordinates, near)
    x, y = window.point(entity.coordinates)
    here = Dot(x, y, RADIUS_HERE, entity.name)
    dots = ((one, _dot(one, window)) for one in named_most(near, index))
    drawn = [(one, dot) for one, dot in dots if dot.box.is_within(WIDTH, HEIGHT)]
    bar, length = scale_bar(window)
    corner = Box(EDGE, HEIGHT - EDGE - 20, EDGE + bar + 10, HEIGHT - EDGE)
    found = labels([here, *(dot for _, dot in drawn)], WIDTH, HEIGHT, [corner])
    taken = [corner, here.box, *(dot.box for _, dot in drawn), *(label.box for label in found if label)]
    return fragment(
        "place_map.html.j2",
        name=entity.name,
        window=window,
        land=coasts.land(window, coastlines, LONGEST),
        borders=coasts.borders(window, coastlines, LONGEST // 3),
        here=(here, found[0]),
        drawn=[_linked(one, dot, label, page) for (one, dot), label in zip(drawn, found[1:], strict=True)],
        locator=_locator(window, coastlines, taken),
        bar=(bar, length, corner),
        all_places=web_address(page, PLACES_MAP),
        near=[(one.place.name, web_address(page, entity_page(one.place)), distance(one.distance)) for one in near],
    )


def named_most(near: Sequence[Neighbour], index: Index) -> list[Neighbour]:
    """The neighbours in the order in which their names find a place on the map."""
    return sorted(near, key=lambda one: -len(index.mentions(one.place.id)))


def _window(here: Coordinates, near: Sequence[Neighbour]) -> Window:
    """The window with the place and all neighbours but those that lie much farther away than the others."""
    reach = FAR * median(one.distance for one in near) if near else 0
    places = [here, *(one.at for one in near if one.distance <= reach)]
    return around(places, WIDTH, HEIGHT, LEAST if near else LEAST_ALONE)


def _dot(neighbour: Neighbour, window: Window) -> Dot:
    x, y = window.point(neighbour.at)
    return Dot(x, y, RADIUS, neighbour.place.name)


def _linked(neighbour: Neighbour, dot: Dot, label: Label | None, page: str) -> tuple[str, str, Dot, Label | None]:
    """Address, words for a reader who points at it, dot and label."""
    address = web_address(page, entity_page(neighbour.place))
    return address, f"{neighbour.place.name}, {distance(neighbour.distance)}", dot, label


def distance(kilometres: float) -> str:
    """`0.4 km`, `12 km`, `1,240 km`: as exact as one says it, with a space that no line breaks."""
    if kilometres < 1:
        return f"{max(kilometres, 0.1):.1f}\N{NO-BREAK SPACE}km"
    return f"{round(kilometres, -1 if kilometres >= 100 else 0):,.0f}\N{NO-BREAK SPACE}km"


def scale_bar(window: Window) -> tuple[float, str]:
    """The length in pixels of a round distance, and the distance."""
    longest = BAR * window.scale
    power = 10 ** math.floor(math.log10(longest))
    length = max(step * power for step in (1, 2, 5) if step * power <= longest)
    return round(length / window.scale, 1), f"{length:,g} km"


def _locator(window: Window, coastlines: Coastlines, taken: Sequence[Box]) -> Locator | None:
    """The small map in the first corner that nothing else fills; none for a window that shows a continent anyway."""
    corners = (
        (WIDTH - EDGE - LOCATOR_WIDTH, HEIGHT - EDGE - LOCATOR_HEIGHT),
        (WIDTH - EDGE - LOCATOR_WIDTH, EDGE),
        (EDGE, EDGE),
    )
    boxes = (Box(x, y, x + LOCATOR_WIDTH, y + LOCATOR_HEIGHT) for x, y in corners)
    box = next((box for box in boxes if not any(box.overlaps(other) for other in taken)), None)
    if box is None or window.north - window.south > LOCATOR_DEGREES / 2:
        return None
    middle = Coordinates((window.south + window.north) / 2, (window.west + window.east) / 2)
    small = around([middle], LOCATOR_WIDTH, LOCATOR_HEIGHT, LOCATOR_DEGREES)
    left, top = small.project(window.west, window.north)
    right, bottom = small.project(window.east, window.south)
    return Locator(box, coasts.land(small, coastlines, LONGEST // 3), Box(left, top, right, bottom))
