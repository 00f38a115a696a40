"""Names and parts of names of places and organizations, and names that a person shares with a place."""

import re

from edition.link.context import Context
from edition.link.decision import Decision, Left, Linked
from edition.link.namings import Naming, misspelt, whole
from edition.model import Candidate, Certainty, Kind
from edition.recognise.family import family_name
from edition.recognise.fold import fold

# Words before a name that is a place's rather than a person's, and a place's rather than its team's.
AT_A_PLACE = re.compile(r"\b(?:in|at|near|outside|throughout|around|across|of|to|from|for|the)\s\Z", re.IGNORECASE)
IN_A_PLACE = re.compile(r"\b(?:in|near|outside|throughout|within|across|to|from)\s(?:the\s)?\Z", re.IGNORECASE)
BEFORE = 20  # code points looked at before a name


def misspelt_name(candidate: Candidate, context: Context) -> Decision | None:
    """`Kristen Wilkins` where the article also says `Kristin Wilkins`."""
    meant = misspelt(candidate, context.named) if candidate.longer else None
    if meant is None or any(in_sentence(candidate, one, context) for one in context.named[meant.entity]):
        return None
    evidence = f"It differs by one letter from “{meant.name}”, whom the article names."
    return Linked(meant.entity, evidence, Certainty.PROBABLE, whole(candidate, context.article))


def in_sentence(candidate: Candidate, one: Naming, context: Context) -> bool:
    """Whether it is named in the sentence of the candidate: `John Anderson met Jon Anderson`."""
    sentence = context.article.blocks[candidate.block].sentence(candidate.span.start)
    return sentence.overlaps(one.span)


def full_name(candidate: Candidate, context: Context) -> Decision | None:
    form = candidate.form
    if len(form.names) != 1 or ((form.short or form.known) and len(namesakes(candidate, context)) > 1):
        return None
    is_organization = form.short and form.only_kind is Kind.ORGANIZATION and not form.text.isupper()
    if is_organization and not form.short.isdisjoint(context.named):
        return None  # `the Supreme Court` behind the Supreme Court of Cassation
    [entity] = form.names
    is_name = form.text == context.name(entity)
    return Linked(entity, "It is the full name." if is_name else f"It is the form “{form.text}” of the name.")


def shared_name(candidate: Candidate, context: Context) -> Decision | None:
    entities = candidate.form.names
    if len(entities) < 2:
        return None
    named = [entity for entity in entities if entity in context.named]
    if len(named) == 1:
        evidence = f"Of {len(entities)} entities with this name, the article names this one by another form too."
        return Linked(named[0], evidence, Certainty.PROBABLE)
    return Left(f"{len(entities)} entities share this name.")


def namesake(candidate: Candidate, context: Context) -> Decision | None:
    form = candidate.form
    people = namesakes(candidate, context) if form.names and (form.short or form.known) else ()
    if len(people) != 1:
        return None
    evidence = f"The article speaks of “{context.recent(candidate)[-1].name}”, and nothing here says a place is meant."
    return Linked(min(people), evidence, Certainty.PROBABLE)


def namesakes(candidate: Candidate, context: Context) -> set[str]:
    """Of a place's name the people who bear it and were named in full; none where a place is spoken of."""
    if not candidate.form.is_single_word:
        return set()
    before = context.article.text[max(candidate.span.start - BEFORE, 0) : candidate.span.start]
    if AT_A_PLACE.search(before) and not candidate.title:
        return set()
    found = (context.registry.by_id[one] for one in context.people(candidate) if one)
    name = fold(candidate.form.text)
    return {one.id for one in found if one.kind is Kind.PERSON and fold(family_name(one)) == name}


def national_team(candidate: Candidate, context: Context) -> Decision | None:
    teams = candidate.form.short and candidate.form.short & context.registry.teams
    if len(teams) != 1 or candidate.title or not context.is_sport:
        return None
    before = context.article.text[max(candidate.span.start - BEFORE, 0) : candidate.span.start]
    if IN_A_PLACE.search(before):
        return None
    return Linked(min(teams), "The article is about sport, where a country stands for its team.", Certainty.PROBABLE)
