"""The commands that build: all of an edition, only its pages, a part of it, or again and again while it is shown."""

import argparse
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path

from edition import building, disk
from edition.building import How, Outcome, Written
from edition.cli.arguments import REPOSITORY
from edition.cli.terminal import BUILT, CONSOLE, PROBLEMS, WRONG_USE, of_the_disk, say, tell
from edition.pipeline import Folders, Shard, read_inputs, site_of
from edition.progress import Steps, in_words
from edition.render.words import counted
from edition.serve import InBackground, serve

LONG = 10  # seconds: who has waited so long wants to know how long


def build_all(folders: Folders, options: argparse.Namespace) -> int:
    return build_and_invite(folders, How(plain=options.plain))


def build_and_invite(folders: Folders, how: How) -> int:
    code = build(folders, how)
    if code == BUILT:
        say("Look at it: make serve, or any web server for the folder site/; articles/ and people/ are where to start.")
    return code


def only_pages(folders: Folders, options: argparse.Namespace) -> int:
    return build(folders, How(with_site=False, plain=options.plain))


def build(folders: Folders, how: How) -> int:
    """Build what has changed, tell what is wrong, and say what came of it."""
    return said(built(folders, how), how)


def built(folders: Folders, how: How) -> Outcome:
    """The outcome of a build that no other disturbs."""
    steps = Steps(CONSOLE)
    with alone(folders):
        try:
            outcome = building.build(folders, os.environ, steps, how)
        except disk.Damaged:  # what was kept is lost, and nothing else
            say("What was kept from earlier builds is damaged; all of it is made anew.")
            disk.forget(folders.work)
            outcome = building.build(folders, os.environ, steps, how)
        if steps.done:
            disk.write_changed(folders.work / "steps.json", steps.as_json().encode())
    return outcome._replace(seconds=steps.seconds)


def said(outcome: Outcome, how: How) -> int:
    """Tell what is wrong, and say what there is now; the exit code."""
    if tell(outcome.problems):
        if outcome.written is Written.NOTHING:
            say("Nothing was written; the last pages and the last site stand as they were.")
        return PROBLEMS
    what = "site/" if how.with_site else "docs/"
    if outcome.written is Written.UNCHANGED:
        say(f"Nothing has changed: {what} holds {outcome.summary}.")
    else:
        took = f" It took {in_words(outcome.seconds)}." if outcome.seconds > LONG else ""
        say(f"{what} holds the {'edition' if how.with_site else 'pages'}: {outcome.summary}.{took}")
    return BUILT


def link(folders: Folders, options: argparse.Namespace) -> int:
    shard: Shard = options.shard
    linked = building.link(folders, shard, options.output, Steps(CONSOLE))
    has_errors = tell(linked.problems)
    say(f"{options.output} holds the {counted(linked.texts, 'text')} of shard {shard.number} of {shard.of}.")
    return PROBLEMS if has_errors else BUILT


def merge(folders: Folders, options: argparse.Namespace) -> int:
    """Another build may come between what is merged and what is built from it: that makes no difference."""
    for file in options.files:
        if not file.exists():
            say(f"There is no file {file}.")
    with alone(folders):
        joined = building.merge(folders, options.files, Steps(CONSOLE))
    if tell(joined.problems):
        say("Nothing was built; the last pages and the last site stand as they were.")
        return PROBLEMS
    if missing := joined.texts - joined.found:
        say(f"{missing:,} of {joined.texts:,} texts remain to be linked here.")
    return build_and_invite(folders, How())


def alone(folders: Folders) -> AbstractContextManager[None]:
    """As long as this lasts, no other build is at work; it waits for one that is."""
    return disk.alone(folders.work, lambda: say("Another build is at work here. This one begins when it has ended."))


def show(folders: Folders, options: argparse.Namespace) -> int:
    site, _ = site_of(read_inputs(folders).settings, os.environ)
    indexing = InBackground(same_edition(folders), say)  # a whole build, which has only the index to make

    def build_again() -> None:
        indexing.stop()
        how = How(plain=options.plain, search_later=True)
        try:
            outcome = built(folders, how)
            said(outcome, how)
            if outcome.written is Written.SITE_WITH_LAST_INDEX:
                indexing.start()
        except OSError as error:
            say(str(of_the_disk(error)))
        building.tidy()

    try:
        return BUILT if serve(folders, options.port, site.root if site else "/", build_again, say) else WRONG_USE
    finally:
        indexing.stop()


def same_edition(folders: Folders) -> list[str | Path]:
    """The command that builds this edition."""
    named = ("--edition", folders.root, "--articles", folders.articles, "--entities", folders.entities)
    return [sys.executable, REPOSITORY / "scripts" / "build.py", *named]
