"""The whole, and the files made from it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from edition.model.coastlines import Coastlines
from edition.model.decision import EditorsDecision
from edition.model.entity import Registry
from edition.model.event import AnnotatedEvent
from edition.model.mention import Annotation
from edition.model.outline import Archive, Outline


@dataclass(frozen=True, slots=True)
class Page:
    """A generated file: its path below docs/ and its text; instead of a text the bytes of what is packed."""

    path: str
    text: str = ""
    packed: bytes = b""

    @property
    def data(self) -> bytes:
        """What stands in the file."""
        return self.packed or self.text.encode()


class Links(StrEnum):
    """Which mentions of an article are links: every one, or the first of each entity."""

    EVERY = "every"
    FIRST = "first"


@dataclass(frozen=True)
class Site:
    """What the pages say of the edition as a whole, and where it will stand; comes from mkdocs.yml."""

    name: str
    description: str = ""
    introduction: str = ""
    url: str = ""
    links: Links = Links.EVERY

    @property
    def root(self) -> str:
        """The path of the site on its host, with a slash at both ends."""
        path = urlsplit(self.url).path.strip("/")
        return f"/{path}/" if path else "/"


@dataclass(frozen=True)
class Edition:
    """Everything that pages are made from: the outlines of all articles by date, all entities, the whole of each
    article in the archive, the site; the editor's decisions and dated events, both in the order of their files; and
    coastlines for maps."""

    articles: tuple[Outline, ...]
    registry: Registry
    archive: Archive
    site: Site = field(default_factory=lambda: Site("Edition"))
    decisions: tuple[EditorsDecision, ...] = ()
    events: tuple[AnnotatedEvent, ...] = ()
    coastlines: Coastlines = field(default_factory=Coastlines)

    @property
    def annotations(self) -> Iterator[Annotation]:
        """Each article with everything decided on it, in the order of the articles."""
        return (self.archive.annotation(one.id) for one in self.articles)
