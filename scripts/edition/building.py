"""A whole build: from the files of an edition to its site, as little of it anew as the last build allows."""

import gc
import platform
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from enum import Enum, auto
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from edition import disk, site
from edition.disk import Entry, Stamp, Store, packed
from edition.model import Edition, Problem, Source, digest
from edition.pipeline import (
    Folders,
    Inputs,
    Joined,
    Linked,
    Pages,
    Shard,
    edition_of,
    join,
    link_shard,
    made_before,
    make_pages,
    read_inputs,
    stamps_of,
)
from edition.progress import Steps
from edition.read.text import decoded
from edition.render.words import counted

CODE = Path(__file__).parent
PACKAGES = ("Jinja2", "Markdown", "igraph", "mkdocs", "mkdocs-material", "pagefind", "pydantic", "PyYAML", "shapely")
LAST = "last"
Problems = tuple[Problem, ...]


class Written(Enum):
    """How far a build came: nothing was written, nothing had to be; or its pages, or its site are there, this for a
    while with the search index of the last one."""

    NOTHING = auto()
    UNCHANGED = auto()
    PAGES = auto()
    SITE = auto()
    SITE_WITH_LAST_INDEX = auto()


class How(NamedTuple):
    """What is asked of a build: pages, or the site, too; to keep nothing, and to let MkDocs work alone; and whether a
    new search index may be left to the next build."""

    with_site: bool = True
    plain: bool = False
    search_later: bool = False


class Outcome(NamedTuple):
    """What came of a build, what is wrong, how large the edition is, and how long the steps took."""

    written: Written
    problems: Problems
    summary: str
    seconds: float = 0


class Last(NamedTuple):
    """A build that came to its end: what it was made from, how it left docs/ and site/, and what it said."""

    ground: bytes
    docs: bytes
    state: str
    outcome: Outcome


@cache
def program() -> str:
    """A name for this program: its code, and the Python and the packages whose work stands in pages."""
    code = disk.digest(CODE, (path for path in disk.files_below(CODE) if path.suffix != ".pyc"))
    python = platform.python_version(), zlib.ZLIB_RUNTIME_VERSION  # zlib packs mentions, and is the system's
    return digest(code, python, [(name, version(name)) for name in PACKAGES]).hex()


def build(folders: Folders, environment: Mapping[str, str], steps: Steps, how: How) -> Outcome:
    """The pages, and the site where it is asked for.

    Where something is wrong with the edition, or with the site, the last pages or the last site stand.
    """
    disk.recover(folders.site)
    if how.plain:
        disk.forget(folders.work)
    gc.disable()  # what a build reads stays until its end; to look through it for garbage takes a third of the time
    with closing(_store(folders)) as store:
        return _build(folders, environment, steps, how, store)


def tidy() -> None:
    """What a build leaves behind in memory goes: for a program that goes on. What stays is not looked through again."""
    gc.enable()
    gc.collect()
    gc.freeze()


def _build(folders: Folders, environment: Mapping[str, str], steps: Steps, how: How, store: Store) -> Outcome:
    inputs, made, found = read_inputs(folders), made_before(store), disk.own_files(folders.docs)
    by_hand, of_names = disk.read_hand_written(folders.docs, found, stamps_of(made))
    settings = inputs.of_settings(environment)
    last, now = last_of(store), (_ground(inputs, settings, by_hand), _state(found))
    if last and (last.ground, last.docs) == now and (not how.with_site or site.is_current(folders, last.state)):
        return last.outcome._replace(written=Written.UNCHANGED)
    with steps.step("linking", "Linking names") as advance:
        edition, problems = edition_of(inputs, store, environment, advance=advance)
    problems += (*of_names, *unreadable(by_hand))
    if any(problem.is_error for problem in problems):
        return Outcome(Written.NOTHING, problems, summary(edition))
    with steps.step("pages", "Writing pages") as advance:
        pages = make_pages(edition, folders.docs, found, made, store, advance)
    by_hand = _others(by_hand, pages)
    wanted = site.wanted(folders, edition, pages.digests, by_hand, (program(), settings))
    written, of_site = _site(wanted, store, steps, how)
    outcome = Outcome(written, (*problems, *of_site), summary(edition))
    if not of_site:
        last = Last(_ground(inputs, settings, by_hand), _state(pages.stamps), wanted.state, outcome)
        store.put([Entry(LAST, b"", packed(last))])
    return outcome


def _site(wanted: site.Wanted, store: Store, steps: Steps, how: How) -> tuple[Written, Problems]:
    if not how.with_site:
        return Written.PAGES, ()
    if site.is_current(wanted.folders, wanted.state):
        return Written.SITE, ()
    built = site.build(wanted, store, steps, plain=how.plain, search_later=how.search_later)
    if built.problems:
        return Written.PAGES, built.problems
    return Written.SITE_WITH_LAST_INDEX if built.is_index_old else Written.SITE, ()


def link(folders: Folders, shard: Shard, file: Path, steps: Steps) -> Linked:
    """Link a part of the articles into a file, all of it that can be read. The edition stays as it is."""
    with disk.new_store(file, program()) as store, steps.step("linking", "Linking names") as advance:
        return link_shard(read_inputs(folders), shard, store, advance)


def merge(folders: Folders, files: Sequence[Path], steps: Steps) -> Joined:
    """Take over what other machines have linked; what they have not is linked when the edition is built."""
    with steps.step("merging", "Merging linked articles"), closing(_store(folders)) as store:
        try:
            return join(read_inputs(folders), files, program(), store)
        except disk.Damaged:  # of the store, not of the files
            store.clear()
            return join(read_inputs(folders), files, program(), store)


def _store(folders: Folders) -> Store:
    return Store(folders.work / disk.KEPT, program())


def last_of(store: Store) -> Last | None:
    found: Last | None = store.value(LAST)
    return found


def _ground(inputs: Inputs, settings: bytes, by_hand: Iterable[Source]) -> bytes:
    """A name for all that a build is made from."""
    return digest(inputs.digest, settings, [(one.file, one.data) for one in by_hand])


def _others(by_hand: Iterable[Source], pages: Pages) -> tuple[Source, ...]:
    """What editors wrote, without data of the build: where it has forgotten them, nothing in such files tells."""
    return tuple(one for one in by_hand if one.file.partition("/")[2] not in pages.digests)


def unreadable(by_hand: Iterable[Source]) -> Problems:
    """What is wrong with pages that editors wrote: MkDocs reads only UTF-8."""
    return tuple(problem for one in by_hand if one.file.endswith(".md") for problem in decoded(one)[1])


def _state(stamps: Mapping[str, Stamp]) -> bytes:
    """A name for what lies in the build's own folders, which another program may have touched."""
    return digest(sorted(stamps.items()))


def summary(edition: Edition) -> str:
    """`16 articles, 106 entities, 812 linked mentions, 30 unresolved names`."""
    entities = len(edition.registry.entities)
    return ", ".join(
        (
            counted(len(edition.articles), "article"),
            f"{entities} {'entity' if entities == 1 else 'entities'}",
            counted(sum(article.mentions for article in edition.articles), "linked mention"),
            counted(sum(article.unresolved for article in edition.articles), "unresolved name"),
        )
    )
