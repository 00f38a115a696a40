"""An edition of 2,000 articles, with a person named more often than that, reads and searches as a small one does."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from building import built, made_edition
from examples import heaviest, mention_lines
from measuring import answers, finder, first_paint, weight
from serving import serve
from watching import NewPage

ARTICLES = ENTITIES = 2000
CHIEF = "people/augusta-castellane/"
WORDS = ["Castellane", "Harbor", "Quinell", "Arvenia"]  # all of them name something, and stand in articles


@pytest.fixture(scope="session")
def made_site(tmp_path_factory: pytest.TempPathFactory, public_url: str) -> Path:
    return built(made_edition(tmp_path_factory.mktemp("made") / "edition", ARTICLES, ENTITIES), public_url)


@pytest.fixture(scope="session")
def made_url(made_site: Path, public_url: str) -> Iterator[str]:
    with serve(made_site, urlsplit(public_url).path) as url:
        yield url


@pytest.fixture
def made(new_page: NewPage, made_url: str) -> Page:
    """A page of a browser; `made.goto("people/")` opens that page of the large edition."""
    return new_page(base_url=made_url)


def test_names_are_shown_within_50_milliseconds_of_a_key_and_articles_soon(browser: Browser, made_url: str) -> None:
    found = answers(browser, made_url, WORDS)
    assert found.names < 50
    assert found.articles < 1500


@pytest.mark.parametrize("kind", ["home", "article", "person", "index"])
def test_a_page_is_painted_at_once(browser: Browser, made_site: Path, made_url: str, kind: str) -> None:
    assert first_paint(browser, made_url + heaviest(made_site)[kind], runs=3) < 1000


@pytest.mark.parametrize("kind", ["home", "article", "person"])
def test_a_page_and_all_that_it_takes_before_the_first_search_are_light(
    browser: Browser, made_site: Path, made_url: str, kind: str
) -> None:
    assert weight(browser, made_url + heaviest(made_site)[kind]) < 150_000


def test_who_is_named_more_than_2000_times_has_them_all_in_portions(made: Page, made_site: Path) -> None:
    count = sum('"entity": "augusta-castellane"' in line for line in mention_lines(made_site))
    assert count >= 2000
    made.goto(CHIEF)
    expect(made.get_by_role("main")).to_contain_text(f"{count:,} mentions")
    portions = made.locator(".periods a").evaluate_all("links => links.map(({ href }) => href)")
    assert len(portions) > 5
    shown = []
    for portion in portions:
        made.goto(portion)
        shown.append(made.locator(".concordance li a").count())
    assert sum(shown) == count
    assert max(shown) <= 500


def test_the_name_named_most_is_found_and_leads_to_the_very_words(made: Page) -> None:
    made.goto("")
    finder(made).get_by_role("searchbox").fill("castelane")  # a slip of the finger
    made.locator(".finder a[href]", has_text="Augusta Castellane").first.click()
    expect(made).to_have_url(re.compile(f"{CHIEF}$"))
    made.locator(".periods a").first.click()
    made.locator(".concordance li a").first.click()
    expect(made.locator("a:target")).to_have_text(re.compile("Castellane"))
    expect(made.locator("a:target")).to_be_in_viewport()


def test_a_list_of_a_thousand_people_is_filtered_while_one_types(made: Page) -> None:
    made.goto("people/")
    rows = made.locator("main tbody tr:has(a)")
    assert rows.count() == ENTITIES // 2
    field = made.get_by_role("main").get_by_role("searchbox")
    field.fill("castellane")
    expect(rows.locator("visible=true")).to_have_count(1)


@pytest.mark.parametrize("address", ["", CHIEF, "people/", "people/network/", "places/map/", "articles/chronology/"])
def test_axe_finds_nothing_on_the_large_pages(made: Page, address: str) -> None:
    made.goto(address)
    violations = Axe().run(made).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]][:5]) for one in violations] == []


def test_no_page_grows_with_the_edition_beyond_what_a_phone_can_carry(made_site: Path) -> None:
    sizes = {file: len(gzip.compress(file.read_bytes(), 6)) for file in made_site.rglob("*.html")}
    assert {file.relative_to(made_site).as_posix(): size for file, size in sizes.items() if size > 250_000} == {}
