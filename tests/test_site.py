"""The whole way from articles to a published site: the same bytes, all or nothing, no more than changed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from building import SAID, build, built, command, edit, edition_copy, until
from edition.addresses import OWN_FOLDERS
from reading import trees, words

ARTICLE = "2020-06-10-complaint-against-leaflet-groups"  # neither the first nor the last: the scale of all charts stays
OWN = ("site/", ".cache/", "docs/index.md", *(f"docs/{folder}/" for folder in OWN_FOLDERS))
LAYOUT = "docs/.overrides/main.html"
TEXT = "{{ page.content }}"


@pytest.fixture
def edition(built_site: Path, tmp_path: Path) -> Path:
    """A built edition, times and all, to change at will."""
    return Path(shutil.copytree(built_site.parent, tmp_path / "edition"))


@dataclass(frozen=True)
class Files:
    """What lies in a folder: the bytes of each file, and when it was written."""

    data: dict[str, bytes]
    times: dict[str, int]

    def changed(self, later: Files) -> set[str]:
        """The files of both with other bytes."""
        return {name for name in self.data.keys() & later.data.keys() if self.data[name] != later.data[name]}

    def written(self, later: Files) -> set[str]:
        """The files of both that were written in between, the same bytes or not."""
        return {name for name in self.times.keys() & later.times.keys() if self.times[name] != later.times[name]}


def files(folder: Path) -> Files:
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    paths = {name: path for name, path in paths.items() if not name.startswith(".cache/")}  # only kept for the next
    data = {name: path.read_bytes() for name, path in paths.items()}
    return Files(data, {name: path.stat().st_mtime_ns for name, path in paths.items()})


def test_two_cold_builds_give_the_same_bytes(built_site: Path, public_url: str, tmp_path: Path) -> None:
    second = edition_copy(tmp_path / "a folder elsewhere, with a longer name", sources=built_site.parent)
    for article in sorted((second / "articles").iterdir(), reverse=True):  # another order on the disk
        shutil.copy(article, second / "moved")
        article.unlink()
        (second / "moved").rename(article)
    built(second, public_url, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="7", SOURCE_DATE_EPOCH="1")
    for folder, one in (("docs", "data/mentions.jsonl"), ("site", "sitemap.xml.gz"), ("site", "pagefind/fragments.js")):
        before, after = files(built_site.parent / folder), files(second / folder)
        assert one in before.data
        assert before.data.keys() == after.data.keys()
        assert before.changed(after) == set()
        assert [name for name, data in after.data.items() if name.startswith("pagefind/") and not data] == []


def test_a_second_build_says_so_and_writes_nothing(edition: Path, public_url: str) -> None:
    before, folders = files(edition), {path: path.stat().st_mtime_ns for path in edition.rglob("*") if path.is_dir()}
    done = build(edition, public_url)
    assert (done.returncode, "Nothing has changed" in done.stdout) == (0, True), done.stdout
    assert files(edition) == before
    assert {path: path.stat().st_mtime_ns for path in folders} == folders  # MkDocs had none to render into


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        pytest.param("docs/about/x.md", "", "[x](gone.md)", "'gone.md'", id="a page by hand links to no page"),
        pytest.param("docs/about/cite.md", "", "[x](index.md#gone)", "#gone", id="a page by hand links to no place"),
        pytest.param("docs/about/cite.md", "", '<a href="/gone/">x</a>', "`/gone/`", id="raw HTML links to no page"),
        pytest.param(LAYOUT, TEXT, '<img src="gone.png">', "`gone.png`", id="the theme shows no picture"),
        pytest.param(LAYOUT, TEXT, "{{ page.content | upper }}", "E301 articles/", id="the theme changes words"),
        pytest.param("mkdocs.yml", "- attr_list", "- attr_list\n  - smarty", "E301", id="an extension changes marks"),
        pytest.param("mkdocs.yml", "plugins: []", "plugins: [gone]", '"gone"', id="MkDocs does not start"),
    ],
)
def test_a_failed_build_says_why_and_leaves_the_last_site(
    edition: Path, public_url: str, file: str, old: str, new: str, said: str
) -> None:
    before = files(edition / "site")
    edit(edition / file, old, new)
    done = build(edition, public_url)
    assert done.returncode == 1, done.stdout
    assert said in done.stdout
    assert "Traceback" not in done.stdout
    assert files(edition / "site") == before


def test_a_mistake_in_an_article_leaves_the_last_pages_too(edition: Path, public_url: str) -> None:
    edit(edition / "articles" / f"{ARTICLE}.txt", "title:", "titel:")
    before = files(edition)
    done = build(edition, public_url)
    assert (done.returncode, f"articles/{ARTICLE}.txt:2:1: E103" in done.stdout) == (1, True), done.stdout
    assert files(edition) == before


@pytest.mark.parametrize("how", [pytest.param(signal.SIGINT, id="Ctrl-C"), pytest.param(signal.SIGKILL, id="killed")])
def test_an_interrupted_build_leaves_the_last_site(edition: Path, public_url: str, how: signal.Signals) -> None:
    before = files(edition / "site")
    edit(edition / "articles" / f"{ARTICLE}.txt", "", "\n\nOne paragraph more.\n")
    environment = os.environ | {"SITE_URL": public_url}
    process = subprocess.Popen(command(edition), env=environment, start_new_session=True, **SAID)
    until((edition / ".cache" / "dateline" / "site").exists)  # MkDocs is at work
    os.killpg(process.pid, how)  # to all of it, as a terminal does
    said, _ = process.communicate()
    assert process.returncode == (130 if how is signal.SIGINT else -how), said
    assert "Traceback" not in said
    assert files(edition / "site") == before
    page = trees(built(edition, public_url))[f"articles/{ARTICLE}/"]
    assert "One paragraph more." in words(page.body)


@pytest.fixture(scope="module")
def removal(built_site: Path, public_url: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Files]:
    """An edition before and after an article was removed and all of it built again."""
    edition = Path(shutil.copytree(built_site.parent, tmp_path_factory.mktemp("removal") / "edition"))
    before = files(edition)
    (edition / "articles" / f"{ARTICLE}.txt").unlink()
    built(edition, public_url)
    return before, files(edition)


def test_a_removed_article_leaves_no_trace(removal: tuple[Files, Files]) -> None:
    def traces(of: Files) -> set[str]:
        own = {name: data for name, data in of.data.items() if name.startswith(OWN)}
        return {name for name, data in own.items() if ARTICLE in name or ARTICLE.encode() in data}

    before, after = removal
    assert {f"docs/articles/{ARTICLE}/index.md", f"site/articles/{ARTICLE}/index.html", "docs/index.md"} & traces(
        before
    )
    assert traces(after) == set()


def test_only_changed_pages_are_written(removal: tuple[Files, Files]) -> None:
    before, after = removal
    pages = {name for name in before.written(after) if name.startswith("docs/")}
    assert pages == {name for name in before.changed(after) if name.startswith("docs/")}
    assert 5 < len(pages) < sum(name.startswith("docs/") for name in before.data) / 2


def test_files_of_the_site_that_are_the_same_keep_their_times(removal: tuple[Files, Files]) -> None:
    before, after = removal
    assert {name for name in before.written(after) if name.startswith("site/")} == {
        name for name in before.changed(after) if name.startswith("site/")
    }


def test_nothing_outside_the_folders_of_the_build_is_touched(removal: tuple[Files, Files]) -> None:
    before, after = removal
    assert [name for name in before.written(after) if not name.startswith(OWN)] == []
    gone_or_new = before.data.keys() ^ after.data.keys()
    assert [name for name in gone_or_new if not name.startswith(OWN)] == [f"articles/{ARTICLE}.txt"]
