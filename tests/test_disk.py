"""The disk: what editors own is read and never touched, what the build owns is written only when it changed."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from edition import disk
from edition.model import Page

MARKED = "---\ntitle: x\ngenerated: true\n---\n"


def page(path: str, text: str = "words") -> Page:
    return Page(path, f"{MARKED}{text}\n" if path.endswith(".md") else text)


def sync(docs: Path, pages: Iterable[Page]) -> tuple[int, int]:
    """Bring docs/ to these pages as the build does; how many files it wrote, and how many it removed."""
    pages, before = sorted(pages, key=lambda one: one.path), disk.own_files(docs)
    disk.refuse_to_overwrite(docs, (one.path for one in pages))
    found = {one.path: disk.write_page(docs, one) for one in pages}
    written = sum(stamp is not None and stamp != before.get(path) for path, stamp in found.items())
    return written, len(disk.remove_stale(docs, before, found))


def said(folder: Path) -> list[str]:
    """What is told of the sources in a folder; the names of what was read come first."""
    texts, files, problems = disk.read_sources(folder / "articles", folder / "entities")
    return [*(source.file for source in (*texts, *files)), *(f"{one.file} {one.code}" for one in problems)]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for file in ("articles/a.txt", "entities/people.yml", "secret.txt"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("text")
    return tmp_path


READ = ["articles/a.txt", "entities/people.yml"]


def link(at: Path, to: Path | str) -> None:
    at.symlink_to(to)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(lambda at: None, READ, id="what is there is read"),
        pytest.param(
            lambda at: (at / "articles/B c 한국.txt").write_text(""), ["articles/B c 한국.txt", *READ], id="any name"
        ),
        pytest.param(lambda at: (at / "articles/.a.txt").write_text(""), READ, id="hidden files are nobody's"),
        pytest.param(
            lambda at: (at / "articles/a.md").write_text(""), [*READ, "articles/a.md W102"], id="another ending"
        ),
        pytest.param(lambda at: (at / "articles/A.TXT").write_text(""), [*READ, "articles/A.TXT W102"], id="capitals"),
        pytest.param(lambda at: (at / "articles/more").mkdir(), [*READ, "articles/more W102"], id="a folder"),
        pytest.param(
            lambda at: (at / "articles/b.txt").mkdir(), [*READ, "articles/b.txt E113"], id="a folder like a file"
        ),
        pytest.param(lambda at: os.mkfifo(at / "articles/b.txt"), [*READ, "articles/b.txt E113"], id="a pipe"),
        pytest.param(
            lambda at: link(at / "articles/b.txt", at / "articles/a.txt"),
            ["articles/a.txt", "articles/b.txt", READ[1]],
            id="a link inside",
        ),
        pytest.param(
            lambda at: link(at / "articles/b.txt", at / "secret.txt"), [*READ, "articles/b.txt E110"], id="a link out"
        ),
        pytest.param(
            lambda at: link(at / "articles/b.txt", "nowhere"), [*READ, "articles/b.txt E113"], id="a link to nothing"
        ),
        pytest.param(
            lambda at: link(at / "articles/b.txt", "b.txt"), [*READ, "articles/b.txt E113"], id="a link to itself"
        ),
        pytest.param(
            lambda at: link(at / "entities/places.yml", at / "secret.txt"),
            [*READ, "entities/places.yml E110"],
            id="registry",
        ),
        pytest.param(
            lambda at: link(at / "entities/decisions.yml", at / "secret.txt"),
            [*READ, "entities/decisions.yml E110"],
            id="decisions",
        ),
        pytest.param(
            lambda at: (at / "entities/people.yaml").write_text(""),
            [*READ, "entities/people.yaml W102"],
            id="nearly a registry",
        ),
        pytest.param(lambda at: (at / "entities/notes.md").write_text(""), READ, id="other files beside the registry"),
    ],
)
def test_sources(sources: Path, make: object, told: list[str]) -> None:
    make(sources)
    assert said(sources) == told


def test_folders_of_other_names_are_called_as_the_editor_calls_them(sources: Path) -> None:
    (sources / "articles").rename(sources / "texts")
    texts, _, _ = disk.read_sources(sources / "texts", sources / "entities")
    assert [source.file for source in texts] == [f"{sources}/texts/a.txt"]


def test_folders_that_do_not_exist_hold_nothing(tmp_path: Path) -> None:
    assert disk.read_sources(tmp_path / "articles", tmp_path / "entities") == ((), (), ())


def test_pages_that_editors_wrote_are_found_among_those_of_the_build(tmp_path: Path) -> None:
    sync(tmp_path / "docs", [page("index.md"), page("people/a.md")])
    (tmp_path / "docs/people/mine.md").write_text("Mine\n")
    (tmp_path / "docs/bad.md").write_bytes(b"\xff")
    (tmp_path / "docs" / os.fsdecode(b"\xff.md")).write_text("")
    pages, problems = disk.read_hand_written(tmp_path / "docs", disk.own_files(tmp_path / "docs"))
    assert [source.file for source in pages] == ["docs/bad.md", "docs/people/mine.md"]
    assert [problem.code for problem in problems] == ["E113"]


# sync


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


PAGES = [page("index.md"), page("articles/a.md"), page("people/k.md"), page("data/mentions.jsonl", "{}\n")]


def test_a_second_time_writes_nothing(tmp_path: Path) -> None:
    assert sync(tmp_path, PAGES) == (4, 0)
    before = state(tmp_path)
    assert sync(tmp_path, reversed(PAGES)) == (0, 0)
    assert state(tmp_path) == before


def test_only_what_changed_is_written_and_only_what_is_stale_is_removed(tmp_path: Path) -> None:
    sync(tmp_path, [*PAGES, page("places/old.md")])
    before = state(tmp_path)
    assert sync(tmp_path, [*PAGES[:2], page("people/k.md", "new"), PAGES[3]]) == (1, 1)
    after = state(tmp_path)
    assert sorted(before.keys() - after.keys()) == ["places/old.md"]
    assert [path for path in after if after[path] != before[path]] == ["people/k.md"]
    assert not (tmp_path / "places").exists()


def test_what_editors_wrote_stays_wherever_it_lies(tmp_path: Path) -> None:
    sync(tmp_path, PAGES)
    theirs = ("about/index.md", "people/photo.jpg", "people/notes.md", "people/more/deep.md", "note.txt", "x.md")
    for file in theirs:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text("generated: true\n\nMine.\n")
    before = state(tmp_path)
    sync(tmp_path, PAGES[:1])
    after = state(tmp_path)
    assert {file: after[file] for file in theirs} == {file: before[file] for file in theirs}
    assert "people/k.md" not in after


def test_a_home_page_of_the_editor_stays(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Mine\n\ngenerated: true\n")
    sync(tmp_path, PAGES)
    assert (tmp_path / "index.md").read_text() == "# Mine\n\ngenerated: true\n"


def test_a_home_page_of_the_build_is_written_anew_whatever_its_line_ends(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes(f"{MARKED}old".replace("\n", "\r\n").encode())
    sync(tmp_path, PAGES)
    assert (tmp_path / "index.md").read_text() == PAGES[0].text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("# generated: true\nUser-agent: old\n", "# generated: true\n", id="the build's is replaced"),
        pytest.param("# generated: true\r\n", "# generated: true\n", id="whatever its line ends"),
        pytest.param("User-agent: *\nDisallow: /\n", "User-agent: *\nDisallow: /\n", id="an editor's stays"),
        pytest.param(" # generated: true\n", " # generated: true\n", id="the mark is the whole first line"),
        pytest.param("", "", id="an empty one is an editor's"),
    ],
)
def test_robots(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "robots.txt").write_text(before, newline="")
    sync(tmp_path, [page("robots.txt", "# generated: true\n")])
    assert (tmp_path / "robots.txt").read_text() == after


def test_what_an_editor_wrote_is_watched_and_what_the_build_wrote_is_not(tmp_path: Path) -> None:
    sync(tmp_path, [*PAGES, page("robots.txt", "# generated: true\n")])
    (tmp_path / "about.md").write_text("Mine\n")
    assert [*disk.hand_written(tmp_path)] == ["about.md"]
    (tmp_path / "robots.txt").write_text("Mine\n")
    assert sorted(disk.hand_written(tmp_path)) == ["about.md", "robots.txt"]


def test_a_page_of_the_editor_in_the_place_of_one_of_the_build_stops_it_before_it_writes(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people/k.md").write_text("Mine\n")
    with pytest.raises(OSError, match="did not write this file") as error:
        sync(tmp_path, PAGES)
    assert error.value.filename == str(tmp_path / "people/k.md")
    assert sorted(state(tmp_path)) == ["people/k.md"]


def test_data_that_are_packed_now_no_longer_lie_there_unpacked(tmp_path: Path) -> None:
    sync(tmp_path, PAGES)
    assert sync(tmp_path, [*PAGES[:-1], Page("data/mentions.jsonl.gz", packed=b"\x1f\x8b")]) == (1, 1)
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["mentions.jsonl.gz"]
    assert sync(tmp_path, PAGES) == (1, 1)


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    docs, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "old.md").write_text(MARKED)
    docs.mkdir()
    link(docs / "people", elsewhere)
    with pytest.raises(OSError, match="It is a link"):
        sync(docs, PAGES)
    assert sorted(state(elsewhere)) == ["old.md"]
    assert sorted(path.name for path in docs.iterdir()) == ["people"]


def test_a_page_that_is_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    sync(tmp_path / "docs", PAGES)
    (tmp_path / "target.md").write_text(f"{MARKED}target")
    (tmp_path / "docs/people/k.md").unlink()
    link(tmp_path / "docs/people/k.md", tmp_path / "target.md")
    sync(tmp_path / "docs", PAGES)
    assert (tmp_path / "target.md").read_text() == f"{MARKED}target"
    assert not (tmp_path / "docs/people/k.md").is_symlink()


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    sync(tmp_path, PAGES)
    for leftover in (tmp_path / ".writing-1", tmp_path / "people/.writing-2"):
        leftover.write_text("half")
    sync(tmp_path, PAGES)
    assert list(tmp_path.rglob(".writing-*")) == []


# The finished site.


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    (tmp_path / "new").mkdir()
    (tmp_path / "new/index.html").write_text("new")
    return tmp_path / "site"


def test_a_new_site_takes_the_place_of_the_last_one(site: Path) -> None:
    disk.publish(site.parent / "new", site)
    assert (site / "index.html").read_text() == "new"
    assert sorted(path.name for path in site.parent.iterdir()) == ["new", "site"]
    assert (site.parent / "new/index.html").read_text() == "old"


def test_a_first_site_needs_no_last_one(site: Path) -> None:
    (site / "index.html").unlink()
    site.rmdir()
    disk.publish(site.parent / "new", site)
    assert (site / "index.html").read_text() == "new"


def test_a_build_killed_while_it_changes_the_site_is_healed(site: Path) -> None:
    site.rename(site.parent / ".site.last")  # the first of the two renames of publish
    disk.recover(site)
    assert (site / "index.html").read_text() == "old"
    assert sorted(path.name for path in site.parent.iterdir()) == ["new", "site"]


def test_a_build_killed_behind_the_change_leaves_nothing(site: Path) -> None:
    site.rename(site.parent / ".site.last")
    (site.parent / "new").rename(site)  # the second
    disk.recover(site)
    assert (site / "index.html").read_text() == "new"
    assert sorted(path.name for path in site.parent.iterdir()) == ["site"]


@pytest.mark.parametrize("make", [Path.touch, lambda at: link(at, at.parent / "new")], ids=["a file", "a link"])
def test_what_is_no_folder_is_not_replaced(site: Path, make: object) -> None:
    site.rename(site.parent / "elsewhere")
    make(site)
    with pytest.raises(OSError, match="no folder"):
        disk.recover(site)
    assert (site.parent / "new/index.html").read_text() == "new"


def test_a_site_is_that_of_its_state_until_somebody_touches_it(site: Path) -> None:
    work = site.parent / "work"
    assert not disk.is_built(work, site, "state")
    disk.note_built(work, site, "state")
    assert disk.is_built(work, site, "state")
    assert not disk.is_built(work, site, "another")
    (site / "index.html").write_text("touched")
    assert not disk.is_built(work, site, "state")


def test_a_state_knows_content_and_names_and_not_the_order(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", os.fsdecode(b"\xff"))]
    for file in files:
        file.write_text("x")
    first = disk.digest(tmp_path, files)
    assert disk.digest(tmp_path, reversed(files)) == first
    assert disk.digest(tmp_path, files, {"url": "x"}) != first
    files[0].write_text("y")
    assert disk.digest(tmp_path, files) != first
