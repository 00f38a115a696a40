"""What the head of a page tells programs: Open Graph, the tags that Zotero and Google Scholar read, and JSON-LD.

Zotero's translator takes the type of an item from `z:itemType` before all else. Never give `citation_journal_title`
here: it would make a journal article of every item. The newspaper is `prism.publicationName`.
"""

import json
from collections.abc import Iterable, Mapping

from edition.addresses import HOME, SOCIAL_IMAGE, article_page, entity_page, public_address
from edition.model import Annotation, Edition, Entity, Kind, Site
from edition.render.citing.citations import authors
from edition.render.citing.linked_data import Json, described, filled, news_article, web_site

Tags = Iterable[tuple[str, str | None]]
# No value may end the element that it stands in, nor begin another.
IN_SCRIPT = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def article_metadata(annotation: Annotation, edition: Edition) -> dict[str, object]:
    """Front matter of the page of an article; nothing in it depends on other articles."""
    article, site, front = annotation.article, edition.site, annotation.article.front
    url, date = public_address(site.url, article_page(article.id)), front.date or ""
    names: list[tuple[str, str | None]] = [
        ("citation_title", article.title),
        *(("citation_author", name) for name in authors(front)),
        ("citation_publication_date", date.replace("-", "/")),
        ("citation_publisher", front.publisher),
        ("citation_language", front.language),
        ("citation_public_url", url),
        ("prism.publicationName", front.publisher or site.name),
        ("DC.rights", front.rights),
        ("z:itemType", "newspaperArticle"),
    ]
    graph = _open_graph("article", article.title, front.summary, url, site)
    return _fields([*graph, ("article:published_time", date)], names, news_article(annotation, edition))


def entity_metadata(entity: Entity, edition: Edition) -> dict[str, object]:
    """Front matter of the page of an entity, from the registry alone."""
    site, og_type = edition.site, "profile" if entity.kind is Kind.PERSON else "website"
    url = public_address(site.url, entity_page(entity))
    graph = _open_graph(og_type, entity.name, entity.description, url, site)
    names = [("prism.publicationName", site.name), ("z:itemType", "encyclopediaArticle")]
    return _fields(graph, names, described(entity, edition))


def home_metadata(site: Site) -> dict[str, object]:
    graph = _open_graph("website", site.name, site.description, public_address(site.url, HOME), site)
    return _fields(graph, [], filled(web_site(site) | {"description": site.description}))


def _open_graph(type: str, title: str, description: str | None, url: str, site: Site) -> list[tuple[str, str | None]]:
    return [
        ("og:type", type),
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", site.name),
        ("og:url", url),
        ("og:image", public_address(site.url, SOCIAL_IMAGE)),
    ]


def _fields(properties: Tags, names: Tags, thing: Json) -> dict[str, object]:
    """`head`, a list of meta tags, and `json_ld`; what has no value is left out of both."""
    head = [{"property": name, "content": text} for name, text in properties if text]
    head += [{"name": name, "content": text} for name, text in names if text]
    return {"head": head, "json_ld": script_json({"@context": "https://schema.org"} | thing)}


def script_json(value: Mapping[str, object]) -> str:
    """JSON for the inside of a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(IN_SCRIPT)
