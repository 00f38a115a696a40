"""One page of the site as others see it: its anchors, and where its links lead. Pure: HTML in."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

# A way down some folders, with nothing to decode, behind the `../` of nearly every link of a site; or an anchor.
PLAIN = re.compile(r"(?:\w[\w.-]*/)*(?:\w[\w.-]*)?")
REMEMBERED = 1 << 16  # such ways and anchors
NOWHERE = "../"  # an address that no page can have


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What one page of the site promises to others and asks of them.

    `address` is its path below the site, as directories end in `/`: `articles/x/`. `anchors` are all ids. `links` are
    the addresses of its links and files, as written.
    """

    address: str
    anchors: frozenset[str]
    links: tuple[str, ...]

    def targets(self, root: str) -> Iterator[tuple[str, str, str]]:
        """Each link into the site as written, and the address and anchor it leads to; `root` is the site's path."""
        folders = self.address.split("/")[:-1]
        above = {
            "../" * up: "".join(f"{one}/" for one in folders[: len(folders) - up]) for up in range(len(folders) + 1)
        }
        for link in self.links:
            ups, dots, rest = link.rpartition("../")
            base = above.get(ups + dots)
            down, _, anchor = rest.partition("#")
            if base is not None and _is_plain(down) and _is_plain(anchor):
                yield link, base + down if down or dots else self.address, anchor
            elif found := target(self.address, link, root):
                yield link, *found


@lru_cache(REMEMBERED)
def _is_plain(way: str) -> bool:
    return PLAIN.fullmatch(way) is not None


def address_of(path: str) -> str:
    """The address of a file below the site: `articles/x/index.html` is `articles/x/`."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def read_page(path: str, html: str | bytes) -> tuple[HtmlPage, LexborHTMLParser]:
    """The promises of a page, and its tree."""
    tree = LexborHTMLParser(html)
    anchors = frozenset(str(node.id) for node in tree.css("[id]"))
    attributes = (node.attributes for node in tree.css("a[href], link[href], img[src], script[src]"))
    links = (one.get("href") or one.get("src") or "" for one in attributes)
    return HtmlPage(address_of(path), anchors, tuple(dict.fromkeys(links))), tree


def target(page: str, link: str, root: str) -> tuple[str, str] | None:
    """Address and anchor to which a link on the page at an address leads; None where that is another site."""
    try:
        parts = urlsplit(link)
    except ValueError:  # `http://[1`: no address at all
        return NOWHERE, ""
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        address = _joined("", path.removeprefix(root)) if path.startswith(root) else path
    else:
        address = _joined(page, path)
    return address, unquote(parts.fragment)


def _joined(address: str, path: str) -> str:
    """The address that a relative path leads to; `../` above the site stays, and so has no target."""
    if not path:
        return address
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(address) or ".", path))
    joined = "" if joined == "." else joined
    return f"{joined}/" if joined and (path.endswith(("/", "..", "/.")) or path == ".") else joined
