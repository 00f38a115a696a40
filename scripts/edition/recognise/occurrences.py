"""Where the forms of a registry stand in an article: whole words, in fitting capitals, the longest first."""

import re
from collections.abc import Iterable, Iterator

from edition.model import Article, Block, BlockRole, Form, FormRole, Kind, Span
from edition.recognise.fold import case_fits, fold, is_capitals
from edition.recognise.names import Names

Found = tuple[int, Span, tuple[Form, ...]]  # block, span, the forms that fit

OPENING = "\"'“‘«([—–-"  # what may stand before the first word of a sentence
SET_IN_CAPITALS = {BlockRole.CREDIT, BlockRole.BYLINE, BlockRole.CAPTION, BlockRole.HEADLINE, BlockRole.HEADING}


def find_occurrences(article: Article, names: Names, ordinary: frozenset[str]) -> list[Found]:
    """The longest, in reading order, without overlaps; of two alike in length, the first. `ordinary`: see below."""
    found = [
        (block, span, names_only(article, span, forms, ordinary))
        for block, span, forms in longest(fitting(article, names))
    ]
    return [one for one in found if one[2]]


def ordinary_words(text: str) -> frozenset[str]:
    """The words that the article also writes small, outside of addresses."""
    words = re.findall(r"(?<![\w./@-])[^\W\d_]+(?![\w/@]|\.\w)", text)
    return frozenset(word for word in words if word.islower())


def names_only(article: Article, span: Span, forms: tuple[Form, ...], ordinary: frozenset[str]) -> tuple[Form, ...]:
    """The forms without the part of an organization's name that is an ordinary word of this article: `Evolution`."""
    is_word = span.of(article.text).lower() in ordinary
    return tuple(
        form for form in forms if not (is_word and form.role is FormRole.SHORT and form.kind is Kind.ORGANIZATION)
    )


def fitting(article: Article, names: Names) -> Iterator[Found]:
    """Every occurrence inside one block with the forms whose capitals are those of the text, in reading order."""
    block = 0
    for span, forms in sorted(names.occurrences(fold(article.text)), key=lambda found: found[0]):
        while span.start >= article.blocks[block].span.end:
            block += 1
        kept = _fitting_forms(article, article.blocks[block], span, forms)
        if kept and span.end <= article.blocks[block].span.end:
            yield block, span, kept


def _fitting_forms(article: Article, block: Block, span: Span, forms: tuple[Form, ...]) -> tuple[Form, ...]:
    written = span.of(article.text)
    before = article.text[block.sentence(span.start).start : span.start]
    opens = not before.strip(OPENING) or before[-1] in '"“‘«'
    in_capitals = is_capitals(written) and _is_set_in_capitals(article, block, span)
    return tuple(form for form in forms if case_fits(written, form.text, opens_sentence=opens, in_capitals=in_capitals))


def _is_set_in_capitals(article: Article, block: Block, span: Span) -> bool:
    """Whether capitals are the setting of the line: a credit, a headline in capitals, a dateline."""
    is_dateline = span.start == block.span.start
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
    return sorted(taken, key=lambda item: item[1])
