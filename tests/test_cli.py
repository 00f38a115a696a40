"""The command line: exit codes, help, options beside the command, data on one stream and words on the other."""

import json
import os
import re
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from edition.cli import main
from edition.cli.terminal import visible
from edition.read import schema_text
from making import ARTICLE, build, command, contents, edition

COMMANDS = [
    "new",
    "import",
    "build",
    "pages",
    "check",
    "diff",
    "annotate",
    "explain",
    "link",
    "merge",
    "suggest",
    "review",
    "accept",
    "serve",
    "schema",
]


def exit_code(*arguments: str) -> int:
    """What the command ends with, run in this process; argparse leaves by an exception of its own."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return edition(tmp_path / "edition")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["check"], 0, id="no problem"),
        pytest.param(["pages"], 0, id="pages are written"),
        pytest.param(["annotate"], 0, id="mentions are printed"),
        pytest.param(["chekc"], 2, id="a command that does not exist"),
        pytest.param(["check", "--edition"], 2, id="an option without its folder"),
        pytest.param(["check", "--edtion", "."], 2, id="an option that does not exist"),
        pytest.param(["check", "--edition", "/nowhere"], 2, id="a folder that does not exist"),
        pytest.param(["check", "--articles", __file__], 2, id="a file for a folder"),
        pytest.param(["serve", "--port", "0"], 2, id="a port that is none"),
        pytest.param(["serve", "--port", "99999"], 2, id="a port beyond all ports"),
        pytest.param(["serve", "--port", "eighty"], 2, id="a port in words"),
    ],
)
def test_exit_codes(tiny: Path, arguments: list[str], code: int) -> None:
    assert exit_code("--edition", str(tiny), *arguments) == code


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(*filter(None, [name]), "--help") == 0
    said = " ".join(capsys.readouterr().out.split())
    for word in ("--edition DIR", "--articles DIR", "--entities DIR", "Exit code: 0 built, 1 problems, 2 wrong use."):
        assert word in said
    assert name or all(command in said for command in COMMANDS)


def test_options_stand_before_or_behind_the_command(tiny: Path, tmp_path: Path) -> None:
    here = [sys.executable, *command(tmp_path)[1:2]]
    before = subprocess.run([*here, "--edition", tiny, "annotate"], capture_output=True, check=True).stdout
    behind = subprocess.run([*here, "annotate", "--edition", tiny], capture_output=True, check=True).stdout
    assert before == behind != b""


def test_what_is_wrong_goes_to_standard_error_and_stops_nothing_else(tmp_path: Path) -> None:
    both = edition(tmp_path / "edition", {"bad.txt": "---\ntitel: x\n---\nHead", "good.txt": ARTICLE})
    done = build(both, "annotate")
    assert done.returncode == 1
    assert "articles/bad.txt:2:1: E103 Unknown field `titel`. Fix: did you mean `title`?\n" in done.stderr
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["good", "good"]


def test_problems_come_by_file_and_line_errors_last(tmp_path: Path) -> None:
    bad = edition(tmp_path / "edition", {"b.txt": "---\nzz: 1\naa: 2\n---\nHead", "a.txt": "Head"}, people="a: {}")
    lines = build(bad, "check").stderr.splitlines()
    assert [re.sub(r" .*", "", line) for line in lines[:-1]] == [
        "articles/a.txt:1:1:",
        "articles/b.txt:2:1:",
        "articles/b.txt:3:1:",
        "entities/people.yml:1:4:",
    ]
    assert lines[-1] == "4 problems in 1 article, 1 entity, 0 linked mentions, 0 unresolved names."


def test_annotate_reads_any_two_folders_and_its_spans_count_in_the_files(tmp_path: Path) -> None:
    stored = {
        "bom.txt": "\ufeffHead\r\n\r\nKim Jong Un went to Seoul.\r\n",
        "nfd.txt": "Cafe\u0301\n\nKim Jong Un went to Seoul.",
        "한국.txt": ARTICLE,
    }
    tiny = edition(tmp_path / "edition", stored)
    (tiny / "articles").rename(tmp_path / "texts")
    (tiny / "entities").rename(tmp_path / "registry")
    done = build(tmp_path, "annotate", "--articles", tmp_path / "texts", "--entities", tmp_path / "registry")
    assert done.returncode == 0
    mentions = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["article"], one["entity"]) for one in mentions] == [
        (article, entity) for article in ("bom", "nfd", "한국") for entity in ("kim", "seoul")
    ]
    for one in mentions:
        source = (tmp_path / "texts" / f"{one['article']}.txt").read_bytes().decode()
        assert source[one["start"] : one["end"]] == one["surface"]
        assert one["surface"] in ("Kim Jong Un", "Seoul")


def test_data_is_utf_8_whatever_the_terminal_is(tmp_path: Path) -> None:
    korean = edition(tmp_path / "edition", {"a.txt": "Head\n\n김정은 ."}, people="kim: {name: 김정은}")
    done = build(korean, "annotate", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert json.loads(done.stdout)["surface"] == "김정은"


def test_a_reader_who_has_seen_enough_may_leave(tmp_path: Path) -> None:
    long = edition(tmp_path / "edition", {"a.txt": "Head\n\n" + "Kim Jong Un spoke. " * 3000})
    with subprocess.Popen(command(long, "annotate"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read().decode()
    assert process.returncode == 0
    assert "Traceback" not in said
    assert "E305" not in said


def test_the_schema_is_printed(tmp_path: Path) -> None:
    assert build(tmp_path, "schema").stdout == schema_text("registry")
    assert build(tmp_path, "schema", "decisions").stdout == schema_text("decisions")
    assert build(tmp_path, "schema", "events").stdout == schema_text("events")


def test_every_decision_says_what_it_settled(repository: Path) -> None:
    done = build(repository, "explain", "--decisions")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("entities/decisions.yml:")
    assert "Yongbyon is yongbyon-nuclear-facility: 2020-06-" in lines[0]
    assert not [line for line in lines if line.endswith(": nothing") and " is nothing:" not in line]
    assert re.search(r"; \d+ decisions for \d+ names\.$", build(repository, "check").stderr.strip())


def test_pages_and_check_leave_the_site_alone(tiny: Path) -> None:
    before = contents(tiny)
    build(tiny, "check")
    assert contents(tiny) == before
    build(tiny, "pages")
    after = contents(tiny)
    assert {path.split("/")[0] for path in after.keys() - before.keys()} == {"docs"}
    assert "docs/articles/news/index.md" in after


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("한국 “é” — ‘x’", "한국 “é” — ‘x’", id="letters and marks"),
        pytest.param("\x1b[31mred\x07", "\\u001b[31mred\\u0007", id="what a terminal would do"),
        pytest.param("a\u202eb\u200bc", "a\\u202eb\\u200bc", id="what nobody would see"),
        pytest.param("a\r\tb", "a\\u000d\\u0009b", id="what would move the line"),
        pytest.param("one\ntwo", "one\ntwo", id="reports of programs keep their lines"),
        pytest.param("\udcff\U000e0001", "\\udcff\\U000e0001", id="what is no character"),
    ],
)
def test_messages_show_what_cannot_be_seen(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_no_file_name_speaks_to_the_terminal_or_in_the_name_of_the_build(tmp_path: Path) -> None:
    name = "a\x1b[2J\na.txt:1:1: E101 Lies. Fix: :smile: [red]b.md"
    done = build(edition(tmp_path / "edition", {"a.txt": ARTICLE, name: ""}), "check")
    assert done.stderr.splitlines()[0].startswith(
        "articles/a\\u001b[2J\\na.txt:1:1: E101 Lies. Fix: :smile: [red]b.md: W102 Only files in this folder"
    )


def test_a_port_that_is_taken_is_wrong_use(tiny: Path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = build(tiny, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "cannot be used: Address already in use. Fix: name another one with --port." in done.stderr


def test_a_folder_whose_name_is_no_text_is_wrong_use(tmp_path: Path) -> None:
    done = build(edition(tmp_path / os.fsdecode(b"\xff")))
    assert done.returncode == 2
    assert "/\\udcff cannot be written in UTF-8. Fix: rename the folder" in done.stderr


def test_ctrl_c_while_the_program_is_still_being_read_is_no_traceback(tmp_path: Path) -> None:
    program = """if True:
        import sys

        class Stop:
            def find_spec(self, name, *others):
                if name == "edition.pipeline":
                    raise KeyboardInterrupt

        sys.meta_path.insert(0, Stop())
        from edition.cli import main
        raise SystemExit(main(["check"]))
    """
    python = {**os.environ, "PYTHONPATH": str(Path(command(tmp_path)[1]).parent)}
    done = subprocess.run([sys.executable, "-c", program], env=python, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "Stopped. The last site stands as it was.\n")
