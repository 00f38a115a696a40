"""Where the forms of a registry stand in an article: whole words, in fitting capitals, the longest first."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import itemgetter, or_

from edition.model import Article, Block, BlockRole, Form, Kind, Span
from edition.recognise.fold import case_fits, fold, is_capitals
from edition.recognise.names import Names
from edition.recognise.small_words import SmallWords
from edition.recognise.vocabulary import FUNCTION_WORDS

Found = tuple[int, Span, Form]  # block, span, what it may mean

OPENING = "\"'“‘«([—–-"  # what may stand before the first word of a sentence
SET_IN_CAPITALS = {BlockRole.CREDIT, BlockRole.BYLINE, BlockRole.CAPTION, BlockRole.HEADLINE, BlockRole.HEADING}
LINE = 200  # code points


def find_occurrences(article: Article, names: Names, small: SmallWords) -> list[Found]:
    """The longest, in reading order, without overlaps; of two alike in length, the first. `small`: see below."""
    return [found for found in longest(fitting(article, names)) if not is_ordinary_part(article, found, small)]


def is_ordinary_part(article: Article, found: Found, small: SmallWords) -> bool:
    """Whether it is but a part of an organization's name, and an ordinary word of this article: `Magic`."""
    _, span, form = found
    if form.only_kind is not Kind.ORGANIZATION or form.names or form.known or not form.is_single_word:
        return False
    return span.of(article.text).lower() in small


def opens_sentence(article: Article, block: int, start: int) -> bool:
    """Whether nothing but quotation marks, brackets and dashes stands before it in its sentence."""
    return is_opening(article.text, article.blocks[block].sentence(start).start, start)


def is_opening(text: str, sentence: int, start: int) -> bool:
    """The same, of a sentence that begins at `sentence`."""
    return start - sentence <= len(OPENING) and not text[sentence:start].strip(OPENING)


def fitting(article: Article, names: Names) -> Iterator[Found]:
    """Every occurrence inside one block with the forms whose capitals are those of the text, in reading order."""
    index, blocks, text = 0, article.blocks, article.text
    limit = blocks[0].span.end if blocks else 0
    for start, end, forms in sorted(names.occurrences(text), key=itemgetter(0, 1)):
        while start >= limit:
            index += 1
            limit = blocks[index].span.end
        if end <= limit:
            form = _fitting_form(article, blocks[index], start, end, forms)
            if form:
                yield index, Span(start, end), form


def _fitting_form(article: Article, block: Block, start: int, end: int, forms: tuple[Form, ...]) -> Form | None:
    """What the span may mean: the forms that it writes with fitting capitals, as one."""
    written = article.text[start:end]
    if len(forms) == 1 and forms[0].text == written and not written.isupper():
        return forms[0]
    fits = [form for form in forms if form.text == written or _fits(article, block, start, written, form.text)]
    if not fits or (written.isupper() and _may_be_a_word(written, line_of(article, block))):
        return None
    if len(fits) == 1:
        return fits[0]
    return reduce(or_, sorted(fits, key=lambda form: form.text != written))


def line_of(article: Article, block: Block) -> str:
    """The first words of a block: they tell how it is set."""
    return article.text[block.span.start : min(block.span.end, block.span.start + LINE)]


def _may_be_a_word(written: str, line: str) -> bool:
    """`US` in a line of capitals may be us."""
    return written.lower() in FUNCTION_WORDS and is_capitals(line)


def _fits(article: Article, block: Block, start: int, written: str, form: str) -> bool:
    """Whether the capitals of the span are those of a form that it does not write letter for letter."""
    if (written[0].islower() and form[0].isupper()) or fold(written) != fold(form):
        return False
    opens = is_opening(article.text, block.sentence(start).start, start) or article.text[start - 1] in '"“‘«'
    in_capitals = is_capitals(written) and _is_set_in_capitals(article, block, start)
    return case_fits(written, form, opens_sentence=opens, in_capitals=in_capitals)


def _is_set_in_capitals(article: Article, block: Block, start: int) -> bool:
    """Whether capitals are the setting of the line: a credit, a headline in capitals, a dateline."""
    is_dateline = start == block.span.start
    return block.role in SET_IN_CAPITALS or is_dateline or is_capitals(line_of(article, block))


def longest(found: Iterable[Found]) -> list[Found]:
    """The longest spans win over what they overlap, the first over those of their length; in reading order."""
    ordered = sorted(found, key=lambda item: (item[1][0] - item[1][1], item[1][0]))
    covered = bytearray(max((item[1].end for item in ordered), default=0))
    taken: list[Found] = []
    for item in ordered:
        start, end = item[1]
        if covered.find(1, start, end) < 0:
            covered[start:end] = b"\1" * (end - start)
            taken.append(item)
    return sorted(taken, key=itemgetter(1))
