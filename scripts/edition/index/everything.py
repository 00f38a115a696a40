"""One pass over all decisions, and what pages look up in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from edition.addresses import concordance_page
from edition.index.concordance import Concordance, Passages, by_entity
from edition.index.periods import Period, periods
from edition.index.relations import Relation, contained, relations
from edition.index.together import Blocks, CoOccurrence, SharedPassages, blocks, co_occurrences, shared_passages
from edition.model import Article, Edition, Entity


@dataclass(frozen=True)
class Index:
    """What pages look up, by entity id; concordances are empty for entities that no article names.

    `blocks` has for each article the blocks that name each of its entities. `periods` has, for entities whose
    concordance is too long for one page, the period of each of their articles.
    """

    concordances: Mapping[str, Concordance]
    relations: Mapping[str, tuple[Relation, ...]]
    contained: Mapping[str, tuple[Entity, ...]]
    blocks: Mapping[str, Blocks] = field(default_factory=dict)
    periods: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def mentions(self, entity: str) -> Concordance:
        return self.concordances.get(entity, Concordance())

    def page_of_passages(self, entity: Entity, article: str) -> str:
        """The page on which an entity's passages of an article stand: its own, or that of a period."""
        return concordance_page(entity, self.periods.get(entity.id, {}).get(article, ""))

    def co_occurrences(self, entity: str) -> tuple[CoOccurrence, ...]:
        """All that is named in the same articles, what shares most paragraphs with it first; see `together`."""
        return co_occurrences(entity, (named for _, named in self._articles(entity)))

    def shared_passages(self, entity: str, other: str) -> tuple[SharedPassages, ...]:
        """The articles that name both, by date, with the paragraphs that do."""
        return tuple(shared_passages(entity, other, self._articles(entity)))

    def _articles(self, entity: str) -> Iterator[tuple[Article, Blocks]]:
        for passages in self.mentions(entity).passages:
            yield passages.article, self.blocks[passages.article.id]


def index(edition: Edition) -> Index:
    """The index of all annotations, whose order it keeps."""
    passages: dict[str, list[Passages]] = defaultdict(list)
    for annotation in edition.annotations:
        for entity, lines in by_entity(annotation).items():
            passages[entity].append(Passages(annotation.article, lines))
    concordances = {entity: Concordance(tuple(these)) for entity, these in passages.items()}
    return Index(
        concordances,
        relations(edition.registry.entities),
        contained(edition.registry.entities),
        {annotation.article.id: blocks(annotation) for annotation in edition.annotations},
        {entity: by_article(found) for entity, these in concordances.items() if (found := periods(these))},
    )


def by_article(found: tuple[Period, ...]) -> dict[str, str]:
    """The name of the period by each article in it."""
    return {passages.article.id: one.name for one in found for passages in one.concordance.passages}
