"""The pictures of the README, made anew from the built site: `make screenshots`. They show what is named most."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from serving import serve

REPOSITORY = Path(__file__).resolve().parent.parent


def addresses(site: Path) -> Iterator[tuple[str, str]]:
    """The picture's name and the address of the article with the most mentions, and of the person named most."""
    lines = (site / "data" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    mentions = [json.loads(line) for line in lines]
    article = Counter(one["article"] for one in mentions).most_common(1)[0][0]
    person = Counter(one["entity"] for one in mentions if one["kind"] == "person").most_common(1)[0][0]
    yield "article", f"articles/{article}/"
    yield "person", f"people/{person}/"


def main(browser: str) -> None:
    """Write one picture a page into images/."""
    site = REPOSITORY / "site"
    with sync_playwright() as playwright, serve(site, "/") as url:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport={"width": 1180, "height": 820})
        for name, address in addresses(site):
            page.goto(f"{url}{address}")
            page.screenshot(path=REPOSITORY / "images" / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1])
