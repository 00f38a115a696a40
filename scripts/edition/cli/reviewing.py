"""The command that opens the page on which suggestions are decided."""

import argparse
import os
import webbrowser

from edition.cli.suggesting import add_recognisers, proposer_of
from edition.cli.terminal import BUILT, CONSOLE, WRONG_USE, say
from edition.pipeline import Folders
from edition.progress import Steps
from edition.render.words import counted
from edition.review import Desk, Reader, Review, Server


def options(parser: argparse.ArgumentParser) -> None:
    """What may be typed behind `review`, but for the port."""
    parser.add_argument("--no-open", action="store_true", help="only say where the page is, and open no browser")
    add_recognisers(parser)


def review(folders: Folders, options: argparse.Namespace) -> int:
    found = Review(Reader(folders, proposer_of(options), os.environ), Desk(folders))
    try:
        server = Server(found, options.port)
    except OSError as error:
        say(f"Port {options.port} cannot be used: {error.strerror}. Fix: name another one with --port.")
        return WRONG_USE
    try:
        _begin(found)
        say(f"Decide at {server.url} — Ctrl-C ends it; all that was decided is written already.")
        if not options.no_open:
            webbrowser.open(server.url)
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        found.end()
        server.server_close()
    return BUILT


def _begin(found: Review) -> None:
    """All articles are read before the page is shown."""
    with Steps(CONSOLE).step("review", "Reading all articles") as advance:
        found.begin(
            lambda done, total, what="": advance(done, 2 * total, what),
            lambda done, total, what="": advance(total + done, 2 * total, what),
        )
    reading = found.reading
    if reading.wrong:
        say(f"{reading.wrong}\nThe page follows as soon as that is mended.")
    say(f"{counted(len(reading.suggestions), 'suggestion')} from {counted(reading.articles, 'article')}.")
