"""What one article says of each whom it names and the registry does not have: where, in which words, in which role."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.index import context
from edition.model import Annotation, Article, Kind, Occurrence, Registry, Span, StatedRole
from edition.recognise.find import is_title_case
from edition.suggest.grouping import UNSURE, Group, groups_in
from edition.suggest.noise import is_common
from edition.suggest.roles import NEAR, is_told_person, role_in
from edition.suggest.sightings import Findings, Sighting, is_nothing, kind_of, sightings, votes
from edition.suggest.variants import is_family_first
from edition.suggest.ways import fullest_first, key


class Seen(NamedTuple):
    """One occurrence, and what those say of it who found it."""

    at: Occurrence
    kind: Kind
    certainty: float
    found_by: tuple[str, ...]


class Named(NamedTuple):
    """One that an article names: its occurrences in reading order. Of what is linked under `entity`, only those that
    are not: other ways to write its name. `head` is the key of the fullest."""

    seen: tuple[Seen, ...]
    head: str
    roles: tuple[StatedRole, ...] = ()
    entity: str = ""


def named_in(annotation: Annotation, findings: Findings, registry: Registry) -> tuple[Named, ...]:
    """All that the article names beside what is linked, in the order in which it begins to name them."""
    article = annotation.article
    found = tuple(_of_kind(article, one) for one in sightings(annotation, findings, registry))
    groups = groups_in(article, found)
    return tuple(_named(article, one, found) for one in groups if _is_new(one))


def _of_kind(article: Article, one: Sighting) -> Sighting:
    """The same, a person's where nobody is sure of another kind and it is like a Korean name or has a role."""
    if one.kind is Kind.PERSON or one.certainty > UNSURE or " " not in one.words:
        return one
    sentence = article.blocks[one.block].sentence(one.span.start)
    is_korean = "-" in one.words and is_family_first(one.words)
    return one._replace(kind=Kind.PERSON) if is_korean or is_told_person(article.text, sentence, one) else one


def _is_new(group: Group) -> bool:
    """Whether some of it is not linked, none of it is what the editor calls nothing, and it is no common word."""
    is_named = any(not is_common(one.words) or one.title for one in group)
    return is_named and any(not one.entity for one in group) and not any(map(is_nothing, group))


def _named(article: Article, group: Group, everything: Sequence[Sighting]) -> Named:
    entity = next((one.entity for one in group if one.entity), "")
    new = _doubted(article, [one for one in group if not one.entity])
    seen = tuple(Seen(_occurrence(article, one), one.kind, one.certainty, one.found_by) for one in new)
    roles = () if entity else tuple(_roles(article, new, seen, everything))
    return Named(seen, head_of(seen), roles, entity)


def head_of(seen: Sequence[Seen]) -> str:
    """The key of the fullest of the names."""
    return key(fullest_first(Counter(each.at.words for each in seen), kind_of(votes(seen)))[0])


def _doubted(article: Article, group: list[Sighting]) -> list[Sighting]:
    """The same, half as sure where a headline in title case is all that has them: there every word has a capital."""
    if any(not is_title_case(article, article.blocks[block]) for block in {one.block for one in group}):
        return group
    return [one._replace(certainty=one.certainty / 2) for one in group]


def _occurrence(article: Article, one: Sighting) -> Occurrence:
    left, right = context(article, one)
    return Occurrence(article.id, article.number(one.block), one.span, left, one.words, right, one.title)


def _roles(
    article: Article, group: Sequence[Sighting], seen: Sequence[Seen], everything: Sequence[Sighting]
) -> Iterator[StatedRole]:
    for one, each in zip(group, seen, strict=True):
        if one.kind is not Kind.PERSON:
            continue
        sentence = article.blocks[one.block].sentence(one.span.start)
        role = role_in(article.text, sentence, one, _beside(one, sentence, everything))
        if role:
            yield StatedRole(role.title, role.organization, each.at)


def _beside(one: Sighting, sentence: Span, everything: Sequence[Sighting]) -> list[Sighting]:
    """The other names of the sentence that are near."""
    first, last = (
        bisect_left(everything, at, key=lambda other: other.span.start)
        for at in (max(sentence.start, one.span.start - NEAR), min(sentence.end, one.span.end + NEAR))
    )
    return [other for other in everything[first:last] if other is not one]
