"""Arguments, exit code, printing. The only module that speaks to the person at the terminal."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from edition import disk, site
from edition.index import index
from edition.model import Edition, Problem
from edition.pipeline import Folders, read_edition
from edition.render import pages
from edition.render.data import mention_lines
from edition.render.words import counted
from edition.serve import serve

BUILT, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
REPOSITORY = Path(__file__).parents[2]
CONSOLE = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 built, 1 problems, 2 wrong use."""
    options = _parser().parse_args(arguments)
    for folder in (options.edition, options.articles, options.entities):
        if folder and not folder.is_dir():
            say(f"There is no folder {folder}. Fix: name one that exists.")
            return WRONG_USE
    root = options.edition.resolve()
    folders = Folders(root, options.articles or root / "articles", options.entities or root / "entities")
    try:
        return int(options.run(folders, options))
    except KeyboardInterrupt:
        say("Stopped. The last site stands as it was.")
        return INTERRUPTED
    except OSError as error:
        say(str(_of_the_disk(error)))
        return PROBLEMS


def _of_the_disk(error: OSError) -> Problem:
    what = f"{error.strerror or error}."
    return Problem("E305", str(error.filename or "disk"), 0, 0, what, "make room, or make the folder writable.")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Turn a folder of articles into a digital edition. Without a command: build all of it into site/.",
        epilog="Exit code: 0 built, 1 problems, 2 wrong use.",
    )
    _add_folders(parser, REPOSITORY)
    parser.set_defaults(run=_build)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for run, name, what in (
        (_pages, "pages", "write only the Markdown pages below docs/"),
        (_check, "check", "only look for problems in articles and registry"),
        (_annotate, "annotate", "print the mentions as JSON lines"),
        (_serve, "serve", "build, show the site on this machine, build again when a file changes"),
    ):
        command = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
        _add_folders(command, argparse.SUPPRESS)
        command.set_defaults(run=run)
    commands.choices["serve"].add_argument("--port", type=int, default=8000, help="(default: %(default)s)")
    return parser


def _add_folders(parser: argparse.ArgumentParser, edition: Path | str) -> None:
    """The options stand before or behind the command; only the first parser has defaults."""
    other = None if isinstance(edition, Path) else edition
    for name, default, what in (
        ("--edition", edition, "holds articles/, entities/, docs/ and mkdocs.yml (default: the repository)"),
        ("--articles", other, "the articles, where they lie elsewhere"),
        ("--entities", other, "the registry, where it lies elsewhere"),
    ):
        parser.add_argument(name, type=Path, default=default, metavar="DIR", help=what)


def say(what: str) -> None:
    """A line for the person at the terminal; standard output is for data."""
    CONSOLE.print(visible(what))


def visible(text: str) -> str:
    """The text with characters that a terminal would act on written as their codes."""
    return "".join(
        character if character.isprintable() or character == "\n" else f"\\u{ord(character):04x}" for character in text
    )


def tell(problems: Iterable[Problem]) -> int:
    """Print every problem, errors last, where they are seen; the exit code that they mean."""
    ordered = sorted(problems, key=lambda one: one.is_error)
    for problem in ordered:
        say(str(problem))
    return PROBLEMS if any(problem.is_error for problem in ordered) else BUILT


def _build(folders: Folders, options: argparse.Namespace) -> int:
    edition = _written_pages(folders)
    if edition is None:
        return PROBLEMS
    with CONSOLE.status("") as status:
        step = status.update if CONSOLE.is_terminal else (lambda _: None)
        failed = tell(site.build(folders.root, edition, step))
    if failed:
        return failed
    say(f"site/ holds the edition: {summary(edition)}.")
    say("Look at it: make serve, or any web server for the folder site/; articles/ and people/ are where to start.")
    return BUILT


def _written_pages(folders: Folders) -> Edition | None:
    """The edition once its pages are written; None where problems forbid it."""
    edition, problems = read_edition(folders, os.environ, with_site=True)
    if tell(problems):
        say("Nothing was written; the last pages and the last site stand as they were.")
        return None
    disk.sync(folders.docs, pages(edition, index(edition)))
    return edition


def summary(edition: Edition) -> str:
    """`16 articles, 106 entities, 812 linked mentions, 30 unresolved names`."""
    mentions = sum(len(annotation.mentions) for annotation in edition.annotations)
    unresolved = sum(len(annotation.unresolved) for annotation in edition.annotations)
    entities = len(edition.registry.entities)
    return ", ".join(
        (
            counted(len(edition.annotations), "article"),
            f"{entities} {'entity' if entities == 1 else 'entities'}",
            counted(mentions, "linked mention"),
            counted(unresolved, "unresolved name"),
        )
    )


def _pages(folders: Folders, options: argparse.Namespace) -> int:
    edition = _written_pages(folders)
    if edition is None:
        return PROBLEMS
    say(f"docs/ holds the pages: {summary(edition)}.")
    return BUILT


def _check(folders: Folders, options: argparse.Namespace) -> int:
    edition, problems = read_edition(folders, os.environ, with_site=True)
    code = tell(problems)
    say(f"{counted(len(problems), 'problem')} in {summary(edition)}.")
    return code


def _annotate(folders: Folders, options: argparse.Namespace) -> int:
    edition, problems = read_edition(folders, os.environ, with_site=False)
    sys.stdout.write(mention_lines(edition.annotations, edition.registry))
    return tell(problems)


def _serve(folders: Folders, options: argparse.Namespace) -> int:
    def build() -> None:
        try:
            _build(folders, options)
        except OSError as error:
            say(str(_of_the_disk(error)))

    build()
    edition, _ = read_edition(folders, os.environ, with_site=True)
    serve(folders, options.port, edition.site.root, build, say)
    return BUILT
