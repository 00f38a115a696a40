"""Names found in an article, and what was decided on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from edition.model.article import Article
from edition.model.decision import EditorsDecision
from edition.model.entity import Kind
from edition.model.text import Span


class Certainty(StrEnum):
    """How sure a mention is (TEI @cert); what is less than probable is no mention."""

    CERTAIN = "certain"
    PROBABLE = "probable"


@dataclass(frozen=True)
class Form:
    """One way of writing names, and the ids of all entities that it may mean: by their names, by a short name that
    needs no introduction, by a short form that needs the full one first (a surname, a part of a name)."""

    text: str
    names: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()

    def __or__(self, other: "Form") -> "Form":
        """Both, under the text of the first."""
        return Form(
            self.text,
            self.names | other.names,
            self.known | other.known,
            self.short | other.short,
            self.kinds | other.kinds,
        )

    @cached_property
    def entities(self) -> frozenset[str]:
        return self.names | self.known | self.short

    @cached_property
    def is_person(self) -> bool:
        """Whether one of the entities is a person."""
        return Kind.PERSON in self.kinds

    @cached_property
    def only_kind(self) -> Kind | None:
        """The kind of all its entities; None where they are of several."""
        return next(iter(self.kinds)) if len(self.kinds) == 1 else None

    @cached_property
    def is_single_word(self) -> bool:
        return " " not in self.text and "-" not in self.text


class Candidate(NamedTuple):
    """A span that may name one of the entities of its form.

    `title` stands in front of the name and is part of the span; `longer` is the capitalised name that the span
    is only a part of, or empty. `in_title_case`: the line writes every word with a capital, so that it tells nothing.
    `opens`: it opens its sentence, so that its first capital tells nothing.
    """

    block: int
    span: Span
    form: Form
    title: str = ""
    longer: str = ""
    in_title_case: bool = False
    opens: bool = False


class Mention(NamedTuple):
    """A span decided to name one entity (TEI: persName, orgName, placeName with @ref, @cert, @evidence)."""

    block: int
    span: Span
    entity: str
    rule: str
    certainty: Certainty
    evidence: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name left alone, with the entities that it might mean and the reason."""

    block: int
    span: Span
    candidates: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Annotation:
    """An article with all that was decided on it, in reading order, without overlaps.

    `decisions` are those of the editor that decided something, once for each mention; `contradicted` the pairs of
    them that say different things of one mention.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    decisions: tuple[EditorsDecision, ...] = ()
    contradicted: tuple[tuple[EditorsDecision, EditorsDecision], ...] = ()

    @cached_property
    def anchors(self) -> Mapping[Mention, str]:
        """The id of each mention on the article page: `p3m2` is the second mention of block 3."""
        anchors: dict[Mention, str] = {}
        seen: dict[int, int] = {}
        for mention in self.mentions:
            seen[mention.block] = seen.get(mention.block, 0) + 1
            anchors[mention] = f"p{self.article.number(mention.block)}m{seen[mention.block]}"
        return anchors
