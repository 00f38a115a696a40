"""How quick a page is for its reader, as the browser itself tells: first paint, bytes, and from a key to its answer."""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, Request

# From the moment at which the field hears of a key, to the frame that shows a link that was not there.
TIMED = """() => {
    window.timings = {};
    const field = document.querySelector(".finder input[type=search]");
    let begun = 0;
    field.addEventListener("input", () => { begun = performance.now(); timings = {}; }, true);
    new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
        for (const link of document.querySelectorAll(".finder a[href]"))
            timings[link.pathname.includes("/articles/") ? "articles" : "names"] ??= performance.now() - begun;
    }))).observe(document.querySelector(".finder"), { childList: true, subtree: true });
}"""


@dataclass(frozen=True)
class Answers:
    """Milliseconds from a key to names and to articles, as medians, and bytes that the first search took."""

    names: float
    articles: float
    bytes: int


def finder(page: Page) -> Locator:
    """The search: on its own page it stands there, elsewhere its key opens it."""
    if page.locator("main .finder").count() == 0:
        page.keyboard.press("/")
    return page.locator(".finder")


def noted(page: Page) -> list[Request]:
    """The requests of the page that are answered from now on."""
    requests: list[Request] = []

    def note(request: Request) -> None:  # Playwright takes no method of a built-in type
        requests.append(request)

    page.on("requestfinished", note)
    return requests


def transferred(requests: list[Request]) -> int:
    """Bytes on the wire, compressed, of answers, without their headers."""
    return sum(request.sizes()["responseBodySize"] for request in requests if not request.failure)


def first_paint(browser: Browser, url: str, runs: int = 5) -> float:
    """Milliseconds to the first contentful paint with an empty cache and nothing throttled: the median."""
    found = []
    for _ in range(runs):
        page = browser.new_page()
        page.goto(url)
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
        found.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        page.close()
    return statistics.median(found)


def weight(browser: Browser, url: str) -> int:
    """Bytes that a page takes, with an empty cache, until its reader does something."""
    page = browser.new_page()
    requests = noted(page)
    page.goto(url, wait_until="networkidle")
    found = transferred(requests)
    page.close()
    return found


def answers(browser: Browser, url: str, words: list[str]) -> Answers:
    """What a reader waits who types words that name something and stand in articles, key by key."""
    page = browser.new_page()
    page.goto(url, wait_until="networkidle")
    requests = noted(page)
    field = finder(page).get_by_role("searchbox")
    field.press_sequentially(words[0], delay=80)
    page.locator('.finder a[href*="articles/"]').first.wait_for()
    page.wait_for_load_state("networkidle")
    first = transferred(requests)
    page.evaluate(TIMED)
    names, articles = [], []
    for word in words:
        field.fill("")
        page.wait_for_timeout(300)
        for letter in word:
            field.press(letter)
            page.wait_for_timeout(60)
            if "names" in (found := page.evaluate("timings")):
                names.append(found["names"])
        page.wait_for_function("timings.articles", timeout=10_000)
        articles.append(page.evaluate("timings.articles"))
    page.close()
    return Answers(statistics.median(names), statistics.median(articles), first)
