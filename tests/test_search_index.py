"""What search reads: names, articles and fragments agree with the data and with each other, and stay small."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from building import built
from edition.addresses import ARTICLES_SCRIPT, NAMES_SCRIPT
from edition.model import Entity, Kind
from edition.render.files.names import names_script, other_forms
from edition.search import FRAGMENTS, SIGNATURE, is_surplus, page_of
from making import ARTICLE, edition
from many_names import many_names
from reading import trees, words

KINDS = [kind.value for kind in Kind]


def value(script: str) -> Any:
    """What a data script assigns."""
    name, _, rest = script.partition(" = ")
    assert name.startswith("dateline.")
    return json.loads(rest.rstrip(";\n"))


def read(site: Path, script: str) -> Any:
    return value((site / script).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def names(built_site: Path) -> Any:
    return read(built_site, NAMES_SCRIPT)


@pytest.fixture(scope="module")
def articles(built_site: Path) -> list[Any]:
    return list(read(built_site, ARTICLES_SCRIPT)["list"])


@pytest.fixture(scope="module")
def mentions(built_site: Path) -> list[Any]:
    lines = (built_site / "data" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_names_count_what_the_mentions_count(names: Any, mentions: list[Any]) -> None:
    in_all = Counter((line["kind"], line["entity"]) for line in mentions)
    pairs = {(line["kind"], line["entity"], line["article"]) for line in mentions}
    in_articles = Counter((kind, entity) for kind, entity, _ in pairs)
    told = {(KINDS[row[0]], row[1]): (row[5], row[6]) for row in names["entities"]}
    assert {one for one, counts in told.items() if counts != (0, 0)} == set(in_all)
    assert told == {one: (in_articles[one], in_all[one]) for one in told}


def test_every_entity_with_a_page_has_a_name_and_those_named_most_come_first(names: Any, built_site: Path) -> None:
    rows = names["entities"]
    pages = {
        name for name in trees(built_site) if name.count("/") == 2 and not name.startswith(("articles/", "about/"))
    }
    known = {f"{Kind(KINDS[row[0]]).folder}/{row[1]}/" for row in rows}
    assert known <= pages
    assert [row[6] for row in rows] == sorted((row[6] for row in rows), reverse=True)


def test_every_form_found_in_an_article_leads_to_its_entity(names: Any, mentions: list[Any]) -> None:
    """It is one of the forms, or one of them answers for it."""
    forms = {(KINDS[row[0]], row[1]): (row[2], *row[3]) for row in names["entities"]}
    for line in mentions:
        name, *others = forms[line["kind"], line["entity"]]
        entity = Entity("x", Kind(line["kind"]), name, aliases=(*others, line["surface"]))
        assert other_forms(entity, no_mentions()) == others, line["surface"]


def no_mentions() -> Any:
    return many_names(0)[1].mentions("nobody")


@pytest.mark.parametrize(
    ("name", "aliases", "kept"),
    [
        pytest.param("Kim Jong Un", ("Kim Jong-un", "KIM JONG UN", "Kim Jongun"), [], id="hyphens, case and spaces"),
        pytest.param("Recep Tayyip Erdoğan", ("Erdogan", "Tayyip Erdogan"), [], id="accents, and parts of the name"),
        pytest.param("Robert O’Brien", ("Robert O'Brien", "Mr. O’Brien"), [], id="apostrophes, and a title before it"),
        pytest.param("North Korea", ("the North", "DPRK"), ["DPRK"], id="an acronym is another name"),
        pytest.param("Woo Won-shik", ("Woo Won-sik",), ["Woo Won-sik"], id="another spelling is another form"),
        pytest.param("Kim Kim", ("Kim Kim Kim",), ["Kim Kim Kim"], id="as many words as there are"),
    ],
)
def test_only_forms_are_kept_that_others_do_not_answer_for(
    name: str, aliases: tuple[str, ...], kept: list[str]
) -> None:
    assert other_forms(Entity("x", Kind.PERSON, name, aliases=aliases), no_mentions()) == kept


def test_names_of_other_languages_come_first_and_tell_their_language(names: Any) -> None:
    kim = next(row for row in names["entities"] if row[1] == "kim-jong-un")
    assert kim[3][0] == "김정은"
    assert kim[7] == "ko"


def test_the_articles_name_what_the_mentions_name(names: Any, articles: list[Any], mentions: list[Any]) -> None:
    wanted: dict[str, set[tuple[str, str]]] = {}
    for line in mentions:
        wanted.setdefault(line["article"], set()).add((line["kind"], line["entity"]))
    rows = names["entities"]
    assert {row[0]: {(KINDS[rows[at][0]], rows[at][1]) for at in row[4]} for row in articles} == wanted


def test_the_articles_are_those_with_a_page_newest_first_with_title_and_publisher(
    built_site: Path, names: Any, articles: list[Any]
) -> None:
    pages = {name.split("/")[1]: tree for name, tree in trees(built_site).items() if name.startswith("articles/2")}
    assert {row[0] for row in articles} == pages.keys()
    assert [row[2] for row in articles] == sorted((row[2] for row in articles), reverse=True)
    for id, title, _, publisher, _ in articles:
        assert words(pages[id].css_first("h1")) == title
        assert names["publishers"][publisher] in words(pages[id].css_first(".source-line"))


def test_each_fragment_is_that_of_its_article(built_site: Path, articles: list[Any]) -> None:
    fragments = read(built_site, FRAGMENTS)
    assert len(fragments) == len(articles) == len(set(fragments))
    for row, id in zip(articles, fragments, strict=True):
        file = built_site / "pagefind" / "fragment" / f"{id}.pf_fragment"
        assert page_of(file.read_bytes()) == f"articles/{row[0]}/index.html"
    assert len(list((built_site / "pagefind" / "fragment").iterdir())) == len(articles)


def test_the_words_of_the_article_are_indexed_and_nothing_else_of_its_page(built_site: Path) -> None:
    for path in sorted((built_site / "pagefind" / "fragment").iterdir()):
        page = built_site / page_of(path.read_bytes())
        text = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))["content"]
        for unwanted in ("Named in this article", "Why each name is linked", "Cite this", "BibTeX"):
            assert unwanted not in text, page


def test_the_index_has_no_file_that_nothing_loads(built_site: Path) -> None:
    files = sorted(path.name for path in (built_site / "pagefind").iterdir() if path.is_file())
    assert [name for name in files if not name.endswith(".pf_meta")] == [
        "fragments.js",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.js",
        "wasm.en.pagefind",
    ]


def test_a_program_for_languages_without_one_of_their_own_is_kept_where_it_is_needed() -> None:
    entry = '{"languages": {"ko": {"wasm": null}}}'
    assert not is_surplus("wasm.unknown.pagefind", entry)
    assert is_surplus("wasm.en.pagefind", entry)


def test_an_edition_of_odd_articles_is_indexed(tmp_path: Path) -> None:
    """One without a word below its headline, one with a name outside of ASCII, one without a date."""
    odd = edition(tmp_path / "edition", {"bare.txt": "Head", "한국.txt": ARTICLE, "undated.txt": "Head\n\nA word."})
    site = built(odd)
    assert [row[0] for row in read(site, ARTICLES_SCRIPT)["list"]] == ["한국", "bare", "undated"]
    assert [bool(id) for id in read(site, FRAGMENTS)] == [True, False, True]


def test_a_result_names_the_publisher_as_the_article_does(tmp_path: Path) -> None:
    text = ARTICLE.replace("date:", "publisher: 'AT&T \"<Daily>\"'\ndate:")
    site = built(edition(tmp_path / "edition", {"news.txt": text}))
    (path,) = (site / "pagefind" / "fragment").iterdir()
    meta = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))["meta"]
    assert [meta["publisher"]] == read(site, NAMES_SCRIPT)["publishers"] == ['AT&T "<Daily>"']


def test_an_edition_without_a_word_to_search_for_is_built(tmp_path: Path) -> None:
    assert read(built(edition(tmp_path / "edition", {"bare.txt": "Head"})), FRAGMENTS) == [""]


def test_ten_thousand_names_stay_under_300_kilobytes_on_the_wire() -> None:
    script = names_script(*many_names())
    assert len(value(script)["entities"]) == 10_000
    assert len(gzip.compress(script.encode(), mtime=0)) < 300_000
