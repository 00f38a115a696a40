"""A block's sentences. One rule for all languages with spaces between words; nothing else."""

import re

from edition.model import Span

BOUNDARY = re.compile(
    r"""
    (?P<word>[^\s.!?…]*)(?P<end>[.!?…]+)["'”’»)\]]*   # the last word, its mark, and what closes
    \s+(?=["'“‘«(\[]*(?P<next>\w+))                   # white space, and the first word of what follows
    """,
    re.VERBOSE,
)
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st sr jr gen lt col maj capt cmdr adm sgt sen rep gov rev hon pres amb
    corp inc ltd co bros dept univ no nos vol vs etc approx fig ed eds al ca cf
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    mt ft u.s u.n u.k e.u a.m p.m e.g i.e d.c""".split()
)
# Words that begin a sentence even after an abbreviation such as U.S. or Corp.
OPENERS = frozenset("the it he she they we but and in on at a an this that these those there as when while if".split())
ALWAYS_BEFORE_A_NAME = frozenset("mr mrs ms dr prof gen lt col sen rep gov rev capt st mt".split())


def find_sentences(text: str, block: Span) -> tuple[Span, ...]:
    """Spans in reading order that cover the block but for the white space between them."""
    sentences: list[Span] = []
    start = block.start
    for match in BOUNDARY.finditer(text, block.start, block.end):
        if _ends_sentence(text, match):
            end = match.start("end") + len(match[0][match.start("end") - match.start() :].rstrip())
            sentences.append(Span(start, end))
            start = match.end()
    return (*sentences, Span(start, block.end)) if start < block.end else tuple(sentences)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = match["next"]
    if following[0].islower():
        return False
    if match["end"] != ".":
        return True
    word = _dotted_word(text, match)
    if word in ALWAYS_BEFORE_A_NAME:
        return False
    is_short = word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or "." in word
    return not is_short or following.lower() in OPENERS


def _dotted_word(text: str, match: re.Match[str]) -> str:
    """The word before the mark, with the dots inside it: `u.s`."""
    start = match.start("end")
    while start > 0 and not text[start - 1].isspace() and match.start("end") - start < 20:
        start -= 1
    return text[start : match.start("end")].strip("\"'“‘(").lower()
