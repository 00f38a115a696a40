"""The page of who is named with whom: a drawing of the most connected, and the same pairs as a table."""

import math
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from edition.addresses import NETWORK, entity_page, web_address
from edition.index import Index
from edition.model import Edition, Entity, Kind, Page
from edition.render.drawing.graph import Graph, Pair, network
from edition.render.drawing.labels import SIZE, text_width
from edition.render.drawing.layout import Point, Size, positions
from edition.render.environment import fragment, page_text

LINE = SIZE * 1.15  # height of a line of a name
LONGEST_LINE = 20  # letters: longer names take two lines or three
SMALLEST, LARGEST = 5.0, 15.0  # from the middle of a node to its edge
EDGE = 12  # pixels around the whole
THINNEST, THICKEST = 1.0, 7.0  # lines


@dataclass(frozen=True)
class Node:
    """An entity on the sheet: its mark, and below it its name in lines."""

    entity: Entity
    radius: float
    lines: tuple[str, ...]

    @property
    def size(self) -> Size:
        across = max(self.radius, *(text_width(line) / 2 for line in self.lines))
        return across, self.radius + LINE * len(self.lines) / 2 + 2

    @property
    def rise(self) -> float:
        """How far the middle of the mark stands above the middle of the whole."""
        return self.size[1] - self.radius


def network_page(edition: Edition, index: Index) -> Page:
    graph = network(edition, index)
    body = fragment("network.html.j2", **drawing(graph, index)) if graph.ties else ""
    rows = [_row(pair, edition) for pair in graph.ties]
    table = fragment("network_table.html.j2", rows=rows) if rows else ""
    fields: dict[str, object] = {
        "title": "Who is named with whom",
        "description": "The persons and organizations that the articles name together, as a picture and as a table.",
        "kind": "network",
    }
    return Page(NETWORK, page_text("network.md.j2", fields, count=len(graph.nodes), body=body, table=table))


def drawing(graph: Graph, index: Index) -> dict[str, object]:
    """Everything that the drawing shows, in pixels."""
    nodes = nodes_of(graph, index)
    number = {node.entity.id: place for place, node in enumerate(nodes)}
    ties = [(number[pair.one], number[pair.other], pair.paragraphs) for pair in graph.ties]
    middles = positions([node.size for node in nodes], ties)
    marks = [(x + EDGE, y - node.rise + EDGE) for node, (x, y) in zip(nodes, middles, strict=True)]
    most = max(strength for _, _, strength in ties)
    return {
        "width": math.ceil(max(x + node.size[0] for node, (x, _) in zip(nodes, middles, strict=True))) + 2 * EDGE,
        "height": math.ceil(max(y + node.size[1] for node, (_, y) in zip(nodes, middles, strict=True))) + 2 * EDGE,
        "ties": [(marks[one], marks[other], _thickness(strength, most)) for one, other, strength in reversed(ties)],
        "nodes": [_drawn(node, place, marks, ties) for place, node in enumerate(nodes)],
        "line": LINE,
    }


def nodes_of(graph: Graph, index: Index) -> list[Node]:
    """The nodes; the area of a mark grows with the mentions."""
    mentions = {entity.id: len(index.mentions(entity.id)) for entity in graph.nodes}
    most = max(mentions.values())
    return [
        Node(entity, round(max(SMALLEST, LARGEST * math.sqrt(mentions[entity.id] / most)), 1), _lines(entity.name))
        for entity in graph.nodes
    ]


def _lines(name: str) -> tuple[str, ...]:
    """The name in lines of about the same length; what stands in brackets begins one of its own."""
    parts = [part for part in re.split(r" (?=\()", name) if part]
    return tuple(line for part in parts for line in textwrap.wrap(part, _evenly(len(part)), break_long_words=False))


def _evenly(letters: int) -> int:
    """How long lines are that share so many letters."""
    return max(math.ceil(letters / math.ceil(letters / LONGEST_LINE)) + 3, 8)


def _thickness(strength: int, most: int) -> float:
    return round(THINNEST + (THICKEST - THINNEST) * math.sqrt((strength - 1) / max(most - 1, 1)), 1)


def _drawn(node: Node, place: int, marks: Sequence[Point], ties: Sequence[tuple[int, int, int]]) -> dict[str, object]:
    x, y = marks[place]
    tied = [other if one == place else one for one, other, _ in ties if place in (one, other)]
    return {
        "address": web_address(NETWORK, entity_page(node.entity)),
        "kind": node.entity.kind.value,
        "is_person": node.entity.kind is Kind.PERSON,
        "title": f"{node.entity.name}, with lines to {len(tied):,} of the others",
        "at": (x, y),
        "radius": node.radius,
        "lines": [(line, round(y + node.radius + LINE * (row + 0.85), 1)) for row, line in enumerate(node.lines)],
        "tied": [marks[other] for other in tied],
    }


def _row(pair: Pair, edition: Edition) -> dict[str, object]:
    both = [edition.registry.by_id[id] for id in (pair.one, pair.other)]
    return {
        "both": [(one.name, one.kind.value, web_address(NETWORK, entity_page(one))) for one in both],
        "paragraphs": pair.paragraphs,
        "articles": pair.articles,
    }
