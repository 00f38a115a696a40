"""The server of the review: whom it answers, what it takes, and that nothing is lost."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

import pytest

from building import REPOSITORY, SAID, until
from edition.model import Article, Found, Kind
from edition.pipeline import Folders
from edition.review import Desk, Server
from making import build
from reviewing import EVIL, NAMES, PEOPLE, ask, choice, folders, reviewed
from suggesting import Listed


@pytest.fixture
def where(tmp_path: Path) -> Folders:
    return folders(tmp_path / "edition")


@pytest.fixture
def server(where: Folders) -> Iterator[Server]:
    with reviewed(where) as server:
        yield server


def text(where: Folders, name: str = "people.yml") -> str:
    return (where.entities / name).read_text(encoding="utf-8")


def ids(server: Server) -> set[str]:
    return {one["id"] for one in ask(server, "state")[1]["suggestions"]}


def test_the_page_and_its_parts_are_served_with_a_strict_policy(server: Server) -> None:
    with urllib.request.urlopen(server.url) as answer:
        policy = answer.headers["Content-Security-Policy"]
        page = answer.read().decode()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for path in re.findall(r'(?:src|href)="([^"#]+)"', page):
        assert ask(server, path)[0] == 200, path
    for script in ("making.js", "card.js", "dialogs.js"):
        assert ask(server, script)[0] == 200
    assert ask(server, "../../../etc/passwd")[0] == 404
    assert ask(server, "fonts/%2e%2e/x")[0] == 404


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "example.org"}, id="another host"),
        pytest.param({"Host": "127.0.0.1"}, id="another port"),
        pytest.param({"Host": "localhost:80"}, id="a name that leads here"),
        pytest.param({"Origin": "https://example.org"}, id="another origin"),
        pytest.param({"Origin": "null"}, id="no origin that one may name"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, id="a page of another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, id="another port's page"),
    ],
)
def test_pages_of_others_are_refused(server: Server, where: Folders, headers: dict[str, str]) -> None:
    body = choice(server, "ann-wolde", "accept")
    assert ask(server, "state", headers=headers)[0] == 403
    assert ask(server, "", headers=headers)[0] == 403
    assert ask(server, "decide", body, headers=headers)[0] == 403
    assert text(where) == PEOPLE


def test_who_does_not_know_the_word_is_refused(server: Server, where: Folders) -> None:
    for token in ("x", "%00", "%C3%A9"):
        assert ask(server, "state", token=token)[0] == 403
        assert ask(server, "undo", {}, token=token)[0] == 403
    assert ask(server, "decide", choice(server, "ann-wolde", "accept"), headers={"Sec-Fetch-Site": "none"})[0] == 403
    assert text(where) == PEOPLE


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"", 422, id="nothing"),
        pytest.param(b"{", 422, id="no JSON"),
        pytest.param(b"[1]", 422, id="no object"),
        pytest.param(b'{"id": "\\ud800"}', 422, id="half a character"),
        pytest.param(b"[" * 100_000, 422, id="deep"),
        pytest.param(b"\xff\xfe", 422, id="no text"),
        pytest.param(b" " * (1 << 20) + b" ", 413, id="long"),
    ],
)
def test_bodies_that_are_no_decision_are_refused(server: Server, where: Folders, body: bytes, status: int) -> None:
    assert ask(server, "decide", body)[0] == status
    assert text(where) == PEOPLE


def test_what_is_no_json_of_a_known_length_is_not_read(server: Server) -> None:
    for headers in ({"Content-Type": "text/plain"}, {"Content-Length": "-1"}, {"Content-Length": "9" * 30}):
        assert ask(server, "decide", b"{}", headers=headers)[0] in (400, 413)
    connection = HTTPConnection("127.0.0.1", server.server_port)
    connection.request("DELETE", "/")
    assert connection.getresponse().status == 501
    connection.close()


def test_unknown_fields_and_decisions_are_refused(server: Server) -> None:
    body = choice(server, "ann-wolde", "accept")
    assert ask(server, "decide", {**body, "more": 1})[0] == 422
    assert ask(server, "decide", {**body, "decision": "burn"})[0] == 422
    assert ask(server, "decide", {**body, "name": "x" * 10_000})[0] == 422
    assert ask(server, "decide", {**body, "name": "a\u202eb"})[1]["why"].startswith("U+202E")
    assert ask(server, "decide", {**body, "id": "nobody"})[0] == 409


def test_a_decision_is_written_shown_and_undone(server: Server, where: Folders) -> None:
    posts = [{"title": "director", "organization": "Brightwater Shipping"}]
    status, told = ask(server, "decide", choice(server, "ann-wolde", "accept", posts=posts))
    assert status == 200
    assert told["changes"]["entities/people.yml"][:2] == ["+ ann-wolde:", "+   name: Ann Wolde"]
    assert told["changes"]["entities/organizations.yml"][0] == "+ brightwater-shipping:"
    assert {"ann-wolde", "brightwater-shipping"}.isdisjoint(one["id"] for one in told["state"]["suggestions"])
    assert text(where).startswith(PEOPLE)
    assert told["state"]["decided"] == 2
    ask(server, "decide", choice(server, "brightwater", "never"))
    assert text(where, "decisions.yml") == "- {name: Brightwater, is: nothing}\n"
    for _ in range(2):
        assert ask(server, "undo", {})[0] == 200
    assert ask(server, "undo", {})[1]["said"] == ""
    assert (text(where), text(where, "organizations.yml"), text(where, "decisions.yml")) == (PEOPLE, "", "")
    until(lambda: {"ann-wolde", "brightwater-shipping", "brightwater"} <= ids(server))


def test_suggestions_stand_anew_after_a_decision_and_after_a_change_by_hand(server: Server, where: Folders) -> None:
    ask(server, "decide", choice(server, "tom-helvey", "accept"))
    until(lambda: not ask(server, "state")[1]["busy"])
    assert "tom-helvey" not in ids(server)
    (where.entities / "places.yml").write_text("b:\n  name: Brightwater\n")
    until(lambda: "brightwater" not in ids(server))


class Slow(Listed):
    """A recogniser that may be stopped for a while."""

    def __init__(self, names: Mapping[str, Kind]) -> None:
        super().__init__(names)
        self.goes_on, self.is_waiting = Event(), Event()
        self.goes_on.set()

    def find(self, article: Article) -> Iterator[Found]:
        if not self.goes_on.is_set():
            self.is_waiting.set()
        self.goes_on.wait(30)
        return super().find(article)


def test_what_is_decided_while_articles_are_read_does_not_come_back(where: Folders) -> None:
    slow, seen = Slow(NAMES), set[str]()
    with reviewed(where, [slow]) as server:
        slow.goes_on.clear()
        (where.articles / "2020-06-04-new.txt").write_text("The fourth\n\nTom Helvey slept.\n")
        assert slow.is_waiting.wait(30)
        assert ask(server, "decide", choice(server, "ann-wolde", "accept"))[0] == 200
        version = ask(server, "state")[1]["version"]
        slow.goes_on.set()
        until(lambda: seen.update(ids(server)) or ask(server, "state")[1]["version"] > version + 1)
        assert "ann-wolde" not in seen | ids(server)
        assert ask(server, "state")[1]["articles"] == 4


def test_a_decision_made_elsewhere_is_not_made_twice(server: Server, where: Folders) -> None:
    body = choice(server, "ann-wolde", "accept")
    assert ask(server, "decide", body)[0] == 200
    before = text(where)
    status, told = ask(server, "decide", {**body, "decision": "never"})
    assert status == 409
    assert "another window" in told["why"]
    assert text(where) == before


def test_of_many_windows_at_once_one_decides(server: Server, where: Folders) -> None:
    body, found = choice(server, "ann-wolde", "accept"), list[int]()
    threads = [Thread(target=lambda: found.append(ask(server, "decide", body)[0])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [200, *[409] * 7]
    assert text(where).count("ann-wolde:") == 1


def test_what_was_changed_by_hand_meanwhile_stays(server: Server, where: Folders) -> None:
    body = choice(server, "ann-wolde", "accept")
    (where.entities / "people.yml").write_text(PEOPLE + "# A new line.\n")
    assert ask(server, "decide", body)[0] == 200
    assert text(where).startswith(PEOPLE + "# A new line.\n\nann-wolde:")


def test_a_broken_file_is_named_and_everything_stays(server: Server, where: Folders) -> None:
    body, before = choice(server, "ann-wolde", "accept"), ids(server)
    (where.entities / "people.yml").write_text("kim:\n  name: 'x\n")
    status, told = ask(server, "decide", body)
    assert status == 422
    assert "entities/people.yml:2:9: E102" in told["why"]
    until(lambda: "entities/people.yml:2:9" in ask(server, "state")[1]["wrong"])
    assert ids(server) == before
    (where.entities / "people.yml").write_text(PEOPLE)
    until(lambda: not ask(server, "state")[1]["wrong"])
    assert ask(server, "decide", body)[0] == 200


def test_what_was_changed_since_is_not_undone(server: Server, where: Folders) -> None:
    ask(server, "decide", choice(server, "ann-wolde", "accept"))
    changed = text(where).replace("Ann Wolde", "Anna Wolde")
    (where.entities / "people.yml").write_text(changed)
    status, told = ask(server, "undo", {})
    assert status == 422
    assert "entities/people.yml has been changed since" in told["why"]
    assert text(where) == changed


def test_decisions_can_be_undone_after_the_program_was_closed(where: Folders) -> None:
    with reviewed(where) as server:
        ask(server, "decide", choice(server, "ann-wolde", "accept"))
        ask(server, "decide", choice(server, "brightwater", "later"))
    with reviewed(where) as server:
        told = ask(server, "state")[1]
        assert [one["id"] for one in told["suggestions"] if one["waits"]] == ["brightwater"]
        assert told["suggestions"][-1]["id"] == "brightwater"
        ask(server, "undo", {})
        assert not any(one["waits"] for one in ask(server, "state")[1]["suggestions"])
        ask(server, "undo", {})
    assert text(where) == PEOPLE


@pytest.mark.parametrize(
    "damage", ["", "{", "[1]", '[{"said": 1}]', '{"a": 2}', '[{"said":"","decided":[],"waits":[],"edits":{"../x":{}}}]']
)
def test_a_damaged_journal_costs_only_the_undo(where: Folders, damage: str) -> None:
    desk = Desk(where)
    desk.work.mkdir(parents=True)
    desk.journal.write_text(damage)
    with reviewed(where) as server:
        assert ask(server, "state")[0] == 200
        assert ask(server, "decide", choice(server, "ann-wolde", "accept"))[0] == 200


def test_where_one_file_cannot_be_written_none_is(server: Server, where: Folders) -> None:
    body = choice(server, "ann-wolde", "accept", posts=[{"title": "head", "organization": "New House"}])
    (where.entities / "organizations.yml").unlink()
    (where.entities / "organizations.yml").mkdir()
    assert ask(server, "decide", body)[0] == 422
    assert text(where) == PEOPLE
    assert ask(server, "state")[1]["undo"] == ""


def test_the_same_as_another_suggestion_accepts_both(server: Server, where: Folders) -> None:
    assert ask(server, "decide", choice(server, "tommy-helvey", "same as", target="tom-helvey"))[0] == 200
    assert "tom-helvey:\n  name: Tom Helvey\n  aliases: [Tommy Helvey]\n" in text(where)
    assert {"tom-helvey", "tommy-helvey"}.isdisjoint(ids(server))


def test_two_are_told_apart_by_their_articles(server: Server, where: Folders) -> None:
    other = {"name": "Thomas Helvey", "kind": "person"}
    body = choice(server, "tom-helvey", "two", other=other, second=["2020-06-03-third"], aliases=[])
    assert ask(server, "decide", body)[0] == 200
    assert "tom-helvey:" in text(where)
    assert "thomas-helvey:" in text(where)
    assert "article: 2020-06-03-third, is: thomas-helvey}" in text(where, "decisions.yml")


def test_names_are_found_by_how_they_begin(server: Server) -> None:
    def found(words: str) -> list[str]:
        return [one["id"] for one in ask(server, f"names?q={words}&without=x")[1]]

    assert found("Kim") == ["kim-rae"]
    assert found("helv")[0] in ("tom-helvey", "tommy-helvey")
    assert found("qq") == []
    assert len(ask(server, "lines?id=ann-wolde")[1]) == 4
    assert ask(server, "lines?id=kim-rae") == (200, [])
    assert ask(server, "suggestion?id=nobody")[0] == 404


def test_forms_of_address_that_do_not_fit_are_told_before_a_merge(server: Server, where: Folders) -> None:
    (where.articles / "2020-06-04-new.txt").write_text("The fourth\n\nMs. Tommy Helvey slept.\n")
    until(lambda: ask(server, "state")[1]["articles"] == 4)
    told = "It is “Mr.” in 2020-06-01-pier and “Ms.” in 2020-06-04-new."
    assert ask(server, "clash?id=tommy-helvey&other=tom-helvey") == (200, told)
    (where.entities / "people.yml").write_text("tom:\n  name: Tom Rae\n  gender: male\n")
    until(lambda: ask(server, "names?q=Tom+Rae")[1] != [])
    assert "the registry says male" in ask(server, "clash?id=tommy-helvey&other=tom")[1]
    assert ask(server, "clash?id=tom-helvey&other=tom") == (200, "")
    assert ask(server, "clash?id=x&other=y") == (200, "")


def test_a_hostile_name_is_only_words(server: Server, where: Folders) -> None:
    id = next(one["id"] for one in ask(server, "state")[1]["suggestions"] if "script" in one["name"])
    assert ask(server, "decide", choice(server, id, "accept"))[0] == 200
    assert json.dumps(EVIL)[1:-1] in text(where, "organizations.yml")


def test_the_command_serves_until_it_is_stopped(where: Folders) -> None:
    words = [sys.executable, REPOSITORY / "scripts" / "build.py", "review", "--edition", where.root, "--no-open"]
    process = subprocess.Popen(words, **SAID)
    assert process.stdout is not None
    said = ""
    while "http://" not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    with urllib.request.urlopen(re.search(r"http://127\.0\.0\.1:\d+/\S+/", said)[0]) as answer:  # type: ignore[index]
        assert answer.status == 200
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert "Traceback" not in rest


def test_a_port_that_is_taken_is_wrong_use(server: Server, where: Folders) -> None:
    done = build(where.root, "review", "--no-open", "--port", str(server.server_port))
    assert done.returncode == 2
    assert "Fix: name another one with --port." in done.stderr
