"""Lists in the browser: found by any form of the name, sorted by any column, remembered in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from watching import NewPage

PHONE = {"width": 390, "height": 844}
NAMES = ".overview .entry:visible th"


def names(page: Page) -> list[str]:
    return page.locator(NAMES).all_inner_texts()


def column(page: Page, number: int) -> list[str]:
    return page.locator(f".overview .entry:visible td:nth-child({number})").all_inner_texts()


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Filter")


def heading(page: Page, name: str) -> Locator:
    return page.get_by_role("columnheader").get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("yo jong", ["Kim Yo Jong"], id="small letters, no hyphen"),
        pytest.param("Kim Chong-un", ["Kim Jong Un"], id="another spelling, without its accents"),
        pytest.param("김여정", ["Kim Yo Jong"], id="the name in its own script"),
        pytest.param("Donald Trump", ["Trump, Donald"], id="given name first"),
        pytest.param("trump,donald", ["Trump, Donald"], id="no space behind the comma"),
        pytest.param("unification minister", ["Kim Yeon-chul"], id="an office"),
    ],
)
def test_a_name_is_found_by_any_of_its_forms(page: Page, typed: str, found: list[str]) -> None:
    page.goto("people/")
    whole = len(names(page))
    box(page).fill(typed)
    expect(page.locator(".overview .entry:visible")).to_have_count(len(found))
    assert names(page) == found
    expect(page.get_by_role("status")).to_have_text(f"{len(found)} of {whole}")
    expect(page.locator(".overview .letter:visible")).to_have_count(len({name[0] for name in found}))


def test_a_name_that_is_not_there_leaves_nothing_and_says_so(page: Page) -> None:
    page.goto("people/")
    box(page).fill("Nobody At All")
    expect(page.locator(".overview tbody:visible")).to_have_count(0)
    expect(page.get_by_role("status")).to_have_text(re.compile("^0 of "))


def test_a_column_sorts_by_its_numbers_and_then_the_other_way(page: Page) -> None:
    page.goto("people/")
    by_name = names(page)
    heading(page, "Mentions").click()
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "descending")
    counts = [int(count.replace(",", "")) for count in column(page, 3)]
    assert counts == sorted(counts, reverse=True)
    expect(page.locator(".overview .letter:visible")).to_have_count(0)
    ties = [name for name, count in zip(names(page), counts, strict=True) if count == counts[-1]]
    assert ties == [name for name in by_name if name in ties]  # of the same number, by name
    heading(page, "Mentions").click()
    expect(page.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    assert [int(count.replace(",", "")) for count in column(page, 3)] == counts[::-1]
    heading(page, "Name").click()
    assert names(page) == by_name
    expect(page.locator(".overview .letter:visible").first).to_be_visible()


def test_dates_sort_as_dates_and_what_has_none_comes_last(page: Page) -> None:
    page.goto("places/")
    for _ in range(2):
        heading(page, "First named").click()
        dates = page.locator(".overview .entry td:nth-child(5)").evaluate_all(
            "cells => cells.map(cell => cell.querySelector('time')?.dateTime ?? '')"
        )
        told = [date for date in dates if date]
        assert dates == told + [""] * (len(dates) - len(told))
        assert told in (sorted(told), sorted(told, reverse=True))
        assert "" in dates


def test_the_state_stands_in_the_address_and_comes_back(page: Page) -> None:
    page.goto("people/")
    box(page).fill("kim")
    heading(page, "Articles").click()
    expect(page).to_have_url(re.compile(r"/people/\?filter=kim&sort=articles$"))
    shown = names(page)
    page.locator(NAMES).first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/people/kim-jong-un/$"))
    page.go_back()
    expect(box(page)).to_have_value("kim")
    assert names(page) == shown
    page.reload()
    assert names(page) == shown
    box(page).fill("")
    heading(page, "Name").click()
    expect(page).to_have_url(re.compile(r"/people/$"))


def test_an_address_that_asks_for_a_column_that_is_none_shows_the_list_as_it_is(page: Page) -> None:
    page.goto("people/?sort=nothing")
    expect(page.locator(".overview .letter").first).to_be_visible()
    expect(page.locator("th[aria-sort]")).to_have_text("Name")


def test_a_letter_leads_back_to_the_order_of_names(page: Page) -> None:
    page.goto("people/?sort=mentions")
    page.locator(".letters").get_by_role("link", name="W").click()
    expect(page.locator("#w .letter")).to_be_in_viewport()
    expect(page.locator("th[aria-sort]")).to_have_text("Name")
    expect(page).to_have_url(re.compile(r"/people/#w$"))


def test_all_of_it_works_by_keyboard(page: Page) -> None:
    page.goto("people/")
    box(page).focus()
    page.keyboard.type("kim")
    for name in ("Name", "Role or description", "Mentions"):
        page.keyboard.press("Tab")
        expect(heading(page, name)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort]")).to_have_text("Mentions")
    expect(heading(page, "Mentions")).to_be_focused()
    for _ in ("Articles", "First named", "Last named", "the first of the people"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/people/kim-jong-un/$"))


def test_the_articles_are_filtered_under_their_months(page: Page) -> None:
    page.goto("articles/")
    whole = page.locator("#list .entry").count()
    box(page).fill("liaison kaesong")
    expect(page.locator("#list .entry:visible")).to_have_count(1)
    expect(page.locator("#list h2:visible")).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text(f"1 of {whole}")
    expect(page).to_have_url(re.compile(r"\?filter=liaison\+kaesong$"))


def test_without_scripts_the_list_is_whole_and_offers_nothing_that_does_not_work(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("people/")
    expect(page.locator("article").get_by_role("searchbox")).to_have_count(0)
    expect(page.locator("article").get_by_role("button")).to_have_count(0)
    assert len(names(page)) > 30
    page.locator(".letters").get_by_role("link", name="W").click()
    expect(page.locator("#w .letter")).to_be_in_viewport()
    page.locator("#w .entry").first.locator("td a").click()
    expect(page).to_have_url(re.compile(r"/people/[a-z-]+/#mentions$"))


def test_on_a_phone_each_line_is_a_card(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True)
    page.goto("people/")
    page.locator(NAMES).first.wait_for()
    card = page.locator(".overview .entry").first
    lefts = [cell.bounding_box() for cell in card.locator("th, td:nth-child(2), td:nth-child(3)").all()]
    assert len({round(one["x"]) for one in lefts if one}) == 1  # below one another, not side by side
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    heading(page, "Mentions").tap()
    expect(page.locator(NAMES).first).to_have_text("Kim Jong Un")


def test_the_chronology_leads_from_a_day_to_its_people_and_articles(page: Page) -> None:
    page.goto("articles/")
    page.get_by_role("article").get_by_role("link", name="Chronology").click()
    page.locator(".letters").get_by_role("link", name="June").click()
    day = page.locator("[id='2020-06-16'] + ul")
    expect(day.get_by_role("link", name="North Korea Blows Up the Liaison Office")).to_be_visible()
    day.locator("a.place", has_text="Kaesong").click()
    expect(page).to_have_url(re.compile(r"/places/kaesong/$"))


def test_on_a_phone_the_chronology_is_one_column(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    page.goto("articles/chronology/#2020-06-16")
    date, told = page.locator("[id='2020-06-16']"), page.locator("[id='2020-06-16'] + ul")
    above, below = date.bounding_box(), told.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 1
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]


LONG = """rows => {
  const table = document.querySelector(".overview");
  const line = table.querySelector(".entry");
  table.querySelectorAll("tbody").forEach((body) => body.remove());
  for (let group = 0; group < 20; group++) {
    const body = table.createTBody();
    body.dataset.group = "";
    for (let row = 0; row < rows / 20; row++) {
      const copy = line.cloneNode(true);
      copy.querySelector("a").textContent = `Somebody ${group} Number ${row}`;
      body.append(copy);
    }
  }
  const input = document.querySelector("[data-filter]");
  input.replaceWith(input.cloneNode()); // without what the script of the page listens for
  const script = document.createElement("script");
  script.src = document.querySelector('script[src$="lists.js"]').src;
  document.head.append(script);
  return new Promise((resolve) => { script.onload = resolve; });
}"""
TYPED = """async () => {
  const input = document.querySelector("[data-filter]");
  const times = [];
  for (const words of ["s", "so", "somebody 7", "somebody 7 number 9", ""]) {
    input.value = words;
    const begin = performance.now();
    input.dispatchEvent(new Event("input"));
    times.push(performance.now() - begin);
    await new Promise(requestAnimationFrame);
  }
  return times.slice(1);
}"""


def test_two_thousand_lines_are_filtered_before_anyone_notices(page: Page) -> None:
    page.goto("people/")
    page.evaluate(LONG, 2000)
    runs = [page.evaluate(TYPED) for _ in range(5)]
    box(page).fill("somebody 7 number 99")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ of 2,000$"))
    expect(page.locator(".overview .entry:visible").first).to_contain_text("Somebody 7 Number 99")
    times = [min(these) for these in zip(*runs, strict=True)]  # the others tell how busy the machine was
    assert max(times) < 50, runs
