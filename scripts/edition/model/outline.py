"""An article as the rest of the edition sees it: light enough to hold ten thousand of them at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from edition.model.article import FrontMatter
from edition.model.decision import EditorsDecision
from edition.model.mention import Annotation, Certainty


class Appearance(NamedTuple):
    """How an article names one entity: a bit for each block that does, the forms found, the counts of all and each."""

    blocks: int
    mentions: int
    forms: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What other pages say of an article: its head, and whom it names in which of its blocks.

    `named` is in order of first mention. `naming` is a name for the id and all of `named`; `digest` is one for the file
    together with all that was decided on it. `decisions` and `contradicted` are those of the annotation.
    """

    id: str
    file: str
    title: str
    front: FrontMatter
    first_number: int
    named: Mapping[str, Appearance]
    unresolved: int
    naming: bytes
    digest: bytes
    decisions: tuple[EditorsDecision, ...] = ()
    contradicted: tuple[tuple[EditorsDecision, EditorsDecision], ...] = ()

    @property
    def order(self) -> tuple[str, str]:
        """By date, then id; articles without a date come last."""
        return (self.front.date or "9999", self.id)

    @property
    def mentions(self) -> int:
        return sum(one.mentions for one in self.named.values())

    def number(self, index: int) -> int:
        """The number of a block on the page, as `Article.number` has it."""
        return index + self.first_number


class KwicLine(NamedTuple):
    """A keyword in context: the sentence before the mention, the mention, the sentence behind it."""

    anchor: str
    left: str
    keyword: str
    right: str
    certainty: Certainty


class Archive(Protocol):
    """Where the whole of each article is kept: what outlines leave out, looked up when a page needs it."""

    def annotation(self, article: str) -> Annotation:
        """The article of this id, with everything decided on it."""

    def lines(self, entity: str, articles: Collection[str]) -> Mapping[str, tuple[KwicLine, ...]]:
        """By article, the lines that name the entity, in reading order."""

    def mention_data(self, articles: Sequence[str]) -> list[bytes]:
        """The mentions of each article as JSON lines, packed."""

    def unresolved_data(self, articles: Sequence[str]) -> list[str]:
        """The names left alone in each as JSON lines."""
