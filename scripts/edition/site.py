"""The shell around the rendered site: MkDocs, the proof of promises, the search index, publishing. Decides no page."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from edition import accelerator, disk
from edition.addresses import article_page, html_file
from edition.bundling import write_index
from edition.check import HtmlPage, asked_for, broken_links, changed_words, missing_page, read_page
from edition.model import Edition, Problem
from edition.pipeline import Folders
from edition.progress import Advance, Steps
from edition.search import article_files

Problems = tuple[Problem, ...]

THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
LONGEST_REPORT = 20  # lines of a failed program that are shown


def is_current(folders: Folders, wanted: str) -> bool:
    """Whether site/ is that of the wanted state, and nobody has changed a file of it since."""
    return disk.is_built(folders.work, folders.site, wanted)


def build(folders: Folders, edition: Edition, wanted: str, steps: Steps) -> Problems:
    """Render docs/, prove the promises, index it, and put it in the place of the last site.

    `wanted` is the state that the new site is noted to have. Any problem leaves the last site as it is.
    """
    new, say = disk.fresh_folder(folders.work / "site"), steps.console.print
    work: tuple[tuple[str, str, Callable[[Advance], Problems]], ...] = (
        (
            "rendering",
            "Rendering the pages with MkDocs",
            lambda done: render(folders.root, new, edition, say, done),
        ),
        ("check", "Checking every word and every link", lambda _: prove(new, folders.docs, edition)),
        ("search", "Indexing for search", lambda _: index_for_search(new, edition)),
    )
    for name, what, step in work:
        with steps.step(name, what) as advance:
            problems = step(advance)
        if problems:
            return problems
    with steps.step("publish", "Putting the new site in its place"):
        disk.publish(new, folders.site)
        disk.note_built(folders.work, folders.site, wanted)
    return ()


def _dates(edition: Edition) -> dict[str, str]:
    """The time that the pages carry: the day of the last article, never the clock's; nothing where none has a date."""
    day = max((one.front.date or "" for one in edition.articles), default="")
    return {"EDITION_DATE": day, "SOURCE_DATE_EPOCH": str(disk.seconds_of(day or "1970-01-01"))}


def render(
    root: Path, new: Path, edition: Edition, say: Callable[[str], None], advance: Advance, *, plain: bool = False
) -> Problems:
    """The site in the folder `new`; `plain`: by MkDocs's own command, which gives the same and takes longer."""
    environment = {**os.environ, **_dates(edition), "NO_MKDOCS_2_WARNING": "true"}
    if not plain:
        try:
            return accelerator.render(root, new, environment, advance=advance)
        except accelerator.RefusedError as refused:
            say(f"The accelerator is off, and rendering takes longer: {refused}.")
    command = ["mkdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(new)]
    return _run("E304", command, root, environment)


def _run(code: str, command: list[str], folder: Path, environment: dict[str, str] | None = None) -> Problems:
    """Run a program of this Python; its report is a problem where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return ()
    report = [line for line in (done.stdout + done.stderr).splitlines() if line.strip() and not line.startswith("INFO")]
    what = f"{command[0]} failed with exit code {done.returncode}:\n" + "\n".join(report[-LONGEST_REPORT:]) + "\n"
    return (Problem(code, "mkdocs.yml", 0, 0, what, "mend what it says; the last site stands."),)


def prove(new: Path, docs: Path, edition: Edition) -> Problems:
    """Read each page of the new site once: article pages for their words, all pages for their links."""
    articles = {html_file(article_page(one.id)): one for one in edition.articles}
    pages: list[HtmlPage] = []
    problems: list[Problem] = []
    files = [path.relative_to(new).as_posix() for path in disk.files_below(new)]
    for path in files:
        if path.endswith(".html"):
            page, tree = read_page(path, disk.read_text(new / path))
            pages.append(page)
            if path in articles:
                problems += changed_words(edition.archive.annotation(articles.pop(path).id), tree)
    problems += (missing_page(one) for one in articles.values())
    sources = (path.relative_to(docs).as_posix() for path in disk.files_below(docs) if path.suffix == ".md")
    problems += broken_links(pages, frozenset(files), edition.site.root, sources)
    if not problems:
        _leave_out_the_theme(new, docs, files, asked_for(pages, edition.site.root))
    return tuple(problems)


def _leave_out_the_theme(new: Path, docs: Path, files: list[str], asked: frozenset[str]) -> None:
    """The theme's own scripts and styles, 1.5 MB, are not published where no page asks for any of them."""
    theirs = [path for path in files if path.startswith(THEME) and not (docs / path).exists()]
    if not asked.intersection(theirs):
        for path in theirs:
            (new / path).unlink()


def index_for_search(new: Path, edition: Edition) -> Problems:
    """The search index, below the new site."""
    try:
        write_index(new, article_files(edition))
    except TimeoutError:
        what = "Pagefind left an empty file; the disk may be full."
        return (Problem("E306", "site/", 0, 0, what, "make room, and build again; the last site stands."),)
    except (RuntimeError, FileNotFoundError, ProcessLookupError, EOFError) as error:
        what = f"Pagefind could not index the pages: {error}."
        return (Problem("E306", "site/", 0, 0, what, "see what it says; the last site stands."),)
    return ()
