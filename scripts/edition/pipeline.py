"""The stages in their order: from the files of an edition to its pages. Reads through disk; writes nothing."""

import gc
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from edition import disk
from edition.explain import ExplainedBlock, explained
from edition.link import all_decided, annotate, decision_problems, heard
from edition.model import (
    AnnotatedEvent,
    Annotation,
    Article,
    Coastlines,
    Edition,
    EditorsDecision,
    Problem,
    Registry,
    Site,
    Source,
)
from edition.read import (
    article_id,
    as_article,
    read_articles,
    read_coastlines,
    read_decisions,
    read_events,
    read_registry,
    read_site,
)
from edition.recognise import Names, find_candidates

Problems = tuple[Problem, ...]
# With fewer articles, starting the processes takes longer than they save.
ENOUGH_FOR_ALL_CORES, CHUNK = 200, 50
COASTLINES = Path(__file__).parent / "coastlines" / "world.json"


@dataclass(frozen=True)
class Folders:
    """Where the parts of an edition lie."""

    root: Path
    articles: Path
    entities: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"


def read_edition(folders: Folders, environment: Mapping[str, str], *, with_site: bool) -> tuple[Edition, Problems]:
    """The edition with every article that could be read, and all problems; `with_site`: mkdocs.yml must be there."""
    texts, files, problems = disk.read_sources(folders.articles, folders.entities)
    articles, of_articles = read_articles(texts)
    registry, of_registry = read_registry(files)
    site, of_site = _site(folders.root, environment) if with_site else (None, ())
    decisions, of_decisions = read_decisions(_source(folders, disk.DECISIONS), registry.by_id)
    ids = {article_id(source.file) for source in texts}  # of those with an error, too: it is told already
    events, of_events = read_events(_source(folders, disk.EVENTS), ids)
    found = annotations_of((*articles, *map(as_article, events)), registry, decisions)
    annotations, told = found[: len(articles)], found[len(articles) :]
    of_decisions += decision_problems(decisions, found)
    if any(problem.is_error for problem in (*problems, *of_registry)):
        of_decisions = ()  # what they miss may only be the mistake told already
    annotated = tuple(map(AnnotatedEvent, events, told))
    coastlines = _coastlines(registry) if with_site else Coastlines()
    edition = Edition(annotations, registry, site or Site(""), decisions, annotated, coastlines)
    return edition, (*of_site, *problems, *of_articles, *of_registry, *of_decisions, *of_events)


def annotations_of(
    articles: tuple[Article, ...], registry: Registry, decisions: tuple[EditorsDecision, ...] = ()
) -> tuple[Annotation, ...]:
    """Each article with its names decided, in the order of the articles; many of them on all cores at once."""
    if len(articles) < ENOUGH_FOR_ALL_CORES:
        linker = Linker(registry, decisions)
        return tuple(linker.annotated(article) for article in articles)
    with ProcessPoolExecutor(initializer=_start, initargs=(registry, decisions)) as pool:
        return tuple(pool.map(_annotated, articles, chunksize=CHUNK))


class Linker:
    """A registry and its decisions, made ready for one article after the other."""

    def __init__(self, registry: Registry, decisions: tuple[EditorsDecision, ...]) -> None:
        self.registry, self.decisions, self.names = registry, decisions, Names(registry)
        gc.freeze()  # the registry and its names stay: they are not looked through for garbage again

    def annotated(self, article: Article) -> Annotation:
        return annotate(article, find_candidates(article, self.names), self.registry, self.decisions)

    def explained(self, article: Article) -> tuple[ExplainedBlock, ...]:
        editor = heard(article, find_candidates(article, self.names), self.decisions, self.registry)
        return tuple(explained(article, all_decided(article, editor, self.registry)))


_LINKERS: list[Linker] = []  # one in each worker process, made when it starts


def _start(registry: Registry, decisions: tuple[EditorsDecision, ...]) -> None:
    _LINKERS.append(Linker(registry, decisions))


def _annotated(article: Article) -> Annotation:
    return _LINKERS[0].annotated(article)


def _source(folders: Folders, name: str) -> Source:
    """A file beside the registry that an edition may do without; then it is empty."""
    return Source(f"entities/{name}", disk.read_bytes(folders.entities / name) or b"")


def _coastlines(registry: Registry) -> Coastlines:
    """Read only for maps, and there is a map only where some place has coordinates."""
    data = disk.read_bytes(COASTLINES) if any(one.coordinates for one in registry.entities) else None
    return read_coastlines(data) if data is not None else Coastlines()


def _site(root: Path, environment: Mapping[str, str]) -> tuple[Site | None, Problems]:
    data = disk.read_bytes(root / "mkdocs.yml")
    if data is None:
        fix = "name the folder of an edition with --edition, or copy mkdocs.yml from the shipped one."
        return None, (Problem("E307", "mkdocs.yml", 0, 0, "The edition has no mkdocs.yml.", fix),)
    return read_site(Source("mkdocs.yml", data), environment)
