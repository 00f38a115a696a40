"""Whether every link of the site has a target, asked of all pages at once. Pure: bytes in, problems out.

A site of ten thousand articles has a million places to lead to and three million links. So a place is a number here,
the sum of 64 bits of a BLAKE2 digest of its address and 64 of its anchor: a broken link is overlooked where its number
is by chance that of another place, once in 10,000,000,000,000 broken links. Pages keep the bytes of their numbers; only
pages with a link that has no target are read again, to say which it is.
"""

from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from edition.check.pages import HtmlPage, address_of
from edition.model import Problem

SIZE = 8  # bytes of a number
ALL_BITS = (1 << 8 * SIZE) - 1
REMEMBERED = 1 << 16  # addresses and anchors: most links lead where another one did
Numbers = NDArray[np.uint64]


def number(address: str, anchor: str = "") -> int:
    """The number of a place."""
    return _of_address(address) + _of_anchor(anchor) & ALL_BITS if anchor else _of_address(address)


@lru_cache(REMEMBERED)
def _of_address(address: str) -> int:
    return _digest(address, b"address")


@lru_cache(REMEMBERED)
def _of_anchor(anchor: str) -> int:
    return _digest(anchor, b"anchor")


def _digest(words: str, of_what: bytes) -> int:
    found = blake2b(words.encode(errors="surrogateescape"), digest_size=SIZE, person=of_what).digest()
    return int.from_bytes(found, "little")


def offered(file: str, anchors: Iterable[str] = ()) -> bytes:
    """The numbers of all places in a file of the site: its path, and, of a page, its address and anchors."""
    if not file.endswith(".html"):
        return _together([number(file)])
    where = address_of(file)
    return _together([number(file), number(where), *(number(where, anchor) for anchor in anchors)])


def wanted(page: HtmlPage, root: str) -> bytes:
    """The numbers of all places to which a page leads, or which it loads, but for those of its own that there are."""
    own, anchors = page.address, page.anchors | {""}
    places = (_asked(where, anchor) for _, where, anchor in page.targets(root) if where != own or anchor not in anchors)
    return _together(dict.fromkeys(places))


def _asked(where: str, anchor: str) -> int:
    """The number of a target. Only pages have anchors: in any other file every anchor is one."""
    is_page = not where or where.endswith("/") or (where.endswith(".html") and address_of(where) == where)
    return number(where, anchor if is_page else "")


def _together(numbers: Iterable[int]) -> bytes:
    return np.fromiter(numbers, "<u8").tobytes()


class Demand:
    """All places to which the pages of a site lead, by their numbers."""

    def __init__(self, wanted: Iterable[bytes]) -> None:
        self.numbers = _sorted(wanted)

    def unmet(self, offered: Iterable[bytes]) -> frozenset[int]:
        """The numbers of those that are not offered."""
        return frozenset(self.numbers[~_among(self.numbers, _sorted(offered))].tolist())

    def includes_any(self, files: Iterable[str]) -> bool:
        """Whether a page leads to one of the files, or loads it."""
        return bool(_among(_sorted([_together(map(number, files))]), self.numbers).any())


def _sorted(numbers: Iterable[bytes]) -> Numbers:
    return np.sort(np.frombuffer(b"".join(numbers), dtype="<u8"))


def _among(numbers: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """For each number whether it is one of the others, which are sorted."""
    if not others.size:
        return np.zeros(numbers.size, dtype=bool)
    places = np.minimum(np.searchsorted(others, numbers), others.size - 1)
    return np.asarray(others[places] == numbers)


def is_concerned(wanted: bytes, unmet: Set[int]) -> bool:
    """Whether a page that wants these places leads to one of the unmet."""
    return not unmet.isdisjoint(np.frombuffer(wanted, "<u8").tolist())


def broken_links(page: HtmlPage, root: str, unmet: Set[int], place: str) -> Iterator[Problem]:
    """The links of the page that have no target; `place` is the page as the editor knows it."""
    for link, where, anchor in page.targets(root):
        if _asked(where, anchor) in unmet:
            what = f"The link `{link}` leads nowhere."
            yield Problem("E302", place, 0, 0, what, "correct the page, or the link on it.")
