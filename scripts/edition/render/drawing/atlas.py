"""The page with all places: a map of the world, and one of each part where they stand too close to be told apart."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edition.addresses import PLACES_MAP, entity_page, kind_page, relative, web_address
from edition.index import Index
from edition.markdown import link
from edition.model import Coastlines, Coordinates, Edition, Entity, Kind, Page
from edition.render.drawing import coasts
from edition.render.drawing.geography import Window, around, world
from edition.render.drawing.labels import Box, Dot, Label, labels
from edition.render.environment import fragment, page_text
from edition.render.words import counted, degrees, name_order

WIDTH, HEIGHT, WORLD_WIDTH = 640, 460, 800
LONGEST = 40_000  # characters of a coast
LEAST = 1.0  # degrees of latitude that a map shows at least
CLOSE = 14  # pixels within which places stand too close
CLUMP = 3  # so many places that stand too close get a map of their own
LARGER = 2  # so many times larger than the one around it is such a map at least
SHEETS = 6  # besides the world
ROWS = 1000  # of the table, and places without a point
DOTS = 150  # the places named most, on one map
SMALLEST, LARGEST = 3.0, 24.0  # radius of circles


@dataclass(frozen=True)
class Standing:
    """A place with its point and with how often, and in how many articles, it is named."""

    place: Entity
    at: Coordinates
    mentions: int
    articles: int


@dataclass(frozen=True)
class Sheet:
    """A map, the places on it, the one named most first, and the maps of its parts."""

    window: Window
    places: tuple[Standing, ...]
    parts: tuple["Sheet", ...] = field(default=())

    @property
    def mentions(self) -> int:
        return sum(one.mentions for one in self.places)


def places_map_page(edition: Edition, index: Index) -> Page:
    """The map of all places, and the same as a table."""
    places = [one for one in edition.registry.entities if one.kind is Kind.PLACE]
    found = standings(places, index)
    world_sheet = sheet(world([one.at for one in found], WORLD_WIDTH), found) if found else None
    parts = sorted(_below(world_sheet), key=lambda one: -one.mentions)[:SHEETS] if world_sheet else []
    sheets = [*parts, world_sheet] if world_sheet else []
    most = max((one.mentions for one in found), default=0)
    pointless = sorted((one for one in places if not one.coordinates), key=name_order)
    text = page_text(
        "places_map.md.j2",
        {
            "title": "Map of all places",
            "description": "Where the places lie that the articles name, and how often they are named.",
            "kind": "map",
        },
        maps=[_drawing(one, number, sheets, most, edition.coastlines) for number, one in enumerate(sheets, 1)],
        table=fragment("places_table.html.j2", rows=[_row(one, edition) for one in found[:ROWS]]) if found else "",
        is_whole=len(found) <= ROWS,
        pointless=[link(one.name, relative(PLACES_MAP, entity_page(one)), one.kind.value) for one in pointless[:ROWS]],
        more=max(len(pointless) - ROWS, 0),
        places=relative(PLACES_MAP, kind_page(Kind.PLACE)),
    )
    return Page(PLACES_MAP, text)


def standings(places: Sequence[Entity], index: Index) -> tuple[Standing, ...]:
    """The places that have coordinates, the one named most first."""
    found = [
        Standing(one, one.coordinates, len(lines), len(lines.passages))
        for one, lines in ((one, index.mentions(one.id)) for one in places)
        if one.coordinates
    ]
    return tuple(sorted(found, key=lambda one: (-one.mentions, name_order(one.place))))


def sheet(window: Window, places: tuple[Standing, ...]) -> Sheet:
    """The map of these places, with maps of the parts where many stand too close, and again of parts of those."""
    parts = []
    for these in clumps([window.point(one.at) for one in places]):
        clump = tuple(places[number] for number in these)
        inner = around([one.at for one in clump], WIDTH, HEIGHT, LEAST)
        if len(clump) >= CLUMP and inner.scale * LARGER <= window.scale:
            parts.append(sheet(inner, clump))
    return Sheet(window, places, tuple(parts))


def clumps(points: Sequence[tuple[float, float]]) -> list[list[int]]:
    """The numbers of points that hang together: each stands close to another of its clump."""
    found: list[list[int]] = []
    for number, point in enumerate(points):
        near = [clump for clump in found if any(math.dist(point, points[other]) <= CLOSE for other in clump)]
        found = [clump for clump in found if clump not in near]
        found.append(sorted([number, *(other for clump in near for other in clump)]))
    return sorted(found)


def _below(sheet: Sheet) -> Iterator[Sheet]:
    for part in sheet.parts:
        yield part
        yield from _below(part)


def _drawing(sheet: Sheet, number: int, sheets: Sequence[Sheet], most: int, coastlines: Coastlines) -> str:
    """The map as HTML; parts that have a map of their own are frames that lead to it."""
    window = sheet.window
    parts = [(part, sheets.index(part) + 1, _frame(part.window, window)) for part in sheet.parts if part in sheets]
    elsewhere = {one.place.id for part, _, _ in parts for one in part.places}
    places = [one for one in sheet.places if one.place.id not in elsewhere][:DOTS]
    dots = [Dot(*window.point(one.at), radius(one.mentions, most), one.place.name) for one in places]
    frames = [
        Dot((box.left + box.right) / 2, (box.top + box.bottom) / 2, (box.right - box.left) / 2, _title(part))
        for part, _, box in parts
    ]
    found = labels([*frames, *dots], window.width, window.height)
    return fragment(
        "places_map.html.j2",
        number=number,
        is_world=sheet is sheets[-1],
        title="The world" if sheet is sheets[-1] else _title(sheet),
        count=counted(len(sheet.places), "place"),
        window=window,
        land=coasts.land(window, coastlines, LONGEST),
        borders=coasts.borders(window, coastlines, LONGEST),
        frames=[
            (f"#map-{at}", box, dot.name, label) for (_, at, box), dot, label in zip(parts, frames, found, strict=False)
        ],
        dots=[_linked(one, dot, label) for one, dot, label in zip(places, dots, found[len(frames) :], strict=True)],
    )


def _frame(inner: Window, window: Window) -> Box:
    """Where one window lies in another."""
    corners = [Coordinates(y, x) for x in (inner.west, inner.east) for y in (inner.south, inner.north)]
    xs, ys = zip(*(window.point(one) for one in corners), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _title(sheet: Sheet) -> str:
    return f"Around {sheet.places[0].place.name}"


def radius(mentions: int, most: int) -> float:
    """The radius of a circle whose area grows with the mentions."""
    return max(SMALLEST, LARGEST * math.sqrt(mentions / most)) if most else SMALLEST


def _linked(one: Standing, dot: Dot, label: Label | None) -> tuple[str, str, Dot, Label | None]:
    """Address, words for a reader who points at it, dot and label."""
    counts = f"{counted(one.mentions, 'mention')} in {counted(one.articles, 'article')}"
    return web_address(PLACES_MAP, entity_page(one.place)), f"{one.place.name}: {counts}", dot, label


def _row(one: Standing, edition: Edition) -> dict[str, object]:
    inside = edition.registry.by_id[one.place.located_in] if one.place.located_in else None
    return {
        "name": one.place.name,
        "address": web_address(PLACES_MAP, entity_page(one.place)),
        "inside": inside and (inside.name, inside.kind.value, web_address(PLACES_MAP, entity_page(inside))),
        "mentions": one.mentions,
        "articles": one.articles,
        "at": degrees(one.at),
    }
