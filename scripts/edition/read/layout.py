"""Lines become blocks: which lines make a paragraph, and what role each block has. Pure rules over lines.

A block is a list of pieces of the normalised text; more than one piece where hard-wrapped lines are joined.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
# Fewer or shorter lines tell nothing.
FEWEST_LINES, NARROWEST_WRAP = 3, 40
LONGEST_HEADLINE = 300
LONGEST_HEADING = 80

CLOSING = "\"'”’»)]"
SENTENCE_END = re.compile(rf"[.!?:;,…—–-][{CLOSING}]*$")
BYLINE = re.compile(r"^(?:By|BY|Von|Par|Por|Di)\s+[A-ZÀ-Þ]")
CAPTION = re.compile(r"^(?:Photo|Picture|Image|Caption|Foto|Bild|Illustration|Graphic|Map)\s*:", re.IGNORECASE)
CREDIT = re.compile(
    r"""
    (?:(?<=\s)|^)(?:[-–—|/]\s*)?                                            # what parts it from the caption
    (?:photo(?:graph)?s?|pictures?|images?|credits?|source|©|\(c\))\s*(?:by|credit)?\s*:?\s+\S
    """,
    re.IGNORECASE | re.VERBOSE,
)
CREDIT_LINE = re.compile(r"^\(?(?:photo credit|credit|photograph by|photo by|image credit|©)\s*:?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A role and the spans of the normalised text that make the block, in order."""

    role: BlockRole
    pieces: tuple[Span, ...]

    def text(self, text: str) -> str:
        return " ".join(piece.of(text) for piece in self.pieces)


def find_blocks(
    text: str, start: int, *, layout: Layout | None, roles: Mapping[str, BlockRole], headline: bool
) -> tuple[RawBlock, ...]:
    """The blocks from `start` on; `headline`: whether the first of them is the headline. No word is left out."""
    groups = [[line for line in group if line] for filled, group in groupby(_lines(text, start), bool) if filled]
    width = max((_width(line) for group in groups for line in group), default=0)
    chosen = layout or guessed_layout(text, groups, width)
    joined = [block for group in groups for block in _joined(text, group, chosen, width)]
    return tuple(_with_roles(text, joined, roles, headline))


def _lines(text: str, start: int) -> Iterator[Span | None]:
    """Each line without white space at its ends; None for a blank one."""
    for match in re.finditer(r"[^\n]*(?:\n|$)", text[start:]):
        stripped = match[0].strip()
        first = start + match.start() + match[0].find(stripped)
        yield Span(first, first + len(stripped)) if stripped else None


def guessed_layout(text: str, groups: Sequence[Sequence[Span]], width: int) -> Layout:
    """`wrapped` where line ends fall where a wrapping editor puts them, else a paragraph a line."""
    breaks = [pair for group in groups for pair in pairwise(group)]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or all(len(group) < FEWEST_LINES for group in groups):
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


def _with_roles(
    text: str, blocks: Sequence[tuple[Span, ...]], said: Mapping[str, BlockRole], headline: bool
) -> Iterator[RawBlock]:
    for index, pieces in enumerate(blocks):
        block = RawBlock(BlockRole.PARAGRAPH, pieces)
        words = block.text(text)
        told = next((role for beginning, role in said.items() if words.startswith(beginning)), None)
        if told is not None:
            yield RawBlock(told, pieces)
        elif index == 0 and headline:
            yield RawBlock(BlockRole.HEADLINE, pieces)
        else:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            yield from _guessed(text, block, words, index, _length(following))


def _length(pieces: tuple[Span, ...] | None) -> int:
    return sum(map(_width, pieces)) if pieces else 0


def _guessed(text: str, block: RawBlock, words: str, index: int, following: int) -> Iterator[RawBlock]:
    """The block with the role that its words show; a caption that ends in a credit becomes two."""
    role = next((role for role, shows in GUESSES if shows(words, index, following)), BlockRole.PARAGRAPH)
    if role is BlockRole.CAPTION:
        yield from _caption_and_credit(text, block.pieces)
    else:
        yield RawBlock(role, block.pieces)


def _caption_and_credit(text: str, pieces: tuple[Span, ...]) -> Iterator[RawBlock]:
    last = pieces[-1]
    credits = [match for match in CREDIT.finditer(last.of(text)) if match.start() > 0]
    if not credits:
        yield RawBlock(BlockRole.CAPTION, pieces)
        return
    cut = last.start + credits[-1].start()
    end = last.start + len(last.of(text)[: credits[-1].start()].rstrip())
    yield RawBlock(BlockRole.CAPTION, (*pieces[:-1], Span(last.start, end)))
    yield RawBlock(BlockRole.CREDIT, (Span(cut, last.end),))


def is_heading(words: str, index: int, following: int) -> bool:
    """A short line without the end of a sentence that stands before a longer block."""
    starts = words.lstrip("\"'“‘«([")[:1]
    ends = SENTENCE_END.search(words) is not None
    return len(words) <= LONGEST_HEADING and 2 * len(words) < following and not ends and not starts.islower()


def is_byline(words: str, index: int, following: int) -> bool:
    """`By` and a name, near the top."""
    return index <= 2 and len(words) <= LONGEST_HEADING and BYLINE.match(words) is not None


def is_caption(words: str, index: int, following: int) -> bool:
    return CAPTION.match(words) is not None and len(words) <= 2 * LONGEST_HEADLINE


def is_credit(words: str, index: int, following: int) -> bool:
    return CREDIT_LINE.match(words) is not None and len(words) <= LONGEST_HEADING


# In this order: a credit may look like a heading, a byline like both.
GUESSES: tuple[tuple[BlockRole, Callable[[str, int, int], bool]], ...] = (
    (BlockRole.BYLINE, is_byline),
    (BlockRole.CREDIT, is_credit),
    (BlockRole.CAPTION, is_caption),
    (BlockRole.HEADING, is_heading),
)
