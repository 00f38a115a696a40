"""The pages of passages that name two entities, where they are too many for the pages of the two."""

from collections.abc import Iterable, Iterator

from edition.addresses import entity_page, pair_order, pair_page, web_address
from edition.index import Index
from edition.model import Edition, Entity, Page
from edition.render.entity.companions import together
from edition.render.environment import as_html, fragment, page_text
from edition.render.lists.portions import Portion, cut
from edition.render.words import counted


def pair_pages(pairs: Iterable[frozenset[str]], edition: Edition, index: Index) -> Iterator[Page]:
    """A page for each pair, to which the pages of both lead, and more where the list is very long."""
    for ids in sorted(map(sorted, pairs)):
        first, second = sorted((edition.registry.by_id[id] for id in ids), key=pair_order)
        yield from pair_pages_of(first, second, index)


def pair_pages_of(first: Entity, second: Entity, index: Index) -> Iterator[Page]:
    """The list by date, a thousand articles a page; each page has links to the others."""
    title = f"{first.name} and {second.name}"
    articles = index.shared_passages(first.id, second.id)
    shared = tuple(one for one in articles if one.paragraphs)
    passages = counted(sum(len(one.paragraphs) for one in shared), "paragraph")
    counts = f"{passages} of {counted(len(shared), 'article')}"
    parts = tuple(cut(Portion("Part 1", "", shared)))
    for number, part in enumerate(parts):
        path = pair_page(first, second, number)
        fields: dict[str, object] = {
            "title": as_html(title),
            "description": as_html(f"{title}, named together in {counts}."),
            "kind": "mentions",
        }
        body = fragment(
            "pair.html.j2",
            counts=counts,
            articles=len(articles),
            both=[(this.name, web_address(path, entity_page(this)), this.kind) for this in (first, second)],
            list=together(part.items, path),
            parts=[(f"Part {at + 1}", web_address(path, pair_page(first, second, at))) for at in range(len(parts))],
            here=number,
        )
        yield Page(path, page_text("pair.md.j2", fields, title=title, body=body))
