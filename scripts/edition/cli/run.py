"""A command with its folders, run; what the disk refuses, and what cannot be had, is told in words."""

import os
from collections.abc import Sequence

from edition.cli.arguments import parser
from edition.cli.commands import COMMANDS
from edition.cli.terminal import PROBLEMS, WRONG_USE, of_the_disk, say
from edition.pipeline import Folders, NoRecogniser


def run(arguments: Sequence[str] | None) -> int:
    """The exit code of the command that the arguments name."""
    options = parser().parse_args(arguments)
    for folder in (options.edition, options.articles, options.entities):
        if folder and not folder.is_dir():
            say(f"There is no folder {folder}. Fix: name one that exists.")
            return WRONG_USE
    root = options.edition.resolve()
    if str(root) != os.fsencode(root).decode("utf-8", "replace"):  # the search index would wait for it for ever
        say(f"The path {root} cannot be written in UTF-8. Fix: rename the folder, or set PYTHONUTF8=1.")
        return WRONG_USE
    folders = Folders(root, options.articles or root / "articles", options.entities or root / "entities")
    try:
        return COMMANDS[options.command or "build"](folders, options)
    except NoRecogniser as error:
        say(str(error))
        return WRONG_USE
    except OSError as error:
        say(str(of_the_disk(error)))
        return PROBLEMS
