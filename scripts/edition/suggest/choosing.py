"""Whom a short form names that several people of an article share: decided by the rules that link names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from edition.link import annotate
from edition.link.gender import gender_in
from edition.model import Article, Entity, Gender, Kind, Registry
from edition.recognise import Names, find_candidates
from edition.suggest.kin import gender_beside
from edition.suggest.sightings import Sighting
from edition.suggest.ways import fullest_first, key, ways


class Choice(NamedTuple):
    """One who may be meant: a name for the group, and where it stands among the sightings of the article."""

    name: str
    kind: Kind
    at: tuple[int, ...]


class People:
    """Those among whom an article leaves a choice."""

    def __init__(self, article: Article, sightings: Sequence[Sighting], choices: Sequence[Choice]) -> None:
        self.article, self.sightings = article, sightings
        self.choices = {one.name: one for one in choices if one.at}

    def chosen(self, index: int, names: Iterable[str]) -> str | None:
        """The one whom the sighting names; None where nothing decides."""
        fitting = [self.choices[name] for name in names if name in self.choices]
        linked = self._linked.get(self.sightings[index].span.end)
        if linked in [one.name for one in fitting]:
            return linked
        title = self.sightings[index].title
        gender = gender_in(title.rpartition(" ")[2]) if title else None
        if gender:
            sure = [one for one in fitting if self._genders[one.name] == gender]
            fitting = sure or [one for one in fitting if self._genders[one.name] is None]
        if len(fitting) == 1:
            return fitting[0].name
        return self._foremost(fitting)

    @staticmethod
    def _foremost(choices: Sequence[Choice]) -> str | None:
        """Whom the article names most; of two as often named, neither."""
        ordered = sorted(choices, key=lambda one: -len(one.at))
        is_tie = len(ordered) > 1 and len(ordered[0].at) == len(ordered[1].at)
        return ordered[0].name if ordered and not is_tie else None

    @cached_property
    def _linked(self) -> Mapping[int, str]:
        """By the end of a name, whom the linker takes it for, were all of these in the registry."""
        if len(self.choices) < 2:
            return {}
        registry = Registry(tuple(self._entity(self.choices[name]) for name in sorted(self.choices)))
        annotation = annotate(self.article, find_candidates(self.article, Names(registry)), registry)
        return {mention.span.end: mention.entity for mention in annotation.mentions}

    def _entity(self, choice: Choice) -> Entity:
        """The one as the registry would have it: the longest of its names, and what else names the same."""
        name, *others = fullest_first(Counter(self.sightings[index].words for index in choice.at), choice.kind)
        same = ways(name, choice.kind).same
        aliases = tuple(one for one in others if key(one) in same)
        return Entity(choice.name, choice.kind, name, aliases=aliases, gender=self._genders[choice.name])

    @cached_property
    def _genders(self) -> Mapping[str, Gender | None]:
        """What the titles of each say, and the nouns beside their names."""
        return {
            name: next(filter(None, (self._gender(self.sightings[index]) for index in one.at)), None)
            for name, one in self.choices.items()
        }

    def _gender(self, one: Sighting) -> Gender | None:
        if one.kind is not Kind.PERSON:
            return None
        return gender_in(one.title.rpartition(" ")[2]) or gender_beside(self.article.text, one.span)
