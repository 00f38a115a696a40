"""Keywords in context: the lines of one article by the entity that they name, and all lines of one entity."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from edition.model import Annotation, Article, Mention, Span, Unresolved

# So many code points of the sentence are shown on each side of a keyword; very long sentences are cut at a word.
CONTEXT = 300


@dataclass(frozen=True, slots=True)
class KwicLine:
    """A keyword in context: the sentence before the mention, the mention, the sentence behind it."""

    mention: Mention
    anchor: str
    left: str
    keyword: str
    right: str


@dataclass(frozen=True, slots=True)
class Passages:
    """An article with the lines of one entity, in reading order."""

    article: Article
    lines: tuple[KwicLine, ...]


@dataclass(frozen=True)
class Concordance:
    """Every mention of one entity, by article in order of date."""

    passages: tuple[Passages, ...] = ()

    def __len__(self) -> int:
        return sum(len(passages.lines) for passages in self.passages)

    @cached_property
    def forms(self) -> tuple[tuple[str, int], ...]:
        """The forms found with their counts, the most frequent first; the counts add up to all mentions."""
        counts = Counter(line.keyword for passages in self.passages for line in passages.lines)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @property
    def dates(self) -> tuple[str | None, str | None]:
        """The days of the first and of the last dated article."""
        found = [date for one in self.passages if (date := one.article.front.date)]
        return min(found, default=None), max(found, default=None)


def by_entity(annotation: Annotation) -> dict[str, tuple[KwicLine, ...]]:
    """The article's lines by the entity that they name, in reading order."""
    lines: dict[str, list[KwicLine]] = defaultdict(list)
    for mention in annotation.mentions:
        lines[mention.entity].append(kwic_line(annotation, mention))
    return {entity: tuple(these) for entity, these in lines.items()}


def kwic_line(annotation: Annotation, mention: Mention) -> KwicLine:
    article = annotation.article
    left, right = context(article, mention)
    return KwicLine(mention, annotation.anchors[mention], left, mention.span.of(article.text), right)


def context(article: Article, mention: Mention | Unresolved) -> tuple[str, str]:
    """The words of the sentence before and behind a span, cut with an ellipsis where they are very long."""
    span, block = mention.span, article.blocks[mention.block]
    left = Span(min(block.sentence(span.start).start, span.start), span.start).of(article.text)
    right = Span(span.end, max(block.sentence(span.end - 1).end, span.end)).of(article.text)
    if len(left) > CONTEXT:
        left = f"… {left[-CONTEXT:].partition(' ')[2] or left[-CONTEXT:]}"
    if len(right) > CONTEXT:
        right = f"{right[:CONTEXT].rpartition(' ')[0] or right[:CONTEXT]} …"
    return left, right
