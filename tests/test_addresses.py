"""Addresses: how one file of the site names another, and how the world names it."""

from urllib.parse import urljoin

import pytest

from edition.addresses import address as address_of
from edition.addresses import pair_page, public_address, web_address
from edition.model import Entity, Kind

PAGES = [
    "index.md",
    "articles/index.md",
    "articles/x/index.md",
    "people/x/index.md",
    "people/x/2020-06/index.md",
    "data/a.csv",
    "feed.xml",
]


@pytest.mark.parametrize(
    ("page", "target", "anchor", "address"),
    [
        pytest.param("articles/a/index.md", "people/k/index.md", "", "../../people/k/", id="from page to page"),
        pytest.param(
            "articles/a/index.md", "people/k/index.md", "in-a", "../../people/k/#in-a", id="to a place on a page"
        ),
        pytest.param("articles/a/index.md", "articles/a/index.md", "p1", "#p1", id="on the same page"),
        pytest.param("people/index.md", "people/k/index.md", "", "k/", id="from an index to its pages"),
        pytest.param("index.md", "articles/index.md", "", "articles/", id="from the home page"),
        pytest.param(
            "index.md", "about/subject-index.md", "", "about/subject-index/", id="to a name that ends in index"
        ),
        pytest.param("articles/a/index.md", "index.md", "", "../../", id="to the home page"),
        pytest.param("articles/a/index.md", "data/feed.xml", "", "../../data/feed.xml", id="to a file that is no page"),
        pytest.param("data/feed.xml", "articles/a/index.md", "", "../articles/a/", id="from a file that is no page"),
    ],
)
def test_web_address(page: str, target: str, anchor: str, address: str) -> None:
    assert web_address(page, target, anchor) == address


@pytest.mark.parametrize("target", PAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_web_address_leads_from_any_file_to_any_file(page: str, target: str) -> None:
    site = "http://site.invalid/below/"
    for anchor, mark in (("", ""), ("y", "#y")):
        led = urljoin(f"{site}{address_of(page)}", web_address(page, target, anchor))
        assert led == f"{site}{address_of(target)}{mark}"


def test_a_page_of_two_is_the_same_from_both_sides() -> None:
    ada, bo = (Entity(id=id, kind=Kind.PERSON, name=id) for id in ("ada", "bo"))
    havn = Entity(id="a-town", kind=Kind.PLACE, name="A")
    assert pair_page(bo, ada) == pair_page(ada, bo) == "people/ada/with-bo/index.md"
    assert pair_page(havn, bo) == pair_page(bo, havn) == "people/bo/with-a-town/index.md"


@pytest.mark.parametrize(
    ("site", "target", "address"),
    [
        pytest.param("https://e.org/x/", "people/k/index.md", "https://e.org/x/people/k/", id="a page"),
        pytest.param("https://e.org/x", "index.md", "https://e.org/x/", id="the home page"),
        pytest.param("https://e.org", "data/feed.xml", "https://e.org/data/feed.xml", id="a file"),
        pytest.param("https://e.org/한", "a/김.md", "https://e.org/%ED%95%9C/a/%EA%B9%80/", id="in ASCII"),
        pytest.param("https://e.org/%ED", "a.md", "https://e.org/%ED/a/", id="what is in ASCII stays"),
        pytest.param('https://e.org/"{\\<', "}.md", "https://e.org/%22%7B%5C%3C/%7D/", id="no mark that ends it"),
        pytest.param("", "people/k/index.md", "", id="nothing where the site has no address"),
    ],
)
def test_public_address(site: str, target: str, address: str) -> None:
    assert public_address(site, target) == address
