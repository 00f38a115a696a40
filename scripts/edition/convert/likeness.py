"""Which articles are copies of others, whole or in large part: runs of five words that both have."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

RUN = 5  # words
ONE_IN = 4  # of the runs of a long text are kept, chosen by what they are, and so the same in each copy
SHORT = 400  # words; of a shorter text all are kept
MOST_HOLDERS = 30  # articles; what more of them have is a phrase that tells nothing
ALIKE = 0.5  # of the runs of the shorter one
WORD = re.compile(r"\w+")


class Near(NamedTuple):
    """Another article, and the share of the shorter one's words that both have, from 0 to 1."""

    id: str
    share: float


def words_of(text: str) -> list[str]:
    """The words of a text without case and signs: two texts with the same are one article."""
    return WORD.findall(text.casefold())


class Likeness:
    """Remembers articles, and tells which of them another is like."""

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        self._ids: list[str] = []

    def add(self, id: str, words: list[str]) -> tuple[Near, ...]:
        """Those added before that it is like, the most alike first; then it is remembered too."""
        runs = frozenset(_runs(words))
        shared = Counter(holder for run in runs for holder in self._holders.get(run, ()))
        found = [
            Near(self._ids[holder], count / smaller)
            for holder, count in shared.items()
            if count >= ALIKE * (smaller := max(min(len(runs), self._sizes[holder]), 1))
        ]
        for run in runs:
            if len(self._holders[run]) < MOST_HOLDERS:
                self._holders[run].append(len(self._ids))
        self._ids.append(id)
        self._sizes.append(len(runs))
        return tuple(sorted(found, key=lambda one: (-one.share, one.id)))


def _runs(words: list[str]) -> Iterator[int]:
    for at in range(max(len(words) - RUN + 1, 1)):
        run = zlib.crc32(" ".join(words[at : at + RUN]).encode("utf-8", "replace"))
        if len(words) <= SHORT or run % ONE_IN == 0:
            yield run
