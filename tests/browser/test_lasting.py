"""A page for a hundred years: whole without scripts, on paper, and in the reader mode of a browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from examples import KINDS
from watching import NewPage, Watch

ARTICLE = "articles/2020-06-09-woo-urges-cooperation/"
PHONE = {"width": 390, "height": 844}
# The words that are shown, or are by opening them; where links lead; and what is hidden though it is not for scripts.
CONTENT = """() => {
    const main = document.querySelector("main");
    for (const one of main.querySelectorAll("details")) one.open = true;
    const own = [...main.querySelectorAll("a[href], h1, h2, h3, h4, p, li, td, dd, summary")].filter(
        (one) => !one.closest(".card, .foot, .switch, [data-copy], dialog"));
    const links = own.filter((one) => one.matches("a:not(.permalink, [data-search])"));
    const hidden = own.filter((one) => one.textContent.trim() && !one.checkVisibility({ visibilityProperty: true }));
    return { text: main.innerText.split(/\\s+/).join(" "),
        links: links.map((one) => new URL(one.getAttribute("href"), location).href),
        hidden: hidden.map((one) => one.outerHTML.slice(0, 200)) };
}"""


# How far what is in sight moved without the reader's doing, as Cumulative Layout Shift counts it.
SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifted += value; })
        .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_jumps_when_scripts_arrive(
    new_page: NewPage, watch: Watch, addresses: dict[str, str], kind: str
) -> None:
    """On a slow phone, where one has begun to read by then. What fonts move depends on those of the reader's system."""
    watch.expect("status of 404|woff2")
    page = new_page(viewport=PHONE)
    page.route("**/*.woff2", lambda route: route.abort())
    page.add_init_script(SHIFTS)
    tools = page.context.new_cdp_session(page)
    tools.send("Network.enable")
    slow = {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    tools.send("Network.emulateNetworkConditions", {"offline": False, **slow})
    page.goto(addresses[kind], wait_until="networkidle")
    assert page.evaluate("shifted") < 0.05


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_every_text_and_every_link_is_there(
    new_page: NewPage, watch: Watch, addresses: dict[str, str], kind: str
) -> None:
    """What a page says and where it leads with scripts, it says and leads without; scripts add only to that."""
    watch.expect("status of 404")
    plain, scripted = new_page(java_script_enabled=False), new_page()
    plain.goto(addresses[kind])
    scripted.goto(addresses[kind])
    without, with_scripts = plain.evaluate(CONTENT), scripted.evaluate(CONTENT)
    assert set(with_scripts["links"]) <= set(without["links"])
    assert len(without["text"]) >= 0.9 * len(with_scripts["text"])
    assert without["hidden"] == []


def test_without_scripts_there_is_no_button_that_does_nothing(new_page: NewPage, addresses: dict[str, str]) -> None:
    page = new_page(java_script_enabled=False)
    for kind in ("article", "person", "index", "home", "search"):
        page.goto(addresses[kind])
        for button in page.locator("button, select, input:not(.sentences input)").all():  # that one needs no script
            expect(button).to_be_hidden()


def test_without_scripts_one_goes_from_name_to_name(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("")
    page.get_by_role("link", name="People", exact=True).first.click()
    page.get_by_role("main").get_by_role("link", name=re.compile("Won-shik")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Woo Won-shik")
    beside = page.locator(".companions details", has_text="Moon Jae-in")
    beside.locator("summary").click()
    beside.get_by_role("link", name="Moon Jae-in").first.click()
    expect(page).to_have_url(re.compile("/people/moon-jae-in/"))


@pytest.mark.parametrize("kind", ["article", "person", "index", "map", "network", "chronology"])
def test_a_page_prints(page: Page, addresses: dict[str, str], kind: str) -> None:
    page.goto(addresses[kind])
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 1


def test_on_paper_an_article_is_its_text_without_what_one_cannot_press(page: Page) -> None:
    page.goto(ARTICLE)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for block in page.locator('.edition--article > p[id^="p"]').all():
        expect(block).to_be_visible()
    for chrome in (".masthead__search", "nav.sections", "[data-theme-switch]", ".switch", ".skip"):
        for node in page.locator(chrome).all():
            expect(node).to_be_hidden()
    link = page.locator("p[id] a.person").first
    assert link.evaluate("node => getComputedStyle(node, '::after').content") in (
        "none",
        "normal",
    )  # no address after it


def test_on_paper_text_is_black_on_white_even_where_the_screen_is_dark(new_page: NewPage) -> None:
    page = new_page(color_scheme="dark")
    page.goto(ARTICLE)
    page.emulate_media(media="print", color_scheme="dark")
    colours = (
        page.locator("p[id]")
        .nth(2)
        .evaluate("node => [getComputedStyle(node).color, getComputedStyle(document.body).backgroundColor]")
    )
    ink, paper = (sum(map(float, re.findall(r"[\d.]+", colour)[:3])) for colour in colours)
    assert ink < 150
    assert paper > 600 or "rgba(0, 0, 0, 0)" in colours[1]


def test_a_reader_mode_finds_the_article_and_its_text_in_order(page: Page) -> None:
    """It takes the `article` of `main`: heading, date and author before the text, no furniture between paragraphs."""
    page.goto(ARTICLE)
    article = page.locator("main article")
    expect(article).to_have_count(1)
    expect(article.get_by_role("heading", level=1)).to_have_count(1)
    for furniture in ("nav.sections", "footer.colophon", "header.masthead"):
        assert page.locator(f"main {furniture}").count() == 0
    tags = page.locator('.edition--article > [id^="p"]').evaluate_all(
        "nodes => nodes.filter(({ id }) => /^p\\\\d+$/.test(id)).map((node) => node.nextElementSibling?.id ?? '')"
    )
    assert tags[:-1] == [f"p{number}" for number in range(1, len(tags))]
