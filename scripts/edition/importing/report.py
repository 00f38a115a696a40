"""What an import found, what it left out and why, and what is missing."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from edition.convert import FIELDS, Draft, Near
from edition.importing.sources import Unread
from edition.render.words import counted

TOLD = ("date", "author", "publisher", "url")  # of FIELDS, those that readers ask for


@dataclass
class Report:
    """Articles by id; `same` has a source and the article that it is; `guesses` say which columns were taken."""

    written: list[str] = field(default_factory=list)
    same: list[tuple[str, str]] = field(default_factory=list)
    near: list[tuple[str, Near]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    doubts: list[Unread] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
    fields: Counter[str] = field(default_factory=Counter)

    def add(self, id: str, place: str, draft: Draft, near: tuple[Near, ...]) -> None:
        self.written.append(id)
        self.near += [(id, one) for one in near]
        self.fields.update(name for name in FIELDS if draft.fields.get(name))
        self.doubts += [Unread(place, why) for why in draft.doubts]
        if "date" not in draft.fields:
            self.undated.append(id)

    def lines(self, most: int | None) -> Iterator[str]:
        """All of it in words, of each kind so many; what needs the editor comes last, where it is seen."""
        yield from self.guesses
        yield from _cut([f"{place}: already there as {id}." for place, id in self.same], most, "more of these")
        pairs = [f"{id}: {one.share:.0%} of its words are in {one.id}, too." for id, one in self.near]
        yield from _cut(pairs, most, "more near-copies")
        yield from _cut([f"{one.place}: {one.why}" for one in self.doubts], most, "more dates in doubt")
        yield from _cut([f"{id}: no date was found." for id in self.undated], most, "more without a date")
        yield from _cut([f"{one.place}: not read. {one.why}" for one in self.unread], most, "more that were not read")

    def summary(self, done: str) -> str:
        count = len(self.written)
        told = ", ".join(f"{self.fields[name]:,} with {name}" for name in TOLD)
        parts = [
            f"{counted(count, 'article')} {done}: {told}" if count else f"No article {done}",
            f"{len(self.same):,} already there" if self.same else "",
            f"{counted(len({id for id, _ in self.near}), 'near-copy')}" if self.near else "",
            f"{counted(len(self.unread), 'source')} not read" if self.unread else "",
        ]
        return "; ".join(part for part in parts if part) + "."


def _cut(lines: list[str], most: int | None, what: str) -> Iterator[str]:
    yield from lines[:most]
    if most is not None and len(lines) > most:
        yield f"and {len(lines) - most:,} {what}: import --all"
