"""The page of an entity in a browser: keywords in a column or whole sentences, lists that open, 2,000 mentions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from serving import serve
from watching import NewPage

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
PERSON = "people/kim-yo-jong/"
# Asked in the page itself: its policy forbids what `wait_for_function` would do there.
PAINTED = """async () => {
    for (;;) {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        if (paint) return paint.startTime;
        await new Promise(requestAnimationFrame);
    }
}"""
LONGEST_WAIT = 1000  # milliseconds until the first paint, on a slow machine


@pytest.fixture(scope="module")
def crowded_url(crowded_site: Path) -> Iterator[str]:
    with serve(crowded_site, "/dateline/") as url:
        yield url


def lefts(nodes: Locator) -> list[float]:
    """Where they begin, in pixels from the left."""
    return [round(x, 1) for x in nodes.evaluate_all("nodes => nodes.map((node) => node.getBoundingClientRect().left)")]


def is_whole(line: Locator) -> bool:
    return bool(line.evaluate("node => node.scrollWidth <= node.clientWidth"))


def test_keywords_stand_in_one_column_on_a_wide_screen(new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    page.goto(PERSON)
    assert len(set(lefts(page.locator(".concordance li a")))) == 1
    heights = page.locator(".concordance li").evaluate_all("nodes => nodes.map((node) => node.offsetHeight)")
    assert max(heights) < 40  # a line each


@pytest.mark.parametrize("scripts", [True, False])
def test_a_switch_shows_whole_sentences(new_page: NewPage, scripts: bool) -> None:
    page = new_page(viewport=WIDE, java_script_enabled=scripts)
    page.goto(PERSON)
    first = page.locator(".concordance li").first
    assert not is_whole(first)
    page.get_by_label("Whole sentences").check()
    assert is_whole(first)
    assert len(set(lefts(page.locator(".concordance li a")))) > 1


def test_a_phone_shows_whole_sentences(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto(PERSON)
    expect(page.get_by_label("Whole sentences")).to_be_hidden()
    assert all(is_whole(line) for line in page.locator(".concordance li").all())


def test_an_aligned_line_is_copied_whole(new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    page.goto(PERSON)
    line = page.locator(".concordance li", has_text="For months the line to Kaesong")
    copied = line.evaluate("node => { getSelection().selectAllChildren(node); return getSelection().toString(); }")
    assert copied == line.evaluate("node => node.textContent")
    assert "\n" not in copied


def test_the_filter_leaves_the_lines_with_the_words_and_their_articles(page: Page) -> None:
    page.goto(PERSON)
    lines = page.locator(".concordance li").all_inner_texts()
    wanted = [line for line in lines if "leader" in line]
    page.get_by_label("Filter").fill("leader")
    expect(page.locator(".concordance li:visible")).to_have_count(len(wanted))
    assert page.locator(".concordance li:visible").all_inner_texts() == wanted
    assert 0 < page.locator("h3[id^=in-]:visible").count() < page.locator("h3[id^=in-]").count()
    expect(page.locator("output")).to_have_text(f"{len(wanted)} of {len(lines)}")


def test_facts_stand_beside_the_mentions_or_before_them(new_page: NewPage) -> None:
    for viewport, beside in ((WIDE, True), (PHONE, False)):
        page = new_page(viewport=viewport)
        page.goto(PERSON)
        facts, mentions = page.locator(".facts").bounding_box(), page.locator(".stream").bounding_box()
        assert facts is not None
        assert mentions is not None
        assert (facts["x"] >= mentions["x"] + mentions["width"]) is beside
        assert (facts["y"] + facts["height"] <= mentions["y"]) is not beside


def test_the_passages_shared_with_another_are_three_keys_away(page: Page) -> None:
    page.goto(PERSON)
    one = page.locator(".companions details").first
    one.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(one).to_have_attribute("open", "")
    passage = one.locator("li a").first
    while not passage.evaluate("node => node === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_contain_text("Kim Yo Jong")
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_bar_leads_to_the_passages_of_its_day(page: Page) -> None:
    page.goto(PERSON)
    page.locator(".timeline a").last.click()
    expect(page.locator("h3:target")).to_be_in_viewport()
    assert page.locator(".timeline a:not([tabindex='-1'])").count() == 0  # the headings are there for the keyboard


def test_a_person_of_two_thousand_mentions_is_there_at_once(new_page: NewPage, crowded_url: str) -> None:
    page = new_page()
    for address in ("people/bo/", "people/bo/2012/"):
        page.goto(f"{crowded_url}{address}")
        assert page.evaluate(PAINTED) < LONGEST_WAIT
        assert page.evaluate("document.querySelectorAll('*').length") < 2000


def test_a_link_into_a_portion_shows_the_passages_of_the_article(new_page: NewPage, crowded_url: str) -> None:
    page = new_page()
    page.goto(f"{crowded_url}people/bo/2012/#in-bo-029")
    expect(page.locator("h3:target")).to_be_in_viewport()
    page.get_by_role("navigation", name="Portions", exact=True).get_by_role("link", name="All mentions").click()
    expect(page.locator("#mentions")).to_be_in_viewport()
    page.get_by_role("link", name="March 2015").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bo Berg: March 2015")


@pytest.mark.parametrize("viewport", [pytest.param(WIDE, id="wide"), pytest.param(PHONE, id="phone")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["people/bo/", "people/bo/2012/", "people/bo/with-havn/", "people/cy/"])
def test_axe_finds_nothing_on_long_lists_and_open_ones(
    new_page: NewPage, crowded_url: str, address: str, scheme: Any, viewport: Any
) -> None:
    page = new_page(color_scheme=scheme, viewport=viewport)
    page.goto(f"{crowded_url}{address}")
    for one in page.locator(".companions details summary").all():
        one.click()
    assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= viewport["width"]
