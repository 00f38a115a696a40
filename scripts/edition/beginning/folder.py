"""The folder of a new edition. What it has of the shipped one is what pages look like; its words are the editor's."""

import json
import shutil
from pathlib import Path

from edition import disk
from edition.markdown import escape
from edition.read import schema_text

SHIPPED = Path(__file__).parents[3]
TEMPLATES = Path(__file__).parent / "templates"
SCHEMAS = {"schema": "registry", "decisions.schema": "decisions", "events.schema": "events"}
FOLDERS = ("articles", "entities", "docs/about")
LOOK = ("docs/.overrides", "docs/assets")  # of the shipped edition, and an editor's to change
SAME = ("docs/search.md",)


class NotMade(Exception):
    """Why there is no new edition, and the way out."""


def begin(folder: Path, title: str) -> None:
    """All of it, or nothing where something stands there already."""
    folder = folder.absolute()
    _refuse(folder)
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in LOOK:
        shutil.copytree(SHIPPED / name, folder / name, ignore=shutil.ignore_patterns("social.png", "__pycache__"))
    for name in SAME:
        shutil.copyfile(SHIPPED / name, folder / name)
    for name, of in SCHEMAS.items():
        disk.write_new(folder / "entities" / f"{name}.json", schema_text(of).encode())
    for template in sorted(path for path in TEMPLATES.rglob("*") if path.is_file()):
        name = template.relative_to(TEMPLATES).as_posix().replace("dot-", ".")
        disk.write_new(folder / name, _filled(template.read_text(encoding="utf-8"), name, title).encode())


def _refuse(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NotMade(f"{folder} is a file. Fix: name a folder that does not exist yet.")
    if folder.is_dir() and any(folder.iterdir()):
        raise NotMade(f"{folder} is not empty, and nothing in it is overwritten. Fix: name another folder.")
    if folder.resolve().is_relative_to(SHIPPED):
        raise NotMade(f"{folder} lies inside the program. Fix: name a folder beside it, such as ../{folder.name}.")


def _filled(text: str, name: str, title: str) -> str:
    """In YAML the title is quoted, in Markdown it is plain words."""
    written = json.dumps(title, ensure_ascii=False) if name.endswith(".yml") else escape(title)
    return text.replace("$TITLE", written)
