"""What of a name stands for all of it: a person's surname, a company's initials, the other names of a country."""

import re
from collections.abc import Callable, Iterator, Mapping

from edition.model import Entity, Kind
from edition.recognise.countries import COUNTRIES
from edition.recognise.family import EAST_ASIAN_GIVEN_NAME, family_name
from edition.recognise.vocabulary import (
    EAST_ASIAN_FAMILY_NAMES,
    FUNCTION_WORDS,
    HEADS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    NOT_DISTINCTIVE,
)

MANY = 20  # words; of a longer name no parts are taken
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?")
Variants = Callable[[str], Iterator[str]]
# What newspapers call a country beside its own name.
OTHER_NAMES = {
    "United States": ("United States of America", "America"),
    "United Kingdom": ("Britain", "Great Britain", "UK"),
    "North Korea": ("Democratic People's Republic of Korea", "DPRK"),
    "South Korea": ("Republic of Korea", "ROK"),
    "China": ("People's Republic of China", "PRC"),
    "Myanmar": ("Burma",),
    "Netherlands": ("Holland",),
    "Czech Republic": ("Czechia",),
    "Ivory Coast": ("Côte d'Ivoire",),
    "United Arab Emirates": ("UAE", "Emirates"),
    "Soviet Union": ("USSR", "U.S.S.R."),
}
# What companies and papers add to the name by which they are called: `Apple Computer`, `Freedom Magazine`.
TRADES = frozenset(
    """airlines airways automotive broadcasting capital chemical chemicals communications computer computers
    consulting electric electronics energy engineering entertainment films foods games heavy industries international
    life magazine media motor motors newspaper oil partners petroleum pharmaceutical pharmaceuticals pictures
    productions publishing records securities semiconductor shipbuilding software steel studios technologies
    technology telecom""".split()
)
COMMON = TRADES | {word for word, is_noun in NOT_DISTINCTIVE.items() if is_noun}


def is_family_first(name: str) -> bool:
    """Whether the name may be an East Asian one in its own order; `Xi Jinping` may, as `Lee Evans` may."""
    first, _, rest = name.partition(" ")
    return first in EAST_ASIAN_FAMILY_NAMES and EAST_ASIAN_GIVEN_NAME.fullmatch(rest) is not None


def is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 or INITIALS.fullmatch(word) is not None


def _swapped_person(name: str) -> Iterator[str]:
    """`Jae-in Moon` for Moon Jae-in, `Tom Helvey` for Helvey, Tom."""
    first, comma, rest = name.partition(", ")
    if comma and " " not in first and rest.rstrip(".") not in NAME_SUFFIXES:
        yield f"{rest} {first}"
    if is_family_first(name):
        family, _, given = name.partition(" ")
        yield f"{given} {family}"


def _short_person(name: str) -> Iterator[str]:
    """Any of its words, or several that stand together; initials are no names."""
    words = _without_suffix(name)
    for start in range(len(words)) if 1 < len(words) < MANY else ():
        for end in range(start + 1, len(words) + 1):
            part = words[start:end]
            if not (is_initial(part[-1]) or part[-1] in NAME_PARTICLES):
                yield " ".join(part)


def _far_person(name: str) -> Iterator[str]:
    """The family name, the first name and the last, `T. Helvey`."""
    words = _without_suffix(name)
    if len(words) > 1:
        family = family_name(Entity("x", Kind.PERSON, name))
        yield from (family, f"{words[0][0]} {family}", f"{words[0]} {words[-1]}")
        if is_family_first(name):
            yield words[0]


def _without_suffix(name: str) -> list[str]:
    return [word for word in name.replace(",", "").split() if word.rstrip(".") not in NAME_SUFFIXES]


def _short_organization(name: str) -> Iterator[str]:
    """What stands before a common noun (`Harvard`) or `of`; names within the name (`Supreme Court`); what a church
    or a union is of."""
    words = _words_of(name)
    commons = [word in HEADS or word.lower() in COMMON for word in words]
    if len(words) > MANY:
        return
    for cut in range(1, len(words)):
        if commons[cut] or words[cut] in ("of", "for"):
            yield " ".join(words[:cut])
    starts = [at for at, word in enumerate(words) if word[0].isupper() and ["", *words][at] not in ("and", "&")]
    for start in starts:
        yield from (" ".join(words[start : end + 1]) for end in range(start, len(words)) if commons[end])
    if "of" in words and " ".join(words[words.index("of") + 1 :]) not in COUNTRIES:
        yield " ".join(words[words.index("of") + 1 :])
    yield from _initials(words)


def _far_organization(name: str) -> Iterator[str]:
    """Its initials, three or more; what stands before the first common noun, where that is no country."""
    words = _words_of(name)
    yield from (one for one in _initials(words) if len(one) > 2)
    cut = next((place for place in range(1, len(words)) if words[place] in HEADS or words[place].lower() in COMMON), 0)
    if cut and " ".join(words[:cut]) not in COUNTRIES:
        yield " ".join(words[:cut])


def _words_of(name: str) -> list[str]:
    return name.removeprefix("The ").removeprefix("the ").replace("-", " ").split()


def _initials(words: list[str]) -> Iterator[str]:
    """Of the words with a capital, of all words, and of all but the smallest."""
    if 1 < sum(word[0].isupper() for word in words) < MANY:
        yield "".join(word[0] for word in words if word[0].isupper())
        yield "".join(word[0] for word in words)
        yield "".join(word[0] for word in words if word.lower() not in FUNCTION_WORDS)


def _same_place(name: str) -> Iterator[str]:
    country = name.removeprefix("the ").removeprefix("The ")
    yield from OTHER_NAMES.get(country, ())
    yield from (word for word, of in COUNTRIES.items() if of == {country} and word.replace(".", "").isupper())


def _short_place(name: str) -> Iterator[str]:
    """`Austin` for Austin, Texas; `New York` for New York City; `LA` for Los Angeles."""
    town, comma, _ = name.partition(",")
    if comma:
        yield town
    yield name.removesuffix(" City")
    yield name.removeprefix("City of ")
    yield from _initials(name.split())


def _none(name: str) -> Iterator[str]:
    return iter(())


SAME_WAYS: Mapping[Kind, Variants] = {
    Kind.PERSON: _swapped_person,
    Kind.ORGANIZATION: _none,
    Kind.PLACE: _same_place,
}
SHORT_WAYS: Mapping[Kind, Variants] = {
    Kind.PERSON: _short_person,
    Kind.ORGANIZATION: _short_organization,
    Kind.PLACE: _short_place,
}
FAR_WAYS: Mapping[Kind, Variants] = {
    Kind.PERSON: _far_person,
    Kind.ORGANIZATION: _far_organization,
    Kind.PLACE: _short_place,
}
