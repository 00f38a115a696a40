"""Search: names at once and by every form, then the sentence of an article; filters, history, keyboard, no server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from building import built
from edition.render.files.names import names_script
from making import edition
from many_names import many_names
from serving import serve
from watching import NewPage, Watch

PHRASE = re.compile("^liaison office in kaesong$", re.IGNORECASE)
ARTICLE = "articles/2020-06-09-woo-urges-cooperation/"


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Search")


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search")


def status(page: Page) -> Locator:
    return page.locator(".finder").get_by_role("status")


def results(page: Page, heading: str) -> Locator:
    """The links of the list under a heading."""
    title = page.get_by_role("heading", name=heading, exact=True)
    return page.locator(".finder section", has=title).get_by_role("list").first.get_by_role("link")


def search(page: Page, query: str, start: str = "") -> None:
    """The search dialog over a page, the query typed."""
    page.goto(start)
    page.keyboard.press("/")
    field(page).fill(query)


def page_text(page: Page, link: Locator) -> str:
    """The HTML of the page that a link leads to."""
    return str(page.evaluate("url => fetch(url).then(answer => answer.text())", link.get_attribute("href")))


def leads_to(address: str) -> re.Pattern[str]:
    return re.compile(rf"/{address}/(#\w+)?$")


# Names


@pytest.mark.parametrize(
    ("query", "entity"),
    [
        pytest.param("woo won shik", "people/woo-won-shik", id="small letters, no hyphen"),
        pytest.param("Woo Won-sik", "people/woo-won-shik", id="another romanization"),
        pytest.param("Won-shik Woo", "people/woo-won-shik", id="family name last"),
        pytest.param("WOO WONSHIK", "people/woo-won-shik", id="capitals, in one word"),
        pytest.param("우원식", "people/woo-won-shik", id="Korean letters"),
        pytest.param("우원", "people/woo-won-shik", id="the beginning in Korean letters"),
        pytest.param("kim jong-un", "people/kim-jong-un", id="a hyphen that the heading lacks"),
        pytest.param("Kim Jongun", "people/kim-jong-un", id="given name in one word"),
        pytest.param("jongun", "people/kim-jong-un", id="given name alone, in one word"),
        pytest.param("Kim Jong Un", "people/kim-jong-un", id="the heading itself"),
        pytest.param("Mr. Kim", "people/kim-jong-un", id="a title before the name"),
        pytest.param("President Moon", "people/moon-jae-in", id="an office before the name"),
        pytest.param("kim yo", "people/kim-yo-jong", id="the beginning of a name"),
        pytest.param("Kim Chong-un", "people/kim-jong-un", id="accents and hyphens of a romanization"),
        pytest.param("Workers' Party of Korea", "organizations/workers-party-of-korea", id="another apostrophe"),
        pytest.param("dprk", "places/north-korea", id="an acronym"),
        pytest.param("Pentagon", "organizations/us-department-of-defense", id="a nickname"),
    ],
)
def test_an_entity_is_found_first_by_every_form_of_its_name(page: Page, query: str, entity: str) -> None:
    search(page, query)
    expect(results(page, "Names").first).to_have_attribute("href", leads_to(entity))


@pytest.mark.parametrize(
    ("query", "entity"),
    [
        pytest.param("Woo Won-shok", "woo-won-shik", id="another letter"),
        pytest.param("Wo Wonshik Panmunjon", None, id="a word of no name"),
        pytest.param("Panmunjon", "panmunjom", id="another letter at the end"),
        pytest.param("Pyongynag", "pyongyang", id="two letters exchanged"),
        pytest.param("Pyonyang", "pyongyang", id="a letter missing"),
        pytest.param("Pyongyyang", "pyongyang", id="a letter too many"),
        pytest.param("Kim Jnog", "kim-jong-un", id="in a short word of a name"),
    ],
)
def test_one_slip_is_forgiven(page: Page, query: str, entity: str | None) -> None:
    search(page, query)
    if entity is None:
        expect(status(page)).to_have_text(f"Nothing found for “{query}”")
    else:
        expect(results(page, "Similar names").first).to_have_attribute("href", leads_to(rf"\w+/{entity}"))


def test_no_slip_is_supposed_where_a_name_fits_as_it_stands(page: Page) -> None:
    search(page, "Moon")  # one letter from `Mood` and `Noon`
    expect(results(page, "Names").first).to_have_attribute("href", leads_to("people/moon-jae-in"))
    expect(page.get_by_role("heading", name="Similar names")).to_have_count(0)


def test_whole_words_come_before_beginnings_and_more_mentions_before_fewer(page: Page) -> None:
    search(page, "Kim")
    found = results(page, "Names")
    expect(found.first).to_have_attribute("href", leads_to("people/kim-jong-un"))
    expect(found.nth(1)).to_have_attribute("href", leads_to("people/kim-yo-jong"))


def test_a_name_tells_its_kind_its_role_and_in_how_many_articles_it_stands(page: Page) -> None:
    search(page, "Woo Won-shik")
    expect(results(page, "Names")).to_contain_text("Person · member, National Assembly (South Korea) · 2 articles")


def test_a_name_found_by_another_form_says_so_in_its_language(page: Page) -> None:
    search(page, "김정은")
    expect(results(page, "Names").first).to_contain_text("also 김정은")
    expect(results(page, "Names").first.locator("[lang=ko]")).to_have_text("김정은")


def test_names_come_before_articles(page: Page) -> None:
    search(page, "Kim Jong Un", "articles/")
    expect(page.locator(".finder").get_by_role("heading")).to_have_text(["Names", "Articles"])


def test_names_are_there_in_less_than_fifty_milliseconds_among_ten_thousand(page: Page, watch: Watch) -> None:
    many = names_script(*many_names())
    page.route("**/data/names.js", lambda route: route.fulfill(body=many, content_type="application/javascript"))
    page.route("**/pagefind/**", lambda route: route.abort())  # the articles are no part of this
    watch.expect("ERR_FAILED")
    page.goto("")
    page.keyboard.press("/")
    field(page).press("a")
    expect(results(page, "Names").first).to_be_visible()
    page.evaluate("""() => {
        window.waits = [];
        const names = document.querySelector(".finder__found").firstChild;
        document.addEventListener("keydown", () => { window.pressed = performance.now(); }, true);
        const note = () => window.waits.push(performance.now() - window.pressed);
        new MutationObserver(note).observe(names, { childList: true });
    }""")
    for query in ("kim seo-yeon", "o'brien", "university of por", "kowlaski"):  # the last with a slip
        field(page).fill("")
        field(page).press_sequentially(query, delay=40)
    waits = page.evaluate("window.waits")
    assert len(waits) >= 20
    assert median(waits) < 50, waits


# Articles


def test_an_article_is_shown_with_the_sentence_that_has_the_words_and_marks_them(page: Page) -> None:
    search(page, "12 million leaflets")
    first = results(page, "Articles").first
    expect(first).to_contain_text("The North Prints Leaflets and Puts Up Loudspeakers")
    expect(first).to_contain_text("22 June 2020 · Dateline")
    expect(first.locator("span mark")).to_have_text(["12", "million", "leaflets"])


def test_an_article_is_opened_at_the_paragraph_that_was_shown(page: Page) -> None:
    search(page, "hotline between the desks")
    sentence = results(page, "Articles").first.locator("span").inner_text()
    results(page, "Articles").first.click()
    expect(page).to_have_url(re.compile(r"/articles/[\w-]+/#p\d+$"))
    expect(page.locator(":target")).to_contain_text(sentence)
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("word", ["Erdogan", "Kimchi", "Wonderland"])
def test_a_word_that_no_article_has_finds_none(page: Page, word: str) -> None:
    """Pagefind by itself takes any word that begins it."""
    search(page, word)
    expect(status(page)).to_have_text(f"Nothing found for “{word}”")


@pytest.mark.parametrize("word", ["leaflet", "leaflets", "answer", "answers", "armies"])
def test_a_word_is_found_in_its_other_forms(page: Page, word: str) -> None:
    search(page, word)
    expect(results(page, "Articles").first.locator("mark").first).to_have_text(re.compile(word[:3], re.IGNORECASE))


def test_a_phrase_in_quotation_marks_is_found_as_it_stands(page: Page) -> None:
    search(page, "liaison office at Kaesong")
    expect(results(page, "Articles").first).to_be_visible()
    field(page).fill('"liaison office in Kaesong"')
    expect(results(page, "Articles").first.locator("mark").first).to_have_text(
        re.compile("^liaison office in kaesong$", re.I)
    )
    field(page).fill('"office liaison in Kaesong"')
    expect(status(page)).to_contain_text("Nothing found")


def test_curly_quotation_marks_are_the_same_and_the_last_may_be_missing(page: Page) -> None:
    search(page, "“liaison office in Kaesong”")
    expect(status(page)).to_have_text(re.compile(r"^\d+ articles?$"))
    said = status(page).inner_text()
    field(page).fill('"LIAISON office in kaesong')
    expect(results(page, "Articles").first.locator("mark").first).to_have_text(
        re.compile("^liaison office in kaesong$", re.I)
    )
    expect(status(page)).to_have_text(said)


def test_a_phrase_and_a_word_beside_it_are_both_in_what_is_found(page: Page) -> None:
    search(page, '"liaison office" balloon')
    shown = results(page, "Articles")
    expect(shown.first).to_be_visible()
    for link in shown.all():
        text = page_text(page, link)
        assert "balloon" in text
        assert "liaison office" in text.lower()


def test_a_phrase_finds_no_other_form_of_its_words(page: Page) -> None:
    search(page, "leaflet group")
    expect(results(page, "Articles").first).to_be_visible()
    field(page).fill('"leaflet group"')  # the articles have `Leaflet Groups`
    expect(status(page)).to_contain_text("Nothing found")


def test_the_counts_are_those_of_the_lists(page: Page) -> None:
    search(page, "Kim")
    expect(status(page)).to_have_text(re.compile(r"^\d+ names · \d+ articles$"))
    names, articles = map(int, re.findall(r"\d+", status(page).inner_text()))
    for heading, count in (("Names", names), ("Articles", articles)):
        more = page.locator(".finder section", has=page.get_by_role("heading", name=heading)).get_by_text("More")
        while more.is_visible():
            before = results(page, heading).count()
            more.click()
            expect(results(page, heading).nth(before)).to_be_focused()
        expect(results(page, heading)).to_have_count(count)


@pytest.fixture(scope="module")
def large_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An edition of sixty articles of three years and two publishers, each with the same words and one of its own."""
    texts = {
        f"{year}-01-{day:02}.txt": f"---\ntitle: News {year}-{day}\ndate: {year}-01-{day:02}\npublisher: {paper}\n---\n"
        f"Kim Jong Un spoke at the bridge.\n\nThe number {year * 100 + day} was drawn. The bridge {verb}.\n"
        for year, paper, verb in ((2001, "Star", "stood"), (2002, "Sun", "shook"), (2003, "Star", "fell"))
        for day in range(1, 21)
    }
    with serve(built(edition(tmp_path_factory.mktemp("large") / "edition", texts))) as url:
        yield url


def test_of_very_many_articles_the_best_are_shown_and_no_number_is_told(new_page: NewPage, large_url: str) -> None:
    page = new_page(base_url=large_url)
    search(page, "bridge")
    expect(status(page)).to_have_text("Articles by relevance")
    expect(results(page, "Articles")).to_have_count(8)
    page.get_by_role("button", name="More").click()
    expect(results(page, "Articles")).to_have_count(16)
    expect(results(page, "Articles").nth(8)).to_be_focused()


@pytest.mark.parametrize("query", ["bridge 200399", "bridge wonderland", "bridgehead"])
def test_a_word_that_is_in_none_of_very_many_articles_finds_none(new_page: NewPage, large_url: str, query: str) -> None:
    page = new_page(base_url=large_url)
    search(page, query)
    expect(status(page)).to_have_text(f"Nothing found for “{query}”")


def test_a_rare_phrase_beside_a_common_word_is_found_among_very_many(new_page: NewPage, large_url: str) -> None:
    page = new_page(base_url=large_url)
    search(page, 'bridge "number 200217 was"')
    expect(results(page, "Articles")).to_have_count(1)
    expect(results(page, "Articles")).to_contain_text("News 2002-17")


# Filters


@pytest.mark.parametrize(
    ("kind", "result"), [("Places", "places/seoul"), ("Articles", "articles/[\\w-]+"), ("People", "people/[\\w-]+")]
)
def test_the_filter_by_kind_shows_one_kind_alone(page: Page, kind: str, result: str) -> None:
    search(page, "Seoul" if kind != "People" else "Kim")
    page.get_by_role("radio", name=kind).check()
    expect(page.locator(".finder").get_by_role("heading")).to_have_text([kind])
    expect(results(page, kind).first).to_have_attribute("href", leads_to(result))


def test_all_kinds_are_chosen_until_another_choice(page: Page) -> None:
    search(page, "Kim")
    expect(results(page, "Names").first).to_be_visible()
    expect(page.get_by_role("radio", name="All")).to_be_checked()


def test_a_kind_alone_lists_all_of_it_the_most_named_first(page: Page) -> None:
    search(page, "")
    page.get_by_role("radio", name="People").check()
    expect(status(page)).to_have_text(re.compile(r"^\d+ people$"))
    expect(results(page, "People").first).to_have_attribute("href", leads_to("people/kim-jong-un"))


def test_articles_alone_are_all_articles_the_newest_first(page: Page, repository: Path) -> None:
    search(page, "")
    page.get_by_role("radio", name="Articles").check()
    expect(status(page)).to_have_text(f"{len(list((repository / 'articles').glob('*.txt')))} articles")
    expect(results(page, "Articles").first).to_contain_text("27 June 2020")


def test_the_filter_by_year_shows_articles_of_that_year_and_the_names_in_them(
    new_page: NewPage, hostile_url: str
) -> None:
    page = new_page(base_url=hostile_url)
    search(page, "bridge")
    expect(results(page, "Articles")).to_have_count(2)
    page.get_by_role("combobox", name="Year").select_option("2019")
    expect(results(page, "Articles")).to_have_count(1)
    expect(results(page, "Articles")).to_have_attribute("href", leads_to("articles/2019-01-02-old"))
    page.get_by_role("button", name="2019").click()
    expect(results(page, "Articles")).to_have_count(2)


def test_years_and_publishers_add_up_among_themselves_and_narrow_each_other(new_page: NewPage, large_url: str) -> None:
    page = new_page(base_url=large_url)
    page.goto("?q=&kind=article")
    expect(status(page)).to_have_text("60 articles")
    page.get_by_role("combobox", name="Year").select_option("2001")
    expect(status(page)).to_have_text("20 articles")
    page.get_by_role("combobox", name="Year").select_option("2002")
    expect(status(page)).to_have_text("40 articles")
    page.get_by_role("combobox", name="Publisher").select_option("Sun")
    expect(status(page)).to_have_text("20 articles")
    expect(page).to_have_url(re.compile(r"\?q=&kind=article&year=2001&year=2002&publisher=Sun$"))
    field(page).fill("shook")
    expect(status(page)).to_have_text("20 articles")
    field(page).fill("fell")
    expect(status(page)).to_have_text("Nothing found for “fell”")


def test_an_article_without_a_publisher_is_of_none(new_page: NewPage, tmp_path: Path) -> None:
    papers = {"star.txt": "publisher: Star\n", "sun.txt": "publisher: Sun\n", "none.txt": ""}
    texts = {name: f"---\ntitle: The news\n{paper}---\nWords.\n" for name, paper in papers.items()}
    with serve(built(edition(tmp_path / "edition", texts))) as url:
        page = new_page(base_url=url)
        page.goto("?q=&publisher=Sun")
        expect(status(page)).to_have_text("1 article")


def test_a_person_is_made_a_filter_and_a_filter_alone_gives_its_list(page: Page) -> None:
    search(page, "Woo Won-shik")
    page.get_by_role("button", name="+ Filter by Woo Won-shik").click()
    expect(field(page)).to_have_value("")
    expect(status(page)).to_have_text("2 articles")
    expect(results(page, "Articles").nth(1)).to_have_attribute("href", leads_to(ARTICLE.rstrip("/")))


def test_who_else_is_named_beside_a_person_is_counted_by_their_articles(page: Page) -> None:
    page.goto("?q=&person=woo-won-shik&kind=person")
    expect(results(page, "People").first).to_contain_text("2 articles")
    page.get_by_role("button", name="+ Filter by Moon Jae-in").click()
    expect(status(page)).to_have_text("2 articles")
    for link in results(page, "Articles").all():
        text = page_text(page, link)
        assert "people/woo-won-shik/" in text
        assert "people/moon-jae-in/" in text


def test_words_are_searched_in_the_articles_that_pass_the_filters(page: Page) -> None:
    page.goto("?q=cooperation&person=woo-won-shik")
    expect(status(page)).to_have_text("2 articles")
    page.get_by_role("button", name="Woo Won-shik × remove this filter").click()
    expect(status(page)).to_have_text(re.compile(r"^([3-9]|\d\d) articles$"))
    expect(page).not_to_have_url(re.compile("person="))


def test_filters_of_every_field_stand_in_the_address(page: Page) -> None:
    page.goto("?q=&kind=article&year=2020&publisher=Dateline&organization=un&place=seoul&person=woo-won-shik")
    expect(page.get_by_role("radio", name="Articles")).to_be_checked()
    for name in ("2020", "Dateline", "United Nations", "Seoul", "Woo Won-shik"):
        expect(page.locator(".finder__chips").get_by_role("button", name=name)).to_be_visible()
    expect(results(page, "Articles").first).to_have_attribute("href", leads_to(ARTICLE.rstrip("/")))


# Nothing found


def test_where_nothing_is_found_there_is_a_way_on(page: Page) -> None:
    page.goto("?q=Pyongyang+zzzz&person=moon-jae-in")
    expect(status(page)).to_have_text("Nothing found for “Pyongyang zzzz”")
    expect(results(page, "Did you mean").first).to_have_attribute("href", leads_to("places/pyongyang"))
    for name, address in (("All people", "people"), ("All articles", "articles"), ("How to search", "search")):
        expect(dialog(page).get_by_role("link", name=name)).to_have_attribute("href", leads_to(address))
    field(page).fill("Washington zz")
    dialog(page).get_by_role("button", name="Without Moon Jae-in").click()
    expect(page).to_have_url(re.compile(r"\?q=Washington\+zz$"))


# Opening, closing, history


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_a_key_opens_the_search(page: Page, key: str) -> None:
    page.goto("people/kim-jong-un/")
    expect(dialog(page)).to_have_count(0)
    page.keyboard.press(key)
    expect(field(page)).to_be_focused()


@pytest.mark.parametrize("query", [pytest.param("", id="empty"), pytest.param("Seoul", id="with words")])
def test_escape_closes_the_search_and_a_key_opens_it_again(page: Page, query: str) -> None:
    search(page, query)
    page.keyboard.press("Escape")
    expect(dialog(page)).not_to_be_visible()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_closing_gives_the_page_its_address_again(page: Page, site_url: str) -> None:
    search(page, "Seoul", f"{ARTICLE}#p2")
    expect(page).to_have_url(re.compile(r"\?q=Seoul#p2$"))
    dialog(page).get_by_role("button", name="Close").click()
    expect(page).to_have_url(f"{site_url}{ARTICLE}#p2")


def test_a_click_beside_the_dialog_closes_it(page: Page, site_url: str) -> None:
    search(page, "Seoul")
    page.mouse.click(5, 5)
    expect(dialog(page)).not_to_be_visible()
    expect(page).to_have_url(site_url)


def test_going_back_closes_the_search_and_forward_opens_it_as_it_was(page: Page) -> None:
    search(page, "Seoul")
    expect(page).to_have_url(re.compile(r"\?q=Seoul$"))
    page.go_back()
    expect(dialog(page)).not_to_be_visible()
    page.go_forward()
    expect(field(page)).to_have_value("Seoul")
    expect(results(page, "Names").first).to_be_visible()


def test_back_from_a_result_the_search_is_as_it_was_left(page: Page) -> None:
    page.goto("people/")
    page.keyboard.press("/")
    page.get_by_role("radio", name="People").check()
    page.get_by_role("button", name="More").click()
    last = results(page, "People").nth(15)
    last.scroll_into_view_if_needed()
    scroll = page.locator(".finder__found").evaluate("node => node.scrollTop")
    assert scroll > 0
    address = page.url
    last.click()
    expect(page).to_have_url(leads_to(r"people/[\w-]+"))
    expect(dialog(page)).to_have_count(0)
    page.go_back()
    expect(page).to_have_url(address)
    expect(page.get_by_role("radio", name="People")).to_be_checked()
    expect(results(page, "People")).to_have_count(16)
    expect(page.locator(".finder__found")).to_have_js_property("scrollTop", scroll)
    page.go_forward()
    expect(page).to_have_url(leads_to(r"people/[\w-]+"))


def test_a_search_is_one_step_of_the_history_however_much_is_typed(page: Page) -> None:
    page.goto("")
    before = page.evaluate("history.length")
    page.keyboard.press("/")
    field(page).press_sequentially("Kaesong office", delay=20)
    expect(page).to_have_url(re.compile(r"\?q=Kaesong\+office$"))
    assert page.evaluate("history.length") == before + 1


def test_the_search_page_answers_a_question_in_its_address(page: Page) -> None:
    page.goto("search/?q=Pentagon")
    expect(field(page)).to_have_value("Pentagon")
    expect(results(page, "Names").first).to_have_attribute("href", leads_to("organizations/us-department-of-defense"))
    expect(dialog(page)).to_have_count(0)
    page.get_by_role("link", name="Search", exact=False).first.click()
    expect(field(page)).to_be_focused()


def test_back_to_the_search_page_it_is_as_it_was_left(page: Page) -> None:
    page.goto("search/")
    field(page).fill("Kim")
    expect(page).to_have_url(re.compile(r"/search/\?q=Kim$"))
    results(page, "Articles").nth(3).click()
    expect(page).to_have_url(re.compile("/articles/"))
    page.go_back()
    expect(field(page)).to_have_value("Kim")
    expect(results(page, "Articles").first).to_be_visible()
    expect(page.locator("html")).not_to_have_js_property("scrollTop", 0)


# Keyboard


def test_a_slash_in_the_field_is_a_slash(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="Search").click()
    page.keyboard.type("and/or")
    expect(field(page)).to_have_value("and/or")


def test_arrow_keys_walk_the_results_and_enter_follows_one(page: Page) -> None:
    search(page, "Kim Jong Un")
    links = dialog(page).get_by_role("link")
    expect(results(page, "Articles").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(leads_to("people/kim-jong-un"))
    expect(page.get_by_role("dialog")).not_to_be_visible()


def test_enter_in_the_field_follows_the_first_result(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("Woo Won-shik")
    page.keyboard.press("Enter")  # at once: names need no pause
    expect(page).to_have_url(leads_to("people/woo-won-shik"))


def test_enter_waits_for_the_articles_where_no_name_answers(page: Page) -> None:
    page.goto("")
    page.keyboard.press("/")
    page.keyboard.type("hotline")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/articles/[\w-]+/#p\d+$"))


def test_tab_goes_from_the_field_to_the_filters_to_what_was_found(page: Page) -> None:
    search(page, "Woo Won-shik")
    expect(results(page, "Articles").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="All")).to_be_focused()
    page.keyboard.press("Tab")
    expect(results(page, "Names")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="+ Filter by Woo Won-shik")).to_be_focused()


# Anywhere


def test_from_a_folder_names_and_filters_work_and_words_say_what_they_need(
    new_page: NewPage, watch: Watch, built_site: Path
) -> None:
    watch.expect("font|ERR_FAILED")  # Chromium takes no font from a folder, and the page has those of the system
    page = new_page(base_url=f"{built_site.as_uri()}/")
    page.goto("people/index.html")
    page.keyboard.press("/")
    field(page).fill("Woo Won-shik")
    expect(results(page, "Names")).to_be_visible()
    expect(status(page)).to_contain_text("open this folder through a web server")
    page.get_by_role("button", name="+ Filter by Woo Won-shik").click()
    expect(status(page)).to_have_text("2 articles")
    expect(page).to_have_url(re.compile("person=woo-won-shik"))
    results(page, "Articles").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Interpreters")
    page.go_back()
    expect(status(page)).to_have_text("2 articles")


def test_names_are_still_found_when_the_network_is_gone(page: Page, watch: Watch) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load")
    search(page, "Seoul")
    expect(results(page, "Names").first).to_be_visible()
    page.context.set_offline(True)
    field(page).fill("Pyongyang")
    expect(results(page, "Names").first).to_have_attribute("href", leads_to("places/pyongyang"))


def test_where_the_index_is_missing_names_are_found_and_the_rest_is_said(page: Page, watch: Watch) -> None:
    watch.expect("ERR_FAILED")
    page.route("**/pagefind/**", lambda route: route.abort())
    search(page, "Seoul")
    expect(results(page, "Names").first).to_have_attribute("href", leads_to("places/seoul"))
    expect(status(page)).to_contain_text("the articles cannot be searched now")


def test_on_an_address_without_a_page_search_works_too(page: Page, watch: Watch) -> None:
    watch.expect("status of 404")
    search(page, "Seoul", "people/nobody/at/all/")
    expect(results(page, "Names").first).to_have_attribute("href", leads_to("places/seoul"))
    expect(results(page, "Articles").first).to_have_attribute("href", leads_to(r"dateline/articles/[\w-]+"))


def test_a_page_asks_for_nothing_of_the_search_before_it_is_opened(page: Page, watch: Watch) -> None:
    page.goto(ARTICLE)
    assert [url for url in watch.requests if "/pagefind/" in url or "/data/" in url] == []


def test_the_first_search_needs_little(page: Page) -> None:
    """As they lie on the disk; a server that compresses sends about half."""
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: int(answer.headers.get("content-length", 0))}))
    page.goto(ARTICLE)
    sizes.clear()
    page.keyboard.press("/")
    field(page).fill("Kaesong")
    expect(results(page, "Articles").first).to_be_visible()
    assert sum(sizes.values()) < 300_000, sizes


def test_names_and_headlines_are_text_and_never_markup(new_page: NewPage, hostile_url: str) -> None:
    page = new_page(base_url=hostile_url)
    page.goto("?q=&kind=article")
    expect(results(page, "Articles")).to_have_count(2)
    page.get_by_role("radio", name="People").check()
    expect(results(page, "People").first).to_be_visible()
    assert page.locator(".result :not(b, small, span, mark)").count() == 0


def test_who_waits_is_told_why(page: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:  # Playwright takes no method of a list
        waiting.append(route)

    page.route("**/pagefind/pagefind.js", hold)
    search(page, "leaflets")
    expect(status(page)).to_have_text("Searching…")
    waiting[0].continue_()
    expect(status(page)).to_have_text(re.compile(r"^\d+ articles$"))
