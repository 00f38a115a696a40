"""While an editor works: pages first and the index behind them, nothing saved is missed, nothing piles up."""

from __future__ import annotations

import gc
import io
import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from rich.console import Console
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from building import edit, until
from edition import building
from edition.building import How, Written
from edition.pipeline import Folders
from edition.progress import Steps
from edition.search import END, FRAGMENTS, LIST, page_of
from edition.serve import InBackground, Lookout, seen
from making import ARTICLE, build, contents, edition

MORE = ARTICLE.replace("2020-06-16", "2020-06-15").replace("The news", "Other news")


def folders(root: Path) -> Folders:
    return Folders(root, root / "articles", root / "entities")


def built(root: Path, *, search_later: bool = True) -> Written:
    outcome = building.build(folders(root), {}, Steps(Console(file=io.StringIO())), How(search_later=search_later))
    building.tidy()
    assert not outcome.problems
    return outcome.written


def fragments(root: Path) -> list[str]:
    """For each article, newest first, the page that a result of the search leads to."""
    script = (root / "site" / FRAGMENTS).read_text()
    files = {path.stem: path.read_bytes() for path in (root / "site/pagefind/fragment").iterdir()}
    return [page_of(files[id]) if id else "" for id in json.loads(script.removeprefix(LIST).removesuffix(END))]


def add_word(root: Path) -> None:
    edit(root / "articles/news.txt", "", "\n\nA word more.\n")


def add_article(root: Path) -> None:
    (root / "articles/later.txt").write_text(MORE.replace("2020-06-15", "2020-06-17"))


def remove_article(root: Path) -> None:
    (root / "articles/other.txt").unlink()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return edition(tmp_path / "edition", {"news.txt": ARTICLE, "other.txt": MORE})


NEWS, OTHER = "articles/news/index.html", "articles/other/index.html"


@pytest.mark.parametrize(
    ("change", "meanwhile"),
    [
        pytest.param(add_word, [NEWS, OTHER], id="a word"),
        pytest.param(add_article, ["", NEWS, OTHER], id="an article more"),
        pytest.param(remove_article, [NEWS], id="an article less"),
    ],
)
def test_pages_come_first_and_the_next_build_makes_the_index(
    root: Path, tmp_path: Path, change: Callable[[Path], None], meanwhile: list[str]
) -> None:
    assert built(root) is Written.SITE  # there is no last index
    change(root)
    assert built(root) is Written.SITE_WITH_LAST_INDEX
    pages = contents(root / "site")
    assert fragments(root) == meanwhile
    shutil.copytree(root, tmp_path / "killed")
    assert built(root) is Written.SITE_WITH_LAST_INDEX
    assert contents(root / "site") == pages
    assert built(root, search_later=False) is Written.SITE
    assert built(root) is Written.UNCHANGED
    cold = edition(tmp_path / "cold", {path.name: path.read_bytes() for path in (root / "articles").iterdir()})
    assert build(cold).returncode == 0
    assert build(tmp_path / "killed").returncode == 0  # as if serving had ended before the index was made
    wanted = contents(cold / "site")
    assert contents(root / "site") == wanted == contents(tmp_path / "killed/site")
    pages = {name: data for name, data in pages.items() if not name.startswith("pagefind/")}
    assert pages == {name: data for name, data in wanted.items() if not name.startswith("pagefind/")}


def test_what_is_taken_back_before_it_was_indexed_needs_no_index(root: Path) -> None:
    built(root)
    before, text = contents(root / "site"), (root / "articles/news.txt").read_text()
    add_word(root)
    assert built(root) is Written.SITE_WITH_LAST_INDEX
    (root / "articles/news.txt").write_text(text)
    assert built(root) is Written.SITE
    assert contents(root / "site") == before


def test_an_index_that_somebody_touched_is_made_at_once(root: Path) -> None:
    built(root)
    (root / "site" / FRAGMENTS).unlink()
    add_word(root)
    assert built(root) is Written.SITE
    assert fragments(root) == [NEWS, OTHER]


def test_what_builds_leave_in_memory_goes(root: Path) -> None:
    counts = []
    for _ in range(6):
        add_word(root)
        built(root)
        counts.append(gc.get_freeze_count())
    assert counts[-1] - counts[2] < 0.01 * counts[2], counts


WATCHED = {
    "an article changed": lambda at: edit(at / "articles/news.txt", "", "more"),
    "a new one": lambda at: (at / "articles/more.txt").write_text(""),
    "one removed": lambda at: (at / "articles/news.txt").unlink(),
    "one renamed": lambda at: (at / "articles/news.txt").rename(at / "articles/old.txt"),
    "an entity": lambda at: edit(at / "entities/people.yml", "", "\n"),
    "decisions, which were not there": lambda at: (at / "entities/decisions.yml").write_text(""),
    "settings": lambda at: edit(at / "mkdocs.yml", "", "\n"),
    "settings away": lambda at: (at / "mkdocs.yml").unlink(),
    "a page": lambda at: edit(at / "docs/about/index.md", "", "\n"),
    "a new one beside it": lambda at: (at / "docs/contact.md").write_text("# Contact\n"),
    "the frame": lambda at: edit(at / "docs/.overrides/main.html", "", "\n"),
    "the style": lambda at: edit(at / "docs/assets/edition.css", "", "\n"),
    "a home page by hand": lambda at: (at / "docs/index.md").write_text("# Home\n"),
}


@pytest.mark.parametrize("change", WATCHED.values(), ids=WATCHED)
def test_all_that_editors_own_is_watched(root: Path, change: Callable[[Path], object]) -> None:
    before = seen(folders(root))
    assert seen(folders(root)) == before
    change(root)
    assert seen(folders(root)) != before


def test_what_the_build_and_editors_programs_write_is_not_watched(root: Path) -> None:
    before = seen(folders(root))
    built(root)
    (root / "articles/.news.txt.swp").write_text("a copy")
    assert seen(folders(root)) == before


def test_a_lookout_tells_of_each_change_also_of_one_before_it_began(root: Path) -> None:
    lookout, told = Lookout(lambda: seen(folders(root))), Event()

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            told.set()

    lookout.schedule(Handler(), str(root), recursive=True)
    add_word(root)
    lookout.start()
    for change in (add_article, remove_article):
        assert told.wait(20)
        told.clear()
        change(root)
    assert told.wait(20)
    lookout.stop()
    lookout.join(20)
    assert not lookout.is_alive()


def test_a_program_in_the_background_is_heard_only_where_it_fails() -> None:
    said: list[str] = []
    for words in ("print('well')", "raise SystemExit('it failed')"):
        program = InBackground([sys.executable, "-c", words], said.append)
        program.start()
        assert program.process is not None
        process = program.process
        process.wait()
    until(lambda: said == ["it failed"])


def test_a_program_in_the_background_ends_when_it_is_told(tmp_path: Path) -> None:
    on = tmp_path / "on"
    words = f"import signal, time; signal.signal(15, signal.SIG_IGN); open({str(on)!r}, 'w'); time.sleep(99)"
    program = InBackground([sys.executable, "-c", words], print)
    program.stop()
    program.start()
    process = program.process
    until(on.exists)
    program.stop()
    assert process is not None
    assert process.returncode is not None
