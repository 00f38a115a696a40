"""Which part of a person's name is the family's, which is given, and how the name sorts. No text is read here."""

import re

from edition.model import Entity, Kind
from edition.recognise.vocabulary import (
    EAST_ASIAN_FAMILY_NAMES,
    EAST_ASIAN_LANGUAGES,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    TITLES,
)

# A given name as Korean, Chinese and Japanese people write it in Latin letters behind the family name.
EAST_ASIAN_GIVEN_NAME = re.compile(r"[A-Z][a-zŏŭ]{1,6}(?:[- ’']?[A-Za-zŏŭ][a-zŏŭ]{0,6})?")


def family_name(entity: Entity) -> str:
    """The family name: what the registry says, else the first word of East Asian names, else the last.

    Empty for organizations, places and people with one name.
    """
    words = entity.name.split()
    if entity.kind is not Kind.PERSON or len(words) < 2:
        return entity.family or ""
    if entity.family:
        return entity.family
    return words[0] if is_family_first(entity) else _last_name(words)


def given_name(entity: Entity) -> str:
    """The given name where it stands first and is no initial; empty otherwise."""
    words = entity.name.split()
    if entity.kind is not Kind.PERSON or len(words) < 2 or is_family_first(entity):
        return ""
    is_name = len(words[0].rstrip(".")) > 1 and words[0].rstrip(".") not in TITLES
    return words[0] if is_name and words[0] != family_name(entity) else ""


def is_family_first(entity: Entity) -> bool:
    """Whether an East Asian name stands in its own order: the first word is a family name, the rest a given name."""
    first, _, rest = entity.name.partition(" ")
    if entity.kind is not Kind.PERSON or not rest:
        return False
    if entity.family:
        return entity.family == first
    if first not in EAST_ASIAN_FAMILY_NAMES or not EAST_ASIAN_GIVEN_NAME.fullmatch(rest):
        return False
    is_east_asian = any(tag.split("-")[0] in EAST_ASIAN_LANGUAGES for tag, _ in entity.local_names)
    # `Kim Do-hoon`, `Kim Jong Un`; a single given name as in `Lee Evans` needs the local name as proof.
    return is_east_asian or "-" in rest or " " in rest


def _last_name(words: list[str]) -> str:
    """The last word, with the particles in front of it, without Jr. or III."""
    while len(words) > 2 and words[-1].rstrip(".").rstrip(",") in NAME_SUFFIXES:
        words = words[:-1]
    start = len(words) - 1
    while start > 1 and words[start - 1] in NAME_PARTICLES:
        start -= 1
    return " ".join(words[start:]).rstrip(",")


def sort_name(entity: Entity) -> str:
    """The name as an index sorts it: `Helvey, David`, but `Kim Jong Un`."""
    if entity.sort:
        return entity.sort
    family = family_name(entity)
    if not family or is_family_first(entity) or not entity.name.endswith(family):
        return entity.name.removeprefix("The ").removeprefix("the ")
    return f"{family}, {entity.name.removesuffix(family).strip()}"
