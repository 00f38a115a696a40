"""What an SVG of the build shows: its names with the boxes that they fill, its links, its numbers."""

from __future__ import annotations

import math
import re
from itertools import combinations
from xml.etree import ElementTree

from edition.render.drawing.labels import SIZE, Box, text_width

SVG = re.compile(r"<svg viewBox.*?</svg>(?=\n</?(?:div|fig))", re.DOTALL)


def drawings(text: str) -> list[ElementTree.Element]:
    """The pictures of a page or of a part of it, without the small ones inside them."""
    return [ElementTree.fromstring(found) for found in SVG.findall(text)]


def size(svg: ElementTree.Element) -> tuple[float, float]:
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    return width, height


def names(svg: ElementTree.Element) -> list[tuple[str, Box]]:
    """Each line of text but that of the scale, with about the box that it fills."""
    found = []
    for group in svg.iter():
        if group.attrib.get("class") == "scale":
            continue
        for text in group.findall("text"):
            anchor = text.attrib.get("text-anchor", "start")
            for line in text.findall("tspan") or [text]:
                found.append(_named("".join(line.itertext()).strip(), line, anchor))
    return found


def _named(name: str, line: ElementTree.Element, anchor: str) -> tuple[str, Box]:
    x, y, width = float(line.attrib["x"]), float(line.attrib["y"]), text_width(name)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return name, Box(left, y - SIZE * 0.75, left + width, y + SIZE * 0.2)


def links(svg: ElementTree.Element) -> list[str]:
    return [link.attrib["href"] for link in svg.iter("a")]


def collisions(svg: ElementTree.Element) -> list[tuple[str, str]]:
    """Names of which one covers another, and names that leave the sheet."""
    boxes = names(svg)
    width, height = size(svg)
    outside = [(name, "the edge") for name, box in boxes if not box.is_within(width + 0.1, height + 0.1)]
    return outside + [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)]


def is_finite(svg: ElementTree.Element) -> bool:
    """Whether every number of the drawing is one."""
    values = [value for node in svg.iter() for key, value in node.attrib.items() if key not in ("href", "aria-label")]
    numbers = [float(number) for value in values for number in re.findall(r"-?\d*\.?\d+", value)]
    return all(map(math.isfinite, numbers)) and not re.search(r"\b(nan|inf)\b", " ".join(values))
