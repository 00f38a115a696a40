"""Short forms behind a full name: surnames, given names, and what tells several bearers of one apart."""

import re
from collections import Counter

from edition.link.context import Context, Introduction
from edition.link.decision import Decision, Left, Linked
from edition.model import Candidate, Certainty, Entity, Kind, Span
from edition.recognise.family import given_name
from edition.recognise.fold import fold
from edition.recognise.vocabulary import GENDERS, HONORIFICS

# Named so many times as often as the next of the name, before the place: in the cases looked at, less was often wrong.
FOREMOST = 2
# `the younger Kim`, `the Kim family`: the words tell one from another, or mean all of them.
DISTINGUISHED = re.compile(r"\bthe\s(?:[a-z]+\s)?\Z", re.IGNORECASE)
GENDERED = frozenset().union(*GENDERS.values())

SPEECH = (
    r"(?:(?:has|had|also|later|then)\s)*(?:said|says|adds|added|told|tells|asked|wrote|writes|argued|noted|explained|warned|"
    r"stressed|continued|concluded|stated|asserted|claimed|commented|observed|declared|announced|insisted|recalled|replied)"
)
SPEAKS_AFTER = re.compile(rf"\s+{SPEECH}\b")
# Behind a quotation or a comma the speaker may follow: `…,” said Kim`; `she said Kim left` makes Kim say nothing.
SPEAKS_BEFORE = re.compile(rf"(?:[”\"’',]\s*{SPEECH}|according\sto)\s+\Z", re.IGNORECASE)


def title_and_surname(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if not candidate.title or candidate.title.rstrip(".") in HONORIFICS:
        return None
    title = candidate.title.split()[-1].rstrip(".").lower()
    bearers = [entity for entity in people if entity and bears(context, entity, title)]
    if len(people) > 1 and len(bearers) == 1:
        evidence = f"Of {len(people)} people of this name in the article, only this one is “{candidate.title}”."
        return Linked(bearers[0], evidence)
    return None


def bears(context: Context, entity: str, title: str) -> bool:
    """Whether the registry gives the person a role of this title, or the article a full name with it."""
    is_in_registry = any(title in role.title.lower().split() for role in context.registry.by_id[entity].roles)
    return is_in_registry or any(title in one.words for one in context.named.get(entity, ()))


def short_form(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if len(people) != 1 or not people[0]:
        return None
    [person] = people
    introduced_people = context.people(candidate)
    if person not in introduced_people:
        return Linked(person, f"“{candidate.form.text}” is known by this name without introduction.")
    is_given = is_given_name(candidate, context.registry.by_id[person])
    if is_given and candidate.title and candidate.title.rstrip(".") not in HONORIFICS:
        return Left(f"A title before a given name: “{candidate.title}” may be somebody else.", (person,))
    introduced = [one.name for one in context.recent(candidate) if one.entity == person] or [context.name(person)]
    others = len(introduced_people) - 1
    alone = f"nobody else of this name whom “{candidate.title}” fits" if others else "nobody else of this name"
    certainty = Certainty.PROBABLE if is_given else Certainty.CERTAIN
    return Linked(person, f"The article names “{introduced[-1]}” and {alone}.", certainty)


def is_given_name(candidate: Candidate, entity: Entity) -> bool:
    return entity.kind is Kind.PERSON and fold(candidate.form.text) == fold(given_name(entity))


def speaks(text: str, span: Span) -> bool:
    """Whether the words beside a name make its bearer say something."""
    before = text[max(span.start - 30, 0) : span.start]
    return bool(SPEAKS_AFTER.match(text, span.end) or SPEAKS_BEFORE.search(before))


def speaker(candidate: Candidate, context: Context) -> Decision | None:
    text = context.article.text
    if not speaks(text, candidate.span):
        return None
    speaking = [one for one in told_apart(candidate, context) if _is_speaking(text, one)]
    last = speaking[-1] if speaking else None
    if last is None or not last.entity:
        return None
    if {one.entity for one in speaking} == {last.entity}:
        return Linked(last.entity, f"“{last.name}” is the only one of this name to have spoken.", Certainty.PROBABLE)
    if candidate.block - last.block <= 1:
        return Linked(last.entity, f"“{last.name}” was the last of this name to speak.", Certainty.PROBABLE)
    return None


def _is_speaking(text: str, one: Introduction) -> bool:
    """`Kim said`, `said Kim`, `Kim, an analyst, said`."""
    has_apposition = re.match(rf",[^.,;“”]+,\s+{SPEECH}\b", text[one.span.end : one.span.end + 200])
    return speaks(text, one.span) or has_apposition is not None


def foremost(candidate: Candidate, context: Context) -> Decision | None:
    introduced = told_apart(candidate, context)
    near = {one.entity for one in introduced if 0 <= candidate.block - one.block <= 1}
    counts = Counter(one.entity for one in introduced)
    (person, most), (_, next_most), *_ = [*counts.most_common(2), ("", 0), ("", 0)]
    if not person or near != {person} or most < FOREMOST * next_most:
        return None
    evidence = f"“{context.name(person)}” was named last, and far more often than others of this name."
    return Linked(person, evidence, Certainty.PROBABLE)


def several_persons(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if len(people) < 2:
        return None
    known = tuple(person for person in people if person)
    return Left(f"{len(people)} people of this name are named in the article.", known)


def nobody_of_the_name(candidate: Candidate, context: Context) -> Decision | None:
    return Left("The article names nothing in full that this may stand for.", silent=not candidate.title)


def possible(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """The persons whom a short form may name: those named in full, and those who need no introduction; sorted.

    An empty id stands for people whom the registry does not know. Whom `Mr.` or `Ms.` rules out is not possible.
    """
    people = context.people(candidate) | candidate.form.known
    return tuple(sorted(person for person in people if suits(candidate, context, person) is not False))


def suits(candidate: Candidate, context: Context, person: str) -> bool | None:
    """Whether the person's gender is that of the honorific; None where one of the two tells nothing."""
    said = next((gender for gender, words in GENDERS.items() if candidate.title.rstrip(".") in words), None)
    known = context.registry.by_id[person].gender if person else None
    return said == known if said and known else None


def told_apart(candidate: Candidate, context: Context) -> tuple[Introduction, ...]:
    """The full names before the candidate that its honorific allows; none where words tell apart what rules cannot."""
    if DISTINGUISHED.search(context.article.text, max(candidate.span.start - 30, 0), candidate.span.start):
        return ()
    introduced = context.recent(candidate)
    if candidate.form.known - context.people(candidate):
        return ()  # who needs no introduction may be meant, however near another is
    suiting = [suits(candidate, context, one.entity) for one in introduced]
    if candidate.title and None in suiting and candidate.title.rstrip(".") in GENDERED:
        return ()
    return tuple(one for one, fits in zip(introduced, suiting, strict=True) if fits is not False)
