"""The pictures of `docs/about/beginning.md`: its walk, made in a fresh folder as the page tells it: `make screenshots`.

The clippings are articles of the shipped edition, as plain text, a saved web page and a table.
"""

import csv
import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from making import command
from serving import serve

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURES = REPOSITORY / "docs" / "about"
WIDE, PHONE, TERMINAL = {"width": 1280, "height": 820}, {"width": 390, "height": 760}, {"width": 1100, "height": 300}
TITLE = "The Harbour Papers"
DECIDED = 30  # suggestions before the first build


def clippings(folder: Path) -> None:
    """What an editor may have: texts, a page saved from a browser, a table, and what is none of them."""
    folder.mkdir()
    texts = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "articles").glob("*.txt"))]
    parts = [re.fullmatch(r"---\n.*?title: ([^\n]*)\ndate: ([^\n]*)\n.*?---\n(.*)", one, re.DOTALL) for one in texts]
    first, second, third, fourth, fifth = ((one[1].strip('"'), one[2], one[3]) for one in parts[:5] if one)
    plain = f"{first[0]}\n\nPublished: {first[1]}\n\n{first[2]}"
    (folder / "leaflets.txt").write_text(plain, encoding="utf-8")
    (folder / "leaflets (update).txt").write_text(plain.replace("\n\n", "\n\nUpdated. ", 3), encoding="utf-8")
    (folder / "lines.txt").write_text(f"{second[0]}\n\n{second[2]}", encoding="utf-8")
    paragraphs = "".join(f"<p>{html.escape(one)}</p>" for one in third[2].split("\n\n"))
    (folder / "saved.html").write_text(
        f'<html lang="en"><head><title>{html.escape(third[0])}</title><meta property="article:published_time" '
        f'content="{third[1]}"><meta property="og:site_name" content="Dateline"></head><body><nav>Home</nav><article>'
        f"<h1>{html.escape(third[0])}</h1>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    with (folder / "table.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("headline", "published", "body"), fourth, fifth])
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")


def said(own: Path, *words: str | Path) -> str:
    """What a command told a person."""
    done = subprocess.run(command(own, *words), capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stderr


def terminal(browser: Browser, typed: str, told: str) -> None:
    """A picture of a terminal."""
    page = browser.new_page(viewport=TERMINAL, color_scheme="dark")
    style = (
        "margin:0;padding:1.2rem 1.5rem;background:#161512;color:#e8e3d9;font:15px/1.55 monospace;white-space:pre-wrap"
    )
    page.set_content(f'<pre style="{style}"><b>$ {html.escape(typed)}</b>\n{html.escape(told)}</pre>')
    page.locator("pre").screenshot(path=PICTURES / "import.png")
    page.close()


def review(browser: Browser, own: Path) -> None:
    """The first suggestions decided by their keys; then the page on a phone."""
    words = command(own, "review", "--no-open", "--port", "8377")
    server = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert server.stderr is not None
        url = next(found[0] for line in server.stderr if (found := re.search(r"http://127\S+", line)))
        page = browser.new_page(viewport=WIDE, color_scheme="light")
        page.goto(url)
        page.locator("#heading").wait_for()
        for _ in range(DECIDED):
            _decide(page)
        phone = browser.new_page(viewport=PHONE, color_scheme="dark")
        phone.goto(url)
        phone.locator("#heading").wait_for()
        phone.wait_for_timeout(500)
        phone.screenshot(path=PICTURES / "review-phone.png")
    finally:
        server.terminate()
        server.communicate()


def _decide(page: Page) -> None:
    """Accepted; what cannot be is left for later."""
    before = page.locator("#told").inner_text()
    for key in ("a", "Space"):
        page.keyboard.press(key)
        page.wait_for_timeout(700)
        if page.locator("#told").inner_text() != before:
            return


def main(browser: str) -> None:
    """Walk, and take a picture at each step."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        here, own = Path(temporary), Path(temporary) / "mine"
        clippings(here / "clippings")
        subprocess.run([sys.executable, command(own)[1], "new", own, "--title", TITLE], check=True, capture_output=True)
        told = said(own, "import", here / "clippings").replace(f"{here}/", "~/").replace("~/mine", "../mine")
        terminal(chromium, "python scripts/build.py import ~/clippings --edition ../mine", told)
        review(chromium, own)
        print(said(own), end="")
        with serve(own / "site", "/") as url:
            page = chromium.new_page(viewport=WIDE, color_scheme="light")
            page.goto(url)
            page.wait_for_timeout(500)
            page.screenshot(path=PICTURES / "first-edition.png")
        chromium.close()


if __name__ == "__main__":
    main(sys.argv[1])
