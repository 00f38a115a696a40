"""The page that tells what changed: a file of its own, for desk and phone, light and dark, with any words."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from edition.model import Span
from edition.upkeep import Mark, State, difference, difference_page, sections
from watching import NewPage

EVIL = "Eve <script>document.title = 'run'</script><img src=x onerror=alert(1)> & Co"
LONG = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.fixture
def address(tmp_path: Path) -> str:
    """One of everything, under names that would do harm."""
    before = (Mark(Span(10, 13), EVIL, "a", 1), Mark(Span(20, 23), "Bo", "b", 0), Mark(Span(30, 33), "Cy", "c", 2))
    after = (Mark(Span(10, 13), EVIL, "b", 1), Mark(Span(30, 33), "Cy", "d", 2), Mark(Span(40, 43), LONG, "b", 3))
    old, new = (
        State(
            {"x": {"id": "x", "title": title}, id: {"id": id, "title": LONG}},
            {id: {"id": id, "name": EVIL if id == "a" else id, "kind": "person"} for id in ids},
            [("x", marks)],
        )
        for title, id, ids, marks in (("Old", "y", "abc", before), (EVIL, "z", "abd", after))
    )
    found = difference(old, new)
    path = tmp_path / "changes.html"
    path.write_text(difference_page("What changed", found, sections(found, old, new)), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_anybody_can_read_it(new_page: NewPage, address: str, width: int, scheme: str) -> None:
    page: Page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address)
    expect(page).to_have_title("What changed")
    assert page.get_by_role("heading", level=2).count() >= 6
    assert page.get_by_text(EVIL).count() >= 2
    assert page.locator("script, img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert Axe().run(page).violations_count == 0
