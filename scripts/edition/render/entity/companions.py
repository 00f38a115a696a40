"""Who and what is named beside an entity, with the list of those very passages; long lists on pages of their own."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edition.addresses import article_page, block_anchor, entity_page, pair_order, pair_page, web_address
from edition.index import CoOccurrence, Index
from edition.model import Edition, Entity, Kind, Page
from edition.render.environment import as_html, fragment, page_text
from edition.render.words import counted, paragraph, sort_key

MOST_COMPANIONS = 8  # of each kind on a page
MOST_ARTICLES = 40  # stand on the page of the entity itself


class Passage(NamedTuple):
    """A paragraph that names both, as a link."""

    name: str
    address: str


class Together(NamedTuple):
    """An article that names both, with the paragraphs that do."""

    title: str
    date: str | None
    address: str
    passages: list[Passage]


class Companion(NamedTuple):
    """An entity named beside another; `own_page` is where the passages stand, if they are too many for `articles`."""

    name: str
    address: str
    counts: str
    own_page: str
    articles: list[Together]


class Companions(NamedTuple):
    """Those of one kind, the closest first; `more` is the number of those that are left out."""

    kind: Kind
    closest: list[Companion]
    more: int


ByKind = list[tuple[Kind, list[CoOccurrence]]]


def by_kind(entity: Entity, edition: Edition, index: Index) -> ByKind:
    """All that the articles name beside an entity: what shares most paragraphs with it first, ties by name."""
    by_id = edition.registry.by_id
    found = sorted(
        index.co_occurrences(entity.id),
        key=lambda one: (-one.paragraphs, -one.articles, sort_key(by_id[one.entity].name), one.entity),
    )
    kinds = [(kind, [one for one in found if by_id[one.entity].kind is kind]) for kind in Kind]
    return [(kind, these) for kind, these in kinds if these]


def companions(entity: Entity, found: ByKind, edition: Edition, index: Index) -> list[Companions]:
    """Those that the page of the entity shows."""
    return [
        Companions(
            kind,
            [companion(entity, one, edition, index) for one in these[:MOST_COMPANIONS]],
            max(len(these) - MOST_COMPANIONS, 0),
        )
        for kind, these in found
    ]


def companion(entity: Entity, one: CoOccurrence, edition: Edition, index: Index) -> Companion:
    page, other = entity_page(entity), edition.registry.by_id[one.entity]
    is_long = one.articles > MOST_ARTICLES
    return Companion(
        other.name,
        web_address(page, entity_page(other)),
        counts(one.paragraphs, one.articles),
        web_address(page, pair_page(entity, other)) if is_long else "",
        [] if is_long else list(together(entity, other, index, page)),
    )


def counts(paragraphs: int, articles: int) -> str:
    """`3 paragraphs · 2 articles`, or only the articles."""
    words = counted(articles, "article")
    return f"{counted(paragraphs, 'paragraph')} · {words}" if paragraphs else words


def together(entity: Entity, other: Entity, index: Index, page: str) -> Iterator[Together]:
    """The articles that name both, by date."""
    for shared in index.shared_passages(entity.id, other.id):
        article, target = shared.article, article_page(shared.article.id)
        passages = [
            Passage(paragraph(number), web_address(page, target, block_anchor(number))) for number in shared.paragraphs
        ]
        yield Together(article.title, article.front.date, web_address(page, target), passages)


def long_pairs(entity: Entity, found: ByKind) -> Iterator[frozenset[str]]:
    """The entity with each of those on its page whose passages are too many to stand there."""
    for _, these in found:
        yield from (
            frozenset((entity.id, one.entity)) for one in these[:MOST_COMPANIONS] if one.articles > MOST_ARTICLES
        )


def pair_pages(pairs: Iterable[frozenset[str]], edition: Edition, index: Index) -> Iterator[Page]:
    """A page for each pair, to which the pages of both lead."""
    for ids in sorted(map(sorted, pairs)):
        first, second = sorted((edition.registry.by_id[id] for id in ids), key=pair_order)
        yield pair_page_of(first, second, index)


def pair_page_of(first: Entity, second: Entity, index: Index) -> Page:
    path, title = pair_page(first, second), f"{first.name} and {second.name}"
    articles = list(together(first, second, index, path))
    named = counts(sum(len(one.passages) for one in articles), len(articles))
    fields: dict[str, object] = {
        "title": as_html(title),
        "description": as_html(f"{title}, named together: {named}."),
        "kind": "mentions",
    }
    both = [(this.name, web_address(path, entity_page(this)), this.kind) for this in (first, second)]
    body = fragment("pair.html.j2", counts=named, both=both, articles=articles)
    return Page(path, page_text("pair.md.j2", fields, title=title, body=body))
