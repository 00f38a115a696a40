"""Names beside dots on a sheet: where each fits so that none covers another. No page, no link."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SIZE = 13  # of the letters, in pixels of the sheet
GAP = 3  # between a dot and its name
# Widths in parts of the size, wide rather than narrow, since the letters are those of the reader's system.
NARROW, WIDE, USUAL, CAPITAL, FULL = 0.4, 1.0, 0.63, 0.78, 1.05


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def is_within(self, width: float, height: float) -> bool:
        return self.left >= 0 and self.top >= 0 and self.right <= width and self.bottom <= height


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle on the sheet and the name it asks for."""

    x: float
    y: float
    radius: float
    name: str

    @property
    def box(self) -> Box:
        return around(self.x, self.y, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name begins, is centred or ends (SVG: text-anchor), on which baseline, and the box that it fills."""

    x: float
    y: float
    anchor: str
    box: Box


def around(x: float, y: float, across: float, up: float) -> Box:
    return Box(x - across, y - up, x + across, y + up)


def text_width(text: str, size: float = SIZE) -> float:
    """About how wide a text is, never less."""
    return sum(map(_width, text)) * size


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return FULL
    if unicodedata.combining(character):
        return 0
    if character in "iljtfrI.,:;'’ -()|":
        return NARROW
    if character in "mwMW—@%":
        return WIDE
    return USUAL if character.islower() or character.isdigit() else CAPITAL


def labels(dots: Sequence[Dot], width: float, height: float, taken: Sequence[Box] = ()) -> tuple[Label | None, ...]:
    """A place for each name, the first dots first; None where a name would cover another, a dot, or the edge."""
    boxes = [*taken, *(dot.box for dot in dots)]
    found: list[Label | None] = []
    for dot in dots:
        free = (one for one in _positions(dot) if one.box.is_within(width, height) and not _covers(one.box, boxes))
        label = next(free, None)
        found.append(label)
        if label:
            boxes.append(label.box)
    return tuple(found)


def _covers(box: Box, boxes: Sequence[Box]) -> bool:
    return any(box.overlaps(other) for other in boxes)


def _positions(dot: Dot) -> Iterator[Label]:
    """Right, left, above, below, and the four corners, in the order in which a reader likes them."""
    out, aslant = dot.radius + GAP, (dot.radius + GAP) * 0.75
    for across, up, anchor in (
        (out, 0.0, "start"),
        (-out, 0.0, "end"),
        (0.0, -1.0, "middle"),
        (0.0, 1.0, "middle"),
        (aslant, -0.6, "start"),
        (aslant, 0.6, "start"),
        (-aslant, -0.6, "end"),
        (-aslant, 0.6, "end"),
    ):
        yield label(dot.x + across, dot.y + up * (dot.radius + SIZE * 0.65), anchor, dot.name)


def label(x: float, middle: float, anchor: str, name: str) -> Label:
    """A name whose letters stand around the height `middle`."""
    width = text_width(name)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Label(x, middle + SIZE * 0.35, anchor, Box(left, middle - SIZE * 0.6, left + width, middle + SIZE * 0.6))
