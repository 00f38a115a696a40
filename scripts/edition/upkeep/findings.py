"""What waits for the editor of an edition in which nothing is wrong: names without a link, entries without a use."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from edition.model import Edition, Entity, Kind, Problem
from edition.read import Entry
from edition.recognise.fold import fold
from edition.recognise.forms import forms_of


class Matter(StrEnum):
    """What a finding is about; the matter that gives readers most comes first.

    A name without a link is missing from pages. An entity without mentions is an empty page, or its names are written
    wrong. A name that no text uses may be misspelt. Dates order articles, roles tie people to organizations, and a
    decision without a name does nothing.
    """

    UNRESOLVED = "Names without a link"
    UNNAMED = "Entities that no article names"
    UNUSED = "Aliases that no article uses"
    UNDATED = "Articles without a date"
    UNTIED = "Roles without an organization"
    IDLE = "Decisions that match nothing"


OF_PROBLEMS = {"W104": Matter.UNDATED, "W202": Matter.IDLE}


class Finding(NamedTuple):
    """`subject` is the name, id or article; `times` how often it was met, and 0 where nothing is counted."""

    matter: Matter
    file: str
    line: int
    subject: str
    detail: str
    times: int = 0


class _Left(NamedTuple):
    """A name without a link, and whom it might name."""

    words: str
    candidates: Collection[str]
    why: str
    file: str
    line: int


def findings(edition: Edition, entries: Sequence[Entry], problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """All of them, matter by matter: names without a link by how often they stand, the rest in the order of files.

    `entries` are those of the edition's registry, `problems` those of the edition.
    """
    left = [one for article in edition.articles if article.unresolved for one in _left_alone(edition, article.id)]
    used = _used(edition, left)
    known = [(entry, edition.registry.by_id[entry.id]) for entry in entries if entry.id in edition.registry.by_id]
    found = [
        *_unresolved(left),
        *(_unnamed(entry) for entry, entity in known if entity.id not in used),
        *(one for entry, entity in known for one in _unused(entry, entity, used.get(entity.id, frozenset()))),
        *(_of_problem(OF_PROBLEMS[one.code], one) for one in problems if one.code in OF_PROBLEMS),
        *(one for entry, entity in known for one in _untied(entry, entity)),
    ]
    order = tuple(Matter)
    return tuple(sorted(found, key=lambda one: order.index(one.matter)))


def _left_alone(edition: Edition, article: str) -> Iterator[_Left]:
    annotation = edition.archive.annotation(article)
    text = annotation.article
    for name in annotation.unresolved:
        yield _Left(name.span.of(text.text), name.candidates, name.why, text.file, text.line(name.span.start))


def _used(edition: Edition, left: Iterable[_Left]) -> Mapping[str, frozenset[str]]:
    """By entity the ways, folded, in which articles and events write its name; a title may stand in front."""
    used: dict[str, set[str]] = defaultdict(set)
    for article in edition.articles:
        for id, appearance in article.named.items():
            used[id] |= {fold(form) for form, _ in appearance.forms}
    for event in edition.events:
        for mention in event.annotation.mentions:
            used[mention.entity].add(fold(mention.span.of(event.annotation.article.text)))
    for one in left:  # they are no mentions, but in use
        for id in used.keys() & one.candidates:
            used[id].add(fold(one.words))
    return {id: frozenset(forms) for id, forms in used.items()}


def _unresolved(left: Iterable[_Left]) -> Iterator[Finding]:
    places: dict[str, list[_Left]] = defaultdict(list)
    for one in left:
        places[one.words].append(one)
    for words, at in sorted(places.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield Finding(Matter.UNRESOLVED, at[0].file, at[0].line, words, at[0].why, len(at))


def _unnamed(entry: Entry) -> Finding:
    detail = "Its names may be spelt in another way, or the texts do without it."
    return Finding(Matter.UNNAMED, entry.file, entry.key.line, entry.id, detail)


def _unused(entry: Entry, entity: Entity, used: frozenset[str]) -> Iterator[Finding]:
    """Aliases of a named entity that are behind none of the forms in use; those that add no form are left alone."""
    if not used:
        return
    ends = used | {form[at + 1 :] for form in used for at, letter in enumerate(form) if letter == " "}
    forms = _folded(entity)
    for index, alias in enumerate(entity.aliases):
        others = entity.aliases[:index] + entity.aliases[index + 1 :]
        own = forms - _folded(replace(entity, aliases=others))
        if own and not own & ends:
            line = entry.node.at(("aliases", index)).line
            yield Finding(Matter.UNUSED, entry.file, line, alias, f"alias of {entity.id}")


def _folded(entity: Entity) -> set[str]:
    return {fold(form.text) for form in forms_of(entity)}


def _untied(entry: Entry, entity: Entity) -> Iterator[Finding]:
    for index, role in enumerate(entity.roles if entity.kind is Kind.PERSON else ()):
        if role.organization is None:
            line = entry.node.at(("roles", index)).line
            yield Finding(Matter.UNTIED, entry.file, line, role.title, f"role of {entity.id}")


def _of_problem(matter: Matter, problem: Problem) -> Finding:
    return Finding(matter, problem.file, problem.line, problem.file, problem.what)
