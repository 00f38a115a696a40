"""Files and folders become articles of an edition: nothing is overwritten, copies are known, the rest is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.cli import main
from making import build

TEXT = (
    "Rain in Town\n\nPublished: 16 June 2020\n\nIt rained in the town all day, and the town did not mind it at all.\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    assert main(["new", str(folder), "--title", "Own"]) == 0
    return folder


def said(capsys: pytest.CaptureFixture[str], own: Path, *arguments: str | Path) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["import", *map(str, arguments), "--edition", str(own)])
    return code, capsys.readouterr().err


def articles(own: Path) -> list[str]:
    return sorted(path.name for path in (own / "articles").glob("*.txt"))


def test_a_folder_of_everything(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    have = tmp_path / "have"
    (have / "deep").mkdir(parents=True)
    (have / "Page_files").mkdir()
    (have / "Page.html").write_text("<p>Too short.</p>", encoding="utf-8")
    (have / "Page_files" / "advert.html").write_text("<p>never read</p>", encoding="utf-8")
    (have / "a.txt").write_text(TEXT, encoding="utf-8")
    (have / "deep" / "b.md").write_text("# Snow\n\nIt snowed on the hills for once in this year.\n", encoding="utf-8")
    (have / "c.jsonl").write_text(
        json.dumps({"headline": "Wind", "body": "It blew from the sea.", "day": "2020-06-17"}) + "\n{broken\n",
        encoding="utf-8",
    )
    (have / "d.docx").write_bytes(b"PK\3\4")
    (have / "e.txt").write_bytes(b"")
    (have / "same.txt").write_text(TEXT, encoding="utf-8")
    code, told = said(capsys, own, have)
    assert code == 1
    assert articles(own) == ["2020-06-16-rain-in-town.txt", "2020-06-17-wind.txt", "snow.txt"]
    for line in (
        f"{have / 'same.txt'}: already there as 2020-06-16-rain-in-town.",
        "snow: no date was found.",
        f"{have / 'd.docx'}: not read. It is no text, web page, Markdown or table.",
        f"{have / 'e.txt'}: not read. It is empty.",
        f"{have / 'Page.html'}: not read. No article was found in the page.",
        f"{have / 'c.jsonl'}:2: not read. The line is no JSON",
        f"{have / 'c.jsonl'}: date from column `day`, text from column `body`, title from column `headline`.",
        ": 2 with date, 0 with author, 0 with publisher, 0 with url; 1 already there; 4 sources not read.",
    ):
        assert line in told
    assert "advert" not in told


def test_twice_is_once(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert said(capsys, own, tmp_path / "a.txt")[0] == 0
    before = (own / "articles" / "2020-06-16-rain-in-town.txt").read_bytes()
    code, told = said(capsys, own, tmp_path / "a.txt")
    assert (code, articles(own)) == (0, ["2020-06-16-rain-in-town.txt"])
    assert "already there as 2020-06-16-rain-in-town." in told
    assert (own / "articles" / "2020-06-16-rain-in-town.txt").read_bytes() == before


def test_another_article_of_the_same_name_gets_a_number(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("did not mind it at all", "minded it"), encoding="utf-8")
    _, told = said(capsys, own, tmp_path / "a.txt", tmp_path / "b.txt")
    assert articles(own) == ["2020-06-16-rain-in-town-2.txt", "2020-06-16-rain-in-town.txt"]
    assert "2020-06-16-rain-in-town-2: " in told
    assert "of its words are in 2020-06-16-rain-in-town, too." in told
    assert "1 near-copy" in told


def test_a_dry_run_writes_nothing(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    _, told = said(capsys, own, tmp_path / "a.txt", "--dry-run")
    assert (articles(own), "1 article would be written" in told) == ([], True)


def test_what_articles_do_not_say_may_be_said(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("t,x,d\nRain,It rained.,06/07/2020\n", encoding="utf-8")
    columns = ["--column", "title=t", "--column", "text=x", "--column", "date=d"]
    said(capsys, own, tmp_path / "a.csv", *columns, "--day-first", "--set", "publisher=Gazette")
    text = (own / "articles" / "2020-07-06-rain.txt").read_text(encoding="utf-8")
    assert text == "---\ntitle: Rain\ndate: 2020-07-06\npublisher: Gazette\n---\nIt rained.\n"


def test_a_day_that_is_none_is_told_and_an_address_that_is_none_left_out(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Head\n\nIt rained all day in the town.\n", encoding="utf-8")
    code, told = said(capsys, own, tmp_path / "a.txt", "--set", "date=yesterday")
    assert (code, articles(own)) == (1, [])
    assert "`date` cannot be `yesterday`" in told
    code, told = said(capsys, own, tmp_path / "a.txt", "--set", "url=nowhere", "--set", "language=12345678901")
    assert (code, articles(own)) == (0, ["head.txt"])
    text = (own / "articles" / "head.txt").read_text(encoding="utf-8")
    assert text == "---\ntitle: Head\n---\nIt rained all day in the town.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--column", "text=nope"], "There is no column `nope`. Fix: name one of `t`, `x`.", id="unknown"),
        pytest.param([], "Which column holds the text? Fix: --column text=NAME with one of `t`, `x`.", id="unnamed"),
    ],
)
def test_columns_that_are_missing(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    (tmp_path / "a.csv").write_text("t,x\nRain,It rained.\n", encoding="utf-8")
    code, words = said(capsys, own, tmp_path / "a.csv", *arguments)
    assert (code, told in words) == (1, True), words


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        pytest.param("a.csv", "title,text\nRain,It rained.\nShort\n,\nSnow,It snowed.\n", id="a row that ends early"),
        pytest.param(
            "a.jsonl",
            '{"text": "It rained."}\n{"by": "Ann"}\n{"title": "Snow", "text": "It snowed.", "by": "Bo"}\n',
            id="objects without all columns",
        ),
    ],
)
def test_a_row_that_lacks_something_stops_no_other(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, rows: str
) -> None:
    (tmp_path / name).write_text(rows, encoding="utf-8")
    said(capsys, own, tmp_path / name, *(["--column", "author=by"] if name == "a.jsonl" else []))
    text = (own / "articles" / "snow.txt").read_text(encoding="utf-8")
    assert text.endswith("---\nIt snowed.\n")
    assert ("author: Bo" in text) == (name == "a.jsonl")


def test_a_link_out_of_the_folder_is_not_followed(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "have").mkdir()
    try:
        (tmp_path / "have" / "a.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system makes no links")
    code, told = said(capsys, own, tmp_path / "have")
    assert (code, articles(own)) == (1, [])
    assert "It is a link that leads out of the folder." in told


def test_a_source_that_is_not_there(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, own, "/nowhere/at/all")[0] == 2


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.txt", b"Head\n\n" + b"word " * 1_000_000, id="a line of 5 MB"),
        pytest.param("a.txt", b"Head\n\n" + b"\x1b[2J\x07\x00word\xe2\x80\xae \n" * 1000, id="control characters"),
        pytest.param("a.txt", b"Head\n\n---\ntitle: x\n---\n\n- a: &b [*b, !!python/object:os.system x]\n", id="YAML"),
        pytest.param("a.csv", b"text," + b",".join(b"c%d" % n for n in range(1000)) + b"\nIt rained.\n", id="columns"),
        pytest.param("a.csv", b'text\n"' + b"x " * 500_000 + b"\n", id="a field that never ends"),
        pytest.param("a.json", b"[" * 200_000, id="JSON without end"),
        pytest.param("a.jsonl", b'{"text": "\\ud800 It rained.", "title": "\\u202eRain"}\n', id="half a character"),
        pytest.param("a.md", b"# Head\n\n" + b"[" * 50_000 + b"\n\n" + b"*_" * 50_000, id="Markdown without end"),
        pytest.param("a.html", b"<html><body><article>" + b"<p>It rained.</p>" * 20_000, id="a long page"),
        pytest.param(
            "a.txt", b"<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> {{ x }} {% y %}\n", id="HTML"
        ),
    ],
)
def test_hostile_sources(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes) -> None:
    """Each becomes an article that can be read, or is named with the reason."""
    (tmp_path / name).write_bytes(data)
    code, told = said(capsys, own, tmp_path / name)
    assert code in (0, 1)
    assert "\x1b" not in told
    assert len(articles(own)) == 1 - code
    if not code:
        done = build(own, "check")
        assert done.returncode == 0, done.stderr


def test_both_real_articles(own: Path, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = said(capsys, own, shared / "seeds")
    assert (code, len(articles(own))) == (0, 2)
    assert "2 articles written" in told
