"""The proof of a site: what is kept of the last one changes the time that it takes, and nothing that it finds."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from edition.cores import on_all_cores, shares
from edition.disk import Damaged, Store, stamps
from edition.model import Article, Source
from edition.proof import Promised, Proof, prove_site
from edition.read import read_article

WORDS = ("North", "South", "East")


def article(page: str, word: str) -> Article:
    read, _ = read_article(Source(f"articles/{page}.txt", f"Head\n\n{word} wind.".encode()))
    assert read is not None
    return read


class Edited:
    """A small site on the disk, changed at random: pages and anchors come and go, links change, words are wrong."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.site, self.docs, self.chance = folder / "site", folder / "docs", chance
        self.docs.mkdir(parents=True)
        self.words: dict[str, str] = {}  # what the source of each article says
        self.html: dict[str, str] = {}
        self.written: set[str] = set()
        self.clock = 0
        for name in ("a", "b", "c"):
            self.words[f"articles/{name}/index.html"] = "North"
        for page in ("index.html", "404.html", "people/x/index.html", *self.words):
            self.write(page)

    def write(self, page: str, word: str = "") -> None:
        """A page with some anchors and some links, few of them broken."""
        word = word or self.words.get(page, "")
        anchors = "".join(f'<i id="{id}"></i>' for id in "uvw" if self.chance.random() < 0.9)
        pages = ["", "404.html", "articles/a/", "articles/b/", "articles/c/", "people/x/", "assets/x.css"]
        links = [
            f'<a href="/{self.chance.choice(pages)}{self.chance.choice(["", "", "#u", "#v"])}">x</a>'
            for _ in range(self.chance.randrange(3))
        ]
        block = f'<article><div data-pagefind-body><h1 id="p0">Head</h1><p id="p1">{word} wind.</p></div></article>'
        self.put(page, "<html>" + (block if word else "") + anchors + "".join(links) + "</html>")

    def put(self, file: str, text: str) -> None:
        path = self.site / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)  # a new file, as the build writes it: others may be links to the old one
        path.write_text(text)
        self.clock += 1
        os.utime(path, ns=(self.clock, self.clock))
        self.written.add(file)

    def edit(self) -> None:
        page = f"articles/{self.chance.choice('abc')}/index.html"
        other = self.chance.choice([page, "index.html", "people/x/index.html", "404.html"])
        match self.chance.randrange(7):
            case 0:
                (self.site / other).unlink(missing_ok=True)
            case 1:
                (self.site / page).unlink(missing_ok=True)
                self.words.pop(page, None)
            case 2:  # the source alone: the page that stands is wrong
                self.words[page] = self.chance.choice(WORDS)
            case 3:
                self.words[page] = self.chance.choice(WORDS)
                self.write(page)
            case 4:
                self.put("assets/x.css", "")
            case 5:
                (self.site / "assets/x.css").unlink(missing_ok=True)
            case _:
                self.write(other)

    def promised(self, root: str = "/") -> Promised:
        texts = {page: word.encode() for page, word in self.words.items()}
        return Promised(self.site, self.docs, root, texts, lambda page: article(page.split("/")[1], self.words[page]))

    def proof(self, store: Store | None = None, *, all_of_them: bool = False) -> Proof:
        written = None if all_of_them else frozenset(self.written)
        self.written = set()
        return prove_site(self.promised(), stamps(self.site), store, written)


@pytest.fixture
def site(tmp_path: Path) -> Edited:
    return Edited(tmp_path, Random(1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "kept.sqlite", "1")
    yield made
    made.close()


@pytest.mark.parametrize("seed", range(12))
def test_after_random_edits_the_same_is_found_as_if_every_page_were_read(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    site, store = Edited(tmp_path, chance), Store(tmp_path / "kept.sqlite", "1")
    found = set()
    for _ in range(40):
        for _ in range(chance.randrange(4)):
            site.edit()
        proof = site.proof(store)
        assert proof == site.proof()
        found |= {problem.code for problem in proof.problems}
    assert found == {"E301", "E302", "E303"}
    store.close()


def good(site: Edited) -> Mapping[str, str]:
    """Pages that keep every promise."""
    block = '<article><div data-pagefind-body><h1 id="p0">Head</h1><p id="p1">North wind.</p></div></article>'
    pages = dict.fromkeys(site.words, f'<html>{block}<a href="/people/x/#there">x</a></html>')
    return pages | {"people/x/index.html": '<i id="there"></i>', "index.html": "", "404.html": ""}


def test_an_anchor_that_vanishes_is_missed_by_pages_that_did_not_change(site: Edited, store: Store) -> None:
    for page, text in good(site).items():
        site.put(page, text)
    assert site.proof(store).problems == ()
    site.put("people/x/index.html", '<i id="elsewhere"></i>')
    told = [str(problem) for problem in site.proof(store).problems]
    line = (
        "site/articles/{}/: E302 The link `/people/x/#there` leads nowhere. Fix: correct the page, or the link on it."
    )
    assert told == [line.format(name) for name in "abc"]
    site.put("people/x/index.html", '<i id="there"></i>')
    assert site.proof(store).problems == ()


def test_only_what_changed_is_read(site: Edited, store: Store) -> None:
    for page, text in good(site).items():
        site.put(page, text)
    first = site.proof(store)
    for page in good(site):  # as no build would change it: the same size and time, and not said
        stat = (site.site / page).stat()
        (site.site / page).write_bytes(b"?" * stat.st_size)
        os.utime(site.site / page, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert site.proof(store) == first
    site.written = {"articles/a/index.html"}
    assert [problem.code for problem in site.proof(store).problems] == ["E301"]
    assert [problem.code for problem in site.proof(store, all_of_them=True).problems] == ["E301"] * 3


def test_a_page_is_read_again_where_its_article_says_something_else(site: Edited, store: Store) -> None:
    for page, text in good(site).items():
        site.put(page, text)
    site.proof(store)
    site.words["articles/b/index.html"] = "South"
    for _ in range(2):  # what was wrong once is not kept
        assert [problem.file for problem in site.proof(store).problems] == ["articles/b.txt"]


def test_what_was_kept_for_another_address_of_the_site_is_not_used(site: Edited, store: Store) -> None:
    for page, text in good(site).items():
        site.put(page, text)
    site.proof(store)
    proof = prove_site(site.promised("/base/"), stamps(site.site), store, frozenset())
    assert [problem.code for problem in proof.problems] == ["E302"] * 3


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_store_says_so_or_is_right(tmp_path: Path, seed: int) -> None:
    chance, path = Random(seed), tmp_path / "kept.sqlite"
    site, store = Edited(tmp_path, chance), Store(path, "1")
    site.proof(store)
    store.close()
    data = bytearray(path.read_bytes())
    for _ in range(200):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data[: chance.randrange(len(data))] if seed % 2 else data)
    site.edit()
    written, expected = frozenset(site.written), site.proof()
    try:
        store = Store(path, "1")
        assert prove_site(site.promised(), stamps(site.site), store, written) == expected
    except Damaged:  # then the build begins anew
        store.clear()
    assert site.proof(store) == expected
    store.close()


def test_the_names_of_what_is_searched_change_with_the_words_and_not_with_the_links(site: Edited) -> None:
    for page, text in good(site).items():
        site.put(page, text)
    before = site.proof().searched
    assert before.keys() == site.words.keys()
    site.put("articles/a/index.html", good(site)["articles/a/index.html"].replace("North", '<a id="m">North</a>'))
    assert site.proof().searched == before
    site.put("articles/a/index.html", good(site)["articles/a/index.html"].replace("<div ", '<div data-date="1" '))
    assert {page for page, name in site.proof().searched.items() if name != before[page]} == {"articles/a/index.html"}


def test_the_files_of_the_theme_are_surplus_where_no_page_loads_one(site: Edited, store: Store) -> None:
    for page, text in good(site).items():
        site.put(page, text)
    site.put("assets/stylesheets/main.css", "")
    site.put("assets/images/own.svg", "")
    (site.docs / "assets" / "images").mkdir(parents=True)
    (site.docs / "assets" / "images" / "own.svg").touch()
    assert site.proof(store).surplus == ("assets/stylesheets/main.css",)
    site.put("404.html", '<link href="/assets/stylesheets/main.css">')
    assert site.proof(store).surplus == ()
    assert site.proof(store).surplus == ()


def test_progress_counts_every_page_once(site: Edited, store: Store) -> None:
    told: list[tuple[int, int]] = []
    for written in (None, frozenset({"index.html"})):
        prove_site(site.promised(), stamps(site.site), store, written, lambda *done: told.append(done))
    assert told == [(0, 6), (6, 6), (5, 6), (6, 6)]


def test_work_on_all_cores_comes_back_in_order_and_may_fail() -> None:
    parts = list(range(100))
    assert [sum(share) for share in shares(parts, 30)] == list(on_all_cores(sum, shares(parts, 30)))
    with pytest.raises(ZeroDivisionError):
        list(on_all_cores(lambda share: 1 // (50 - share[0]), shares(parts, 10)))
    assert list(on_all_cores(sum, [])) == []


def test_what_a_killed_process_leaves_is_done_by_this_one() -> None:
    here = os.getpid()

    def work(share: Sequence[int]) -> int:
        if share[0] == 50 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return sum(share)

    parts = list(range(100))
    assert list(on_all_cores(work, shares(parts, 10))) == [sum(share) for share in shares(parts, 10)]
