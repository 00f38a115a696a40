"""All pages of an edition, as orders: pages that are made together, and a name for all that they are made from."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from edition.addresses import (
    ARTICLES_SCRIPT,
    FEED,
    NAMES_SCRIPT,
    ROBOTS,
    UNRESOLVED_DATA,
    article_page,
    concordance_page,
    entity_page,
)
from edition.index import Index, Period, mentions_data
from edition.model import Edition, Entity, Kind, Outline, Page, digest
from edition.render.article.articles import Neighbours, article_page_of, neighbours
from edition.render.citing.feed import atom_feed
from edition.render.citing.robots import robots_text
from edition.render.depends import Depends
from edition.render.drawing.atlas import places_map_page
from edition.render.drawing.nearby import Nearby
from edition.render.drawing.network import network_page
from edition.render.entity.concordances import between, counts, part_page
from edition.render.entity.entities import Around, entity_pages
from edition.render.entity.timeline import scale
from edition.render.files.downloads import article_files, entity_files
from edition.render.files.names import articles_script, names_script
from edition.render.home import home_page
from edition.render.lists.article_lists import article_list_pages
from edition.render.lists.chronology import chronology_pages
from edition.render.lists.kinds import kind_pages
from edition.render.unresolved import unresolved_pages


@dataclass(frozen=True)
class Order:
    """Pages that are made together. Where `depends` is the same as before, so are they; see `Depends`."""

    name: str
    depends: bytes
    make: Callable[[], Iterable[Page]]


def pages(edition: Edition, index: Index) -> Iterator[Page]:
    """Every file that the build writes below docs/."""
    for order in orders(edition, index):
        yield from order.make()


def orders(edition: Edition, index: Index) -> Iterator[Order]:
    """Every file that the build writes below docs/, as orders that can be made one by one and side by side.

    The overviews come first: each takes as long as a hundred pages, and would keep others waiting at the end.
    """
    depends = Depends(edition, index)
    yield from overview_orders(edition, index, depends)
    yield from article_orders(edition, depends)
    yield from entity_orders(edition, index, depends)


def article_orders(edition: Edition, depends: Depends) -> Iterator[Order]:
    """A page an article, each with its neighbours by date."""
    for outline, beside in zip(edition.articles, neighbours(edition.articles), strict=True):
        make = partial(_article, outline, edition, beside)
        yield Order(article_page(outline.id), depends.of_article(outline, beside), make)


def _article(outline: Outline, edition: Edition, beside: Neighbours) -> list[Page]:
    return [article_page_of(edition.archive.annotation(outline.id), edition, beside)]


def entity_orders(edition: Edition, index: Index, depends: Depends) -> Iterator[Order]:
    """A page an entity, named in an article or not, and the pages of its long lists."""
    steps, nearby = scale(edition), Nearby(edition.registry, index)
    time = steps and (steps.unit, steps.first, steps.last)
    for entity in edition.registry.entities:
        around = Around(steps, nearby.neighbours(entity))
        make = partial(entity_pages, entity, edition, index, around)
        yield Order(entity_page(entity), digest(depends.of_entity(entity), depends.of_map(around.near), time), make)
        for before, period, after in between(index.periods.get(entity.id, ())):
            named = depends.of_articles(one.article for one in period.concordance.passages)
            shown = [(one.name, counts(one.concordance)) if one else None for one in (before, after)]
            depends_on = digest(depends.site, depends.entity[entity.id], named, shown)
            make_part = partial(_part, entity, before, period, after, edition)
            yield Order(concordance_page(entity, period.name), depends_on, make_part)


def _part(entity: Entity, before: Period | None, one: Period, after: Period | None, edition: Edition) -> list[Page]:
    return [part_page(entity, before, one, after, edition.archive)]


def overview_orders(edition: Edition, index: Index, depends: Depends) -> Iterator[Order]:
    """The pages and files that speak of many articles or entities at once."""
    site, heads, all_entities, standings = depends.site, depends.heads, depends.registry, depends.standings
    counted = digest(all_entities, standings)

    def order(name: str, make: Callable[[], Iterable[Page]], *of: bytes) -> Order:
        return Order(name, digest(site, *of), make)

    def text(name: str, make: Callable[[], str], *of: bytes) -> Order:
        return order(name, lambda: [Page(name, make())], *of)

    yield order("home", lambda: [home_page(edition, index)], heads, counted)
    yield order("articles", lambda: article_list_pages(edition), heads)
    yield order("chronology", lambda: chronology_pages(edition), heads, depends.events, all_entities)
    for kind in Kind:
        yield order(kind.folder, partial(kind_pages, kind, edition, index), counted)
        yield order(f"{kind.folder} as data", partial(entity_files, kind, edition, index), counted)
    yield order("network", lambda: [network_page(edition, index)], depends.named, counted)
    yield order("map", lambda: [places_map_page(edition, index)], counted)
    yield order("unresolved", lambda: unresolved_pages(edition), depends.unresolved, all_entities)
    by_id = sorted(one.id for one in edition.articles)
    yield order(
        "mentions",
        lambda: [mentions_data(edition.archive.mention_data(by_id))],
        depends.articles,
        depends.kinds,
    )
    left_alone = sorted(one.id for one in edition.articles if one.unresolved)
    yield text(UNRESOLVED_DATA, lambda: "".join(edition.archive.unresolved_data(left_alone)), depends.unresolved)
    yield text(FEED, lambda: atom_feed(edition), heads)
    yield text(ROBOTS, lambda: robots_text(edition.site))
    yield order("articles as data", lambda: article_files(edition), heads, depends.named, all_entities)
    yield text(NAMES_SCRIPT, lambda: names_script(edition, index), heads, counted)
    yield text(ARTICLES_SCRIPT, lambda: articles_script(edition, index), heads, depends.named, counted)
