"""The command that proposes: suggestions as a person reads them at the terminal, or as JSON lines."""

import argparse
import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from rich.text import Text

from edition import disk
from edition.amend import sheet
from edition.cli.printing import for_people, print_data
from edition.cli.terminal import BUILT, CONSOLE, PROBLEMS, WRONG_USE, say, tell, visible
from edition.disk import Store
from edition.model import Article, Edition, Kind, Occurrence, StatedRole, Suggestion
from edition.pipeline import Folders, Proposer, RecogniserFailed, edition_of, own, read_inputs, recogniser
from edition.progress import Steps
from edition.render.words import counted, paragraph
from edition.suggest import suggestion_line

COLOURS = {Kind.PERSON: "cyan", Kind.ORGANIZATION: "magenta", Kind.PLACE: "green"}
IN_MEMORY = 200  # articles of which the JSON lines have the places


def options(parser: argparse.ArgumentParser) -> None:
    """What may be typed behind `suggest`."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line, on standard output")
    parser.add_argument("--limit", type=_number, metavar="N", help="no more than so many (default: all)")
    parser.add_argument("--kind", choices=[kind.value for kind in Kind], help="only these")
    parser.add_argument("--write", type=Path, metavar="FILE", help="into a new file in which to decide, for `accept`")
    add_recognisers(parser)


def add_recognisers(parser: argparse.ArgumentParser) -> None:
    what = "spacy:NAME, or MODULE:CLASS of one's own: another recogniser whose findings count; may stand several times"
    parser.add_argument("--with", dest="others", action="append", default=[], metavar="RECOGNISER", help=what)


def proposer_of(options: argparse.Namespace) -> Proposer:
    """With the recognisers that were asked for; NoRecogniser where one of them is none."""
    return Proposer(own(), [recogniser(asked) for asked in options.others])


def _number(written: str) -> int:
    if not (written.isdecimal() and int(written) > 0):
        raise argparse.ArgumentTypeError(f"{written!r} is no number of suggestions")
    return int(written)


def suggest(folders: Folders, options: argparse.Namespace) -> int:
    proposer = proposer_of(options)
    steps = Steps(CONSOLE)
    with steps.step("link", "Linking what is known") as advance:
        edition, problems = edition_of(read_inputs(folders), Store(), os.environ, with_site=False, advance=advance)
    try:
        with steps.step("suggest", "Looking for names") as advance:
            found = proposer.suggestions(edition, advance)
    except RecogniserFailed as error:
        say(str(error))
        return PROBLEMS
    chosen = [one for one in found if options.kind in (None, one.kind)][: options.limit]
    if options.write:
        if not written(options.write, chosen):
            return WRONG_USE
    elif options.json:
        print_json(chosen, edition)
    else:
        print_suggestions(chosen, edition)
    has_errors = tell(problems)
    say(f"{counted(len(found), 'suggestion')}{f', {len(chosen):,} shown' if len(chosen) < len(found) else ''}.")
    return PROBLEMS if has_errors else BUILT


def written(file: Path, suggestions: Sequence[Suggestion]) -> bool:
    """Whether they are in the file now: one that is there already may hold an editor's decisions."""
    try:
        disk.write_new(file, sheet(suggestions).encode())
    except FileExistsError:
        say(f"There is a file {file} already. Fix: name one that is new, or move that away.")
        return False
    say(f"{file} holds them. Decide in it, then: python scripts/build.py accept {file}")
    return True


def print_json(suggestions: Sequence[Suggestion], edition: Edition) -> None:
    @lru_cache(IN_MEMORY)
    def article(id: str) -> Article:
        return edition.archive.annotation(id).article

    for one in suggestions:
        print_data(suggestion_line(one, article))


def print_suggestions(suggestions: Sequence[Suggestion], edition: Edition) -> None:
    """To standard output, the first first, each with its number and three sentences."""
    console = for_people()
    names = {one.id: one.name for one in edition.registry.entities}
    for number, one in enumerate(suggestions, 1):
        console.print(_headed(number, one))
        for line in _told(one, names):
            console.print(Text(f"      {visible(line)}"))
        for at in one.evidence:
            console.print(_marked(at, COLOURS[one.kind]))
        console.print()


def _headed(number: int, one: Suggestion) -> Text:
    """`1. person  Tom Helvey  (12 times in 5 articles, certainty 0.93)`."""
    text = Text(f"{number:4}. {one.kind.value:12}  ")
    text.append(visible(one.name), style=f"bold {COLOURS[one.kind]}")
    times, articles = counted(len(one.occurrences), "time"), counted(len(one.articles), "article")
    return text.append(f"  ({times} in {articles}, certainty {one.certainty:.2f})")


def _told(one: Suggestion, names: dict[str, str]) -> Iterator[str]:
    """What is said of it, a line each."""
    if one.known:
        yield f"another form of {one.known} ({names[one.known]})"
    if len(one.forms) > 1 or one.forms[0][0] != one.name:
        yield f"written: {', '.join(f'{form} ({count})' for form, count in one.forms)}"
    yield from (f"role: {_role(role)}" for role in one.roles)
    yield from (f"may be the same as {other.id}: {other.why}" for other in one.alike)
    if one.several:
        yield f"may be several: {one.several}"
    if len(one.found_by) > 1:
        yield f"found by: {', '.join(one.found_by)}"


def _role(role: StatedRole) -> str:
    return f"{role.title}, {role.organization}" if role.organization else role.title


def _marked(at: Occurrence, colour: str) -> Text:
    """A sentence with its place, the name in brackets and in colour."""
    text = Text(f"      {at.article} {paragraph(at.paragraph)}  ", style="bright_black")
    text.append(visible(at.left).replace("\n", " "), style="default")
    text.append(f"[{visible(at.words)}]", style=colour)
    return text.append(visible(at.right).replace("\n", " "), style="default")
