"""Texts that want to be programs stay texts, on every page and in the search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from watching import NewPage

HOSTILE = """</title><script>document.title=owned=1</script>"><img src=gone.png onerror=owned=1> {{ 7*7 }}"""

PAGES = [
    "", "articles/", "articles/2019-01-02-old/", "articles/2021-05-06-new/", "people/", "people/bad/", "organizations/",
    "data/unresolved/", "search/",
]  # fmt: skip


def assert_harmless(page: Page) -> None:
    assert page.evaluate("window.owned") is None
    assert page.title() != "1"
    assert page.locator("img, [onerror], script:text('owned')").count() == 0


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address or "home")
def test_no_page_runs_what_a_text_says(new_page: NewPage, hostile_url: str, address: str) -> None:
    page = new_page(base_url=hostile_url)
    page.goto(address)
    assert_harmless(page)


@pytest.mark.parametrize(
    ("address", "heading"),
    [("articles/2021-05-06-new/", f"A bridge {HOSTILE}"), ("organizations/wicked/", f"Wicked {HOSTILE}")],
)
def test_a_hostile_heading_is_shown_as_written(new_page: NewPage, hostile_url: str, address: str, heading: str) -> None:
    page = new_page(base_url=hostile_url)
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert page.title().startswith(heading)


def test_search_shows_hostile_texts_as_written(new_page: NewPage, hostile_url: str) -> None:
    page = new_page(base_url=hostile_url)
    page.goto("")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("bridge")
    found = page.get_by_role("dialog").get_by_role("link")
    expect(found.filter(has_text=f"A bridge {HOSTILE}")).to_be_visible()
    assert_harmless(page)
