"""The frame of every page: colours that the reader chooses, a way past the header, and pages opened from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from watching import NewPage, Watch

ARTICLE = "articles/2020-06-16-liaison-office-destroyed/"


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_the_colours_are_those_of_the_system(new_page: NewPage, scheme: str) -> None:
    page = new_page(java_script_enabled=False, color_scheme=scheme)
    page.goto("")
    expect(page.locator("[data-theme-switch]")).to_be_hidden()
    shot = page.screenshot(clip={"x": 2, "y": 300, "width": 1, "height": 1})
    other = new_page(java_script_enabled=False, color_scheme="light" if scheme == "dark" else "dark")
    other.goto("")
    assert other.screenshot(clip={"x": 2, "y": 300, "width": 1, "height": 1}) != shot


def test_the_reader_chooses_the_colours_and_they_stay(new_page: NewPage) -> None:
    page = new_page(color_scheme="light")
    page.goto("")
    light = paper(page)
    button = page.get_by_role("button", name="Colours: as the system")
    button.click()
    button = page.get_by_role("button", name="Colours: light")
    assert paper(page) == light
    button.click()
    dark = paper(page)
    assert dark != light
    page.goto(ARTICLE)
    assert paper(page) == dark
    page.get_by_role("button", name="Colours: dark").click()
    assert paper(page) == light
    assert page.evaluate("Object.keys(localStorage)") == []  # as the system: nothing is kept


def test_the_chosen_colours_are_there_before_the_first_paint(page: Page) -> None:
    page.goto("")
    page.evaluate("dateline.setting('theme', 'dark')")
    page.add_init_script("""
        window.early = "";
        new MutationObserver(() => { if (document.body) window.early ||= document.documentElement.dataset.theme; })
            .observe(document, { childList: true, subtree: true });
    """)
    page.goto(ARTICLE)
    assert page.evaluate("window.early") == "dark"


def test_the_first_tab_leads_past_the_header(page: Page) -> None:
    page.goto(ARTICLE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_links_lead_on_in_pages_opened_from_a_folder(new_page: NewPage, watch: Watch, built_site: Path) -> None:
    page = new_page()
    page.goto((built_site / ARTICLE / "index.html").as_uri())
    page.locator("p[id] a.person").first.click()
    expect(page.locator(".edition--person h1")).to_be_visible()
    page.locator(".concordance li a").first.click()
    expect(page.locator(".edition--article a:target, .edition--article span:target")).to_be_in_viewport()
    assert watch.surprises() == []


@pytest.mark.parametrize(
    ("address", "section"),
    [(ARTICLE, "Articles"), ("people/kim-jong-un/", "People"), ("places/kaesong/", "Places"), ("about/cite/", "About")],
)
def test_the_sections_say_in_which_a_page_is(page: Page, address: str, section: str) -> None:
    page.goto(address)
    expect(page.get_by_role("navigation", name="Sections").locator("[aria-current]")).to_have_text(section)
