"""YAML values that know their place in the file: line and column for every field. How they are read: yaml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Located:
    """A YAML value; scalars are strings (None where empty), so that no date or number is changed by reading.

    `start`, `end` are code points in the YAML text; `line`, `column` count from 1. `tag` is what stands before the
    value, such as `!ENV`.
    """

    value: "str | tuple[Located, ...] | Mapping[str, tuple[Located, Located]] | None"
    line: int
    column: int
    start: int
    end: int
    tag: str = ""

    def plain(self) -> object:
        """The value without places, for checks."""
        if isinstance(self.value, Mapping):
            return {key: value.plain() for key, (_, value) in self.value.items()}
        return [item.plain() for item in self.value] if isinstance(self.value, tuple) else self.value

    def at(self, path: tuple[object, ...], *, key: bool = False) -> "Located":
        """What stands at a path of keys and numbers, or the last thing on the way; `key`: the last key itself.

        A number leads into a mapping as into its sorted pairs, which is how checks see it.
        """
        if not path:
            return self
        step, rest = path[0], path[1:]
        if isinstance(self.value, Mapping):
            if isinstance(step, int) and step < len(self.value):
                pair = self.value[sorted(self.value)[step]]
                return pair[0] if rest[:1] == (0,) else pair[1].at(rest[1:])
            if step in self.value:
                pair = self.value[str(step)]
                return pair[0] if key and not rest else pair[1].at(rest, key=key)
        if isinstance(self.value, tuple) and isinstance(step, int) and step < len(self.value):
            return self.value[step].at(rest, key=key)
        return self

    def words(self, path: tuple[object, ...]) -> str | None:
        """The words at the path; None where no words stand there."""
        found = self.at(path)
        return found.value if isinstance(found.value, str) and found is not self.at(path[:-1]) else None

    def scalars(self) -> Iterator[tuple[str, "Located"]]:
        """Every value inside that is words, with its field, in reading order."""
        pairs = self.value.items() if isinstance(self.value, Mapping) else ()
        for name, (_, value) in pairs:
            yield from ((inner if inner else name, found) for inner, found in value.scalars())
        for item in self.value if isinstance(self.value, tuple) else ():
            yield from item.scalars()
        if isinstance(self.value, str):
            yield "", self
