"""A run of capitals cut into names: `U.S. President Donald Trump` is a place, a title and a person."""

from collections.abc import Iterator

from edition.recognise.vocabulary import PURELY_LEGAL
from edition.suggest.names.cues import (
    COUNTRY_NAMES,
    GENERIC,
    ORGANIZATIONS,
    PEOPLES,
    PLACES,
    QUALIFIERS,
    ROLE_TITLES,
    SHORT_PLACES,
)
from edition.suggest.names.gazetteer import Gazetteer
from edition.suggest.names.kinds import GENERAL, JOINING
from edition.suggest.names.runs import OF, Run

ENDS = JOINING | {"."}
Part = tuple[str, Run]  # the title before a name, or nothing; its words


def named(run: Run, gazetteer: Gazetteer) -> Iterator[Part]:
    """The names in a run, in reading order."""
    at, start, title = 0, 0, ""
    while at < len(run):
        word = run[at].word
        if word in ROLE_TITLES and _is_title(run, start, at, gazetteer):
            before = run[start:at]
            while before and before[-1].word in QUALIFIERS:
                before = before[:-1]
            yield from _trimmed("", before, gazetteer)
            start = at + 2 if at + 1 < len(run) and run[at + 1].word == "." else at + 1
            title = " ".join(one.word for one in run[at - _qualifiers(run, at) : at + 1])
            at = start
        else:
            at += 1
    yield from _trimmed(title, run[start:], gazetteer)


def _qualifiers(run: Run, at: int) -> int:
    """How many words before a title belong to it: `Prime Minister`."""
    count = 0
    while count < at and run[at - count - 1].word in QUALIFIERS:
        count += 1
    return count


def _is_title(run: Run, start: int, at: int, gazetteer: Gazetteer) -> bool:
    """Whether a word is an office and no part of a name: a person follows, or nothing does."""
    tail = [one.word for one in run[at + 1 :]]
    if not tail:
        is_surname = at > start and run[start].word in gazetteer.given and run[at].word in gazetteer.family
        return not is_surname and all(one.word not in OF for one in run[start:at])
    if tail[0] == ".":
        return True
    if tail[0] in OF or tail[-1] in GENERIC:
        return False
    if len(tail) == 1 or gazetteer.is_name(tail[0]):
        return True
    return not gazetteer.is_word(tail[0]) or tail[0] in ROLE_TITLES


def _trimmed(title: str, run: Run, gazetteer: Gazetteer) -> Iterator[Part]:
    """Names without the small words at their ends, without the people or the country before a person."""
    while run and run[-1].word in ENDS:
        run = run[:-1]
    while run and run[0].word in ENDS:
        run = run[1:]
    is_institution = any(one.word in ORGANIZATIONS or one.word in PLACES for one in run)
    if run and run[0].word in PEOPLES and (len(run) == 1 or not (is_institution or _is_place(run[:2], gazetteer))):
        run = run[1:]
    country = _country(run, gazetteer)
    if country and not is_institution:
        yield "", run[:country]
        run = run[country:]
    cut = _firm(run) or _person_from(run, gazetteer)
    if cut:
        yield from _trimmed("", run[:cut], gazetteer)
    if run:
        yield title, run[cut:]


def _country(run: Run, gazetteer: Gazetteer) -> int:
    """How many words of the run are a country in front of something else: `U.S.`, `United States` before a person."""
    if len(run) > 1 and run[0].word in SHORT_PLACES:
        return 1
    for at in range(2, len(run) - 1):
        if _is_country(run[:at]) and not any(gazetteer.is_word(one.word) for one in run[at:]):
            return at
    return 0


def _is_country(run: Run) -> bool:
    return " ".join(one.word for one in run) in COUNTRY_NAMES


def _is_place(run: Run, gazetteer: Gazetteer) -> bool:
    return _is_country(run) or " ".join(one.word for one in run) in gazetteer.places


def _firm(run: Run) -> int:
    """Where a company ends by its legal form, with something behind: `Apple Inc. Steve Jobs`; 0 where none does."""
    end = next((at + 1 for at, one in enumerate(run) if at and one.word in PURELY_LEGAL), len(run))
    while end < len(run) and (run[end].word == "." or run[end].word in PURELY_LEGAL):
        end += 1
    return end if end < len(run) else 0


def _person_from(run: Run, gazetteer: Gazetteer) -> int:
    """Where a person begins behind words that are none of the name: `Refugee Council Ann Lee`; 0 where none does."""
    if run and run[-1].word in GENERIC:
        return 0
    for at in range(1, len(run) - 1):
        before = run[at - 1].word
        is_word = gazetteer.is_word(before) and not gazetteer.is_name(before)
        is_other = is_word or before in ORGANIZATIONS or GENERAL.search(before)
        if is_other and run[at].word in gazetteer.given and run[at + 1].is_capitalised:
            return at
    return 0
