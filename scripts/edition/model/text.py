"""Files, spans and the way back from a derived text to the one it came from."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Code points from 0, end excluded (Web Annotation: TextPositionSelector)."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each code point of a derived text stands in the text it came from.

    From `targets[i]` on, up to the next target, the derived text runs parallel to the original from `origins[i]` on.
    """

    targets: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def origin(self, position: int) -> int:
        piece = bisect_right(self.targets, position) - 1
        return self.origins[piece] + position - self.targets[piece]


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it lies on the disk, by the name that problems use."""

    file: str
    data: bytes
