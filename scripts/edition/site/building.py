"""A site rendered, proved, indexed, and put in the place of the last one: all of it, or what changed."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from edition import accelerator, disk
from edition.addresses import article_page, html_file
from edition.bundling import PagefindFailed, has_index, index_site, is_indexed, take_index
from edition.disk import Entry, Store, packed
from edition.model import Problem
from edition.pipeline import Folders
from edition.progress import Advance, Steps
from edition.proof import Promised, Proof, prove_site
from edition.search import FOLDER
from edition.site.wanted import Wanted, dates

Problems = tuple[Problem, ...]

RENDERED = "rendered"
LONGEST_REPORT = 20  # lines of a failed program that are shown


class Rendered(NamedTuple):
    """What the last site was rendered from, and which of its files are searched."""

    state: str
    frame: bytes
    files: Mapping[str, bytes]
    searched: tuple[str, ...]


class Built(NamedTuple):
    """What is wrong with a new site; and whether it has, for a while, the search index of the last one."""

    problems: Problems
    is_index_old: bool = False


def is_current(folders: Folders, state: str) -> bool:
    """Whether site/ is that of the wanted state, and nobody has changed a file of it since."""
    return disk.is_built(folders.work, folders.site, state)


def build(wanted: Wanted, store: Store, steps: Steps, *, plain: bool, search_later: bool = False) -> Built:
    """Render docs/, prove the promises, index it, and put it in the place of the last site.

    Only what changed is rendered, read and indexed, where the last site is as it was built. Any problem leaves it so.
    `search_later`: a new index may be left to the next build, which then has nothing else to do.
    """
    folders, last = wanted.folders, _last(wanted.folders, store)
    new, changed = folders.work / "site", _changed(wanted, last) if last else None
    if changed is None:
        disk.fresh_folder(new)
    else:
        disk.link_below(folders.site, new)
    with steps.step("rendering", "Rendering pages") as advance:
        if problems := render(wanted, changed, steps, advance, plain=plain):
            return Built(problems)
    written = None if changed is None else {html_file(name) for name in changed}
    disk.keep_same(new, folders.site, written)
    with steps.step("check", "Checking words and links") as advance:
        proof = prove(wanted, store, written, advance)
        if proof.problems:
            return Built(proof.problems)
    with steps.step("search", "Indexing for search") as advance:
        is_index_old = search_later and take_last_index(wanted, proof, store, last)
        if not is_index_old and (problems := index_for_search(wanted, proof, store, last, advance)):
            return Built(problems)
    with steps.step("publish", "Putting the new site in its place"):
        state = f"{wanted.state}, but for its index" if is_index_old else wanted.state
        disk.publish(new, folders.site)
        disk.note_built(folders.work, folders.site, state)
        store.put([Entry(RENDERED, b"", packed(Rendered(state, wanted.frame, wanted.files, wanted.searched)))])
    return Built((), is_index_old)


def _last(folders: Folders, store: Store) -> Rendered | None:
    """What the last site was made from, where nobody has changed a file of it since."""
    found: Rendered | None = store.value(RENDERED)
    return found if found is not None and is_current(folders, found.state) else None


def _changed(wanted: Wanted, last: Rendered) -> set[str] | None:
    """The files below docs/ that came, went or changed, and all pages by hand: they may lead to what went.

    None where that changed which may change any page.
    """
    if last.frame != wanted.frame:
        return None
    names = wanted.files.keys() | last.files.keys()
    by_hand = {name for name in wanted.by_hand if name.endswith(".md")}
    return by_hand | {name for name in names if wanted.files.get(name) != last.files.get(name)}


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


def prove(wanted: Wanted, store: Store, written: set[str] | None, advance: Advance) -> Proof:
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
    proof = prove_site(promised, disk.stamps(new, [FOLDER]), store, written, advance)
    if not proof.problems:
        for file in proof.surplus:
            (new / file).unlink()
    return proof


def take_last_index(wanted: Wanted, proof: Proof, store: Store, last: Rendered | None) -> bool:
    """Whether the last site has an index that will do for a while. Not where it is the right one, or there is none."""
    before, files = wanted.folders.site, wanted.searched
    if last is None or not has_index(before) or is_indexed(before, files, proof.searched, store):
        return False
    take_index(wanted.folders.work / "site", files, before, last.searched)
    return True


def index_for_search(wanted: Wanted, proof: Proof, store: Store, last: Rendered | None, advance: Advance) -> Problems:
    """The search index, below the new site."""
    new, before = wanted.folders.work / "site", wanted.folders.site if last else None
    try:
        index_site(new, wanted.searched, proof.searched, store, before, advance)
    except OSError as error:
        what = f"The search index cannot be written: {error.strerror}."
        return (Problem("E306", "site/", 0, 0, what, "make room, and build again; the last site stands."),)
    except PagefindFailed as error:
        what = f"Pagefind could not index the pages: {error}."
        return (Problem("E306", "site/", 0, 0, what, "see what it says; the last site stands."),)
    return ()
