"""Pagefind at work: the same index from the same words, no second time, and an answer where it fails."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from building import REPOSITORY
from edition.bundling import PagefindFailed, index_site
from edition.disk import Store
from edition.search import FOLDER, FRAGMENTS

PAGE = (
    '<html lang="en"><body><div data-pagefind-body data-pagefind-meta="date[data-date]" data-date="2020-06-16">'
    '<h1 id="p0">{}</h1><p class="source-line">A date</p><p id="p1">The <a id="p1m1" href="/x/">{}</a>’s (<a>AB</a>)'
    " wind.</p><aside data-pagefind-ignore>Panel</aside></div></body></html>"
)


def made(folder: Path, *words: str) -> tuple[Path, list[str]]:
    """A site with an article for each word, and its files."""
    files = [f"articles/{number}/index.html" for number, _ in enumerate(words)]
    for file, word in zip(files, words, strict=True):
        (folder / file).parent.mkdir(parents=True)
        (folder / file).write_text(PAGE.format(word, word))
    return folder, files


def contents(site: Path) -> dict[str, bytes]:
    paths = sorted((site / FOLDER).rglob("*"))
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def names(files: list[str], *words: str) -> dict[str, bytes]:
    return {file: word.encode() for file, word in zip(files, words, strict=True)}


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    words = [f"word{number} {number % 7} {'breeze ' * (number % 5)}" for number in range(300)]  # many shares
    first, files = made(tmp_path / "a", *words)
    second, _ = made(tmp_path / "b", *words)
    told: list[tuple[int, int]] = []
    peak = index_site(first, files, names(files, *words), advance=lambda *done: told.append(done))
    index_site(second, files, names(files, *words))
    assert contents(first) == contents(second)
    assert told[-1] == (300, 300)
    assert peak > 1_000_000 or sys.platform != "linux"


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def last(tmp_path: Path, store: Store) -> Path:
    """A site that has an index, the first that was built."""
    site, files = made(tmp_path / "last", "North", "South")
    index_site(site, files, names(files, "North", "South"), store)
    return site


def test_the_index_of_the_last_site_is_taken_where_the_same_is_searched(
    store: Store, last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, files = made(tmp_path / "new", "North", "South")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere")
    assert index_site(new, files, names(files, "North", "South"), store, last) == 0
    assert contents(new) == contents(last)
    assert (new / FRAGMENTS).samefile(last / FRAGMENTS)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda files: names(files, "North", "West"), id="other words"),
        pytest.param(lambda files: names(files[:1], "North"), id="an article less"),
        pytest.param(lambda files: names(files[::-1], "South", "North"), id="another order of the list"),
    ],
)
def test_it_is_made_again_where_something_else_is_searched(
    store: Store, last: Path, tmp_path: Path, change: Callable[[list[str]], dict[str, bytes]]
) -> None:
    new, files = made(tmp_path / "new", "North", "South")
    searched = change(files)
    assert index_site(new, list(searched), searched, store, last) > 0 or sys.platform != "linux"


@pytest.mark.parametrize("gone", [FRAGMENTS, f"{FOLDER}/pagefind-entry.json"])
def test_an_index_that_was_made_under_another_name_or_is_not_there_is_not_taken(
    store: Store, last: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    """As where a build was stopped between making an index and putting the site in its place."""
    new, files = made(tmp_path / "new", "North", "South")
    whole = contents(last)
    (last / gone).unlink()
    index_site(new, files, names(files, "North", "South"), store, last)
    assert contents(new) == whole
    other, _ = made(tmp_path / "other", "East", "West")
    index_site(other, files, names(files, "East", "West"), store, last)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere")
    with pytest.raises(PagefindFailed):
        index_site(new, files, names(files, "East", "West"), store, new)


ANSWER = """printf '{"payload": {"type": "NewIndex"}}' | base64; printf ,"""  # to the first message


@pytest.mark.parametrize(
    ("script", "told"),
    [
        pytest.param("kill -9 $$", "it ended with signal 9$", id="it is killed at once"),
        pytest.param(
            f"{ANSWER}; head -c 9000 >/dev/null; kill -9 $$", "it ended with signal 9$", id="it is killed at work"
        ),
        pytest.param("echo no room >&2; exit 3", "it ended with exit code 3: no room$", id="it ends with words"),
        pytest.param("echo '{},'; exec cat > /dev/null", "it said b'{}'$", id="it says what cannot be read"),
        pytest.param("exit 0", "it ended with exit code 0$", id="it says nothing"),
    ],
)
def test_a_program_that_ends_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    site, files = made(tmp_path / "site", *["North"] * 200)
    with pytest.raises(PagefindFailed, match=told):
        index_site(site, files, names(files, *["North"] * 200))


FULL = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from edition.bundling import index_site
try:
    index_site(Path(sys.argv[2]), ["articles/0/index.html"], {"articles/0/index.html": b"x"})
except OSError as error:
    print(error.strerror)
"""


def test_a_full_disk_is_told_of_at_once(tmp_path: Path) -> None:
    site, _ = made(tmp_path, "North")
    done = subprocess.run(
        [sys.executable, "-c", FULL, REPOSITORY / "scripts", site],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),  # as a full disk does
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == "File too large\n"
