"""One text turned into another, and back again: small enough to be kept for each step."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import ndiff
from hashlib import sha256
from itertools import takewhile


@dataclass(frozen=True)
class Edit:
    """From `start` on, `old` stands in the text before and `new` in the text after; `before` and `after` name these."""

    start: int
    old: str
    new: str
    before: str
    after: str


def edit_of(before: str, after: str) -> Edit:
    """What leads from one to the other."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    return Edit(start, before[start : len(before) - end], after[start : len(after) - end], name(before), name(after))


def undone(text: str, edit: Edit) -> str | None:
    """The text before; None where the present one is neither that nor the one after."""
    if name(text) == edit.after:
        return text[: edit.start] + edit.old + text[edit.start + len(edit.new) :]
    return text if name(text) == edit.before else None


def changed_lines(before: str, after: str) -> list[str]:
    """The lines that went, with `- ` before them, and those that came, with `+ `."""
    old, new = before.splitlines(), after.splitlines()
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    changed = ndiff(old[start : len(old) - end], new[start : len(new) - end])
    return [line for line in changed if line[0] in "+-" and line[2:].strip()]


def name(text: str) -> str:
    """A name for a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
