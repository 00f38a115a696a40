"""`make serve`: the page follows what the editor saves, and stands while there are mistakes."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import expect

from building import SAID, command, edit, edition_copy, until
from watching import NewPage

ARTICLE = "2020-06-24-plans-suspended"
REBUILT = 60_000  # milliseconds; a build takes some seconds, more on a busy machine


class Served:
    """An edition served by `build.py serve`, and what its terminal says."""

    def __init__(self, edition: Path) -> None:
        self.said = ""
        self.article = edition / "articles" / f"{ARTICLE}.txt"
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
    served = Served(edition_copy(tmp_path / "edition"))
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
