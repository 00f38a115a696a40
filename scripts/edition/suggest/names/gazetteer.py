"""What the world is called: names of people and places, and common words. Read by the shell, used by the rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

COMMON = 40_000  # words that any text may have


@dataclass(frozen=True)
class Gazetteer:
    """Names as newspapers write them. `states` are those that stand behind a town: `Clearwater, Florida`; `words` has
    common words in small letters with their rank, the most frequent 1."""

    given: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    well_known: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    words: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def is_word(self, word: str, rank: int = COMMON) -> bool:
        """Whether it is a common word, one of so many."""
        return self.words.get(word.lower(), rank) < rank

    def is_name(self, word: str) -> bool:
        """Whether people bear it."""
        return word in self.given or word in self.family

    def knows(self, word: str) -> bool:
        """Whether people or places bear it."""
        return self.is_name(word) or word in self.places
