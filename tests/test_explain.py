"""Why each name is linked or left alone: for an article, for one line of its file, for one name."""

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
PEOPLE = """
kim-jong-un: {name: Kim Jong Un}
kim-dae-jung: {name: Kim Dae-jung}
"""
TEXT = "A day in spring\n\nKim Jong Un met Kim Dae-jung in the rain.\n\nThen Kim left, and Kim Yong-nam slept.\n"
DECISIONS = "- {exact: Kim, prefix: Then, is: kim-dae-jung}\n"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for name, text in {
        "articles/day.txt": TEXT,
        "entities/people.yml": PEOPLE,
        "entities/decisions.yml": DECISIONS,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def explain(edition: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    command = [sys.executable, REPOSITORY / "scripts" / "build.py", "explain", "--edition", edition, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout, done.stderr


def test_an_article_is_explained_name_by_name(edition: Path) -> None:
    code, output, _ = explain(edition, "day")
    assert code == 0
    assert "p1  [Kim Jong Un] met [Kim Dae-jung] in the rain." in output
    assert "p1 line 3: Kim Jong Un -> kim-jong-un (full name, certain) It is the full name." in output
    assert "p2 line 5: Kim -> kim-dae-jung (editors decision, certain) The editor decided it" in output
    assert "Kim -> ? kim-dae-jung, kim-jong-un (longer name, left alone) It is part of the longer name" in output


def test_one_line_explains_one_paragraph(edition: Path) -> None:
    _, output, _ = explain(edition, "day:5")
    assert "p2  Then [Kim] left" in output
    assert "p1 " not in output


def test_one_name_is_explained_wherever_it_stands(edition: Path) -> None:
    _, output, _ = explain(edition, "--why", "dae-jung")
    assert output.count("->") == 1
    assert "Kim Dae-jung -> kim-dae-jung" in output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((), "Say what: explain ARTICLE", id="nothing is asked"),
        pytest.param(("dya",), "There is no article `dya`. Fix: did you mean `day`?", id="no such article"),
        pytest.param(("day:x",), "Say what: explain ARTICLE", id="no line"),
    ],
)
def test_wrong_use_is_told(edition: Path, arguments: tuple[str, ...], said: str) -> None:
    code, _, errors = explain(edition, *arguments)
    assert code == 2
    assert said in errors
