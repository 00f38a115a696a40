"""The hostile edition on the way of a new editor: imported, suggested, decided in a file and on the page, built."""

from __future__ import annotations

import json
import re
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlsplit

import pytest

from edition.cli import main
from edition.pipeline import Folders, Proposer, own
from edition.review import Desk, Reader, Review, Server
from hostile import ARTICLES, NAMED, hostile_edition
from making import build, edition

# What stands like names, and is meant to be more than that.
NAMES = (
    "Eve <script>alert(1)</script> Lee",
    "Ann: Lee # Roe",
    "- Bo Lee",
    "Cy 'Lee' \"Roe\"",
    "{{ Dee }} Roe",
    "!!python/object Eli Roe",
    "Fay \u202eLee\u202c",
    "Gus \x1b[2JRoe",
    "*Hal &Roe",
    "Null Yes",
    "Ivy\u0301\u0301\u0301 Lee",
    "J" + "o" * 5_000 + " Lee",
    "김정은",
)
TEXTS = {
    f"{number}.txt": f"Report {number}\n\nMr. {name}, the director of {name} Institute, met President {name} there.\n"
    for number, name in enumerate(NAMES)
    if "\x1b" not in name and "\u202e" not in name  # a control character is an error of its own
}


@pytest.fixture(params=["hostile", "named"])
def own_edition(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "hostile":
        return hostile_edition(tmp_path / "edition")
    return edition(tmp_path / "edition", TEXTS, people="", places="", organizations="")


def said(capsys: pytest.CaptureFixture[str], folder: Path, *arguments: str | Path) -> tuple[int, str, str]:
    """Exit code and both streams; nothing in them may act on a terminal."""
    capsys.readouterr()
    code = main([*map(str, arguments), "--edition", str(folder)])
    out, err = capsys.readouterr()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", out + err)
    return code, out, err


def test_suggested_decided_and_built(own_edition: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is proposed can be accepted, or is named with its line; then the edition has no error."""
    assert said(capsys, own_edition, "suggest")[0] == 0
    code, lines, _ = said(capsys, own_edition, "suggest", "--json")
    assert code == 0
    assert all(json.loads(line)["name"] for line in lines.splitlines())
    sheet = tmp_path / "sheet.yml"
    assert said(capsys, own_edition, "suggest", "--write", sheet)[0] == 0
    text = sheet.read_text(encoding="utf-8")
    for _ in range(20):  # what is refused is left for later, one line after the other
        sheet.write_text(re.sub(r"^  decision:$", "  decision: accept", text, flags=re.MULTILINE), encoding="utf-8")
        code, _, err = said(capsys, own_edition, "accept", sheet)
        wrong = {int(number) for number in re.findall(r"sheet\.yml:(\d+)", err)}
        if code == 0 or not wrong:
            break
        parts = text.split("\n- suggestion: ")
        starts = [0]
        for part in parts:
            starts.append(starts[-1] + part.count("\n") + 1)
        for at in range(1, len(parts)):
            if any(starts[at] < number <= starts[at + 1] for number in wrong):
                parts[at] = parts[at].replace("  decision:\n", "  decision: later\n", 1)
        text = "\n- suggestion: ".join(parts)
    assert code == 0, err
    done = build(own_edition, "pages")
    assert done.returncode == 0, done.stderr


def test_shown_and_decided_on_the_page(own_edition: Path) -> None:
    """The server answers for each suggestion, and goes on whatever the decision does."""
    folders = Folders(own_edition, own_edition / "articles", own_edition / "entities")
    review = Review(Reader(folders, Proposer(own()), {}), Desk(folders))
    review.begin()
    server = Server(review, 0)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        where = urlsplit(server.url)
        assert where.hostname is not None
        for one in list(review.reading.suggestions.values())[:20]:
            connection = HTTPConnection(where.hostname, where.port or 80, timeout=60)
            connection.request("GET", f"{where.path}suggestion?id={quote(one.id)}")
            answer = connection.getresponse()
            shown = json.loads(answer.read())
            assert (answer.status, shown["name"]) == (200, one.name)
            connection.close()
    finally:
        review.end()
        server.shutdown()
        server.server_close()


def test_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file becomes an article that can be read, or is named with the reason."""
    have, mine = tmp_path / "have", tmp_path / "mine"
    have.mkdir()
    texts = ARTICLES | {name: f"Headline of {id}\n\nText of {id}." for name, id in NAMED.items()}
    texts |= {f"name-{number}.txt": f"{name}\n\nSomebody met {name}.\n" for number, name in enumerate(NAMES)}
    for name, text in texts.items():
        (have / name).write_text(text, encoding="utf-8")
    assert main(["new", str(mine)]) == 0
    code, _, err = said(capsys, mine, "import", have, "--all")
    written = len(list((mine / "articles").glob("*.txt")))
    assert written + err.count(": not read. ") + err.count(": already there as ") == len(texts)
    assert code == (1 if ": not read. " in err else 0)
    done = build(mine, "check")
    assert done.returncode == 0, done.stderr
