"""What the editor's decisions say of an article: which spans they speak of, and what becomes of candidates there."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edition.link.gender import suits
from edition.model import Article, Candidate, EditorsDecision, Form, Registry, Span
from edition.recognise.neighbours import longer_after, longer_before

Pair = tuple[EditorsDecision, EditorsDecision]


@dataclass(frozen=True)
class Editor:
    """The candidates with those that only the editor sees, the decisions by span, and the pairs that contradict."""

    candidates: tuple[Candidate, ...]
    decisions: Mapping[Span, EditorsDecision] = field(default_factory=dict)
    contradicted: tuple[Pair, ...] = ()


def heard(
    article: Article, candidates: tuple[Candidate, ...], decisions: Iterable[EditorsDecision], registry: Registry
) -> Editor:
    """The decisions at work; of two on one span the more precise counts, of two alike the first.

    A name that is hers everywhere is not hers behind `Mr.`; words pointed to are whoever the editor says.
    """
    chosen: dict[Span, tuple[Candidate, EditorsDecision]] = {}
    contradicted: list[Pair] = []
    for decision in sorted(decisions, key=lambda one: -one.precision):
        entity = registry.by_id.get(decision.is_)
        for candidate in _meant(article, candidates, decision):
            if decision.name and entity and suits(candidate.title, entity.gender) is False:
                continue
            earlier = chosen.setdefault(candidate.span, (candidate, decision))[1]
            if earlier.precision == decision.precision and earlier.is_ != decision.is_:
                contradicted.append((earlier, decision))
    spans = sorted(chosen)
    covered = {one.span for span in spans for one in _around(span, candidates)}
    kept = [one for one in candidates if one.span not in covered]
    merged = sorted((*kept, *(candidate for candidate, _ in chosen.values())), key=lambda one: one.span)
    return Editor(tuple(merged), {span: chosen[span][1] for span in spans}, tuple(contradicted))


def _meant(article: Article, candidates: tuple[Candidate, ...], decision: EditorsDecision) -> Iterator[Candidate]:
    """The candidates that a decision speaks of; where its words are none, one is made of them."""
    is_pointed = bool(decision.exact and (decision.prefix or decision.suffix))
    for block, span in _occurrences(article, decision):
        around = _around(span, candidates)
        same = [one for one in around if _core(one) == span]
        if same and (is_pointed or not same[0].longer):
            yield same[0]
        elif not same and (is_pointed or (_covers(span, around) and not _is_part(article, block, span))):
            yield Candidate(block, span, Form(span.of(article.text)))


def _around(span: Span, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those that overlap the span, found by halving: a text as long as a book has thousands of them."""
    first = bisect_right(candidates, span.start, key=lambda one: one.span.end)
    return candidates[first : bisect_left(candidates, span.end, first, key=lambda one: one.span.start)]


def _covers(span: Span, candidates: Iterable[Candidate]) -> bool:
    """Whether the candidates lie within the span, so that nothing known is cut."""
    return all(span.start <= one.span.start and one.span.end <= span.end for one in candidates)


def _is_part(article: Article, block: int, span: Span) -> bool:
    """Whether the words are part of a longer capitalised name."""
    sentence = article.blocks[block].sentence(span.start)
    begins = longer_before(article.text, Span(sentence.start, span.start), lambda _: True)
    ends = longer_after(article.text, span.end, sentence.end, frozenset(), only_heads=False)
    return (begins, ends) != (span.start, span.end)


def _core(candidate: Candidate) -> Span:
    """The candidate without its title."""
    return Span(candidate.span.start + len(candidate.title) + bool(candidate.title), candidate.span.end)


def decided_spans(article: Article, decision: EditorsDecision) -> Iterator[Span]:
    """Where the decision's words stand as it says, whatever is found there."""
    return (span for _, span in _occurrences(article, decision))


def _occurrences(article: Article, decision: EditorsDecision) -> Iterator[tuple[int, Span]]:
    """Block and span of the decision's words, as whole words, where its prefix and suffix stand around them."""
    words = re.compile(rf"(?<!\w){re.escape(decision.words)}(?!\w)")
    for index, block in enumerate(article.blocks):
        if not decision.covers(article.id, article.number(index)):
            continue
        for match in words.finditer(article.text, block.span.start, block.span.end):
            if _stands_between(article.text, block.span, Span(*match.span()), decision):
                yield index, Span(*match.span())


def _stands_between(text: str, block: Span, span: Span, decision: EditorsDecision) -> bool:
    """Whether the decision's prefix and suffix stand around a span of the block, white space apart."""
    before, after = span
    while before > block.start and text[before - 1].isspace():
        before -= 1
    while after < block.end and text[after].isspace():
        after += 1
    return text.endswith(decision.prefix or "", block.start, before) and text.startswith(
        decision.suffix or "", after, block.end
    )
