"""Dated events: what editors may write, what they are told, and what the chronology makes of their sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from edition.index import index
from edition.model import Edition, Source
from edition.pipeline import Folders, read_edition
from edition.read import read_events
from edition.render import pages
from making import build, edition
from reading import address, href, trees, words

ARTICLES = {
    "news.txt": "---\ntitle: The news\ndate: 2020-06-16\nsummary: In short.\n---\nKim Jong Un spoke in Seoul.\n"
}


def said(file: str) -> list[str]:
    """What an editor is told of a file of events; there is an article `news`."""
    _, problems = read_events(Source("entities/events.yml", file.encode()), {"news"})
    return [str(problem).removeprefix("entities/events.yml:") for problem in problems]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        pytest.param("- {date: 2020-06-16, event: It was so., articles: [news], source: https://x.org/}", [], id="all"),
        pytest.param("- {date: 2020-06, event: It was so.}", [], id="a month"),
        pytest.param("- {date: 2020, event: It was so.}", [], id="a year"),
        pytest.param("", [], id="an empty file"),
        pytest.param(
            "date: 2020",
            [
                "1:1: E104 The file is no list of events. "
                "Fix: write a list, each entry as `- date: 2020-06-16` with `event: One sentence.` below it."
            ],
            id="no list",
        ),
        pytest.param(
            "- {event: It was so.}",
            ["1:3: E104 `date` is missing. Fix: write a day as YYYY-MM-DD, a month as YYYY-MM, or a year."],
            id="no date",
        ),
        pytest.param("- {date: 2020}", ["1:3: E104 `event` is missing. Fix: add `event:`."], id="nothing happened"),
        pytest.param(
            "- {date: 16 June, event: It was so.}",
            ["1:10: E104 `date` cannot be `16 June`. Fix: write a day as YYYY-MM-DD, a month as YYYY-MM, or a year."],
            id="a day in words",
        ),
        pytest.param(
            "- {date: 2021-02-29, event: It was so.}",
            ["1:10: E104 There is no day `2021-02-29`. Fix: write a day that exists as YYYY-MM-DD."],
            id="a day that no calendar has",
        ),
        pytest.param(
            "- date: 2020\n  evnt: It was so.",
            [
                "1:3: E104 `event` is missing. Fix: add `event:`.",
                "2:3: E103 Unknown field `evnt`. Fix: did you mean `event`?",
            ],
            id="a field with a typing error",
        ),
        pytest.param(
            "- {date: 2020, event: …}",
            ["1:23: E104 `event` has no letter and no digit: `…`. Fix: write what happened, in one sentence."],
            id="no word",
        ),
        pytest.param(
            "- {date: 2020, event: It was so., articles: [nes, x-y]}",
            [
                "1:46: W203 There is no article `nes`. Fix: did you mean `news`?",
                "1:51: W203 There is no article `x-y`. Fix: name the file without .txt.",
            ],
            id="unknown articles",
        ),
        pytest.param(
            "- {date: 2020, event: It was so., source: 'https://[1'}",
            ["1:43: E104 `source` cannot be `https://[1`. Fix: write an address that begins with https://."],
            id="no address",
        ),
        pytest.param(
            "- date: 2020\n  event: They shot at #2 again.",
            ["2:10: W103 YAML drops `#2 again.` behind `event` as a comment. Fix: put the value in quotation marks."],
            id="words that YAML drops",
        ),
    ],
)
def test_what_an_editor_is_told(file: str, told: list[str]) -> None:
    assert said(file) == told


def test_one_bad_event_does_not_hide_the_others() -> None:
    events, problems = read_events(
        Source("entities/events.yml", b"- {date: 2020}\n- {date: 2019, event: It was so.}"), set()
    )
    assert [event.date for event in events] == ["2019"]
    assert len(problems) == 1


def made(folder: Path, events: str | None, **files: str) -> Edition:
    """A tiny edition with these events, read."""
    edition(folder, ARTICLES, **files)
    if events is not None:
        (folder / "entities" / "events.yml").write_text(events, encoding="utf-8")
    found, problems = read_edition(Folders(folder, folder / "articles", folder / "entities"), {}, with_site=False)
    assert problems == ()
    return found


def chronology(found: Edition) -> str:
    return {page.path: page.text for page in pages(found, index(found))}["articles/chronology/index.md"]


def test_an_edition_may_do_without_events(tmp_path: Path) -> None:
    found = made(tmp_path / "edition", None)
    assert found.events == ()
    assert "0 events and 1 article." in chronology(found)


def test_an_event_outlives_its_article(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition", ARTICLES)
    (folder / "entities" / "events.yml").write_text("- {date: 2020, event: It was so., articles: [gone, news]}")
    found, problems = read_edition(Folders(folder, folder / "articles", folder / "entities"), {}, with_site=False)
    assert [problem.is_error for problem in problems] == [False]
    assert "- It was so. *Told in [The news](../news/index.md)*{ .told }" in chronology(found)


def test_an_article_with_an_error_is_known_all_the_same(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition", {**ARTICLES, "bad.txt": "---\ntitel: x\n---\nWords"})
    (folder / "entities" / "events.yml").write_text("- {date: 2020, event: It was so., articles: [bad]}")
    _, problems = read_edition(Folders(folder, folder / "articles", folder / "entities"), {}, with_site=False)
    assert [problem.code for problem in problems if problem.file.startswith("entities")] == []


def test_names_are_linked_as_in_articles_but_count_for_no_concordance(tmp_path: Path) -> None:
    found = made(tmp_path / "edition", "- {date: 2020-06-16, event: Kim Jong Un came to Seoul.}")
    assert (
        "[Kim Jong Un](../../people/kim/index.md){ .person } came to [Seoul](../../places/seoul/index.md){ .place }."
        in chronology(found)
    )
    assert len(index(found).mentions("kim")) == 1  # the one of the article


def test_a_name_that_is_not_certain_stays_unlinked(tmp_path: Path) -> None:
    two = "kim:\n  name: Kim Jong Un\nother:\n  name: Kim Yo Jong\n"
    found = made(tmp_path / "edition", "- {date: 2020, event: Kim spoke of Seoul.}", people=two)
    assert "- Kim spoke of [Seoul](../../places/seoul/index.md){ .place }." in chronology(found)


def test_a_decision_for_all_texts_holds_for_events_too(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition", ARTICLES)
    (folder / "entities" / "decisions.yml").write_text("- {name: the marshal, is: kim}")
    (folder / "entities" / "events.yml").write_text("- {date: 2020, event: On a day the marshal spoke.}")
    found, problems = read_edition(Folders(folder, folder / "articles", folder / "entities"), {}, with_site=False)
    assert problems == ()
    assert "On a day [the marshal](../../people/kim/index.md){ .person } spoke." in chronology(found)


def test_dates_stand_in_order_the_wider_before_the_narrower(tmp_path: Path) -> None:
    dates = ("2020-06-17", "2020-06", "2020-06-16", "2020", "1999-12-31")
    events = "\n".join(f"- {{date: {date}, event: On {date}.}}" for date in dates)
    text = chronology(made(tmp_path / "edition", events))
    lines = [line for line in text.splitlines() if line.startswith(("## ", "### ", "- "))]
    assert lines == [
        "## 1999 { #1999 }",
        "### *Friday* 31 December { #1999-12-31 }",
        "- On 1999-12-31.",
        "## 2020 { #2020 }",
        "- On 2020.",
        "### June { #2020-06 }",
        "- On 2020-06.",
        "### *Tuesday* 16 June { #2020-06-16 }",
        "- On 2020-06-16.",
        "- [The news](../news/index.md) In short.",
        "### *Wednesday* 17 June { #2020-06-17 }",
        "- On 2020-06-17.",
    ]


def test_reports_of_other_days_are_linked_behind_the_event(tmp_path: Path) -> None:
    events = "- {date: 2020-06-16, event: Here., articles: [news]}\n- {date: 2019, event: There., articles: [news]}"
    text = chronology(made(tmp_path / "edition", events))
    assert "- Here.\n" in text  # the article follows in the next line
    assert "- There. *Told in [The news](../news/index.md)*{ .told }\n" in text


def test_hostile_words_are_shown_as_they_stand(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition", ARTICLES)
    hostile = [
        "<script>alert(1)</script> & <b>bold</b>",
        "[a](javascript:alert(1)){ .person } *no* `code` _under_",
        "1. no list",
        "# no heading",
        "- no item",
        "{{ config }} {% raw %} ${x}",
    ]
    lines = "".join(f"- date: 2019\n  event: '{words}'\n" for words in hostile)
    (folder / "entities" / "events.yml").write_text(lines, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    page = trees(folder / "site")["articles/chronology/"]
    assert [words(node) for node in page.css(".event")] == hostile
    assert page.css(".event *") == []


def test_the_words_of_the_shipped_events_stand_on_the_page_and_every_link_has_a_target(
    built_site: Path, repository: Path
) -> None:
    page = LexborHTMLParser((built_site / "articles" / "chronology" / "index.html").read_text(encoding="utf-8"))
    shown = [words(node) for node in page.css(".event")]
    found, _ = read_edition(Folders(repository, repository / "articles", repository / "entities"), {}, with_site=False)
    told = sorted((event.event for event in found.events), key=lambda event: event.date)
    assert [line.startswith(event.event) for line, event in zip(shown, told, strict=True)] == [True] * len(told)
    assert 25 <= len(told) <= 35
    linked = {address("articles/chronology/", href(link)) for link in page.css(".event a")}
    assert all((built_site / one / "index.html").is_file() for one in linked)
    assert {one.split("/")[0] for one in linked} == {"articles", "people", "organizations", "places"}
