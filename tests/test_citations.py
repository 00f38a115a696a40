"""Citations: what programs read back is what the article says, whatever it is made of."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry
from hypothesis import example, given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db
from selectolax.lexbor import LexborHTMLParser

from edition.model import Entity, Kind, Site
from edition.render.citing.citations import Cited, bibtex, citation, cite, cited_article, cited_entity, csl_json, ris
from making import linked
from reading import trees, words

SITE = Site("The Great Edition", url="https://example.org/great_edition/")
ARTICLE = """\
---
title: Bridge & Tunnel
date: 2020-06-16
publisher: The Havn Post
author: Ada Larsen; Bo de la Cruz
language: en
---
The bridge is open.
"""
PERSON = Entity(id="kim-jong-un", kind=Kind.PERSON, name="Kim Jong Un")
CITED = Cited(
    "a-1", True, "The title", "The Post", "The Edition", "https://e.org/a/", ("Ada Larsen",), "2020-06-16", "en"
)

HOSTILE = [
    *["A title", "Five & 5% of #1_000 $", "{", "}", "}}, note = {x", "\\", "a\\", "\\input{secret}"],
    *["@article{x, title = {y}}", "@comment(x)", '"quoted"', "a -- b --- c", "``a''", "?`!`", "~^|<>", "% a comment"],
    *[
        "</script><script>",
        "<!--",
        "ER  - ",
        "TY  - JOUR",
        "Kim Yo Jong (김여정)",
        "sœur naïve",
        "1999",
        "a = b, c # d",
    ],
    *["\\textbf{x} $x^2$", "{{ 7*7 }}", "x ; y", "a and b", " ", "x"],
]
TITLES = st.one_of(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=5).map("".join),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1),
).filter(lambda title: bool(title.strip()))


def one_line(text: str) -> str:
    return " ".join(text.split())


def decoder() -> LatexNodes2Text:
    """What TeX makes of an entry: the library's reader, and the names of characters that it does not know."""
    names = {"braceleft": "{", "braceright": "}", "less": "<", "greater": ">", "bar": "|", "asciicircum": "^"}
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(f"text{name}", simplify_repl=character) for name, character in names.items()]
    context.add_context_category("names", macros=macros, prepend=True)
    return LatexNodes2Text(latex_context=context, math_mode="text")


DECODED = LatexDecodingMiddleware(decoder=decoder())


def entry(text: str, *, decoded: bool = True) -> Entry:
    """The one entry in a BibTeX file."""
    library = bibtexparser.parse_string(text, append_middleware=[DECODED] if decoded else [])
    assert library.failed_blocks == []
    assert len(library.blocks) == 1
    return library.entries[0]


def reference(text: str) -> dict[str, object]:
    """The one reference in a RIS file."""
    (found,) = rispy.loads(text)
    return found


def article(text: str = ARTICLE, site: Site = SITE) -> Cited:
    return cited_article(linked({"2020-06-16-bridge": text}).archive.annotation("2020-06-16-bridge").article, site)


# For readers.


def said(cited: Cited) -> str:
    return "".join(words for words, _ in citation(cited))


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        pytest.param(
            article(),
            "Ada Larsen, Bo de la Cruz. “Bridge & Tunnel.” The Havn Post, 16 June 2020. In: The Great Edition. "
            "https://example.org/great_edition/articles/2020-06-16-bridge/",
            id="an article",
        ),
        pytest.param(
            article(site=Site("The Great Edition")),
            "Ada Larsen, Bo de la Cruz. “Bridge & Tunnel.” The Havn Post, 16 June 2020. In: The Great Edition.",
            id="no address of the site, none in the citation",
        ),
        pytest.param(
            article("Is the bridge open?\n\nIt is.\n", Site("The Edition")),
            "“Is the bridge open?” The Edition, no date.",
            id="an article of which only the words are known",
        ),
        pytest.param(
            cited_entity(PERSON, SITE),
            "“Kim Jong Un.” In: The Great Edition. https://example.org/great_edition/people/kim-jong-un/",
            id="a person",
        ),
        pytest.param(
            replace(CITED, authors=("Bo Larsen Jr.",), url=""),
            "Bo Larsen Jr. “The title.” The Post, 16 June 2020. In: The Edition.",
            id="no second full stop",
        ),
    ],
)
def test_citation(cited: Cited, expected: str) -> None:
    assert said(cited) == expected


def test_newspaper_and_edition_are_set_as_titles() -> None:
    assert [words for words, is_title in citation(CITED) if is_title] == ["The Post", "The Edition"]


# For programs.


def test_bibtex_of_an_article() -> None:
    assert bibtex(article()) == (
        "@article{2020-06-16-bridge,\n"
        "  author = {{Ada Larsen} and {Bo de la Cruz}},\n"
        "  title = {{Bridge \\& Tunnel}},\n"
        "  journal = {The Havn Post},\n"
        "  entrysubtype = {newspaper},\n"
        "  date = {2020-06-16},\n"
        "  year = {2020},\n"
        "  note = {In: The Great Edition},\n"
        "  url = {https://example.org/great_edition/articles/2020-06-16-bridge/}\n"
        "}\n"
    )


def test_ris_of_an_article() -> None:
    assert ris(article()) == (
        "TY  - NEWS\n"
        "ID  - 2020-06-16-bridge\n"
        "AU  - Ada Larsen\n"
        "AU  - Bo de la Cruz\n"
        "TI  - Bridge & Tunnel\n"
        "T2  - The Havn Post\n"
        "DA  - 2020/06/16\n"
        "PY  - 2020\n"
        "DB  - The Great Edition\n"
        "LA  - en\n"
        "UR  - https://example.org/great_edition/articles/2020-06-16-bridge/\n"
        "ER  - \n"
    )


def test_csl_json_of_an_article() -> None:
    assert json.loads(csl_json(article())) == [
        {
            "id": "2020-06-16-bridge",
            "type": "article-newspaper",
            "title": "Bridge & Tunnel",
            "author": [{"literal": "Ada Larsen"}, {"literal": "Bo de la Cruz"}],
            "container-title": "The Havn Post",
            "issued": {"date-parts": [[2020, 6, 16]]},
            "source": "The Great Edition",
            "language": "en",
            "URL": "https://example.org/great_edition/articles/2020-06-16-bridge/",
        }
    ]


def test_a_person_is_an_entry_in_a_work_of_reference() -> None:
    cited = cited_entity(PERSON, SITE)
    assert entry(bibtex(cited)).entry_type == "inreference"
    assert reference(ris(cited))["type_of_reference"] == "ENCYC"
    (item,) = json.loads(csl_json(cited))
    assert item == {
        "id": "person:kim-jong-un",
        "type": "entry-encyclopedia",
        "title": "Kim Jong Un",
        "container-title": "The Great Edition",
        "URL": "https://example.org/great_edition/people/kim-jong-un/",
    }


def test_nothing_is_made_up_for_an_article_of_which_only_the_words_are_known() -> None:
    cited = article("The bridge\n\nIt is open.\n", Site("The Edition"))
    assert set(entry(bibtex(cited)).fields_dict) == {"title", "journal", "entrysubtype"}
    assert set(reference(ris(cited))) == {"type_of_reference", "id", "title", "secondary_title"}
    assert set(json.loads(csl_json(cited))[0]) == {"id", "type", "title", "container-title"}


@given(title=TITLES, name=TITLES)
@example(title="@article{x, title = {y}}", name="}} and {{")
def test_any_title_and_name_survives_bibtex(title: str, name: str) -> None:
    title, name = one_line(title), one_line(name)
    found = entry(bibtex(replace(CITED, title=title, within=name, authors=(name, name))))
    assert found["title"] == title
    assert found["journal"] == name
    assert found["author"] == f"{name} and {name}"


@given(title=TITLES)
def test_braces_in_bibtex_are_balanced_as_bibtex_itself_counts_them(title: str) -> None:
    depth = 0
    for brace in re.findall(r"[{}]", bibtex(replace(CITED, title=one_line(title)))):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0


@given(title=TITLES, name=TITLES)
def test_any_title_and_name_survives_ris(title: str, name: str) -> None:
    title, name = one_line(title), one_line(name)
    found = reference(ris(replace(CITED, title=title, within=name, authors=(name,))))
    assert (found["title"], found["secondary_title"], found["authors"]) == (title, name, [name])


@pytest.mark.parametrize("line_break", ["\n", "\r", "\x85", "\u2028", "\v"])
def test_a_title_of_several_lines_stays_in_its_field(line_break: str) -> None:
    text = ARTICLE.replace("Bridge & Tunnel", json.dumps(f"Bridge{line_break}ER  - {line_break}TY  - JOUR"))
    assert reference(ris(article(text)))["title"] == "Bridge ER - TY - JOUR"


@pytest.mark.parametrize(
    ("file", "key"),
    [
        pytest.param("2020-06-16-bridge", "2020-06-16-bridge", id="as the file is named"),
        pytest.param("a b,{c}", "a-b-c", id="nothing that ends a key"),
        pytest.param("다리", "다리", id="letters of every script"),
    ],
)
def test_the_key_of_an_entry(file: str, key: str) -> None:
    cited = cited_article(next(linked({file: ARTICLE}).annotations).article, SITE)
    assert entry(bibtex(cited)).key == key


@given(title=TITLES)
def test_a_page_shows_what_programs_are_to_read(title: str) -> None:
    cited = replace(CITED, title=one_line(title))
    html = cite(cited)
    assert "" not in html.split("\n")
    tree = LexborHTMLParser(html)
    assert [node.tag for node in tree.css("body > *")] == ["details"]
    shown = {str(node.id): node.text() for node in tree.css("[id^=cite-]")}
    assert shown == {
        "cite-text": said(cited),
        "cite-bibtex": bibtex(cited).rstrip("\n"),
        "cite-ris": ris(cited).rstrip("\n"),
        "cite-csl": csl_json(cited).rstrip("\n"),
    }


# On the built site.


def test_every_article_and_every_entity_says_how_it_is_cited(built_site: Path, public_url: str) -> None:
    pages = {
        page: tree
        for page, tree in trees(built_site).items()
        if tree.css_first(".edition--article, .edition--entity") is not None
    }
    assert len(pages) > 100
    for page, tree in pages.items():
        (item,) = json.loads(tree.css_first("#cite-csl").text())
        assert item["title"] == words(tree.css_first("h1")), page
        assert item["URL"] == f"{public_url}{page}"
        assert reference(tree.css_first("#cite-ris").text())["title"] == item["title"]
        assert item["title"] in entry(tree.css_first("#cite-bibtex").text())["title"]
        assert words(tree.css_first("#cite-text")).endswith(item["URL"])


def test_citations_are_not_searched(built_site: Path) -> None:
    for page, tree in trees(built_site).items():
        for block in tree.css(".cite"):
            assert "data-pagefind-ignore" in block.attributes, page


def test_each_button_names_what_it_copies_and_waits_for_the_script(built_site: Path) -> None:
    for tree in trees(built_site).values():
        for button in tree.css("button[data-copy]"):
            assert tree.css_first(f"#{button.attributes['data-copy']}") is not None
            assert "hidden" in button.attributes
