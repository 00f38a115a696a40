"""A site to keep: strict about what runs in it, dated by its sources, citable, light, and legible in any program."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from examples import KINDS, by_kind
from reading import href, trees, words

ASSETS = Path("assets")
ARTICLE = "2020-06-09-woo-urges-cooperation"
LIMIT = 30_000  # bytes of our own style, and of our own script
POLICY = {"default-src": "'none'", "style-src": "'self'", "base-uri": "'none'", "form-action": "'self'"}
DATA_BLOCKS = ("application/ld+json",)  # which no browser runs


@pytest.fixture(scope="module")
def pages(built_site: Path, crowded_site: Path) -> dict[str, LexborHTMLParser]:
    """The tree of every page of the site by its address, that of 404.html among them."""
    return trees(built_site)


def policy(page: LexborHTMLParser) -> dict[str, str]:
    """What the page's Content-Security-Policy allows, by directive."""
    node = page.css_first('head > meta[http-equiv="Content-Security-Policy"]')
    said = (node.attributes["content"] or "") if node else ""
    directives = (directive.strip().partition(" ") for directive in said.split(";"))
    return {name: value for name, _, value in directives if name}


def test_the_tests_of_the_browser_know_every_kind_of_page(built_site: Path, crowded_site: Path) -> None:
    """A new kind of page must be listed, and is then looked at in all of them."""
    found = {kind for site in (built_site, crowded_site) for kind in by_kind(site.parent / "docs")}
    assert found - {"redirect"} == {*KINDS}


def test_every_page_has_a_policy_that_forbids_what_it_does_not_need(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        found = policy(page)
        assert found.items() >= POLICY.items(), name
        sources = {source for values in found.values() for source in values.split()}
        assert sources <= {"'none'", "'self'", "'wasm-unsafe-eval'", "data:", "blob:"}, name


def test_the_policy_stands_before_all_that_it_is_to_govern(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        first = page.css("meta[http-equiv], script, link[rel~=stylesheet], style")[0]
        assert first.attributes.get("http-equiv") == "Content-Security-Policy", name


def test_no_page_holds_script_or_style_of_its_own(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        scripts = [one for one in page.css("script:not([src])") if one.attributes.get("type") not in DATA_BLOCKS]
        assert [one.html for one in (*scripts, *page.css("style, [style]"))] == [], name
        attributes = {attribute for node in page.css("*") for attribute in node.attributes}
        assert {attribute for attribute in attributes if attribute.startswith("on")} == set(), name
        assert page.css('[href^="javascript:"]') == [], name


def test_no_page_asks_another_host_for_anything(pages: dict[str, LexborHTMLParser], public_url: str) -> None:
    """Links lead where they will; what a browser fetches by itself is the site's."""
    fetched = 'script[src], img[src], iframe, source, object, embed, [srcset], link:not([rel="canonical"])[href]'
    for name, page in pages.items():
        for node in page.css(fetched):
            address = node.attributes.get("src") or node.attributes.get("href") or ""
            assert not re.match(r"(https?:)?//", address) or address.startswith(public_url), (name, node.html)


def test_every_page_says_its_version_its_date_and_how_to_cite_it(
    pages: dict[str, LexborHTMLParser], public_url: str
) -> None:
    for name, page in pages.items():
        footer = page.css_first("body > footer")
        assert footer is not None, name
        assert re.search(r"Version \d+(\.\d+)+", footer.text()), name
        assert "Edition of 27 June 2020" in words(footer), name  # the day of the last article
        assert f"{public_url}about/cite/" in {urljoin(public_url + name, href(link)) for link in footer.css("a")}, name


def test_every_page_has_one_heading_of_the_first_rank_and_skips_none(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        ranks = [int(node.tag[1]) for node in page.css("main :is(h1, h2, h3, h4, h5, h6)")]
        assert (ranks[0], ranks.count(1)) == (1, 1), name
        assert all(after - before <= 1 for before, after in pairwise(ranks)), (name, ranks)


def test_every_page_can_be_taken_by_a_reader_mode(pages: dict[str, LexborHTMLParser]) -> None:
    """It looks for one `main`, an `article`, a title, a language."""
    for name, page in pages.items():
        assert len(page.css("main")) == 1, name
        assert page.css_first("main article, main > h1") is not None, name
        assert page.css_first("title").text().strip(), name
        assert page.css_first("html").attributes.get("lang"), name


def test_search_the_favicon_and_the_feed_are_reached_from_every_page(
    pages: dict[str, LexborHTMLParser], built_site: Path, public_url: str
) -> None:
    for name, page in pages.items():
        assert page.css_first("a[data-search][href]") is not None, name
        for selector in ('link[rel="icon"]', 'link[type="application/atom+xml"]'):
            node = page.css_first(selector)
            assert node is not None, (name, selector)
            page_url = urljoin(public_url, "no/such/page/" if name == "404.html" else name)
            file = urljoin(page_url, href(node)).removeprefix(public_url)
            assert (built_site / file).is_file(), (name, file)


def test_robots_are_let_in_and_shown_the_sitemap(built_site: Path, public_url: str) -> None:
    robots = (built_site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert "User-agent: *" in robots
    assert [line for line in robots if line.startswith("Disallow: /")] == []
    assert f"Sitemap: {public_url}sitemap.xml" in robots


def test_the_sitemap_names_every_page(built_site: Path, public_url: str, pages: dict[str, LexborHTMLParser]) -> None:
    tree = ElementTree.parse(built_site / "sitemap.xml")
    found = {node.text for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert found == {public_url + name for name in pages if name != "404.html"}


def test_the_feed_leads_to_every_article(built_site: Path, public_url: str) -> None:
    tree = ElementTree.parse(built_site / "data" / "feed.xml")
    links = {node.get("href") for node in tree.iterfind("{*}entry/{*}link")}
    articles = {path.parent.name for path in built_site.glob("articles/2*/index.html")}
    assert links == {f"{public_url}articles/{id}/" for id in articles}


@pytest.mark.parametrize("ending", ["css", "js"])
def test_style_and_script_of_our_own_are_small(repository: Path, ending: str) -> None:
    files = sorted((repository / "docs" / ASSETS).rglob(f"*.{ending}"))
    assert files
    assert sum(file.stat().st_size for file in files) < LIMIT


def test_style_and_script_are_published_as_they_were_written(repository: Path, built_site: Path) -> None:
    """No build step; and nothing is there that is not ours."""
    for ending in ("css", "js"):
        files = {file.relative_to(repository / "docs") for file in (repository / "docs" / ASSETS).rglob(f"*.{ending}")}
        assert {file.relative_to(built_site) for file in (built_site / ASSETS).rglob(f"*.{ending}")} == files
        for file in files:
            assert (built_site / file).read_bytes() == (repository / "docs" / file).read_bytes()


def lynx(file: Path) -> str:
    """The page as a browser for terminals shows it, its lines joined."""
    program = shutil.which("lynx")
    if program is None:
        outcome = pytest.fail if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1" else pytest.skip
        outcome("lynx is missing, which shows what is left of a page in a terminal. Fix: apt-get install lynx")
    command = [
        program,
        "-dump",
        "-nolist",
        "-width=200",
        "-display_charset=utf-8",
        "-assume_charset=utf-8",
        file.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return " ".join(done.stdout.split())


def test_a_text_browser_shows_an_article_word_for_word_and_in_order(built_site: Path) -> None:
    page = built_site / "articles" / ARTICLE / "index.html"
    shown, position = lynx(page), 0
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    blocks = [node for node in tree.css(".edition--article > [id]") if re.fullmatch(r"p\d+", node.id or "")]
    assert len(blocks) > 8
    for block in blocks:
        text = words(block)
        position = shown.find(text, position)
        assert position >= 0, text
        position += len(text)


def test_a_text_browser_shows_who_is_named_and_where(built_site: Path) -> None:
    shown = lynx(built_site / "people" / "woo-won-shik" / "index.html")
    assert shown.index("Woo Won-shik") < shown.index("Ruling-Party Veteran Urges a New Start With the North")
    for name in ("Moon Jae-in", "Democratic Party"):
        assert name in shown
