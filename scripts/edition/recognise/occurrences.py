"""Where the forms of a registry stand in an article: whole words, in fitting capitals, the longest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from operator import or_

from edition.model import Article, Block, BlockRole, Form, Kind, Span
from edition.recognise.fold import case_fits, fold, is_capitals
from edition.recognise.names import Names
from edition.recognise.vocabulary import FUNCTION_WORDS

Found = tuple[int, Span, Form]  # block, span, what it may mean

OPENING = "\"'“‘«([—–-"  # what may stand before the first word of a sentence
SET_IN_CAPITALS = {BlockRole.CREDIT, BlockRole.BYLINE, BlockRole.CAPTION, BlockRole.HEADLINE, BlockRole.HEADING}
NOBODY: frozenset[str] = frozenset()


def find_occurrences(article: Article, names: Names, ordinary: frozenset[str]) -> list[Found]:
    """The longest, in reading order, without overlaps; of two alike in length, the first. `ordinary`: see below."""
    found = longest(fitting(article, names))
    return [
        (block, span, form)
        for block, span, form in (words_apart(article, one, ordinary) for one in found)
        if form.names or form.known or form.short
    ]


def ordinary_words(text: str) -> frozenset[str]:
    """The words that the article also writes small, outside of addresses."""
    words = re.findall(r"(?<![\w./@-])[^\W\d_]+(?![\w/@]|\.\w)", text)
    return frozenset(word for word in words if word.islower())


def opens_sentence(article: Article, block: int, start: int) -> bool:
    """Whether nothing but quotation marks, brackets and dashes stands before it in its sentence."""
    return not article.text[article.blocks[block].sentence(start).start : start].strip(OPENING)


def words_apart(article: Article, found: Found, ordinary: frozenset[str]) -> Found:
    """The occurrence without the part of an organization's name that is an ordinary word of this article: `Magic`."""
    block, span, form = found
    if form.short and form.kinds == {Kind.ORGANIZATION} and span.of(article.text).lower() in ordinary:
        return block, span, replace(form, short=NOBODY)
    return found


def fitting(article: Article, names: Names) -> Iterator[Found]:
    """Every occurrence inside one block with the forms whose capitals are those of the text, in reading order."""
    index, blocks, text = 0, article.blocks, article.text
    for start, end, forms in sorted(names.occurrences(fold(text)), key=lambda found: found[:2]):
        while start >= blocks[index].span.end:
            index += 1
        if end <= blocks[index].span.end:
            written = text[start:end]
            if written.isupper() and written.lower() in FUNCTION_WORDS and is_capitals(blocks[index].span.of(text)):
                continue  # `US` in a line of capitals may be us
            fits = [form for form in forms if form.text == written]
            fits += (form for form in forms if form.text != written and _fits(article, index, start, end, form.text))
            if fits:
                yield index, Span(start, end), fits[0] if len(fits) == 1 else reduce(or_, fits)


def _fits(article: Article, index: int, start: int, end: int, form: str) -> bool:
    """Whether the capitals of the span are those of a form that it does not write letter for letter."""
    block, written = article.blocks[index], article.text[start:end]
    before = article.text[block.sentence(start).start : start]
    opens = not before.strip(OPENING) or before[-1] in '"“‘«'
    in_capitals = is_capitals(written) and _is_set_in_capitals(article, block, start)
    return case_fits(written, form, opens_sentence=opens, in_capitals=in_capitals)


def _is_set_in_capitals(article: Article, block: Block, start: int) -> bool:
    """Whether capitals are the setting of the line: a credit, a headline in capitals, a dateline."""
    is_dateline = start == block.span.start
    return block.role in SET_IN_CAPITALS or is_dateline or is_capitals(block.span.of(article.text))


def longest(found: Iterable[Found]) -> list[Found]:
    """The longest spans win over what they overlap, the first over those of their length."""
    taken: list[Found] = []
    covered: set[int] = set()
    for item in sorted(found, key=lambda item: (item[1].start - item[1].end, item[1].start)):
        positions = range(item[1].start, item[1].end)
        if covered.isdisjoint(positions):
            covered.update(positions)
            taken.append(item)
    return sorted(taken, key=lambda item: item[1].start)
