"""A short form that several people of the article share: what tells whom of them it means. All answers are probable."""

import re

from edition.link.context import Context
from edition.link.decision import Decision, Left, Linked
from edition.link.gender import gender_in, suits
from edition.link.namings import Naming, Namings
from edition.link.rules.people import possible
from edition.link.speech import is_introduced_speaking, speaks
from edition.link.thresholds import FOREMOST, NEARBY
from edition.model import Candidate, Certainty, Gender, Span
from edition.recognise.occurrences import opens_sentence

# `the younger Kim`, `the Kim family`: the words tell one from another, or mean all of them.
DISTINGUISHED = re.compile(r"\bthe\s[a-z]+\s\Z", re.IGNORECASE)
ALL_OF_THEM = re.compile(r"\s(?:brothers|clan|couple|dynasty|family|families|household|name|siblings|sisters|twins)\b")
# `Kim said that she`: only small words between, so that no other person is.
PRONOUN = re.compile(r"(?:\s[a-z]+){1,6}?\s(he|she)\b")
BESIDE = re.compile(r",?\s(?:and|or|with)\s|,\s|/")  # two of the name as one subject: `Kim and Kim came`
BEFORE = 30  # code points looked at before a name
POSSESSIVES = ("’s", "'s")


def speaker(candidate: Candidate, context: Context) -> Decision | None:
    """Who speaks is who spoke last, or who has just been introduced; between the two nothing decides."""
    if not speaks(context.article.text, candidate.span):
        return None
    people = bearers(candidate, context)
    newest = _newest(candidate, context, people)
    spoken = sorted(one for namings in people for one in _speeches(context, namings))
    last = spoken[-1] if spoken else None
    if newest and (last is None or newest.span > last.span):
        is_doubtful = last is not None and last.entity != newest.entity
        return None if is_doubtful else linked(newest, f"“{newest.name}” has just been introduced, and speaks here.")
    if last is None:
        return None
    if {one.entity for one in spoken} == {last.entity}:
        return linked(last, f"“{last.name}” is the only one of this name to have spoken.")
    near = {one.entity for one in spoken if candidate.block - one.block <= NEARBY}
    if near == {last.entity}:
        return linked(last, f"“{last.name}” was the last of this name to speak.")
    return None


def other_of_the_sentence(candidate: Candidate, context: Context) -> Decision | None:
    """`Kim said that Kim had left`: who speaks of himself says he. Nothing of strangers: too little is known."""
    people = bearers(candidate, context)
    others = elsewhere(candidate, context, people)
    present = [namings for namings in people if namings not in others]
    if len(others) != 1 or _has_strangers(people) or not any(_speeches(context, namings[-1:]) for namings in present):
        return None
    one = others[0][-1]
    return linked(one, f"The sentence names another of this name before; “{one.name}” is the only one left.")


def pronoun(candidate: Candidate, context: Context) -> Decision | None:
    """`Kim said she would come`: of the people of the name, the only woman."""
    match = PRONOUN.match(context.article.text, candidate.span.end, _sentence(context, candidate).end)
    is_subject = candidate.opens or speaks(context.article.text, candidate.span)
    people = bearers(candidate, context) if match and is_subject else ()
    if match is None or len(people) < 2:
        return None
    genders = [context.gender(namings[0].entity) for namings in people]
    wanted: Gender = "female" if match[1] == "she" else "male"
    if genders.count(wanted) != 1 or None in genders:
        return None
    one = people[genders.index(wanted)][-1]
    return linked(one, f"“{match[1]}” follows, and of the people of this name only “{one.name}” is {wanted}.")


def same_subject(candidate: Candidate, context: Context) -> Decision | None:
    """Sentence upon sentence opens with the same person (Grosz, Joshi and Weinstein 1995 on centering)."""
    text, span = context.article.text, candidate.span
    if not candidate.opens or text.startswith(",", span.end) or speaks(text, span):
        return None  # `Frank, read!` calls somebody
    people = bearers(candidate, context)
    near = [one for namings in people for one in namings if 0 <= candidate.block - one.block <= NEARBY]
    subjects = [one for one in near if opens_sentence(context.article, one.block, one.span.start)]
    last = max((one for one in subjects if not is_introduced_speaking(text, one.span)), default=None)
    if last is None or _has_strangers(people):
        return None
    end = _sentence(context, last).end
    others = [one for namings in people for one in namings if one.entity != last.entity and one.span > last.span]
    if any(one.span.start > end or BESIDE.fullmatch(text[last.span.end : one.span.start]) for one in others):
        return None
    return linked(last, f"“{last.name}” opened the sentences before it.")


def foremost(candidate: Candidate, context: Context) -> Decision | None:
    """Whom the article names far more often than others of the name, unless another was named after that."""
    if speaks(context.article.text, candidate.span):
        return None
    people = bearers(candidate, context)
    absent = elsewhere(candidate, context, people)
    if _has_strangers(tuple(namings for namings in people if namings not in absent)):
        return None  # `The suspect, John Smith, fled, and Smith was caught`
    first = max(absent, key=len, default=())
    others = [namings for namings in absent if namings != first]
    if not first or any(len(first) < FOREMOST * len(namings) for namings in others):
        return None
    rivals = [namings[-1] for namings in others if candidate.block - namings[-1].block <= NEARBY]
    if any(one.span > first[-1].span for one in rivals):
        return None
    return linked(first[-1], f"“{first[-1].name}” was named far more often than others of this name.")


def several_persons(candidate: Candidate, context: Context) -> Decision | None:
    people = possible(candidate, context)
    if len(people) < 2:
        return None
    known = tuple(person for person in people if person)
    return Left(f"{len(people)} people of this name are named in the article.", known)


def linked(one: Naming, evidence: str) -> Linked | None:
    """The link to whom a naming names; none to whom the registry does not know."""
    return Linked(one.entity, evidence, Certainty.PROBABLE) if one.entity else None


def bearers(candidate: Candidate, context: Context) -> tuple[Namings, ...]:
    """What names the people before the candidate whom its honorific allows; none where words tell apart what rules
    cannot."""
    text, span = context.article.text, candidate.span
    if DISTINGUISHED.search(text, max(span.start - BEFORE, 0), span.start) or ALL_OF_THEM.match(text, span.end):
        return ()
    if candidate.form.known - context.people(candidate):
        return ()  # who needs no introduction may be meant, however near another is
    people = context.bearers(candidate)
    suiting = [suits(candidate.title, context.gender(namings[0].entity)) for namings in people]
    if None in suiting and gender_in(candidate.title):
        return ()
    return tuple(namings for namings, fits in zip(people, suiting, strict=True) if fits is not False)


def elsewhere(candidate: Candidate, context: Context, people: tuple[Namings, ...]) -> list[Namings]:
    """Those whom the sentence has not named before the candidate, but for `Kim’s`: it would go on with he or she."""
    text, sentence = context.article.text, _sentence(context, candidate)

    def is_present(one: Naming) -> bool:
        is_before = sentence.start <= one.span.start < candidate.span.start
        return is_before and not text.startswith(POSSESSIVES, one.span.end)

    return [namings for namings in people if not any(is_present(one) for one in namings[-2:])]


def _newest(candidate: Candidate, context: Context, people: tuple[Namings, ...]) -> Naming | None:
    """Who was introduced last, if in this paragraph or the one before, and alone in the sentence."""
    if not people or candidate.block - people[-1][0].block > NEARBY:
        return None
    newest, others = people[-1][0], people[:-1]
    is_alone = all(_sentence(context, namings[0]) != _sentence(context, newest) for namings in others)
    return newest if is_alone else None


def _has_strangers(people: tuple[Namings, ...]) -> bool:
    return any(not namings[0].entity for namings in people)


def _speeches(context: Context, namings: Namings) -> list[Naming]:
    return [one for one in namings if is_introduced_speaking(context.article.text, one.span)]


def _sentence(context: Context, one: Candidate | Naming) -> Span:
    return context.article.blocks[one.block].sentence(one.span.start)
