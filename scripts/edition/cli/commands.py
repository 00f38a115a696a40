"""What each command does: reads an edition, tells its problems, and prints what was asked for. Ends in an exit code."""

import argparse
import os
from collections.abc import Callable, Mapping

from edition.cli.accepting import accept
from edition.cli.beginning import new
from edition.cli.builds import build_all, link, merge, only_pages, show
from edition.cli.explaining import print_blocks
from edition.cli.importing import run_import
from edition.cli.printing import print_data
from edition.cli.reviewing import review
from edition.cli.suggesting import suggest
from edition.cli.terminal import BUILT, PROBLEMS, WRONG_USE, say, tell
from edition.cli.upkeep import check, diff
from edition.explain import blocks_at, named
from edition.index import opened
from edition.link import settled
from edition.pipeline import Folders, Linker, read_edition
from edition.read import article_id, nearest, schema_text


def annotate(folders: Folders, options: argparse.Namespace) -> int:
    edition, problems = read_edition(folders, os.environ, with_site=False)
    for lines in edition.archive.mention_data(sorted(one.id for one in edition.articles)):
        print_data(opened(lines))
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
        print_data(f"{decision.place}: {what}: {where}\n")
    return PROBLEMS if tell(problems) else BUILT


def schema(folders: Folders, options: argparse.Namespace) -> int:
    print_data(schema_text(options.of))
    return BUILT


COMMANDS: Mapping[str, Callable[[Folders, argparse.Namespace], int]] = {
    "new": new,
    "import": run_import,
    "build": build_all,
    "pages": only_pages,
    "link": link,
    "merge": merge,
    "check": check,
    "diff": diff,
    "annotate": annotate,
    "explain": explain,
    "suggest": suggest,
    "review": review,
    "accept": accept,
    "serve": show,
    "schema": schema,
}
