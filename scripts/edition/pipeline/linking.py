"""Articles linked, one or ten thousand, on one core or on all; each with all that later stages ask of it."""

import gc
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from edition.cores import as_they_end, shares
from edition.disk import packed
from edition.explain import ExplainedBlock, explained
from edition.index import by_entity, mention_lines, outline, unresolved_lines
from edition.index import packed as gzipped
from edition.link import all_decided, annotate, heard, letters_of
from edition.model import Annotation, Article, EditorsDecision, Registry, Source
from edition.read import read_article
from edition.recognise import Names, find_candidates

MUCH = 1_000_000  # bytes of text: with fewer, starting processes takes longer than they save
LARGE = 500_000  # bytes of one text: such a one is a share of its own
SHARE = 20  # texts that a core takes at a time
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

    def parts(self, text: Text) -> "Parts":
        """A text read and linked, as the store keeps it."""
        article, problems = read_article(text) if isinstance(text, Source) else (text, ())
        if article is None:
            return Parts(packed((None, problems)), packed(("", "")), b"", b"", b"", ())
        annotation = self.annotated(article)
        return Parts(
            packed((outline(annotation), problems)),
            packed((article.id, letters_of(article.text))),
            packed(annotation),
            packed(gzipped(mention_lines(annotation, self.registry))),
            packed(unresolved_lines(annotation)),
            tuple((entity, packed(lines)) for entity, lines in by_entity(annotation).items()),
        )


class Parts(NamedTuple):
    """A linked text in packed parts: what is always asked for, and what only some pages need."""

    outline: bytes  # Outline | None, Problems
    letters: bytes  # the id of the article and `letters_of` its text; nothing of one that could not be read
    annotation: bytes
    mentions: bytes
    unresolved: bytes
    lines: tuple[tuple[str, bytes], ...]  # by entity


def parts(
    texts: Mapping[bytes, Text], registry: Registry, decisions: tuple[EditorsDecision, ...]
) -> Iterator[Mapping[bytes, Parts]]:
    """All texts, some of them at a time, under their keys, in the order in which they are done.

    Large ones are begun first, so that nothing has to wait for them at the end.
    """
    if not texts:
        return
    linker = Linker(registry, decisions)
    first = large(texts)
    others = [key for key in texts if key not in first]
    is_much = sum(map(_size, texts.values())) >= MUCH
    all_shares = [*shares(first, 1), *shares(others, SHARE if is_much else len(texts))]
    for _, done in as_they_end(lambda keys: {key: linker.parts(texts[key]) for key in keys}, all_shares):
        yield done


def large(texts: Mapping[bytes, Text]) -> list[bytes]:
    """The keys of texts that take a second or more, the largest first."""
    return sorted((key for key, text in texts.items() if _size(text) >= LARGE), key=lambda key: -_size(texts[key]))


def in_megabytes(text: Text) -> str:
    """`articles/big.txt, 5 MB`."""
    return f"{text.file}, {max(round(_size(text) / 1_000_000), 1)} MB"


def _size(text: Text) -> int:
    return len(text.data) if isinstance(text, Source) else len(text.stored)
