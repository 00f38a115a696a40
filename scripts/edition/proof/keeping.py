"""What the store keeps of pages that were read, on shelves: one value a page would cost more than reading it saves."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from zlib import crc32

from edition.disk import Entry, Stamp, Store, packed

PART = "page"  # of the store
SHELVES = 256


class Read(NamedTuple):
    """What is kept of a page that was read, and what it was read for: `root`, the path of the site, and `text`.

    `text` and `searched` are names for the words that it was found to show and for what Pagefind is given of it; both
    are empty for a page that is no article's. The others are the numbers of the places that it offers and wants.
    """

    stamp: Stamp
    root: str
    text: bytes
    searched: bytes
    offered: bytes
    wanted: bytes


def kept(store: Store) -> dict[str, Read]:
    """All that the store has, by page."""
    shelves = store.all(PART).values()
    return {page: Read(Stamp(*stamp), *rest) for shelf in shelves for page, (stamp, *rest) in shelf.items()}


def keep(store: Store, pages: Mapping[str, Read], changed: Iterable[str]) -> None:
    """The store then has these pages; `changed` are those of them that it has not, and those that it has too many."""
    shelves: dict[int, dict[str, tuple[object, ...]]] = {_shelf(page): {} for page in changed}
    for page, read in pages.items():
        shelf = shelves.get(_shelf(page))
        if shelf is not None:
            shelf[page] = (tuple(read.stamp), *read[1:])
    store.put(Entry(PART, bytes([number]), packed(shelf)) for number, shelf in sorted(shelves.items()))


def _shelf(page: str) -> int:
    return crc32(page.encode(errors="surrogateescape")) % SHELVES
