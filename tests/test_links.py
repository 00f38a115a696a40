"""The site on a server, under a sub-path: its links lead to every page and to nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from reading import href, trees
from serving import serve

SOURCES = 'a[href], link[href]:not([rel="canonical"]), [src]'


@dataclass
class Crawl:
    """What one finds who follows every link of the site at `root`."""

    root: str
    trees: dict[str, LexborHTMLParser | None] = field(default_factory=dict)  # None: no page, or not there
    broken: list[str] = field(default_factory=list)
    outside: list[tuple[str, str]] = field(default_factory=list)  # tag and address

    def __post_init__(self) -> None:
        self.connection = HTTPConnection(urlsplit(self.root).netloc)

    def ask(self, url: str) -> tuple[int, LexborHTMLParser | None]:
        self.connection.request("GET", url.removeprefix(f"http://{urlsplit(url).netloc}"))
        answer = self.connection.getresponse()
        body = answer.read()
        return answer.status, LexborHTMLParser(body) if answer.headers.get_content_type() == "text/html" else None

    def follow(self, url: str, tree: LexborHTMLParser, *, further: bool) -> None:
        """Every link of the page, and where `further` all that they lead to, is asked for once."""
        waiting = [(url, tree)]
        self.trees.setdefault(url, tree)
        while waiting:
            page, tree = waiting.pop()
            for node in tree.css(SOURCES):
                link = str(node.attributes.get("href") or node.attributes.get("src") or "")
                target, anchor = urldefrag(urljoin(page, link))
                if not target.startswith(self.root):
                    self.outside.append((node.tag, target))
                    continue
                if target not in self.trees:
                    status, found = self.ask(target)
                    self.trees[target] = found
                    if status != 200:
                        self.broken.append(f"{page}: {link}: {status}")
                    elif found and further:
                        waiting.append((target, found))
                if anchor and not _has(self.trees[target], unquote(anchor)):
                    self.broken.append(f"{page}: {link}: no such place")


def _has(tree: LexborHTMLParser | None, anchor: str) -> bool:
    return tree is not None and any(node.id == anchor for node in tree.css("[id]"))


@pytest.fixture(scope="module")
def root(built_site: Path, public_url: str) -> Iterator[str]:
    with serve(built_site, urlsplit(public_url).path) as url:
        yield url


@pytest.fixture(scope="module")
def crawl(root: str) -> Crawl:
    """All that the home page leads to, and what that leads to."""
    crawl = Crawl(root)
    status, home = crawl.ask(root)
    assert home is not None
    assert status == 200
    crawl.follow(root, home, further=True)
    return crawl


def test_every_link_and_anchor_has_a_target(crawl: Crawl) -> None:
    assert len(crawl.trees) > 100
    assert crawl.broken == []


def test_the_home_page_leads_to_every_page(crawl: Crawl, built_site: Path) -> None:
    assert {*trees(built_site)} - {url.removeprefix(crawl.root) for url in crawl.trees} == {"404.html"}


def test_only_plain_links_lead_to_other_hosts(crawl: Crawl) -> None:
    assert {tag for tag, _ in crawl.outside} == {"a"}
    assert {urlsplit(url).scheme for _, url in crawl.outside} == {"https"}
    assert "www.wikidata.org" in {urlsplit(url).hostname for _, url in crawl.outside}


@pytest.mark.parametrize("missing", ["nothing", "people/nobody/", "a/deep/er/place.html?with=query"])
def test_the_404_page_leads_back_into_the_site(root: str, missing: str) -> None:
    crawl = Crawl(root)
    status, page = crawl.ask(f"{root}{missing}")
    assert status == 404
    assert page is not None
    crawl.follow(f"{root}{missing}", page, further=False)
    assert {root, f"{root}people/", f"{root}articles/", f"{root}assets/edition.css"} <= crawl.trees.keys()
    assert (crawl.broken, crawl.outside) == ([], [])


def test_the_site_map_and_the_canonical_addresses_name_every_page(built_site: Path, public_url: str) -> None:
    pages = {page: tree for page, tree in trees(built_site).items() if page != "404.html"}
    said = re.findall(r"<loc>(.*?)</loc>", (built_site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(said) == sorted(f"{public_url}{page}" for page in pages)
    canonical = {page: href(tree.css_first('link[rel="canonical"]')) for page, tree in pages.items()}
    assert canonical == {page: f"{public_url}{page}" for page in pages}
