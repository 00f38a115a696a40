"""For everyone: axe-core finds nothing to object to, in light and dark; nothing scrolls sideways on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from watching import NewPage, Watch

PAGES = {
    "home": "",
    "article": "articles/2020-06-16-liaison-office-destroyed/",
    "mention": "articles/2020-06-09-woo-urges-cooperation/#p2m1",
    "person": "people/kim-jong-un/",
    "index": "organizations/",
    "unresolved": "data/unresolved/",
    "search page": "search/?q=Kim",
    "search": "",
    "no page": "no/such/page/",
}
LONG = {"place": "places/north-korea/", "articles": "articles/", "about": "about/cite/", "glossary": "about/glossary/"}
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def opened(page: Page, name: str, watch: Watch) -> Page:
    """One of the pages above, as a reader has it before the eyes."""
    watch.expect("status of 404")
    page.goto((PAGES | LONG)[name])
    if name == "search":
        page.keyboard.press("/")
        page.get_by_role("searchbox").fill("Kim")
    if name.startswith("search"):
        expect(page.locator(".finder").get_by_role("link").first).to_be_visible()
    return page


@pytest.mark.parametrize("viewport", [pytest.param(WIDE, id="wide"), pytest.param(PHONE, id="phone")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(new_page: NewPage, watch: Watch, name: str, scheme: str, viewport: dict[str, int]) -> None:
    page = opened(new_page(color_scheme=scheme, viewport=viewport), name, watch)
    assert scheme in page.locator("body").evaluate("node => getComputedStyle(node).colorScheme")
    results = Axe().run(page)
    assert results.response["passes"]
    assert [told(violation) for violation in results.response["violations"]] == []


def told(violation: dict[str, Any]) -> str:
    return f"{violation['id']}: {[node['html'] for node in violation['nodes']]}"


@pytest.mark.parametrize("name", PAGES | LONG)
def test_nothing_scrolls_sideways_on_a_phone(new_page: NewPage, watch: Watch, name: str) -> None:
    page = opened(new_page(viewport=PHONE), name, watch)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    boxes = page.locator("article:visible, dialog:visible")
    assert boxes.count() == (2 if name == "search" else 1)
    for box in boxes.all():
        assert box.evaluate("node => node.scrollWidth - node.clientWidth") <= 0
