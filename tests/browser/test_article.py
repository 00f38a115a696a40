"""The article page: its measure, which links it shows, cards, walks, addresses of paragraphs, copying, paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from building import built
from making import edition
from serving import serve
from watching import NewPage, Watch

ARTICLE = "articles/2020-06-16-liaison-office-destroyed/"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
TOUCH = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
KINDS = ("person", "organization", "place")
# How many characters stand in each line of a paragraph.
LINES = """node => {
  const range = document.createRange(), lines = new Map();
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) for (let at = 0; at < texts.currentNode.length; at++) {
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + 1);
    const line = Math.round(range.getClientRects()[0]?.bottom / 12);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return [...lines.values()];
}"""


def opened(page: Page, address: str = ARTICLE) -> Page:
    page.goto(address)
    return page


def in_text(page: Page, kind: str) -> Locator:
    return page.locator(f'p[id^="p"] > a.{kind}, p[id^="p"] > a[data-href].{kind}')


def card(page: Page) -> Locator:
    return page.locator(".card")


def entry(page: Page, name: str) -> Locator:
    """The line of the panel for a name."""
    return page.locator(".panel li", has=page.get_by_role("link", name=name, exact=True))


def chosen(page: Page, label: str) -> None:
    """Chooses which links the text shows, beside the text."""
    page.locator(".panel").get_by_role("radio", name=label).check()


@pytest.mark.parametrize("width", [700, 800, 1000, 1280, 1920])
def test_a_line_has_60_to_75_characters(new_page: NewPage, width: int) -> None:
    page = opened(new_page(viewport={"width": width, "height": 900}))
    full = [line for block in page.locator("article p.standfirst ~ p:not([class])").all() for line in lines_of(block)]
    assert len(full) > 15
    assert 60 <= sum(full) / len(full) <= 75
    assert max(full) <= 80


def lines_of(block: Locator) -> list[int]:
    """The lengths of a paragraph's lines but the last, and the one before, which may be shortened for its sake."""
    return list(block.evaluate(LINES))[:-2]


def test_the_panel_stands_beside_the_text_where_there_is_room_and_below_it_on_a_phone(new_page: NewPage) -> None:
    for viewport, beside in ((WIDE, True), (PHONE, False)):
        page = opened(new_page(viewport=viewport))
        panel, last = page.locator(".panel").bounding_box(), page.locator("p.credit").bounding_box()
        assert panel
        assert last
        assert (panel["x"] >= last["x"] + last["width"]) == beside
        assert (panel["y"] >= last["y"] + last["height"]) != beside


def test_the_panel_stays_in_sight_while_one_reads(new_page: NewPage) -> None:
    page = opened(new_page(viewport=WIDE))
    page.locator("#p8").scroll_into_view_if_needed()
    expect(page.get_by_role("heading", name="Named in this article")).to_be_in_viewport()


# Which links are shown.


def test_all_links_are_shown_at_first(page: Page) -> None:
    opened(page)
    for kind in KINDS:
        expect(in_text(page, kind).first).to_have_attribute("href", re.compile(r"^\.\./\.\./\w+/[\w-]+/$"))


def test_links_of_one_kind_are_shown_and_the_others_look_like_the_text(page: Page) -> None:
    opened(page)
    chosen(page, "People")
    assert in_text(page, "person").first.evaluate("node => node.matches(':any-link')")
    for kind in ("organization", "place"):
        assert in_text(page, kind).first.evaluate("node => !node.matches(':any-link')")
        expect(in_text(page, kind).first).to_have_css("text-decoration-line", "none")


def test_links_that_are_not_shown_leave_the_tab_order(page: Page) -> None:
    opened(page)
    chosen(page, "None")
    page.locator("#p1 .permalink").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#p2 .permalink")).to_be_focused()


def test_the_words_stay_when_links_are_not_shown(page: Page) -> None:
    opened(page)
    before = page.locator("#p3").inner_text()
    chosen(page, "None")
    assert page.locator("#p3").inner_text() == before


def test_the_choice_of_links_is_remembered_on_the_next_article(page: Page) -> None:
    opened(page)
    chosen(page, "Places")
    page.get_by_role("navigation", name="Articles by date").get_by_role("link").first.click()
    expect(page.locator(".panel").get_by_role("radio", name="Places")).to_be_checked()
    expect(in_text(page, "person").first).not_to_have_attribute("href", re.compile("."))


def test_the_choice_is_in_force_before_the_page_is_painted(page: Page, watch: Watch) -> None:
    opened(page)
    chosen(page, "None")
    watch.expect("ERR_FAILED")
    page.route("**/reader.js", lambda route: route.abort())
    page.reload()
    assert page.locator(".permalink").count() == 0
    expect(in_text(page, "person").first).to_have_css("text-decoration-line", "none")


def test_all_links_come_back(page: Page) -> None:
    opened(page)
    addresses = "links => links.map(link => link.getAttribute('href'))"
    before = page.locator("article [id^=p] > a[id]").evaluate_all(addresses)
    chosen(page, "None")
    chosen(page, "All")
    assert page.locator("article [id^=p] > a[id]").evaluate_all(addresses) == before
    assert page.evaluate("localStorage.getItem('dateline.links')") is None


def test_a_keyboard_chooses_links_by_arrows(page: Page) -> None:
    opened(page)
    page.locator(".panel").get_by_role("radio", name="All").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".panel").get_by_role("radio", name="People")).to_be_checked()
    expect(in_text(page, "place").first).to_have_css("text-decoration-line", "none")


def test_a_phone_has_the_choice_below_the_headline(new_page: NewPage) -> None:
    page = opened(new_page(**TOUCH))
    page.locator("summary", has_text="Links: All").tap()
    page.locator(".switch--above").get_by_role("radio", name="People").tap()
    expect(page.locator("summary", has_text="Links: People")).to_be_visible()
    expect(in_text(page, "place").first).to_have_css("text-decoration-line", "none")


# Cards.


def test_a_card_says_who_it_is(page: Page) -> None:
    opened(page)
    in_text(page, "person").first.hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text("Kim Yo Jong")
    expect(card(page)).to_contain_text(re.compile(r"Person · .+In \d+ of \d+ articles", re.DOTALL))


def test_the_bar_of_a_card_is_as_long_as_the_share_of_articles(page: Page) -> None:
    opened(page)
    in_text(page, "person").first.hover()
    expect(card(page)).to_be_visible()
    found = re.search(r"In (\d+) of (\d+) articles", card(page).inner_text())
    assert found
    bar, whole = (page.locator(f".card__bar{inside}").bounding_box() for inside in (" span", ""))
    assert bar
    assert whole
    assert bar["width"] / whole["width"] == pytest.approx(int(found[1]) / int(found[2]), abs=0.02)


def test_a_card_waits_until_the_pointer_rests(page: Page) -> None:
    opened(page)
    in_text(page, "person").first.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    expect(card(page)).to_be_hidden()


def test_a_card_can_be_pointed_at_and_goes_when_it_is_left(page: Page) -> None:
    opened(page)
    in_text(page, "person").first.hover()
    card(page).hover()
    page.wait_for_timeout(500)
    expect(card(page)).to_be_visible()
    page.mouse.move(5, 5)
    expect(card(page)).to_be_hidden()


def test_a_card_opens_on_focus_describes_the_link_and_escape_closes_it_in_place(page: Page) -> None:
    opened(page)
    page.locator("#p1 .permalink").focus()
    page.keyboard.press("Tab")
    link = page.locator("#p1m1")
    expect(link).to_be_focused()
    expect(card(page)).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "card")
    expect(link).to_have_accessible_description(re.compile("articles$"))
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None


def test_the_next_link_has_the_next_card(page: Page) -> None:
    opened(page)
    page.locator("#p1 .permalink").focus()
    for name in ("Inter-Korean Joint Liaison Office", "North Korea", "Kim Yo Jong"):
        page.keyboard.press("Tab")
        expect(card(page).locator(".card__name")).to_have_text(name)


def test_escape_closes_a_card_under_the_pointer(page: Page) -> None:
    opened(page)
    in_text(page, "place").first.hover()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()


def test_a_click_follows_the_link_whether_there_is_a_card_or_not(page: Page) -> None:
    opened(page)
    in_text(page, "person").first.hover()
    expect(card(page)).to_be_visible()
    in_text(page, "person").first.click()
    expect(page).to_have_url(re.compile(r"/people/kim-yo-jong/$"))


def test_a_card_stays_inside_the_window(new_page: NewPage) -> None:
    page = opened(new_page(viewport=PHONE))
    for link in page.locator("#p3 > a[id], #p10 > a[id]").all():
        link.scroll_into_view_if_needed()
        link.hover()
        expect(link).to_have_attribute("aria-describedby", "card")
        box = card(page).bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= PHONE["width"]
        assert 0 <= box["y"] <= box["y"] + box["height"] <= PHONE["height"]


def test_a_card_opens_on_other_pages_as_well(page: Page) -> None:
    opened(page, "people/kim-yo-jong/")
    page.locator("main a:is(.organization, .place, .person)[href]").first.hover()
    expect(card(page)).to_be_visible()


def held(page: Page, link: Locator) -> None:
    """A finger rests on the link, then leaves it."""
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box
    finger = page.context.new_cdp_session(page)
    point = {"x": box["x"] + 8, "y": box["y"] + 8}
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    page.wait_for_timeout(800)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_long_press_opens_a_card_with_a_link_and_does_not_follow(new_page: NewPage) -> None:
    page = opened(new_page(**TOUCH))
    held(page, in_text(page, "person").first)
    dialog = page.get_by_role("dialog", name="Kim Yo Jong")
    expect(dialog).to_be_visible()
    expect(page).to_have_url(re.compile(f"{ARTICLE}$"))
    dialog.get_by_role("link", name="All about Kim Yo Jong").tap()
    expect(page).to_have_url(re.compile(r"/people/kim-yo-jong/$"))


def test_a_touch_elsewhere_closes_a_card(new_page: NewPage) -> None:
    page = opened(new_page(**TOUCH))
    held(page, in_text(page, "person").first)
    expect(card(page)).to_be_visible()
    page.get_by_role("heading", level=1).tap(position={"x": 5, "y": 60})
    expect(card(page)).to_be_hidden()


def test_a_tap_follows_the_link_and_shows_no_card(new_page: NewPage) -> None:
    page = opened(new_page(**TOUCH))
    in_text(page, "person").first.tap()
    expect(page).to_have_url(re.compile(r"/people/kim-yo-jong/$"))


# Walks through mentions.


def test_a_count_leads_to_the_first_mention_and_then_to_the_next(page: Page) -> None:
    opened(page)
    count = entry(page, "Kim Yo Jong").locator("[data-walk]")
    for at in ("p1m3", "p3m3", "p6m5", "p1m3"):
        count.click()
        expect(page).to_have_url(re.compile(f"#{at}$"))
        expect(page.locator(f"#{at}")).to_be_focused()
        expect(page.locator(f"#{at}")).to_be_in_viewport()
        expect(page.locator("a:target")).to_have_id(at)


def test_a_walk_says_where_it_is(page: Page) -> None:
    opened(page)
    entry(page, "Kim Yo Jong").locator("[data-walk]").click()
    expect(page.get_by_role("status")).to_have_text("Kim Yo Jong: 1 of 3")
    page.get_by_role("button", name="Next mention").click()
    expect(page.get_by_role("status")).to_have_text("Kim Yo Jong: 2 of 3")
    page.get_by_role("button", name="Previous mention").click()
    expect(page.get_by_role("status")).to_have_text("Kim Yo Jong: 1 of 3")


def test_shift_walks_back_and_round(page: Page) -> None:
    opened(page)
    entry(page, "Kim Yo Jong").locator("[data-walk]").click(modifiers=["Shift"])
    expect(page.get_by_role("status")).to_have_text("Kim Yo Jong: 3 of 3")


def test_a_keyboard_walks_between_the_count_and_the_mentions(page: Page) -> None:
    opened(page)
    count = entry(page, "Kim Yo Jong").locator("[data-walk]")
    count.focus()
    for at in ("p1m3", "p3m3"):
        page.keyboard.press("Enter")
        expect(page.locator(f"#{at}")).to_be_focused()
        page.keyboard.press("Escape")
        expect(count).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Next mention")).to_be_hidden()


def test_no_card_opens_on_a_walk(page: Page) -> None:
    opened(page)
    entry(page, "Kim Yo Jong").locator("[data-walk]").focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    expect(card(page)).to_be_hidden()


def test_no_card_covers_the_passage_an_address_leads_to(page: Page) -> None:
    opened(page, f"{ARTICLE}#p1m3")
    expect(page.locator("#p1m3")).to_be_focused()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")  # who comes back to it by keyboard asks for one
    expect(card(page)).to_be_visible()


def test_back_leads_to_where_the_walk_began_and_ends_it(page: Page) -> None:
    opened(page)
    count = entry(page, "Kim Yo Jong").locator("[data-walk]")
    for _ in range(3):
        count.click()
    page.go_back()
    expect(page).to_have_url(re.compile(f"{ARTICLE}$"))
    expect(page.get_by_role("button", name="Next mention")).to_be_hidden()


def test_a_walk_goes_through_mentions_whose_links_are_not_shown(page: Page) -> None:
    opened(page)
    chosen(page, "None")
    entry(page, "Kim Yo Jong").locator("[data-walk]").click()
    expect(page.locator("#p1m3")).to_be_focused()


def test_on_a_phone_the_foot_of_the_window_leads_on(new_page: NewPage) -> None:
    page = opened(new_page(**TOUCH))
    entry(page, "Kim Yo Jong").locator("[data-walk]").tap()
    page.get_by_role("button", name="Next mention").tap()
    expect(page.locator("#p3m3")).to_be_in_viewport()
    page.get_by_role("button", name="End the walk").tap()
    expect(page.get_by_role("button", name="Next mention")).to_be_hidden()


def test_without_scripts_a_count_leads_to_the_first_mention(new_page: NewPage) -> None:
    page = opened(new_page(java_script_enabled=False))
    entry(page, "Kim Yo Jong").locator("[data-walk]").click()
    expect(page.locator("a:target")).to_have_id("p1m3")
    assert page.locator(".switch, .permalink, .foot").count() == 0


# Addresses of paragraphs.


def test_the_number_of_a_paragraph_appears_on_approach(page: Page) -> None:
    opened(page)
    number = page.locator("#p2 .permalink")
    expect(number).to_have_css("opacity", "0")
    page.locator("#p2").hover()
    expect(number).to_have_css("opacity", "1")


def test_a_keyboard_reaches_the_number_of_a_paragraph(page: Page) -> None:
    opened(page)
    page.get_by_role("link", name="Paragraph 2: link").focus()
    expect(page.locator("#p2 .permalink")).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#p2$"))


def test_the_number_of_a_paragraph_copies_its_address_and_says_so(new_page: NewPage) -> None:
    page = opened(new_page(permissions=["clipboard-read", "clipboard-write"]))
    page.locator("#p2").hover()
    page.locator("#p2 .permalink").click()
    expect(page.get_by_role("status")).to_have_text("Address of paragraph 2 copied")
    assert str(page.evaluate("navigator.clipboard.readText()")).endswith(f"{ARTICLE}#p2")


def test_numbers_are_not_copied_with_the_text(page: Page) -> None:
    opened(page)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p2'))")
    selected = str(page.evaluate("getSelection().toString()"))
    assert selected.startswith("The office stood in Kaesong")


def test_a_tap_on_a_paragraph_shows_its_number(new_page: NewPage) -> None:
    page = opened(new_page(**TOUCH))
    page.locator("#p2").tap(position={"x": 60, "y": 150})
    expect(page.locator("#p2 .permalink")).to_have_css("opacity", "1")


# Copying, details, paper.


COPY = '<button data-copy="words" hidden>Copy</button><pre id="words">One &amp; two</pre>'


def with_button(page: Page, site: Path) -> Locator:
    """An article whose page brings a button to copy something."""
    body = (site / ARTICLE / "index.html").read_text(encoding="utf-8")
    body = body.replace('<nav class="previous-next"', f'{COPY}<nav class="previous-next"')
    page.route(f"**/{ARTICLE}", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    opened(page)
    return page.locator('[data-copy="words"]')


def test_a_button_copies_the_words_it_stands_for_and_says_so(new_page: NewPage, built_site: Path) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    button = with_button(page, built_site)
    button.click()
    expect(button).to_have_text("Copied")
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "One & two"


def test_where_copying_is_forbidden_the_words_are_selected(page: Page, built_site: Path) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    button = with_button(page, built_site)
    button.click()
    expect(button).to_have_text("Selected: copy it now")
    assert page.evaluate("getSelection().toString()").strip() == "One & two"


def test_an_address_of_details_opens_them(page: Page) -> None:
    opened(page, f"{ARTICLE}#why")
    expect(page.locator("#why")).to_have_attribute("open", "")
    expect(page.locator("#why dt").first).to_be_visible()


def test_on_paper_stand_the_words_without_controls(page: Page) -> None:
    opened(page)
    page.emulate_media(media="print")
    for name in (".masthead", ".panel", ".switch", ".foot", ".previous-next", ".reasons"):
        expect(page.locator(name).first).to_be_hidden()
    for name in ("h1", ".source-line", ".standfirst", "#p1", ".caption"):
        expect(page.locator(name).first).to_be_visible()
    expect(page.locator("#p1m1")).to_have_css("text-decoration-line", "none")


def test_nothing_moves_for_those_who_want_less_motion(new_page: NewPage) -> None:
    page = opened(new_page(reduced_motion="reduce"))
    in_text(page, "person").first.hover()
    expect(card(page)).to_have_css("transition-property", re.compile("none|all"))
    expect(card(page)).to_have_css("animation-name", "none")
    entry(page, "Kim Yo Jong").locator("[data-walk]").click()
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_text_from_right_to_left_begins_at_the_right(new_page: NewPage, tmp_path: Path) -> None:
    texts = {"news.txt": "---\ntitle: خبر اليوم\nlanguage: ar\n---\nKim Jong Un spoke.\n\nتحدث Kim Jong Un.\n"}
    with serve(built(edition(tmp_path / "edition", texts))) as url:
        page = opened(new_page(base_url=url), "articles/news/")
        text, left, right = (
            page.locator(id).evaluate("node => node.getBoundingClientRect().toJSON()")
            for id in ("#p2", "#p1m1", "#p2m1")
        )
        assert left["x"] == text["x"]
        assert right["x"] > text["x"] + text["width"] / 2


def test_forced_colours_still_show_which_links_are_chosen(new_page: NewPage) -> None:
    page = opened(new_page(forced_colors="active"))
    chosen(page, "People")
    edges = page.locator(".panel .switch label").evaluate_all(
        "labels => labels.map(label => getComputedStyle(label).borderBottomColor)"
    )
    assert len(set(edges)) == 2
    assert [edges.count(edge) for edge in edges] == [4, 1, 4, 4, 4]
