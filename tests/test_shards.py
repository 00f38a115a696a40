"""Articles linked in shards: whatever the parts and whatever became of them, the edition is that of one run."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pytest

from build_speed import PAGE
from building import made_edition
from edition.building import program
from edition.cli.arguments import parser
from edition.disk import Entry, Refused, new_store, received
from edition.model import Source
from edition.pipeline import Shard
from making import ARTICLE, build, command, contents, edition

EVENTS = "- date: 2016-02-03\n  event: Something was decided.\n"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made edition, in which events name people, too."""
    made = made_edition(tmp_path_factory.mktemp("made") / "edition", 30, 40)
    (made / "entities" / "events.yml").write_text(EVENTS)
    return made


@pytest.fixture(scope="module")
def whole(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All files of that edition, built in one run."""
    return built(copy_of(sources, tmp_path_factory.mktemp("whole")))


@pytest.fixture(scope="module")
def shards(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Its four shards, linked at the same time by four processes."""
    folder = copy_of(sources, tmp_path_factory.mktemp("linked"))
    before = contents(folder)
    files = [folder.parent / f"shard-{number}.db" for number in range(1, 5)]
    words = [("link", "--shard", f"{number}/4", "--output", file) for number, file in enumerate(files, 1)]
    processes = [subprocess.Popen(command(folder, *one)) for one in words]
    assert [process.wait() for process in processes] == [0] * 4
    assert contents(folder) == before
    assert sorted(folder.parent.iterdir()) == sorted([folder, *files])
    return files


@pytest.fixture
def copy(sources: Path, tmp_path: Path) -> Path:
    return copy_of(sources, tmp_path)


def copy_of(sources: Path, place: Path) -> Path:
    return shutil.copytree(sources, place / "edition", ignore=shutil.ignore_patterns(".cache"))


def built(folder: Path, *arguments: str | Path) -> dict[str, bytes]:
    done = build(folder, *arguments)
    assert done.returncode == 0, done.stderr
    return contents(folder)


def merged(folder: Path, files: Iterable[Path]) -> str:
    """What is said while the files are merged and the edition is built, without a problem."""
    done = build(folder, "merge", *files)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.parametrize(
    ("chosen", "linked_here"),
    [
        pytest.param([0, 1, 2, 3], 0, id="all"),
        pytest.param([3, 1, 3, 0, 2, 1], 0, id="in any order, some twice"),
        pytest.param([1], None, id="one"),
    ],
)
def test_the_merged_edition_is_that_of_one_run(
    copy: Path, shards: list[Path], whole: dict[str, bytes], chosen: list[int], linked_here: int | None
) -> None:
    said = merged(copy, [shards[number] for number in chosen])
    assert contents(copy) == whole
    assert ("remain to be linked" in said) is (linked_here is None)


def test_what_was_linked_elsewhere_is_not_linked_again(copy: Path, shards: list[Path]) -> None:
    assert "remain to be linked" not in merged(copy, shards)
    assert build(copy, "merge", shards[0]).stderr.startswith("Nothing has changed")


def test_what_was_linked_here_before_gives_way(copy: Path, shards: list[Path], whole: dict[str, bytes]) -> None:
    """The store has texts that stand on other entities than those of the files."""
    people = copy / "entities" / "people.yml"
    now = people.read_text()
    people.write_text("zed:\n  name: Zed Quillon\n" + now)
    built(copy)
    people.write_text(now)
    assert "remain to be linked" not in merged(copy, shards)
    assert contents(copy) == whole


def test_what_has_changed_since_is_linked_here(copy: Path, shards: list[Path]) -> None:
    first, second, *_ = sorted((copy / "articles").iterdir())
    first.write_text(first.read_text() + "\n\nA word more.\n")
    second.rename(second.with_name("2021-01-01-another-name.txt"))
    said = merged(copy, shards)
    assert "2 of 31 texts remain to be linked here." in said
    assert "2021-01-01-another-name.txt" not in said
    after = contents(copy)
    shutil.rmtree(copy / ".cache")
    shutil.rmtree(copy / "site")
    assert built(copy) == after


def test_a_shard_that_is_missing_is_said_and_linked_here(copy: Path, tmp_path: Path, whole: dict[str, bytes]) -> None:
    said = merged(copy, [tmp_path / "shard-*.db"])
    assert said.startswith(f"There is no file {tmp_path}/shard-*.db.\n31 of 31 texts remain to be linked")
    assert contents(copy) == whole


def test_a_file_of_another_version_is_refused_by_its_name(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition")
    with new_store(tmp_path / "old.db", "another version"):
        pass
    before = contents(folder)
    done = build(folder, "merge", tmp_path / "old.db")
    assert done.returncode == 1
    told = "E308 It cannot be merged: another version of this program, or of Python, made it. Fix: "
    assert f"{tmp_path}/old.db: {told}" in done.stderr
    assert "Nothing was built" in done.stderr
    assert contents(folder) == before


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda data: data[: len(data) // 2], id="half of it"),
        pytest.param(lambda data: data.replace(b"spoke", b"spake"), id="another word"),
        pytest.param(lambda data: b"", id="nothing"),
        pytest.param(lambda data: b"PK\x03\x04" + data, id="something else"),
    ],
)
def test_a_damaged_file_is_refused_by_its_name(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    folder, file = edition(tmp_path / "edition"), tmp_path / "shard.db"
    assert build(folder, "link", "--shard", "1/1", "--output", file).returncode == 0
    harmed = harm(file.read_bytes())
    assert harmed != file.read_bytes()
    file.write_bytes(harmed)
    done = build(folder, "merge", file)
    assert done.returncode == 1
    assert f"{file}: E308 It cannot be merged: it is damaged, or no file of `link`" in done.stderr
    assert file.read_bytes() == harmed


def test_no_folder_and_no_store_of_the_edition_is_taken_for_a_shard(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition")
    built(folder)
    done = build(folder, "merge", folder, folder / ".cache" / "dateline" / "kept.sqlite")
    assert done.returncode == 1
    assert done.stderr.count("it is damaged, or no file of `link`") == 2


def test_harm_anywhere_is_noticed(tmp_path: Path) -> None:
    file, harmed = tmp_path / "sound.db", tmp_path / "harmed.db"
    entries = [Entry("part", bytes([number]) * 16, bytes([number]) * 700) for number in range(40)]
    with new_store(file, "1") as store:
        store.put(entries)
    assert list(received(file, "1")) == entries
    sound, chance = file.read_bytes(), random.Random(1)
    for _ in range(400):
        data = bytearray(sound)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        harmed.write_bytes(data)
        with suppress(Refused):
            assert list(received(harmed, "1")) == entries  # what SQLite does not use may be anything


def test_where_linking_fails_the_last_file_stands(tmp_path: Path) -> None:
    (tmp_path / "shard.db").write_text("the last")
    with suppress(KeyboardInterrupt), new_store(tmp_path / "shard.db", "1") as store:
        store.put([Entry("part", b"key", b"value")])
        raise KeyboardInterrupt
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"shard.db": "the last"}


def test_more_shards_than_articles_leave_some_empty(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition", {"a.txt": ARTICLE, "b.txt": ARTICLE.replace("spoke", "slept")})
    files = [tmp_path / "shards" / f"{number}.db" for number in range(1, 6)]
    said = [
        build(folder, "link", "--shard", f"{number}/5", "--output", file).stderr for number, file in enumerate(files, 1)
    ]
    assert sum(f"holds the 0 texts of shard {number} of 5." in one for number, one in enumerate(said, 1)) >= 3
    assert "remain to be linked" not in merged(folder, files)


def test_problems_are_told_by_the_shard_and_by_the_merge(tmp_path: Path) -> None:
    folder = edition(tmp_path / "edition", {"bad.txt": "---\ntitel: x\n---\nHead", "good.txt": ARTICLE})
    done = build(folder, "link", "--shard", "1/1", "--output", tmp_path / "shard.db")
    told = "articles/bad.txt:2:1: E103 Unknown field `titel`."
    assert (done.returncode, told in done.stderr) == (1, True)
    done = build(folder, "merge", tmp_path / "shard.db")
    assert (done.returncode, told in done.stderr) == (1, True)
    assert "remain to be linked" not in done.stderr


@pytest.mark.parametrize("shard", ["5/4", "0/4", "4", "4/", "/4", "-1/4", "1/0", "one/4", "1/4/2", "²/4", ""])
def test_what_is_no_shard_is_wrong_use(shard: str, tmp_path: Path) -> None:
    done = build(edition(tmp_path / "edition"), "link", f"--shard={shard}", "--output", tmp_path / "x.db")
    assert done.returncode == 2
    assert f"{shard!r} is no shard; write K/N, with K from 1 to N, such as 2/4" in done.stderr
    assert not (tmp_path / "x.db").exists()


@pytest.mark.parametrize("arguments", [["link"], ["link", "--shard", "1/2"], ["link", "--output", "x"], ["merge"]])
def test_what_is_left_out_is_wrong_use(arguments: list[str], tmp_path: Path) -> None:
    assert build(tmp_path, *arguments).returncode == 2


def test_each_text_is_in_one_shard_and_none_moves_for_another() -> None:
    texts = [Source(f"articles/{number}.txt", b"") for number in range(4000)]
    sizes = [sum(Shard(number, 4).has(text) for text in texts) for number in range(1, 5)]
    assert sum(sizes) == len(texts)
    assert max(sizes) - min(sizes) < 200
    assert [text for text in texts if not Shard(1, 1).has(text)] == []


def test_a_shard_is_of_this_program(shards: list[Path]) -> None:
    assert {entry.part for entry in received(shards[0], program())} >= {
        "outline", "letters", "annotation", "mentions", "unresolved", "lines",
    }  # fmt: skip


def test_the_recipe_is_what_may_be_typed() -> None:
    lines = re.findall(r"run: \S+ scripts/build\.py (.*)", PAGE.read_text(encoding="utf-8"))
    link, merge = (parser().parse_args(line.replace("${{ matrix.shard }}", "3").split()) for line in lines)
    assert (link.command, link.shard, link.output) == ("link", Shard(3, 4), Path("shard-3.db"))
    assert (merge.command, merge.files) == ("merge", [Path("shard-*.db")])
