"""Maps and the network in a browser: every link by keyboard, every name readable, nothing scrolls the page sideways."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from watching import NewPage

PAGES = {"all places": "places/map/", "network": "people/network/", "a place": "places/kaesong/"}
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
LINKS = ".drawing svg a"
BOXES = """svg => [...svg.querySelectorAll('text')].filter(text => !text.closest('.scale')).map(text => {
    const box = text.getBBox(); return [text.textContent, box.x, box.y, box.x + box.width, box.y + box.height] })"""
SHEET = "svg => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]"
DRAWINGS = ".drawing svg:not(svg svg)"


@pytest.mark.parametrize("viewport", [pytest.param(WIDE, id="wide"), pytest.param(PHONE, id="phone")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(new_page: NewPage, name: str, scheme: str, viewport: dict[str, int]) -> None:
    page = new_page(color_scheme=scheme, viewport=viewport)
    page.goto(PAGES[name])
    results = Axe().run(page)
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in results.response["violations"]] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_every_link_and_shows_where_it_is(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    links = page.locator(LINKS)
    wanted = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    links.first.evaluate("link => link.closest('figure').previousElementSibling?.scrollIntoView()")
    reached: list[str] = []
    for _ in range(len(wanted) * 2 + 60):
        page.keyboard.press("Tab")
        address = page.evaluate(
            f"document.activeElement.matches('{LINKS}') && document.activeElement.getAttribute('href')"
        )
        if address:
            reached.append(address)
            mark = page.evaluate(FOCUS)
            assert mark["ring"] == mark["wanted"], address
        if len(reached) == len(wanted):  # further on the page begins again
            break
    assert reached == wanted


FOCUS = """() => {
    const mark = document.activeElement.querySelector('circle, rect');
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'var(--focus)';
    const wanted = getComputedStyle(probe).color;
    probe.remove();
    return {ring: getComputedStyle(mark).stroke, wanted};
}"""


@pytest.mark.parametrize("name", PAGES)
def test_no_name_covers_another_in_the_letters_of_this_system(page: Page, name: str) -> None:
    page.goto(PAGES[name])
    for svg in page.locator(DRAWINGS).all():
        boxes: list[list[Any]] = svg.evaluate(BOXES)
        width, height = svg.evaluate(SHEET)
        assert [name for name, *box in boxes if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height] == []
        assert [(one[0], other[0]) for one, other in combinations(boxes, 2) if _overlap(one, other)] == []


def _overlap(one: list[Any], other: list[Any]) -> bool:
    """By more than the empty rim of a line, which letters seldom fill."""
    rim = 2
    across = min(one[3], other[3]) - max(one[1], other[1])
    down = min(one[4], other[4]) - max(one[2], other[2])
    return bool(across > 0 and down > rim)


@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_only_the_picture_scrolls(new_page: NewPage, name: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(PAGES[name])
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    letters = page.locator(f"{DRAWINGS} a text").first
    assert (
        letters.evaluate("text => text.getBoundingClientRect().height / (text.querySelectorAll('tspan').length || 1)")
        >= 11
    )


def test_a_link_of_the_map_leads_to_the_place(page: Page) -> None:
    page.goto(PAGES["a place"])
    page.locator(LINKS).filter(has_text="Panmunjom").press("Enter")
    page.wait_for_url("**/places/panmunjom/")


def test_a_frame_leads_to_the_map_of_its_part(page: Page) -> None:
    page.goto(PAGES["all places"])
    page.locator("#map-2 a[href^='#']").first.press("Enter")
    assert page.evaluate("location.hash") == "#map-1"


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_pointing_at_a_node_shows_its_lines(page: Page, how: str) -> None:
    page.goto(PAGES["network"])
    node = page.locator(".node").nth(3)
    assert not node.locator(".near").is_visible()
    link = node.locator("a")
    link.hover() if how == "hover" else link.focus()
    assert node.locator(".near").is_visible()


def test_without_script_the_pictures_are_there(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    for address in PAGES.values():
        page.goto(address)
        assert page.locator(LINKS).count() > 5


def test_where_another_map_begins_stands_a_frame_that_leads_there_and_hides_nothing(page: Page) -> None:
    page.goto(PAGES["all places"])
    frame = page.locator("a .frame").first
    assert frame.evaluate("node => getComputedStyle(node).fill") == "none"
    frame.click()
    assert page.url.endswith("#map-1")
