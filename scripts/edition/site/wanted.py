"""The site that is wanted: of which edition, and a name for all that it is made from. Builds nothing."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from edition import disk
from edition.model import Edition, Source, digest
from edition.pipeline import Folders
from edition.search import article_files

TITLE = re.compile(rb"^(?:title:|# ).*", re.MULTILINE)


@dataclass(frozen=True)
class Wanted:
    """The site to be built: what it is of, where, and a name for what is in each file below docs/, by path.

    `by_hand` are those of editors; `frame` names all that may change any page, whatever stands in it.
    """

    folders: Folders
    edition: Edition
    files: Mapping[str, bytes]
    by_hand: frozenset[str]
    frame: bytes

    @cached_property
    def state(self) -> str:
        """Two sites of one state have the same bytes."""
        return digest(self.frame, sorted(self.files.items())).hex()

    @cached_property
    def searched(self) -> tuple[str, ...]:
        """The files below the site that are searched."""
        return article_files(self.edition)


def wanted(
    folders: Folders,
    edition: Edition,
    pages: Mapping[str, bytes],
    by_hand: Iterable[Source],
    ground: tuple[str, bytes],
) -> Wanted:
    """The site of these pages and files; `ground` is the program and the settings."""
    found = {one.file.partition("/")[2]: one.data for one in by_hand}
    templates = sorted((name, data) for name, data in found.items() if name.startswith("."))
    titles = sorted((name, TITLE.findall(data)[:1]) for name, data in found.items() if name.endswith(".md"))
    frame = digest(ground, sorted(dates(edition).items()), templates, titles)
    digests = {name: digest(data) for name, data in found.items()}
    return Wanted(folders, edition, {**pages, **digests}, frozenset(digests), frame)


def dates(edition: Edition) -> dict[str, str]:
    """The time that the pages carry: the day of the last article, never the clock's; nothing where none has a date."""
    day = max((one.front.date or "" for one in edition.articles), default="")
    return {"EDITION_DATE": day, "SOURCE_DATE_EPOCH": str(disk.seconds_of(day or "1970-01-01"))}
