"""Letters made alike where spelling varies but the name is the same, and whether capitals fit. No registry."""

import re
import unicodedata

from edition.recognise.vocabulary import GENERIC_NOUNS

NOT_ASCII = re.compile(r"[^\x00-\x7f]")
HYPHENS = "-\u2010\u2011"
# Shorter words that differ by one letter are two names rather than one name misspelt.
SLIP_LENGTH = 6
APOSTROPHES = "'’‘ʼ`´"


class _Folding(dict[int, str]):
    """A table for `str.translate`, one letter for one letter, filled as letters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in HYPHENS or character.isspace():
            folded = " "
        elif character in APOSTROPHES:
            folded = "'"
        else:
            folded = unicodedata.normalize("NFD", character)[0].lower()[0]
        self[code] = folded
        return folded


class _Spacing(dict[int, str]):
    """The same with a space for all that is neither letter nor digit."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDING[code]
        self[code] = spaced = folded if folded.isalnum() else " "
        return spaced


_FOLDING, _SPACING = _Folding(), _Spacing()


def fold(text: str) -> str:
    """The text without case, accents, and differences of hyphen and apostrophe; as long as the text itself."""
    return text.translate(_FOLDING)


def spaced(text: str) -> str:
    """The folded text with a space for every sign, so that words begin and end at spaces; as long as the text."""
    # a table is quick with ASCII alone, so the few other characters go first
    return NOT_ASCII.sub(lambda found: _SPACING[ord(found[0])], text).translate(_SPACING)


def is_capitals(text: str) -> bool:
    """Whether a run of words is set in capitals as a whole: a credit, a dateline."""
    return text.isupper() and sum(map(str.isalpha, text)) > 3


def case_fits(written: str, form: str, *, opens_sentence: bool, in_capitals: bool) -> bool:
    """Whether the capitals of a text are those of a name; `US` is not `us`, but `Do-Hoon` is `Do-hoon`.

    Both must fold to the same letters. `opens_sentence`: a small first letter may be a capital one. `in_capitals`:
    all letters may be.
    """
    if written == form or (in_capitals and written.isupper()):
        return True
    starts = [0] + [index + 1 for index, letter in enumerate(fold(form)) if letter == " "]
    return all(
        _word_fits(written[start:end], form[start:end], written[start - 1 : start], form, opens=opens_sentence)
        for start, end in zip(starts, [*(start - 1 for start in starts[1:]), len(form)], strict=True)
    )


def _word_fits(written: str, form: str, before: str, whole: str, *, opens: bool) -> bool:
    """Whether one word has the capitals of its form; `before` parts it from the word before in the `whole` form."""
    if [letter.isupper() for letter in written[1:]] != [letter.isupper() for letter in form[1:]]:
        return False
    is_capital, should_be = written[:1].isupper(), form[:1].isupper()
    if is_capital == should_be:
        return True
    if is_capital:  # a title, or the first word of a sentence
        return bool(before) or opens
    # the second syllable of a given name, or the noun at the end of a name
    return before != "" and (before in HYPHENS or (form.lower() in GENERIC_NOUNS and whole[0].isupper()))


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two names differ by a slip of the pen: one letter inside a longer first word, as in `Kristen`, `Kristin`.

    Not the first letter nor the last, which tells `Mario` from `Maria`; nor short words, as `Jong` and `Jung` are two.
    """
    pairs = list(zip(fold(one).split(), fold(other).split(), strict=False))
    differing = [(left, right) for left, right in pairs if left != right]
    if len(one.split()) != len(other.split()) or differing != pairs[:1]:
        return False
    [(shorter, longer)] = [sorted(pair, key=len) for pair in differing]
    is_slip = any(
        longer[:cut] + longer[cut + 1 :] in (shorter, shorter[:cut] + shorter[cut + 1 :])
        for cut in range(1, len(longer) - 1)
    )
    return len(shorter) >= SLIP_LENGTH and shorter[-1] == longer[-1] and is_slip
