"""Blocks get their roles: what the editor says first, then what the words show. No line is joined here.

| role     | when the front matter does not say it                                                    |
| headline | the first lines, where there is no title or they say the same                             |
| byline   | `By` and a name, near the top                                                             |
| credit   | a short line that begins with `Credit:`, `Photo by` or `©`; the end of a caption            |
| caption  | a line that begins with `Photo:` or the like                                              |
| heading  | a short line without the end of a sentence before a longer block                          |
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from edition.model import BlockRole, Span
from edition.read.layout import CLOSING, RawBlock

LONGEST_HEADLINE = 300
LONGEST_HEADING = 80

GOES_ON = re.compile(rf"[.!?:;,…—–-]{CLOSING}")  # what ends in these is a sentence, or leads to the next line
BYLINE = re.compile(r"(?:By|BY|Von|Par|Por|Di)\s+[A-ZÀ-Þ]")
CAPTION = re.compile(r"(?i:photo|picture|image|caption|foto|bild|illustration|graphic|map)\s?:")
# What says that a name follows: `Photos by Ann`, `Credit: Ann`, `© Ann`; not `a photo of Ann`.
NAMES = r"(?i:photo(?:graph)?s?|pictures?|images?)\sby(?=\s[A-ZÀ-Þ])|(?i:(?:photo|image)?\s?credits?\s?:)|©|\([cC]\)"
CREDIT_LINE = re.compile(rf"[-–—|/(]?\s?(?:{NAMES})\s?\S")
CREDIT = re.compile(rf"(?:(?<=\s)|^)(?:[-–—|/(]\s?)?(?:{NAMES}|(?i:photo|picture|image|source)s?\s?:)\s?\S")


def with_roles(
    text: str, blocks: Sequence[tuple[Span, ...]], said: Mapping[str, BlockRole], title: str | None
) -> Iterator[RawBlock]:
    """The blocks with their roles, in their order. The first is the headline where there is no title or it says that.

    `said` gives the role of the blocks that begin with certain words.
    """
    for index, pieces in enumerate(blocks):
        block = RawBlock(BlockRole.PARAGRAPH, pieces)
        words = block.words(text)
        told = next((role for beginning, role in said.items() if words.startswith(beginning)), None)
        if told is not None:
            yield RawBlock(told, pieces)
            continue
        lines = _headline_lines(text, block, title) if index == 0 else 0
        if lines:
            yield RawBlock(BlockRole.HEADLINE, pieces[:lines])
        if lines < len(pieces):
            following = sum(piece.end - piece.start for piece in blocks[index + 1]) if index + 1 < len(blocks) else 0
            yield from _guessed(text, pieces[lines:], index, following)


def _headline_lines(text: str, block: RawBlock, title: str | None) -> int:
    """How many lines of the first block are the headline: those that say the title, else as many as one may have."""
    if title is None:
        return len(block.pieces) if len(block.words(text)) <= LONGEST_HEADLINE else 1
    beginnings = (RawBlock(block.role, block.pieces[:lines]) for lines in range(1, len(block.pieces) + 1))
    return next((len(one.pieces) for one in beginnings if one.words(text) == title), 0)


def _guessed(text: str, pieces: tuple[Span, ...], index: int, following: int) -> Iterator[RawBlock]:
    """The block with the role that its words show; a caption that ends in a credit becomes two."""
    words = RawBlock(BlockRole.PARAGRAPH, pieces).words(text)
    role = next((role for role, shows in GUESSES if shows(words, index, following)), BlockRole.PARAGRAPH)
    if role is BlockRole.CAPTION:
        yield from _caption_and_credit(text, pieces)
    else:
        yield RawBlock(role, pieces)


def _caption_and_credit(text: str, pieces: tuple[Span, ...]) -> Iterator[RawBlock]:
    """The caption, and the last credit in it with all that follows."""
    found = [(index, match) for index, piece in enumerate(pieces) for match in CREDIT.finditer(piece.of(text))]
    if not found or found[-1][0] + found[-1][1].start() == 0:  # `Photo:` itself, where the caption begins
        yield RawBlock(BlockRole.CAPTION, pieces)
        return
    index, match = found[-1]
    start, end = pieces[index].start, pieces[index].end
    kept = match.string[: match.start()].rstrip()
    before = (Span(start, start + len(kept)),) if kept else ()
    yield RawBlock(BlockRole.CAPTION, (*pieces[:index], *before))
    yield RawBlock(BlockRole.CREDIT, (Span(start + match.start(), end), *pieces[index + 1 :]))


def is_heading(words: str, index: int, following: int) -> bool:
    starts = words.lstrip("\"'“‘«([")[:1]
    is_sentence = not starts.isalnum() or starts.islower() or GOES_ON.search(words) is not None
    return len(words) <= LONGEST_HEADING and 2 * len(words) < following and not is_sentence


def is_byline(words: str, index: int, following: int) -> bool:
    """`By Monday it was over.` is a sentence."""
    return index <= 2 and len(words) <= LONGEST_HEADING and BYLINE.match(words) is not None and words[-1] not in ".!?"


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
