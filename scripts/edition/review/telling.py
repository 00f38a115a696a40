"""What the page is told, as plain values for JSON. Nothing here is HTML: the page shows words as words."""

from collections.abc import Iterable, Mapping
from typing import Any

from edition.amend import Proposal, proposal_of
from edition.link.gender import suits
from edition.model import Entity, Kind, Occurrence, Suggestion
from edition.recognise import sort_name
from edition.review.reading import Known, Line, Reading
from edition.review.review import Done, Review, name_of
from edition.suggest.several import of_titles
from edition.suggest.ways import key

MOST_OCCURRENCES = 300
MOST_NAMES = 12  # that a search finds
Told = dict[str, Any]


def state(review: Review) -> Told:
    """The list, how far it is, what can be undone, and what is wrong."""
    reading, steps, waits = review.reading, review.steps(), review.desk.waiting_ids()
    ordered = sorted(reading.suggestions.values(), key=lambda one: one.id in waits)
    return {
        "version": review.version,
        "busy": review.is_busy,
        "wrong": reading.wrong,
        "articles": reading.articles,
        "entities": len(reading.known),
        "decided": len({id for step in steps for id in step.decided}),
        "undo": steps[-1].said if steps else "",
        "suggestions": [
            {
                "id": one.id,
                "kind": one.kind.value,
                "name": one.name,
                "times": len(one.occurrences),
                "articles": len(one.articles),
                "known": one.known,
                "waits": one.id in waits,
            }
            for one in ordered
        ],
    }


def card(one: Suggestion, reading: Reading) -> Told:
    """One suggestion with all its evidence."""
    made = proposal_of(one)
    return {
        "id": one.id,
        "seen": name_of(one),
        "kind": one.kind.value,
        "name": one.name,
        "sort": sort_name(Entity("x", one.kind, one.name)),
        "known": named(reading.known[one.known]) if one.known and one.known in reading.known else None,
        "certainty": one.certainty,
        "forms": [{"form": form, "count": count, "is": _is(form, made)} for form, count in one.forms],
        "roles": [{"title": role.title, "organization": role.organization or ""} for role in one.roles],
        "conflicts": conflicts(one, reading),
        "alike": [
            {**found, "why": other.why} for other in one.alike if (found := either(other.id, reading)) is not None
        ],
        "evidence": [occurrence(at) for at in one.evidence],
        "times": len(one.occurrences),
        "articles": list(one.articles),
        "occurrences": [occurrence(at) for at in one.occurrences[:MOST_OCCURRENCES]],
        "found_by": list(one.found_by),
    }


def _is(form: str, made: Proposal) -> str:
    """What becomes of a form: it is the name, goes by itself, is known alone, or an alias."""
    if form == made.name and not made.known:
        return "name"
    return "known" if form in made.known_as else "alias" if form in made.aliases or made.known else "found"


def conflicts(one: Suggestion, reading: Reading) -> list[str]:
    """What speaks against it, or must be known before it is decided, the gravest first."""
    found = [f"It may be two. {one.several}"] if one.several else []
    own = {key(one.name)}
    for other in reading.known.values():
        if other.id != one.known and own & {key(name) for name in (other.name, *other.aliases)}:
            found.append(f"The registry has {_a(other.kind)} of that name: {other.name} ({other.id}).")
    for rival in reading.suggestions.values():
        if rival.id != one.id and key(rival.name) in own:
            found.append(f"There is {_a(rival.kind)} of that name among the suggestions: {rival.name} ({rival.id}).")
    return found


def _a(kind: Kind) -> str:
    return f"an {kind.value}" if kind is Kind.ORGANIZATION else f"a {kind.value}"


def either(id: str, reading: Reading) -> Told | None:
    """An entity or a suggestion by its id."""
    if id in reading.known:
        return named(reading.known[id])
    one = reading.suggestions.get(id)
    if one is None:
        return None
    return {"id": one.id, "kind": one.kind.value, "name": one.name, "times": len(one.occurrences), "is": "suggestion"}


def named(one: Known) -> Told:
    return {"id": one.id, "kind": one.kind.value, "name": one.name, "times": one.times, "is": "entity"}


def clash(id: str, other: str, reading: Reading) -> str:
    """Why a suggestion can hardly be the same as another one, or as an entity, by how people are addressed."""
    one = reading.suggestions.get(id)
    if one is None:
        return ""
    if other in reading.suggestions:
        both = (one.occurrences, reading.suggestions[other].occurrences)
        return "" if any(map(of_titles, both)) else of_titles((*both[0], *both[1]))
    gender = reading.known[other].gender if other in reading.known else None
    wrong = (at for at in one.occurrences if suits(at.title.rpartition(" ")[2], gender) is False)
    return next((f"It is “{at.title}” in {at.article}; the registry says {gender}." for at in wrong), "")


def names(words: str, without: str, reading: Reading) -> list[Told]:
    """Entities and suggestions of which some name begins with these words, then those with a word that does."""
    wanted = key(words)
    ranked: list[tuple[int, int, str]] = []
    for id, forms in _all_names(reading):
        keys = [key(form) for form in forms]
        begins = any(one.startswith(wanted) for one in keys)
        if id != without and (begins or any(f" {wanted}" in one for one in keys) or id.startswith(words)):
            ranked.append((0 if begins else 1, len(forms[0]), id))
    return [told for _, _, id in sorted(ranked)[:MOST_NAMES] if (told := either(id, reading)) is not None]


def _all_names(reading: Reading) -> Iterable[tuple[str, list[str]]]:
    yield from ((one.id, [one.name, *one.aliases]) for one in reading.known.values())
    for one in reading.suggestions.values():
        yield one.id, [one.name, *(form for form, _ in one.forms)]


def occurrence(at: Occurrence | Line) -> Told:
    return {"article": at.article, "paragraph": at.paragraph, "left": at.left, "words": at.words, "right": at.right}


def done(one: Done | None) -> Told:
    """What was written, as the page shows it."""
    if one is None:
        return {"said": "", "changes": {}, "ids": []}
    ids = [*one.step.decided, *one.step.waits]
    return {"said": one.step.said, "changes": _shown(one.lines), "ids": ids}


def _shown(lines: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {f"entities/{name}": changed for name, changed in lines.items()}
