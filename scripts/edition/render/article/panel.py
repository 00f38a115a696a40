"""What stands after the text of an article as HTML: whom it names, why they are linked, its neighbours by date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.addresses import article_page, entity_page, web_address
from edition.model import Annotation, Edition, Entity, Kind, Outline
from edition.render.article.reasons import is_plain, reasons, reasons_left_alone
from edition.render.environment import fragment
from edition.render.words import name_order


@dataclass(frozen=True, slots=True)
class Named:
    """An entity in the panel of an article: its page, and its mentions here."""

    name: str
    address: str
    anchors: tuple[str, ...]


def panel(annotation: Annotation, edition: Edition) -> Iterator[str]:
    """The entities of the article by kind, each with its mentions to walk through; nothing where none is named."""
    anchors: dict[str, list[str]] = {}
    for mention, anchor in annotation.anchors.items():
        anchors.setdefault(mention.entity, []).append(anchor)
    entities = [edition.registry.by_id[id] for id in anchors]
    entities.sort(key=name_order)
    by_kind = [
        (kind, [named(one, annotation.article.id, anchors[one.id]) for one in entities if one.kind is kind])
        for kind in Kind
    ]
    if entities:
        yield fragment("panel.html.j2", named=[(kind, these) for kind, these in by_kind if these])


def named(entity: Entity, article: str, anchors: Iterable[str]) -> Named:
    return Named(entity.name, web_address(article_page(article), entity_page(entity)), tuple(anchors))


def why_linked(annotation: Annotation, edition: Edition) -> Iterator[str]:
    """For every name why it is linked, or not; nothing where the text has no name that the registry knows."""
    linked, left_alone = reasons(annotation, edition.registry), reasons_left_alone(annotation)
    plain = any(map(is_plain, annotation.mentions))
    if plain or linked or left_alone:
        yield fragment("reasons.html.j2", plain=plain, linked=linked, left_alone=left_alone)


def previous_next(article: str, before: Outline | None, after: Outline | None) -> Iterator[str]:
    """Links to the articles before and after this one by date; nothing where it is the only one."""
    page = article_page(article)
    neighbours = [
        (label, relation, one, web_address(page, article_page(one.id)))
        for label, relation, one in (("Previous", "prev", before), ("Next", "next", after))
        if one
    ]
    if neighbours:
        yield fragment("previous_next.html.j2", neighbours=neighbours)
