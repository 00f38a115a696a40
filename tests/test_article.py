"""One file becomes an article: its fields, its words, and the way back to the file."""

import json
import textwrap
from pathlib import Path

import pytest

from edition.model import Article, BlockRole, Source
from edition.read import article_id, read_article, read_articles


def read(text: str, file: str = "articles/x.txt") -> Article:
    article, problems = read_article(Source(file, text.encode()))
    assert article is not None, problems
    return article


def said(text: str) -> list[str]:
    article, problems = read_article(Source("articles/x.txt", text.encode()))
    assert (article is None) == any(problem.is_error for problem in problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("file", "id"),
    [
        pytest.param("articles/2020-06-16-news.txt", "2020-06-16-news", id="as it is"),
        pytest.param("articles/The  News (1).txt", "the-news-1", id="small letters, words apart by hyphens"),
        pytest.param("articles/북한 소식.txt", "북한-소식", id="letters of every script"),
        pytest.param("articles/हिन्दी.txt", "हिन्दी", id="with their marks"),
        pytest.param("articles/Ete\u0301.txt", "eté", id="one spelling for all systems"),
        pytest.param("articles/a_b.c.txt", "a-b-c", id="dots and low lines part words too"),
        pytest.param("articles/(?).txt", "", id="no letter, no id"),
    ],
)
def test_the_name_of_a_file_gives_the_id(file: str, id: str) -> None:
    assert article_id(file) == id


@pytest.mark.parametrize(
    ("header", "title"),
    [
        pytest.param("title: The news", "The news", id="plain"),
        pytest.param("title: 2020", "2020", id="a number"),
        pytest.param("title: yes", "yes", id="a word that YAML may take for true"),
        pytest.param('title: "A: “b” #1"', "A: “b” #1", id="in quotation marks"),
        pytest.param("title: 'It''s'", "It's", id="an escaped quotation mark"),
        pytest.param("title: >-\n  The\n  news", "The news", id="folded"),
        pytest.param("title:", "Body.", id="an empty field is none: the first line is the headline"),
    ],
)
def test_titles(header: str, title: str) -> None:
    assert read(f"---\n{header}\ndate: 2020-06-16\n---\nBody.").title == title


def test_all_fields_are_read() -> None:
    fields = {
        "title": "T",
        "date": "2020-02-29",
        "place": "L",
        "publisher": "P",
        "author": "A",
        "url": "https://example.org/x?a=1&b=2",
        "rights": "R",
        "language": "pt-BR",
        "summary": "S",
        "note": "N",
        "layout": "lines",
    }
    front = read("---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\nBody.").front
    assert {name: getattr(front, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("---\ntitle: x\ndate: 2020-01-01\n---\nBody", [], id="nothing"),
        pytest.param("Head\n\nBody", ["1:1: W104"], id="a raw text has no date"),
        pytest.param("---\n---\nHead", ["1:1: W104"], id="nor has empty front matter"),
        pytest.param("---\ntitle: x\n---\nBody", ["2:1: W104"], id="a date is missing"),
        pytest.param("\n\n---\ntitle: x\ndate: 2020-13-01\n---\nBody", ["5:7: E104"], id="blank lines before it count"),
        pytest.param("---\ntitle: x\n\nBody", ["1:1: E105"], id="it never ends"),
        pytest.param("---", ["1:1: E105"], id="it is all there is"),
        pytest.param("---\n- a\n---\nBody", ["2:1: E105"], id="it is a list"),
        pytest.param("---\na\n---\nBody", ["2:1: E105"], id="it is a word"),
        pytest.param("---\ndate: 2021-02-29\n---\nHead", ["2:7: E104"], id="a day that does not exist"),
        pytest.param("---\ndate: 16 June 2020\n---\nHead", ["2:7: E104"], id="a date in words"),
        pytest.param("---\ndate: ２０２０-06-16\n---\nHead", ["2:7: E104"], id="wide digits"),
        pytest.param("---\ndate: [2020-06-16]\n---\nHead", ["2:7: E104"], id="a list where words should be"),
        pytest.param("---\ntitle: ''\n---\nHead", ["2:8: E104"], id="words that are none"),
        pytest.param("---\nurl: javascript:alert(1)\n---\nHead", ["2:6: E104"], id="an address that runs"),
        pytest.param("---\nurl: http://[1\ndate: 2020-01-01\n---\nHead", ["2:6: E104"], id="an address that is none"),
        pytest.param("---\nlanguage: in English\n---\nHead", ["2:11: E104"], id="a language in words"),
        pytest.param("---\nlayout: wide\n---\nHead", ["2:9: E104"], id="a layout that does not exist"),
        pytest.param("---\ntitel: x\nautor: y\n---\nHead", ["2:1: E103", "3:1: E103"], id="all unknown fields"),
        pytest.param("---\ntitle: Update #2\ndate: 2020-01-01\n---\nx", ["2:8: W103"], id="words that YAML would drop"),
        pytest.param("---\nroles: {x: headlin}\n---\nHead", ["2:12: E104"], id="a role that does not exist"),
        pytest.param("---\nroles: x\n---\nHead", ["2:8: E104"], id="a role without a line"),
        pytest.param(
            "---\nroles: {No: caption}\n---\nHead", ["2:1: W104", "2:9: E112"], id="a line that does not exist"
        ),
        pytest.param(
            "---\nroles: {B: headline}\n---\nA\n\nB", ["2:1: W104", "2:9: E112"], id="a headline in the middle"
        ),
        pytest.param(
            "---\nroles: {A: caption}\n---\nA\n\nB", ["4:1: E107", "2:1: W104"], id="a first line that is none"
        ),
        pytest.param("x" * 400 + "\n\nBody", ["1:1: E107", "1:1: W104"], id="a first line too long for a headline"),
        pytest.param("", ["1:1: E106"], id="an empty file"),
        pytest.param("\ufeff \n\t\n", ["1:1: E106"], id="white space"),
        pytest.param("— …\n\n***", ["1:1: E106"], id="marks without a word"),
        pytest.param("---\ntitle: x\n---\n", ["1:1: E106"], id="a title without a text"),
        pytest.param("He\x00ad\n\nB\x07", ["1:3: E109", "3:2: E109", "1:1: W104"], id="control characters"),
        pytest.param(
            "---\ntitle: a\x07b\ndate: 2020-01-01\n---\nx", ["2:9: E109"], id="a control character in a field"
        ),
    ],
)
def test_problems_have_a_place(text: str, told: list[str]) -> None:
    assert [
        line.removeprefix("articles/x.txt:").split(" ", 1)[0] + " " + line.split(" ")[1] for line in said(text)
    ] == told


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param("Head\n\nKim Jong Un spoke. Café.", id="plain"),
        pytest.param("\ufeffHead\r\n\r\nKim Jong Un spoke. Café.", id="a BOM and CRLF"),
        pytest.param("Head\r\rKim Jong Un spoke. Café.", id="CR"),
        pytest.param("He\u0301ad\n\nKim Jong Un spoke. Cafe\u0301.", id="decomposed letters"),
        pytest.param("\n\n  Head  \n\n\t Kim Jong Un spoke. Café. \n", id="white space round lines"),
        pytest.param('---\r\ntitle: "Héad"\r\n---\r\n\r\nKim Jong Un spoke. Cafe\u0301.\r\n', id="front matter"),
        pytest.param("---\ntitle: Head\n---\nHead\n\nKim Jong Un spoke. Café.", id="a title that stands twice"),
    ],
)
def test_every_span_leads_back_to_the_file(stored: str) -> None:
    article = read(stored)
    for words, written in (
        ("Kim Jong Un", "Kim Jong Un"),
        ("Café", "Cafe\u0301" if "Cafe\u0301" in stored else "Café"),
    ):
        start = article.text.index(words)
        span = article.in_file(type(article.blocks[0].span)(start, start + len(words)))
        assert span.of(article.stored) == written
        assert article.stored == stored


def test_spans_of_a_wrapped_text_lead_back_across_its_lines() -> None:
    paragraph = "North and South spoke on Monday of the office at Kaesong, which Kim Jong-un ordered to be closed."
    stored = "Head\r\n\r\n" + textwrap.fill(paragraph, 60).replace("\n", "\r\n")
    article = read(stored)
    for position, letter in enumerate(article.text[:-1]):
        origin = article.alignment.origin(position)
        assert stored[origin] == letter or (letter in " \n" and stored[origin] == "\r"), position
    assert article.blocks[1].span.of(article.text) == paragraph


def test_articles_are_ordered_by_date_and_one_bad_article_stops_no_other() -> None:
    files = {"c": "2020-01-02", "a": "2020-01-02", "b": "2020-01-01", "z": "1999-99-99"}
    sources = [Source(f"articles/{id}.txt", f"---\ndate: {date}\n---\nHead".encode()) for id, date in files.items()]
    articles, problems = read_articles([*sources, Source("articles/0.txt", b"No date")])
    assert [article.id for article in articles] == ["b", "a", "c", "0"]
    assert [problem.code for problem in problems] == ["W104", "E104"]


def test_of_two_articles_with_one_id_both_are_read_and_neither_is_lost() -> None:
    articles, problems = read_articles(
        [Source("articles/a b.txt", b"Second"), Source("articles/A B.txt", b"First"), Source("articles/A-b.txt", b"")]
    )
    assert [(article.id, article.title) for article in articles] == [("a-b", "First")]
    assert [f"{problem.file} {problem.code}" for problem in problems if problem.is_error] == [
        "articles/A-b.txt E108",
        "articles/A-b.txt E106",
        "articles/a b.txt E108",
    ]


# The real articles, read where they lie.

PARAGRAPH_A_LINE, BLANK_LINES_TOO = "000_6229f14465f48c44.txt", "003_2a86732af7ae2f12.txt"


def seed(shared: Path, name: str) -> Article:
    return read((shared / "seeds" / name).read_bytes().decode(), f"articles/{name}")


@pytest.mark.parametrize("name", [PARAGRAPH_A_LINE, BLANK_LINES_TOO])
def test_every_line_of_a_real_article_is_there_in_order(shared: Path, name: str) -> None:
    article = seed(shared, name)
    lines = [line.strip() for line in article.stored.split("\n") if line.strip()]
    written = article.text.split("\n")
    assert " ".join(written).split() == " ".join(lines).split()
    assert all(block.span.of(article.text) for block in article.blocks)


def test_the_parts_of_the_first_are_those_that_people_found(shared: Path) -> None:
    """Title, paragraphs, caption and credit stand where the gold annotation has them, each with its label."""
    article = seed(shared, PARAGRAPH_A_LINE)
    gold = json.loads((shared / "gold" / "000.json").read_text(encoding="utf-8"))["structure"]
    wanted = {
        kind: [(one["start"], one["end"]) for one in gold if one["kind"] == kind]
        for kind in {one["kind"] for one in gold}
    }
    found: dict[BlockRole, list[tuple[int, int]]] = {role: [] for role in BlockRole}
    for block in article.blocks:
        span = article.in_file(block.span)
        found[block.role].append((span.start, span.end))
    assert found[BlockRole.HEADLINE] == wanted["title"]
    assert found[BlockRole.PARAGRAPH] == wanted["paragraph"]
    [(label, _)], [(_, caption_end)] = wanted["photo-label"], wanted["photo-caption"]
    assert found[BlockRole.CAPTION] == [(label, caption_end)]
    [(_, credit_end)] = wanted["photo-credit"]
    assert [end for _, end in found[BlockRole.CREDIT]] == [credit_end]
    assert found[BlockRole.HEADING] == found[BlockRole.BYLINE] == []


def test_the_second_has_two_headings_and_keeps_its_broken_quotation(shared: Path) -> None:
    article = seed(shared, BLANK_LINES_TOO)
    roles = [block.role for block in article.blocks]
    assert roles[0] is BlockRole.HEADLINE
    assert roles.count(BlockRole.HEADING) == 2
    assert set(roles[1:]) == {BlockRole.HEADING, BlockRole.PARAGRAPH}
    paragraphs = [block.span.of(article.text) for block in article.blocks if block.role is BlockRole.PARAGRAPH]
    assert [one for one in paragraphs if one.count("”") > one.count("“")], "the mark that is missing is not invented"
