"""What the program proposes for the registry, with its evidence. The editor decides; nothing here is an entity yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from edition.model.article import Article
from edition.model.entity import Kind
from edition.model.text import Span


class Found(NamedTuple):
    """A span of an article's text that one recogniser takes for a name: without the title before it (`Mr.`), which
    stands in `title`. `certainty` is above 0 and at most 1."""

    span: Span
    kind: Kind
    certainty: float = 0.5
    title: str = ""


class Recogniser(Protocol):
    """Whatever finds names in an article: a statistical pipeline, a gazetteer, one's own rules."""

    name: str

    def find(self, article: Article) -> Iterable[Found]:
        """Names by their spans in `article.text`, in any order."""


class Occurrence(NamedTuple):
    """A name in its sentence: `left`, `words` and `right` are the sentence; `span` is that of `words` in the article's
    text; `paragraph` is counted as on the page; `title` ends `left`, or is empty."""

    article: str
    paragraph: int
    span: Span
    left: str
    words: str
    right: str
    title: str = ""


class StatedRole(NamedTuple):
    """What a text says that somebody is, in its own words: `managing director` of `StratWays Group`."""

    title: str
    organization: str | None
    at: Occurrence


class Alike(NamedTuple):
    """Another suggestion or an entity, by its id, that may be the same, and why."""

    id: str
    why: str


@dataclass(frozen=True)
class Suggestion:
    """A person, organization or place that the texts name and the registry does not know; or, where `known` is the id
    of an entity, more ways of writing its name.

    `id` is free in the registry and differs from all other suggestions'. `forms` are all ways in which the name is
    written, with counts, the most frequent first; the first is not always `name`, which is the fullest. `occurrences`
    are in the order of articles and in reading order, `evidence` the most telling three of them. `several` says why it
    may be two, or is empty. `found_by` names the recognisers that found it.
    """

    id: str
    kind: Kind
    name: str
    forms: tuple[tuple[str, int], ...]
    occurrences: tuple[Occurrence, ...]
    evidence: tuple[Occurrence, ...]
    certainty: float
    known: str | None = None
    roles: tuple[StatedRole, ...] = ()
    alike: tuple[Alike, ...] = ()
    several: str = ""
    found_by: tuple[str, ...] = ()

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that name it, in their order."""
        return tuple(dict.fromkeys(one.article for one in self.occurrences))
