"""What people have becomes the text of an article: plain text, web pages, Markdown, tables; days; copies."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.convert import (
    Draft,
    Likeness,
    NotRead,
    Order,
    article_text,
    dated,
    from_markdown,
    from_page,
    from_table,
    from_text,
    guessed,
    id_of,
    rows_of,
    words_of,
)
from edition.model import Source
from edition.read import article_id, read_article


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        pytest.param("2020-06-16", None, "2020-06-16", id="ISO"),
        pytest.param("2020-06-16T08:00:00+09:00", None, "2020-06-16", id="ISO with a time"),
        pytest.param("20200616", None, "2020-06-16", id="digits alone"),
        pytest.param("June 16, 2020", None, "2020-06-16", id="American"),
        pytest.param("Tuesday, 16th June 2020", None, "2020-06-16", id="British"),
        pytest.param("Sept. 3, 2020", None, "2020-09-03", id="a short month"),
        pytest.param("16 juin 2020", None, "2020-06-16", id="French"),
        pytest.param("16.06.2020", None, "2020-06-16", id="with dots the day is first"),
        pytest.param("16/06/2020", None, "2020-06-16", id="there is no month 16"),
        pytest.param("06/07/2020", None, None, id="two days at once"),
        pytest.param("06/07/2020", Order.DAY, "2020-07-06", id="the day is first"),
        pytest.param("06/07/2020", Order.MONTH, "2020-06-07", id="the month is first"),
        pytest.param("6/7/2020 10:30", None, None, id="two days at once, with a time"),
        pytest.param("06/07/20", None, None, id="two days at once, with a short year"),
        pytest.param("06/07/20", Order.DAY, "2020-07-06", id="a short year, the day is first"),
        pytest.param("Sat, 06/07/2020", None, None, id="two days at once, with a weekday"),
        pytest.param("16/06/2020, 8:15 am", None, "2020-06-16", id="there is no month 16, with a time"),
        pytest.param("2020年6月16日", None, "2020-06-16", id="the year is first"),
        pytest.param("31/02/2020", Order.DAY, None, id="no day of the calendar"),
        pytest.param("2020-13-45", None, None, id="no month"),
        pytest.param("yesterday", None, None, id="a day that hangs on today"),
        pytest.param("June 2020", None, None, id="a month alone"),
        pytest.param("x" * 5_000, None, None, id="no date at all"),
    ],
)
def test_days(written: str, order: Order | None, day: str | None) -> None:
    found, why = dated(written, order)
    assert found == day
    assert bool(why) == (day is None)


def text_draft(text: str, file: str = "a.txt") -> Draft:
    return from_text(Source(file, text.encode()))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("Head\n\nBody of it.", {}, id="nothing is said"),
        pytest.param(
            "Head\nBy Ann Lee\nJune 16, 2020\n\nBody.", {"author": "Ann Lee", "date": "2020-06-16"}, id="lines"
        ),
        pytest.param("Head\n\nPublished: 16 June 2020\n\nBody.", {"date": "2020-06-16"}, id="a label"),
        pytest.param("Head\n\nSEOUL, June 16, 2020 (Wire) — It rained.", {"date": "2020-06-16"}, id="a dateline"),
        pytest.param(
            "Head\n\nOn June 16, 2020 it rained in Seoul all day.", {}, id="a date in a sentence tells nothing"
        ),
        pytest.param("Head\n\nBy the river it rained, and nobody came.", {}, id="By may begin a sentence"),
    ],
)
def test_the_head_of_a_plain_text(text: str, fields: dict[str, str]) -> None:
    assert text_draft(text).fields == fields


def test_the_name_of_a_file_may_have_its_day() -> None:
    assert text_draft("Head\n\nBody.", "x/2020-06-16-rain.txt").fields == {"date": "2020-06-16"}
    assert text_draft("Head\n\nBody.", "x/12345678901.txt").fields == {}


def test_a_day_that_may_be_two_is_told() -> None:
    draft = text_draft("Head\nDate: 06/07/2020\n\nBody.")
    assert draft.fields == {}
    assert "--day-first or --month-first" in draft.doubts[0]


def test_an_article_keeps_its_front_matter() -> None:
    draft = text_draft("---\ntitle: 'It''s: rain'\ndate: 2020-06-16\npublisher: Gazette\n---\nFirst.\n\nSecond.\n")
    assert draft == Draft("It's: rain", "First.\n\nSecond.", {"date": "2020-06-16", "publisher": "Gazette"})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_any_encoding(encoding: str) -> None:
    text = "Café in Zürich\n\n" + "Die Gäste der Cafés hätten größere Stühle gewünscht. " * 20
    assert from_text(Source("a.txt", text.encode(encoding))).title == "Café in Zürich"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0" * 50, "text", id="a picture"),
        pytest.param(b"  \n\n ", "no words", id="nothing but space"),
        pytest.param(b"x" * 5_000, "too long for a headline", id="one long line"),
        pytest.param(b"---\ntitle: [\n---\nBody", "front matter", id="front matter that is broken"),
    ],
)
def test_what_is_no_article_is_told_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(NotRead, match=why):
        from_text(Source("a.txt", data))


def test_markdown_becomes_its_words() -> None:
    text = """\
---
headline: Rain *Again*
authors: [Ann Lee, Bo Roe]
date: June 16, 2020
tags: [weather]
---

# Rain *Again*

It **rained** on [the town](https://example.org "x"), said ![a cloud](c.png)`Ann`.
It went on.

## Later

- one \\* point
- two_under_scores

> A quotation.

<div>An *element*.</div>
"""
    draft = from_markdown(Source("a.md", text.encode()))
    assert draft.title == "Rain *Again*"
    assert draft.fields == {"author": "Ann Lee, Bo Roe", "date": "2020-06-16"}
    assert draft.text.split("\n\n")[-6:] == [
        "It rained on the town, said Ann. It went on.",
        "Later",
        "one * point",
        "two_under_scores",
        "A quotation.",
        "An element.",
    ]


@pytest.mark.parametrize(
    "line", ["[", "![", "[]", "[][", "](", "`", "*_", "<!--", "<a ", "# #", "#", "- ", "1. ", "x\n", "\\", "**x"]
)
def test_markdown_of_any_length_is_read_in_time(line: str) -> None:
    started = time.process_time()
    with suppress(NotRead):
        from_markdown(Source("a.md", f"# Head\n\nWords # {line * 60_000}x".encode()))
    assert time.process_time() - started < 5


PAGE = """\
<!doctype html><html lang="en"><head>
<title>Floods Close the Harbour | The Example Gazette</title>
<meta property="og:title" content="Floods Close the Harbour">
<meta property="og:site_name" content="The Example Gazette">
{meta}<link rel="canonical" href="https://gazette.example.org/floods"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Floods Close the Harbour</h1>
<p>The harbour was closed on Tuesday after two days of rain, and the ferries stayed where they were.</p>
<script>var advert = "Buy umbrellas";</script>
<p>“Nobody can cross today,” said Dora Keller, the head of the port, &amp; the fishermen agreed with her.</p>
<h2>What Comes Next</h2><p>The rain is to stop on Friday. Until then there is bread and a great deal of fish.</p>
</article></main><aside><h3>Most read</h3><ul><li>Ten umbrellas we love</li></ul></aside>
<section id="comments" class="comments"><p>First comment: what a lot of water, says a reader.</p></section>
<footer>© 2019 The Example Gazette. All rights reserved. Subscribe to our newsletter.</footer></body></html>
"""


@pytest.mark.parametrize(
    ("meta", "date"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2020-06-16T08:00:00Z">', "2020-06-16", id="meta"
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-06-16"}</script>',
            "2020-06-16",
            id="linked data",
        ),
        pytest.param("", None, id="no day is guessed from the year of a copyright"),
    ],
)
def test_a_web_page(meta: str, date: str | None) -> None:
    draft = from_page(Source("page.html", PAGE.replace("{meta}", meta).encode()))
    assert draft.title == "Floods Close the Harbour"
    assert draft.fields.get("date") == date
    assert draft.fields["publisher"] == "The Example Gazette"
    assert draft.fields["url"] == "https://gazette.example.org/floods"
    for words in ("two days of rain", "& the fishermen agreed", "a great deal of fish"):
        assert words in draft.text
    for words in ("umbrellas", "Sport", "comment", "Subscribe", "<"):
        assert words not in draft.text
    assert len(draft.text.split("\n\n")) == 4


@pytest.mark.parametrize(
    ("written", "order", "date"),
    [
        pytest.param("06/07/2020", None, None, id="may be two days"),
        pytest.param("06/07/2020", Order.DAY, "2020-07-06", id="the day is first"),
        pytest.param("06/07/2020", Order.MONTH, "2020-06-07", id="the month is first"),
        pytest.param("16/06/2020", None, "2020-06-16", id="there is no month 16"),
        pytest.param("July 6, 2020", None, "2020-07-06", id="in words"),
        pytest.param("20200706", None, "2020-07-06", id="digits alone"),
    ],
)
def test_a_page_with_a_day_in_numbers(written: str, order: Order | None, date: str | None) -> None:
    meta = f'<meta name="date" content="{written}">'
    draft = from_page(Source("page.html", PAGE.replace("{meta}", meta).encode()), order)
    assert draft.fields.get("date") == date
    assert bool(draft.doubts) == (date is None)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<html><body><p>Too short.</p></body></html>", id="nothing to read"),
        pytest.param(b"<div>" * 100_000, id="deep"),
        pytest.param(b"<p>It rained.</p>" * 100_000, id="long"),
        pytest.param(b"\0\xff\xfe<p>" * 100, id="rubbish"),
        pytest.param(b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>', id="entities"),
        pytest.param(b"", id="empty"),
    ],
)
def test_what_is_no_page_is_told(data: bytes) -> None:
    with pytest.raises(NotRead):
        from_page(Source("page.html", data))


def test_columns_are_guessed_by_their_names() -> None:
    assert guessed(["Headline", "Full Text", "pub date", "Newspaper", "other"]) == {
        "title": "Headline",
        "text": "Full Text",
        "date": "pub date",
        "publisher": "Newspaper",
    }


@pytest.mark.parametrize(
    ("file", "text"),
    [
        pytest.param("a.csv", 'title,text,date\nRain,"One.\n\nTwo, three.",2020-06-16\n', id="CSV"),
        pytest.param("a.csv", 'title;text;date\nRain;"One.\n\nTwo, three.";2020-06-16\n', id="CSV with semicolons"),
        pytest.param("a.tsv", 'title\ttext\tdate\nRain\t"One.\n\nTwo, three."\t2020-06-16\n', id="TSV"),
        pytest.param(
            "a.jsonl",
            json.dumps({"title": "Rain", "text": "One.\n\nTwo, three.", "date": "2020-06-16"}),
            id="JSON Lines",
        ),
        pytest.param(
            "a.json", json.dumps([{"title": "Rain", "text": "One.\n\nTwo, three.", "date": "2020-06-16"}]), id="JSON"
        ),
    ],
)
def test_tables(file: str, text: str) -> None:
    [(_, row)] = rows_of(Source(file, text.encode()))
    assert not isinstance(row, NotRead)
    draft = from_table(row, guessed(list(row)))
    assert draft == Draft("Rain", "One.\n\nTwo, three.", {"date": "2020-06-16"})


def test_a_damaged_line_is_named_by_its_number() -> None:
    rows = list(rows_of(Source("a.jsonl", b'{"text": "A"}\n\n{"text": \n[1]\n{"text": "B"}\n')))
    assert [(line, isinstance(row, NotRead)) for line, row in rows] == [(1, False), (3, True), (4, True), (5, False)]


@pytest.mark.parametrize(
    ("draft", "id"),
    [
        (Draft("North Blows Up the Office", "", {"date": "2020-06-16"}), "2020-06-16-north-blows-up-the-office"),
        (Draft("It’s Über-Fluß: “Déjà vu”/again?", ""), "its-uber-fluß-deja-vu-again"),
        (Draft("북한 사무소 폭파", "", {"date": "2020-06-16"}), "2020-06-16-북한-사무소-폭파"),
        (Draft("…", ""), "article"),
        (Draft("word " * 50, ""), "-".join(["word"] * 14)),
    ],
)
def test_ids_are_made_of_day_and_headline(draft: Draft, id: str) -> None:
    assert id_of(draft) == id
    assert article_id(f"{id}.txt") == id


TITLES = st.text(min_size=1, max_size=60) | st.sampled_from(
    [
        "yes",
        "null",
        "1e3",
        "- x",
        "a: b",
        "a #b",
        "'",
        '"',
        "[x",
        "{x}",
        "---",
        "?",
        "%",
        "@a",
        "`a",
        "!x",
        "&a",
        "*a",
        "|",
    ]
)
BODIES = st.text(max_size=200) | st.sampled_from(
    ["---", "---\na: 1\n---", "title: x", "\n\n---\n\nx", "…", "# x", "x" * 9000]
)


@given(TITLES, BODIES, st.dictionaries(st.sampled_from(["author", "publisher", "place", "url", "language"]), TITLES))
def test_whatever_is_written_reads_as_an_article(title: str, body: str, fields: dict[str, str]) -> None:
    try:
        draft = from_table(
            {"t": title, "b": body, **fields}, {"title": "t", "text": "b"} | {name: name for name in fields}
        )
        text = article_text(draft)
    except NotRead:
        return
    article, problems = read_article(Source("articles/a.txt", text.encode()))
    assert article is not None
    assert not [one for one in problems if one.is_error]
    assert words_of(article.title) == words_of(draft.title)


def test_copies_are_known_whole_or_in_part() -> None:
    known = Likeness()
    first = [f"word{number}" for number in range(300)]
    assert known.add("a", first) == ()
    assert known.add("b", [f"other{number}" for number in range(300)]) == ()
    assert [(one.id, one.share) for one in known.add("c", first)] == [("a", 1.0)]
    changed = first[:200] + [f"new{number}" for number in range(100)]
    found = known.add("d", changed)
    assert {one.id for one in found} == {"a", "c"}
    assert all(0.6 < one.share < 0.7 for one in found)
    assert known.add("e", first[:100] + [f"newer{number}" for number in range(200)]) == ()
