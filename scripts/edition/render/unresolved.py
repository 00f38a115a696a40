"""The page of names left alone, for editors: each with its places, its candidates and the reason."""

from collections import defaultdict

from edition.addresses import UNRESOLVED, article_page, block_anchor, relative
from edition.index import context
from edition.markdown import escape, line_start, link
from edition.model import Annotation, Edition, Page, Unresolved
from edition.render.entity.entities import entity_link
from edition.render.environment import page_text
from edition.render.words import sort_key


def unresolved_page(edition: Edition) -> Page:
    by_name: dict[str, list[str]] = defaultdict(list)
    for article in (one for one in edition.articles if one.unresolved):
        annotation = edition.archive.annotation(article.id)
        for name in annotation.unresolved:
            by_name[name.span.of(annotation.article.text)].append(_item(annotation, name, edition))
    names = sorted(by_name.items(), key=lambda item: sort_key(item[0]))
    count = sum(map(len, by_name.values()))
    fields: dict[str, object] = {"title": "Unresolved names", "kind": "unresolved"}
    return Page(UNRESOLVED, page_text("unresolved.md.j2", fields, names=names, count=count))


def _item(annotation: Annotation, name: Unresolved, edition: Edition) -> str:
    """The name in its sentence, linked to its paragraph; who it might be; why it was left alone."""
    article = annotation.article
    left, right = context(article, name)
    address = relative(UNRESOLVED, article_page(article.id), block_anchor(article.number(name.block)))
    where = link(name.span.of(article.text), address, "keyword")
    candidates = ", ".join(entity_link(edition.registry.by_id[id], UNRESOLVED) for id in name.candidates)
    return f"{line_start(escape(left))}{where}{escape(right)} — {escape(name.why)} Candidates: {candidates}"
