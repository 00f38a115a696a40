"""Who and what is named beside an entity, with the list of those very passages; long lists are in `pairs`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from edition.addresses import article_page, block_anchor, entity_page, pair_page, web_address
from edition.index import CoOccurrence, Index, SharedPassages
from edition.model import Edition, Entity, Kind
from edition.render.words import counted, day, paragraph, sort_key

# Each passage is an address, a hundred bytes. Three of each kind tell who belongs to whom; at ten thousand articles
# eight took a fifth of the site.
MOST_COMPANIONS = 3  # of each kind on a page
MOST_PASSAGES = 100  # stand on the page of the entity itself


class Together(NamedTuple):
    """An article with the paragraphs that name both, as `¶ 3, ¶ 5`, and the address of the first of them."""

    title: str
    date: str | None
    address: str
    passages: str

    @property
    def when(self) -> str:
        """What tells the article from others in a short list, as the page of an index does in a book."""
        return day(self.date) if self.date else self.title


class Companion(NamedTuple):
    """An entity named beside another; `own_page` is where the passages stand, if they are too many for `articles`."""

    name: str
    address: str
    counts: str
    shared: str
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


def closest(these: Sequence[CoOccurrence]) -> list[CoOccurrence]:
    """Those that a page shows of one kind; only what shares a paragraph is close."""
    return [one for one in these[:MOST_COMPANIONS] if one.paragraphs]


def companions(entity: Entity, found: ByKind, edition: Edition, index: Index) -> list[Companions]:
    """Those that the page of the entity shows."""
    shown = [(kind, these, closest(these)) for kind, these in found]
    return [
        Companions(kind, [companion(entity, one, edition, index) for one in near], len(these) - len(near))
        for kind, these, near in shown
    ]


def is_long(one: CoOccurrence) -> bool:
    return one.paragraphs > MOST_PASSAGES


def companion(entity: Entity, one: CoOccurrence, edition: Edition, index: Index) -> Companion:
    page, other = entity_page(entity), edition.registry.by_id[one.entity]
    return Companion(
        other.name,
        web_address(page, entity_page(other)),
        counted(one.paragraphs, "paragraph"),
        counted(one.articles, "article"),
        web_address(page, pair_page(entity, other)) if is_long(one) else "",
        [] if is_long(one) else list(together(index.shared_passages(entity.id, other.id), page)),
    )


def together(found: Iterable[SharedPassages], page: str) -> Iterator[Together]:
    """The articles with paragraphs that name both, in the order given, as a page shows them."""
    for shared in found:
        if shared.paragraphs:
            article = shared.article
            address = web_address(page, article_page(article.id), block_anchor(shared.paragraphs[0]))
            yield Together(article.title, article.front.date, address, ", ".join(map(paragraph, shared.paragraphs)))


def long_pairs(entity: Entity, found: ByKind) -> Iterator[frozenset[str]]:
    """The entity with each of those on its page whose passages are too many to stand there."""
    for _, these in found:
        yield from (frozenset((entity.id, one.entity)) for one in closest(these) if is_long(one))
