"""The accelerator changes nothing but the time: the bytes of plain MkDocs, its words where something is wrong."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from awkward import AWKWARD, MARKDOWN, TEXTS, annotated, rendered
from building import SAID, edit
from edition.accelerator import RefusedError, render, work, workers
from edition.accelerator.blocks import page_html
from edition.accelerator.front_matter import front_matter
from edition.accelerator.inline import UnsureError
from edition.accelerator.pages import Told
from edition.markdown import escape
from edition.model import Links
from edition.render.environment import page_text
from hostile import hostile_edition
from making import build, contents

DATES = {"EDITION_DATE": "2020-06-30", "SOURCE_DATE_EPOCH": "1593475200", "NO_MKDOCS_2_WARNING": "true"}
EDITIONS = ["built_site", "tiny_site", "crowded_site", "hostile_site"]
ARTICLE = "articles/2020-06-10-complaint-against-leaflet-groups/index.md"
P1 = "\n{ #p1 }"
FRAME, TEXT = "docs/.overrides/main.html", "{{ page.content }}"


def plain(root: Path, new: Path, site_url: str = "") -> str:
    """What MkDocs says when it renders an edition alone."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    return subprocess.run(
        command, cwd=root, env=os.environ | DATES | {"SITE_URL": site_url}, check=False, **SAID
    ).stdout


def quick(root: Path, new: Path, changed: Iterable[str] | None = None, site_url: str = "") -> str:
    """What the accelerator says; nothing where all is well."""
    new.mkdir(exist_ok=True)
    names = None if changed is None else frozenset(changed)
    return "".join(problem.what for problem in render(root, new, DATES | {"SITE_URL": site_url}, names))


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = hostile_edition(tmp_path_factory.mktemp("hostile") / "edition")
    assert build(folder, "pages").returncode == 0
    return folder / "site"


@pytest.fixture
def edition(built_site: Path, tmp_path: Path) -> Path:
    """Settings and docs/ of the shipped edition, to change at will."""
    shutil.copytree(built_site.parent / "docs", tmp_path / "edition" / "docs")
    shutil.copy(built_site.parent / "mkdocs.yml", tmp_path / "edition")
    return tmp_path / "edition"


def linked(site: Path, copy: Path) -> Path:
    """`copy`, in which each file of the site has a second name."""
    return Path(shutil.copytree(site, copy, copy_function=os.link))


# The same bytes


@pytest.mark.parametrize("site", EDITIONS)
@pytest.mark.parametrize("url", ["", "https://example.org/sub/"], ids=["no address", "an address"])
def test_the_whole_site_has_the_bytes_of_plain_mkdocs(
    site: str, url: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    root = request.getfixturevalue(site).parent
    plain(root, tmp_path / "plain", url)
    assert quick(root, tmp_path / "quick", site_url=url) == ""
    expected, made = contents(tmp_path / "plain"), contents(tmp_path / "quick")
    assert sorted(made) == sorted(expected)
    assert {"404.html", "sitemap.xml.gz", "assets/edition.css"} <= made.keys()
    assert [name for name in expected if made[name] != expected[name]] == []


def test_processes_change_nothing(edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert quick(edition, tmp_path / "many") == ""
    monkeypatch.setattr(workers, "ENOUGH_FOR_ALL_CORES", 10_000)
    assert quick(edition, tmp_path / "one") == ""
    assert contents(tmp_path / "one") == contents(tmp_path / "many")


def quick_html(markdown: str) -> str | None:
    """The HTML of the accelerator; None where it leaves the page to Python-Markdown."""
    try:
        return page_html(markdown, lambda address: address)
    except UnsureError:
        return None


def python_markdown(markdown: str) -> str:
    MARKDOWN.reset()
    return MARKDOWN.convert(markdown)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(list(Links)))
def test_every_page_of_the_build_is_rendered_quickly_and_the_same(text: str, links: Links) -> None:
    annotation = annotated(text)
    if annotation is None:
        return
    for path, page in rendered(annotation, links).items():
        if path.endswith(".md"):
            body, _ = get_data(page)
            assert front_matter(page) == get_data(page), path
            assert quick_html(body) == python_markdown(body), path


@settings(max_examples=1000, deadline=None)
@given(st.text(), st.lists(st.dictionaries(st.text("abc:"), st.text(), min_size=1), max_size=2))
def test_front_matter_is_what_yaml_reads(text: str, head: list[dict[str, str]]) -> None:
    page = page_text("pair.md.j2", {"title": text, "kind": "x", "head": head}, title="x", body="x")
    assert front_matter(page) in (None, get_data(page))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("title: yes", id="a word without quotes"),
        pytest.param("title: 1", id="a number"),
        pytest.param("title: 'x'", id="other quotes"),
        pytest.param('title: "a\x85b"', id="a line break of YAML"),
        pytest.param('title: "x" # more', id="a comment"),
        pytest.param('title: "x"\ntitle: "y"', id="a field twice"),
    ],
)
def test_other_front_matter_is_left_to_yaml(line: str) -> None:
    assert front_matter(f"---\n{line}\ngenerated: true\nsearch: {{exclude: true}}\n---\nText\n") is None


MARKS = (
    "{ .x }|{ #p1 }|\n{ .x #y }|\n  { .x }|[a](b.md)|[a](b.md){ .c #d }|](b.md)|&#46;|&amp;|&|\\[|\\*|# |## |- |\n- "
    '|*Day* |<span id="a" class="b">|</span>|<a href="x">|</a>|<div>|</div>|<p class="x">|</p>|<hr>|<br/>|<rect d="a"/>'
    "|<li>|</li>|<input hidden>|<pre>|</pre>|<script>|</script>|<title>|</title>|<!-- x -->|\u3000|\u2028|\x85|\t"
    "|  \n|\n|\n\n"
).split("|")
LETTERS = "ab1 .\u00a0é#-_*[](){}<>&!|\\`\n"
MIXED = st.lists(st.sampled_from([*AWKWARD, *MARKS]) | st.text(LETTERS, max_size=6), max_size=12)
AROUND: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: f"# {text} {{ #a }}\n\n## {text}\n\n## {text}",
    lambda text: f"{text}\n{{ .a }}",
    lambda text: f"[{escape(text)}](a.md){{ .x #y }}{escape(text)}\n{{ #z }}",
    lambda text: f"- {escape(text)}\n  {{ .x }}\n- {escape(text)}\n\n{text}",
    lambda text: f"<div>{text}</div>\n\n{text}",
    lambda text: f'Text\n\n<p>x</p>\n<section id="q">{text}</section>',
]


@settings(max_examples=3000, deadline=None)
@given(MIXED.map("".join), st.sampled_from(AROUND))
def test_what_is_not_left_to_python_markdown_is_the_same(text: str, around: Callable[[str], str]) -> None:
    found = quick_html(around(text))
    assert found is None or found == python_markdown(around(text))


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("**bold**", id="emphasis"),
        pytest.param("a  \nb", id="line break"),
        pytest.param("1. one", id="numbered list"),
        pytest.param("- a\n\n- b", id="list with space between its items"),
        pytest.param("> quoted", id="quotation"),
        pytest.param("| a |\n|---|", id="table"),
        pytest.param("```\ncode\n```", id="code"),
        pytest.param("[a][b]\n\n[b]: c.md", id="link by name"),
        pytest.param("[a\\]:b](c.md)", id="a link that begins as the address of a name does"),
        pytest.param("![a](b.png)", id="picture"),
        pytest.param("<http://x.org>", id="address as a link"),
        pytest.param("<div>\n\n</div>", id="raw HTML with an empty line"),
        pytest.param("<div><p></div>", id="raw HTML that is not nested"),
        pytest.param("<div></div> words", id="words behind raw HTML"),
        pytest.param("<script>a < b</script>", id="script"),
        pytest.param("<div>a < b</div>", id="a bracket that is no tag"),
        pytest.param("AT&T", id="an ampersand that is no entity"),
    ],
)
def test_other_markdown_is_left_to_python_markdown(markdown: str) -> None:
    assert quick_html(markdown) is None


# Only what changed


def changed_edition(edition: Path) -> set[str]:
    """An article changed, one gone, one come, a page by hand and a picture changed; the names of it all."""
    docs = edition / "docs"
    edit(docs / ARTICLE, P1, f" More.{P1}")
    gone = sorted(path.relative_to(docs).as_posix() for path in docs.glob("articles/2020-06-2*/index.md"))[0]
    for page in docs.rglob("*.md"):
        page.write_text(
            re.sub(rf"\(([./]*)[^()\s]*{Path(gone).parent.name}/index\.md[^()]*\)", "(#)", page.read_text())
        )
    (docs / gone).unlink()
    come = "articles/come/index.md"
    (docs / "articles" / "come").mkdir()
    shutil.copy(docs / ARTICLE, docs / come)
    edit(docs / "about" / "cite.md", "", "\n\nMore, and [an article](../articles/come/index.md#p1).\n")
    edit(docs / "assets" / "favicon.svg", "", "<!-- changed -->")
    return {ARTICLE, gone, come, "about/cite.md", "assets/favicon.svg"}


@pytest.mark.parametrize("url", ["", "https://example.org/sub/"], ids=["no address", "an address"])
def test_the_changed_pages_beside_the_old_ones_are_the_whole_site(edition: Path, tmp_path: Path, url: str) -> None:
    last = tmp_path / "last"
    assert quick(edition, last, site_url=url) == ""
    before = contents(edition / "docs")
    asked = changed_edition(edition)
    after = contents(edition / "docs")
    asked |= {name for name in before.keys() & after.keys() if before[name] != after[name]}
    old = contents(last)
    new = linked(last, tmp_path / "new")
    assert quick(edition, new, asked, url) == ""
    plain(edition, tmp_path / "plain", url)
    assert contents(new) == contents(tmp_path / "plain")
    assert contents(last) == old  # no file was written in place


def test_nothing_but_the_changed_page_is_written(edition: Path, tmp_path: Path) -> None:
    assert quick(edition, tmp_path / "last") == ""
    new = linked(tmp_path / "last", tmp_path / "new")
    edit(edition / "docs" / ARTICLE, P1, f" More.{P1}")
    assert quick(edition, new, [ARTICLE]) == ""
    shared = {path.stat().st_ino for path in (tmp_path / "last").rglob("*") if path.is_file()}
    written = {path.relative_to(new).as_posix() for path in new.rglob("*") if path.stat().st_ino not in shared}
    pages = {name for name in written if (new / name).is_file()} - {"404.html", "sitemap.xml", "sitemap.xml.gz"}
    assert pages == {ARTICLE.replace(".md", ".html")}


# What is wrong


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("docs/about/cite.md", "", "\n[x](gone.md) [y](../gone/)", id="a page by hand links to no page"),
        pytest.param("docs/about/cite.md", "", "\n[x](index.md#gone)", id="a page by hand links to no place"),
        pytest.param("docs/about/cite.md", "", "\n[x](index.md#content)", id="a place in the frame alone"),
        pytest.param(f"docs/{ARTICLE}", "](../../", "](../../gone/", id="a page of the build links to no page"),
        pytest.param(f"docs/{ARTICLE}", P1, f" [x](#gone) [y](../index.md#gone){P1}", id="nor to a place"),
        pytest.param("docs/about/more.md", "", "# More", id="a page is missing from the navigation"),
        pytest.param("mkdocs.yml", "about/cite.md", "about/gone.md", id="the navigation has a page that is not there"),
        pytest.param("mkdocs.yml", "theme:", "nonsense: 1\ntheme:", id="a setting is not known"),
    ],
)
def test_warnings_are_those_of_plain_mkdocs(edition: Path, tmp_path: Path, file: str, old: str, new: str) -> None:
    edit(edition / file, old, new)
    said = [line for line in plain(edition, tmp_path / "plain").splitlines() if line and not line.startswith("INFO")]
    told = quick(edition, tmp_path / "quick").splitlines()
    assert told[0] == "mkdocs failed with exit code 1:"
    assert sorted(told[1:]) == sorted(said)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        pytest.param(FRAME, TEXT, "{{ nothing.at.all }}", "is undefined", id="theme"),
        pytest.param("docs/.overrides/404.html", "<h1>", "{{ no.thing.at }}<h1>", "is undefined", id="template"),
        pytest.param("mkdocs.yml", "name: material", "name: gone", "Unrecognised theme name: 'gone'", id="settings"),
    ],
)
def test_errors_are_told_in_short(edition: Path, tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    edit(edition / file, old, new)
    told = quick(edition, tmp_path / "quick")
    assert said in told
    assert "Traceback" not in told


def test_what_a_process_leaves_that_is_ended_from_outside_is_rendered_all_the_same(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, render_pages = os.getpid(), workers.render_pages

    def ended(*of: Any) -> list[Told]:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return render_pages(*of)

    assert quick(edition, tmp_path / "whole") == ""
    monkeypatch.setattr(workers, "render_pages", ended)
    assert quick(edition, tmp_path / "quick") == ""
    assert contents(tmp_path / "quick") == contents(tmp_path / "whole")


def test_how_far_it_is_is_told(edition: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    (tmp_path / "quick").mkdir()
    assert render(edition, tmp_path / "quick", DATES, None, lambda *done: told.append(done)) == ()
    pages = sum(1 for _ in (edition / "docs").rglob("*.md"))
    assert told == sorted(told)
    assert {total for _, total in told} == {pages}
    assert told[-1] == (pages, pages)


def test_nothing_of_the_caller_is_changed(edition: Path, tmp_path: Path) -> None:
    before = dict(os.environ)
    assert quick(edition, tmp_path / "quick") == ""
    assert dict(os.environ) == before


# What it refuses


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        pytest.param("mkdocs.yml", "plugins: []", "plugins: [search]", "plugins", id="plugin"),
        pytest.param("mkdocs.yml", "plugins: []", "plugins: []\nhooks: [hook.py]", "hooks", id="hook"),
        pytest.param("mkdocs.yml", "- attr_list", "- attr_list\n  - smarty", "markdown_extensions", id="extension"),
        pytest.param("mkdocs.yml", 'marker: ""', 'marker: "", permalink: true', "markdown_ext", id="its settings"),
        pytest.param(FRAME, TEXT, "{{ page.toc }}", "template", id="contents"),
        pytest.param(FRAME, TEXT, "{{ pages | length }}", "template", id="pages"),
        pytest.param(FRAME, TEXT, "{{ nav.homepage.content }}", "template", id="another page"),
    ],
)
def test_it_refuses_what_it_does_not_know(
    edition: Path, tmp_path: Path, file: str, old: str, new: str, why: str
) -> None:
    (edition / "hook.py").write_text("")
    edit(edition / file, old, new)
    with pytest.raises(RefusedError, match=why):
        quick(edition, tmp_path / "quick")


def test_it_refuses_another_version(edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(work.TESTED, "MkDocs", ("1.6.1", "1.6.2"))
    with pytest.raises(RefusedError, match=re.escape("MkDocs 1.6.2 is not the tested 1.6.1")):
        quick(edition, tmp_path / "quick")


def test_the_lock_pins_what_was_tested(repository: Path) -> None:
    """After an upgrade: run these tests with the new versions in `TESTED`, and read what changed in them."""
    lock = (repository / "requirements.lock").read_text(encoding="utf-8").lower()
    for name, (tested, _) in work.TESTED.items():
        assert f"\n{name.lower()}=={tested} " in lock
