"""Nobody watches the reader: nothing is stored but the reader's own settings, and every page obeys its own policy."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from examples import KINDS, NOWHERE
from measuring import finder, until_true
from watching import NewPage, Watch

ARTICLE = "articles/2020-06-09-woo-urges-cooperation/"
SETTINGS = {"dateline.theme", "dateline.links"}  # what a reader may choose; all that may ever be stored
# What a browser can keep for a site. Of databases and caches the names are told, of registrations the addresses.
STORED = """async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    files: await navigator.storage.getDirectory().then(
        async (root) => { const names = []; for await (const name of root.keys()) names.push(name); return names; }),
})"""
# Violations are told to the document that commits them, before anything else runs in it.
NOTED = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation",
        (event) => violations.push(`${event.violatedDirective}: ${event.blockedURI} in ${event.sourceFile}`));
"""
INTRUDER = """() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = 1";
    document.body.append(script);
}"""


def stored(page: Page) -> dict[str, list[str]]:
    found: dict[str, Any] = page.evaluate(STORED)
    return {name: sorted(keys) for name, keys in found.items() if keys}


def walk(page: Page) -> None:
    """All that a reader does: searches by name and word, follows, points at a link, chooses links and colours."""
    page.goto("")
    finder(page).get_by_role("searchbox").fill("Woo Won-shik")
    expect(page.locator(".finder").get_by_role("link").first).to_be_visible()
    page.locator(".finder").get_by_role("searchbox").fill("telephones")
    expect(page.locator(".finder mark").first).to_have_text(re.compile("telephones", re.IGNORECASE))
    page.locator('.finder a[href*="articles/"]').first.click()
    page.goto(ARTICLE)
    page.locator("p[id] a.person").first.hover()
    expect(page.locator(".card")).to_be_visible()
    page.mouse.move(0, 0)
    page.locator(".switch:visible label", has_text="People").first.click()
    page.get_by_role("button", name="Colours").click()


def test_nothing_is_stored_by_reading_and_searching(page: Page) -> None:
    for address in ("", ARTICLE, "people/kim-jong-un/", "search/?q=Kim", "articles/"):
        page.goto(address)
    finder(page).get_by_role("searchbox").fill("Kaesong")
    expect(page.locator(".finder").get_by_role("link").first).to_be_visible()
    assert stored(page) == {}
    assert page.context.cookies() == []


def test_nothing_is_stored_but_what_the_reader_chose(page: Page, watch: Watch) -> None:
    walk(page)
    found = stored(page)
    assert found == {"local": sorted(SETTINGS)}
    assert page.context.cookies() == []
    assert any("/pagefind/" in url for url in watch.requests)  # words were searched; other hosts fail every test here


def test_a_reader_who_forbids_storage_reads_and_chooses_all_the_same(page: Page) -> None:
    page.add_init_script("""
        for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
            Object.defineProperty(window, name, { get() { throw new DOMException("forbidden", "SecurityError"); } });
    """)
    walk(page)
    expect(page.get_by_role("button", name="Colours: light")).to_be_visible()


def test_the_address_of_a_page_is_told_to_no_other_site(page: Page) -> None:
    page.goto("")
    assert page.locator('meta[name="referrer"]').get_attribute("content") == "no-referrer"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_obeys_its_own_policy(
    page: Page, watch: Watch, addresses: dict[str, str], kind: str
) -> None:
    """Even with the search open, and with a card where the page has links that show one."""
    watch.expect("status of 404")
    page.add_init_script(NOTED)
    page.goto(addresses[kind])
    link = page.locator("main p[id] a.person").first
    if link.count():
        link.hover()
        expect(page.locator(".card")).to_be_visible()
    finder(page).get_by_role("searchbox").fill("Kaesong")
    expect(page.locator('.finder a[href*="articles/"]').first).to_be_visible()
    assert page.evaluate("violations") == []
    page.evaluate(INTRUDER)
    until_true(page, "violations.length === 1")  # so violations are noted, and the policy is in force
    assert page.evaluate("window.ran") is None
    watch.expect("Content Security Policy")


def test_what_stands_nowhere_is_answered_with_the_page_that_says_so(page: Page, watch: Watch) -> None:
    watch.expect("status of 404")
    page.goto(NOWHERE)
    expect(page.get_by_role("heading", level=1)).to_have_text("No such page")


def test_a_whole_walk_violates_no_policy(new_page: NewPage) -> None:
    page = new_page()
    page.add_init_script(NOTED)
    seen: list[str] = []
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    walk(page)  # an error in the console, which a violation also is, fails every test here
    assert page.evaluate("violations") == []
    assert len(seen) >= 3
