"""Names for all that a page is made from, so that a page is made again only where one of them changed.

A name is a digest of values. It may cover more than a page shows, never less: then a page is made in vain, and comes
out the same. Where less than the whole of an article or an entity counts, there is a name for that part.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from edition.index import Index
from edition.model import Edition, Entity, Outline, digest
from edition.render.drawing.maps import named_most
from edition.render.drawing.nearby import Neighbour


class Depends:
    """The names of everything in one edition, made once for all pages."""

    def __init__(self, edition: Edition, index: Index) -> None:
        self.edition, self.index = edition, index
        self.site = digest(edition.site)

    @cached_property
    def entity(self) -> Mapping[str, bytes]:
        """What the registry says of each entity."""
        return {one.id: digest(one) for one in self.edition.registry.entities}

    @cached_property
    def article(self) -> Mapping[str, bytes]:
        """An article, all that was decided on it, and what the registry says of those it names."""
        return {one.id: digest(one.digest + self._of(one.named)) for one in self.edition.articles}

    @cached_property
    def head(self) -> Mapping[str, bytes]:
        """What lists of articles show of each."""
        return {one.id: digest(one.id, one.title, one.front) for one in self.edition.articles}

    @cached_property
    def standing(self) -> Mapping[str, bytes]:
        """How often, when, and by which forms each entity is named."""
        found = ((one.id, self.index.mentions(one.id)) for one in self.edition.registry.entities)
        return {id: digest(these.forms, len(these.passages), these.dates) for id, these in found}

    @cached_property
    def registry(self) -> bytes:
        return digest(self._of(self.entity))

    @cached_property
    def kinds(self) -> bytes:
        return digest([(one.id, one.kind.value) for one in self.edition.registry.entities])

    @cached_property
    def heads(self) -> bytes:
        return digest(b"".join(self.head.values()))

    @cached_property
    def standings(self) -> bytes:
        return digest(b"".join(self.standing.values()))

    @cached_property
    def named(self) -> bytes:
        """Who is named in which blocks of every article, how often, and by which forms."""
        return digest(b"".join(one.naming for one in self.edition.articles))

    @cached_property
    def articles(self) -> bytes:
        """All that was decided on all articles."""
        return digest(b"".join(one.digest for one in self.edition.articles))

    @cached_property
    def unresolved(self) -> bytes:
        """The names left alone, and what stands around them."""
        return digest(b"".join(one.digest for one in self.edition.articles if one.unresolved))

    @cached_property
    def events(self) -> bytes:
        return digest(*((one.event, one.annotation.mentions) for one in self.edition.events))

    def of_article(self, outline: Outline, beside: Iterable[Outline | None]) -> bytes:
        """For the page of an article: itself and its neighbours by date."""
        heads = b"".join(self.head[one.id] if one else b"-" for one in beside)
        return digest(self.site, self.article[outline.id], heads)

    def of_entity(self, entity: Entity) -> bytes:
        """For the page of an entity: itself, what the registry ties to it, the articles that name it and those named
        beside it."""
        index, around = self.index, self.edition.registry.located(entity.id)
        tied = [
            entity.id,
            *(one.id for one in around),
            *(role.organization for role in entity.roles if role.organization),
            *entity.affiliations,
            *(one.entity.id for one in index.relations.get(entity.id, ())),
            *(one.id for one in index.contained.get(entity.id, ())),
        ]
        articles = (one.article for one in index.mentions(entity.id).passages)
        return digest(self.site, self._of(tied), self.of_articles(articles))

    def of_map(self, near: Sequence[Neighbour]) -> bytes:
        """For the map of a place: its neighbours, by distance, and in the order in which their names are drawn."""
        order = [one.place.id for one in named_most(near, self.index)]
        return digest(self._of(one.place.id for one in near), order)

    def of_articles(self, articles: Iterable[Outline]) -> bytes:
        found = self.article
        return digest(b"".join([found[one.id] for one in articles]))

    def _of(self, ids: Iterable[str]) -> bytes:
        found = self.entity
        return b"".join([found[id] for id in ids])
