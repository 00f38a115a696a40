"""The ways in which one name may be written: those that name the same by themselves, those that need the full one."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from edition.model import Entity, Kind
from edition.recognise.countries import COUNTRIES
from edition.recognise.fold import is_capitals, spaced
from edition.recognise.forms import forms_of
from edition.recognise.vocabulary import NAME_PARTICLES
from edition.suggest.variants import COMMON, FAR_WAYS, SAME_WAYS, SHORT_WAYS, is_family_first

REMEMBERED = 100_000  # names
LONGEST = 200  # code points; what is longer is no name that a text would shorten
INITIALS = re.compile(r"(?<=\b\w) (?=\w\b)")


class Ways(NamedTuple):
    """Keys of names: by `same` a text names the same, by `short` it does where it has named it in full, by `far`, which
    are some of the short, it may even do so in another article."""

    same: frozenset[str]
    short: frozenset[str]
    far: frozenset[str]


@lru_cache(REMEMBERED)
def key(words: str) -> str:
    """The letters and digits of a name, folded, one space between its words, initials as one; without `the`."""
    return INITIALS.sub("", " ".join(spaced(words).split())).removeprefix("the ")


@lru_cache(REMEMBERED)
def ways(name: str, kind: Kind) -> Ways:
    """Those of the forms that a registry would find the name by, and those that only a person may put together."""
    own = key(name)
    if not own or len(name) > LONGEST:
        return Ways(frozenset((own,)), frozenset(), frozenset())
    forms = tuple(forms_of(Entity("x", kind, name)))
    same = {own, *(key(form.text) for form in forms if form.names), *map(key, SAME_WAYS[kind](name))} - {""}
    far = {key(words) for words in FAR_WAYS[kind](name)} - same - COMMON - {""}
    short = {*(key(form.text) for form in forms if form.short), *map(key, SHORT_WAYS[kind](name)), *far}
    return Ways(frozenset(same), frozenset(short - same - {""}), frozenset(far))


@lru_cache(REMEMBERED)
def country_names(name: str) -> frozenset[str]:
    """The keys of what newspapers call the country of this key; none of what is no country."""
    return frozenset(key(other) for country in COUNTRY_OF.get(name, ()) for other in SAME_WAYS[Kind.PLACE](country))


@lru_cache(REMEMBERED)
def generated(entity: Entity) -> Ways:
    """The keys of what the registry finds an entity by already."""
    forms = tuple(forms_of(entity))
    same = frozenset(key(form.text) for form in forms if form.names or form.known)
    return Ways(same, frozenset(key(form.text) for form in forms if form.short) - same, frozenset())


def fullest_first(counts: Mapping[str, int], kind: Kind) -> list[str]:
    """The ways in which one name is written: first those that are short for no other, then those that are not all
    capitals, the more frequent, the longer, in the order of letters. A place goes by its short name as well."""
    is_place = kind is Kind.PLACE
    short = frozenset() if is_place else frozenset(one for words in counts for one in ways(words, kind).short)
    return sorted(counts, key=lambda words: (key(words) in short, words.isupper(), -counts[words], -len(words), words))


def spelt_out(name: str, kind: Kind) -> str:
    """The name as a registry has it: a country's in full, and none that is set in capitals as a whole."""
    countries = COUNTRIES.get(name, frozenset())
    if kind is Kind.PLACE and len(countries) == 1 and name.replace(".", "").isupper():
        return next(iter(countries))
    if not is_capitals(name) or " " not in name:
        return name
    small = " ".join(word.lower() if word.lower() in NAME_PARTICLES else word.capitalize() for word in name.split(" "))
    return small if is_family_first(small) else re.sub(r"(?<=-)\w", lambda letter: letter[0].upper(), small)


COUNTRY_OF = {key(country): (country,) for countries in COUNTRIES.values() for country in countries}
