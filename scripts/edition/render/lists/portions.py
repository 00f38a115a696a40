"""Lists that are too long for one page, cut where a reader would look: at letters, years, months. No page, no link."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from edition.render.words import letter, sort_key

T = TypeVar("T")
# So many items of a list make a page of some 400 kB; with more, it is cut.
LONGEST = 1000


@dataclass(frozen=True)
class Portion(Generic[T]):
    """What stands under one heading of a list: `name` is what readers see, `anchor` what addresses say."""

    name: str
    anchor: str
    items: tuple[T, ...]


def by_letter(items: Iterable[tuple[str, T]]) -> tuple[Portion[T], ...]:
    """Named items under the first letters of their names, those without one first, each in the order of the names."""
    found = sorted(
        ((letter(name), sort_key(name), item) for name, item in items), key=lambda one: (one[0] != "#", *one[:2])
    )
    return tuple(
        Portion(name, "other" if name == "#" else name.lower(), tuple(item for *_, item in these))
        for name, these in groupby(found, key=lambda one: one[0])
    )


def is_long(portions: Iterable[Portion[T]]) -> bool:
    """Whether the list is to be cut."""
    return sum(len(portion.items) for portion in portions) > LONGEST


def cut(portion: Portion[T]) -> Iterator[Portion[T]]:
    """The portion itself, or, where it alone is too long, its parts: `K`, `K 2`, `K 3`."""
    for number, start in enumerate(range(0, len(portion.items), LONGEST), 1):
        items: Sequence[T] = portion.items[start : start + LONGEST]
        mark = f" {number}" if number > 1 else ""
        yield Portion(f"{portion.name}{mark}", f"{portion.anchor}{mark.replace(' ', '-')}", tuple(items))
