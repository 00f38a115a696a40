"""The candidates of an article: occurrences of names with what stands beside them."""

from dataclasses import dataclass
from itertools import accumulate

from edition.model import Article, Block, BlockRole, Candidate, Form, Kind, Span
from edition.recognise.defined import find_defined
from edition.recognise.names import Names
from edition.recognise.neighbours import (
    JUNIOR,
    NEAR,
    continued_by_of,
    institution_before,
    is_small_after,
    is_small_before,
    longer_after,
    longer_before,
    title_before,
)
from edition.recognise.occurrences import Found, find_occurrences, is_opening, longest
from edition.recognise.small_words import SmallWords
from edition.recognise.vocabulary import FUNCTION_WORDS

# So many of the longer words of a headline must be capitals for it to be set in title case.
TITLE_CASE_SHARE = 0.7


@dataclass(frozen=True)
class Setting:
    """An article as its candidates see it: which words are small, where full names begin and end."""

    article: Article
    small: SmallWords
    starts: frozenset[int]
    ends: frozenset[int]
    in_title_case: frozenset[int]


def find_candidates(article: Article, names: Names) -> tuple[Candidate, ...]:
    """All candidates that a rule can decide, in reading order, without overlaps."""
    small = SmallWords(article.text)
    registered = find_occurrences(article, names, small)
    defined = tuple(find_defined(article, registered))
    everything = longest((*registered, *defined)) if defined else registered
    named = frozenset[str]().union(*{form.names for _, _, form in everything})
    found = [one for one in everything if is_decidable(article.text, one, named)]
    full = [span for _, span, form in found if form.names]
    title_case = frozenset(index for index, block in enumerate(article.blocks) if is_title_case(article, block))
    starts, ends = frozenset(span.start for span in full), frozenset(span.end for span in full)
    setting = Setting(article, small, starts, ends, title_case)
    earlier_ends = accumulate((span.end if form.names else 0 for _, span, form in found), max, initial=0)
    candidates = [_candidate(setting, one, earlier) for one, earlier in zip(found, earlier_ends, strict=False)]
    following = [*(one.span.start for one in candidates[1:]), len(article.text)]
    # a title takes in a surname that is the same word: `King Olav V` behind Martin Luther King
    return tuple(one for one, start in zip(candidates, following, strict=False) if one.span.end <= start)


def is_decidable(text: str, found: Found, named: frozenset[str]) -> bool:
    """Whether it is more than a short form of somebody of whom the article, which names `named`, does not speak."""
    _, span, form = found
    if form.names or form.known or not form.short.isdisjoint(named) or form.only_kind is Kind.ORGANIZATION:
        return True
    return form.is_person and bool(title_before(text, Span(max(span.start - NEAR, 0), span.start)))


def _candidate(setting: Setting, found: Found, earlier: int) -> Candidate:
    """The occurrence with its title and the longer name that it is part of; `earlier`: the last full name's end."""
    (index, span, form), text = found, setting.article.text
    sentence = setting.article.blocks[index].sentence(span.start)
    before = Span(max(sentence.start, earlier), span.start)
    opens = is_opening(text, sentence.start, span.start)
    title = title_before(text, before) if form.is_person else ""
    start = span.start - len(title) - 1 if title else span.start
    begins = start if title else _longer_start(setting, form, before)
    ends = _longer_end(setting, form, span.end, sentence.end)
    longer = text[begins:ends] if (begins, ends) != (start, span.end) else ""
    in_title_case = index in setting.in_title_case
    if in_title_case and text.count(longer) < 2:
        longer = ""  # the capitals are the headline's, unless the article writes the longer name elsewhere too
    return Candidate(index, Span(start, span.end) if title else span, form, title, longer, in_title_case, opens)


def _longer_start(setting: Setting, form: Form, before: Span) -> int:
    """Where the longer name starts that a form ends; the end of `before`, its own start, where none does."""
    text = setting.article.text
    is_full_person = form.is_person and not form.is_single_word
    if is_full_person or (before.start in setting.ends and not before.of(text).strip(" -")):
        return before.end
    if is_small_before(text, before):
        return institution_before(text, before) if form.only_kind is Kind.PLACE else before.end

    def is_ordinary(word: str) -> bool:
        return not form.is_single_word or word.endswith("ly") or word.lower() in setting.small

    return longer_before(text, before, is_ordinary)


def _longer_end(setting: Setting, form: Form, end: int, limit: int) -> int:
    """Where the longer name ends that a form begins; `end`, its own, where none does. `limit` ends the sentence."""
    text = setting.article.text
    junior = JUNIOR.match(text, end) if form.is_person else None
    if junior:
        return junior.end()
    if is_small_after(text, end) and not form.text.startswith("the "):
        return end
    ends = longer_after(text, end, limit, setting.starts, only_heads=stands_before_capitals(form))
    if form.text.startswith("the ") and form.only_kind is Kind.ORGANIZATION:
        return max(ends, continued_by_of(text, end, limit))
    return ends


def stands_before_capitals(form: Form) -> bool:
    """Whether capital words often follow the name: a person's full name, an organization's (`Google Chrome`)."""
    if not form.names or form.known or form.short:
        return form.is_person and bool(form.names) and not form.is_single_word
    return form.only_kind is Kind.ORGANIZATION or (form.is_person and not form.is_single_word)


def is_title_case(article: Article, block: Block) -> bool:
    """Whether a headline or heading writes most of its words with capitals, so that capitals tell nothing."""
    if block.role not in (BlockRole.HEADLINE, BlockRole.HEADING):
        return False
    words = [word for word in block.span.of(article.text).split()[1:] if word[0].isalpha() and len(word) > 3]
    telling = [word for word in words if word.lower() not in FUNCTION_WORDS]
    return len(telling) > 1 and sum(word[0].isupper() for word in telling) >= TITLE_CASE_SHARE * len(telling)
