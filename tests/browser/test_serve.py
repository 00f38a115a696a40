"""`make serve`: the page follows what the editor saves, and stands while there are mistakes."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from building import SAID, command, edit, edition_copy, made_edition, until
from watching import NewPage

ARTICLE = "2020-06-24-plans-suspended"
LARGE = 300  # articles: one build from nothing takes some ten seconds, and one after a save as many tenths
REBUILT = 60_000  # milliseconds; a build takes some seconds, more on a busy machine


class Served:
    """An edition served by `build.py serve`, and what its terminal says."""

    def __init__(self, edition: Path, article: str) -> None:
        self.said = ""
        self.article = edition / "articles" / f"{article}.txt"
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        words = command(edition, "serve", "--port", str(port))
        self.url = f"http://127.0.0.1:{port}/dateline/"
        environment = os.environ | {"SITE_URL": "https://example.org/dateline/"}
        self.process = subprocess.Popen(words, env=environment, start_new_session=True, **SAID)
        self.reader = Thread(target=self.listen)
        self.reader.start()

    def listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """The exit code, after Ctrl-C in the terminal."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, how)
        self.reader.join()
        return self.process.wait()


@pytest.fixture
def served(new_page: NewPage, tmp_path: Path) -> Iterator[Served]:
    served = Served(edition_copy(tmp_path / "edition"), ARTICLE)
    yield served
    served.stop(signal.SIGKILL)


@pytest.fixture
def served_large(new_page: NewPage, tmp_path: Path) -> Iterator[Served]:
    edition = made_edition(tmp_path / "edition", LARGE, LARGE)
    served = Served(edition, sorted(path.stem for path in (edition / "articles").iterdir())[LARGE // 2])
    yield served
    served.stop(signal.SIGKILL)


def test_the_page_follows_what_the_editor_saves(served: Served, new_page: NewPage) -> None:
    until(lambda: f"Look at {served.url}" in served.said or served.process.poll() is not None)
    assert served.process.poll() is None, served.said
    page = new_page(base_url=served.url)
    page.goto(f"articles/{ARTICLE}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kim Jong Un Suspends His Army’s Plans")

    edit(served.article, "", "\n\nA first word more.\n")
    expect(page.get_by_text("A first word more.")).to_be_visible(timeout=REBUILT)

    edit(served.article, "title:", "titel:")
    until(lambda: f"articles/{ARTICLE}.txt:2:1: E103" in served.said)
    other = new_page(base_url=served.url)
    other.goto(f"articles/{ARTICLE}/")
    expect(other.get_by_text("A first word more.")).to_be_visible()

    edit(served.article, "titel:", "title:")
    edit(served.article, "A first word more.", "A second word more.")
    expect(page.get_by_text("A second word more.")).to_be_visible(timeout=REBUILT)

    page.context.close()  # it would ask the server that is gone
    other.context.close()
    assert served.stop() == 0, served.said
    assert not re.search("Traceback|Exception", served.said), served.said


def test_in_a_large_edition_the_page_is_there_at_once_and_the_index_behind_it(
    served_large: Served, new_page: NewPage
) -> None:
    served, began = served_large, time.monotonic()
    until(lambda: f"Look at {served.url}" in served.said or served.process.poll() is not None, seconds=300)
    from_nothing = time.monotonic() - began
    page = new_page(base_url=served.url)
    page.goto(f"articles/{served.article.stem}/")
    taken = []
    for number in range(3):  # the second comes while the index of the first is being made
        began = time.monotonic()
        edit(served.article, "", f"\n\nThe quagga of day {number}.\n")
        expect(page.get_by_text(f"quagga of day {number}")).to_be_visible(timeout=REBUILT)
        taken.append(time.monotonic() - began)
    assert min(taken) < from_nothing / 3, (taken, from_nothing)

    page.evaluate("stayed = true")
    built = served.article.parents[1] / ".cache/dateline/built"
    until(lambda: "but for its index" not in built.read_text())
    assert page.evaluate("stayed")
    page.goto("search/?q=quagga")
    expect(page.get_by_role("main").get_by_text("quagga").first).to_be_visible()
    page.context.close()
    assert served.stop() == 0, served.said
    assert not re.search("Traceback|Exception", served.said), served.said
