"""The pages of articles."""

from collections import Counter
from collections.abc import Iterator

from edition.addresses import article_page, entity_page, passages_anchor, relative
from edition.markdown import link
from edition.model import Annotation, Edition, Entity, Kind, Page
from edition.recognise import sort_name
from edition.render.annotated import annotated_blocks
from edition.render.citations import cite, cited_article
from edition.render.environment import as_html, page_text
from edition.render.metadata import article_metadata
from edition.render.reasons import reasons, reasons_left_alone
from edition.render.words import sort_key


def article_pages(edition: Edition) -> Iterator[Page]:
    """One page an article, each with its neighbours by date."""
    annotations = edition.annotations
    before = (None, *annotations)
    after = (*annotations[1:], None)
    for previous, annotation, following in zip(before, annotations, after, strict=False):
        yield article_page_of(annotation, edition, previous, following)


def article_page_of(
    annotation: Annotation, edition: Edition, previous: Annotation | None, following: Annotation | None
) -> Page:
    article = annotation.article
    path, front = article_page(article.id), article.front
    fields: dict[str, object] = {
        "title": as_html(article.title),
        "description": as_html(front.summary or ""),
        "kind": "article",
        "language": front.language,
        "date": front.date,
        "year": (front.date or "")[:4],
        "publisher": as_html(front.publisher or ""),
    } | article_metadata(annotation, edition)
    headline, *blocks = annotated_blocks(annotation, edition.registry)
    text = page_text(
        "article.md.j2",
        fields,
        headline=headline,
        front=front,
        blocks=blocks,
        named=named_by_kind(annotation, edition, path),
        linked=reasons(annotation, edition.registry),
        left_alone=reasons_left_alone(annotation),
        previous=previous and article_link(previous, path),
        following=following and article_link(following, path),
        source=front.url and link("Source", front.url),
        cite=cite(cited_article(article, edition.site)),
    )
    return Page(path, text)


def article_link(annotation: Annotation, page: str) -> str:
    return link(annotation.article.title, relative(page, article_page(annotation.article.id)))


def named_by_kind(annotation: Annotation, edition: Edition, page: str) -> list[tuple[Kind, list[tuple[str, str]]]]:
    """By kind, each entity of the article as a link, with the count of its mentions as a link to them."""
    counts = Counter(mention.entity for mention in annotation.mentions)
    named = sorted((edition.registry.by_id[id] for id in counts), key=lambda entity: sort_key(sort_name(entity)))
    article = annotation.article.id
    return [
        (kind, [_named(entity, counts[entity.id], page, article) for entity in named if entity.kind is kind])
        for kind in Kind
        if any(entity.kind is kind for entity in named)
    ]


def _named(entity: Entity, count: int, page: str, article: str) -> tuple[str, str]:
    target = entity_page(entity)
    return (
        link(entity.name, relative(page, target), entity.kind.value),
        link(str(count), relative(page, target, passages_anchor(article)), "count"),
    )
