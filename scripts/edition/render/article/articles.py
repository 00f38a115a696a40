"""The pages of articles."""

from collections.abc import Iterator, Sequence

from edition.addresses import article_page, relative
from edition.markdown import link
from edition.model import Annotation, Edition, Outline, Page
from edition.render.article.annotated import annotated_blocks
from edition.render.article.panel import panel, previous_next, why_linked
from edition.render.citing.citations import cite, cited_article
from edition.render.citing.metadata import article_metadata
from edition.render.environment import as_html, page_text

Neighbours = tuple[Outline | None, Outline | None]


def neighbours(articles: Sequence[Outline]) -> Iterator[Neighbours]:
    """For each article those before and after it by date."""
    return zip((None, *articles), (*articles[1:], None), strict=False)


def article_page_of(annotation: Annotation, edition: Edition, beside: Neighbours) -> Page:
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
            *panel(annotation, edition),
            *why_linked(annotation, edition),
            cite(cited_article(article, edition.site)),
            *previous_next(article.id, *beside),
        ],
    )
    return Page(path, text)


def article_link(article: Outline, page: str) -> str:
    return link(article.title, relative(page, article_page(article.id)))
