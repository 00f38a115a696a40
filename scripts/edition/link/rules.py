"""The rules, in the order in which they are asked; the first that answers decides. Each sees one candidate.

A rule is a function of a candidate and its context that answers with a decision, or None where it has nothing to say.
Its name, with spaces, is what a mention gives as its `rule`.

| rule               | when it speaks                                   | what it says                                  |
| longer name        | the span is part of a longer capitalised name    | left alone                                    |
| headline word      | one word in a line of capital words              | left alone unless the body names the entity   |
| full name          | a name or alias of one entity                    | that entity                                   |
| shared name        | a name or alias of several entities              | the one that the article names otherwise      |
| title and surname  | a title that one of the possible persons bears   | that person                                   |
| surname            | one possible person                              | that person                                   |
| speaker            | `… said Kim` behind one who was just quoted      | the person named last as speaking             |
| nearest            | one of them named in this or the last paragraph  | that person, as probable                      |
| several persons    | more than one remains                            | left alone                                    |
| nobody of the name | no such person was named in full                 | left alone                                    |
"""

import re
from collections.abc import Callable

from edition.link.context import Context, Introduction, candidate_family
from edition.link.decision import Decision, Left, Linked
from edition.model import Candidate, Certainty, FormRole
from edition.recognise.vocabulary import DEMONYMS, HONORIFICS

Rule = Callable[[Candidate, Context], Decision | None]

SPEECH = r"(?:said|says|added|adds|told|asked|wrote|argued|noted|explained|warned|stressed|continued|concluded)"
SPEAKS_AFTER = re.compile(rf"\s+{SPEECH}\b")
SPEAKS_BEFORE = re.compile(rf"(?:\b{SPEECH}|according to)\s+\Z")


def longer_name(candidate: Candidate, context: Context) -> Decision | None:
    if candidate.longer:
        is_people = candidate.longer.rsplit(maxsplit=1)[-1].removesuffix("s") in DEMONYMS  # `the South Koreans`
        return Left(f"It is part of the longer name “{candidate.longer}”, which the registry does not know.", silent=is_people)
    return None


def headline_word(candidate: Candidate, context: Context) -> Decision | None:
    if not (candidate.in_title_case and candidate.is_single_word):
        return None
    if set(candidate.entities()) & context.linked:
        return None
    return Left("In a line where every word has a capital, and the text does not name it.")


def full_name(candidate: Candidate, context: Context) -> Decision | None:
    entities = candidate.entities(FormRole.NAME)
    if len(entities) != 1:
        return None
    form = next(form for form in candidate.forms if form.role is FormRole.NAME)
    is_name = form.text == context.name(entities[0])
    return Linked(entities[0], "It is the full name." if is_name else f"It is the registered form “{form.text}”.")


def shared_name(candidate: Candidate, context: Context) -> Decision | None:
    entities = candidate.entities(FormRole.NAME)
    if not entities:
        return None
    named = [entity for entity in entities if entity in context.linked]
    if len(named) == 1:
        evidence = f"Of {len(entities)} entities with this name, the article names this one by another form too."
        return Linked(named[0], evidence, Certainty.PROBABLE)
    return Left(f"{len(entities)} entities share this name.")


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
    """Whether the registry gives the person a role of this title."""
    return any(title in role.title.lower().split() for role in context.registry.by_id[entity].roles)


def surname(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if len(people) != 1 or not people[0]:
        return None
    [person] = people
    introduced = [one for one in context.before(candidate) if one.entity == person]
    if not introduced:
        return Linked(person, f"“{candidate_family(candidate)}” is known by this name without introduction.")
    return Linked(person, f"The article names “{introduced[-1].name}” and nobody else of this name.")


def speaker(candidate: Candidate, context: Context) -> Decision | None:
    text, span = context.article.text, candidate.span
    if not (SPEAKS_AFTER.match(text, span.end) or SPEAKS_BEFORE.search(text[max(span.start - 30, 0) : span.start])):
        return None
    speaking = [one for one in context.before(candidate) if _is_speaking(text, one)]
    last = speaking[-1] if speaking else None
    if last and last.entity and candidate.block - last.block <= 1:
        return Linked(last.entity, f"“{last.name}” was the last of this name to speak.", Certainty.PROBABLE)
    return None


def _is_speaking(text: str, one: Introduction) -> bool:
    before, after = text[max(one.span.start - 30, 0) : one.span.start], text[one.span.end : one.span.end + 200]
    has_apposition = re.match(rf",[^.,;“”]+,\s+{SPEECH}\b", after)
    return bool(SPEAKS_BEFORE.search(before) or SPEAKS_AFTER.match(after) or has_apposition)


def nearest(candidate: Candidate, context: Context) -> Decision | None:
    near = [one for one in context.before(candidate) if 0 <= candidate.block - one.block <= 1]
    same = [one for one in near if one.block == candidate.block] or near
    people = {one.entity for one in same}
    if len(people) == 1 and same[0].entity:
        evidence = f"“{same[-1].name}” is the only one of this name in this paragraph or the one before."
        return Linked(same[0].entity, evidence, Certainty.PROBABLE)
    return None


def several_persons(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    return Left(f"{len(people)} people of this name are named in the article.") if len(people) > 1 else None


def nobody_of_the_name(candidate: Candidate, context: Context) -> Decision | None:
    return Left("The article names nobody of this surname in full.", silent=not candidate.title)


def possible(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """The persons whom a short form may name: those named in full, and those who need no introduction; sorted.

    An empty id stands for people whom the registry does not know.
    """
    people = {one.entity for one in context.before(candidate)}
    return tuple(sorted(people | set(candidate.entities(FormRole.KNOWN))))


RULES: tuple[Rule, ...] = (
    longer_name,
    headline_word,
    full_name,
    shared_name,
    title_and_surname,
    surname,
    speaker,
    nearest,
    several_persons,
    nobody_of_the_name,
)
FULL_NAME_RULES: tuple[Rule, ...] = (longer_name, full_name)
