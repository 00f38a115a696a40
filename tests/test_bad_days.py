"""Bad days: a build is killed, the disk full, what is kept spoilt: the last site stands, and the next is right."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from building import made_edition, until
from edition.disk import Store
from edition.model import EditorsDecision, Entity, Kind, Registry, Source
from edition.pipeline import Linker
from edition.pipeline.keeping import keep
from making import build, command, contents, edition, hear

COLD, WARM, STOPPED = 4, 7, 4  # builds that are killed or stopped


class State(NamedTuple):
    """An edition at one time: what editors own, and all files of it once it is built from nothing."""

    sources: Path
    whole: dict[str, bytes]

    @property
    def site(self) -> dict[str, bytes]:
        return {name: data for name, data in self.whole.items() if name.startswith("site/")}

    def bring(self, folder: Path) -> None:
        """The edition in the folder then has these sources; the build's own files stay."""
        for name in ("articles", "entities"):
            shutil.rmtree(folder / name, ignore_errors=True)
            shutil.copytree(self.sources / name, folder / name)

    def copy(self, folder: Path) -> Path:
        """The folder, which now has an edition that was never built."""
        return Path(shutil.copytree(self.sources, folder))

    def is_built(self, folder: Path) -> None:
        """The next build is right."""
        done = build(folder)
        assert done.returncode == 0, done.stderr
        assert different(contents(folder), self.whole) == []


def different(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def site(folder: Path) -> dict[str, bytes]:
    return {f"site/{name}": data for name, data in contents(folder / "site").items()}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, State]:
    """An edition large enough for all cores; and the same when an article came, one went, one changed, and a person
    got another name."""
    base = tmp_path_factory.mktemp("states")
    before = made_edition(base / "before", articles=60, entities=40)
    after = Path(shutil.copytree(before, base / "after"))
    first, second, third, *_ = sorted((after / "articles").iterdir())
    first.unlink()
    second.rename(second.with_name("2001-01-01-another.txt"))
    third.write_text(third.read_text(encoding="utf-8") + "\n\nA word more.\n", encoding="utf-8")
    people = after / "entities" / "people.yml"
    people.write_text(re.sub("(?<=  name: ).*", "Ada Nova", people.read_text(encoding="utf-8"), count=1))
    return built(before, base / "1"), built(after, base / "2")


def built(sources: Path, folder: Path) -> State:
    shutil.copytree(sources, folder)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return State(sources, contents(folder))


@contextmanager
def started(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A build at work, in a group of its own."""
    options: dict[str, Any] = {"stderr": subprocess.PIPE, "text": True, "process_group": 0, "preexec_fn": hear}
    with subprocess.Popen(command(folder), **options) as process:
        yield process


def alive(group: int) -> list[str]:
    """The programs of a group that still run."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with open(stat, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            name, _, fields = file.read().partition(") ")
        state, _, its_group, *_ = fields.split()
        if int(its_group) == group and state not in "ZX":
            found.append(name)
    return found


def ends(group: int) -> None:
    """Nothing of a build that has ended is left."""
    if Path("/proc/self/stat").exists():
        until(lambda: alive(group) == [], seconds=5)


# Killed.


def test_a_build_may_be_killed_at_any_moment(states: tuple[State, State], tmp_path: Path) -> None:
    chance, now = Random(5), states[0]
    began = time.monotonic()
    now.copy(tmp_path / "timed")
    now.is_built(tmp_path / "timed")
    lasts = time.monotonic() - began
    for number in range(COLD):
        folder = now.copy(tmp_path / str(number))
        kill(folder, lasts * chance.uniform(number, number + 1) / COLD, whole_group=number % 2 == 0)
        assert site(folder) in ({}, now.site)
        now.is_built(folder)
    for number in range(WARM):
        before, now = now, states[(number + 1) % 2]
        now.bring(folder)
        kill(folder, lasts * chance.uniform(number, number + 1) / WARM, whole_group=number % 2 == 0)
        assert site(folder) in ({}, before.site, now.site)
        now.is_built(folder)


def kill(folder: Path, moment: float, *, whole_group: bool) -> None:
    """Start a build, and kill it after so many seconds: all its processes, or the first alone."""
    with started(folder) as process:
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL) if whole_group else process.kill()
    ends(process.pid)


@pytest.mark.parametrize("number", range(STOPPED))
def test_a_build_may_be_stopped_at_any_moment(states: tuple[State, State], tmp_path: Path, number: int) -> None:
    folder = states[0].copy(tmp_path / "edition")
    with started(folder) as process:
        until((folder / ".cache/dateline/kept.sqlite").exists)
        time.sleep(Random(number).uniform(0, 2))
        stop = signal.SIGTERM if number % 2 else signal.SIGINT
        os.killpg(process.pid, stop) if number < 2 else process.send_signal(stop)
        said = process.stderr.read() if process.stderr else ""
    ends(process.pid)
    assert "Traceback" not in said
    assert process.returncode in (0, 130), said
    if process.returncode:
        assert said == "Stopped. The last site stands as it was.\n"
        assert site(folder) == {}
    states[0].is_built(folder)


# A full disk.


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "none", place], check=False).returncode:
        pytest.skip("a small disk can be had only by root")
    yield place
    subprocess.run(["umount", place], check=True)


def test_the_disk_may_be_full_at_any_moment(states: tuple[State, State], small_disk: Path) -> None:
    now, folder, said = states[0], states[0].copy(small_disk / "edition"), []
    now.is_built(folder)
    for free, is_cold in [(0, False), (60, False), (300, False), (400, True), (3000, True)]:
        before, now = now, states[now is states[0]]
        now.bring(folder)
        if is_cold:
            shutil.rmtree(folder / ".cache")
        fill(small_disk / "ballast", free)
        done = build(folder)
        if done.returncode:
            said.append(re.sub(r".* (E\d+)", r"\1", done.stderr.strip()))
            assert different(site(folder), before.site) == []
        (small_disk / "ballast").unlink()
        now.is_built(folder)
    assert len(said) > 3
    assert {line for line in said if not re.match(r"E30[56] .* Fix: make room", line)} == set()


def fill(file: Path, free: int) -> None:
    """Fill the disk but for so many kilobytes."""
    stat = os.statvfs(file.parent)
    file.write_bytes(bytes(max(stat.f_bavail * stat.f_frsize - free * 1024, 0)))


# Two at once.


def test_of_two_builds_at_once_the_second_waits_and_finds_nothing_to_do(
    states: tuple[State, State], tmp_path: Path
) -> None:
    folder = states[0].copy(tmp_path / "edition")
    with started(folder) as one, started(folder) as other:
        said = sorted(process.stderr.read() for process in (one, other) if process.stderr)
    assert [one.returncode, other.returncode] == [0, 0]
    assert said[0].startswith("Another build is at work here. This one begins when it has ended.\nNothing has changed")
    assert said[1].startswith("site/ holds the edition")
    assert different(contents(folder), states[0].whole) == []


def test_a_build_beside_a_server_waits_too(states: tuple[State, State], tmp_path: Path) -> None:
    folder = states[0].copy(tmp_path / "edition")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with subprocess.Popen(command(folder, "serve", "--port", port), stderr=subprocess.PIPE, text=True) as server:
        until((folder / "site").exists)
        states[1].bring(folder)
        states[1].is_built(folder)
        states[0].bring(folder)
        states[0].is_built(folder)
        server.send_signal(signal.SIGTERM)
        _, said = server.communicate()
    assert "Traceback" not in said


# What is kept is spoilt.


def texts(word: str) -> dict[str, str]:
    """Some articles; the word stands in one of them."""
    text = "---\ntitle: News of {0}\ndate: 2020-06-1{0}\n---\nKim Jong Un spoke in Seoul.\n\nKim slept in {1}.\n"
    return {f"{number}.txt": text.format(number, word if number == 3 else "Seoul") for number in range(6)}


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> tuple[State, State]:
    base = tmp_path_factory.mktemp("tiny")
    before, after = (edition(base / word, texts(word)) for word in ("Seoul", "Havn"))
    return built(before, base / "1"), built(after, base / "2")


@pytest.fixture(scope="module")
def spoilt(tiny: tuple[State, State], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition that was built; what is kept of it is going to be spoilt, again and again."""
    folder = tiny[0].copy(tmp_path_factory.mktemp("spoilt") / "edition")
    tiny[0].is_built(folder)
    return folder


def flipped(data: bytes, seed: int) -> bytes:
    """The data, some bits of which are others."""
    chance, found = Random(seed), bytearray(data)
    for _ in range(chance.choice([1, 4, 40])):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


HARMS: list[Any] = [
    pytest.param(lambda data: b"", id="nothing is left of it"),
    pytest.param(lambda data: data[: len(data) // 2], id="half of it"),
    pytest.param(lambda data: data[: len(data) // 2 + 100], id="half a block"),
    pytest.param(lambda data: data + Random(1).randbytes(5000), id="something behind it"),
    pytest.param(lambda data: Random(1).randbytes(len(data)), id="another file"),
    pytest.param(lambda data: data[:100] + Random(1).randbytes(len(data) - 100), id="all but its head"),
    pytest.param(lambda data: data[:4096] + bytes(len(data) - 4096), id="zeros"),
    pytest.param(lambda data: data.replace(b"Seoul", b"Havn!"), id="other words"),
    pytest.param(lambda data: data.replace(b"seoul", b"havns"), id="other keys"),
    *(pytest.param(lambda data, seed=seed: flipped(data, seed), id=f"bits {seed}") for seed in range(6)),
]


KEPT = ".cache/dateline/kept.sqlite"


@pytest.mark.parametrize("harm", HARMS)
def test_what_is_kept_may_be_spoilt(spoilt: Path, tiny: tuple[State, State], harm: Callable[[bytes], bytes]) -> None:
    (spoilt / KEPT).write_bytes(harm((spoilt / KEPT).read_bytes()))
    is_built_again(spoilt, tiny)


def is_built_again(folder: Path, states: tuple[State, State]) -> None:
    """The next build, of the other state, is right, and says one line more at the most."""
    now = states["Kim slept in Seoul." in (folder / "articles/3.txt").read_text(encoding="utf-8")]
    now.bring(folder)
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert len(done.stderr.splitlines()) <= 3, done.stderr
    assert different(contents(folder), now.whole) == []


@pytest.mark.parametrize("data", [b"", b"\xff" * 30], ids=["nothing", "no text"])
def test_the_note_of_what_is_built_may_be_spoilt(spoilt: Path, tiny: tuple[State, State], data: bytes) -> None:
    (spoilt / ".cache/dateline/built").write_bytes(data)
    is_built_again(spoilt, tiny)


def test_what_another_version_has_kept_is_of_no_use(spoilt: Path, tiny: tuple[State, State]) -> None:
    Store(spoilt / KEPT, "another version").close()
    is_built_again(spoilt, tiny)


def test_all_that_is_kept_may_be_deleted(spoilt: Path, tiny: tuple[State, State]) -> None:
    shutil.rmtree(spoilt / ".cache")
    is_built_again(spoilt, tiny)
    is_built_again(spoilt, tiny)
    assert "Nothing has changed" in build(spoilt).stderr


def test_what_is_kept_and_cannot_be_read_is_made_anew(spoilt: Path, tiny: tuple[State, State]) -> None:
    (spoilt / KEPT).chmod(0)  # root may read it all the same
    is_built_again(spoilt, tiny)


@pytest.mark.parametrize("name", ["kept.sqlite", "built", "site"])
def test_what_stands_in_the_place_of_what_is_kept_is_told(spoilt: Path, tiny: tuple[State, State], name: str) -> None:
    place = spoilt / ".cache/dateline" / name
    shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    place.write_text("mine") if name == "site" else place.mkdir()
    done = build(spoilt)
    tiny["Kim slept in Seoul." in (spoilt / "articles/3.txt").read_text(encoding="utf-8")].bring(spoilt)
    done = build(spoilt)
    assert done.returncode == 1
    assert re.search(rf"{name}: E305 .* Fix: move ", done.stderr), done.stderr
    place.unlink() if name == "site" else place.rmdir()
    is_built_again(spoilt, tiny)


def test_a_clock_that_goes_backwards_changes_nothing(spoilt: Path, tiny: tuple[State, State]) -> None:
    for seconds in (0, 2**32):
        for file in spoilt.rglob("*"):
            if file.is_file():
                os.utime(file, (seconds, seconds))
        is_built_again(spoilt, tiny)


@pytest.mark.parametrize("name", ["docs/articles/3/index.md", "site/index.html", "site/data/articles.csv"])
def test_what_is_as_long_and_older_is_made_again(spoilt: Path, tiny: tuple[State, State], name: str) -> None:
    (spoilt / name).write_bytes((spoilt / name).read_bytes().replace(b"News", b"Nows"))
    os.utime(spoilt / name, (1, 1))
    assert build(spoilt).returncode == 0
    now = tiny["Kim slept in Havn." in (spoilt / "articles/3.txt").read_text(encoding="utf-8")]
    assert different(contents(spoilt), now.whole) == []


# Texts that take long.

ENTITIES = tuple(
    Entity(id=f"p{number}", kind=Kind.PERSON, name=name)
    for number, name in enumerate(f"{given} {family}" for given in "Ada Bo Cy Di Ed".split() for family in
    "Larsen Berg Nova Havn May Lund Moe Dahl Vik Roed Holm Krag Lie Nes Aas Bakke Hagen Solberg Strand Haugen".split())
)  # fmt: skip
DECISIONS = (
    EditorsDecision(**{"is": "p1", "name": "Berg"}),
    EditorsDecision(**{"is": "p2", "exact": "Nova", "prefix": "said"}),
)
BETWEEN = {
    "one sentence": " and ", "nothing but names": " ", "one line": ". ", "many lines": ".\n", "paragraphs": ".\n\n",
}  # fmt: skip


def of_names(size: int, between: str, chance: Random) -> Source:
    """A text of about so many bytes, full of names, in full and in part, and of what looks like names."""
    found: list[str] = []
    for _ in range(size // 60):
        name = chance.choice(ENTITIES).name
        last = name.split()[1]
        found += [name, f"Mr. {last} said {last}", f"“{last}", f"Zed {last}", f"the may {last}s", last.upper()]
    return Source("articles/big.txt", f"---\ntitle: Big\n---\n{between.join(found)}.\n".encode())


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_twice_the_text_takes_twice_the_time(between: str) -> None:
    linker = Linker(Registry(ENTITIES), DECISIONS)

    def seconds(size: int) -> float:
        text = of_names(size, between, Random(size))
        began = time.process_time()
        assert len(linker.parts(text).mentions) > 1000
        return time.process_time() - began

    once, twice = (min(seconds(size) for _ in range(2)) for size in (50_000, 100_000))
    assert twice / once < 3


def test_a_text_that_takes_long_is_begun_first_and_named() -> None:
    texts = [Source(f"articles/{number}.txt", b"News\n\nAda Berg came.\n") for number in range(50)]
    texts.insert(
        30, Source("articles/big.txt", b"Big\n\n" + b"Ada Berg came when it rained, and it rained all day. " * 11_000)
    )
    told: list[tuple[object, ...]] = []
    kept = keep(texts, Registry(ENTITIES), (), Store(), lambda *far: told.append((*far, "")[:3]))
    assert [one.outline is not None for one in kept] == [True] * 51
    assert told[0] == (0, 51, "articles/big.txt, 1 MB")
    assert told[-1] == (51, 51, "")
