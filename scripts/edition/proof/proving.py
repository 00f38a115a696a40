"""The proof of a site from the proofs of its pages.

What is kept of a page says all that the proof asks of it: the places it offers and wants as numbers, a name for what is
searched of it, and for the article whose words it was found to show. Whether each link has a target is asked of all
pages each time, of those kept as of those read again, so that it makes no difference which are which.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from edition import disk
from edition.check import Demand, broken_links, changed_words, is_concerned, missing_page, offered, read_page, wanted
from edition.cores import on_all_cores, shares
from edition.disk import Stamp, Store
from edition.model import Article, Problem
from edition.progress import Advance, untold
from edition.proof.keeping import Read, keep, kept
from edition.search import searched

Problems = tuple[Problem, ...]
SHARE = 100  # pages that a core reads at a time
THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


@dataclass(frozen=True)
class Promised:
    """A new site and what it must show.

    `root` is its path on the host. `texts` has for the page of each article, by its path below the site, a name for
    the text: while that stays, so does every word. `article` reads one by its page, in whatever process it is asked.
    """

    site: Path
    docs: Path
    root: str
    texts: Mapping[str, bytes]
    article: Callable[[str], Article]


class Proof(NamedTuple):
    """What was found: problems, a name for what is searched by article page, files of the theme that no page loads."""

    problems: Problems
    searched: Mapping[str, bytes]
    surplus: tuple[str, ...]


def prove_site(
    promised: Promised,
    files: Mapping[str, Stamp],
    store: Store | None = None,
    written: Container[str] | None = None,
    advance: Advance = untold,
) -> Proof:
    """Whether article pages show the words of their sources, and all links have a target.

    `files` are all of the new site. The pages of `written` are known to be new; of the others those are read again that
    the store has not kept with this stamp and text. Where `written` is None, all are.
    """
    before = kept(store) if store else {}
    standing = _standing(promised, files, before, files if written is None else written)
    missing = sorted(file for file in files if file.endswith(".html") and file not in standing)
    pages, problems, total = dict(standing), list[Problem](), len(standing) + len(missing)
    advance(len(pages), total)
    for share in on_all_cores(
        lambda some: [_read(promised, page, files[page]) for page in some], shares(missing, SHARE)
    ):
        pages |= {page: read for page, read, _ in share}
        problems += (problem for _, _, found in share for problem in found)
        advance(len(pages), total)
    if store:
        keep(store, pages, {*missing, *before} - standing.keys())
    problems += (missing_page(promised.article(page)) for page in promised.texts if page not in files)
    demand = Demand(read.wanted for read in pages.values())
    problems += _without_target(promised, files, pages, demand)
    names = {page: pages[page].searched for page in promised.texts if page in pages}
    return Proof(tuple(problems), names, _surplus(promised, files, demand))


def _standing(
    promised: Promised, files: Mapping[str, Stamp], before: Mapping[str, Read], written: Container[str]
) -> dict[str, Read]:
    """Those of the pages that are as they were read, for the same text."""
    return {
        page: read
        for page, read in before.items()
        if page not in written
        and read.stamp == files.get(page)
        and read.root == promised.root
        and read.text == promised.texts.get(page, b"")
    }


def _read(promised: Promised, file: str, stamp: Stamp) -> tuple[str, Read, Problems]:
    """A page, what is to be kept of it, and what of its words is wrong."""
    page, tree = read_page(file, disk.read_bytes(promised.site / file) or b"")
    text = promised.texts.get(file, b"")
    problems = tuple(changed_words(promised.article(file), tree)) if text else ()
    words = blake2b(searched(tree).encode(), digest_size=16).digest() if text else b""
    places = offered(file, page.anchors), wanted(page, promised.root)
    kept_for = b"" if problems else text  # what was wrong is read again
    return file, Read(stamp, promised.root, kept_for, words, *places), problems


def _without_target(
    promised: Promised, files: Mapping[str, Stamp], pages: Mapping[str, Read], demand: Demand
) -> Iterator[Problem]:
    """Every link into the site that leads nowhere: only pages that have one are read again, to say which it is."""
    others = (offered(file) for file in files if file not in pages)
    unmet = demand.unmet(chain((read.offered for read in pages.values()), others))
    concerned = sorted(page for page, read in pages.items() if is_concerned(read.wanted, unmet)) if unmet else []

    def told(share: Sequence[str]) -> list[Problem]:
        return [problem for file in share for problem in _broken(promised, file, unmet)]

    return chain.from_iterable(on_all_cores(told, shares(concerned, SHARE)))


def _broken(promised: Promised, file: str, unmet: frozenset[int]) -> Iterator[Problem]:
    page, _ = read_page(file, disk.read_bytes(promised.site / file) or b"")
    sources = (f"{page.address}index.md", f"{page.address.removesuffix('/')}.md")
    found = (f"docs/{source}" for source in sources if (promised.docs / source).is_file())
    return broken_links(page, promised.root, unmet, next(found, f"site/{page.address}"))


def _surplus(promised: Promised, files: Mapping[str, Stamp], demand: Demand) -> tuple[str, ...]:
    """The theme's own scripts and styles, 1.5 MB, where no page asks for any of them."""
    theirs = [file for file in files if file.startswith(THEME) and not (promised.docs / file).exists()]
    return () if demand.includes_any(theirs) else tuple(theirs)
