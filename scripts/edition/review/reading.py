"""The edition as it is at this moment, and its suggestions, read by one thread that does nothing else."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, TypeVar

from edition import disk
from edition.disk import Stamp, Store
from edition.model import Edition, Gender, Kind, Suggestion
from edition.pipeline import Folders, Proposer, RecogniserFailed, edition_of, read_inputs
from edition.progress import Advance

Told = TypeVar("Told")
MOST_LINES = 200  # of the places where an entity is named


@dataclass(frozen=True)
class Known:
    """An entity of the registry, with the number of places that name it."""

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...]
    times: int
    gender: Gender | None = None


@dataclass(frozen=True)
class Reading:
    """What was read last; `wrong` is the first error in the editor's files, and the rest is then as it was before."""

    suggestions: Mapping[str, Suggestion] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    articles: int = 0
    wrong: str = ""


class Line(NamedTuple):
    """A place where an entity is named: its sentence, the name in the middle."""

    article: str
    paragraph: int
    left: str
    words: str
    right: str


class Reader:
    """Everything that is read goes through one thread: the store of the links belongs to that."""

    def __init__(self, folders: Folders, proposer: Proposer, environment: Mapping[str, str]) -> None:
        self.folders, self.proposer, self.environment = folders, proposer, environment
        self._thread = ThreadPoolExecutor(1, "reading")
        self._store: Store | None = None
        self._edition: Edition | None = None

    def seen(self) -> Sequence[Mapping[str, Stamp]]:
        """How the editor's files lie on the disk."""
        return disk.stamps(self.folders.articles), disk.stamps(self.folders.entities)

    def read(self, before: Reading, linking: Advance, looking: Advance) -> Reading:
        return self._in_thread(lambda: self._read(before, linking, looking))

    def lines(self, entity: str) -> tuple[Line, ...]:
        """The places that name an entity, as far as a person may want to see them."""
        return self._in_thread(lambda: self._lines(entity))

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _in_thread(self, work: Callable[[], Told]) -> Told:
        return self._thread.submit(work).result()

    def _read(self, before: Reading, linking: Advance, looking: Advance) -> Reading:
        self._store = self._store or Store()
        inputs = read_inputs(self.folders)
        edition, problems = edition_of(inputs, self._store, self.environment, with_site=False, advance=linking)
        own = ("entities/", f"{self.folders.entities}/")  # as problems call the folder
        errors = [one for one in problems if one.is_error and one.file.startswith(own)]
        if errors:
            first = min(errors, key=lambda one: (one.file, one.line, one.column))
            return Reading(before.suggestions, before.known, before.articles, str(first))
        try:
            found = self.proposer.suggestions(edition, looking)
        except RecogniserFailed as error:
            return Reading(before.suggestions, before.known, before.articles, str(error))
        self._edition = edition
        return Reading({one.id: one for one in found}, _known(edition), len(edition.articles))

    def _lines(self, entity: str) -> tuple[Line, ...]:
        if self._edition is None:
            return ()
        naming = [one.id for one in self._edition.articles if entity in one.named][:MOST_LINES]
        lines = self._edition.archive.lines(entity, naming)
        found = (
            Line(article, int(one.anchor[1:].partition("m")[0]), one.left, one.keyword, one.right)
            for article in naming
            for one in lines[article]
        )
        return tuple(islice(found, MOST_LINES))


def _known(edition: Edition) -> dict[str, Known]:
    times: dict[str, int] = {}
    for outline in edition.articles:
        for id, appearance in outline.named.items():
            times[id] = times.get(id, 0) + appearance.mentions
    return {
        one.id: Known(one.id, one.kind, one.name, one.aliases, times.get(one.id, 0), one.gender)
        for one in edition.registry.entities
    }
