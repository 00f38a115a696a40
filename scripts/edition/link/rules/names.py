"""Names and parts of names of places and organizations, and names that a person shares with a place."""

import re

from edition.link.context import Context
from edition.link.decision import Decision, Left, Linked
from edition.model import Candidate, Certainty, FormRole, Kind

# Words before a name that is a place's rather than a person's, and a place's rather than its team's.
AT_A_PLACE = re.compile(r"\b(?:in|at|near|outside|throughout|around|across|of|to|from|for|the)\s\Z", re.IGNORECASE)
IN_A_PLACE = re.compile(r"\b(?:in|near|outside|throughout|within|across)\s(?:the\s)?\Z", re.IGNORECASE)
# A part of an organization's name that an article writes so often is no accident.
REPEATED = 2


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
    named = [entity for entity in entities if entity in context.named]
    if len(named) == 1:
        evidence = f"Of {len(entities)} entities with this name, the article names this one by another form too."
        return Linked(named[0], evidence, Certainty.PROBABLE)
    return Left(f"{len(entities)} entities share this name.")


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


def national_team(candidate: Candidate, context: Context) -> Decision | None:
    teams = [
        form.entity for form in candidate.forms if is_team(context.name(form.entity)) and form.role is FormRole.SHORT
    ]
    if len(set(teams)) != 1 or not context.is_sport or candidate.title:
        return None
    before = context.article.text[max(candidate.span.start - 20, 0) : candidate.span.start]
    if IN_A_PLACE.search(before):
        return None
    return Linked(min(teams), "The article is about sport, where a country stands for its team.", Certainty.PROBABLE)


def is_team(name: str) -> bool:
    return name.endswith(" team")


def part_of_a_name(candidate: Candidate, context: Context) -> Decision | None:
    entities = candidate.entities()
    written = candidate.span.of(context.article.text)
    if context.people(candidate) or len(entities) != 1 or candidate.is_person or written.startswith("the "):
        return None
    kinds = {form.kind for form in candidate.forms}
    if (
        kinds != {Kind.ORGANIZATION}
        or is_team(context.name(entities[0]))
        or context.article.text.count(written) < REPEATED
    ):
        return None
    evidence = f"The article writes it repeatedly, and only “{context.name(entities[0])}” has it in its name."
    return Linked(entities[0], evidence, Certainty.PROBABLE)
