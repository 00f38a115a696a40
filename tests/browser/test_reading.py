"""Reading: from page to page, to the very words, with scripts or without, on any address, and watched by nobody."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from watching import NewPage, Watch

KINDS = ("person", "organization", "place")


def style(node: Locator, of: str) -> str:
    """What the browser makes of this property of an element."""
    return str(node.evaluate(f"node => getComputedStyle(node).{of}"))


def look(page: Page) -> tuple[str, str]:
    """By what one knows a page of this site."""
    return style(page.locator("body"), "backgroundColor"), style(page.get_by_role("heading", level=1), "fontFamily")


def test_a_line_of_a_concordance_leads_to_the_mention_and_marks_it(page: Page) -> None:
    page.goto("people/kim-yo-jong/")
    line = page.locator(".concordance li a").last
    name = line.inner_text()
    line.click()
    expect(page).to_have_url(re.compile(r"/articles/[\w-]+/#p\d+m\d+$"))
    mention = page.locator("a:target")
    expect(mention).to_have_text(name)
    expect(mention).to_be_in_viewport()
    other = page.locator("p[id] a.person:not(:target)").first
    assert style(mention, "backgroundColor") != style(other, "backgroundColor")


def test_the_kinds_of_link_differ_by_more_than_colour(page: Page) -> None:
    page.goto("articles/2020-06-09-woo-urges-cooperation/")
    lines = [style(page.locator(f"p[id] a.{kind}").first, "textDecorationStyle") for kind in KINDS]
    assert sorted(lines) == ["dashed", "dotted", "solid"]


def test_the_site_reads_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("")
    page.get_by_role("link", name="Kim Jong Un Suspends His Army’s Plans").click()
    page.locator("p[id] a.person", has_text="Kim Jong Un").first.click()
    expect(page).to_have_url(re.compile(r"/people/kim-jong-un/$"))
    page.locator("#in-2020-06-24-plans-suspended + ul a").first.click()
    expect(page.locator("a.person:target")).to_be_in_viewport()


def test_search_without_scripts_says_what_to_do(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("people/kim-jong-un/")
    page.get_by_role("link", name="Search").click()
    expect(page).to_have_url(re.compile(r"/search/$"))
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    page.get_by_role("article").get_by_role("link", name="People from A to Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People")


def test_nothing_is_asked_of_another_host_and_no_cookie_is_set(page: Page, watch: Watch) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("Moon Jae-in")
    expect(page.get_by_role("heading", name="Articles", exact=True)).to_be_visible()
    page.get_by_role("dialog").get_by_role("link", name="Moon Jae-in").first.click()
    page.locator(".concordance li a").first.click()
    expect(page.locator("a:target")).to_be_visible()
    assert any("/pagefind/" in url for url in watch.requests)
    assert page.context.cookies() == []  # requests to other hosts fail every test here


@pytest.mark.parametrize("missing", ["nothing/", "people/nobody/at/all/"])
def test_an_address_without_a_page_looks_like_the_site_and_leads_home(
    page: Page, watch: Watch, site_url: str, missing: str
) -> None:
    watch.expect("status of 404")
    page.goto("")
    home = look(page)
    answer = page.goto(missing)
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("No such page")
    assert look(page) == home
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("Seoul")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_have_attribute("href", re.compile("places/seoul/$"))
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Home", exact=True).first.click()
    expect(page).to_have_url(site_url)
