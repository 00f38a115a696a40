"""Short forms behind a full name: surnames and given names of one person, titles that tell several apart."""

from edition.link.context import Context
from edition.link.decision import Decision, Left, Linked
from edition.link.gender import gender_in, suits
from edition.model import Candidate, Certainty, Entity, Kind
from edition.recognise.family import given_name
from edition.recognise.fold import fold
from edition.recognise.vocabulary import HONORIFICS

PLACE_PREPOSITIONS = (" in ", " near ", " from ", " to ", "In ", "From ")


def title_and_surname(candidate: Candidate, context: Context) -> Decision | None:
    if not candidate.title or candidate.title.rstrip(".") in HONORIFICS:
        return None
    people = possible(candidate, context)
    title = candidate.title.split()[-1].rstrip(".").lower()
    bearers = [entity for entity in people if entity and bears(context, entity, title)]
    if len(people) > 1 and len(bearers) == 1:
        evidence = f"Of {len(people)} people of this name in the article, only this one is “{candidate.title}”."
        return Linked(bearers[0], evidence)
    return None


def bears(context: Context, entity: str, title: str) -> bool:
    """Whether the registry gives the person a role of this title, or the article a full name with it."""
    is_in_registry = any(title in role.title.lower().split() for role in context.registry.by_id[entity].roles)
    return is_in_registry or context.bears(entity, title)


def short_form(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if len(people) != 1 or not people[0]:
        return None
    [person] = people
    if may_be_a_place(candidate, context, person):
        return Left("It is the end of an organization's name, and stands where a place's would.", (person,))
    introduced_people = context.people(candidate)
    if person not in introduced_people:
        return Linked(person, f"“{candidate.form.text}” is known by this name without introduction.")
    is_given = is_given_name(candidate, context.registry.by_id[person])
    if is_given and candidate.title and candidate.title.rstrip(".") not in HONORIFICS:
        return Left(f"A title before a given name: “{candidate.title}” may be somebody else.", (person,))
    others = len(introduced_people) - 1
    alone = f"nobody else of this name whom “{candidate.title}” fits" if others else "nobody else of this name"
    certainty = Certainty.PROBABLE if is_given else Certainty.CERTAIN
    return Linked(person, f"The article names “{context.introduced(person, candidate)}” and {alone}.", certainty)


def may_be_a_place(candidate: Candidate, context: Context, entity: str) -> bool:
    """`in Munich` behind Bayern Munich: a word of an organization's name behind a preposition of place."""
    form, kind = candidate.form, context.registry.by_id[entity].kind
    is_part = kind is Kind.ORGANIZATION and form.is_single_word and not form.text.isupper()
    return is_part and context.article.text.endswith(PLACE_PREPOSITIONS, 0, candidate.span.start)


def is_given_name(candidate: Candidate, entity: Entity) -> bool:
    is_first = entity.kind is Kind.PERSON and fold(entity.name).startswith(fold(candidate.form.text))
    return is_first and fold(candidate.form.text) == fold(given_name(entity))


def nobody_of_the_name(candidate: Candidate, context: Context) -> Decision | None:
    return Left("The article names nothing in full that this may stand for.", silent=not candidate.title)


def possible(candidate: Candidate, context: Context) -> tuple[str, ...]:
    """The persons whom a short form may name: those named in full, and those who need no introduction; sorted.

    An empty id stands for people whom the registry does not know. Whom `Mr.` or `Ms.` rules out is not possible.
    """
    people = context.people(candidate) | candidate.form.known
    if gender_in(candidate.title) is None:
        return tuple(sorted(people))
    return tuple(sorted(person for person in people if suits(candidate.title, context.gender(person)) is not False))
