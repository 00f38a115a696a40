"""The command that follows what an editor has decided in a file of suggestions: all of it, or nothing."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from edition import disk
from edition.amend import Decision, Proposal, Refused, Row, Texts, Wrong, amended, decide, drafted, read_sheet
from edition.cli.terminal import BUILT, PROBLEMS, WRONG_USE, say
from edition.model import Source
from edition.pipeline import Folders
from edition.render.words import counted
from edition.review import Desk, Step


class _Unfollowed(Exception):
    """There are lines that cannot be followed."""


def options(parser: argparse.ArgumentParser) -> None:
    """What may be typed behind `accept`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what `suggest --write` has written, with decisions")


def accept(folders: Folders, options: argparse.Namespace) -> int:
    data = disk.read_bytes(options.file)
    if data is None:
        say(f"There is no file {options.file}. Fix: suggest --write {options.file} makes one.")
        return WRONG_USE
    rows, wrong, proposals = read_sheet(Source(str(options.file), data))
    said: list[str] = []
    desk = Desk(folders, lambda: say("Somebody else is deciding at this moment. This begins when that has ended."))
    try:
        step = desk.take(lambda texts: _followed(texts, rows, wrong, proposals, said))
    except _Unfollowed as unfollowed:
        for line, why in sorted(*unfollowed.args):
            say(f"{options.file}:{line}: {why}")
        say("Nothing was written.")
        return PROBLEMS
    except Refused as refused:
        say(f"{refused}\nNothing was written.")
        return PROBLEMS
    for words in said:
        say(words)
    changed = ", ".join(f"entities/{name}" for name in step.edits)
    say(f"{counted(len(rows), 'decision')}. {f'Changed: {changed}.' if changed else 'No file had to be changed.'}")
    return BUILT


def _followed(
    texts: Texts, rows: Sequence[Row], wrong: Sequence[Wrong], proposals: Mapping[str, Proposal], said: list[str]
) -> tuple[Step, Mapping[str, str]]:
    """The step that the rows make, and the texts after it; what was done with each goes to `said`."""
    draft, mistakes = drafted(texts, proposals), list(wrong)
    for row in rows:
        try:
            said.append(decide(draft, row.choice, row.named_in))
        except Refused as refused:
            mistakes.append(Wrong(row.line, str(refused)))
    if mistakes:
        raise _Unfollowed(mistakes)
    choices = [row.choice for row in rows]
    waits = tuple(one.one.id for one in choices if one.decision is Decision.LATER)
    decided = tuple(one.one.id for one in choices if one.decision is not Decision.LATER)
    return Step(counted(len(rows), "decision"), decided, waits), amended(texts, draft)
