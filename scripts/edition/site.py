"""The shell around the rendered site: MkDocs, the proof of promises, the search index, publishing. Decides no page."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from edition import accelerator, disk
from edition.addresses import article_page, html_file
from edition.bundling import PagefindFailed, index_site
from edition.disk import Entry, Store, packed
from edition.model import Edition, Problem, Source, digest
from edition.pipeline import Folders
from edition.progress import Advance, Steps
from edition.proof import Promised, Proof, prove_site
from edition.search import FOLDER, article_files

Problems = tuple[Problem, ...]

RENDERED = "rendered"
LONGEST_REPORT = 20  # lines of a failed program that are shown
TITLE = re.compile(rb"^(?:title:|# ).*", re.MULTILINE)


@dataclass(frozen=True)
class Wanted:
    """The site to be built: what it is of, where, and a name for what is in each file below docs/, by path.

    `by_hand` are those of editors; `frame` names all that may change any page, whatever stands in it.
    """

    folders: Folders
    edition: Edition
    files: Mapping[str, bytes]
    by_hand: frozenset[str]
    frame: bytes

    @property
    def state(self) -> str:
        """Two sites of one state have the same bytes."""
        return digest(self.frame, sorted(self.files.items())).hex()


class Rendered(NamedTuple):
    """What the last site was rendered from."""

    state: str
    frame: bytes
    files: Mapping[str, bytes]


def wanted(
    folders: Folders,
    edition: Edition,
    pages: Mapping[str, bytes],
    by_hand: Iterable[Source],
    ground: tuple[str, bytes],
) -> Wanted:
    """The site of these pages and files; `ground` is the program and the settings."""
    found = {one.file.partition("/")[2]: one.data for one in by_hand}
    templates = sorted((name, data) for name, data in found.items() if name.startswith("."))
    titles = sorted((name, TITLE.findall(data)[:1]) for name, data in found.items() if name.endswith(".md"))
    frame = digest(ground, sorted(dates(edition).items()), templates, titles)
    digests = {name: digest(data) for name, data in found.items()}
    return Wanted(folders, edition, {**pages, **digests}, frozenset(digests), frame)


def is_current(folders: Folders, state: str) -> bool:
    """Whether site/ is that of the wanted state, and nobody has changed a file of it since."""
    return disk.is_built(folders.work, folders.site, state)


def build(wanted: Wanted, store: Store, steps: Steps, *, plain: bool) -> Problems:
    """Render docs/, prove the promises, index it, and put it in the place of the last site.

    Only what changed is rendered, read and indexed, where the last site is as it was built. Any problem leaves it so.
    """
    folders = wanted.folders
    new, last = disk.fresh_folder(folders.work / "site"), _last(wanted, store)
    changed = _changed(wanted, last) if last else None
    if changed is not None:
        disk.link_below(folders.site, new, without=[FOLDER])
    with steps.step("rendering", "Rendering pages") as advance:
        if problems := render(wanted, changed, steps, advance, plain=plain):
            return problems
    with steps.step("check", "Checking words and links") as advance:
        proof = prove(wanted, store, changed, advance)
        if proof.problems:
            return proof.problems
    with steps.step("search", "Indexing for search") as advance:
        if problems := index_for_search(wanted, proof, store, folders.site if last else None, advance):
            return problems
    with steps.step("publish", "Putting the new site in its place"):
        disk.publish(new, folders.site)
        disk.note_built(folders.work, folders.site, wanted.state)
        store.put([Entry(RENDERED, b"", packed(Rendered(wanted.state, wanted.frame, wanted.files)))])
    return ()


def _last(wanted: Wanted, store: Store) -> Rendered | None:
    """What the last site was made from, if its pages may stay as they are."""
    found: Rendered | None = store.value(RENDERED)
    is_of_use = found is not None and found.frame == wanted.frame and is_current(wanted.folders, found.state)
    return found if is_of_use else None


def _changed(wanted: Wanted, last: Rendered) -> set[str]:
    """The files below docs/ that came, went or changed, and all pages by hand: they may lead to what went."""
    names = wanted.files.keys() | last.files.keys()
    by_hand = {name for name in wanted.by_hand if name.endswith(".md")}
    return by_hand | {name for name in names if wanted.files.get(name) != last.files.get(name)}


def dates(edition: Edition) -> dict[str, str]:
    """The time that the pages carry: the day of the last article, never the clock's; nothing where none has a date."""
    day = max((one.front.date or "" for one in edition.articles), default="")
    return {"EDITION_DATE": day, "SOURCE_DATE_EPOCH": str(disk.seconds_of(day or "1970-01-01"))}


def render(wanted: Wanted, changed: set[str] | None, steps: Steps, advance: Advance, *, plain: bool) -> Problems:
    """The site in its folder; `plain`: by MkDocs's own command, which gives the same and takes longer."""
    root, new = wanted.folders.root, wanted.folders.work / "site"
    environment = {**os.environ, **dates(wanted.edition), "NO_MKDOCS_2_WARNING": "true"}
    if not plain:
        try:
            return accelerator.render(root, new, environment, changed, advance)
        except accelerator.RefusedError as refused:
            steps.console.print(f"The accelerator is off, and rendering takes longer: {refused}.")
            disk.fresh_folder(new)
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


def prove(wanted: Wanted, store: Store, changed: set[str] | None, advance: Advance) -> Proof:
    """The proof of the new site, which then has no file of the theme that no page loads."""
    edition, new = wanted.edition, wanted.folders.work / "site"
    articles = {html_file(article_page(one.id)): one for one in edition.articles}
    promised = Promised(
        new,
        wanted.folders.docs,
        edition.site.root,
        {page: one.digest for page, one in articles.items()},
        lambda page: edition.archive.annotation(articles[page].id).article,
    )
    written = None if changed is None else {html_file(name) for name in changed}
    proof = prove_site(promised, disk.stamps(new), store, written, advance)
    if not proof.problems:
        for file in proof.surplus:
            (new / file).unlink()
    return proof


def index_for_search(wanted: Wanted, proof: Proof, store: Store, last: Path | None, advance: Advance) -> Problems:
    """The search index, below the new site."""
    try:
        index_site(wanted.folders.work / "site", article_files(wanted.edition), proof.searched, store, last, advance)
    except OSError as error:
        what = f"The search index cannot be written: {error.strerror}."
        return (Problem("E306", "site/", 0, 0, what, "make room, and build again; the last site stands."),)
    except PagefindFailed as error:
        what = f"Pagefind could not index the pages: {error}."
        return (Problem("E306", "site/", 0, 0, what, "see what it says; the last site stands."),)
    return ()
