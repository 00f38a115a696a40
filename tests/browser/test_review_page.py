"""The page of the review, as an editor uses it: by key and by click, in two windows, on a phone, with hostile words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from edition.pipeline import Folders
from edition.review import Server
from reviewing import EVIL, PEOPLE, folders, reviewed
from watching import NewPage, Watch

PHONE = {"width": 390, "height": 844}
TARGET_SIZE = {"rules": {"target-size": {"enabled": True}}}


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "edition")


@pytest.fixture
def server(where: Folders, watch: Watch) -> Iterator[Server]:
    with reviewed(where) as server:
        yield server


@pytest.fixture
def page(server: Server, new_page: NewPage) -> Iterator[Page]:
    page = opened(new_page(), server)
    yield page
    page.context.close()  # it would ask the server that is gone


def opened(page: Page, server: Server) -> Page:
    page.goto(server.url)
    expect(page.locator("#heading")).to_be_focused()
    return page


def text(where: Folders, name: str = "people.yml") -> str:
    file = where.entities / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def choose(page: Page, name: str) -> None:
    page.locator("#list button", has=page.get_by_text(name, exact=True)).click()
    expect(page.locator("#heading")).to_have_text(name)


def written(page: Page) -> None:
    """Waits until something was written, or taken back."""
    expect(page.locator("#written")).not_to_be_empty()


def test_accept_with_one_key_and_the_next_one_stands_there(page: Page, where: Folders) -> None:
    choose(page, "Ann Wolde")
    page.keyboard.press("a")
    expect(page.locator("#written")).to_contain_text("Ann Wolde is in the registry as ann-wolde.")
    expect(page.locator("#written ins").first).to_have_text("+ ann-wolde:")
    expect(page.locator("#heading")).not_to_have_text("Ann Wolde")
    expect(page.locator("#heading")).to_be_focused()
    expect(page.get_by_text(re.compile(r"^2 of \d decided"))).to_be_visible()
    assert text(where).startswith(PEOPLE + "\nann-wolde:\n  name: Ann Wolde\n  roles:\n    - title: managing director")
    assert text(where, "organizations.yml") == "brightwater-shipping:\n  name: Brightwater Shipping\n"


def test_accept_with_corrections(page: Page, where: Folders) -> None:
    choose(page, "Tom Helvey")
    page.get_by_label("Name", exact=True).fill("Thomas Helvey")
    page.get_by_label("Sorted as").fill("Helvey the Elder")
    page.get_by_role("button", name="Another role").click()
    page.get_by_label("Role", exact=True).fill("ferryman")
    page.get_by_label("At", exact=True).fill("Port House")
    page.keyboard.press("Control+Enter")
    written(page)
    assert "thomas-helvey:\n  name: Thomas Helvey\n  sort: Helvey the Elder\n  roles:\n" in text(where)
    assert "port-house:\n  name: Port House\n" in text(where, "organizations.yml")


def test_a_form_may_be_left_out_and_the_kind_corrected(page: Page, where: Folders) -> None:
    choose(page, "Frobnitz")
    page.get_by_label("place", exact=True).check()
    page.get_by_role("button", name="Accept").click()
    written(page)
    assert "frobnitz:" in text(where, "places.yml")
    assert text(where, "organizations.yml") == ""


def test_all_places_of_both_are_shown_before_a_merge(page: Page, where: Folders) -> None:
    choose(page, "Tommy Helvey")
    page.keyboard.press("s")
    page.get_by_label("Same as which?").fill("Tom H")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("The pier stays shut")).to_be_visible()
    expect(dialog.get_by_text("sailed to Brightwater")).to_be_visible()
    assert text(where) == PEOPLE
    page.keyboard.press("Enter")
    written(page)
    assert "tom-helvey:\n  name: Tom Helvey\n  aliases: [Tommy Helvey]\n" in text(where)


def test_an_alias_of_an_entity_whose_kind_differs_is_warned_of(page: Page, where: Folders) -> None:
    choose(page, "Frobnitz")
    page.get_by_role("button", name="Alias of").click()
    page.get_by_label("An alias of which?").fill("kim")
    page.get_by_role("dialog").get_by_role("button", name="Kim Rae").click()
    expect(page.get_by_role("dialog")).to_contain_text("Frobnitz is here organization, Kim Rae person.")
    page.get_by_role("button", name="Yes, an alias of Kim Rae").click()
    written(page)
    assert text(where) == "# Our people.\nkim-rae:\n  name: Kim Rae  # the editor\n  aliases: [Frobnitz]\n"


def test_two_people_are_told_apart(page: Page, where: Folders) -> None:
    choose(page, "Tom Helvey")
    page.keyboard.press("t")
    page.get_by_label("The second one").fill("Thomas Helvey")
    page.get_by_role("group", name="2020-06-03-third").get_by_label("second").check()
    page.get_by_role("button", name="They are two").click()
    written(page)
    assert "article: 2020-06-03-third, is: thomas-helvey}" in text(where, "decisions.yml")
    assert "thomas-helvey:" in text(where)


def test_never_later_and_back_again(page: Page, where: Folders) -> None:
    choose(page, "Frobnitz")
    page.keyboard.press("n")
    expect(page.locator("#written")).to_contain_text("Frobnitz is nothing.")
    assert text(where, "decisions.yml") == "- {name: Frobnitz, is: nothing}\n"
    choose(page, "Brightwater")
    page.keyboard.press("Space")
    expect(page.locator("#written")).to_contain_text("Brightwater waits.")
    expect(page.locator("#list li").last).to_contain_text("Brightwater")
    assert text(where, "places.yml") == ""
    choose(page, "Ann Wolde")
    page.keyboard.press("a")
    expect(page.locator("#written")).to_contain_text("Ann Wolde is in")
    for undone in ("Ann Wolde is in", "Brightwater waits", "Frobnitz is nothing"):
        page.keyboard.press("u")
        expect(page.locator("#written")).to_contain_text(f"Undone: {undone}")
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    expect(page.locator("#heading")).to_have_text("Frobnitz")
    assert (text(where), text(where, "decisions.yml"), text(where, "organizations.yml")) == (PEOPLE, "", "")


def test_what_another_window_has_decided_is_not_decided_again(
    page: Page, server: Server, new_page: NewPage, watch: Watch, where: Folders
) -> None:
    watch.expect("status of 409")
    other = new_page()
    other.route("**/state?after=1*", lambda route: None)  # the news of the first one does not reach it
    opened(other, server)
    choose(other, "Ann Wolde")
    choose(page, "Ann Wolde")
    page.keyboard.press("a")
    written(page)
    other.keyboard.press("n")
    expect(other.locator("#card")).to_contain_text("decided in another window")
    other.keyboard.press("n")  # decides nothing: no suggestion is shown
    other.keyboard.press("ArrowRight")
    expect(other.locator("#heading")).to_have_text("Brightwater")
    assert text(where, "decisions.yml") == ""
    other.context.close()


def test_what_another_window_decides_is_seen_at_once(page: Page, server: Server, new_page: NewPage) -> None:
    other = opened(new_page(), server)
    choose(other, "Ann Wolde")
    choose(page, "Ann Wolde")
    page.keyboard.press("a")
    expect(other.locator("#card")).to_contain_text("decided in another window")
    expect(other.get_by_role("navigation").get_by_text("Ann Wolde")).to_have_count(0)
    other.get_by_role("button", name="Next").click()
    expect(other.locator("#heading")).to_have_text("Brightwater")
    other.context.close()


def test_a_file_that_is_changed_or_broken_meanwhile(page: Page, where: Folders, watch: Watch) -> None:
    watch.expect("status of 422")
    choose(page, "Ann Wolde")
    (where.entities / "people.yml").write_text("kim-rae:\n  name: 'Kim\n")
    expect(page.locator("#wrong")).to_contain_text("entities/people.yml:2:9")
    page.keyboard.press("a")
    expect(page.locator("#refused")).to_contain_text("entities/people.yml:2:9")
    expect(page.locator("#heading")).to_have_text("Ann Wolde")
    (where.entities / "people.yml").write_text(PEOPLE + "# by hand\n")
    expect(page.locator("#wrong")).to_be_hidden()
    page.keyboard.press("a")
    written(page)
    assert text(where).startswith(PEOPLE + "# by hand\n\nann-wolde:\n")


def test_hostile_words_are_shown_as_words(page: Page) -> None:
    choose(page, EVIL)
    expect(page.locator("main")).to_contain_text("<b>")
    assert page.locator("main b, main script").count() == 0
    page.keyboard.press("a")
    expect(page.locator("#written")).to_contain_text(EVIL)


def test_all_of_it_without_a_mouse(page: Page, where: Folders) -> None:
    first = page.locator("#heading").inner_text()
    page.keyboard.press("j")
    expect(page.locator("#heading")).not_to_have_text(first)
    page.keyboard.press("k")
    expect(page.locator("#heading")).to_have_text(first)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("accept, as it stands")
    page.keyboard.press("a")  # decides nothing behind a dialog
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.keyboard.type("As named")  # nor do letters in a field
    assert text(where) == PEOPLE
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    written(page)
    assert "name: As named" in text(where) + text(where, "places.yml")


@pytest.mark.parametrize(
    "viewport", [pytest.param({"width": 1280, "height": 800}, id="wide"), pytest.param(PHONE, id="phone")]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    server: Server, new_page: NewPage, scheme: str, viewport: dict[str, int]
) -> None:
    page = opened(new_page(color_scheme=scheme, viewport=viewport), server)
    choose(page, "Ann Wolde")
    for keys in ("", "o", "s", "Escape", "t", "Escape", "?", "Escape", "n"):
        if keys:
            page.keyboard.press(keys)
        if keys == "n":
            written(page)
        results = Axe().run(page, options=TARGET_SIZE)
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in results.response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
