"""Of which kind a name is: what its own words say and what stands beside it. Each cue is a vote with a weight, for a
kind or for none of the three; the weights are rough: errors were read, and nothing was fitted by a program."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from edition.model import Kind
from edition.recognise.vocabulary import COMPASS, LEGAL_SUFFIXES, NAME_PARTICLES, NAME_SUFFIXES
from edition.suggest.names.beside import ORGANIZATION, PERSON, PLACE, Setting, Vote, after, before
from edition.suggest.names.cues import (
    COUNTRY_NAMES,
    GENERIC,
    NO_NAMES,
    ORGANIZATION_NAMES,
    ORGANIZATIONS,
    OTHERS,
    PEOPLES,
    PLACE_NAMES,
    PLACE_STARTS,
    PLACES,
    PLACES_OF,
    POINTS,
    SHORT_ORGANIZATIONS,
    SHORT_PLACES,
)
from edition.suggest.names.gazetteer import Gazetteer
from edition.suggest.names.runs import OF
from edition.suggest.names.tokens import Token

ROMAN = re.compile(r"[IVXLCDM]+")
GENERAL = re.compile(r"(?:ists?|ians?|isms?|phobia|ics)$")  # `Scientologist`, `Islamophobia`
INITIALS = re.compile(r"[^\W\d_]\.?|(?!U\.)(?:[A-Z]\.){2,}")  # `J. Kim`, `J.K. Kim`, but not `U.S. Steel`
SURE = 6.0
LONGEST = 5  # words of a person's name
OFTEN = 2  # times that a common word stands with a capital, and never without, before it is a name
JOINING = frozenset((*OF, "and", "&", ","))
Votes = dict[Kind | None, float]


def votes(name: Setting, gazetteer: Gazetteer) -> Votes:
    """What speaks for each kind, and for none (None)."""
    found = nothing()
    parts = _without_state([one.word for one in name.run], gazetteer)
    if len(parts) < len(name.run):
        found[PLACE] += 2
    own = _of_one(parts[0], name.often, gazetteer) if len(parts) == 1 else _of_several(parts, name.often, gazetteer)
    short = _of_acronym(name.run, name.often, gazetteer)
    beside = chain(before(name), after(name))
    for kind, weight in chain(own, short, _of_known(parts, gazetteer), beside):
        found[kind] += weight
    if name.title:
        found[PERSON] += 4
    if parts[0][0].islower() and not name.run[0].is_particled:  # `iPhone`
        found[None] += 2
    return found


def _without_state(parts: Sequence[str], gazetteer: Gazetteer) -> Sequence[str]:
    """`Clearwater` of `Clearwater, Florida`."""
    comma = parts.index(",") if "," in parts else len(parts)
    return parts[:comma] if " ".join(parts[comma + 1 :]) in gazetteer.states else parts


def nothing() -> Votes:
    return {PERSON: 0.0, ORGANIZATION: 0.0, PLACE: 0.0, None: 0.0}


def chosen(found: Mapping[Kind | None, float]) -> tuple[Kind | None, float]:
    """The kind that most speaks for, and how far it is ahead of the next."""
    order = sorted(found, key=lambda kind: (-found[kind], str(kind)))
    return order[0], found[order[0]] - max(found[order[1]], 0)


def _of_known(parts: Sequence[str], gazetteer: Gazetteer) -> Iterator[Vote]:
    name = " ".join(parts)
    if " ".join(parts[-2:]) in ORGANIZATION_NAMES:  # `British Red Cross`
        yield ORGANIZATION, SURE
    elif name in SHORT_PLACES or name in COUNTRY_NAMES or name in PLACE_NAMES:
        yield PLACE, SURE
    elif name in gazetteer.well_known:
        yield PLACE, 3
    elif name in COMPASS:  # `the North`
        yield PLACE, 2
    elif name in gazetteer.places:
        yield PLACE, 0.7 if gazetteer.is_name(name) else 1.5


def _of_acronym(run: Sequence[Token], often: int, gazetteer: Gazetteer) -> Iterator[Vote]:
    name = run[0].word
    if len(run) > 1:
        if any(one.is_acronym and not INITIALS.fullmatch(one.word) for one in run):
            yield ORGANIZATION, 0.8
    elif name in SHORT_ORGANIZATIONS:
        yield ORGANIZATION, SURE
    elif run[0].is_acronym and name not in SHORT_PLACES:
        yield ORGANIZATION, 2.5
        if gazetteer.is_word(name, 5_000) and often < OFTEN:  # `HUGE`
            yield None, 3


def _of_one(word: str, often: int, gazetteer: Gazetteer) -> Iterator[Vote]:
    if word.replace(".", "") in NO_NAMES or ROMAN.fullmatch(word):
        yield None, 5
    if gazetteer.is_name(word):
        yield PERSON, 0.8
    elif gazetteer.is_word(word):
        yield None, 1.2 if often < OFTEN else 0.3
        yield ORGANIZATION, 0.2 if often < OFTEN else 0.6  # who writes `Apple` twice, and never `apple`, means a name
    else:
        yield ORGANIZATION, 0.5
    if GENERAL.search(word) and not gazetteer.is_name(word):
        yield None, 1.5
    if word in GENERIC and gazetteer.is_word(word):
        yield None, 1.5
    if word in ORGANIZATIONS:
        yield ORGANIZATION, 0.5
    if any(letter.isdigit() for letter in word):
        yield None, 1


def _of_several(parts: Sequence[str], often: int, gazetteer: Gazetteer) -> Iterator[Vote]:
    first, last = parts[0], parts[-1]
    if last.rstrip(".") in LEGAL_SUFFIXES:
        yield ORGANIZATION, 4
    is_pair = first in gazetteer.given and len(parts) == 2
    if not (is_pair and (last in gazetteer.family or not gazetteer.is_word(last))):  # `Nathan Law`
        yield from _of_head(parts)
    yield from _of_compass(first, last, gazetteer)
    if len(parts) == 2 and len(last) == 1 and last.isalpha():  # `Group G`
        yield None, 5
    if len(parts) == 2 and last in PEOPLES:
        yield None, 2
    if "&" in parts or "and" in parts:
        yield ORGANIZATION, 2
    if JOINING.isdisjoint(parts):
        yield from _of_person([word for word in parts if word.rstrip(".") not in NAME_SUFFIXES], often, gazetteer)


def _of_compass(first: str, last: str, gazetteer: Gazetteer) -> Iterator[Vote]:
    """`South Sudan`, `Kowloon East`."""
    if first in POINTS and last not in GENERIC - PLACES:
        yield PLACE, 4 if last in COUNTRY_NAMES or last in gazetteer.places else 1
    if last in POINTS:
        yield PLACE, 2.5


def _of_head(parts: Sequence[str]) -> Iterator[Vote]:
    """By the noun that a name is built on: its last word, or the one before `of`; `Lake` may also come first."""
    core = next((at for at, word in enumerate(parts) if at and word in OF), len(parts))
    head, is_whole = parts[core - 1], core == len(parts)
    if not is_whole and head in PLACES_OF:
        yield PLACE, 3.5
    elif head in OTHERS:
        yield None, 4
    elif is_whole and head in PLACES:
        yield PLACE, 3
    elif head in ORGANIZATIONS:
        yield ORGANIZATION, 3.5
    elif head in PLACES or (is_whole and parts[0] in PLACE_STARTS):
        yield PLACE, 3


def _of_person(names: Sequence[str], often: int, gazetteer: Gazetteer) -> Iterator[Vote]:
    if not 1 < len(names) <= LONGEST:
        return
    first, last = names[0], names[-1]
    is_given = first in gazetteer.given or first.split("-")[0] in gazetteer.given
    are_strange = not any(gazetteer.is_word(word) or (word.isupper() and len(word) > 1) for word in names)
    cues = (
        (2.5, is_given),
        (1.2, last in gazetteer.family),
        (0.8, first in gazetteer.family and not is_given),
        (2.5, any(INITIALS.fullmatch(word) for word in names)),
        (1.5, not NAME_PARTICLES.isdisjoint(names[1:-1])),
        (1.2, are_strange and len(names) < LONGEST),
    )
    yield from ((PERSON, weight) for weight, holds in cues if holds)
    ordinary = sum(gazetteer.is_word(word, 20_000) and not gazetteer.is_name(word) for word in names)
    if ordinary:
        yield PERSON, -1.5 * ordinary
        yield ORGANIZATION, 0.7
        if ordinary == len(names):
            yield None, 1.5 if often < OFTEN else 0.3
