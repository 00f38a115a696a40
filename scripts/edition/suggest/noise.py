"""Words that a text writes with a capital and that name nobody: months, peoples, common nouns, titles."""

from edition.recognise.fold import spaced
from edition.recognise.vocabulary import (
    CALENDAR,
    COMPASS,
    DEMONYMS,
    FUNCTION_WORDS,
    GENERIC_NOUNS,
    HALVED,
    NAME_PARTICLES,
    NOT_DISTINCTIVE,
    TITLE_QUALIFIERS,
    TITLES,
)

PEOPLES = frozenset(spaced(word) + ending for word in DEMONYMS for ending in ("", "s"))
PEOPLES |= {f"{spaced(country)}s" for country in HALVED}  # `the two Koreas`
EMPTY = frozenset(word.lower() for word in CALENDAR | TITLES | TITLE_QUALIFIERS) | PEOPLES
COMMON = GENERIC_NOUNS | NOT_DISTINCTIVE.keys()
POINTS = frozenset(word.lower() for word in COMPASS)
COMMON |= POINTS


def is_noise(words: str, title: str = "") -> bool:
    """Whether a name, without the title before it, is none: each of its words is empty, or it is a people.

    Behind `Mr.` even `May` is a name; in capitals a small word is one, as in `the US`, `the WHO`.
    """
    parts = spaced(words).split()
    if title or not parts or _is_small(words):
        return not parts or _is_small(words)
    if parts[-1] in PEOPLES and all(part in POINTS for part in parts[:-1]):
        return True
    empty = EMPTY if words.isupper() and len(words) > 1 else EMPTY | FUNCTION_WORDS
    return all(part in empty or part.isdigit() for part in parts)


def is_common(words: str) -> bool:
    """Whether it is one common word, which names something only where the article names it in full: `the Church` of
    the Church of Rome, `the North` of North Korea. What is common in two words may be a name: `the White House`."""
    return spaced(words).strip() in COMMON


def _is_small(words: str) -> bool:
    """Whether it begins with a small word that begins no name, as `von` does; `iFixit` is no such word."""
    first, _, rest = words.partition(" ")
    return first[0].islower() and first.islower() and (not rest or first not in NAME_PARTICLES)
