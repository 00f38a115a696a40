"""The promises, proved on the HTML that readers get: the source's words, all links with a target. Pure: HTML in."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from edition.addresses import address, article_page, block_anchor
from edition.model import Annotation, Outline, Problem

BLOCK_ID = re.compile(r"p\d+")
WHITE_SPACE = re.compile(r"[ \t\n]+")
REPORT = "please report it: the build itself is wrong."


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What one page of the site promises to others and asks of them.

    `address` is its path below the site, as directories end in `/`: `articles/x/`. `anchors` are all ids. `links` are
    the addresses of its links and files, as written.
    """

    address: str
    anchors: frozenset[str]
    links: tuple[str, ...]


def address_of(path: str) -> str:
    """The address of a file below the site: `articles/x/index.html` is `articles/x/`."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def read_page(path: str, html: str) -> tuple[HtmlPage, LexborHTMLParser]:
    """The promises of a page, and its tree."""
    tree = LexborHTMLParser(html)
    anchors = frozenset(str(node.id) for node in tree.css("[id]"))
    links = (
        str(node.attributes.get("href") or node.attributes.get("src") or "")
        for node in tree.css("a[href], link[href], img[src], script[src]")
    )
    return HtmlPage(address_of(path), anchors, tuple(dict.fromkeys(links))), tree


def broken_links(
    pages: Iterable[HtmlPage], files: frozenset[str], root: str, sources: Iterable[str] = ()
) -> Iterator[Problem]:
    """Every internal link or anchor without a target.

    `files` are all paths below the site, `root` its own path; `sources` the pages below docs/, which an editor opens.
    """
    by_address = {page.address: page for page in pages}
    written = {address(path): f"docs/{path}" for path in sources}
    targets = by_address.keys() | files
    for page in by_address.values():
        for link in page.links:
            if not _has_target(page, link, by_address, targets, root):
                what = f"The link `{link}` leads nowhere."
                place = written.get(page.address, f"site/{page.address}")
                yield Problem("E302", place, 0, 0, what, "correct the page, or the link on it.")


def asked_for(pages: Iterable[HtmlPage], root: str) -> frozenset[str]:
    """The addresses below the site to which any page leads, or which it loads."""
    found = (_target(page, link, root) for page in pages for link in page.links)
    return frozenset(target for target, _ in filter(None, found))


def _has_target(page: HtmlPage, link: str, pages: Mapping[str, HtmlPage], targets: Iterable[str], root: str) -> bool:
    try:
        found = _target(page, link, root)
    except ValueError:  # `http://[1`: no address at all
        return False
    if found is None:
        return True
    target, anchor = found
    return target in targets and (not anchor or target not in pages or anchor in pages[target].anchors)


def _target(page: HtmlPage, link: str, root: str) -> tuple[str, str] | None:
    """Address and anchor to which a link leads; None where that is another site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        target = _joined("", path.removeprefix(root)) if path.startswith(root) else path
    else:
        target = _joined(page.address, path)
    return target, unquote(parts.fragment)


def _joined(address: str, path: str) -> str:
    """The address that a relative path leads to; `../` above the site stays, and so has no target."""
    if not path:
        return address
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(address) or ".", path))
    joined = "" if joined == "." else joined
    return f"{joined}/" if joined and (path.endswith(("/", "..", "/.")) or path == ".") else joined


def changed_words(annotation: Annotation, tree: LexborHTMLParser) -> Iterator[Problem]:
    """Every block of the article whose words on the page are not those of the source, in order, nothing between."""
    article = annotation.article
    page = article_page(article.id)
    shown = [node for node in tree.css("article [id]") if BLOCK_ID.fullmatch(str(node.id))]
    wanted = [block_anchor(article.number(index)) for index in range(len(article.blocks))]
    first = 0 if article.is_headline(0) else 1
    if [str(node.id) for node in shown[first:]] != wanted:
        what = f"The page shows {len(shown)} blocks, the source has {len(wanted)}."
        yield Problem("E301", article.file, 0, 0, f"{page}: {what}", REPORT)
        return
    yield from _words_between(article.file, shown[1:])
    for node, block in zip(shown[first:], article.blocks, strict=True):
        words, source = visible(node), WHITE_SPACE.sub(" ", block.span.of(article.text)).strip(" ")
        if words != source:
            line = article.stored.count("\n", 0, article.in_file(block.span).start) + 1
            what = f"{page}#{node.id} reads `{_difference(words, source)}`, the source `{_difference(source, words)}`."
            yield Problem("E301", article.file, line, 1, what, REPORT)


def _words_between(file: str, blocks: list[LexborNode]) -> Iterator[Problem]:
    """Anything that stands between two blocks of the text."""
    for block, following in pairwise(blocks):
        node = block.next
        while node is not None and node.tag == "-text" and not visible(node):
            node = node.next
        if node is None or node.mem_id != following.mem_id:
            what = f"Something stands between the blocks {block.id} and {following.id}."
            yield Problem("E301", file, 0, 0, what, REPORT)


def visible(node: LexborNode) -> str:
    """The words of an element as a reader sees them."""
    return WHITE_SPACE.sub(" ", node.text(deep=True)).strip(" ")


def _difference(words: str, others: str) -> str:
    """The words from a little before the first difference on."""
    pairs = zip(words, others, strict=False)
    first = next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(words), len(others)))
    return words[max(first - 20, 0) : first + 20]


def missing_page(article: Outline) -> Problem:
    page = article_page(article.id)
    return Problem("E303", article.file, 0, 0, f"The site has no page for {page}.", REPORT)
