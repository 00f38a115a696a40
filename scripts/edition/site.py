"""The shell around the rendered site: MkDocs, the proof of promises, the search index, publishing. Decides no page."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from edition import disk
from edition.addresses import article_page, html_file
from edition.bundling import PagefindFailed, index_site
from edition.model import Edition, Problem
from edition.pipeline import Folders
from edition.progress import Advance, Steps, untold
from edition.proof import Promised, Proof, prove_site
from edition.search import article_files

Problems = tuple[Problem, ...]

LONGEST_REPORT = 20  # lines of a failed program that are shown


def is_current(folders: Folders, wanted: str) -> bool:
    """Whether site/ is that of the wanted state, and nobody has changed a file of it since."""
    return disk.is_built(folders.work, folders.site, wanted)


def build(folders: Folders, edition: Edition, wanted: str, steps: Steps) -> Problems:
    """Render docs/, prove the promises, index it, and put it in the place of the last site.

    `wanted` is the state that the new site is noted to have. Any problem leaves the last site as it is.
    """
    new = disk.fresh_folder(folders.work / "site")
    with steps.step("rendering", "Rendering the pages with MkDocs"):
        if problems := render(folders.root, new, edition):
            return problems
    with steps.step("check", "Checking every word and every link") as advance:
        proof = prove(new, folders.docs, edition, advance)
        if proof.problems:
            return proof.problems
    with steps.step("search", "Indexing for search") as advance:
        if problems := index_for_search(new, article_files(edition), proof.searched, advance):
            return problems
    with steps.step("publish", "Putting the new site in its place"):
        disk.publish(new, folders.site)
        disk.note_built(folders.work, folders.site, wanted)
    return ()


def _dates(edition: Edition) -> dict[str, str]:
    """The time that the pages carry: the day of the last article, never the clock's; nothing where none has a date."""
    day = max((one.front.date or "" for one in edition.articles), default="")
    return {"EDITION_DATE": day, "SOURCE_DATE_EPOCH": str(disk.seconds_of(day or "1970-01-01"))}


def render(root: Path, new: Path, edition: Edition) -> Problems:
    environment = {**os.environ, **_dates(edition), "NO_MKDOCS_2_WARNING": "true"}
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


def prove(new: Path, docs: Path, edition: Edition, advance: Advance = untold) -> Proof:
    """The proof of the new site, which then has no file of the theme that no page loads."""
    articles = {html_file(article_page(one.id)): one for one in edition.articles}
    names = {page: one.digest for page, one in articles.items()}
    promised = Promised(
        new, docs, edition.site.root, names, lambda page: edition.archive.annotation(articles[page].id).article
    )
    proof = prove_site(promised, disk.stamps(new), advance=advance)
    if not proof.problems:
        for file in proof.surplus:
            (new / file).unlink()
    return proof


def index_for_search(
    new: Path, files: Sequence[str], searched: Mapping[str, bytes], advance: Advance = untold
) -> Problems:
    """The search index, below the new site."""
    try:
        index_site(new, files, searched, advance=advance)
    except OSError as error:
        what = f"The search index cannot be written: {error.strerror}."
        return (Problem("E306", "site/", 0, 0, what, "make room, and build again; the last site stands."),)
    except PagefindFailed as error:
        what = f"Pagefind could not index the pages: {error}."
        return (Problem("E306", "site/", 0, 0, what, "see what it says; the last site stands."),)
    return ()
