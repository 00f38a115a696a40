"""What each command does: reads an edition, tells its problems, and writes what was asked for. Ends in an exit code."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

from edition import building, disk
from edition.building import Written, summary
from edition.cli.explaining import print_blocks
from edition.cli.terminal import CONSOLE, of_the_disk, say, tell
from edition.explain import blocks_at, named
from edition.index import opened
from edition.link import settled
from edition.pipeline import Folders, Linker, Shard, read_edition, read_inputs, site_of
from edition.progress import Steps
from edition.read import article_id, nearest, schema_text
from edition.render.words import counted
from edition.serve import serve

BUILT, PROBLEMS, WRONG_USE = 0, 1, 2


def build_all(folders: Folders, options: argparse.Namespace) -> int:
    return build_and_invite(folders, plain=options.plain)


def build_and_invite(folders: Folders, *, plain: bool = False) -> int:
    code = build(folders, plain=plain)
    if code == BUILT:
        say("Look at it: make serve, or any web server for the folder site/; articles/ and people/ are where to start.")
    return code


def only_pages(folders: Folders, options: argparse.Namespace) -> int:
    return build(folders, with_site=False)


def build(folders: Folders, *, with_site: bool = True, plain: bool = False) -> int:
    """Build what has changed, tell what is wrong, and say what came of it."""
    steps = Steps(CONSOLE)
    with alone(folders):
        try:
            outcome = building.build(folders, os.environ, steps, with_site=with_site, plain=plain)
        except disk.Damaged:  # what was kept is lost, and nothing else
            outcome = building.build(folders, os.environ, steps, with_site=with_site, plain=True)
        if steps.done:
            disk.write_changed(folders.work / "steps.json", steps.as_json().encode())
    if tell(outcome.problems):
        if outcome.written is Written.NOTHING:
            say("Nothing was written; the last pages and the last site stand as they were.")
        return PROBLEMS
    what = "site/" if with_site else "docs/"
    if outcome.written is Written.UNCHANGED:
        say(f"Nothing has changed: {what} holds {outcome.summary}.")
    else:
        say(f"{what} holds the {'edition' if with_site else 'pages'}: {outcome.summary}.")
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
    return build_and_invite(folders)


def alone(folders: Folders) -> AbstractContextManager[None]:
    """As long as this lasts, no other build is at work; it waits for one that is."""
    return disk.alone(folders.work, lambda: say("Another build is at work here. This one begins when it has ended."))


def check(folders: Folders, options: argparse.Namespace) -> int:
    edition, problems = read_edition(folders, os.environ, with_site=True)
    by_hand, of_names = disk.read_hand_written(folders.docs, disk.own_files(folders.docs))
    problems += (*of_names, *building.unreadable(by_hand))
    has_errors = tell(problems)
    names = sum(sum(articles.values()) for _, articles in settled(edition.decisions, edition.articles))
    decided = (
        f"; {counted(len(edition.decisions), 'decision')} for {counted(names, 'name')}" if edition.decisions else ""
    )
    say(f"{counted(len(problems), 'problem')} in {summary(edition)}{decided}.")
    return PROBLEMS if has_errors else BUILT


def annotate(folders: Folders, options: argparse.Namespace) -> int:
    edition, problems = read_edition(folders, os.environ, with_site=False)
    for lines in edition.archive.mention_data(sorted(one.id for one in edition.articles)):
        _print(opened(lines))
    return PROBLEMS if tell(problems) else BUILT


def explain(folders: Folders, options: argparse.Namespace) -> int:
    article, _, line = (options.article or "").partition(":")
    if options.decisions:
        return explain_decisions(folders)
    if (not article and not options.why) or (line and not line.isdecimal()):
        say("Say what: explain ARTICLE, explain ARTICLE:LINE, or explain --why NAME.")
        return WRONG_USE
    edition, problems = read_edition(folders, os.environ, with_site=False)
    found = [one.id for one in edition.articles]
    if article and article_id(article) not in found:
        say(f"There is no article `{article}`. Fix: {nearest(article_id(article), found)}")
        return WRONG_USE
    linker = Linker(edition.registry, edition.decisions)
    wanted = {
        id: linker.explained(edition.archive.annotation(id).article)
        for id in ([article_id(article)] if article else found)
    }
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
    for decision, articles in settled(edition.decisions, edition.articles):
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
            build(folders, plain=options.plain)
        except OSError as error:
            say(str(of_the_disk(error)))

    build_again()
    site, _ = site_of(read_inputs(folders).settings, os.environ)
    root = site.root if site else "/"
    return BUILT if serve(folders, options.port, root, build_again, say) else WRONG_USE


COMMANDS: Mapping[str, Callable[[Folders, argparse.Namespace], int]] = {
    "build": build_all,
    "pages": only_pages,
    "link": link,
    "merge": merge,
    "check": check,
    "annotate": annotate,
    "explain": explain,
    "serve": show,
    "schema": schema,
}
