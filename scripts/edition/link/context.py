"""What an article has told up to a place: who and what was named in full, where. Facts only, no decisions."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from edition.model import Article, Candidate, EditorsDecision, Mention, Registry, Span
from edition.recognise.fold import fold
from edition.recognise.occurrences import ordinary_words
from edition.recognise.vocabulary import SPORT

# So many words of an article on sport are words of sport.
SPORT_SHARE = 0.015
# So many of the last full names tell whom a short one means; what lies farther back is forgotten.
RECENT = 50


@dataclass(frozen=True, slots=True)
class Introduction:
    """A full name in the text, title included; `entity` is empty for somebody whom the registry does not know."""

    block: int
    span: Span
    entity: str
    name: str

    @property
    def words(self) -> frozenset[str]:
        """The words of the name in small letters, without dots: a title may be among them."""
        return frozenset(word.rstrip(".").lower() for word in self.name.split())


Introductions = tuple[Introduction, ...]


@dataclass(frozen=True)
class Context:
    """One article, and what is known of it before the short forms are decided.

    `named` holds the full names below the headline by entity, `strangers` those of unknown people by the folded short
    form that they share with somebody known; all in reading order. `decisions` are the editor's, by span.
    """

    article: Article
    registry: Registry
    named: Mapping[str, Introductions] = field(default_factory=dict)
    strangers: Mapping[str, Introductions] = field(default_factory=dict)
    decisions: Mapping[Span, EditorsDecision] = field(default_factory=dict)

    def people(self, candidate: Candidate) -> frozenset[str]:
        """The entities of this short form that the article has named in full before it; empty for strangers.

        A headline sees all of the article. Where none was named before, those named later count: a caption may come
        before the text that it belongs to.
        """
        everywhere = self._introductions(candidate)
        before = [one for one in everywhere if one[0].span.end <= candidate.span.start]
        seen = everywhere if self.article.is_headline(candidate.block) or not before else before
        return frozenset(one[0].entity for one in seen)

    def recent(self, candidate: Candidate) -> Introductions:
        """The last full names of those people, in reading order."""
        everywhere = self._introductions(candidate)
        counts = [bisect_right(one, candidate.span.start, key=lambda found: found.span.end) for one in everywhere]
        if self.article.is_headline(candidate.block) or not any(counts):
            counts = [len(one) for one in everywhere]
        last = (one[max(count - RECENT, 0) : count] for one, count in zip(everywhere, counts, strict=True))
        return tuple(sorted(chain.from_iterable(last), key=lambda one: one.span)[-RECENT:])

    def _introductions(self, candidate: Candidate) -> list[Introductions]:
        """The full names of each entity that the short form may mean, and of strangers; none of them empty."""
        named = self.named.keys() & (candidate.form.short | candidate.form.known)
        found = [self.named[entity] for entity in sorted(named)]
        strangers = self.strangers.get(fold(candidate.form.text))
        return [*found, strangers] if strangers else found

    @cached_property
    def is_sport(self) -> bool:
        """Whether the article speaks of a game: so many of its words are of sport."""
        words = re.findall(r"[a-z]+", self.article.text)
        return sum(word in SPORT for word in words) >= max(5, SPORT_SHARE * len(words))

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The words that the article also writes small."""
        return ordinary_words(self.article.text)

    def name(self, entity: str) -> str:
        return self.registry.by_id[entity].name


def introductions(article: Article, mentions: Iterable[Mention]) -> Mapping[str, Introductions]:
    """The full names by entity."""
    found: dict[str, list[Introduction]] = {}
    for mention in mentions:
        one = Introduction(mention.block, mention.span, mention.entity, mention.span.of(article.text))
        found.setdefault(mention.entity, []).append(one)
    return {entity: tuple(these) for entity, these in found.items()}


def strangers(article: Article, candidates: Iterable[Candidate]) -> Mapping[str, Introductions]:
    """Full names of people whom the registry does not know, by a short form that they share with one it knows."""
    found: dict[str, list[Introduction]] = {}
    for candidate in candidates:
        is_short = candidate.form.is_person and (candidate.form.short or candidate.form.known)
        if is_short and is_person_name(candidate, article):
            one = Introduction(candidate.block, candidate.span, "", candidate.longer)
            found.setdefault(fold(candidate.form.text), []).append(one)
    return {name: tuple(these) for name, these in found.items()}


def is_person_name(candidate: Candidate, article: Article) -> bool:
    """Whether the longer name looks like somebody's: a given name before the surname, or a Korean one behind it."""
    before, _, after = candidate.longer.partition(candidate.span.of(article.text))
    is_korean = after.startswith((" ", "-")) and "-" in after
    return bool(candidate.longer) and (bool(before.strip()) or is_korean)
