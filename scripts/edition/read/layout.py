"""Lines become blocks: which lines make a paragraph. What role a block has is said in roles.

A block is a list of pieces of the normalised text; more than one piece where hard-wrapped lines are joined.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from edition.model import BlockRole, Layout, Span

# A hard-wrapped text has no line longer than this; an article with a paragraph a line soon has.
WIDEST_WRAP = 120
# So many of the line ends inside blocks must be where a wrapping editor would have put them.
WRAPPED_SHARE = 0.8
# Some editors count otherwise than we do; a line that ends a paragraph is far shorter.
RAGGED = 6
# In so many of them a sentence ends in a text with a paragraph a line; in a wrapped one seldom.
ENDED_SHARE = 0.5
# Fewer or shorter lines tell nothing, unless one begins with a small letter.
FEWEST_LINES, NARROWEST_WRAP = 3, 40

HYPHEN_AT_END = re.compile(r"\w[-‐‑]$")
CLOSING = r"""["'”’»)\]]*$"""
SENTENCE_END = re.compile(rf"[.!?:…]{CLOSING}")


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A role and the spans of the normalised text that make the block, in order."""

    role: BlockRole
    pieces: tuple[Span, ...]

    def words(self, text: str) -> str:
        return "".join(self.lines(text))

    def lines(self, text: str) -> tuple[str, ...]:
        """Each piece as the next one follows it: after a hyphen inside a word nothing stands between them."""
        *before, last = (piece.of(text) for piece in self.pieces)
        return (*(line if HYPHEN_AT_END.search(line) else f"{line} " for line in before), last)


def find_blocks(text: str, start: int, layout: Layout | None) -> list[tuple[Span, ...]]:
    """The lines from `start` on, without the blank ones, as blocks of pieces in their order. No word is left out."""
    groups = [[line for line in group if line] for filled, group in groupby(_lines(text, start), bool) if filled]
    width = max((_width(line) for group in groups for line in group), default=0)
    chosen = layout or guessed_layout(text, groups, width)
    return [block for group in groups for block in _joined(text, group, chosen, width)]


def _lines(text: str, start: int) -> Iterator[Span | None]:
    """Each line without white space at its ends; None for a blank one."""
    for match in re.finditer(r"[^\n]*(?:\n|$)", text[start:]):
        stripped = match[0].strip()
        first = start + match.start() + match[0].find(stripped)
        yield Span(first, first + len(stripped)) if stripped else None


def guessed_layout(text: str, groups: Sequence[Sequence[Span]], width: int) -> Layout:
    """`wrapped` where line ends fall where a wrapping editor puts them, else a paragraph a line."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    goes_on = any(text[following.start].islower() for _, following in breaks)
    is_telling = goes_on or any(len(group) >= FEWEST_LINES for group in groups)
    if not is_telling or not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return "lines"
    full = sum(is_full(text, line, following, width) for line, following in breaks)
    ended = sum(SENTENCE_END.search(line.of(text)) is not None for line, _ in breaks)
    is_wrapped = full >= WRAPPED_SHARE * len(breaks) and ended < ENDED_SHARE * len(breaks)
    return "wrapped" if is_wrapped else "lines"


def _width(line: Span) -> int:
    return line.end - line.start


def is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on the line: then the break is the editor's."""
    first_word = following.of(text).split(maxsplit=1)[0]
    return _width(line) + 1 + len(first_word) > width - RAGGED


def _joined(text: str, group: Sequence[Span], layout: Layout, width: int) -> list[tuple[Span, ...]]:
    """The lines between two blank ones as blocks of pieces."""
    if layout == "lines":
        return [(line,) for line in group]
    if layout == "blank-lines":
        return [tuple(group)]
    blocks = [[group[0]]]
    for line, following in pairwise(group):
        if is_full(text, line, following, width):
            blocks[-1].append(following)
        else:
            blocks.append([following])
    return [tuple(block) for block in blocks]
