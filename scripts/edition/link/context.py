"""What an article has told of its people up to a place: who was named in full, where. Facts only, no decisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from edition.model import Article, Candidate, Entity, FormRole, Kind, Mention, Registry, Span
from edition.recognise.fold import fold
from edition.recognise.forms import family_name


@dataclass(frozen=True, slots=True)
class Introduction:
    """A full name in the text; `entity` is empty for a person whom the registry does not know."""

    block: int
    span: Span
    entity: str
    name: str


@dataclass(frozen=True)
class Context:
    """One article, and what is known of it before the short forms are decided.

    `introductions` holds the full names by folded family name, in reading order; `linked` the entities that full
    names of the body name.
    """

    article: Article
    registry: Registry
    introductions: Mapping[str, tuple[Introduction, ...]] = field(default_factory=dict)
    linked: frozenset[str] = frozenset()

    def before(self, candidate: Candidate) -> tuple[Introduction, ...]:
        """The full names of the candidate's family name that stand before it; for a headline, all of the article.

        Where none stands before, those that follow: a caption may come before the text that it belongs to.
        """
        family = fold(candidate_family(candidate))
        all_of_them = self.introductions.get(family, ())
        if self.article.is_headline(candidate.block):
            return all_of_them
        return tuple(one for one in all_of_them if one.span.end <= candidate.span.start) or all_of_them

    def name(self, entity: str) -> str:
        return self.registry.by_id[entity].name


def candidate_family(candidate: Candidate) -> str:
    """The family name or short name that the candidate's forms write."""
    return next((form.text for form in candidate.forms if form.role is not FormRole.NAME), "")


def introductions(
    article: Article, registry: Registry, mentions: Iterable[Mention], candidates: Iterable[Candidate]
) -> Mapping[str, tuple[Introduction, ...]]:
    """The persons named in full, known and unknown, by folded family name, in reading order."""
    found: dict[str, list[Introduction]] = {}
    for mention in mentions:
        entity = registry.by_id[mention.entity]
        if entity.kind is Kind.PERSON and not article.is_headline(mention.block):
            one = Introduction(mention.block, mention.span, entity.id, mention.span.of(article.text))
            for name in short_names(entity):
                found.setdefault(fold(name), []).append(one)
    for candidate in candidates:
        if candidate.longer and candidate_family(candidate):
            one = Introduction(candidate.block, candidate.span, "", candidate.longer)
            found.setdefault(fold(candidate_family(candidate)), []).append(one)
    return {family: tuple(sorted(these, key=lambda one: one.span)) for family, these in found.items()}


def short_names(entity: Entity) -> tuple[str, ...]:
    return tuple(sorted({family_name(entity), *entity.known_as} - {""}))
