"""Pages made and written: only those whose grounds have changed, many of them on all cores at once."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from edition import disk
from edition.cores import as_they_end, shares
from edition.disk import Entry, Stamp, Store, packed
from edition.index import index
from edition.model import Edition, digest
from edition.progress import Advance
from edition.render import Order, orders

MADE = "made"
# With fewer orders, starting the processes takes longer than they save.
ENOUGH_FOR_ALL_CORES, SHARE = 20, 20


class Written(NamedTuple):
    """A file below docs/ as the build left it: how to tell that nobody touched it, and a name for what is in it."""

    stamp: Stamp
    digest: bytes


class Made(NamedTuple):
    """An order that was carried out: what it depended on, and its files by path."""

    depends: bytes
    files: Mapping[str, Written]


def made_before(store: Store) -> Mapping[str, Made]:
    """By name, the orders that earlier builds carried out."""
    return {name.decode(): one for name, one in store.all(MADE).items()}


def stamps_of(made: Mapping[str, Made]) -> dict[str, Stamp]:
    """How the build left its files, by their paths."""
    return {path: one.stamp for order in made.values() for path, one in order.files.items()}


class Pages(NamedTuple):
    """All pages on the disk: a name for what is in each, by path; and what now lies in the folders of the build."""

    digests: Mapping[str, bytes]
    stamps: Mapping[str, Stamp]


def make_pages(
    edition: Edition,
    docs: Path,
    found: Mapping[str, Stamp],
    before: Mapping[str, Made],
    store: Store,
    advance: Advance,
) -> Pages:
    """Write the pages that changed, and remove those that are no more.

    `found` is what lies in the folders of the build, `before` what earlier builds made. `advance` is told how many
    orders of how many are done.
    """
    wanted = list(orders(edition, index(edition)))
    made = {one.name: old for one in wanted if (old := before.get(one.name)) and _stands(one, old, found)}
    missing = [one for one in wanted if one.name not in made]
    disk.refuse_to_overwrite(docs, (one.name for one in missing))
    advance(len(made), len(wanted))
    size = min(len(missing) // ENOUGH_FOR_ALL_CORES, SHARE) or ENOUGH_FOR_ALL_CORES
    for _, fresh in as_they_end(lambda some: carried_out(some, docs), shares(missing, size)):
        store.put(Entry(MADE, name.encode(), packed(one)) for name, one in fresh.items())
        made |= fresh
        advance(len(made), len(wanted))
    store.drop(MADE, (name.encode() for name in before.keys() - made.keys()))
    files = {path: one for order in made.values() for path, one in order.files.items()}
    untouched = {path for path, one in stamps_of(before).items() if found.get(path) == one}
    stale = disk.remove_stale(docs, found, files.keys(), untouched)
    stamps = {path: stamp for path, stamp in found.items() if path not in stale}
    return Pages(
        {path: one.digest for path, one in files.items()}, stamps | {path: one.stamp for path, one in files.items()}
    )


def _stands(order: Order, old: Made, found: Mapping[str, Stamp]) -> bool:
    """Whether all files of an order are on the disk as they would be written again; of none, nobody can say."""
    is_there = old.files and all(found.get(path) == one.stamp for path, one in old.files.items())
    return bool(is_there and old.depends == order.depends)


def carried_out(some: Sequence[Order], docs: Path) -> dict[str, Made]:
    """These orders by name, their pages written."""
    made: dict[str, Made] = {}
    for order in some:
        stamps = ((page, disk.write_page(docs, page)) for page in order.make())
        files = {page.path: Written(stamp, digest(page.data)) for page, stamp in stamps if stamp}
        made[order.name] = Made(order.depends, files)
    return made
