"""One pass over all outlines, and what pages look up in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from edition.index.concordance import Concordance, concordances
from edition.index.periods import Period, periods
from edition.index.relations import Relation, contained, relations
from edition.index.together import CoOccurrence, SharedPassages, co_occurrences, shared_passages
from edition.model import Edition, Entity, Outline


@dataclass(frozen=True)
class Index:
    """What pages look up, by entity id; concordances are empty for entities that no article names.

    `periods` are those of entities whose concordance is too long for one page.
    """

    concordances: Mapping[str, Concordance]
    relations: Mapping[str, tuple[Relation, ...]]
    contained: Mapping[str, tuple[Entity, ...]]
    periods: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)

    def mentions(self, entity: str) -> Concordance:
        return self.concordances.get(entity, Concordance())

    def period_names(self, entity: str) -> Mapping[str, str]:
        """By the ids of articles, the name of the period in which they name the entity; none where all fit together."""
        found = self.periods.get(entity, ())
        return {passages.article.id: one.name for one in found for passages in one.concordance.passages}

    def co_occurrences(self, entity: str) -> tuple[CoOccurrence, ...]:
        """All that is named in the same articles, what shares most paragraphs with it first; see `together`."""
        return co_occurrences(entity, self._articles(entity))

    def shared_passages(self, entity: str, other: str) -> tuple[SharedPassages, ...]:
        """The articles that name both, by date, with the paragraphs that do."""
        both = sorted((entity, other), key=lambda one: len(self.mentions(one).passages))
        return tuple(shared_passages(entity, other, self._articles(both[0])))

    def _articles(self, entity: str) -> Iterator[Outline]:
        return (passages.article for passages in self.mentions(entity).passages)


def index(edition: Edition) -> Index:
    """The index of all articles, whose order it keeps."""
    found = concordances(edition.articles)
    return Index(
        found,
        relations(edition.registry.entities),
        contained(edition.registry.entities),
        {entity: cut for entity, these in found.items() if (cut := periods(these))},
    )
