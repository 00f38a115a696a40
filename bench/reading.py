"""What readers wait for, and what is found fault with: measured in a browser, written into docs/about/reading.md.

    PYTHONPATH=scripts:tests python bench/reading.py CHROMIUM MADE     (`make bench-reading` does it)

MADE is an edition of made articles (`make bench-edition`). That one and the shipped one are built, served as GitHub
Pages serves, and read in Chromium: medians, with an empty cache, nothing throttled but by Lighthouse.
"""

import gzip
import json
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from audit.lighthouse import CATEGORIES, Lighthouse
from building import REPOSITORY, built, edition_copy
from examples import by_kind, heaviest
from machine import cores, today
from measuring import answers, first_paint, weight
from serving import serve

PAGE = REPOSITORY / "docs" / "about" / "reading.md"
MARKED = re.compile(r"(<!-- measured by `make bench-reading` -->\n).*(<!-- end of what was measured -->)", re.DOTALL)
TOOLS = REPOSITORY / ".cache" / "audit"
SWITCHES = ["--disable-background-networking", "--disable-component-update", "--disable-gpu", "--no-sandbox"]
SCREENS = ({"width": 1280, "height": 800}, {"width": 390, "height": 844})
NAMES = 4  # so many of the entities named most are typed


@dataclass(frozen=True)
class Measured:
    """One site with what was measured on it: a label and a value each, the same labels for every site."""

    title: str
    rows: dict[str, str]


def words(site: Path) -> list[str]:
    """The last words of the names of the people who are named most."""
    script = (site / "data" / "names.js").read_text(encoding="utf-8")
    entities = json.loads(script.partition("=")[2].strip().removesuffix(";"))["entities"]
    people = sorted((one for one in entities if one[0] == 0), key=lambda one: -one[6])
    return [name.split()[-1] for _, _, name, *_ in people[:NAMES]]


def kilobytes(count: int) -> str:
    return f"{count / 1000:,.0f} kB"


def objections(browser: Browser, url: str, addresses: dict[str, str]) -> str:
    """How many of axe's rules are broken by how many looks at pages: each kind, light and dark, wide and narrow."""
    found = looks = 0
    for scheme in ("light", "dark"):
        for viewport in SCREENS:
            page = browser.new_page(color_scheme=scheme, viewport=viewport)
            for address in addresses.values():
                page.goto(url + address)
                found += len(Axe().run(page).response["violations"])
                looks += 1
            page.close()
    return f"{found} in {looks} looks"


def measured(browser: Browser, lighthouse: Lighthouse, site: Path, title: str) -> Measured:
    pages = heaviest(site)
    rows = {}
    with serve(site) as url:
        rows["First paint of an article"] = f"{first_paint(browser, url + pages['article']):.0f} ms"
        rows["First paint of the person named most"] = f"{first_paint(browser, url + pages['person']):.0f} ms"
        found = answers(browser, url + pages["article"], words(site))
        rows["From a key to names"] = f"{found.names:.0f} ms"
        rows["From a key to articles"] = f"{found.articles:.0f} ms"
        rows["An article with all it takes, before the first search"] = kilobytes(
            weight(browser, url + pages["article"])
        )
        rows["The first search takes"] = kilobytes(found.bytes)
        names = gzip.compress((site / "data" / "names.js").read_bytes(), 6)
        rows["of which the list of all names"] = kilobytes(len(names))
        rows["Objections of axe-core"] = objections(browser, url, by_kind(site.parent / "docs"))
        for name, address in pages.items():
            points = lighthouse.scores(url + address, f"bench-{name}", "phone", 3).points
            rows[f"Lighthouse, phone, {name}"] = " · ".join(str(points[category]) for category in CATEGORIES)
    return Measured(title, rows)


def table(sites: list[Measured]) -> Iterator[str]:
    """A table in HTML; Markdown has none."""
    heads = "".join(f'<th scope="col">{site.title}</th>' for site in sites)
    yield f"<table>\n<thead><tr><td></td>{heads}</tr></thead>\n<tbody>"
    for label in sites[0].rows:
        cells = "".join(f"<td>{site.rows[label]}</td>" for site in sites)
        yield f'<tr><th scope="row">{label}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def circumstances(browser: Browser) -> str:
    """When and on what it was measured."""
    return f"Measured on {today()} in Chromium {browser.version.split('.')[0]} on {cores()}."


def size(site: Path) -> str:
    count = len(list((site.parent / "articles").glob("*.txt")))
    return f"{count:,} {'made ' if 'made' in site.parent.name else ''}articles"


def main(chromium: str, made: str) -> None:
    """Prints the table and writes it into its place on the page."""
    reports = TOOLS / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    lighthouse = Lighthouse(TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js", chromium, reports)
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder, sync_playwright() as playwright:
        sites = [built(edition_copy(Path(folder, "shipped"))), built(Path(made).resolve())]
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        found = [measured(browser, lighthouse, site.resolve(), size(site)) for site in sites]
        text = "\n".join(["", *table(found), "", circumstances(browser), "", ""])
        browser.close()
    print(text)
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MARKED.sub(lambda match: match[1] + text + match[2], page), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
