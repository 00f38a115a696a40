"""The search index of a site: articles in the order of their addresses, whatever that of the disk or of the dates."""

import base64
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from edition import disk
from edition.bundling.service import Pagefind
from edition.cores import on_all_cores, shares
from edition.disk import Entry, Store, packed
from edition.progress import Advance, untold
from edition.search import (
    ENTRY,
    EXCLUDED,
    FOLDER,
    FRAGMENTS,
    fragments_script,
    index_name,
    is_surplus,
    page_of,
    rearranged,
    searched,
)

PART = "index"  # of the store
SHARE = 50  # pages that a core makes ready at a time


def index_site(
    site: Path,
    files: Sequence[str],
    searched: Mapping[str, bytes],
    store: Store | None = None,
    last: Path | None = None,
    advance: Advance = untold,
) -> int:
    """Make the index of these files, or take the last one where nothing that is searched has changed since.

    `searched` names what is searched of each file; `last` is the last site, if nobody has changed a file of it since it
    was built. The bytes of memory that Pagefind took; 0 where it was not asked.
    """
    name = index_name(files, searched)
    if store and last and is_indexed(last, files, searched, store):
        disk.link_below(last / FOLDER, site / FOLDER)
        advance(len(files), len(files))
        return 0
    peak = write_index(site, files, advance)
    if store:
        _keep(store, name, _seal(site))
    return peak


def is_indexed(last: Path, files: Sequence[str], searched: Mapping[str, bytes], store: Store) -> bool:
    """Whether the index of the last site is one of these files, and of what is searched of each now."""
    return has_index(last) and _seal(last) == store.value(PART, index_name(files, searched).encode())


def has_index(site: Path) -> bool:
    return bool(_seal(site))


def take_index(site: Path, files: Sequence[str], last: Path, before: Sequence[str]) -> None:
    """Give the site, for a while, the index of the last one, which is of the files `before`."""
    disk.link_below(last / FOLDER, site / FOLDER)
    disk.write_changed(site / FRAGMENTS, rearranged(disk.read_text(last / FRAGMENTS), before, files).encode())


def _seal(site: Path) -> str:
    """A name for the index of a site; empty where it has none."""
    parts = [disk.read_bytes(site / file) or b"" for file in (ENTRY, FRAGMENTS)]
    return sha256(b"\0".join(parts)).hexdigest() if all(parts) else ""


def _keep(store: Store, name: str, seal: str) -> None:
    """The store then has no other."""
    store.drop(PART, store.keys(PART))
    store.put([Entry(PART, name.encode(), packed(seal))])


def write_index(site: Path, files: Sequence[str], advance: Advance = untold) -> int:
    """The index of these files and the list of its fragments, below the site; the bytes of memory that it took.

    PagefindFailed where it fails, OSError where the index cannot be written.
    """
    with Pagefind() as pagefind:
        pagefind.ask("NewIndex", config={"exclude_selectors": EXCLUDED})
        given = 0
        for share in on_all_cores(lambda some: [_ready(site, file) for file in some], shares(sorted(files), SHARE)):
            for file, html in share:
                pagefind.add(file, html)
            given += len(share)
            advance(given, len(files))
        made = pagefind.ask("GetFiles", index_id=0)["files"]
        peak = pagefind.peak()
    _write(site, files, {file["path"]: base64.b64decode(file["content"]) for file in made})
    return peak


def _ready(site: Path, file: str) -> tuple[str, str]:
    """What Pagefind is given of a page."""
    return file, searched(LexborHTMLParser(disk.read_bytes(site / file) or b""))


def _write(site: Path, files: Sequence[str], made: Mapping[str, bytes]) -> None:
    folder = disk.fresh_folder(site / FOLDER)
    entry = made["pagefind-entry.json"].decode()
    for path, data in sorted(made.items()):
        if not is_surplus(PurePosixPath(path).name, entry):
            disk.write_new(folder / path, data)
    fragments = {PurePosixPath(path).stem: data for path, data in made.items() if path.startswith("fragment/")}
    ids = {page_of(data): id for id, data in fragments.items()}
    disk.write_new(site / FRAGMENTS, fragments_script(files, ids).encode())
