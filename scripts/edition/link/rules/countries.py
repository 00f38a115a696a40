"""Whose ministry, which party, which town of the name: the country says it, before the name, behind it or around it."""

import re
from collections.abc import Iterable
from functools import cache

from edition.link.context import Context
from edition.link.decision import Decision, Left, Linked
from edition.model import Candidate, Certainty, Entity, Kind
from edition.recognise.countries import COUNTRIES, STATES
from edition.recognise.vocabulary import FUNCTION_WORDS, NOT_DISTINCTIVE

# Up to three words with capitals in front of a name, with or without a possessive: `South Korean`, `Seoul’s`, `U.S.`
CAPITALISED = r"[A-Z][\w.-]*"
BEFORE = re.compile(rf"(?<![\w.-])(?:(?:{CAPITALISED}\s)?{CAPITALISED}\s)?{CAPITALISED}?(?=(?:['’]s?)?\s\Z)")
COUNTRY_AFTER = re.compile(r"\s(?:of|in)\s(?:the\s)?([A-Z]\w+(?:\s[A-Z]\w+)?)")
NEAR = 40  # code points looked at before a name
# `Paris, Texas`, but not `Paris, Texas and Ohio`
STATE_AFTER = re.compile(r",\s((?:[A-Z]\w+\s)?[A-Z]\w+)(?!\w|\s(?:and|or)\b)")


def other_country(candidate: Candidate, context: Context) -> Decision | None:
    """`The French National Assembly` is not that of Korea, nor is `Paris, Texas` that of France."""
    where = said_where(candidate, context)
    if not where or any(is_there(one, where, context) is not False for one in candidate.form.names):
        return None
    return Left(f"“{where}” says that it is another than the registry has.")


def of_that_country(candidate: Candidate, context: Context) -> Decision | None:
    """Of several ministries of one name, the one of the country before it, or of what the text names."""
    names = sorted(candidate.form.names)
    if len(names) < 2:
        return None
    where = said_where(candidate, context)
    there = [one for one in names if where and is_there(one, where, context)]
    if len(there) == 1:
        return Linked(there[0], f"Of {len(names)} of this name, it is that of “{where}”.")
    around = {one: surroundings(one, context) for one in names}
    shared = frozenset.intersection(*around.values())
    near = {one: [it for it in sorted(around[one] - shared) if is_spoken_of(it, context)] for one in around}
    told = [one for one, places in near.items() if places]
    if len(told) != 1:
        return None
    evidence = f"The article also names “{context.name(near[told[0]][0])}”, which goes with this one alone."
    return Linked(told[0], evidence, Certainty.PROBABLE)


def is_there(id: str, where: str, context: Context) -> bool | None:
    """Whether the entity is in the state, country or place of that name; None where the registry says nothing."""
    around = names_of(context.registry.located(id)) | countries_in(context.name(id))
    if not around:
        return None
    if context.registry.by_id[id].kind is Kind.PLACE:
        is_known = not around.isdisjoint(STATES) or STATES[where] not in around
        return where in around if is_known else None
    countries = {*COUNTRIES.get(where, ()), *([where] if where in STATES else ())}
    for place in context.registry.places.get(where, ()):
        countries |= names_of((place, *context.registry.located(place.id))[-1:])
    return not countries.isdisjoint(around)


def said_where(candidate: Candidate, context: Context) -> str:
    """The words around a name that say where its bearer is: the state behind a town, or what stands before an
    institution of which every country has one; empty where there are none."""
    form = candidate.form
    if form.names and form.only_kind is Kind.PLACE:
        return state_behind(candidate, context)
    if form.names and form.only_kind is Kind.ORGANIZATION and is_generic(form.text):
        return country_behind(candidate, context) or country_before(candidate, context)
    return ""


def country_before(candidate: Candidate, context: Context) -> str:
    """The country, its adjective, or a place of the registry right before the name; empty where there is none."""
    start = candidate.span.start
    match = BEFORE.search(context.article.text, max(start - NEAR, 0), start)
    words = match[0].split() if match else []
    for cut in range(len(words)):
        where = " ".join(words[cut:])
        if where in COUNTRIES or where in STATES or where in context.registry.places:
            return where
    return ""


def country_behind(candidate: Candidate, context: Context) -> str:
    """`the Supreme Court of India`; empty where no country follows."""
    match = COUNTRY_AFTER.match(context.article.text, candidate.span.end)
    words = match[1].split() if match else []
    return next((where for where in (" ".join(words), *words[:1]) if where in COUNTRIES or where in STATES), "")


def state_behind(candidate: Candidate, context: Context) -> str:
    text, end = context.article.text, candidate.span.end
    match = STATE_AFTER.match(text, end) if text.startswith(",", end) else None
    return match[1] if match and match[1] in STATES else ""


@cache
def is_generic(name: str) -> bool:
    """Whether every country may have one: `National Assembly`, `Foreign Ministry`, `Democratic Party`."""
    words = [word.removesuffix("’s").removesuffix("'s") for word in name.lower().split()]
    return all(word in NOT_DISTINCTIVE or word in FUNCTION_WORDS for word in words)


@cache
def countries_in(name: str) -> frozenset[str]:
    """The countries that an institution's own name says: `Ministry of Foreign Affairs of North Korea`."""
    return frozenset(country for countries in COUNTRIES.values() for country in countries if country in name)


def names_of(places: Iterable[Entity]) -> set[str]:
    return {name for place in places for name in place.names}


def is_spoken_of(id: str, context: Context) -> bool:
    """Whether the article names the entity, or its people: `French`."""
    return id in context.named or not context.countries.isdisjoint(context.registry.by_id[id].names)


def surroundings(id: str, context: Context) -> frozenset[str]:
    """The entities that the registry ties to one: where it is, to whom it belongs, and where those are.

    A registry with mistakes is read as far as it goes: it may name entities that are not there.
    """
    entity, known = context.registry.by_id[id], context.registry.by_id.keys()
    tied = known & {*entity.affiliations, *(role.organization for role in entity.roles if role.organization)}
    places = (place for one in (id, *sorted(tied)) for place in context.registry.located(one))
    return frozenset(tied | {place.id for place in places})
