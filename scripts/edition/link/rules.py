"""The rules, in the order in which they are asked; the first that answers decides. Each sees one candidate.

A rule is a function of a candidate and its context that answers with a decision, or None where it has nothing to say.
Its name, with spaces, is what a mention gives as its `rule`.

| rule               | when it speaks                                | what it says                             |
| longer name        | part of a longer capitalised name             | left alone                               |
| headline word      | one word in a line of capital words           | left alone unless the body names it      |
| full name          | a name or alias of one entity                 | that entity                              |
| shared name        | a name or alias of several entities           | the one that the article names otherwise |
| title and surname  | a title that one of the possible people bears | that person                              |
| surname            | one possible person                           | that person                              |
| speaker            | `said Kim` behind a Kim who spoke             | that person, as probable                 |
| foremost           | one is named last and far more often          | that person, as probable                 |
| several persons    | more than one remains                         | left alone                               |
| nobody of the name | no such person was named in full              | left alone                               |
"""

import re
from collections import Counter
from collections.abc import Callable

from edition.link.context import Context, Introduction, short_text
from edition.link.decision import Decision, Left, Linked
from edition.model import Candidate, Certainty, FormRole, Kind
from edition.recognise.vocabulary import DEMONYMS, GENDERS, HONORIFICS

Rule = Callable[[Candidate, Context], Decision | None]

# Named so many times as often as the next of the name, before the place: in the cases looked at, less was often wrong.
FOREMOST = 2

# `the younger Kim`, `the Kim family`: the words tell one from another, or mean all of them.
DISTINGUISHED = re.compile(r"\bthe\s(?:[a-z]+\s)?\Z", re.IGNORECASE)

# Words before a name that is a place's rather than a person's.
AT_A_PLACE = re.compile(r"\b(?:in|at|near|outside|throughout|around|across|of|to|from|for|the)\s\Z", re.IGNORECASE)

IN_A_PLACE = re.compile(r"\b(?:in|near|outside|throughout|across)\s(?:the\s)?\Z", re.IGNORECASE)

# A part of an organization's name that an article writes so often is no accident.
REPEATED = 2

SPEECH = r"(?:said|says|added|adds|told|asked|wrote|argued|noted|explained|warned|stressed|continued|concluded)"
SPEAKS_AFTER = re.compile(rf"\s+{SPEECH}\b")
SPEAKS_BEFORE = re.compile(rf"(?:\b{SPEECH}|according to)\s+\Z")


def longer_name(candidate: Candidate, context: Context) -> Decision | None:
    if candidate.longer:
        is_people = candidate.longer.rsplit(maxsplit=1)[-1].removesuffix("s") in DEMONYMS  # `the South Koreans`
        return Left(
            f"It is part of the longer name “{candidate.longer}”, which the registry does not know.",
            silent=is_people,
        )
    return None


def headline_word(candidate: Candidate, context: Context) -> Decision | None:
    if not (candidate.in_title_case and candidate.is_single_word):
        return None
    if set(candidate.entities()) & context.named.keys():
        return None
    return Left("In a line where every word has a capital, and the text does not name it.")


def national_team(candidate: Candidate, context: Context) -> Decision | None:
    teams = [form.entity for form in candidate.forms if is_team(context.name(form.entity)) and form.role is FormRole.SHORT]
    if len(set(teams)) != 1 or not context.is_sport or candidate.title:
        return None
    before = context.article.text[max(candidate.span.start - 20, 0) : candidate.span.start]
    if IN_A_PLACE.search(before):
        return None
    return Linked(teams[0], "The article is about sport, where a country stands for its team.", Certainty.PROBABLE)


def is_team(name: str) -> bool:
    return name.endswith(" team")


def full_name(candidate: Candidate, context: Context) -> Decision | None:
    entities = candidate.entities(FormRole.NAME)
    if len(entities) != 1:
        return None
    form = next(form for form in candidate.forms if form.role is FormRole.NAME)
    is_name = form.text == context.name(entities[0])
    return Linked(entities[0], "It is the full name." if is_name else f"It is the registered form “{form.text}”.")


def namesake(candidate: Candidate, context: Context) -> Decision | None:
    people = {one for one in context.people(candidate) if one and context.registry.by_id[one].kind is Kind.PERSON}
    if not candidate.entities(FormRole.NAME) or not people or not candidate.is_single_word:
        return None
    before = context.article.text[max(candidate.span.start - 20, 0) : candidate.span.start]
    if len(people) > 1 or (AT_A_PLACE.search(before) and not candidate.title):
        return None
    [person] = people
    evidence = f"The article speaks of “{context.recent(candidate)[-1].name}”, and nothing here says a place is meant."
    return Linked(person, evidence, Certainty.PROBABLE)


def shared_name(candidate: Candidate, context: Context) -> Decision | None:
    entities = candidate.entities(FormRole.NAME)
    if not entities:
        return None
    named = [entity for entity in entities if entity in context.named]
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


def short_form(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if len(people) != 1 or not people[0]:
        return None
    [person] = people
    if person not in context.people(candidate):
        return Linked(person, f"“{short_text(candidate)}” is known by this name without introduction.")
    introduced = [one.name for one in context.recent(candidate) if one.entity == person] or [context.name(person)]
    others = len(context.people(candidate)) - 1
    alone = f"nobody else of this name whom “{candidate.title}” fits" if others else "nobody else of this name"
    return Linked(person, f"The article names “{introduced[-1]}” and {alone}.")


def part_of_a_name(candidate: Candidate, context: Context) -> Decision | None:
    entities = candidate.entities()
    written = candidate.span.of(context.article.text)
    if context.people(candidate) or len(entities) != 1 or candidate.is_person or written.startswith("the "):
        return None
    kinds = {form.kind for form in candidate.forms}
    if kinds != {Kind.ORGANIZATION} or is_team(context.name(entities[0])) or context.article.text.count(written) < REPEATED:
        return None
    evidence = f"The article writes it repeatedly, and only “{context.name(entities[0])}” has it in its name."
    return Linked(entities[0], evidence, Certainty.PROBABLE)


def told_apart(candidate: Candidate, context: Context) -> tuple[Introduction, ...]:
    """The full names before the candidate that its honorific allows; none where words tell apart what rules cannot."""
    if DISTINGUISHED.search(context.article.text, max(candidate.span.start - 30, 0), candidate.span.start):
        return ()
    introduced = context.recent(candidate)
    if set(candidate.entities(FormRole.KNOWN)) - context.people(candidate):
        return ()  # who needs no introduction may be meant, however near another is
    suiting = [suits(candidate, context, one.entity) for one in introduced]
    if candidate.title and None in suiting and candidate.title.rstrip(".") in frozenset().union(*GENDERS.values()):
        return ()
    return tuple(one for one, fits in zip(introduced, suiting, strict=True) if fits is not False)


def speaker(candidate: Candidate, context: Context) -> Decision | None:
    text, span = context.article.text, candidate.span
    if not (SPEAKS_AFTER.match(text, span.end) or SPEAKS_BEFORE.search(text[max(span.start - 30, 0) : span.start])):
        return None
    speaking = [one for one in told_apart(candidate, context) if _is_speaking(text, one)]
    last = speaking[-1] if speaking else None
    if last and last.entity and candidate.block - last.block <= 1:
        return Linked(last.entity, f"“{last.name}” was the last of this name to speak.", Certainty.PROBABLE)
    return None


def _is_speaking(text: str, one: Introduction) -> bool:
    before, after = (
        text[max(one.span.start - 30, 0) : one.span.start],
        text[one.span.end : one.span.end + 200],
    )
    has_apposition = re.match(rf",[^.,;“”]+,\s+{SPEECH}\b", after)
    return bool(SPEAKS_BEFORE.search(before) or SPEAKS_AFTER.match(after) or has_apposition)


def foremost(candidate: Candidate, context: Context) -> Decision | None:
    introduced = told_apart(candidate, context)
    near = {one.entity for one in introduced if 0 <= candidate.block - one.block <= 1}
    counts = Counter(one.entity for one in introduced).most_common(2)
    if len(near) != 1 or not counts or counts[0][0] not in near or not counts[0][0]:
        return None
    if len(counts) > 1 and counts[0][1] < FOREMOST * counts[1][1]:
        return None
    evidence = f"“{context.name(counts[0][0])}” was named last, and far more often than others of this name."
    return Linked(counts[0][0], evidence, Certainty.PROBABLE)


def several_persons(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if len(people) < 2:
        return None
    known = tuple(person for person in people if person)
    return Left(f"{len(people)} people of this name are named in the article.", known)


def nobody_of_the_name(candidate: Candidate, context: Context) -> Decision | None:
    return Left("The article names nobody of this surname in full.", silent=not candidate.title)


def possible(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """The persons whom a short form may name: those named in full, and those who need no introduction; sorted.

    An empty id stands for people whom the registry does not know. Whom `Mr.` or `Ms.` rules out is not possible.
    """
    people = context.people(candidate) | set(candidate.entities(FormRole.KNOWN))
    return tuple(sorted(person for person in people if suits(candidate, context, person) is not False))


def suits(candidate: Candidate, context: Context, person: str) -> bool | None:
    """Whether the person's gender is that of the honorific; None where one of the two tells nothing."""
    said = next((gender for gender, words in GENDERS.items() if candidate.title.rstrip(".") in words), None)
    known = context.registry.by_id[person].gender if person else None
    return said == known if said and known else None


RULES: tuple[Rule, ...] = (
    longer_name,
    headline_word,
    namesake,
    national_team,
    full_name,
    shared_name,
    title_and_surname,
    short_form,
    part_of_a_name,
    speaker,
    foremost,
    several_persons,
    nobody_of_the_name,
)
FULL_NAME_RULES: tuple[Rule, ...] = (longer_name, full_name)
