"""Why each name of an article is linked or left alone, block by block. Pure: what is said, not how it is printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from edition.addresses import block_anchor
from edition.link import Decided, Linked
from edition.model import Article, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """One name: its words, their span in the block, the entity (empty where none), how sure, the rule, the reason."""

    span: Span
    words: str
    entity: str
    certainty: str
    rule: str
    reason: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplainedBlock:
    """A block's words with the names in it, in reading order; `line` and `last_line` are those of the file."""

    anchor: str
    line: int
    last_line: int
    words: str
    names: tuple[Explanation, ...]


def explained(article: Article, decided: Iterable[Decided]) -> Iterator[ExplainedBlock]:
    """Every block of the article, with and without names."""
    found: dict[int, list[Explanation]] = {}
    for one in decided:
        found.setdefault(one[0].block, []).append(_explanation(article, one))
    for index, block in enumerate(article.blocks):
        line, last_line = article.line(block.span.start), article.line(block.span.end)
        names = tuple(_moved(one, block.span.start) for one in found.get(index, ()))
        yield ExplainedBlock(block_anchor(article.number(index)), line, last_line, block.span.of(article.text), names)


def _moved(explanation: Explanation, start: int) -> Explanation:
    """Counted from the start of its block."""
    return replace(explanation, span=Span(explanation.span.start - start, explanation.span.end - start))


def _explanation(article: Article, decided: Decided) -> Explanation:
    candidate, rule, answer = decided
    words = candidate.span.of(article.text)
    if isinstance(answer, Linked):
        return Explanation(candidate.span, words, answer.entity, answer.certainty, rule, answer.evidence, ())
    candidates = answer.people or tuple(sorted(candidate.form.entities))
    how = "left alone, not listed" if answer.silent else "left alone"
    return Explanation(candidate.span, words, "", how, rule, answer.why, candidates)


def blocks_at(blocks: Iterable[ExplainedBlock], line: int) -> tuple[ExplainedBlock, ...]:
    """The last block that begins at the line or before it and reaches it; several where one line makes several."""
    begun = [block for block in blocks if block.line <= line]
    return tuple(block for block in begun if block.line == begun[-1].line and line <= block.last_line)


def named(blocks: Iterable[ExplainedBlock], name: str) -> tuple[ExplainedBlock, ...]:
    """The blocks that have a name with these words in it, with these names alone."""
    wanted = name.casefold()
    kept = (
        replace(block, names=tuple(one for one in block.names if wanted in one.words.casefold())) for block in blocks
    )
    return tuple(block for block in kept if block.names)
