"""A new reader's question: what did Woo Won-shik ask for, and who else was named beside him? Under five clicks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from watching import NewPage

PHONE = {"width": 390, "height": 844}
FEW = 4  # clicks
PERSON, ARTICLE = re.compile(r"/people/woo-won-shik/"), re.compile(r"/articles/[\w-]+/#p\d+")
ASKED = "Woo Won-shik called on Tuesday for renewed cooperation with the North"
BESIDE = "Moon Jae-in"


class Counted:
    """Choices that a reader makes, each with one press: of the mouse, of a finger, or of Enter."""

    def __init__(self, page: Page, how: str) -> None:
        self.page, self.how, self.count = page, how, 0

    def choose(self, what: Locator) -> None:
        self.count += 1
        if self.how == "touch":
            what.tap()
        elif self.how == "mouse":
            what.click()
        else:
            self.to(what)
            self.page.keyboard.press("Enter")

    def to(self, what: Locator) -> None:
        """By Tab alone, as many presses as it takes, but no more than the page has stops."""
        for _ in range(400):
            if what.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab does not lead to {what}.")

    def search(self, words: str) -> None:
        if self.how == "keyboard":
            self.count += 1
            self.page.keyboard.press("/")
        else:
            self.choose(self.page.locator("header [data-search]"))
        expect(self.page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
        self.page.keyboard.type(words)


@pytest.fixture(params=["mouse", "keyboard", "touch"])
def reader(request: pytest.FixtureRequest, new_page: NewPage) -> Counted:
    touch = {"viewport": PHONE, "has_touch": True, "is_mobile": True} if request.param == "touch" else {}
    page = new_page(**touch)
    page.goto("")
    return Counted(page, request.param)


def answered(reader: Counted) -> None:
    """The page of the person says who was named beside, and leads to what was asked for."""
    page = reader.page
    expect(page).to_have_url(PERSON)
    expect(page.locator(".companions details", has_text=BESIDE)).to_be_visible()
    line = page.get_by_role("main").locator(".concordance li a").first
    reader.choose(line)
    expect(page).to_have_url(ARTICLE)
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(page.locator("p", has=target).last).to_contain_text(ASKED)
    assert reader.count <= FEW


def test_by_search(reader: Counted) -> None:
    reader.search("Woo")
    reader.choose(reader.page.get_by_role("dialog").get_by_role("link", name=re.compile("Woo Won-shik")).first)
    answered(reader)


def test_by_the_list_of_people(reader: Counted) -> None:
    reader.choose(reader.page.locator("nav.sections").first.get_by_role("link", name="People", exact=True))
    reader.choose(reader.page.get_by_role("main").get_by_role("link", name=re.compile("Won-shik")).first)
    answered(reader)


def test_by_reading(reader: Counted) -> None:
    """From the list of articles to the article, from a name in it to the person, and back to the very words."""
    reader.choose(reader.page.locator("nav.sections").first.get_by_role("link", name="Articles", exact=True))
    title = "Ruling-Party Veteran Urges a New Start With the North"
    reader.choose(reader.page.get_by_role("main").get_by_role("link", name=title).first)
    expect(reader.page.locator("p[id]", has_text=ASKED)).to_be_visible()
    reader.choose(reader.page.locator("p[id] a.person", has_text="Woo Won-shik").first)
    answered(reader)


def test_who_was_named_beside_him_is_shown_with_the_very_passages(reader: Counted) -> None:
    reader.search("Woo")
    reader.choose(reader.page.get_by_role("dialog").get_by_role("link", name=re.compile("Woo Won-shik")).first)
    expect(reader.page).to_have_url(PERSON)
    expect(
        reader.page.get_by_role("heading", name=re.compile("(Appears|Named) with", re.IGNORECASE)).first
    ).to_be_attached()
    beside = reader.page.locator(".companions details", has_text=BESIDE).first
    reader.choose(beside.locator("summary, a").first)
    passage = beside.locator("li a").locator("visible=true").first
    expect(passage).to_contain_text("9 June 2020")
    expect(passage).to_have_attribute("href", re.compile("2020-06-09-woo-urges-cooperation/#p"))
    assert reader.count <= FEW
