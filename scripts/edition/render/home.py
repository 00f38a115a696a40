"""The home page: what the edition holds, and where to start."""

from collections.abc import Sequence

from edition.addresses import ARTICLES, HOME, kind_page
from edition.index import Index
from edition.markdown import link
from edition.model import Edition, Entity, Kind, Page
from edition.recognise import sort_name
from edition.render.articles import article_link
from edition.render.entities import kind_entry
from edition.render.environment import as_html, page_text
from edition.render.words import counted, sort_key

MOST_NAMED = 8  # entities of each kind
LATEST = 6  # articles
NOUNS = {Kind.PERSON: "person", Kind.ORGANIZATION: "organization", Kind.PLACE: "place"}


def home_page(edition: Edition, index: Index) -> Page:
    dated = [annotation for annotation in edition.annotations if annotation.article.front.date]
    by_kind = {kind: [entity for entity in edition.registry.entities if entity.kind is kind] for kind in Kind}
    fields: dict[str, object] = {
        "title": as_html(edition.site.name),
        "description": as_html(edition.site.description),
        "kind": "home",
    }
    text = page_text(
        "home.md.j2",
        fields,
        site=edition.site,
        counts=[
            link(counted(len(edition.annotations), "article"), ARTICLES),
            *(link(counted(len(these), NOUNS[kind]), kind_page(kind)) for kind, these in by_kind.items()),
        ],
        dates=(dated[0].article.front.date, dated[-1].article.front.date) if dated else None,
        latest=[(one.article.front, article_link(one, HOME)) for one in reversed(dated[-LATEST:])],
        most_named=[
            (kind, kind_page(kind), [kind_entry(sort_name(one), one, edition, index, HOME) for one in top])
            for kind, top in ((kind, most_named(these, index)) for kind, these in by_kind.items())
            if top
        ],
    )
    return Page(HOME, text)


def most_named(entities: Sequence[Entity], index: Index) -> list[Entity]:
    """The entities with the most mentions, ties by name; none without a mention."""
    named = [entity for entity in entities if index.mentions(entity.id)]
    return sorted(named, key=lambda one: (-len(index.mentions(one.id)), sort_key(sort_name(one))))[:MOST_NAMED]
