"""How long an edition takes to build, how that grows, and beside what: measured, and written into docs/about/size.md.

    PYTHONPATH=scripts:tests python bench/build_speed.py [ARTICLES …] [--limit MINUTES]      (`make bench` does it)

For each number of articles an edition is made (made_edition.py), with half as many entities. It is built from nothing,
again with nothing changed, with one article changed, and with one person renamed. Then others render the same pages.
Each run is a process of its own, and the only one: nothing is warmed up, no best of several is taken. Another program
that takes longer than the limit is stopped, and the table says so.
"""

import argparse
import gzip
import json
import platform
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from edition.progress import Step
from edits import change_article, change_nothing, rename_person
from engines import REPOSITORY, Engine, engines
from machine import cores, memory, today
from made_edition import write_edition
from speed_table import Figure, beyond, html_table, recommended, size, terminal_table, text, time_and_memory
from watched import Looks, Run, peak_between, run

PAGE = REPOSITORY / "docs" / "about" / "size.md"
MARKED = re.compile(r"(<!-- measured by `make bench` -->\n).*(<!-- end of what was measured -->)", re.DOTALL)
WORK = REPOSITORY / ".cache" / "bench"
BUILD = REPOSITORY / "scripts" / "build.py"
SIZES = (100, 1000, 10_000)
PAGES = "linking", "pages"  # all that is done before MkDocs
STEPS = {
    PAGES: "Names linked, pages written",
    ("rendering",): "Rendering",
    ("check",): "Check of all words and links",
    ("search",): "Search index",
    ("publish",): "Publishing",
}
EDITS = {
    "Nothing changed": change_nothing,
    "One article changed": change_article,
    "One person renamed": rename_person,
}
GROUPS = ANEW, AGAIN, OTHERS, DISK = "Built from nothing", "Built again", "Only the pages rendered", "On the disk"
WHOLE, SITE = "All steps", "The site"
QUIET = {"SITE_URL": "", "NO_MKDOCS_2_WARNING": "true"}


class Found:
    """The figures so far: by group, row and number of articles."""

    def __init__(self) -> None:
        self.groups: dict[str, dict[str, dict[int, Figure | str]]] = {title: {} for title in GROUPS}
        self.peaks: dict[int, float] = {}  # megabytes, of a build from nothing

    def note(self, group: str, row: str, count: int, figure: Figure | str) -> None:
        self.groups[group].setdefault(row, {})[count] = figure
        print(f"{count:,} articles, {group.lower()}: {row}: {text(figure)}", flush=True)


def read_steps(file: Path) -> list[Step]:
    """What the last build tells of its steps, in their order; nothing where it did none."""
    return [Step(**one) for one in json.loads(file.read_text(encoding="utf-8"))] if file.exists() else []


def together(looks: Looks, steps: Iterable[Step], *names: str) -> Figure | str:
    """The time of the steps of these names, one after the other, and the memory that was held meanwhile."""
    found = [one for one in steps if one.step in names]
    if not found:
        return "–"
    peaks = [peak_between(looks, one.began, one.ended) for one in found]
    return time_and_memory(sum(one.ended - one.began for one in found), max(peaks))


def built(edition: Path) -> tuple[Run, list[Step]]:
    """The edition built as an editor builds it, and its steps."""
    told = edition / ".cache" / "dateline" / "steps.json"
    told.unlink(missing_ok=True)
    done = run([sys.executable, BUILD, "--edition", edition], REPOSITORY, QUIET)
    if done.end != 0:
        sys.exit(f"The build ended with {done.end} and said:\n{done.said}")
    return done, read_steps(told)


def whole(done: Run) -> Figure:
    print(f"  {done.cpu_seconds:.1f} seconds of the processors", flush=True)
    return time_and_memory(done.seconds, done.peak_mb)


def measure_own(found: Found, edition: Path, count: int) -> None:
    """The edition from nothing and after each edit."""
    done, steps = built(edition)
    for names, row in STEPS.items():
        found.note(ANEW, row, count, together(done.looks, steps, *names))
    found.note(ANEW, WHOLE, count, whole(done))
    found.note(OTHERS, "by this program", count, together(done.looks, steps, "rendering"))
    found.peaks[count] = done.peak_mb
    measure_disk(found, edition / "site", count)
    for row, edit in EDITS.items():
        edit(edition)
        done, steps = built(edition)
        if edit is not change_nothing:
            both = together(done.looks, steps, *PAGES, "rendering")
            found.note(AGAIN, f"{row}: pages and rendering", count, both)
        found.note(AGAIN, f"{row}: all steps", count, whole(done))


def measure_disk(found: Found, site: Path, count: int) -> None:
    found.note(DISK, SITE, count, size(bytes_below(site)))
    found.note(DISK, "of which the search index", count, size(bytes_below(site / "pagefind")))
    found.note(DISK, "its largest page", count, size(max(page.stat().st_size for page in site.rglob("*.html"))))
    names = gzip.compress((site / "data" / "names.js").read_bytes(), 6)
    found.note(DISK, "its list of all names, compressed", count, size(len(names)))


def bytes_below(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure_other(found: Found, engine: Engine, edition: Path, count: int, limit: float) -> None:
    """Another program on the pages of the edition."""
    if not engine.version:
        found.note(OTHERS, f"by {engine.name}", count, engine.missing)
        return
    folder = WORK / engine.name
    engine.prepare(edition, folder)
    done = run(engine.command, folder, QUIET, limit)
    if done.end == 0:
        found.note(OTHERS, f"by {engine.name}", count, whole(done))
        found.note(DISK, f"the pages by {engine.name}", count, size(bytes_below(folder / "site")))
    else:
        found.note(OTHERS, f"by {engine.name}", count, done.end if isinstance(done.end, str) else "failed")
        print(done.said[-2000:])
    shutil.rmtree(folder)


def circumstances(others: Iterable[Engine]) -> str:
    """When, on what and with what it was measured."""
    versions = [f"Python {platform.python_version()}", *(f"{one.name} {one.version}" for one in others if one.version)]
    programs = f"{', '.join(versions[:-1])} and {versions[-1]}"
    return f"Measured on {today()} on {cores()} with {memory()}, with {programs}."


def main(counts: Sequence[int], limit: float) -> None:
    """Prints the table and writes it into its place on the page."""
    found, others = Found(), engines()
    for count in counts:
        shutil.rmtree(WORK, ignore_errors=True)
        edition = WORK / f"made-{count}"
        write_edition(edition, count, count // 2)
        measure_own(found, edition, count)
        for engine in others:
            measure_other(found, engine, edition, count, limit)
    shutil.rmtree(WORK)
    said = [beyond(found.groups[DISK][SITE]), recommended(found.peaks), circumstances(others)]
    Console(width=None if sys.stdout.isatty() else 120).print(terminal_table(found.groups, counts), *said, sep="\n")
    table = "\n".join(["", *html_table(found.groups, counts), "", "\n\n".join(filter(None, said)), "", ""])
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MARKED.sub(lambda match: match[1] + table + match[2], page), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=int, default=SIZES)
    parser.add_argument("--limit", type=float, default=15, help="minutes for each of the others")
    options = parser.parse_args()
    main(options.articles, 60 * options.limit)
