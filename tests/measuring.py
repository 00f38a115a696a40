"""How quick a page is for its reader, as the browser itself tells: first paint, bytes, and from a key to its answer."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from urllib.request import Request as Question
from urllib.request import urlopen

from playwright.sync_api import Browser, Locator, Page, Request

# From the moment at which the field hears of a key, to the frame that shows a link that was not there.
TIMED = """() => {
    window.timings = {};
    const field = document.querySelector(".finder input[type=search]");
    let begun = 0;
    field.addEventListener("input", () => { begun = performance.now(); timings = {}; }, true);
    new MutationObserver((changes) => {
        const links = changes.flatMap(({ addedNodes }) => [...addedNodes])
            .flatMap((node) => node.querySelectorAll ? [node, ...node.querySelectorAll("a[href]")] : []);
        const shown = new Set(links.filter((node) => node.href).map(
            ({ pathname }) => pathname.includes("/articles/") ? "articles" : "names"));
        requestAnimationFrame(() => setTimeout(() => {
            for (const what of shown) timings[what] ??= performance.now() - begun;
        }));
    }).observe(document.querySelector(".finder"), { childList: true, subtree: true });
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


def until_true(page: Page, expression: str) -> None:
    """Waits for what JavaScript says of the page. (Playwright's own way needs `eval`, which our policy forbids.)"""
    for _ in range(500):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{expression} did not come true in ten seconds")


def noted(page: Page) -> list[str]:
    """The addresses that the page asks for from now on, its workers too."""
    found: list[str] = []

    def note(request: Request) -> None:  # Playwright takes no method of a built-in type
        found.append(request.url)

    page.on("request", note)
    return found


def transferred(urls: list[str]) -> int:
    """Bytes on the wire of these answers, compressed, without their headers; each address is fetched once."""
    asked = (Question(url, headers={"Accept-Encoding": "gzip"}) for url in set(urls) if url.startswith("http"))
    total = 0
    for one in asked:
        with urlopen(one) as answer:
            total += len(answer.read())
    return total


def first_paint(browser: Browser, url: str, runs: int = 5) -> float:
    """Milliseconds to the first contentful paint with an empty cache and nothing throttled: the median."""
    found = []
    for _ in range(runs):
        page = browser.new_page()
        page.goto(url)
        until_true(page, "performance.getEntriesByName('first-contentful-paint').length")
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
    page.wait_for_timeout(1000)  # for the sentences of the first articles
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
        until_true(page, "timings.articles")
        articles.append(page.evaluate("timings.articles"))
    page.close()
    return Answers(statistics.median(names), statistics.median(articles), first)
