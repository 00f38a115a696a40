"""The candidates of an article: whole words in fitting capitals, the longest first, with what stands beside them."""

import re
from collections.abc import Iterable, Iterator

from edition.model import Article, Block, BlockRole, Candidate, Form, Kind, Span
from edition.recognise.fold import case_fits, fold, is_capitals
from edition.recognise.names import Names
from edition.recognise.neighbours import institution_before, longer_after, longer_before, title_before
from edition.recognise.vocabulary import FUNCTION_WORDS

Found = tuple[int, Span, tuple[Form, ...]]  # block, span, the forms that fit

OPENING = "\"'“‘«([—–-"  # what may stand before the first word of a sentence
SET_IN_CAPITALS = {
    BlockRole.CREDIT,
    BlockRole.BYLINE,
    BlockRole.CAPTION,
    BlockRole.HEADLINE,
    BlockRole.HEADING,
}
# So many of the longer words of a headline must be capitals for it to be set in title case.
TITLE_CASE_SHARE = 0.7


def find_candidates(article: Article, names: Names) -> tuple[Candidate, ...]:
    """The longest candidates, in reading order, without overlaps; of two alike in length, the first."""
    longest = _longest(_fitting(article, names))
    starts = frozenset(span.start for _, span, _ in longest)
    earlier_ends = (0, *(span.end for _, span, _ in longest))
    words = re.findall(r"[^\W\d_]+", article.text)
    ordinary = frozenset(word for word in words if word.islower())
    title_case = frozenset(index for index, block in enumerate(article.blocks) if is_title_case(article, block))
    return tuple(
        _candidate(article, found, earlier, starts, ordinary, found[0] in title_case)
        for found, earlier in zip(longest, earlier_ends, strict=False)
    )


def _fitting(article: Article, names: Names) -> Iterator[Found]:
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


def _longest(found: Iterable[Found]) -> list[Found]:
    """The longest spans win over what they overlap, the first over those of their length."""
    taken: list[Found] = []
    covered: set[int] = set()
    for item in sorted(found, key=lambda item: (item[1].start - item[1].end, item[1].start)):
        positions = range(item[1].start, item[1].end)
        if covered.isdisjoint(positions):
            covered.update(positions)
            taken.append(item)
    return sorted(taken, key=lambda item: item[1])


def _candidate(
    article: Article,
    found: Found,
    earlier: int,
    starts: frozenset[int],
    ordinary: frozenset[str],
    in_title_case: bool,
) -> Candidate:
    """The occurrence with its title and the longer name that it is part of; `earlier` is where the last one ends."""
    index, span, forms = found
    sentence = article.blocks[index].sentence(span.start)
    before = Span(max(sentence.start, earlier), span.start)
    is_person = any(form.kind is Kind.PERSON for form in forms)
    title = title_before(before.of(article.text)) if is_person else ""
    if title:
        span = Span(span.start - len(title) - 1, span.end)
    is_one_word = not any(" " in form.text or "-" in form.text for form in forms)

    def is_ordinary(word: str) -> bool:
        return not is_one_word or word.lower() in ordinary

    is_known_before = bool(earlier) and not article.text[before.start : before.end].strip(" -")
    begins = span.start if title or is_known_before else longer_before(article.text, before, is_ordinary)
    if not is_person:
        begins = min(begins, institution_before(article.text, before))
    ends = longer_after(article.text, span.end, sentence.end, starts)
    longer = article.text[begins:ends] if (begins, ends) != (span.start, span.end) else ""
    if in_title_case and article.text.count(longer) < 2:
        longer = ""  # the capitals are the headline's, unless the article writes the longer name elsewhere too
    return Candidate(index, span, forms, title, longer, in_title_case)


def is_title_case(article: Article, block: Block) -> bool:
    """Whether a headline or heading writes most of its words with capitals, so that capitals tell nothing."""
    if block.role not in (BlockRole.HEADLINE, BlockRole.HEADING):
        return False
    words = [word for word in block.span.of(article.text).split()[1:] if word[0].isalpha() and len(word) > 3]
    telling = [word for word in words if word.lower() not in FUNCTION_WORDS]
    return len(telling) > 1 and sum(word[0].isupper() for word in telling) >= TITLE_CASE_SHARE * len(telling)
