"""For everyone: axe-core finds nothing to object to, anywhere, light or dark, wide or narrow; nor does a keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from examples import KINDS
from measuring import finder
from watching import NewPage, Watch

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
VIEWPORTS = [pytest.param(WIDE, id="wide"), pytest.param(PHONE, id="phone")]
STATES = ("a mention chosen", "a card open", "all opened", "search open", "search page", "nothing found")
WOO = "articles/2020-06-09-woo-urges-cooperation/"
TARGET_SIZE = {"rules": {"target-size": {"enabled": True}}}  # of WCAG 2.2; axe asks for it only where told to


def opened(page: Page, watch: Watch, addresses: dict[str, str], state: str) -> Page:
    """A kind of page, or a page in one of the states above, as a reader has it before the eyes."""
    watch.expect("status of 404")
    at = {"a mention chosen": f"{WOO}#p2m1", "a card open": WOO, "all opened": WOO, "search page": "search/?q=Kim"}
    page.goto((addresses | at).get(state, ""))
    if state == "a card open":
        page.locator("p[id] a.person").first.focus()
        expect(page.locator(".card")).to_be_visible()
    if state == "all opened":
        page.locator("details").evaluate_all("nodes => nodes.forEach((node) => { node.open = true; })")
    if state in ("search open", "nothing found"):
        finder(page).get_by_role("searchbox").fill("Kim" if state == "search open" else "Qwxzjv")
    if state in ("search open", "search page"):
        expect(page.locator(".finder").get_by_role("link").first).to_be_visible()
        expect(page.locator('.finder a[href*="articles/"]').first).to_be_visible()
    if state == "nothing found":
        expect(page.get_by_role("status").last).to_contain_text("othing")
    return page


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", [*KINDS, *STATES])
def test_axe_finds_nothing(
    new_page: NewPage, watch: Watch, addresses: dict[str, str], state: str, scheme: str, viewport: dict[str, int]
) -> None:
    page = opened(new_page(color_scheme=scheme, viewport=viewport), watch, addresses, state)
    assert scheme in page.locator("body").evaluate("node => getComputedStyle(node).colorScheme")
    results = Axe().run(page, options=TARGET_SIZE)
    assert results.response["passes"]
    assert [told(violation) for violation in results.response["violations"]] == []


def told(violation: dict[str, Any]) -> str:
    return f"{violation['id']}: {[node['html'] for node in violation['nodes']]}"


@pytest.mark.parametrize("state", [*KINDS, *STATES])
def test_nothing_scrolls_sideways_on_a_phone(
    new_page: NewPage, watch: Watch, addresses: dict[str, str], state: str
) -> None:
    page = opened(new_page(viewport=PHONE), watch, addresses, state)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    boxes = page.locator("article:visible, dialog:visible")
    assert boxes.count() >= 1
    for box in boxes.all():
        assert box.evaluate("node => node.scrollWidth - node.clientWidth") <= 0


def test_no_page_about_the_edition_scrolls_sideways_on_a_phone(new_page: NewPage, built_site: Path) -> None:
    page, wide = new_page(viewport=PHONE), {}
    addresses = [one.parent.relative_to(built_site).as_posix() for one in built_site.glob("about/**/index.html")]
    for address in addresses:
        page.goto(f"{address}/")
        wide[address] = page.evaluate("document.scrollingElement.scrollWidth")
    assert "about/suggesting" in addresses
    assert {address: width for address, width in wide.items() if width > PHONE["width"]} == {}


# Every stop on the way of the Tab key gets a number and is noted as it looks without the focus: itself and its label.
# Of radio buttons of one name only one is a stop. What stands in closed details is none, nor are bars of a chart, which
# are there for the mouse: the lists below them lead to the same.
NUMBERED = """() => {
    const painted = ({ outlineStyle, outlineWidth, outlineColor, backgroundColor, boxShadow, borderColor }) => [
        outlineStyle === "none" || outlineWidth === "0px" ? "" : outlineWidth + outlineColor,
        backgroundColor, boxShadow, borderColor].join(" ");
    window.look = (node) => [node, node.closest("label")]
        .filter((one) => one?.checkVisibility({ opacityProperty: true }))
        .map((one) => painted(getComputedStyle(one))).join();
    const wanted = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const radios = new Set();
    window.looks = [];
    for (const node of document.querySelectorAll(wanted)) {
        const group = node.type === "radio" && node.name;
        if (!node.checkVisibility({ visibilityProperty: true }) || node.disabled || radios.has(group)) continue;
        if (node.matches("svg[aria-hidden] [tabindex='-1']")) continue;
        if (group) radios.add(group);
        for (const one of group ? document.querySelectorAll(`[name="${group}"]`) : [node])
            one.dataset.stop = looks.length;
        looks.push(look(node));
    }
    return looks.length;
}"""
HERE = """() => {
    const node = document.activeElement, box = node.getBoundingClientRect(), number = Number(node.dataset.stop ?? -1);
    return { number, html: node.outerHTML.slice(0, 160), changes: look(node) !== looks[number],
        inside: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth };
}"""


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize(
    "kind", ["home", "article", "person", "place", "index", "chronology", "network", "map", "search"]
)
def test_tab_reaches_everything_and_one_sees_where_one_is(
    new_page: NewPage, addresses: dict[str, str], kind: str, viewport: dict[str, int]
) -> None:
    page = new_page(viewport=viewport)
    page.goto(addresses[kind])
    page.evaluate("document.activeElement.blur()")
    left = set(range(page.evaluate(NUMBERED)))
    assert len(left) > 8
    for _ in range(len(left) + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["number"] >= 0:
            assert here["changes"], f"has the focus and does not show it: {here['html']}"
            assert here["inside"], f"has the focus and is not in sight: {here['html']}"
        left.discard(here["number"])
        if not left:
            break
    missed = [
        page.locator(f'[data-stop="{number}"]').first.evaluate("node => node.outerHTML") for number in sorted(left)
    ]
    assert missed == []


@pytest.mark.parametrize("kind", ["home", "article", "person", "index", "map", "network", "search"])
def test_nothing_moves_for_those_who_want_no_motion(
    new_page: NewPage, watch: Watch, addresses: dict[str, str], kind: str
) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(addresses[kind])
    expect(finder(page)).to_be_visible()
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].flatMap((node) =>
        ["", "::before", "::after", "::backdrop"].map((part) => getComputedStyle(node, part || null))
            .filter((style) => [style.animationDuration, style.transitionDuration].join().split(",")
                .some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth")
            .map(() => node.outerHTML.slice(0, 120)))""")
    assert moving == []


# The contrast, after WCAG, of two colours that lie on what is behind an element, whatever notation they come in.
CONTRAST = """(node) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const behind = [];
    for (let at = node; at; at = at.parentElement) behind.unshift(getComputedStyle(at).backgroundColor);
    const painted = (...colours) => {
        for (const colour of ["white", ...behind, ...colours]) {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
        }
        const light = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    };
    const contrast = (colour) => {
        const [dark, light] = [painted(), painted(colour)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };
    const style = getComputedStyle(node), isUnderlined = style.textDecorationLine.includes("underline");
    return { text: contrast(style.color), line: isUnderlined ? contrast(style.textDecorationColor) : 0 };
}"""
LINKS = {  # how links look, and whether an underline is what tells their kind, or that they are links at all
    "article": {f'p[id] a.{kind}[id^="p"]': True for kind in ("person", "organization", "place")}
    | {"main a:not([class])": False, ".sections a": False, "footer a": True},
    "person": {"main .concordance li a": False, "main a.place, main a.organization, main a.person": False},
    "index": {"main a": False},
    "page": {"main p a, main li a": True},
    "home": {"main a": False},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", LINKS)
def test_every_style_of_link_stands_out_from_what_is_behind_it(
    new_page: NewPage, addresses: dict[str, str], kind: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(addresses[kind])
    for selector, is_underlined in LINKS[kind].items():
        links = page.locator(selector).locator("visible=true")
        assert links.count() > 0, selector
        for link in links.all()[:20]:
            found = link.evaluate(CONTRAST)
            assert found["text"] >= 4.5, (selector, link.inner_text())
            if is_underlined:
                assert found["line"] >= 3, (selector, link.inner_text())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chosen_mention_stands_out_and_can_be_read(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(f"{WOO}#p2m1")
    found = page.locator("a:target").evaluate(CONTRAST)
    assert found["text"] >= 4.5
    assert found["line"] >= 3


@pytest.mark.parametrize("kind", ["article", "person", "organization", "place", "index", "network", "home"])
def test_names_in_other_scripts_say_their_language(page: Page, addresses: dict[str, str], kind: str) -> None:
    """A screen reader needs it to say 우원식 at all."""
    page.goto(addresses[kind])
    silent = page.evaluate(r"""() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
        const others = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Kana}\p{sc=Cyrillic}\p{sc=Arabic}]/u;
        while (texts.nextNode()) {
            const node = texts.currentNode.parentElement;
            if (others.test(texts.currentNode.data) && node.closest("[lang]").lang.startsWith("en"))
                found.push(node.outerHTML.slice(0, 120));
        }
        return found;
    }""")
    assert silent == []
