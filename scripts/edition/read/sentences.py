"""A block's sentences. One rule for all languages with spaces between words; nothing else."""

import re

from edition.model import Span

# Each part begins where the one before it ends, so that no text, however long its runs, is looked at twice.
BOUNDARY = re.compile(
    r"""
    (?<![.!?…])(?P<end>[.!?…]+)["'”’»)\]]*             # the mark, and what closes
    \s+(?=["'“‘«(\[]{0,5}(?P<next>\w))                  # white space, and the first letter of what follows
    """,
    re.VERBOSE,
)
WORD = re.compile(r"\w+")
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st sr jr gen lt col maj capt cmdr adm sgt sen rep gov rev hon pres amb
    corp inc ltd co bros dept univ no nos vol vs etc approx fig ed eds al ca cf
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    mt ft u.s u.n u.k e.u a.m p.m e.g i.e d.c""".split()
)
# Words that begin a sentence even after an abbreviation such as U.S. or Corp.
OPENERS = frozenset("the it he she they we but and in on at a an this that these those there as when while if".split())
ALWAYS_BEFORE_A_NAME = frozenset("mr mrs ms dr prof gen lt col sen rep gov rev capt st mt".split())
LONGEST_ABBREVIATION = 20


def find_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Spans in reading order that cover the block but for the white space between them."""
    sentences: list[Span] = []
    start = block.start
    for match in BOUNDARY.finditer(text, block.start, block.end):
        if _ends_sentence(text, match):
            end = match.start() + len(match[0].rstrip())
            sentences.append(Span(start, end))
            start = match.end()
    return (*sentences, Span(start, block.end)) if start < block.end else tuple(sentences)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match["next"].islower():
        return False
    if match["end"] != ".":
        return True
    word = _dotted_word(text, match)
    if word in ALWAYS_BEFORE_A_NAME:
        return False
    is_short = word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or "." in word
    return not is_short or _following(text, match) in OPENERS


def _following(text: str, match: re.Match[str]) -> str:
    start = match.start("next")
    word = WORD.match(text, start, start + LONGEST_ABBREVIATION)
    return word[0].lower() if word else ""


def _dotted_word(text: str, match: re.Match[str]) -> str:
    """The word before the mark, with the dots inside it: `u.s`."""
    start = match.start("end")
    while start > 0 and not text[start - 1].isspace() and match.start("end") - start < LONGEST_ABBREVIATION:
        start -= 1
    return text[start : match.start("end")].strip("\"'“‘(").lower()
