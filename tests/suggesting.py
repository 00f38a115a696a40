"""Suggestions from texts that stand on no disk, with recognisers that find what they are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from edition.link import annotate
from edition.model import Annotation, Article, EditorsDecision, Entity, Found, Kind, Registry, Source, Span, Suggestion
from edition.read import read_articles
from edition.recognise import Names, find_candidates
from edition.suggest import named_in, suggested

PERSON, ORGANIZATION, PLACE = Kind


class Listed:
    """A recogniser that finds the names of a list, of several that begin at one place the longest."""

    def __init__(self, names: Mapping[str, Kind], certainty: float = 0.8, name: str = "listed") -> None:
        self.name, self.kinds, self.certainty = name, names, certainty
        longest = sorted(names, key=lambda one: (-len(one), one))
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")

    def find(self, article: Article) -> Iterator[Found]:
        for match in self.pattern.finditer(article.text) if self.kinds else ():
            yield Found(Span(*match.span()), self.kinds[match[0]], self.certainty)


def people(*names: str) -> dict[str, Kind]:
    return dict.fromkeys(names, PERSON)


def organizations(*names: str) -> dict[str, Kind]:
    return dict.fromkeys(names, ORGANIZATION)


def places(*names: str) -> dict[str, Kind]:
    return dict.fromkeys(names, PLACE)


def articles_of(texts: Mapping[str, str] | Sequence[str]) -> tuple[Article, ...]:
    """The texts as articles, by their ids; without ids they are `a1`, `a2`, …"""
    named = texts if isinstance(texts, Mapping) else {f"a{at}": text for at, text in enumerate(texts, 1)}
    read, problems = read_articles(Source(f"articles/{id}.txt", text.encode()) for id, text in named.items())
    assert len(read) == len(named), problems
    return read


def annotations_of(
    texts: Mapping[str, str] | Sequence[str],
    entities: Sequence[Entity] = (),
    decisions: Sequence[EditorsDecision] = (),
) -> tuple[tuple[Annotation, ...], Registry]:
    registry = Registry(tuple(sorted(entities, key=lambda one: one.id)))
    names = Names(registry)
    made = (annotate(one, find_candidates(one, names), registry, tuple(decisions)) for one in articles_of(texts))
    return tuple(made), registry


def proposed(
    texts: Mapping[str, str] | Sequence[str],
    *recognisers: Listed,
    entities: Sequence[Entity] = (),
    decisions: Sequence[EditorsDecision] = (),
) -> tuple[Suggestion, ...]:
    """All suggestions of the texts."""
    annotations, registry = annotations_of(texts, entities, decisions)
    named = (
        one
        for annotation in annotations
        for one in named_in(
            annotation, {each.name: tuple(each.find(annotation.article)) for each in recognisers}, registry
        )
    )
    return suggested(named, registry)
