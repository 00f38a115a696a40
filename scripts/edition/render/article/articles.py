"""The pages of articles."""

from collections.abc import Iterator

from edition.addresses import article_page, relative
from edition.index import Index
from edition.markdown import link
from edition.model import Annotation, Edition, Page
from edition.render.article.annotated import annotated_blocks
from edition.render.article.panel import panel, previous_next, why_linked
from edition.render.citing.citations import cite, cited_article
from edition.render.citing.metadata import article_metadata
from edition.render.environment import as_html, page_text


def article_pages(edition: Edition, index: Index) -> Iterator[Page]:
    """One page an article, each with its neighbours by date."""
    annotations = edition.annotations
    before = (None, *annotations)
    after = (*annotations[1:], None)
    for previous, annotation, following in zip(before, annotations, after, strict=False):
        yield article_page_of(annotation, edition, index, previous, following)


def article_page_of(
    annotation: Annotation, edition: Edition, index: Index, previous: Annotation | None, following: Annotation | None
) -> Page:
    article = annotation.article
    path, front = article_page(article.id), article.front
    fields: dict[str, object] = {
        "title": as_html(article.title),
        "description": as_html(front.summary or ""),
        "kind": "article",
        "language": front.language,
        "date": front.date,
        "publisher": front.publisher,
    } | article_metadata(annotation, edition)
    headline, *blocks = annotated_blocks(annotation, edition.registry, edition.site.links)
    text = page_text(
        "article.md.j2",
        fields,
        headline=headline,
        front=front,
        blocks=blocks,
        source=front.url and link("Source", front.url),
        after_text=[
            *panel(annotation, edition, index),
            *why_linked(annotation, edition),
            cite(cited_article(article, edition.site)),
            *previous_next(annotation, previous, following),
        ],
    )
    return Page(path, text)


def article_link(annotation: Annotation, page: str) -> str:
    return link(annotation.article.title, relative(page, article_page(annotation.article.id)))
