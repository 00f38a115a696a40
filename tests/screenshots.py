"""The pictures of the README, made anew from the built site: `make screenshots`. They show what is named most."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from building import edition_copy
from edition.pipeline import Folders, own
from examples import mention_lines
from reviewing import reviewed
from serving import serve

REPOSITORY = Path(__file__).resolve().parent.parent
WIDE, PHONE = {"width": 1280, "height": 820}, {"width": 390, "height": 760}


def most_named(site: Path) -> tuple[str, str]:
    """The addresses of the article with the most mentions, and of the person named most."""
    mentions = [json.loads(line) for line in mention_lines(site)]
    article = Counter(one["article"] for one in mentions).most_common(1)[0][0]
    person = Counter(one["entity"] for one in mentions if one["kind"] == "person").most_common(1)[0][0]
    return f"articles/{article}/", f"people/{person}/"


def show_a_card(page: Page) -> None:
    page.locator("p[id] a.person").first.focus()
    page.locator(".card").wait_for()


def search(page: Page) -> None:
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("kim jong")
    page.locator(".finder").get_by_role("link").first.wait_for()
    page.wait_for_timeout(1000)  # the full text comes after the names


def pictures(site: Path) -> Iterator[tuple[str, str, dict[str, int], str, Callable[[Page], None]]]:
    """Name, address, size and colours of each picture, and what is done before it is taken."""
    article, person = most_named(site)
    yield "home", "", WIDE, "light", lambda _: None
    yield "article", article, WIDE, "light", show_a_card
    yield "person", person, WIDE, "light", lambda _: None
    yield "search", "", WIDE, "dark", search
    yield "network", "people/network/", WIDE, "light", lambda _: None
    yield "article-phone", article, PHONE, "dark", lambda _: None
    yield "person-phone", person, PHONE, "light", lambda _: None


def main(browser: str) -> None:
    """Write one picture a page into images/."""
    site = REPOSITORY / "site"
    with sync_playwright() as playwright, serve(site, "/") as url:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name, address, size, scheme, prepare in pictures(site):
            page = chromium.new_page(viewport=size, color_scheme=scheme)
            page.goto(f"{url}{address}")
            prepare(page)
            page.screenshot(path=REPOSITORY / "images" / f"{name}.png")
            page.close()
        chromium.close()


def review(browser: str) -> None:
    """The pictures of the review, of the shipped articles without a registry, into docs/about/."""
    with TemporaryDirectory() as folder:
        copy = edition_copy(Path(folder) / "edition")
        for name in ("people", "organizations", "places", "decisions", "events"):
            (copy / "entities" / f"{name}.yml").write_text("", encoding="utf-8")
        where = Folders(copy, copy / "articles", copy / "entities")
        with sync_playwright() as playwright, reviewed(where, own()) as server:
            chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
            page = chromium.new_page(viewport=WIDE)
            page.goto(server.url)
            page.locator("#list button").filter(has_text="person").nth(3).click()
            page.wait_for_timeout(500)
            page.screenshot(path=REPOSITORY / "docs" / "about" / "review.png")
            page.keyboard.press("s")
            page.get_by_role("searchbox").fill("Kim Y")
            page.wait_for_timeout(500)
            page.keyboard.press("Enter")
            page.wait_for_timeout(500)
            page.screenshot(path=REPOSITORY / "docs" / "about" / "review-same.png")
            chromium.close()


if __name__ == "__main__":
    main(sys.argv[1])
    review(sys.argv[1])
