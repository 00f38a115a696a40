"""One news text: its blocks, its words, and what the editor says of it."""

import math
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic.dataclasses import dataclass as checked_dataclass

from edition.model.fields import STRICT, pairs
from edition.model.text import Alignment, Span


class BlockRole(StrEnum):
    """What a block of an article is (TEI: head, byline, p, head, figDesc, and the credit of a figure)."""

    HEADLINE = "headline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Block:
    """One headline, paragraph, heading, caption or credit; its sentences cover it but for the white space between."""

    role: BlockRole
    span: Span
    sentences: tuple[Span, ...]

    def sentence(self, position: int) -> Span:
        """The sentence in which a position of the block stands, or behind which it stands."""
        return self.sentences[max(bisect_right(self.sentences, (position, math.inf)) - 1, 0)]


Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Layout = Literal["wrapped", "lines", "blank-lines"]


@checked_dataclass(frozen=True, config=STRICT)
class FrontMatter:
    """What the editor says of an article (TEI: sourceDesc). `place` is the one of its dateline; `layout` and `roles`
    say what the text cannot."""

    title: str | None = None
    date: Date | None = None
    place: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    rights: str | None = None
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] | None = None
    summary: str | None = None
    note: str | None = None
    layout: Layout | None = None
    roles: Annotated[tuple[tuple[str, BlockRole], ...], BeforeValidator(pairs)] = ()


@dataclass(frozen=True)
class Article:
    """One news text. All spans count in `text`, the normalised words: one block a line, in reading order.

    `alignment` leads from `text` back to `stored`, the decoded file, for the mentions that leave the program.
    The headline is the first block, or, where the front matter writes it with escapes, in `title` alone.
    """

    id: str
    file: str
    stored: str
    text: str
    title: str
    blocks: tuple[Block, ...]
    alignment: Alignment
    front: FrontMatter

    def in_file(self, span: Span) -> Span:
        """The same span in `stored`."""
        return Span(self.alignment.origin(span.start), self.alignment.origin(span.end))

    def line(self, position: int) -> int:
        """The line of the file, from 1, on which a position in `text` stands."""
        return self.stored.count("\n", 0, self.alignment.origin(position)) + 1

    @property
    def order(self) -> tuple[str, str]:
        """By date, then id; articles without a date come last."""
        return (self.front.date or "9999", self.id)

    def is_headline(self, index: int) -> bool:
        return self.blocks[index].role is BlockRole.HEADLINE

    @property
    def first_number(self) -> int:
        """The number of the first block on the page: a headline is 0, all others count from 1."""
        return 0 if self.blocks and self.is_headline(0) else 1

    def number(self, index: int) -> int:
        """The number of a block on the page."""
        return index + self.first_number
