"""Search: by every form of a name, people first, by kind and year, with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from watching import NewPage


def search(page: Page, query: str) -> Locator:
    """The search dialog of the page, where the query has been answered."""
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox").fill(query)
    expect(dialog.get_by_role("link").first).to_be_visible()
    return dialog


def leads_to(address: str) -> re.Pattern[str]:
    return re.compile(rf"/{address}/(#\w+)?$")


@pytest.mark.parametrize(
    ("query", "person"),
    [
        pytest.param("woo won shik", "woo-won-shik", id="small letters, no hyphen"),
        pytest.param("Woo Won-sik", "woo-won-shik", id="another romanization"),
        pytest.param("우원식", "woo-won-shik", id="Korean letters"),
        pytest.param("kim jong-un", "kim-jong-un", id="a hyphen that the heading lacks"),
        pytest.param("Kim Jong Un", "kim-jong-un", id="the heading itself"),
        pytest.param("kim yo", "kim-yo-jong", id="the beginning of a name"),
    ],
)
def test_a_person_is_found_by_every_form_of_the_name(page: Page, query: str, person: str) -> None:
    page.goto("")
    found = search(page, query)
    expect(found.get_by_role("heading").first).to_have_text("People")
    expect(found.get_by_role("link").first).to_have_attribute("href", leads_to(f"people/{person}"))


def test_people_come_before_articles(page: Page) -> None:
    page.goto("articles/")
    headings = search(page, "Kim Jong Un").get_by_role("heading")
    expect(headings.first).to_have_text("People")
    expect(headings.last).to_have_text("Articles")


@pytest.mark.parametrize(
    ("kind", "result"), [("Places", "places/seoul"), ("Articles", "articles/[\\w-]+"), ("People", "people/[\\w-]+")]
)
def test_the_filter_by_kind_shows_one_kind_alone(page: Page, kind: str, result: str) -> None:
    page.goto("")
    found = search(page, "Seoul")
    found.get_by_role("radio", name=kind).check()
    expect(found.get_by_role("heading")).to_have_text([kind])
    expect(found.get_by_role("link").first).to_have_attribute("href", leads_to(result))


def test_the_filter_by_year_shows_articles_of_that_year_alone(new_page: NewPage, hostile_url: str) -> None:
    page = new_page(base_url=hostile_url)
    page.goto("")
    found = search(page, "bridge")
    articles = found.locator("section", has=page.get_by_role("heading", name="Articles")).get_by_role("link")
    expect(articles).to_have_count(2)
    found.get_by_label("Year").select_option("2019")
    expect(found.get_by_role("link")).to_have_count(1)
    expect(found.get_by_role("link")).to_have_attribute("href", leads_to("articles/2019-01-02-old"))


def test_a_query_without_results_says_so(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("Qwxzjv")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “Qwxzjv”.")


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_the_search(page: Page, key: str) -> None:
    page.goto("people/kim-jong-un/")
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_have_count(0)
    page.keyboard.press(key)
    expect(dialog.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize("query", [pytest.param("", id="empty"), pytest.param("Seoul", id="with words")])
def test_escape_closes_the_search_and_a_key_opens_it_again(page: Page, query: str) -> None:
    page.goto("")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search")
    dialog.get_by_role("searchbox").fill(query)
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    page.keyboard.press("/")
    expect(dialog.get_by_role("searchbox")).to_be_focused()


def test_a_slash_in_the_field_is_a_slash(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="Search").click()
    page.keyboard.type("and/or")
    expect(page.get_by_role("searchbox")).to_have_value("and/or")


def test_arrow_keys_walk_the_results_and_enter_follows_one(page: Page) -> None:
    page.goto("")
    found = search(page, "Kim Jong Un")
    links = found.get_by_role("link")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(found.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(leads_to("people/kim-jong-un"))
    expect(page.get_by_role("dialog")).not_to_be_visible()


def test_enter_in_the_field_follows_the_first_result(page: Page) -> None:
    page.goto("")
    search(page, "Woo Won-shik")
    page.keyboard.press("Enter")
    expect(page).to_have_url(leads_to("people/woo-won-shik"))


def test_an_article_is_opened_at_the_paragraph_that_was_found(page: Page) -> None:
    page.goto("")
    found = search(page, "12 million leaflets")
    found.get_by_role("radio", name="Articles").check()
    expect(found.get_by_role("heading")).to_have_text(["Articles"])
    found.get_by_role("link").first.click()
    expect(page.locator(":target")).to_contain_text("12 million")
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_search_page_answers_a_question_in_its_address(page: Page) -> None:
    page.goto("search/?q=Pentagon")
    expect(page.get_by_role("searchbox")).to_have_value("Pentagon")
    first = page.locator(".finder").get_by_role("link").first
    expect(first).to_have_attribute("href", leads_to("organizations/us-department-of-defense"))
