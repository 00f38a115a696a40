"""The candidates of an article: whole words in fitting capitals, the longest first, with what stands beside them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from edition.model import Article, Block, BlockRole, Candidate, Form, FormRole, Kind, Span
from edition.recognise.fold import case_fits, fold, is_capitals
from edition.recognise.names import Names
from edition.recognise.neighbours import continued_by_of, institution_before, longer_after, longer_before, title_before
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
    words = re.findall(r"(?<![\w./@-])[^\W\d_]+(?![\w/@]|\.\w)", article.text)  # none of an address
    ordinary = frozenset(word for word in words if word.islower())
    longest = _longest(_fitting(article, names))
    longest = [(block, span, kept) for block, span, forms in longest if (kept := _no_words(article, span, forms, ordinary))]
    full = frozenset(span for _, span, forms in longest if any(form.role is FormRole.NAME for form in forms))
    starts = frozenset(span.start for span in full)
    full_ends = frozenset(span.end for span in full)
    earlier_ends = (0, *(span.end for _, span, _ in longest))
    title_case = frozenset(index for index, block in enumerate(article.blocks) if is_title_case(article, block))
    return tuple(
        _candidate(article, found, earlier, starts, full_ends, ordinary, found[0] in title_case)
        for found, earlier in zip(longest, earlier_ends, strict=False)
    )


def _no_words(article: Article, span: Span, forms: tuple[Form, ...], ordinary: frozenset[str]) -> tuple[Form, ...]:
    """The forms without the part of an organization's name that is an ordinary word of this article: `Evolution`."""
    is_word = span.of(article.text).lower() in ordinary
    return tuple(
        form
        for form in forms
        if not (is_word and form.role is FormRole.SHORT and form.kind is Kind.ORGANIZATION)
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
    article: Article, found: Found, earlier: int, starts: frozenset[int], full_ends: frozenset[int], ordinary: frozenset[str], in_title_case: bool
) -> Candidate:
    """The occurrence with its title and the longer name that it is part of; `earlier` is where the last one ends."""
    index, span, forms = found
    sentence = article.blocks[index].sentence(span.start)
    before = Span(max(sentence.start, earlier), span.start)
    bare = Candidate(index, span, forms, in_title_case=in_title_case)
    title = title_before(before.of(article.text)) if bare.is_person else ""
    begins = span.start - len(title) - 1 if title else _longer_start(article.text, bare, before, earlier, ordinary, full_ends)
    ends = longer_after(article.text, span.end, sentence.end, starts, only_heads=stands_before_capitals(bare))
    if all(form.text.startswith("the ") for form in forms):
        ends = max(ends, continued_by_of(article.text, span.end, sentence.end))
    start = begins if title else span.start
    longer = article.text[begins:ends] if (begins, ends) != (start, span.end) else ""
    if in_title_case and article.text.count(longer) < 2:
        longer = ""  # the capitals are the headline's, unless the article writes the longer name elsewhere too
    return replace(bare, span=Span(start, span.end), title=title, longer=longer)


def stands_before_capitals(candidate: Candidate) -> bool:
    """Whether capital words often follow the name: a person's full name, an organization (`Google Chrome`)."""
    is_full = any(form.role is FormRole.NAME and not candidate.is_single_word for form in candidate.forms)
    return all(form.kind is Kind.ORGANIZATION for form in candidate.forms) or (candidate.is_person and is_full)


def _longer_start(
    text: str, candidate: Candidate, before: Span, earlier: int, ordinary: frozenset[str], ends: frozenset[int]
) -> int:
    """Where the longer name starts that the candidate ends, or the candidate's own start."""
    is_full_person = candidate.is_person and not candidate.is_single_word
    if is_full_person or (earlier in ends and not text[before.start : before.end].strip(" -")):
        return candidate.span.start

    def is_ordinary(word: str) -> bool:
        return not candidate.is_single_word or word.lower() in ordinary

    start = longer_before(text, before, is_ordinary)
    is_place = all(form.kind is Kind.PLACE for form in candidate.forms)
    return min(start, institution_before(text, before)) if is_place else start


def is_title_case(article: Article, block: Block) -> bool:
    """Whether a headline or heading writes most of its words with capitals, so that capitals tell nothing."""
    if block.role not in (BlockRole.HEADLINE, BlockRole.HEADING):
        return False
    words = [word for word in block.span.of(article.text).split()[1:] if word[0].isalpha() and len(word) > 3]
    telling = [word for word in words if word.lower() not in FUNCTION_WORDS]
    return len(telling) > 1 and sum(word[0].isupper() for word in telling) >= TITLE_CASE_SHARE * len(telling)
