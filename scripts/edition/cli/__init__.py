"""The door: what is typed becomes a call of a command, what happens becomes an exit code."""

import signal
from collections.abc import Sequence
from contextlib import suppress

from edition.cli.arguments import parser
from edition.cli.commands import COMMANDS, PROBLEMS, WRONG_USE
from edition.cli.terminal import of_the_disk, say
from edition.pipeline import Folders

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 built, 1 problems, 2 wrong use."""
    options = parser().parse_args(arguments)
    for folder in (options.edition, options.articles, options.entities):
        if folder and not folder.is_dir():
            say(f"There is no folder {folder}. Fix: name one that exists.")
            return WRONG_USE
    root = options.edition.resolve()
    folders = Folders(root, options.articles or root / "articles", options.entities or root / "entities")
    with suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be killed politely is to be stopped
    try:
        return COMMANDS[options.command or "build"](folders, options)
    except KeyboardInterrupt:
        say("Stopped. The last site stands as it was.")
        return INTERRUPTED
    except OSError as error:
        say(str(of_the_disk(error)))
        return PROBLEMS
