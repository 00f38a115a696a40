"""Names that may be one: the same words in another order, a letter apart, an initial for a name, a part for the whole.

Every name is compared with those that share something rare with it, not with all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from edition.model import Alike, Entity, Kind
from edition.recognise.family import family_name
from edition.recognise.nicknames import NICKNAMES
from edition.suggest.ways import key, ways

MOST = 5  # that one suggestion is said to be like
CROWD = 60  # names that share something; what so many share is not rare
SLIP = 5  # letters at least of a word that is one letter apart


class Bearer(NamedTuple):
    """A suggestion or an entity, by its id, with its full name."""

    id: str
    kind: Kind
    name: str


def likenesses(suggested: Sequence[Bearer], registered: Iterable[Bearer]) -> Mapping[str, tuple[Alike, ...]]:
    """By the id of each suggestion the others and the entities that it may be, in the order given, with the reason."""
    everyone = [*suggested, *registered]
    new, found = {one.id for one in suggested}, defaultdict[str, dict[str, str]](dict)
    for near in _neighbourhoods(everyone).values():
        for place, one in enumerate(near if len(near) <= CROWD else ()):
            for other in near[place + 1 :]:
                if one.id in new and other.id not in found[one.id] and (why := _why(one, other)):
                    found[one.id][other.id] = why
                    if other.id in new:
                        found[other.id][one.id] = why
    order = {one.id: place for place, one in enumerate(everyone)}
    return {
        id: tuple(Alike(other, these[other]) for other in sorted(these, key=order.__getitem__)[:MOST])
        for id, these in found.items()
    }


def _neighbourhoods(everyone: Iterable[Bearer]) -> Mapping[tuple[Kind, str], list[Bearer]]:
    """Those of a kind that have in common their words, one of the words, or all letters but one."""
    found = defaultdict[tuple[Kind, str], list[Bearer]](list)
    for one in everyone:
        words = key(one.name).split()
        whole = "".join(words)
        marks = {" ".join(sorted(words)), f"={whole}", *words, *ways(one.name, one.kind).far}
        if SLIP <= len(whole) <= 40:
            marks |= {f"={whole[:cut]}{whole[cut + 1 :]}" for cut in range(len(whole))}
        for mark in marks - {""}:
            found[one.kind, mark].append(one)
    return found


def _why(one: Bearer, other: Bearer) -> str:
    """Why two of a kind may be one; empty where nothing speaks for it."""
    mine, others = key(one.name).split(), key(other.name).split()
    if "".join(mine) == "".join(others):
        return f"“{other.name}” is written with the same letters."
    if len(mine) > 1 and sorted(mine) == sorted(others):
        return f"“{other.name}” has the same words in another order."
    if is_slip("".join(mine), "".join(others)):
        return f"“{other.name}” is one letter apart."
    if one.kind is Kind.PERSON:
        return _why_people(one.name, other.name)
    return next(_whys_of_parts(one, other), "")


def _why_people(one: str, other: str) -> str:
    """`T. Helvey` and Tom Helvey, `Tommy Helvey` and Thomas Helvey, `Helvey` and any of them."""
    if key(other) in ways(one, Kind.PERSON).far or key(one) in ways(other, Kind.PERSON).far:
        return f"“{min(one, other, key=len)}” may be short for “{max(one, other, key=len)}”."
    (family, mine), (other_family, others) = map(_parts, (one, other))
    if not family or family != other_family or not mine or not others:
        return ""
    is_initial = mine[0] == others[0] and min(len(mine), len(others)) == 1
    if is_initial or _may_stand_for(mine, others):
        return f"“{other}” has the same surname, and a given name that may be the same."
    return ""


def _parts(name: str) -> tuple[str, str]:
    """The key of the family name, and of what else there is."""
    family = key(family_name(Entity("x", Kind.PERSON, name)))
    return family, f" {key(name)} ".replace(f" {family} ", " ", 1).strip()


def _may_stand_for(one: str, other: str) -> bool:
    """`Tommy` and `Tom`, `Katherine` and `Kathy`: one begins like the other, or the list of short names has them."""
    mine, others = one.partition(" ")[0], other.partition(" ")[0]
    names = [key(name) for name in NICKNAMES.get(mine.title(), ())]
    return others in names or (len(others) > 2 and mine.startswith(others[:3])) or is_slip(one, other)


def _whys_of_parts(one: Bearer, other: Bearer) -> Iterator[str]:
    """A part of the other's name, its start at least, or its initials."""
    for short, long in ((one, other), (other, one)):
        is_start = key(long.name).startswith(f"{key(short.name)} ")
        if is_start or key(short.name) in ways(long.name, long.kind).short:
            yield f"“{short.name}” may be short for “{long.name}”."


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter too many, another letter, or two that changed places."""
    if abs(len(one) - len(other)) > 1 or one == other or min(len(one), len(other)) < SLIP:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[start:], other[start:]
    is_changed = rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or is_changed
