"""The stages in their order: from the files of an edition to its pages. Reads through disk; writes nothing."""

import gc
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from edition import disk
from edition.explain import ExplainedBlock, explained
from edition.link import all_decided, annotate, decision_problems, heard
from edition.model import Annotation, Article, Edition, EditorsDecision, Problem, Registry, Site, Source
from edition.read import read_articles, read_decisions, read_registry, read_site
from edition.recognise import Names, find_candidates

Problems = tuple[Problem, ...]
# With fewer articles, starting the processes takes longer than they save.
ENOUGH_FOR_ALL_CORES, CHUNK = 200, 50


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
    decisions, of_decisions = _decisions(folders.entities, registry)
    annotations = annotations_of(articles, registry, decisions)
    of_decisions += decision_problems(decisions, annotations)
    if any(problem.is_error for problem in (*problems, *of_registry)):
        of_decisions = ()  # what they miss may only be the mistake told already
    edition = Edition(annotations, registry, site or Site(""), decisions)
    return edition, (*of_site, *problems, *of_articles, *of_registry, *of_decisions)


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


def _decisions(entities: Path, registry: Registry) -> tuple[tuple[EditorsDecision, ...], Problems]:
    data = disk.read_bytes(entities / disk.DECISIONS)
    source = Source(f"entities/{disk.DECISIONS}", data or b"")
    return read_decisions(source, registry.by_id) if data is not None else ((), ())


def _site(root: Path, environment: Mapping[str, str]) -> tuple[Site | None, Problems]:
    data = disk.read_bytes(root / "mkdocs.yml")
    if data is None:
        fix = "name the folder of an edition with --edition, or copy mkdocs.yml from the shipped one."
        return None, (Problem("E307", "mkdocs.yml", 0, 0, "The edition has no mkdocs.yml.", fix),)
    return read_site(Source("mkdocs.yml", data), environment)
