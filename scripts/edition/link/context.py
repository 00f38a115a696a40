"""What an article has told of its people up to a place: who was named in full, where. Facts only, no decisions."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from edition.model import Article, Candidate, FormRole, Kind, Mention, Registry, Span
from edition.recognise.fold import fold
from edition.recognise.forms import family_name

# So many of the last full names tell whom a short one means; what lies farther back is forgotten.
RECENT = 50


@dataclass(frozen=True, slots=True)
class Introduction:
    """A full name in the text; `entity` is empty for a person whom the registry does not know."""

    block: int
    span: Span
    entity: str
    name: str


@dataclass(frozen=True)
class Family:
    """The full names of one family name, in reading order; `people[i]` are all persons named up to the i-th."""

    introductions: tuple[Introduction, ...] = ()
    people: tuple[frozenset[str], ...] = (frozenset(),)


@dataclass(frozen=True)
class Context:
    """One article, and what is known of it before the short forms are decided.

    `families` are keyed by folded family name; `linked` are the entities that full names of the body name.
    """

    article: Article
    registry: Registry
    families: Mapping[str, Family] = field(default_factory=dict)
    linked: frozenset[str] = frozenset()

    def people(self, candidate: Candidate) -> frozenset[str]:
        """The persons of the candidate's family name whom the article has named in full before it."""
        family, count = self._before(candidate)
        return family.people[count]

    def recent(self, candidate: Candidate) -> tuple[Introduction, ...]:
        """The last of their full names, in reading order."""
        family, count = self._before(candidate)
        return family.introductions[max(count - RECENT, 0) : count]

    def _before(self, candidate: Candidate) -> tuple[Family, int]:
        """The family, and how many of its full names count: those that stand before; for a headline, all.

        Where none stands before, those that follow count: a caption may come before the text that it belongs to.
        """
        family = self.families.get(fold(candidate_family(candidate)), Family())
        total = len(family.introductions)
        if self.article.is_headline(candidate.block):
            return family, total
        return family, bisect_right(family.introductions, candidate.span.start, key=lambda one: one.span.end) or total

    def name(self, entity: str) -> str:
        return self.registry.by_id[entity].name


def candidate_family(candidate: Candidate) -> str:
    """The family name or short name that the candidate's forms write."""
    return next((form.text for form in candidate.forms if form.role is not FormRole.NAME), "")


def find_families(
    article: Article, registry: Registry, mentions: Iterable[Mention], candidates: Iterable[Candidate]
) -> Mapping[str, Family]:
    """The persons named in full in the body, known and unknown, by folded family name."""
    found: dict[str, list[Introduction]] = {}
    for mention in mentions:
        entity = registry.by_id[mention.entity]
        if entity.kind is Kind.PERSON:
            one = Introduction(mention.block, mention.span, entity.id, mention.span.of(article.text))
            for name in {family_name(entity), *entity.known_as} - {""}:
                found.setdefault(fold(name), []).append(one)
    for candidate in candidates:
        if candidate.longer and candidate_family(candidate):
            one = Introduction(candidate.block, candidate.span, "", candidate.longer)
            found.setdefault(fold(candidate_family(candidate)), []).append(one)
    return {name: _family(these) for name, these in found.items()}


def _family(found: list[Introduction]) -> Family:
    introductions = tuple(sorted(found, key=lambda one: one.span))
    people = [frozenset[str]()]
    for one in introductions:
        people.append(people[-1] if one.entity in people[-1] else people[-1] | {one.entity})
    return Family(introductions, tuple(people))
