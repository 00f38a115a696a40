"""The pictures of the README, made anew from the built site: `make screenshots`."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from serving import serve

REPOSITORY = Path(__file__).resolve().parent.parent
IMAGES = {
    "article": "articles/2020-06-16-liaison-office-destroyed/",
    "person": "people/kim-yo-jong/",
}


def main(browser: str) -> None:
    """Write one picture a page into images/."""
    with sync_playwright() as playwright, serve(REPOSITORY / "site", "/") as url:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page(viewport={"width": 1180, "height": 820})
        for name, address in IMAGES.items():
            page.goto(f"{url}{address}")
            page.screenshot(path=REPOSITORY / "images" / f"{name}.png")
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1])
