"""Which search bundles an edition has, and what of a page is searched. Pure: what runs Pagefind is in bundling.

Why bundles and not one index with filters: Pagefind 1.5 writes filters in another order with each run.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.addresses import article_page, entity_page, html_file
from edition.model import Edition, Kind

FOLDER = "pagefind"
BUNDLES = f"{FOLDER}/bundles.json"
# What Pagefind passes over inside a page.
EXCLUDED = (
    "h1",  # searched as the title; left in the text it would open every excerpt
    ".source-line",
    ".previous-next",
    "#named",  # this heading, those below it and their lists would find an article by every name in it a second time
    "#named-people",
    "#named-organizations",
    "#named-places",
    ".named",
    ".kwic",  # concordances: the articles themselves are searched
    ".edition--entity h2",
    ".edition--entity h3",
    ".edition--entity .counts",
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """An index of its own: the pages of one kind, for articles of one year; `pages` are files of the site, sorted."""

    path: str
    kind: str
    year: str
    pages: tuple[str, ...]


def bundles(edition: Edition) -> Iterator[Bundle]:
    """One for each kind that has entities, in their order, then one for each year of articles."""
    for kind in Kind:
        pages = sorted(html_file(entity_page(one)) for one in edition.registry.entities if one.kind is kind)
        if pages:
            yield Bundle(kind.folder, kind.value, "", tuple(pages))
    dated = sorted(((one.article.front.date or "")[:4], one.article.id) for one in edition.annotations)
    for year, articles in groupby(dated, key=lambda one: one[0]):
        pages = sorted(html_file(article_page(id)) for _, id in articles)
        yield Bundle(f"articles-{year or 'undated'}", "article", year, tuple(pages))


def listing(found: Iterable[Bundle]) -> str:
    """The bundles as the search script reads them."""
    fields = [{"path": one.path, "kind": one.kind} | ({"year": one.year} if one.year else {}) for one in found]
    return json.dumps(fields, indent=1) + "\n"


def is_surplus(file: str, *, first: bool) -> bool:
    """Whether nothing loads a file of a bundle: other interfaces, and programs that the first bundle brings for all."""
    return "ui." in file or "highlight" in file or (not first and (file.endswith(".js") or file.startswith("wasm.")))
