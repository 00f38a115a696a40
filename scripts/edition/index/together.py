"""Who is named beside whom, in the same paragraphs and the same articles. A headline or caption is a paragraph too.

An article is kept as its entities with the blocks that name them, a bit for each block. What two entities share is
then one `&`, and an entity is compared with those of its own articles only, never with all others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.model import Annotation, Article

Blocks = Mapping[str, int]  # by entity, a bit for each block of one article that names it


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """An entity that is named beside another, with the numbers of paragraphs and articles that name both."""

    entity: str
    paragraphs: int
    articles: int


@dataclass(frozen=True, slots=True)
class SharedPassages:
    """An article that names both of two entities, and the numbers of its paragraphs that do, in reading order."""

    article: Article
    paragraphs: tuple[int, ...]


def blocks(annotation: Annotation) -> Blocks:
    found: dict[str, int] = defaultdict(int)
    for mention in annotation.mentions:
        found[mention.entity] |= 1 << mention.block
    return dict(found)


def co_occurrences(entity: str, articles: Iterable[Blocks]) -> tuple[CoOccurrence, ...]:
    """All that is named beside an entity in articles that name it; what shares most with it first, ties by id."""
    paragraphs: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for named in articles:
        own = named[entity]
        for other, theirs in named.items():
            together[other] += 1
            paragraphs[other] += (own & theirs).bit_count()
    del together[entity]
    found = (CoOccurrence(other, paragraphs[other], number) for other, number in together.items())
    return tuple(sorted(found, key=lambda one: (-one.paragraphs, -one.articles, one.entity)))


def shared_passages(entity: str, other: str, articles: Iterable[tuple[Article, Blocks]]) -> Iterator[SharedPassages]:
    """The articles that name both, in the order given."""
    for article, named in articles:
        if entity in named and other in named:
            both = named[entity] & named[other]
            found = (article.number(block) for block in range(both.bit_length()) if both >> block & 1)
            yield SharedPassages(article, tuple(found))
