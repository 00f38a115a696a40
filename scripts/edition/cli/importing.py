"""The command that brings articles into an edition, and says what it found."""

import argparse
from pathlib import Path

from edition.cli import INTERRUPTED
from edition.cli.terminal import BUILT, CONSOLE, PROBLEMS, WRONG_USE, say
from edition.convert import FIELDS, Order
from edition.importing import Known, Wanted, import_all
from edition.pipeline import Folders
from edition.progress import Steps

SOME = 20  # lines of each kind, unless all are asked for


def options(parser: argparse.ArgumentParser) -> None:
    """What may be typed behind `import`."""
    parser.add_argument("sources", type=Path, nargs="+", metavar="SOURCE", help="a file, or a folder with all below it")
    columns, fields = "title, text, " + ", ".join(FIELDS), ", ".join(FIELDS)
    parser.add_argument(
        "--column",
        type=_pair,
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help=f"which column of a table holds what ({columns}); may stand several times",
    )
    parser.add_argument(
        "--set",
        type=_pair,
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help=f"what to say of articles that do not say it ({fields}), such as publisher=Gazette",
    )
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", help="6/7/2020 is the sixth of July")
    order.add_argument("--month-first", action="store_true", help="6/7/2020 is June 7")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done; write nothing")
    parser.add_argument("--all", action="store_true", help="name every article and file, not only the first twenty")


def _pair(written: str) -> tuple[str, str]:
    name, sign, value = written.partition("=")
    if not sign or not value or name not in ("title", "text", *FIELDS):
        raise argparse.ArgumentTypeError(f"{written!r} is no FIELD=VALUE with a field that articles have")
    return name, value


def run_import(folders: Folders, options: argparse.Namespace) -> int:
    """All sources; exit code 1 where some could not be read."""
    missing = next((one for one in options.sources if not one.exists()), None)
    if missing:
        say(f"There is no file or folder {missing}. Fix: name one that exists.")
        return WRONG_USE
    order = Order.DAY if options.day_first else Order.MONTH if options.month_first else None
    wanted = Wanted(dict(options.column), dict(options.set), order, options.dry_run)
    steps = Steps(CONSOLE)
    with steps.step("known", "Reading the articles there are") as advance:
        known = Known(folders.articles, advance)
    try:
        with steps.step("import", "Importing") as advance:
            report = import_all(options.sources, folders.articles, wanted, known, advance)
    except KeyboardInterrupt:
        say("Stopped. Each article that was written is whole; the same command brings in the rest.")
        return INTERRUPTED
    for line in report.lines(None if options.all else SOME):
        say(line)
    say(report.summary("would be written" if options.dry_run else f"written to {folders.articles}"))
    return PROBLEMS if report.unread else BUILT
