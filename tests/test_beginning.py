"""An edition of one's own, from nothing to a site."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from building import REPOSITORY
from edition.cli import main
from making import build

TITLE = 'Rain: "all" of <b>it</b> & more'


def test_it_builds_as_soon_as_it_has_an_article(tmp_path: Path) -> None:
    own = tmp_path / "own edition"
    assert main(["new", str(own), "--title", TITLE]) == 0
    (tmp_path / "a.txt").write_text("Rain\n\nIt rained on the town.\n", encoding="utf-8")
    assert build(own, "import", tmp_path / "a.txt").returncode == 0
    done = build(own)
    assert done.returncode == 0, done.stderr
    home = (own / "site" / "index.html").read_text(encoding="utf-8")
    assert "Rain: &#34;all&#34; of &lt;b&gt;it&lt;/b&gt; &amp; more</title>" in home.replace("&quot;", "&#34;")
    assert (own / "site" / "about" / "cite" / "index.html").is_file()


def test_without_an_article_it_says_what_is_missing(tmp_path: Path) -> None:
    main(["new", str(tmp_path / "own")])
    done = build(tmp_path / "own")
    assert done.returncode == 1
    assert "E111" in done.stderr


def test_what_it_holds(tmp_path: Path) -> None:
    own = tmp_path / "own"
    main(["new", str(own), "--title", TITLE])
    for name in (
        "README.md",
        ".gitignore",
        ".github/workflows/pages.yml",
        "entities/people.yml",
        "entities/schema.json",
    ):
        assert (own / name).is_file(), name
    settings = (own / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    assert yaml.safe_load(settings)["site_name"] == TITLE
    assert not list((own / "articles").glob("*.txt"))
    assert "Korea" not in "".join(
        path.read_text(encoding="utf-8") for path in own.rglob("*") if path.suffix in (".yml", ".md") and path.is_file()
    )


def test_the_settings_are_those_of_the_shipped_edition_but_for_words(tmp_path: Path) -> None:
    """What the theme asks for must not be forgotten here when it changes there."""
    main(["new", str(tmp_path / "own")])
    shipped, own = (
        yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
        for folder in (REPOSITORY, tmp_path / "own")
    )
    for name in ("theme", "extra_css", "plugins", "markdown_extensions", "validation", "not_in_nav"):
        assert own[name] == shipped[name], name
    assert own.keys() == shipped.keys()
    assert own["extra"].keys() == shipped["extra"].keys()


@pytest.mark.parametrize("place", ["full", "file", "inside"])
def test_nothing_is_overwritten(tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    folder = {"full": tmp_path / "full", "file": tmp_path / "file", "inside": REPOSITORY / "docs" / "new"}[place]
    if place == "full":
        folder.mkdir()
        (folder / "mine.txt").write_text("mine", encoding="utf-8")
    elif place == "file":
        folder.write_text("mine", encoding="utf-8")
    assert main(["new", str(folder)]) == 2
    assert "Fix: name" in capsys.readouterr().err
    assert not (REPOSITORY / "docs" / "new").exists()
    if place == "full":
        assert [path.name for path in folder.iterdir()] == ["mine.txt"]
