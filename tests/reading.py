"""Built pages as their readers get them: trees, words, and where links lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

ANYWHERE = "http://site.invalid/"


def trees(site: Path) -> dict[str, LexborHTMLParser]:
    """The tree of every page, by its address below the site: `people/x/`."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {
        name.removesuffix("index.html"): LexborHTMLParser(path.read_text(encoding="utf-8"))
        for name, path in files.items()
    }


def words(node: LexborNode | None) -> str:
    """The words of an element, with single spaces between them."""
    assert node is not None
    return " ".join(node.text(deep=True).split())


def address(page: str, link: str) -> str:
    """Where a link on a page leads: an address below the site, `people/x/#mentions`, or that of another site."""
    return unquote(urljoin(f"{ANYWHERE}{page}", link)).removeprefix(ANYWHERE)


def href(node: LexborNode | None) -> str:
    assert node is not None
    return str(node.attributes.get("href") or "")


def items_below(heading: LexborNode | None) -> list[LexborNode]:
    """The items of the list that follows a heading, before the next heading."""
    return [item for node in _until_heading(heading) if node.tag == "ul" for item in node.css("li")]


def _until_heading(heading: LexborNode | None) -> Iterator[LexborNode]:
    assert heading is not None
    node = heading.next
    while node is not None and node.tag not in ("h1", "h2", "h3"):
        yield node
        node = node.next
