"""docs/ as the build leaves it: its own pages as they must be, everything else as it was."""

import errno
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from edition.addresses import OWN_DATA, OWN_FILES, OWN_FOLDERS, ROBOTS
from edition.disk.files import UNFINISHED, write_changed
from edition.model import Page

MARK = b"generated: true"  # a line in the front matter of every page that the build writes
COMMENT = b"# " + MARK  # the same where a file has no front matter: its first line


def sync(docs: Path, pages: Iterable[Page]) -> tuple[int, int]:
    """Write the pages that changed, remove those that are no more; how many of each. Nothing else is touched.

    A home page or robots.txt that an editor wrote by hand stays as it is. Any other file of theirs in the place of a
    page is an error, before anything is written: it would be lost.
    """
    wanted = {page.path: page.data for page in pages}
    for name in OWN_FILES:
        if is_hand_written(docs / name):
            wanted.pop(name, None)
    own = list(_own_files(docs))
    for page in sorted(wanted):
        if page.endswith(".md") and is_hand_written(docs / page):
            raise OSError(errno.EEXIST, "The build did not write this file, and would now", str(docs / page))
    written = sum(write_changed(docs / page, data) for page, data in sorted(wanted.items()))
    stale = [path for path in own if path.relative_to(docs).as_posix() not in wanted]
    for path in stale:
        path.unlink()
        for folder in path.relative_to(docs).parents:
            with suppress(OSError):  # the folder holds other files
                (docs / folder).rmdir()
    return written, len(stale)


def is_hand_written(path: Path) -> bool:
    """Whether an editor wrote the page."""
    return path.is_file() and not is_generated(path)


def is_generated(path: Path) -> bool:
    """Whether the mark of the build stands in the front matter of the page, or opens robots.txt."""
    text = path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else b""
    if path.name == ROBOTS:
        return text.startswith(COMMENT + b"\n")
    header, end, _ = text.partition(b"\n---\n")
    return header.startswith(b"---\n") and bool(end) and MARK in header.splitlines()


def _own_files(docs: Path) -> Iterator[Path]:
    """Pages and data that a build wrote, and what one that was killed left unfinished."""
    for folder in OWN_FOLDERS:
        if (docs / folder).is_symlink():
            what = "It is a link, and the build writes only into folders of its own"
            raise OSError(errno.EEXIST, what, str(docs / folder))
        yield from (path for path in sorted((docs / folder).rglob("*.md")) if is_generated(path))
        yield from sorted((docs / folder).rglob(f"{UNFINISHED}*"))
    yield from (docs / name for name in OWN_DATA if (docs / name).is_file())
    yield from sorted(docs.glob(f"{UNFINISHED}*"))


def hand_written(docs: Path) -> list[Path]:
    """What an editor wrote into docs/: all but the folders of the build, and the files there that are the build's."""
    paths = sorted(docs.iterdir()) if docs.is_dir() else []
    return [
        path for path in paths if path.name not in OWN_FOLDERS and (path.name not in OWN_FILES or is_hand_written(path))
    ]
