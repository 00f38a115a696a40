"""What may be typed: commands, options, and the help on them."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from edition.cli import accepting, beginning, importing, reviewing, suggesting, upkeep
from edition.pipeline import Shard

REPOSITORY = Path(__file__).parents[3]
PLAIN = "keep nothing from earlier builds, and let MkDocs render every page by itself: the same result, only slower"
EXIT_CODES = "Exit code: 0 built, 1 problems, 2 wrong use."


class Help(NamedTuple):
    """A command in one line, and what else one may want to know."""

    short: str
    more: str = ""


HELP = {
    "new": Help(
        "make a new edition in a folder of its own",
        "The program is shared; the folder holds what is yours: articles, registry, hand-written pages, settings, and "
        "a workflow for GitHub Pages. Nothing that is there is overwritten.",
    ),
    "import": Help(
        "bring texts that you have into the edition: plain text, saved web pages, Markdown, tables",
        "Tables (CSV, TSV, JSON Lines, JSON) have one article a row. Files are named by date and headline. Nothing is "
        "overwritten: what is there already is told, as are copies that differ a little, what could not be read and "
        "why, and what is missing. Nothing is fetched from the network.",
    ),
    "build": Help("build all of it into site/ (without a command, too)"),
    "pages": Help("write only the Markdown pages below docs/", "MkDocs is not run; site/ stays as it is."),
    "check": Help(
        "only look for problems in articles and registry, and for what waits for the editor",
        "Problems go to standard error. Standard output lists what is not wrong but unfinished, the most useful first: "
        "names without a link, entities that no article names, aliases that no article uses, articles without a date, "
        "roles without an organization, decisions that match nothing. Nothing is written.",
    ),
    "diff": Help(
        "tell what changed between two states of an edition",
        "Compares the data of two builds, such as a copy of docs/data/ kept from the last one and the present one: "
        "articles, new and merged entities, links won, lost and corrected.",
    ),
    "annotate": Help(
        "print the mentions as JSON lines",
        "One object a line on standard output, sorted by article and place. `start` and `end` count code points in "
        "the file as it is stored: source[start:end] == surface. Problems go to standard error. Only articles and "
        "registry are read: build.py annotate --articles DIR --entities DIR.",
    ),
    "explain": Help(
        "say why each name of an article is linked or left alone",
        "ARTICLE is an id; ARTICLE:LINE, a line of its file, explains one paragraph. --why NAME says it of one "
        "name, in that article or, without one, in all of them. --decisions says what each of the editor's decisions "
        "settled.",
    ),
    "link": Help(
        "link the names of a part of the articles into a file, to be merged",
        "For editions that are too large for one machine: each machine links one shard, one of them merges the files "
        "and builds the edition. It is the same as if one had done it all. An article's shard hangs on nothing but the "
        "name of its file. The file of a shard holds all of it that can be read, even if there are problems. Nothing "
        "else is written.",
    ),
    "merge": Help(
        "build the edition from files that `link` has written",
        "What has changed since, and what is in none of the files, is linked here. Files of another version of this "
        "program, and damaged ones, are refused. Merge only files that you trust as you trust this program: what is "
        "in them is run as it is.",
    ),
    "suggest": Help(
        "propose people, organizations and places that the registry does not have",
        "All articles are read; what brings the edition most comes first, each with its other forms, roles and three "
        "sentences as evidence. Nothing enters the registry: that is for you to decide. It needs no model; where spaCy "
        "and a pipeline are installed, --with spacy:NAME counts what they find, too.",
    ),
    "review": Help(
        "open a page in the browser on which to decide on suggestions",
        "Each decision is written at once into entities/, as few lines as it needs, and can be undone. The page is for "
        "this machine alone. Ctrl-C ends it; nothing is lost by that.",
    ),
    "accept": Help(
        "write into the registry what was decided in a file of suggestions",
        "FILE comes from suggest --write. Nothing is written where one of its lines is wrong; accepting it again "
        "changes nothing. The last step can be undone on the page of `review`.",
    ),
    "serve": Help("build, show the site on this machine, build again when a file changes", "Ctrl-C stops it."),
    "schema": Help(
        "print the JSON Schema of the registry, the decisions or the events",
        "Editors' programs complete and check these files with it. After a change of their fields: "
        "build.py schema > entities/schema.json; build.py schema decisions > entities/decisions.schema.json; "
        "build.py schema events > entities/events.schema.json.",
    ),
}


def parser() -> argparse.ArgumentParser:
    """The one parser; `command` is a key of HELP, or None."""
    found = argparse.ArgumentParser(
        prog="build.py",
        description="Turn a folder of articles into a digital edition. Without a command: build all of it into site/.",
        epilog=f"Options may stand before or behind the command. {EXIT_CODES}",
    )
    _add_folders(found, REPOSITORY)
    found.add_argument("--plain", action="store_true", help=PLAIN)
    commands = found.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    for name, help in HELP.items():
        about = f"{help.short[0].upper()}{help.short[1:]}. {help.more}".strip()
        command = commands.add_parser(name, help=help.short, description=about, epilog=EXIT_CODES)
        _add_folders(command, argparse.SUPPRESS)
    for name in ("build", "pages", "serve"):
        commands.choices[name].add_argument("--plain", action="store_true", default=argparse.SUPPRESS, help=PLAIN)
    for name, add in (
        ("new", beginning.options),
        ("import", importing.options),
        ("suggest", suggesting.options),
        ("review", reviewing.options),
        ("accept", accepting.options),
        ("check", upkeep.check_options),
        ("diff", upkeep.diff_options),
    ):
        add(commands.choices[name])
    explain = commands.choices["explain"]
    explain.add_argument("article", nargs="?", metavar="ARTICLE[:LINE]", help="the article, or one line of its file")
    explain.add_argument("--why", metavar="NAME", help="only names with these words in them")
    explain.add_argument("--decisions", action="store_true", help="what each decision of the editor settled, and where")
    schema = commands.choices["schema"]
    schema.add_argument(
        "of", nargs="?", choices=("registry", "decisions", "events"), default="registry", help="default: registry"
    )
    _add_shards(commands.choices["link"], commands.choices["merge"])
    _add_ports(commands.choices)
    return found


def _add_ports(commands: Mapping[str, argparse.ArgumentParser]) -> None:
    for name, default in (("serve", 8000), ("review", 0)):
        what = f"where to look at it: http://127.0.0.1:PORT/ (default: {default or 'a free one'})"
        commands[name].add_argument("--port", type=_port, default=default, help=what)


def _add_shards(link: argparse.ArgumentParser, merge: argparse.ArgumentParser) -> None:
    shard = "the part of the articles to link: 2/4 is the second of four"
    link.add_argument("--shard", type=_shard, required=True, metavar="K/N", help=shard)
    link.add_argument("--output", type=Path, required=True, metavar="FILE", help="the file to write")
    merge.add_argument("files", type=Path, nargs="+", metavar="FILE", help="what `link` has written, in any order")


def _add_folders(parser: argparse.ArgumentParser, edition: Path | str) -> None:
    """The options stand before or behind the command; only the first parser has defaults."""
    other = None if isinstance(edition, Path) else edition
    for name, default, what in (
        ("--edition", edition, "holds articles/, entities/, docs/ and mkdocs.yml (default: the repository)"),
        ("--articles", other, "the articles, where they lie elsewhere"),
        ("--entities", other, "the registry, where it lies elsewhere"),
    ):
        parser.add_argument(name, type=Path, default=default, metavar="DIR", help=what)


def _shard(written: str) -> Shard:
    number, _, count = written.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 0 < int(number) <= int(count)):
        raise argparse.ArgumentTypeError(f"{written!r} is no shard; write K/N, with K from 1 to N, such as 2/4")
    return Shard(int(number), int(count))


def _port(written: str) -> int:
    if not (written.isdecimal() and 0 < int(written) < 65536):
        raise argparse.ArgumentTypeError(f"{written!r} is no port; ports are 1 to 65535")
    return int(written)
