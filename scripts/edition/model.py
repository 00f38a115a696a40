"""The nouns of an edition: values that refuse to be wrong. No rules, no files, no siblings but the codes."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.dataclasses import dataclass as checked_dataclass

from edition.problems import CODES

STRICT = ConfigDict(extra="forbid", str_min_length=1, str_strip_whitespace=True)


class Kind(StrEnum):
    """The three kinds of entity, in the order in which pages list them."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"

    @property
    def folder(self) -> str:
        return "people" if self is Kind.PERSON else f"{self.value}s"


class BlockRole(StrEnum):
    """What a block of an article is (TEI: head, byline, p, head, figDesc, and the credit of a figure)."""

    HEADLINE = "headline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"


class Certainty(StrEnum):
    """How sure a mention is (TEI @cert); what is less than probable is no mention."""

    CERTAIN = "certain"
    PROBABLE = "probable"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor must look at: `file:line:column`, both counted from 1; 0 where there is none."""

    code: str
    file: str
    line: int
    column: int
    what: str
    fix: str

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code {self.code}")

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.code} {self.what} Fix: {self.fix}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points from 0, end excluded (Web Annotation: TextPositionSelector)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

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


@dataclass(frozen=True, slots=True)
class Block:
    """One headline, paragraph, heading, caption or credit; its sentences cover it but for the white space between."""

    role: BlockRole
    span: Span
    sentences: tuple[Span, ...]


Date = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Layout = Literal["wrapped", "lines", "blank-lines"]


def pairs(value: object) -> object:
    """A mapping as sorted pairs, so that values stay frozen; anything else as it is, for the check to refuse."""
    return tuple(sorted(value.items())) if isinstance(value, Mapping) else value


@checked_dataclass(frozen=True, config=STRICT)
class FrontMatter:
    """What the editor says of an article (TEI: sourceDesc). `layout` and `roles` say what the text cannot."""

    title: str | None = None
    date: Date | None = None
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

    @property
    def order(self) -> tuple[str, str]:
        """By date, then id; articles without a date come last."""
        return (self.front.date or "9999", self.id)

    def is_headline(self, index: int) -> bool:
        return self.blocks[index].role is BlockRole.HEADLINE

    def number(self, index: int) -> int:
        """The number of a block on the page: the headline is 0, all others count from 1."""
        return index if self.is_headline(0) else index + 1


Year = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Languages = Annotated[
    tuple[tuple[str, str], ...],
    BeforeValidator(pairs),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string"}}),
]


class Coordinates(NamedTuple):
    """Degrees, north and east positive (WGS 84)."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


@checked_dataclass(frozen=True, config=STRICT)
class Role:
    """What a person was, where (an id), from when until when."""

    title: str
    organization: str | None = None
    from_: Annotated[Year | None, Field(alias="from")] = None
    to: Year | None = None


@checked_dataclass(frozen=True, config=STRICT)
class Entity:
    """A person, organization or place with a page of its own, as its registry file describes it."""

    id: str
    kind: Kind
    name: str
    sort: Annotated[str | None, Field(description="how the name is sorted; default: family name first")] = None
    family: Annotated[str | None, Field(description="the family name, where its place cannot be told")] = None
    known_as: Annotated[
        tuple[str, ...],
        Field(description="short names that need no introduction, such as a president's surname"),
    ] = ()
    gender: Annotated[
        Literal["female", "male"] | None,
        Field(description="tells Mr. from Ms. where two people share a surname"),
    ] = None
    aliases: Annotated[tuple[str, ...], Field(description="other full names")] = ()
    local_names: Annotated[Languages, Field(description="language tag: name in that language")] = ()
    description: str | None = None
    roles: tuple[Role, ...] = ()
    affiliations: Annotated[tuple[str, ...], Field(description="ids of entities")] = ()
    located_in: Annotated[str | None, Field(description="id of a place")] = None
    coordinates: Annotated[Coordinates | None, Field(description="latitude, longitude")] = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    gnd: Annotated[str, Field(pattern=r"^[0-9X-]+$")] | None = None
    viaf: Annotated[str, Field(pattern=r"^\d+$")] | None = None
    geonames: Annotated[str, Field(pattern=r"^\d+$")] | None = None
    note: Annotated[str | None, Field(description="for editors; no page shows it")] = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Registry:
    """All entities, sorted by id."""

    entities: tuple[Entity, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}


class FormRole(StrEnum):
    """How a written form names its entity."""

    NAME = "name"
    FAMILY = "family name"
    KNOWN = "known as"


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


@dataclass(frozen=True, slots=True)
class Page:
    """A generated file: its path below docs/ and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class Site:
    """What the pages say of the edition as a whole, and where it will stand; comes from mkdocs.yml."""

    name: str
    description: str = ""
    introduction: str = ""
    url: str = ""

    @property
    def root(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        path = urlsplit(self.url).path.strip("/")
        return f"/{path}/" if path else "/"


@dataclass(frozen=True)
class Edition:
    """Everything that pages are made from: annotations by date, all entities, the site."""

    annotations: tuple[Annotation, ...]
    registry: Registry
    site: Site = field(default_factory=lambda: Site("Edition"))
