"""Bad input, whole: hostile content is shown as written, a failed or stopped build leaves the last site as it was."""

import json
import os
import resource
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from edition.addresses import OWN_FOLDERS
from hostile import ARTICLES, MARKUP, NAMED, hostile_edition
from making import ARTICLE, build, command, contents, edition, hear


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = hostile_edition(tmp_path_factory.mktemp("bad") / "edition")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def tree(site: Path, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def words(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text(deep=True).split(" "))


def one_space(text: str) -> str:
    return " ".join(text.split())


def test_every_line_of_a_hostile_text_is_shown_as_written(hostile: Path) -> None:
    page = tree(hostile, "articles/hostile")
    lines = [line.strip() for line in ARTICLES["hostile.txt"].split("\n\n")]
    assert [one_space(words(page.css_first(f"#p{number}"))) for number in range(len(lines))] == [*map(one_space, lines)]


def test_a_long_line_is_shown_whole(hostile: Path) -> None:
    page = tree(hostile, "articles/long")
    assert words(page.css_first("#p1")) == "x" * 1_000_000
    assert words(page.css_first("#p2")).split() == ["word"] * 200_000 + ["Kim", "Jong", "Un."]


@pytest.mark.parametrize(
    ("address", "times"),
    [
        pytest.param("articles/fields", 7, id="title, publisher, author, rights, summary, note and text"),
        pytest.param("people/kim", 4, id="alias, description, name in another language, role"),
        pytest.param("people/markup", 1, id="name"),
        pytest.param("organizations/firm", 2, id="description, and the role of another"),
        pytest.param("articles", 1, id="titles in the list of articles"),
        pytest.param("people", 2, id="names and roles in the list of people"),
        pytest.param("", 1, id="titles and names on the home page"),
    ],
)
def test_every_field_is_shown_as_written(hostile: Path, address: str, times: int) -> None:
    assert one_space(words(tree(hostile, address).css_first("article"))).count(one_space(MARKUP)) >= times


def test_titles_are_words_for_browsers_too(hostile: Path) -> None:
    for address, title in (("articles/number", "2020"), ("articles/yes", "yes"), ("people/markup", MARKUP)):
        assert words(tree(hostile, address).css_first("title")).startswith(f"{title} ")


DATA = "[type='application/ld+json']"
OURS = {"cite", "reasons", "facts", "overview", "timeline", "front", "wide-table"}  # what the build itself makes so


def is_ours(node: LexborNode | None) -> bool:
    """Whether an element is a part of what the build makes, where Markdown has no words for it."""
    return node is not None and (not OURS.isdisjoint(str(node.attributes.get("class")).split()) or is_ours(node.parent))


def opens_a_line(node: LexborNode) -> bool:
    """Whether it is what stands before the keyword of a concordance: the first in its line, with words alone in it."""
    is_first = node.tag == "i" and node.parent is not None and node.prev is None and node.parent.tag == "li"
    return is_first and all(one.tag == "-text" for one in node.iter(include_text=True))


def test_nothing_of_it_runs_and_nothing_of_it_is_an_element(hostile: Path) -> None:
    for file in sorted(hostile.rglob("*.html")):
        page = LexborHTMLParser(file.read_text(encoding="utf-8"))
        assert not [
            script for script in page.css("script:not([type='application/ld+json'])") if script.text().strip()
        ], file
        assert not [data for data in page.css("script[type='application/ld+json']") if "<" in data.text()], file
        assert not page.css("[onerror], iframe, img[src=x], [href^='javascript:']"), file
        if file.relative_to(hostile).parts[0] in OWN_FOLDERS:
            assert not page.css("article script, article img, article blockquote"), file
            assert all(
                is_ours(node) or opens_a_line(node) for node in page.css("article :is(b, i, pre, table, ol, dl)")
            ), file


@pytest.mark.parametrize(("name", "id"), NAMED.items())
def test_any_name_of_a_file_has_an_address(hostile: Path, name: str, id: str) -> None:
    assert words(tree(hostile, f"articles/{id}").css_first("#p0")) == f"Headline of {id}"
    hrefs = [str(node.attributes.get("href")) for node in tree(hostile, "articles").css("article a")]
    assert [href for href in hrefs if href.endswith("/")]


def test_an_address_with_quotation_marks_stays_one_address(hostile: Path) -> None:
    [source] = [node for node in tree(hostile, "articles/fields").css("article a") if words(node) == "Source"]
    assert source.attributes["href"] == "https://x.org/?a=1&b=%5B2%5D%283%29%22%3E%3Cscript%3Ealert%281%29%3C/script%3E"


def test_five_megabytes_are_read_and_linked(tmp_path: Path) -> None:
    paragraph = "It was a long day, and nobody in the whole town had anything to say of it. " * 12
    count = 5_000_000 // len(paragraph)
    text = "Head\n" + "".join(f"Kim Jong Un came to Seoul. {paragraph.strip()}\n" for _ in range(count))
    done = build(edition(tmp_path / "edition", {"big.txt": text}), "annotate", timeout=120)
    mentions = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(mentions) == 2 * count
    assert text[mentions[-1]["start"] : mentions[-1]["end"]] == "Seoul"


# What stops a build, and leaves the last site as it was.


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = edition(tmp_path_factory.mktemp("good") / "edition")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghijklmnop"))


@pytest.mark.parametrize(
    ("file", "data", "told"),
    [
        pytest.param("articles/a.txt", "Café".encode("cp1252"), "articles/a.txt:1:4: E101 Byte 4", id="not UTF-8"),
        pytest.param("articles/a.txt", "Head".encode("utf-16"), "the file looks like UTF-16", id="UTF-16"),
        pytest.param("articles/a.txt", b"", "articles/a.txt:1:1: E106", id="an empty file"),
        pytest.param("articles/a.txt", b"---\ntitle: x", "articles/a.txt:1:1: E105", id="front matter without end"),
        pytest.param("articles/a.txt", b"---\n- x\n---\nHead", "articles/a.txt:2:1: E105", id="front matter: a list"),
        pytest.param("articles/a.txt", b"---\ndate: soon\n---\nHead", "articles/a.txt:2:7: E104", id="a wrong date"),
        pytest.param("articles/NEWS.txt", ARTICLE.encode(), "articles/news.txt: E108", id="two articles with one id"),
        pytest.param("articles/index.txt", ARTICLE.encode(), "articles/index.txt: E114", id="the id of the list"),
        pytest.param("articles/a.txt", b"He\0ad", "articles/a.txt:1:3: E109 U+0000", id="a control character"),
        pytest.param("entities/people.yml", BOMB.encode(), "entities/people.yml:2:8: E102 `*a`", id="a YAML bomb"),
        pytest.param("entities/people.yml", b"a: " + b"[" * 500_000, "E102 Nested deeper than 20", id="a YAML tower"),
        pytest.param("entities/places.yml", b"\xff\xfe", "entities/places.yml:1:1: E101", id="a registry in UTF-16"),
        pytest.param("docs/about/note.md", b"Caf\xe9", "docs/about/note.md:1:4: E101", id="a page that is not UTF-8"),
        pytest.param("mkdocs.yml", b"site_name: [x", "mkdocs.yml:2:1: E102", id="settings that do not parse"),
        pytest.param("mkdocs.yml", b"site_name: x\nsite_url: http://[1\n", "mkdocs.yml:2:11: E104", id="an address"),
        pytest.param("mkdocs.yml", b"site_name: x\nextra: {links: al}", "mkdocs.yml:2:16: E104 `links`", id="links"),
    ],
)
def test_what_is_wrong_is_told_and_the_last_site_stands(good: Path, file: str, data: bytes, told: str) -> None:
    before = contents(good)
    (good / file).write_bytes(data)
    done = build(good)
    (good / file).unlink()
    for path in before.keys() & {file}:
        (good / path).write_bytes(before[path])
    assert done.returncode == 1
    assert told in done.stderr
    assert contents(good) == before


def test_a_link_out_of_the_folder_is_not_followed(good: Path) -> None:
    before = contents(good)
    (good.parent / "secret.txt").write_text("Secret\n\nNobody may read this.")
    (good / "articles/a.txt").symlink_to(good.parent / "secret.txt")
    done = build(good)
    (good / "articles/a.txt").unlink()
    assert done.returncode == 1
    assert "articles/a.txt: E110 The link leads out of the folder." in done.stderr
    assert contents(good) == before


def test_without_articles_nothing_is_lost(good: Path) -> None:
    before = contents(good)
    (good / "articles").rename(good / "moved")
    done = build(good)
    (good / "moved").rename(good / "articles")
    assert done.returncode == 1
    assert "articles/: E111 There are no articles." in done.stderr
    assert contents(good) == before


def test_once_all_that_is_mended_the_same_site_is_built(good: Path) -> None:
    before = contents(good)
    assert build(good).returncode == 0
    shutil.rmtree(good / "site")
    assert build(good).returncode == 0
    assert contents(good / "site") == {path[5:]: data for path, data in before.items() if path.startswith("site/")}


@pytest.fixture
def changed(good: Path) -> Iterator[Path]:
    """The good edition with one more article, so that there is something to write."""
    (good / "articles/more.txt").write_text("More\n\n" + "Nobody was there to see it. " * 1000)
    yield good
    (good / "articles/more.txt").unlink()
    done = build(good)
    assert done.returncode == 0, done.stderr
    assert not [path for path in good.rglob("*") if path.name.startswith((".writing-", ".site."))]


def largest(size: int) -> Callable[[], None]:
    """What limits the files of a program, as a full disk does; runs as root too."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize(
    ("size", "told"),
    [
        pytest.param(
            20_000, "kept.sqlite: E305 No space left on device. Fix: make room on the disk", id="what is kept"
        ),
        pytest.param(600_000, "File too large", id="the site, whose theme has larger files"),
    ],
)
def test_a_full_disk_leaves_the_last_site(changed: Path, size: int, told: str) -> None:
    before = contents(changed / "site")
    done = build(changed, preexec_fn=largest(size))
    assert done.returncode == 1
    assert told in done.stderr
    assert contents(changed / "site") == before


@pytest.mark.parametrize(
    ("place", "told"),
    [
        pytest.param("docs/people", "docs/people: E305 File exists. Fix: move it away", id="pages"),
        pytest.param("site", "site: E305 It is no folder, and the build would replace it. Fix: move", id="site"),
        pytest.param(".cache", "E305 Not a directory. Fix: move away the file that stands where a folder", id="cache"),
    ],
)
def test_a_file_where_a_folder_must_be_is_not_overwritten(changed: Path, place: str, told: str) -> None:
    (changed / place).rename(changed.parent / "moved")
    (changed / place).write_text("mine")
    done = build(changed)
    said = (changed / place).read_text()
    (changed / place).unlink()
    (changed.parent / "moved").rename(changed / place)
    assert done.returncode == 1
    assert told in done.stderr
    assert said == "mine"


@pytest.mark.parametrize(
    "stop",
    [
        pytest.param(lambda process: os.killpg(process.pid, signal.SIGINT), id="Ctrl-C, which all programs hear"),
        pytest.param(lambda process: process.send_signal(signal.SIGINT), id="the build alone hears it"),
        pytest.param(lambda process: process.send_signal(signal.SIGTERM), id="a polite kill"),
    ],
)
def test_a_stopped_build_leaves_the_last_site(changed: Path, stop: Callable[[subprocess.Popen[str]], None]) -> None:
    before, rendering = contents(changed / "site"), changed / ".cache/dateline/site"
    shutil.rmtree(rendering, ignore_errors=True)
    options = {"stderr": subprocess.PIPE, "text": True, "process_group": 0, "preexec_fn": hear}
    with subprocess.Popen(command(changed), **options) as process:
        while not (rendering / "index.html").exists() and process.poll() is None:  # MkDocs is at work
            time.sleep(0.002)
        stop(process)
        _, said = process.communicate()
    assert process.returncode == 130
    assert said.splitlines()[-1] == "Stopped. The last site stands as it was."
    assert "Traceback" not in said
    assert contents(changed / "site") == before
