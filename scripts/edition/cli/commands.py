"""What each command does: reads an edition, tells its problems, and writes what was asked for. Ends in an exit code."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping

from edition import disk, site
from edition.cli.explaining import print_blocks
from edition.cli.terminal import CONSOLE, of_the_disk, say, tell
from edition.explain import blocks_at, named
from edition.index import index
from edition.link import settled
from edition.model import Edition, Problem
from edition.pipeline import Folders, Linker, read_edition
from edition.read import article_id, nearest, schema_text
from edition.read.text import decoded
from edition.render import pages
from edition.render.files.data import mention_lines
from edition.render.words import counted
from edition.serve import serve

BUILT, PROBLEMS, WRONG_USE = 0, 1, 2


def build_all(folders: Folders, options: argparse.Namespace) -> int:
    code = build(folders)
    if code == BUILT:
        say("Look at it: make serve, or any web server for the folder site/; articles/ and people/ are where to start.")
    return code


def build(folders: Folders) -> int:
    """Pages, site and search index, unless nothing has changed."""
    disk.recover(folders.root / "site")
    edition = _written_pages(folders)
    if edition is None:
        return PROBLEMS
    wanted = site.state(folders.root, edition)
    if site.is_current(folders.root, wanted):
        say(f"Nothing has changed: site/ holds {summary(edition)}.")
        return BUILT
    with CONSOLE.status("") as status:
        step = status.update if CONSOLE.is_terminal else (lambda _: None)
        problems = site.build(folders.root, edition, wanted, step)
    if tell(problems):
        return PROBLEMS
    say(f"site/ holds the edition: {summary(edition)}.")
    return BUILT


def _written_pages(folders: Folders) -> Edition | None:
    """The edition once its pages are written; None where problems forbid it."""
    edition, problems = _read(folders)
    if tell(problems):
        say("Nothing was written; the last pages and the last site stand as they were.")
        return None
    disk.sync(folders.docs, pages(edition, index(edition)))
    return edition


def _read(folders: Folders) -> tuple[Edition, tuple[Problem, ...]]:
    """The edition, and all problems, those of the pages that editors wrote included."""
    edition, problems = read_edition(folders, os.environ, with_site=True)
    pages, more = disk.read_hand_written(folders.docs)
    unreadable = (problem for page in pages for problem in decoded(page)[1])
    return edition, (*problems, *more, *unreadable)


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


def only_pages(folders: Folders, options: argparse.Namespace) -> int:
    edition = _written_pages(folders)
    if edition is None:
        return PROBLEMS
    say(f"docs/ holds the pages: {summary(edition)}.")
    return BUILT


def check(folders: Folders, options: argparse.Namespace) -> int:
    edition, problems = _read(folders)
    has_errors = tell(problems)
    names = sum(sum(articles.values()) for _, articles in settled(edition.decisions, edition.annotations))
    decided = (
        f"; {counted(len(edition.decisions), 'decision')} for {counted(names, 'name')}" if edition.decisions else ""
    )
    say(f"{counted(len(problems), 'problem')} in {summary(edition)}{decided}.")
    return PROBLEMS if has_errors else BUILT


def annotate(folders: Folders, options: argparse.Namespace) -> int:
    edition, problems = read_edition(folders, os.environ, with_site=False)
    _print(mention_lines(edition.annotations, edition.registry))
    return PROBLEMS if tell(problems) else BUILT


def explain(folders: Folders, options: argparse.Namespace) -> int:
    article, _, line = (options.article or "").partition(":")
    if options.decisions:
        return explain_decisions(folders)
    if (not article and not options.why) or (line and not line.isdecimal()):
        say("Say what: explain ARTICLE, explain ARTICLE:LINE, or explain --why NAME.")
        return WRONG_USE
    edition, problems = read_edition(folders, os.environ, with_site=False)
    found = {one.article.id: one.article for one in edition.annotations}
    if article and article_id(article) not in found:
        say(f"There is no article `{article}`. Fix: {nearest(article_id(article), found)}")
        return WRONG_USE
    linker = Linker(edition.registry, edition.decisions)
    wanted = {id: linker.explained(found[id]) for id in ([article_id(article)] if article else found)}
    wanted = {id: blocks_at(blocks, int(line)) if line else blocks for id, blocks in wanted.items()}
    wanted = {id: named(blocks, options.why) if options.why else blocks for id, blocks in wanted.items()}
    for id, blocks in wanted.items():
        if blocks:
            print_blocks(id, blocks, with_text=not options.why)
    if not any(wanted.values()):
        say("There is no such name." if options.why else "There are no words in that line.")
    return PROBLEMS if tell(problems) else BUILT


def explain_decisions(folders: Folders) -> int:
    edition, problems = read_edition(folders, os.environ, with_site=False)
    for decision, articles in settled(edition.decisions, edition.annotations):
        what = f"{decision.words} is {decision.is_}"
        where = ", ".join(f"{article} ({count})" for article, count in articles.items()) or "nothing"
        _print(f"{decision.place}: {what}: {where}\n")
    return PROBLEMS if tell(problems) else BUILT


def schema(folders: Folders, options: argparse.Namespace) -> int:
    _print(schema_text(options.of))
    return BUILT


def _print(data: str) -> None:
    r"""Data to standard output: UTF-8 and `\n` wherever this runs; a reader who has seen enough may stop reading."""
    try:
        sys.stdout.buffer.write(data.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes it once more at its end


def show(folders: Folders, options: argparse.Namespace) -> int:
    def build_again() -> None:
        try:
            build(folders)
        except OSError as error:
            say(str(of_the_disk(error)))

    build_again()
    edition, _ = read_edition(folders, os.environ, with_site=True)
    is_served = serve(folders, options.port, edition.site.root, build_again, say)
    return BUILT if is_served else WRONG_USE


COMMANDS: Mapping[str, Callable[[Folders, argparse.Namespace], int]] = {
    "build": build_all,
    "pages": only_pages,
    "check": check,
    "annotate": annotate,
    "explain": explain,
    "serve": show,
    "schema": schema,
}
