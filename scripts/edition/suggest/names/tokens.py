"""The words of a block with what their letters tell: capitals, dots, hyphens; and whether the block tells anything."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.model import Article, Block, Span
from edition.recognise.vocabulary import COMPOUNDS, FUNCTION_WORDS, NAME_PARTICLES

# Dotted capitals, an initial, words with what may stand inside them, any other sign.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+[A-Z](?![\w'’])\.?|(?:[^\W\d_]\.){2,}"
    rf"|[A-Z]\.(?=[\s-]?[A-Z]|\s(?:{'|'.join(sorted(NAME_PARTICLES))})\s)"
    r"|[^\W_]+(?:['’&/-][^\W_]+)*(?:(?<=[A-Z])\.(?=-))?|[^\w\s]|_"
)
POSSESSIVE = re.compile(r"['’](?:s|S)?$")
PREFIXED = re.compile(r"(?:[Aa]nti|[Ee]x|[Mm]id|[Nn]on|[Pp]ost|[Pp]re|[Pp]ro)-(?=[A-Z])")
CONTRACTED = re.compile(r"['’](?:m|ve|ll|re|d|t)$", re.IGNORECASE)
QUOTES, BEFORE_QUOTES = "\"“'‘«", " \n,:(["
# Of these there may be a possessive inside a name: `Korean People’s Army`.
PLURALS = frozenset(
    "people women men children workers farmers veterans players students teachers girls boys soldiers".split()
)
ABBREVIATED = frozenset(
    """Mr Mrs Ms Dr Prof St Gen Lt Col Maj Capt Cmdr Adm Sgt Sen Rep Gov Rev Hon Amb Jr Sr Inc Corp Ltd Co Bros Mt
    Ft""".split()
)
# Behind a hyphen no part of a name; but for those that end Korean given names: `Jae-in`.
TIED = COMPOUNDS | (FUNCTION_WORDS - frozenset("an do he in no on so you".split()))
# `al-Assad`, `d’Ettorre`: names that begin with a small letter.
PARTICLED = re.compile(r"(?:a[lnrstz]|ash|el|ad|d|l)['’-](?=[A-Z])")
LINE = 25  # words; longer blocks are no headlines
TITLE_CASE = 0.7  # of the longer words of a line
LONG_TAIL = 6  # letters; what is longer behind a hyphen is no Korean syllable


class Token(NamedTuple):
    """A word or a sign. `word` is without a possessive and without what a hyphen ties to a name; `ends` says that
    one of them was there, behind which no name goes on.

    `opens`: it opens a sentence, or a quotation. `is_tied`: nothing but a space stands between it and the token before.
    `dotted`: the dot behind it is its own.
    """

    span: Span
    word: str
    opens: bool
    is_tied: bool
    ends: bool = False
    dotted: bool = False

    @property
    def is_capitalised(self) -> bool:
        return self.word[:1].isupper()

    @property
    def is_particled(self) -> bool:
        return PARTICLED.match(self.word) is not None

    @property
    def is_acronym(self) -> bool:
        letters = self.word.replace(".", "").replace("&", "").replace("-", "")
        return len(letters) > 1 and letters.isalnum() and letters.isupper() and letters[0].isalpha()


def tokens(article: Article, block: Block) -> list[Token]:
    """In reading order."""
    return list(_tokens(article.text, block))


def _tokens(text: str, block: Block) -> Iterator[Token]:
    starts = [sentence.start for sentence in block.sentences]
    sentence, last = 0, block.span.start
    for match in TOKEN.finditer(text, block.span.start, block.span.end):
        whole, start = match[0], match.start()
        is_word, opens = whole[0].isalnum(), False
        if is_word:
            here = bisect_right(starts, start)
            opens, sentence = here != sentence, here
        word = whole if whole.isalpha() or not is_word else _name_part(whole)
        is_tied = not opens and (start - last < 2 or text[last:start].isspace())
        if is_word and start > 1 and text[start - 1] in QUOTES and text[start - 2] in BEFORE_QUOTES:
            opens = True
        dotted = word in ABBREVIATED and text[match.end() : match.end() + 1] == "."
        ends = word != whole and word.lower() not in PLURALS
        yield Token(Span(start, start + len(word)), word, opens, is_tied, ends, dotted)
        last = match.end()


def _name_part(whole: str) -> str:
    """`Seoul` of `Seoul-based`; all of `Jae-in`, `Saint-Denis`; in small letters what is no name, such as `I’m`."""
    word = POSSESSIVE.sub("", whole)
    if PREFIXED.match(word) or CONTRACTED.search(word):
        return word.lower()
    head, hyphen, tail = word.partition("-")
    if not hyphen or not tail.islower():
        return word
    if tail in TIED or len(tail) > LONG_TAIL:
        return head
    return word.lower() if len(head) == 1 else word  # `T-shirt`


def tells_nothing(found: Sequence[Token]) -> bool:
    """Whether a line writes nearly every word with a capital, and ends without a full stop, as headlines do."""
    if len(found) > LINE or (found and found[-1].word == "."):
        return False
    long = [one for one in found if len(one.word) > 3 and one.word[0].isalpha() and not one.opens]
    return len(long) > 1 and sum(one.is_capitalised for one in long) >= TITLE_CASE * len(long)
