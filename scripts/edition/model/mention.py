"""Names found in an article, and what was decided on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from edition.model.article import Article
from edition.model.entity import Kind
from edition.model.text import Span


class Certainty(StrEnum):
    """How sure a mention is (TEI @cert); what is less than probable is no mention."""

    CERTAIN = "certain"
    PROBABLE = "probable"


class FormRole(StrEnum):
    """How a written form names its entity."""

    NAME = "name"
    KNOWN = "known as"  # short, but needs no introduction
    SHORT = "short form"  # a surname, a given name, a part of an organization's name: only behind the full name


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """One way to write the name of one entity."""

    entity: str
    kind: Kind
    role: FormRole
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may name one of the entities of its forms.

    `title` stands in front of the name and is part of the span; `longer` is the capitalised name that the span
    is only a part of, or empty. `in_title_case`: the line writes every word with a capital, so that it tells nothing.
    """

    block: int
    span: Span
    forms: tuple[Form, ...]
    title: str = ""
    longer: str = ""
    in_title_case: bool = False

    def entities(self, *roles: FormRole) -> tuple[str, ...]:
        """The ids that the forms of these roles (all roles where none is given) may name, sorted."""
        return tuple(sorted({form.entity for form in self.forms if not roles or form.role in roles}))

    @property
    def is_person(self) -> bool:
        return any(form.kind is Kind.PERSON for form in self.forms)

    @property
    def is_single_word(self) -> bool:
        return all(" " not in form.text and "-" not in form.text for form in self.forms)


@dataclass(frozen=True, slots=True)
class Mention:
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
    """An article with all that was decided on it, in reading order, without overlaps."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()

    @cached_property
    def anchors(self) -> Mapping[Mention, str]:
        """The id of each mention on the article page: `p3m2` is the second mention of block 3."""
        anchors: dict[Mention, str] = {}
        seen: dict[int, int] = {}
        for mention in self.mentions:
            seen[mention.block] = seen.get(mention.block, 0) + 1
            anchors[mention] = f"p{self.article.number(mention.block)}m{seen[mention.block]}"
        return anchors
