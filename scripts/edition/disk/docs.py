"""docs/ as the build leaves it: its own pages as they must be, everything else as it was."""

import errno
import os
from collections.abc import Collection, Iterable
from pathlib import Path

from edition.addresses import OWN_DATA, OWN_FILES, OWN_FOLDERS, ROBOTS
from edition.disk.files import UNFINISHED, Stamp, remove, stamp, stamps, write_changed
from edition.model import Page

MARK = b"generated: true"  # a line in the front matter of every page that the build writes
LONGEST_HEADER = 1 << 14  # bytes; nearly all are shorter
COMMENT = b"# " + MARK  # the same where a file has no front matter: its first line


def write_page(docs: Path, page: Page) -> Stamp | None:
    """The page on the disk; None where an editor wrote a home page or robots.txt, which stay as they are.

    Any other file of theirs in the place of a page is an error: it would be lost.
    """
    path = docs / page.path
    if page.path in OWN_FILES and is_hand_written(path):
        return None
    refuse_to_overwrite(docs, [page.path])
    write_changed(path, page.data)
    return stamp(path)


def refuse_to_overwrite(docs: Path, pages: Iterable[str]) -> None:
    """An error where a page that an editor wrote stands in the place of one of these."""
    for name in pages:
        if name.endswith(".md") and name not in OWN_FILES and is_hand_written(docs / name):
            raise OSError(errno.EEXIST, "The build did not write this file, and would now", str(docs / name))


def own_files(docs: Path) -> dict[str, Stamp]:
    """All files in the folders of the build, and what one that was killed left unfinished, by their paths."""
    found: dict[str, Stamp] = {}
    for folder in OWN_FOLDERS:
        if (docs / folder).is_symlink():
            what = "It is a link, and the build writes only into folders of its own"
            raise OSError(errno.EEXIST, what, str(docs / folder))
        if (docs / folder).exists() and not (docs / folder).is_dir():
            raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), str(docs / folder))
        found |= {f"{folder}/{name}": one for name, one in stamps(docs / folder).items()}
    files = [docs / name for name in OWN_FILES if (docs / name).is_file()] + list(docs.glob(f"{UNFINISHED}*"))
    return found | {path.name: stamp(path) for path in files}


def remove_stale(docs: Path, found: Iterable[str], wanted: Collection[str], known: Collection[str] = ()) -> set[str]:
    """Remove what the build wrote once and writes no more; their paths. It is known to have written `known`."""
    own = {*known, *OWN_DATA}
    stale = sorted(name for name in found if name not in wanted and (name in own or _is_own(docs / name)))
    for name in stale:
        remove(docs, name)
    return set(stale)


def _is_own(path: Path) -> bool:
    if path.name.startswith(UNFINISHED):
        return True
    return path.suffix == ".md" and is_generated(path)


def is_hand_written(path: Path) -> bool:
    """Whether an editor wrote the page."""
    return path.is_file() and not is_generated(path)


def is_generated(path: Path) -> bool:
    """Whether the mark of the build stands in the front matter of the page, or opens robots.txt."""
    text = _beginning(path) if path.is_file() else b""
    if path.name == ROBOTS:
        return text.startswith(COMMENT + b"\n")
    header, end, _ = text.partition(b"\n---\n")
    return header.startswith(b"---\n") and bool(end) and MARK in header.splitlines()


def _beginning(path: Path) -> bytes:
    """The text down to the end of its front matter, and maybe more: pages are long, and there are many of them."""
    with path.open("rb") as file:
        text = file.read(LONGEST_HEADER).replace(b"\r\n", b"\n")
        return text if b"\n---\n" in text else (text + file.read()).replace(b"\r\n", b"\n")


def hand_written(docs: Path) -> dict[str, Stamp]:
    """What editors wrote into docs/ beside the folders of the build."""
    own = {name for name in OWN_FILES if not is_hand_written(docs / name)}
    found = stamps(docs, OWN_FOLDERS)
    return {name: one for name, one in found.items() if name not in own and not name.startswith(UNFINISHED)}
