"""Words that a text writes with a capital and that name nobody: months, peoples, common nouns, titles."""

from edition.recognise.fold import spaced
from edition.recognise.vocabulary import (
    CALENDAR,
    COMPASS,
    DEMONYMS,
    FUNCTION_WORDS,
    GENERIC_NOUNS,
    NAME_PARTICLES,
    NOT_DISTINCTIVE,
    TITLE_QUALIFIERS,
    TITLES,
)

PEOPLES = frozenset(spaced(word) + ending for word in DEMONYMS for ending in ("", "s"))
EMPTY = frozenset(word.lower() for word in CALENDAR | TITLES | TITLE_QUALIFIERS) | PEOPLES
COMMON = GENERIC_NOUNS | {word for word, is_noun in NOT_DISTINCTIVE.items() if is_noun}
POINTS = frozenset(word.lower() for word in COMPASS)  # `the North` is one where the article has North Korea
SHORTEST = 3  # letters of a word in capitals that may be another: `US`, `WHO`


def is_noise(words: str, title: str = "") -> bool:
    """Whether a name, without the title before it, is none: each of its words is empty, or its one word common.

    Behind `Mr.` even `May` is a name. What is common in two words may be one: `the White House`.
    """
    parts = spaced(words).split()
    if title or not parts or _is_small(words):
        return not parts or _is_small(words)
    if len(parts) == 1 and words.isupper() and 1 < len(words) <= SHORTEST:
        return False
    if parts[-1] in PEOPLES and all(part in POINTS for part in parts[:-1]):
        return True
    is_common = len(parts) == 1 and parts[0] in COMMON
    return is_common or all(part in EMPTY or part in FUNCTION_WORDS or part.isdigit() for part in parts)


def _is_small(words: str) -> bool:
    """Whether it begins with a small word that begins no name, as `von` does; `iFixit` is no such word."""
    first, _, rest = words.partition(" ")
    return first.islower() and (not rest or first not in NAME_PARTICLES)
