"""The lists of an edition: their tables, their parts where they are long, and the files that one can download."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from edition.index import Index, index
from edition.model import (
    AnnotatedEvent,
    Annotation,
    Coordinates,
    Edition,
    Entity,
    Event,
    Kind,
    Registry,
    Role,
    Site,
    Source,
)
from edition.read import as_article, read_article, read_articles
from edition.render.files.downloads import article_files, as_csv, cell, entity_files
from edition.render.home import home_page
from edition.render.lists.article_lists import article_list_pages
from edition.render.lists.chronology import chronology_pages
from edition.render.lists.kinds import kind_pages, unseen_words
from making import edition_of, linked
from reading import words

NONE = Index({}, {}, {})


def person(number: int, letter: str = "A") -> Entity:
    return Entity(
        id=f"{letter.lower()}-{number}", kind=Kind.PERSON, name=f"{letter}da {number:04}", sort=f"{letter} {number:04}"
    )


def article(id: str, date: str | None) -> Annotation:
    header = f"date: {date}\n" if date else ""
    found, _ = read_article(Source(f"articles/{id}.txt", f"---\ntitle: On {id}\n{header}---\nWords.\n".encode()))
    assert found is not None
    return Annotation(found)


def lists(registry: Registry, annotations: tuple[Annotation, ...] = ()) -> dict[str, str]:
    edition = edition_of(annotations, registry)
    of_kinds = (page for kind in Kind for page in kind_pages(kind, edition, NONE))
    return {page.path: page.text for page in (*of_kinds, *article_list_pages(edition))}


def test_each_letter_stands_once_in_whatever_letters_a_name_begins() -> None:
    names = ("Sa", "ßa", "St", "3M", "٣M", "🙂, Kim", "Ki", "Kz", "ıa", "Ia", "Ib", "Éa", "Ez", "서울")
    people = tuple(Entity(id=f"x{at}", kind=Kind.PERSON, name=name, sort=name) for at, name in enumerate(names))
    page = LexborHTMLParser(lists(Registry(people))["people/index.md"])
    assert [words(node) for node in page.css(".letter")] == [*"#EIKS", "\u1109"]
    assert [words(node) for node in page.css(".entry th")][:2] == ["3M", "٣M"]


def test_the_home_page_of_an_edition_without_dates_shows_its_articles() -> None:
    undated = edition_of((article("a", None), article("b", None)), Registry(()))
    page = LexborHTMLParser(home_page(undated, NONE).text)
    assert words(page.css_first("#latest")) == "Articles"
    assert [words(node) for node in page.css(".story")] == ["On a", "On b"]


# Long lists.


def test_a_list_of_a_thousand_stands_on_one_page_of_less_than_500_kilobytes() -> None:
    described = tuple(
        Entity(
            id=f"person-of-this-edition-{number}",
            kind=Kind.PERSON,
            name=f"Given Family-Name {number}",
            aliases=("Another Way Of Writing", "And a Third"),
            description="Member of a committee that had some importance in the history of the country.",
        )
        for number in range(1000)
    )
    found = lists(Registry(described))
    assert [path for path in found if path.startswith("people/")] == ["people/index.md"]
    assert found["people/index.md"].count('class="entry"') == 1000
    assert len(found["people/index.md"].encode()) < 500_000


def test_a_longer_list_has_a_page_for_each_letter_that_leads_to_the_others() -> None:
    found = lists(Registry((*(person(number) for number in range(600)), *(person(one, "B") for one in range(500)))))
    assert [path for path in found if path.startswith("people/")] == [
        "people/index.md",
        "people/index/a/index.md",
        "people/index/b/index.md",
    ]
    assert "1,100 in the registry, 0 of them named in the articles." in found["people/index.md"]
    assert "- [A](index/a/index.md) 600 in the registry" in found["people/index.md"]
    assert 'class="entry"' not in found["people/index.md"]
    assert found["people/index/a/index.md"].count('class="entry"') == 600
    assert found["people/index/b/index.md"].count('class="entry"') == 500
    assert "[A](../a/index.md) [B](index.md) [All people](../../index.md)" in found["people/index/b/index.md"]
    assert 'href="../../b-0/"' in found["people/index/b/index.md"]


def test_a_letter_that_is_too_long_itself_is_cut() -> None:
    found = lists(Registry(tuple(person(number) for number in range(1500))))
    parts = {path: text.count('class="entry"') for path, text in found.items() if path.startswith("people/index/")}
    assert parts == {"people/index/a/index.md": 1000, "people/index/a-2/index.md": 500}


def test_many_articles_have_a_page_a_year_and_a_long_year_a_page_a_month() -> None:
    months = [f"2020-{1 + number % 12:02}" for number in range(1100)]
    annotations = [article(f"a{number:04}", f"{month}-01") for number, month in enumerate(months)]
    annotations += [article("b1", "2021-05-06"), article("c1", None)]
    annotations.sort(key=lambda one: one.article.order)
    found = lists(Registry(), tuple(annotations))
    counts = {path: text.count('class="entry"') for path, text in found.items() if path.startswith("articles/index/")}
    assert sum(counts.values()) == 1102
    assert [*counts] == [
        *(f"articles/index/2020-{month:02}/index.md" for month in range(1, 13)),
        "articles/index/2021/index.md",
        "articles/index/undated/index.md",
    ]
    assert "- [2021](index/2021/index.md) 1 article" in found["articles/index.md"]
    assert "[Without a date](index/undated/index.md)" in found["articles/index.md"]
    assert "1,102 articles, by date." in found["articles/index.md"]


def test_no_article_takes_the_place_of_a_list() -> None:
    sources = [Source(f"articles/{name}.txt", b"---\ndate: 2020-06-16\n---\nHead") for name in ("chronology", "index")]
    found, problems = read_articles(sources)
    assert found == ()
    assert [(one.code, one.what) for one in problems] == [
        ("E114", "`chronology` is the page of the chronology."),
        ("E114", "`index` is the page that lists all articles."),
    ]


def test_a_long_chronology_has_a_page_a_year() -> None:
    days = [f"{year}-{month:02}-{day:02}" for year in (2019, 2020) for month in range(1, 13) for day in range(1, 21)]
    events = (Event(date=day, event=f"It was {day}.") for day in days)
    told = tuple(AnnotatedEvent(event, Annotation(as_article(event))) for event in events)
    found = {page.path: page.text for page in chronology_pages(edition_of((), Registry(), events=told))}
    assert [*found] == [
        "articles/chronology/index.md",
        "articles/chronology/2019/index.md",
        "articles/chronology/2020/index.md",
    ]
    assert "- [2019](2019/index.md) 240 events and 0 articles." in found["articles/chronology/index.md"]
    assert found["articles/chronology/2020/index.md"].count("{ .event }") == 240
    assert "[December](#2020-12-01)" in found["articles/chronology/2020/index.md"]
    assert "[All years](../index.md) [2019](../2019/index.md)" in found["articles/chronology/2020/index.md"]


def test_a_crowded_year_of_the_chronology_has_a_page_a_month() -> None:
    days = [*[f"2019-{month:02}-01" for month in range(1, 13)] * 84, "2020-05-06", "2020"]
    events = (Event(date=day, event=f"It was {day}.") for day in days)
    told = tuple(AnnotatedEvent(event, Annotation(as_article(event))) for event in events)
    found = {page.path: page.text for page in chronology_pages(edition_of((), Registry(), events=told))}
    months = [f"articles/chronology/2019-{month:02}/index.md" for month in range(1, 13)]
    assert [*found] == ["articles/chronology/index.md", *months, "articles/chronology/2020/index.md"]
    assert "- [June 2019](2019-06/index.md) 84 events and 0 articles." in found["articles/chronology/index.md"]
    assert "# Chronology: June 2019" in found[months[5]]
    assert found[months[5]].count("{ .event }") == 84


# What the tables say.


@pytest.mark.parametrize(
    ("shown", "names", "more"),
    [
        pytest.param("Helvey, David", ["David Helvey", "Mr. Helvey"], "Mr.", id="shown words are not repeated"),
        pytest.param("Kim Jong Un", ["Kim Chŏng-ŭn", "김정은"], "Chŏng-ŭn 김정은", id="other spellings and scripts"),
        pytest.param("Seoul", ["SEOUL", "Seoul"], "", id="capitals are no other word"),
    ],
)
def test_a_line_is_found_by_the_words_of_every_form_of_the_name(shown: str, names: list[str], more: str) -> None:
    assert unseen_words(shown, names) == more


@pytest.mark.parametrize("kind", Kind)
def test_a_table_says_what_its_download_says(built_site: Path, kind: Kind) -> None:
    page = LexborHTMLParser((built_site / kind.folder / "index.html").read_text(encoding="utf-8"))
    records = {one["sort"]: one for one in json.loads((built_site / "data" / f"{kind.folder}.json").read_text())}
    shown = page.css(".overview .entry")
    assert len(shown) == len(records)
    for line in shown:
        name, _, mentions, articles, first, last = line.css("th, td")
        record = records[words(name)]
        assert (words(mentions), words(articles)) == (str(record["mentions"]), str(record["articles"]))
        dates = [one.attributes["datetime"] for cell in (first, last) for one in cell.css("time")]
        assert dates == [one for one in (record["first"], record["last"]) if one]


def test_the_pages_link_to_their_downloads(built_site: Path) -> None:
    for folder in (*(kind.folder for kind in Kind), "articles"):
        page = LexborHTMLParser((built_site / folder / "index.html").read_text(encoding="utf-8"))
        assert [link.attributes["href"] for link in page.css(".downloads a")] == [
            f"../data/{folder}.csv",
            f"../data/{folder}.json",
        ]
        assert (built_site / "data" / f"{folder}.csv").is_file()


def test_the_list_of_articles_leads_to_the_chronology(built_site: Path) -> None:
    page = LexborHTMLParser((built_site / "articles" / "index.html").read_text(encoding="utf-8"))
    assert "chronology/" in [link.attributes["href"] for link in page.css(".edition .more a")]


# Downloads.

LARSEN = Entity(
    id="ada-larsen",
    kind=Kind.PERSON,
    name='Ada "the Bridge" Larsen, minister',
    aliases=("Ada B. Larsen", "A. Larsen"),
    local_names=(("da", "Ada Lårsen"), ("ko", "아다")),
    description="Line one,\nline two",
    roles=(Role(**{"title": "minister", "from": "2019"}),),
    coordinates=Coordinates(-55.5, 10),
)


def downloads(edition: Edition) -> dict[str, str]:
    entities = (page for kind in Kind for page in entity_files(kind, edition, index(edition)))
    return {page.path: page.text for page in (*entities, *article_files(edition))}


def test_very_many_records_are_packed_for_programs_and_stay_plain_for_spreadsheets(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = linked({f"n{number}": "Head\n\nIt rained.\n" for number in range(3)})
    plain = {page.path: page.data for page in article_files(made)}
    monkeypatch.setattr("edition.render.files.downloads.PLAIN", 2)
    packed = {page.path: page.data for page in article_files(made)}
    assert [*plain] == ["data/articles.csv", "data/articles.json"]
    assert [*packed] == ["data/articles.csv", "data/articles.json.gz"]
    assert packed["data/articles.csv"] == plain["data/articles.csv"]
    assert gzip.decompress(packed["data/articles.json.gz"]) == plain["data/articles.json"]
    assert "[JSON, packed](../data/articles.json.gz)" in next(iter(article_list_pages(made))).text


def test_a_csv_file_reads_back_as_it_was_written() -> None:
    text = downloads(edition_of((), Registry((LARSEN,)), site=Site("Edition", url="https://example.org/x/")))[
        "data/people.csv"
    ]
    assert text.count("\r\n") == text.count("\n") - 1 == 2  # the other one stands inside quotation marks
    [record] = csv.DictReader(io.StringIO(text, newline=""))
    assert record["name"] == LARSEN.name
    assert record["description"] == LARSEN.description
    assert record["aliases"].split(" | ") == [*LARSEN.aliases]
    assert record["local_names"] == "da: Ada Lårsen; ko: 아다"
    assert record["roles"] == "title: minister; from: 2019"
    assert (record["latitude"], record["longitude"]) == ("-55.5", "10.0")
    assert record["address"] == "https://example.org/x/people/ada-larsen/"


def test_a_json_file_keeps_lists_and_numbers() -> None:
    [record] = json.loads(downloads(edition_of((), Registry((LARSEN,))))["data/people.json"])
    assert record["aliases"] == ["Ada B. Larsen", "A. Larsen"]
    assert record["roles"] == [{"title": "minister", "organization": None, "from": "2019", "to": None}]
    assert (record["latitude"], record["mentions"], record["first"]) == (-55.5, 0, None)
    assert record["address"] == "people/ada-larsen/"


def test_a_kind_without_entities_has_files_with_a_header_and_no_line() -> None:
    found = downloads(edition_of((), Registry((LARSEN,))))
    assert found["data/places.json"] == "[]\n"
    assert found["data/places.csv"].startswith("id,name,sort,kind,")
    assert found["data/places.csv"].count("\n") == 1


def test_both_forms_say_the_same_of_the_shipped_edition(built_site: Path) -> None:
    for name in (*(kind.folder for kind in Kind), "articles"):
        records = json.loads((built_site / "data" / f"{name}.json").read_text(encoding="utf-8"))
        with (built_site / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            lines = [*csv.DictReader(file)]
        assert [{key: cell(value) for key, value in record.items()} for record in records] == lines
        assert [record["id"] for record in records] == sorted(record["id"] for record in records)
        assert records


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        pytest.param('=HYPERLINK("http://x")', False, id="a formula"),
        pytest.param("=1+1", False, id="a sum"),
        pytest.param("+cmd|' /C calc'!A0", False, id="a program behind a plus"),
        pytest.param("-2+3+cmd|' /C calc'!A0", False, id="a program behind a minus"),
        pytest.param("@SUM(1+1)*cmd|' /C calc'!A0", False, id="a program behind an at"),
        pytest.param("\tx", False, id="a tab"),
        pytest.param("+972 Magazine", True, id="a magazine"),
        pytest.param("@nknews", True, id="a handle"),
        pytest.param("-30-", True, id="a sign of editors"),
        pytest.param("Ministry of Unification (South Korea)", True, id="brackets inside"),
        pytest.param("A=B", True, id="a sign inside"),
    ],
)
def test_a_spreadsheet_calculates_nothing_and_harmless_names_stay(words: str, safe: bool) -> None:
    assert cell(words) == (words if safe else f"'{words}")


def test_numbers_stay_numbers() -> None:
    assert as_csv(["a"], []) == "a\r\n"
    assert [cell(value) for value in (-10.25, 0, None, ())] == ["-10.25", "0", "", ""]
