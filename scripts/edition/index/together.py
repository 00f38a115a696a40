"""Who is named beside whom, in the same paragraphs and the same articles. A headline or caption is a paragraph too.

An outline has for each entity the blocks that name it, a bit for each block. What two entities share is then one `&`,
and an entity is compared with those of its own articles only, never with all others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.model import Outline


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """An entity that is named beside another, with the numbers of paragraphs and articles that name both."""

    entity: str
    paragraphs: int
    articles: int


@dataclass(frozen=True, slots=True)
class SharedPassages:
    """An article that names both of two entities, and the numbers of its paragraphs that do, in reading order."""

    article: Outline
    paragraphs: tuple[int, ...]


def co_occurrences(entity: str, articles: Iterable[Outline]) -> tuple[CoOccurrence, ...]:
    """All that is named beside an entity in articles that name it; what shares most with it first, ties by id."""
    paragraphs: Counter[str] = Counter()
    together: Counter[str] = Counter()
    for article in articles:
        own = article.named[entity].blocks
        for other, theirs in article.named.items():
            together[other] += 1
            paragraphs[other] += (own & theirs.blocks).bit_count()
    del together[entity]
    found = (CoOccurrence(other, paragraphs[other], number) for other, number in together.items())
    return tuple(sorted(found, key=lambda one: (-one.paragraphs, -one.articles, one.entity)))


def shared_passages(entity: str, other: str, articles: Iterable[Outline]) -> Iterator[SharedPassages]:
    """The articles that name both, in the order given."""
    for article in articles:
        if entity in article.named and other in article.named:
            both = f"{article.named[entity].blocks & article.named[other].blocks:b}"
            found = (article.number(block) for block, bit in enumerate(reversed(both)) if bit == "1")
            yield SharedPassages(article, tuple(found))
