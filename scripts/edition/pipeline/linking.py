"""Articles linked, one or ten thousand, on one core or on all; each with all that later stages ask of it."""

import gc
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple, TypeVar

from edition.disk import packed
from edition.explain import ExplainedBlock, explained
from edition.index import by_entity, mention_lines, outline, unresolved_lines
from edition.index import packed as gzipped
from edition.link import all_decided, annotate, heard, letters_of
from edition.model import Annotation, Article, EditorsDecision, Problem, Registry, Source
from edition.read import read_article
from edition.recognise import Names, find_candidates

# With fewer articles, starting the processes takes longer than they save.
ENOUGH_FOR_ALL_CORES, CHUNK = 200, 20
Text = Source | Article  # a file, or what is read already


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

    def linked(self, text: Text) -> "Linked":
        article, problems = read_article(text) if isinstance(text, Source) else (text, ())
        return Linked(self.annotated(article) if article else None, problems)


class Linked(NamedTuple):
    """A text with everything decided on it, None where it could not be read; and what is wrong with it."""

    annotation: Annotation | None
    problems: tuple[Problem, ...]


def linked(texts: Iterable[Text], registry: Registry, decisions: tuple[EditorsDecision, ...]) -> Iterator[Linked]:
    """Each text in its order, with everything decided on it."""
    return _on_all_cores(_linked, list(texts), registry, decisions)


def parts(texts: Iterable[Text], registry: Registry, decisions: tuple[EditorsDecision, ...]) -> Iterator["Parts"]:
    """The same as the store keeps it."""
    return _on_all_cores(_parts, list(texts), registry, decisions)


class Parts(NamedTuple):
    """A linked text in packed parts: what is always asked for, and what only some pages need."""

    outline: bytes  # Outline | None, Problems
    letters: bytes  # the id of the article and `letters_of` its text; nothing of one that could not be read
    annotation: bytes
    mentions: bytes
    unresolved: bytes
    lines: tuple[tuple[str, bytes], ...]  # by entity


T = TypeVar("T")


def _on_all_cores(
    work: Callable[[Text], T], texts: list[Text], registry: Registry, decisions: tuple[EditorsDecision, ...]
) -> Iterator[T]:
    if len(texts) < ENOUGH_FOR_ALL_CORES:
        _start(registry, decisions) if texts else None
        yield from map(work, texts)
    else:
        with ProcessPoolExecutor(initializer=_start, initargs=(registry, decisions)) as pool:
            yield from pool.map(work, texts, chunksize=CHUNK)


_LINKERS: list[Linker] = []  # the one at work in this process


def _start(registry: Registry, decisions: tuple[EditorsDecision, ...]) -> None:
    _LINKERS[:] = [Linker(registry, decisions)]


def _linked(text: Text) -> Linked:
    return _LINKERS[0].linked(text)


def _parts(text: Text) -> Parts:
    annotation, problems = _LINKERS[0].linked(text)
    if annotation is None:
        return Parts(packed((None, problems)), packed(("", "")), b"", b"", b"", ())
    article = annotation.article
    return Parts(
        packed((outline(annotation), problems)),
        packed((article.id, letters_of(article.text))),
        packed(annotation),
        packed(gzipped(mention_lines(annotation, _LINKERS[0].registry))),
        packed(unresolved_lines(annotation)),
        tuple((entity, packed(lines)) for entity, lines in by_entity(annotation).items()),
    )
