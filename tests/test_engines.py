"""The docs/ of the build are plain Markdown: other engines build the same pages from them, without a warning."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import SAID
from reading import address, href, trees, words

ENGINES = ["properdocs", "zensical"]  # like MkDocs, they write to site/ where mkdocs.yml says nothing else
EDITIONS = ["built_site", "tiny_site"]  # the shipped one, and one with the oddest texts


@dataclass(frozen=True)
class Text:
    """What a page says and leads to, without the frame around it."""

    title: str
    blocks: tuple[tuple[str, str], ...]  # tag and words
    anchors: tuple[str, ...]
    links: tuple[tuple[str, str, str], ...]  # class, target and id


def text(page: str, tree: LexborHTMLParser) -> Text:
    inside = tree.css_first("article .edition")
    assert inside is not None, page
    return Text(
        words(tree.css_first("title")),
        tuple((str(node.tag), words(node)) for node in inside.css("h1, h2, h3, p, li, blockquote")),
        tuple(str(node.id) for node in inside.css("[id]")),
        tuple((str(a.attributes.get("class")), address(page, href(a)), str(a.id)) for a in inside.css("a")),
    )


def texts(site: Path) -> dict[str, Text]:
    return {page: text(page, tree) for page, tree in trees(site).items()}


@pytest.fixture(scope="module", params=EDITIONS)
def site(request: pytest.FixtureRequest) -> Path:
    """What MkDocs makes of an edition."""
    return Path(request.getfixturevalue(request.param))


@pytest.fixture(scope="module", params=ENGINES)
def other(
    request: pytest.FixtureRequest, site: Path, public_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """What another engine makes of the same docs/ and mkdocs.yml, warnings being errors."""
    copy = tmp_path_factory.mktemp(request.param)
    shutil.copytree(site.parent / "docs", copy / "docs")
    shutil.copy(site.parent / "mkdocs.yml", copy)
    engine = [sys.executable, "-m", request.param, "build", "--strict", "--config-file", "mkdocs.yml"]
    done = subprocess.run(engine, cwd=copy, env=os.environ | {"SITE_URL": public_url}, check=False, **SAID)
    assert done.returncode == 0, done.stdout
    assert "warning" not in done.stdout.lower()
    return copy / "site"


def test_another_engine_builds_the_same_pages(site: Path, other: Path) -> None:
    own, others = texts(site), texts(other)
    assert sorted(others) == sorted(own)
    assert sum(len(page.links) for page in own.values()) > 50
    for page, expected in own.items():
        assert others[page] == expected, page


def test_another_engine_keeps_the_files_beside_the_pages(site: Path, other: Path) -> None:
    docs = site.parent / "docs"
    files = [path.relative_to(docs) for path in docs.rglob("*") if path.is_file() and path.suffix != ".md"]
    own = [file for file in files if not file.parts[0].startswith(".")]
    assert {"edition.css", "search.js", "mentions.jsonl"} <= {file.name for file in own}
    assert [file for file in own if (other / file).read_bytes() != (site / file).read_bytes()] == []
