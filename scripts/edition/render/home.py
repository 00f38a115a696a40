"""The home page: what the edition holds, and where to start."""

from collections.abc import Sequence

from edition.addresses import (
    ARTICLES,
    CHRONOLOGY,
    HOME,
    NETWORK,
    PLACES_MAP,
    article_page,
    entity_page,
    kind_page,
    web_address,
)
from edition.index import Index
from edition.markdown import link
from edition.model import Edition, Entity, Kind, Outline, Page
from edition.render.citing.metadata import home_metadata
from edition.render.entity.entities import first_role
from edition.render.environment import as_html, fragment, page_text
from edition.render.words import counted, name_order

MOST_NAMED = 8  # entities of each kind
LATEST = 9  # articles
WAYS = (
    ("All articles", ARTICLES),
    ("Chronology", CHRONOLOGY),
    ("Who is named with whom", NETWORK),
    ("Map of all places", PLACES_MAP),
)


def home_page(edition: Edition, index: Index) -> Page:
    dated = [one for one in edition.articles if one.front.date]
    by_kind = {kind: [entity for entity in edition.registry.entities if entity.kind is kind] for kind in Kind}
    fields: dict[str, object] = {
        "title": as_html(edition.site.name),
        "description": as_html(edition.site.description),
        "kind": "home",
    } | home_metadata(edition.site)
    text = page_text(
        "home.md.j2",
        fields,
        site=edition.site,
        counts=[
            link(counted(len(edition.articles), "article"), ARTICLES),
            *(link(counted(len(these), kind.value), kind_page(kind)) for kind, these in by_kind.items()),
        ],
        dates=(dated[0].front.date, dated[-1].front.date) if dated else None,
        front=fragment(
            "front.html.j2",
            latest=[_article(one) for one in dated[-LATEST:][::-1] or edition.articles[:LATEST]],
            ways=[(name, web_address(HOME, page)) for name, page in WAYS],
            most_named=[
                (kind, web_address(HOME, kind_page(kind)), [_entry(one, edition, index) for one in top])
                for kind, top in ((kind, most_named(these, index)) for kind, these in by_kind.items())
                if top
            ],
        ),
    )
    return Page(HOME, text)


def most_named(entities: Sequence[Entity], index: Index) -> list[Entity]:
    """The entities with the most mentions, ties by name; none without a mention."""
    named = [entity for entity in entities if index.mentions(entity.id)]
    return sorted(named, key=lambda one: (-len(index.mentions(one.id)), name_order(one)))[:MOST_NAMED]


def _article(article: Outline) -> tuple[object, str, str]:
    return article.front, article.title, web_address(HOME, article_page(article.id))


def _entry(entity: Entity, edition: Edition, index: Index) -> tuple[Entity, str, int, int, str]:
    """An entity with its first role, the counts of its mentions and articles, and where its page is."""
    concordance = index.mentions(entity.id)
    address = web_address(HOME, entity_page(entity))
    return entity, first_role(entity, edition), len(concordance), len(concordance.passages), address
