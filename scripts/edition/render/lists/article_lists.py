"""The list of all articles by month; a page a year, or a month, where there are very many."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.addresses import ARTICLES, CHRONOLOGY, article_page, kind_page, part_page, relative, web_address
from edition.markdown import link
from edition.model import Edition, FrontMatter, Kind, Outline, Page
from edition.render.environment import as_html, fragment, page_text
from edition.render.files.downloads import download_links
from edition.render.lists.portions import LONGEST, Portion, cut, is_long
from edition.render.words import counted, month

Months = tuple[Portion[Outline], ...]


@dataclass(frozen=True)
class Item:
    """A line of the list."""

    title: str
    address: str
    front: FrontMatter


def article_list_pages(edition: Edition) -> Iterator[Page]:
    """The list, whole or in parts, each a page."""
    months, total = by_month(edition.articles), len(edition.articles)
    if not is_long(months):
        jumps = [link(one.name, f"#{one.anchor}") for one in months]
        yield _page(ARTICLES, months, total, jumps=jumps, table=table(ARTICLES, months))
        return
    parts = by_year(months)
    names = [name for name, _, _ in parts]
    places = [part_page(ARTICLES, anchor) for _, anchor, _ in parts]
    sizes = [counted(sum(len(one.items) for one in these), "article") for _, _, these in parts]
    lines = [(link(name, relative(ARTICLES, at)), size) for name, at, size in zip(names, places, sizes, strict=True)]
    yield _page(ARTICLES, months, total, parts=lines)
    for here, (name, _, these) in zip(places, parts, strict=True):
        jumps = [link(other, relative(here, at)) for other, at in zip(names, places, strict=True)]
        up = link("All articles", relative(here, ARTICLES))
        yield _page(here, these, total, f": {name}", up=up, jumps=jumps, table=table(here, these))


def by_month(articles: tuple[Outline, ...]) -> Months:
    """The articles under their months, in the order of the articles; those without a date come last."""
    months = groupby(articles, key=lambda one: (one.front.date or "")[:7])
    return tuple(Portion(month(date), date or "undated", tuple(these)) for date, these in months)


def by_year(months: Months) -> list[tuple[str, str, Months]]:
    """Name, anchor and months of each part: a year, or, of a year that is too long itself, a month or a part of one."""
    parts: list[tuple[str, str, Months]] = []
    for year, group in groupby(months, key=lambda one: one.anchor.split("-")[0]):
        these = tuple(group)
        if sum(len(one.items) for one in these) > LONGEST:
            parts += ((one.name, one.anchor, (one,)) for long in these for one in cut(long))
        else:
            parts.append((year if year.isdecimal() else these[0].name, year, these))
    return parts


def _page(path: str, months: Months, total: int, of_what: str = "", /, **values: object) -> Page:
    """A page of the list of so many: what it counts, and its lines or the parts that it leads to."""
    title = f"Articles{of_what}"
    text = page_text(
        "articles.md.j2",
        {"title": as_html(title), "kind": "index"},
        title=title,
        count=sum(len(one.items) for one in months),
        kinds=[link(kind.folder, relative(path, kind_page(kind))) for kind in Kind],
        chronology=link("Chronology", relative(path, CHRONOLOGY)),
        downloads=download_links("articles", path, total),
        **{"up": "", "jumps": [], "table": "", "parts": []} | values,
    )
    return Page(path, text)


def table(page: str, months: Months) -> str:
    """The filter box and the lines, month by month; nothing where there are no articles."""
    lines = [(one.name, one.anchor, [item(article, page) for article in one.items]) for one in months]
    return fragment("articles.html.j2", months=lines) if lines else ""


def item(article: Outline, page: str) -> Item:
    return Item(article.title, web_address(page, article_page(article.id)), article.front)
