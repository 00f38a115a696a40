"""What an article has told up to a place: who and what was named, where. Facts only, no decisions."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise

from edition.link.decision import Linked
from edition.link.gender import gender_of
from edition.link.namings import Naming, Namings
from edition.link.thresholds import LEAST_SPORT, RECENT, SPORT_SHARE
from edition.model import Article, Candidate, EditorsDecision, Gender, Registry, Span
from edition.recognise.countries import COUNTRIES
from edition.recognise.fold import fold, spaced
from edition.recognise.occurrences import opens_sentence
from edition.recognise.small_words import SmallWords
from edition.recognise.vocabulary import SPORT


@dataclass(frozen=True)
class Context:
    """One article, and what is known of it before the short forms are decided.

    `named` holds the full names below the headline by entity, `strangers` those of unknown people by the folded short
    form that they share with somebody known; all in reading order. `credited` are the entities that only credits name:
    who took a picture is not whom the text speaks of, where it speaks of another of the name. `decisions` are the
    editor's, by span. `told` are the short forms linked so far, by entity: the one thing that grows while the article
    is decided from top to bottom.
    """

    article: Article
    registry: Registry
    named: Mapping[str, Namings] = field(default_factory=dict)
    strangers: Mapping[str, Namings] = field(default_factory=dict)
    credited: frozenset[str] = frozenset()
    decisions: Mapping[Span, EditorsDecision] = field(default_factory=dict)
    told: dict[str, list[Naming]] = field(default_factory=dict)

    def people(self, candidate: Candidate) -> frozenset[str]:
        """The entities of this short form that the article has named in full before it; empty for strangers.

        A headline sees all of the article. Where none was named before, those named later count: a caption may come
        before the text that it belongs to.
        """
        everywhere = self._introductions(candidate)
        before = [one for one in everywhere if one[0].span.end <= candidate.span.start]
        seen = everywhere if self.article.is_headline(candidate.block) or not before else before
        return frozenset(one[0].entity for one in seen)

    def recent(self, candidate: Candidate) -> Namings:
        """The last full names of those people, in reading order."""
        everywhere = self._introductions(candidate)
        counts = [bisect_right(one, candidate.span.start, key=lambda found: found.span.end) for one in everywhere]
        if self.article.is_headline(candidate.block) or not any(counts):
            counts = [len(one) for one in everywhere]
        last = (one[max(count - RECENT, 0) : count] for one, count in zip(everywhere, counts, strict=True))
        return tuple(sorted(chain.from_iterable(last))[-RECENT:])

    def introduced(self, person: str, candidate: Candidate) -> str:
        """The full name with which the article names somebody last before the candidate, or else at first."""
        namings = self.named[person]
        before = bisect_right(namings, candidate.span.start, key=lambda one: one.span.end)
        return namings[max(before - 1, 0)].name

    def bearers(self, candidate: Candidate) -> tuple[Namings, ...]:
        """For each of those people what names them before the candidate, in full or by a short form already linked.

        Each in reading order, the last `RECENT`; people in the order in which they were introduced.
        """
        found: dict[str, list[Naming]] = {}
        for one in self.recent(candidate):
            found.setdefault(one.entity, []).append(one)
        for entity in found:
            found[entity] += self.told.get(entity, [])[-RECENT:]
        return tuple(tuple(sorted(namings)[-RECENT:]) for namings in found.values())

    def tell(self, candidate: Candidate, answer: Linked) -> None:
        """Remember that a short form below the headline has been linked."""
        is_short = answer.entity in candidate.form.short or answer.entity in candidate.form.known
        if is_short and not self.article.is_headline(candidate.block):
            one = Naming(candidate.block, answer.span or candidate.span, answer.entity, self.name(answer.entity))
            self.told.setdefault(answer.entity, []).append(one)

    def _introductions(self, candidate: Candidate) -> list[Namings]:
        """The full names of each entity that the short form may mean, and of strangers; none of them empty."""
        short, known = candidate.form.short, candidate.form.known
        named = {entity for entity in (*short, *known) if entity in self.named}
        found = [self.named[entity] for entity in sorted(named - self.credited or named)]
        strangers = self.strangers.get(fold(candidate.form.text))
        return [*found, strangers] if strangers else found

    @cached_property
    def is_sport(self) -> bool:
        """Whether the article speaks of a game: so many of its words are of sport."""
        if sum(word in self.article.text for word in SPORT) < 2:
            return False  # most articles: no need to count
        words = spaced(self.article.text).split()
        return sum(word in SPORT for word in words) >= max(LEAST_SPORT, SPORT_SHARE * len(words))

    @cached_property
    def small(self) -> SmallWords:
        """The words that the article also writes small."""
        return SmallWords(self.article.text)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that the text speaks of, by name or by what is theirs; not those of which `Korean` may be."""
        words = re.findall(r"[A-Z][\w.]*", self.article.text)
        spoken = {COUNTRIES.get(word, ()) for pair in pairwise(words) for word in (" ".join(pair), *pair)}
        return frozenset(next(iter(countries)) for countries in spoken if len(countries) == 1)

    def gender(self, entity: str) -> Gender | None:
        """Female or male, where the registry or a title says so; None of people whom the registry does not know."""
        if entity in self._genders:
            return self._genders[entity]
        return gender_of(self.registry.by_id[entity]) if entity else None

    def bears(self, entity: str, title: str) -> bool:
        """Whether the article names the person in full with this title, written small."""
        return title in self._words.get(entity, ())

    def only_opens(self, entity: str) -> bool:
        """Whether each full name of the entity opens a sentence; true where there is none."""
        return self._only_open.get(entity, True)

    # A text as long as a book names people so often that their names are not gone through for each of them again.

    @cached_property
    def _genders(self) -> Mapping[str, Gender | None]:
        return {entity: gender_of(self.registry.by_id[entity], these) for entity, these in self.named.items()}

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        return {entity: frozenset(chain(*(one.words for one in these))) for entity, these in self.named.items()}

    @cached_property
    def _only_open(self) -> Mapping[str, bool]:
        return {
            entity: all(opens_sentence(self.article, one.block, one.span.start) for one in these)
            for entity, these in self.named.items()
        }

    def name(self, entity: str) -> str:
        return self.registry.by_id[entity].name
