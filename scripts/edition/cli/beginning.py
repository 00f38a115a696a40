"""The command that makes an edition of one's own."""

import argparse
from pathlib import Path

from edition.beginning import NotMade, begin
from edition.cli.terminal import BUILT, WRONG_USE, say
from edition.pipeline import Folders


def options(parser: argparse.ArgumentParser) -> None:
    """What may be typed behind `new`."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that does not exist yet, or is empty")
    parser.add_argument("--title", help="what the edition is called (default: by the name of the folder)")


def new(folders: Folders, options: argparse.Namespace) -> int:
    """The folder, and what to do next."""
    folder: Path = options.folder
    title = " ".join((options.title or folder.absolute().name.replace("-", " ").replace("_", " ")).split())
    try:
        begin(folder, title or "Edition")
    except NotMade as error:
        say(str(error))
        return WRONG_USE
    say(f"{folder} is an edition of its own, still without articles.")
    say("What is next:")
    say(f'  python scripts/build.py import SOURCE --edition "{folder}"   brings in the texts that you have')
    say(f'  make review EDITION="{folder}"   shows who and what they name; you decide who gets a page')
    say(f'  make site EDITION="{folder}"     builds the edition into {folder / "site"}')
    return BUILT
