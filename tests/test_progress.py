"""What a person sees while it works: one line that tells of each step, and nothing of it where nobody looks."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from rich.console import Console

from edition.progress import Steps, in_words, seconds_left
from making import build, command, edition

STEPS = ["Linking names", "Writing pages", "Rendering pages", "Checking words and links", "Indexing for search"]
CODE = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|\r|\n")


def on_a_terminal(folder: Path) -> str:
    """All that a build writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command(folder), stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        written = all_of(ours)
    assert process.returncode == 0
    return written


def all_of(terminal: int) -> str:
    """What comes until nobody writes any more; a terminal hands it over in pieces, and closes behind the last."""
    written = b""
    while some := _read(terminal):
        written += some
    os.close(terminal)
    return written.decode()


def _read(terminal: int) -> bytes:
    """What comes next; nothing at the end, which Linux calls an error."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def screen(written: str) -> list[str]:
    """What stands on the screen when all of it was written: rich moves up, erases lines, writes others."""
    lines, row = [""], 0
    for text, code in zip(CODE.split(written), [*CODE.findall(written), ""], strict=True):
        lines[row] += text
        if code == "\n":
            row += 1
            lines += [""] * (row == len(lines))
        elif code == "\x1b[1A":
            row -= 1
        elif code == "\x1b[2K":
            lines[row] = ""
    return [line for line in lines if line]


def test_a_terminal_is_told_of_each_step_and_nothing_of_it_remains(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition")
    written = on_a_terminal(folder)
    seen = [written.index(step) for step in STEPS]
    assert seen == sorted(seen)
    assert re.search(r"1 of 1, \d+ s", written)
    first, second = screen(written)
    assert first.startswith("site/ holds the edition: 1 article, ")
    assert second.startswith("Look at it: ")


@pytest.mark.parametrize("environment", [{}, {"FORCE_COLOR": "1", "TERM": "xterm"}], ids=["a pipe", "a log in colour"])
def test_nothing_is_shown_where_nobody_looks(tmp_path: Path, environment: dict[str, str]) -> None:
    done = build(edition(tmp_path / "edition"), env=environment)
    assert CODE.findall(done.stderr) == ["\n", "\n"]


def test_a_large_text_is_named() -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as file:
        steps = Steps(Console(file=file, width=100, force_terminal=True, legacy_windows=False))
        with steps.step("linking", "Linking names") as advance:
            advance(1200, 10000, "articles/big.txt, 5 MB")
    assert "Linking names: articles/big.txt, 5 MB" in all_of(ours)
    assert [step.step for step in steps.done] == ["linking"]


@pytest.mark.parametrize(
    ("done", "total", "elapsed", "left"),
    [
        pytest.param(0, 100, 60, None, id="nothing is done yet"),
        pytest.param(50, 100, 1, None, id="too early to say"),
        pytest.param(50, 100, 4, 4, id="to the second, where few are left"),
        pytest.param(100, 200, 33, 35, id="then to five seconds"),
        pytest.param(10, 100, 11, 100, id="to ten"),
        pytest.param(100, 10_000, 10, 960, id="to a minute"),
        pytest.param(100, 100, 10, 0, id="all is done"),
    ],
)
def test_how_long_still(done: int, total: int, elapsed: float, left: int | None) -> None:
    assert seconds_left(done, total, elapsed) == left


def test_the_time_that_is_left_does_not_jump() -> None:
    """At a pace that changes from second to second, each estimate is near the one before."""
    done, before = 0.0, None
    for second in range(1, 100):
        done += 150 if second % 2 else 50
        left = seconds_left(done, 10_000, second)
        assert before is None or left is None or abs(left - before) <= max(0.3 * before, 5)
        before = left


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (8.9, "8 s"), (60, "1 min"), (80, "1 min 20 s"), (3600, "1 h"), (7512, "2 h 5 min")],
)
def test_seconds_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words
