"""The commands that look after a living edition: what waits for its editor, and what changed between two states."""

import argparse
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from edition import building, disk
from edition.cli.printing import for_people, print_data
from edition.cli.terminal import BUILT, PROBLEMS, WRONG_USE, say, tell, visible
from edition.disk import Store
from edition.link import settled
from edition.model import Edition, Kind, Span
from edition.pipeline import Folders, edition_of, read_inputs
from edition.read import read_entries
from edition.render.words import counted
from edition.upkeep import Difference, Finding, Mark, Section, State, difference, difference_page, findings, sections

SOME = 10  # of each matter, unless all are asked for


def check_options(parser: argparse.ArgumentParser) -> None:
    """What may be typed behind `check`."""
    parser.add_argument("--all", action="store_true", help="all of it, not only the first ten of each")
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")


def diff_options(parser: argparse.ArgumentParser) -> None:
    """What may be typed behind `diff`."""
    check_options(parser)
    parser.add_argument("old", type=Path, metavar="OLD", help="the earlier state: `data`, or the folder it lies in")
    parser.add_argument("new", type=Path, metavar="NEW", help="the later state")
    parser.add_argument("--page", type=Path, metavar="FILE", help="write it as a page that needs no other file")
    parser.add_argument("--title", default="What changed", help="the title of that page (default: %(default)s)")


def check(folders: Folders, options: argparse.Namespace) -> int:
    """Problems to standard error; to standard output what waits for the editor."""
    inputs = read_inputs(folders)
    edition, problems = edition_of(inputs, Store(), os.environ)
    by_hand, of_names = disk.read_hand_written(folders.docs, disk.own_files(folders.docs))
    problems += (*of_names, *building.unreadable(by_hand))
    entries = [entry for source in inputs.registry for entry in read_entries(source)[0] or ()]
    found = findings(edition, entries, problems)
    if options.json:
        _print_json(found)
    else:
        _print_findings(found, None if options.all else SOME)
    has_errors = tell(problems)
    say(f"{counted(len(problems), 'problem')} in {building.summary(edition)}{_decided(edition)}.")
    return PROBLEMS if has_errors else BUILT


def _decided(edition: Edition) -> str:
    if not edition.decisions:
        return ""
    names = sum(sum(articles.values()) for _, articles in settled(edition.decisions, edition.articles))
    return f"; {counted(len(edition.decisions), 'decision')} for {counted(names, 'name')}"


def _print_json(found: Iterable[Finding]) -> None:
    for one in found:
        print_data(json.dumps({**one._asdict(), "matter": one.matter.name.lower()}) + "\n")


def _print_findings(found: Sequence[Finding], most: int | None) -> None:
    """Each matter with its number, then one line a finding: where it stands, what it is, why."""
    console = for_people()
    for matter, these in groupby(found, key=lambda one: one.matter):
        group = list(these)
        console.print(Text(f"{matter}: {len(group):,}", style="bold"))
        for one in group[:most]:
            times = f" ({one.times} times)" if one.times > 1 else ""
            console.print(Text(visible(f"  {one.file}:{one.line}: {one.subject}{times}: {one.detail}")))
        if most is not None and len(group) > most:
            console.print(Text(f"  and {len(group) - most:,} more: check --all", style="bright_black"))


def diff(folders: Folders, options: argparse.Namespace) -> int:
    """What changed from the one state to the other: in words, as JSON, or as a page."""
    try:
        old, new = _state(options.old), _state(options.new)
        found = difference(old, new)
    except disk.NoData as error:
        say(f"{error}. Fix: name the folder `docs`, `site` or `data` of an edition that is built.")
        return WRONG_USE
    told = sections(found, old, new)
    if options.page:
        page = difference_page(options.title, found, told)
        disk.write_changed(options.page, page.encode())
        say(f"{options.page} tells what changed.")
    if options.json:
        print_data(_as_json(found, told))
    elif not options.page:
        _print_sections(told, None if options.all else SOME)
        say(f"{counted(found.links_before, 'link')} before, {counted(found.links_after, 'link')} after.")
    return BUILT


def _state(folder: Path) -> State:
    data = disk.read_data(folder)
    articles = {str(one["id"]): one for one in data.records["articles"]}
    entities = {str(one["id"]): one for kind in Kind for one in data.records[kind.folder]}
    return State(articles, entities, _marks(data))


def _marks(data: disk.Data) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    for article, mentions in data.by_article():
        try:
            yield (
                article,
                tuple(
                    Mark(Span(int(one["start"]), int(one["end"])), one["surface"], one["entity"], int(one["paragraph"]))
                    for one in mentions
                ),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise disk.NoData(f"{data.mentions} is damaged") from error


def _as_json(found: Difference, told: Sequence[Section]) -> str:
    """One object: the links of each state, and each section's items by its title."""
    items = {
        section.title: [
            {**item._asdict(), "places": [place._asdict() for place in item.places]} for item in section.items
        ]
        for section in told
    }
    return json.dumps({"links_before": found.links_before, "links_after": found.links_after, **items}) + "\n"


def _print_sections(told: Sequence[Section], most: int | None) -> None:
    console = for_people()
    for section in told:
        console.print(Text(f"{section.title}: {section.number:,}", style="bold"))
        for item in section.items[:most]:
            head = " · ".join(filter(None, (item.name, item.what, item.detail)))
            console.print(Text(visible(f"  {head}")))
            for place in item.places[:most]:
                where = f"paragraph {place.paragraph}" if place.paragraph else "headline"
                console.print(Text(visible(f"      {place.words}: {place.article}, {where}")))
            _print_more(console, len(item.places), most, "      ")
        _print_more(console, len(section.items), most, "  ")


def _print_more(console: Console, count: int, most: int | None, indent: str) -> None:
    if most is not None and count > most:
        console.print(Text(f"{indent}and {count - most:,} more: --all", style="bright_black"))
