"""The page of a person, an organization or a place: its chart tells its mentions, and long lists stand in portions."""

from __future__ import annotations

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from edition.model import Annotation, Article, Edition, FrontMatter, Kind, Registry
from edition.model.text import Alignment
from edition.render.entity.timeline import scale
from making import edition_of
from reading import address, href, trees, words

Trees = dict[str, LexborHTMLParser]
KINDS = tuple(f"{kind.folder}/" for kind in Kind)
LARGEST = 500_000  # bytes


@pytest.fixture(scope="module")
def pages(built_site: Path) -> Trees:
    return trees(built_site)


@pytest.fixture(scope="module")
def crowded(crowded_site: Path) -> Trees:
    return trees(crowded_site)


def mentions(site: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (site / "data" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()]


def dates(site: Path) -> dict[str, str]:
    """The date of each article that has one, from its source."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (site.parent / "articles").glob("*.txt")}
    found = {id: re.search(r"^date: (\S+)$", text, re.MULTILINE) for id, text in texts.items()}
    return {id: match[1] for id, match in found.items() if match}


def table(page: LexborHTMLParser) -> dict[str, int]:
    """The rows of the chart as it is told to those who do not see it."""
    return {words(row.css_first("th")): int(words(row.css_first("td"))) for row in page.css(".timeline tbody tr")}


def number(node: LexborNode, name: str) -> float:
    return float(node.attributes[name] or "")


def day(date: str) -> str:
    months = "January February March April May June July August September October November December".split()
    return f"{int(date[8:])} {months[int(date[5:7]) - 1]} {date[:4]}"


def test_the_table_of_a_chart_has_the_mentions_of_each_day(built_site: Path, pages: Trees) -> None:
    date = dates(built_site)
    wanted: dict[str, Counter[str]] = {}
    for one in mentions(built_site):
        page = f"{Kind(one['kind']).folder}/{one['entity']}/"
        wanted.setdefault(page, Counter())[day(date[one["article"]])] += 1
    shown = {page: table(tree) for page, tree in pages.items() if tree.css(".timeline")}
    assert shown == wanted


def test_a_chart_draws_its_table_and_leads_to_the_passages(pages: Trees) -> None:
    widths = set()
    for page, tree in pages.items():
        for chart in tree.css(".timeline svg"):
            _, _, width, height = map(float, str(chart.attributes["viewBox"]).split())
            bars = [bar.css("rect")[1] for bar in chart.css("a")]
            assert [height - number(bar, "y") for bar in bars] == list(table(tree).values()), page
            assert height == max(table(tree).values())
            positions = [number(bar, "x") for bar in bars]
            assert positions == sorted(set(positions))
            assert positions[-1] < width
            widths.add(width)
            for bar, name in zip(chart.css("a"), table(tree), strict=True):
                heading = tree.css_first(href(bar))
                assert words(heading).endswith(f" {name}")
    assert len(widths) == 1  # the days of the whole edition


def test_no_chart_stands_where_no_date_tells_anything(crowded: Trees, tiny_site: Path) -> None:
    assert [page for page, tree in trees(tiny_site).items() if tree.css(".timeline") and not table(tree)] == []
    assert trees(tiny_site)["people/cid-nobody/"].css(".timeline") == []
    assert "120 more without a date" in words(crowded["people/bo/"].css_first(".timeline figcaption"))


def dated(*dates: str | None) -> Edition:
    articles = [Article("x", "x.txt", "", "", "x", (), Alignment(), FrontMatter(date=date)) for date in dates]
    return edition_of(map(Annotation, articles), Registry())


@pytest.mark.parametrize(
    ("first", "last", "unit", "steps"),
    [
        pytest.param("2020-06-04", "2020-06-04", "day", 1, id="one day"),
        pytest.param("2019-12-31", "2020-03-31", "day", 92, id="a quarter, over the end of a year and a leap day"),
        pytest.param("2019-12-31", "2020-04-01", "month", 5, id="a day more"),
        pytest.param("2013-01-31", "2020-12-01", "month", 96, id="eight years"),
        pytest.param("2013-01-31", "2021-01-01", "year", 9, id="a month more"),
        pytest.param("1899-05-01", "2021-01-01", "year", 123, id="centuries"),
    ],
)
def test_the_scale_of_charts_follows_from_the_time_of_the_edition(first: str, last: str, unit: str, steps: int) -> None:
    found = scale(dated(first, None, last))
    assert found is not None
    assert (found.unit, found.steps, found.position(first), found.position(last)) == (unit, steps, 0, steps - 1)


def test_an_edition_without_dates_has_no_scale() -> None:
    assert scale(dated(None)) is None


def test_names_in_other_languages_say_which(pages: Trees, tiny_site: Path) -> None:
    ada = trees(tiny_site)["people/ada-larsen/"]
    assert [words(name) for name in ada.css('.kind-line [lang="da"], .facts [lang="da"]')] == ["Ada Lårsen"] * 2
    assert "Ada Lårsen (Danish)" in words(ada.css_first(".facts"))
    told = [node for tree in pages.values() for node in tree.css(".kind-line, .facts dd")]
    korean = [node for node in told if re.search("[가-힣]", words(node))]
    assert len(korean) > 100
    assert [words(node) for node in korean if not node.css('[lang="ko"]')] == []


def test_the_facts_tell_roles_with_their_years_and_relations_from_both_sides(tiny_site: Path) -> None:
    tiny = trees(tiny_site)
    told = {
        words(row.css_first("dt")): [words(value) for value in row.css("dd")]
        for row in tiny["people/ada-larsen/"].css(".facts dl > div")
    }
    assert told["Roles"] == ["minister, Bridge Company (2019–)", "member (2001–2018)"]
    assert told["Authority files"] == ["Wikidata Q1"]
    company = tiny["organizations/bridge-company/"].css_first(".facts")
    assert "Ada Larsen, minister (2019–)" in words(company)
    assert address("organizations/bridge-company/", href(company.css_first("a.person"))) == "people/ada-larsen/"


def parts(crowded: Trees, person: str) -> list[str]:
    """The pages that the page of a person lists, in their order."""
    page = f"people/{person}/"
    return [address(page, href(link)) for link in crowded[page].css(".periods a")]


@pytest.mark.parametrize(
    ("person", "count", "first", "last"),
    [("ada", 700, "2020-06-01", "2020-06-30"), ("bo", 2000, "2011", "undated")],
)
def test_a_very_long_concordance_stands_in_portions_that_count_what_they_list(
    crowded: Trees, person: str, count: int, first: str, last: str
) -> None:
    page = f"people/{person}/"
    found = parts(crowded, person)
    assert (found[0], found[-1]) == (f"{page}{first}/", f"{page}{last}/")
    assert crowded[page].css(".concordance li") == []
    stated = [words(item.css_first("span")) for item in crowded[page].css(".periods li")]
    shown = [
        f"{len(lines)} mentions in {len(articles)} article{'s' if len(articles) > 1 else ''}"
        for part in found
        for lines, articles in [(crowded[part].css(".concordance li"), crowded[part].css("h3[id^=in-]"))]
    ]
    assert stated == shown
    assert sum(len(crowded[part].css(".concordance li")) for part in found) == count
    assert f"{count:,} mentions" in words(crowded[page].css_first(".counts"))


def test_every_mention_stands_in_one_portion_and_leads_to_its_words(crowded_site: Path, crowded: Trees) -> None:
    listed = Counter(
        address(page, href(link))
        for person in ("ada", "bo")
        for page in parts(crowded, person)
        for link in crowded[page].css(".concordance li a")
    )
    assert set(listed.values()) == {1}
    wanted = {
        f"articles/{one['article']}/#{one['anchor']}" for one in mentions(crowded_site) if one["entity"] in "ada bo"
    }
    assert listed.keys() == wanted
    for target in listed:
        article, anchor = target.split("#")
        assert words(crowded[article].css_first(f"#{anchor}")) in ("Ada Larsen", "Bo Berg")


def test_the_passages_of_an_article_stand_under_their_address_in_one_portion(crowded: Trees) -> None:
    articles = [page for page in crowded if re.match(r"articles/(ada|bo)-\d+/", page)]
    assert len(articles) == 280
    for page in articles:
        id = page.split("/")[1]
        [part] = [one for one in parts(crowded, id.split("-")[0]) if crowded[one].css_first(f"#in-{id}") is not None]
        assert address(part, href(crowded[part].css_first(f"#in-{id} a"))) == page


def test_a_bar_leads_to_passages_in_the_right_portion(crowded: Trees) -> None:
    for page in ("people/ada/", "people/bo/"):
        bars = [address(page, href(bar)).split("#") for bar in crowded[page].css(".timeline a")]
        assert bars
        assert all(crowded[part].css_first(f"#{anchor}") is not None for part, anchor in bars)


def test_portions_lead_to_each_other_and_to_all(crowded: Trees) -> None:
    found = parts(crowded, "bo")
    links = {
        page: [address(page, href(link)) for link in crowded[page].css_first(".neighbours").css("a")] for page in found
    }
    assert all("people/bo/#mentions" in these for these in links.values())
    assert all(after in links[before] and before in links[after] for before, after in pairwise(found))
    assert [len(these) for these in links.values()] == [2, *[3] * (len(found) - 2), 2]


def test_passages_shared_in_very_many_articles_have_a_page_of_their_own(crowded: Trees) -> None:
    page = crowded["people/bo/"]
    entry = page.css_first("p.companion")
    assert words(entry) == "Havn 125 paragraphs"
    here = address("people/bo/", href(entry.css_first("a")))
    assert here == "people/bo/with-havn/"
    items, passages = crowded[here].css(".together li"), crowded[here].css(".together a")
    assert (len(items), len(passages)) == (125, 125)
    assert "125 paragraphs of 125 articles" in words(crowded[here].css_first(".counts"))
    for link in passages:
        article, block = address(here, href(link)).split("#")
        assert words(crowded[article].css_first(f"#{block}")) == "Bo Berg came to Havn."


def test_those_left_out_of_the_company_are_counted(built_site: Path, pages: Trees) -> None:
    named: dict[str, set[str]] = {}
    for one in mentions(built_site):
        named.setdefault(one["article"], set()).add(f"{Kind(one['kind']).folder}/{one['entity']}/")
    for page in (page for page in pages if page.startswith(KINDS) and page.count("/") == 2):
        company = set().union(*(these for these in named.values() if page in these)) - {page}
        shown = [address(page, href(link)) for link in pages[page].css(".companions details > p a")]
        more = [int(words(node).split()[1]) for node in pages[page].css(".companions .small") if "more" in words(node)]
        assert len(shown) + sum(more) == len(company), page
        assert set(shown) <= company


def test_no_page_of_an_entity_is_heavy(crowded_site: Path, built_site: Path) -> None:
    sizes = {
        path: path.stat().st_size
        for site in (crowded_site, built_site)
        for kind in Kind
        for path in (site / kind.folder).rglob("*.html")
    }
    assert len(sizes) > 150
    assert max(sizes.values()) < LARGEST


def test_a_filter_stands_only_over_long_lists(pages: Trees) -> None:
    found = {page: tree for page, tree in pages.items() if tree.css("#mentions-list")}
    assert {len(tree.css(".concordance li")) > 20 for tree in found.values()} == {True, False}
    for page, tree in found.items():
        assert (tree.css_first('[data-filter="mentions-list"]') is not None) == (
            len(tree.css(".concordance li")) > 20
        ), page
        assert len(tree.css("#mentions-list > ul > li")) == len(tree.css(".concordance li")), page
