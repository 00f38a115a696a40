"""Keywords in context: the lines of one article by the entity that they name; where an entity is named at all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from edition.model import Annotation, Appearance, Article, KwicLine, Mention, Outline, Span, digest

# So many code points of the sentence are shown on each side of a keyword; very long sentences are cut at a word.
CONTEXT = 300


class Passages(NamedTuple):
    """An article that names an entity, and how."""

    article: Outline
    appearance: Appearance

    @property
    def mentions(self) -> int:
        return self.appearance.mentions


@dataclass(frozen=True)
class Concordance:
    """Every article that names one entity, in order of date; its length is that of all mentions.

    The lines themselves are kept in the archive.
    """

    passages: tuple[Passages, ...] = ()

    @cached_property
    def mentions(self) -> int:
        return sum(one.appearance.mentions for one in self.passages)

    def __len__(self) -> int:
        return self.mentions

    @cached_property
    def forms(self) -> tuple[tuple[str, int], ...]:
        """The forms found with their counts, the most frequent first; the counts add up to all mentions."""
        counts: dict[str, int] = defaultdict(int)
        for passages in self.passages:
            for form, count in passages.appearance.forms:
                counts[form] += count
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @property
    def dates(self) -> tuple[str | None, str | None]:
        """The days of the first and of the last dated article; those without a date come last."""
        first, last = (
            next((one.article.front.date for one in these if one.article.front.date), None)
            for these in (self.passages, reversed(self.passages))
        )
        return first, last


def concordances(articles: Iterable[Outline]) -> Mapping[str, Concordance]:
    """The concordance of each entity that is named, in the order of the articles."""
    found: dict[str, list[Passages]] = defaultdict(list)
    for article in articles:
        for entity, appearance in article.named.items():
            found[entity].append(Passages(article, appearance))
    return {entity: Concordance(tuple(these)) for entity, these in found.items()}


def outline(annotation: Annotation) -> Outline:
    """What other pages need of an article."""
    article = annotation.article
    blocks: dict[str, list[int]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in annotation.mentions:
        blocks[mention.entity].append(mention.block)
        forms[mention.entity][mention.span.of(article.text)] += 1
    named = {
        entity: Appearance(bits(blocks[entity]), found.total(), tuple(found.items())) for entity, found in forms.items()
    }
    return Outline(
        id=article.id,
        file=article.file,
        title=article.title,
        front=article.front,
        first_number=article.first_number,
        named=named,
        unresolved=len(annotation.unresolved),
        naming=digest(article.id, [(entity, hex(one.blocks), one.forms) for entity, one in named.items()]),
        digest=digest(article.file, article.stored, annotation.mentions, annotation.unresolved),
        decisions=annotation.decisions,
        contradicted=annotation.contradicted,
    )


def bits(numbers: Sequence[int]) -> int:
    """The number that has a bit for each of these, which ascend. At once: each alone would copy all before it."""
    found = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        found[number // 8] |= 1 << number % 8
    return int.from_bytes(found, "little")


def by_entity(annotation: Annotation) -> dict[str, tuple[KwicLine, ...]]:
    """The article's lines by the entity that they name, in reading order."""
    lines: dict[str, list[KwicLine]] = defaultdict(list)
    for mention in annotation.mentions:
        lines[mention.entity].append(kwic_line(annotation, mention))
    return {entity: tuple(these) for entity, these in lines.items()}


def kwic_line(annotation: Annotation, mention: Mention) -> KwicLine:
    article = annotation.article
    left, right = context(article, mention)
    return KwicLine(annotation.anchors[mention], left, mention.span.of(article.text), right, mention.certainty)


class Placed(Protocol):
    """Whatever stands in one block of an article."""

    @property
    def block(self) -> int: ...
    @property
    def span(self) -> Span: ...


def context(article: Article, mention: Placed) -> tuple[str, str]:
    """The words of the sentence before and behind a span, cut with an ellipsis where they are very long."""
    span, block = mention.span, article.blocks[mention.block]
    begins, ends = block.sentence(span.start).start, block.sentence(span.end - 1).end
    left = article.text[max(min(begins, span.start), span.start - CONTEXT - 1) : span.start]  # one more tells of a cut
    right = article.text[span.end : min(max(ends, span.end), span.end + CONTEXT + 1)]
    if len(left) > CONTEXT:
        left = f"… {left[-CONTEXT:].partition(' ')[2] or left[-CONTEXT:]}"
    if len(right) > CONTEXT:
        right = f"{right[:CONTEXT].rpartition(' ')[0] or right[:CONTEXT]} …"
    return left, right
