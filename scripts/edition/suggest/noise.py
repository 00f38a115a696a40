"""Words that a text writes with a capital and that name nobody: months, peoples, common nouns, titles."""

from edition.recognise.fold import spaced
from edition.recognise.vocabulary import (
    CALENDAR,
    DEMONYMS,
    FUNCTION_WORDS,
    GENERIC_NOUNS,
    NOT_DISTINCTIVE,
    TITLE_QUALIFIERS,
    TITLES,
)

PEOPLES = frozenset(spaced(word) for word in DEMONYMS)
EMPTY = frozenset(word.lower() for word in CALENDAR | TITLES | TITLE_QUALIFIERS) | PEOPLES
COMMON = GENERIC_NOUNS | {word for word, is_noun in NOT_DISTINCTIVE.items() if is_noun}
SHORTEST = 3  # letters of a word in capitals that may be another: `US`, `WHO`


def is_noise(words: str, title: str = "") -> bool:
    """Whether a name, without the title before it, is none: each of its words is empty, or its one word common.

    Behind `Mr.` even `May` is a name. What is common in two words may be one: `the White House`.
    """
    parts = spaced(words).split()
    if title or not parts:
        return not parts
    if len(parts) == 1 and words.isupper() and 1 < len(words) <= SHORTEST:
        return False
    is_common = len(parts) == 1 and parts[0] in COMMON
    return is_common or all(part in EMPTY or part in FUNCTION_WORDS or not part.isalpha() for part in parts)
