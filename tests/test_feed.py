"""The feed of articles and robots.txt: what readers of feeds and search engines are told."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.model import Site
from edition.render.citing.feed import LATEST, atom_feed
from edition.render.citing.robots import robots_text
from making import linked
from reading import address, href, trees

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = Site("The Edition", "What it holds", url="https://example.org/edition/")
ARTICLE = """\
---
title: Moon & Kim <meet>
date: 2018-04-27
publisher: The Havn Post
author: Ada Larsen; Bo Larsen
rights: CC BY 4.0
summary: They "met".
---
They met.
"""


def dated(date: str) -> str:
    return f"---\ntitle: News of {date}\ndate: {date}\n---\nNo news.\n"


def feed(articles: dict[str, str], site: Site = SITE) -> ElementTree.Element:
    return ElementTree.fromstring(atom_feed(linked(articles, site=site)).encode())


def entries(root: ElementTree.Element) -> list[ElementTree.Element]:
    return root.findall(f"{ATOM}entry")


def text(element: ElementTree.Element, tag: str) -> str:
    """The words of the one child of this name; Atom allows no second."""
    (child,) = element.findall(f"{ATOM}{tag}")
    return child.text or ""


def link(element: ElementTree.Element, rel: str) -> str:
    (found,) = [child for child in element.findall(f"{ATOM}link") if child.get("rel") == rel]
    return str(found.get("href"))


def authors(element: ElementTree.Element) -> list[str]:
    return [text(author, "name") for author in element.findall(f"{ATOM}author")]


def assert_valid(root: ElementTree.Element) -> None:
    """What RFC 4287 asks of a feed: once each, dates with a time and its zone, ids that are addresses, an author."""
    assert root.tag == f"{ATOM}feed"
    for element in (root, *entries(root)):
        assert text(element, "title")
        assert datetime.fromisoformat(text(element, "updated")).tzinfo
        assert re.match(r"https?://|urn:uuid:", text(element, "id"))
        assert link(element, "alternate")
    assert authors(root)
    ids = [text(element, "id") for element in (root, *entries(root))]
    assert len(set(ids)) == len(ids)


def test_an_entry_says_what_the_article_says() -> None:
    root = feed({"summit": ARTICLE})
    assert_valid(root)
    (entry,) = entries(root)
    assert text(entry, "title") == "Moon & Kim <meet>"
    assert text(entry, "id") == link(entry, "alternate") == "https://example.org/edition/articles/summit/"
    assert text(entry, "published") == text(entry, "updated") == "2018-04-27T00:00:00Z"
    assert text(entry, "summary") == 'They "met".'
    assert text(entry, "rights") == "CC BY 4.0"
    assert authors(entry) == ["Ada Larsen", "Bo Larsen"]


def test_the_feed_says_what_the_edition_is_and_where() -> None:
    root = feed({"summit": ARTICLE})
    assert (text(root, "title"), text(root, "subtitle")) == ("The Edition", "What it holds")
    assert link(root, "self") == "https://example.org/edition/data/feed.xml"
    assert text(root, "id") == link(root, "alternate") == "https://example.org/edition/"
    assert authors(root) == ["The Edition"]


def test_an_article_without_an_author_is_its_publishers() -> None:
    (entry,) = entries(feed({"a": ARTICLE.replace("author: Ada Larsen; Bo Larsen\n", "")}))
    assert authors(entry) == ["The Havn Post"]


def test_without_an_address_of_the_site_links_lead_from_the_feed_and_ids_stay() -> None:
    site = Site("The Edition")
    root = feed({"summit": ARTICLE}, site)
    assert_valid(root)
    base = "https://anywhere.example/sub/data/feed.xml"
    assert urljoin(base, link(root, "self")) == base
    assert urljoin(base, link(root, "alternate")) == "https://anywhere.example/sub/"
    (entry,) = entries(root)
    assert urljoin(base, link(entry, "alternate")) == "https://anywhere.example/sub/articles/summit/"
    again = feed({"summit": ARTICLE.replace("They met.", "They met again."), "new": dated("2020-01-01")}, site)
    assert [text(root, "id"), text(entry, "id")] == [text(again, "id"), text(entries(again)[1], "id")]


def test_the_newest_article_comes_first_and_dates_the_feed() -> None:
    root = feed({name: dated(date) for name, date in (("a", "2020-06-01"), ("b", "2020-06-16"), ("c", "2019-01-01"))})
    assert [text(entry, "title")[-10:] for entry in entries(root)] == ["2020-06-16", "2020-06-01", "2019-01-01"]
    assert text(root, "updated") == "2020-06-16T00:00:00Z"


def test_only_the_latest_articles_are_told() -> None:
    days = [f"2020-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29)]
    root = feed({f"n{day}": dated(day) for day in days})
    assert [text(entry, "title")[-10:] for entry in entries(root)] == days[::-1][:LATEST]


def test_an_article_without_a_date_is_not_new() -> None:
    root = feed({"a": "The bridge\n\nIt is open.\n", "b": dated("2020-06-16")})
    assert [text(entry, "title") for entry in entries(root)] == ["News of 2020-06-16"]


def test_a_feed_without_articles_is_one() -> None:
    root = feed({})
    assert_valid(root)
    assert entries(root) == []


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_name_makes_a_feed(name: str) -> None:
    root = ElementTree.fromstring(atom_feed(linked({}, site=Site(name, name))).encode())
    shown = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", name)  # which no XML can hold
    assert text(root, "title") == re.sub("\r\n?", "\n", shown)


def test_the_same_articles_give_the_same_bytes() -> None:
    articles = {name: dated("2020-06-01") for name in "abc"}
    assert atom_feed(linked(articles, site=SITE)) == atom_feed(linked(dict(reversed(articles.items())), site=SITE))


# robots.txt


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        pytest.param(
            SITE,
            "# generated: true\nUser-agent: *\nDisallow:\nSitemap: https://example.org/edition/sitemap.xml\n",
            id="with the map of the site",
        ),
        pytest.param(Site("x"), "# generated: true\nUser-agent: *\nDisallow:\n", id="which needs an address"),
    ],
)
def test_robots(site: Site, expected: str) -> None:
    assert robots_text(site) == expected


# On the built site.


def test_the_built_feed_leads_to_pages(built_site: Path, public_url: str) -> None:
    root = ElementTree.parse(built_site / "data" / "feed.xml").getroot()
    assert_valid(root)
    assert len(entries(root)) >= 12
    for entry in entries(root):
        page = link(entry, "alternate").removeprefix(public_url)
        assert (built_site / page / "index.html").is_file()


def test_every_page_leads_to_the_feed(built_site: Path) -> None:
    pages = trees(built_site)
    assert "404.html" in pages
    for page, tree in pages.items():
        (found,) = tree.css('link[rel="alternate"][type="application/atom+xml"]')
        assert address(page, href(found)).removeprefix("dateline/") == "data/feed.xml", page  # 404.html: from the host


def test_the_map_of_the_site_is_where_robots_are_sent(built_site: Path, public_url: str) -> None:
    lines = (built_site / "robots.txt").read_text(encoding="utf-8").splitlines()
    (address,) = [line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: ")]
    assert (built_site / address.removeprefix(public_url)).is_file()
