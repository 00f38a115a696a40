"""The files that somebody names, or that lie in a folder, and why some are not read."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

TEXTS, PAGES, MARKDOWN = {".txt", ".text"}, {".html", ".htm", ".xhtml"}, {".md", ".markdown"}
TABLES = {".csv", ".tsv", ".jsonl", ".ndjson", ".json"}
LARGEST = 50_000_000  # bytes of a text or page; tables may be larger
LARGEST_TABLE = 2_000_000_000


class Unread(NamedTuple):
    """A file, or a row of it, and the reason why it is no article now."""

    place: str
    why: str


def files_of(sources: Sequence[Path]) -> Iterator[Path | Unread]:
    """Each file once, by name; hidden ones, and what a browser saves beside a page, are passed over."""
    seen: set[Path] = set()
    for source in sources:
        for path in sorted(_below(source)) if source.is_dir() else [source]:
            real = path.resolve()
            if real not in seen:
                seen.add(real)
                yield _checked(path, source, real)


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".") and not _is_beside_a_page(Path(here), one)]
        yield from (Path(here) / file for file in files if not file.startswith("."))


def _is_beside_a_page(here: Path, folder: str) -> bool:
    """`Page_files` beside `Page.html` has its pictures and scripts."""
    stem = folder.removesuffix("_files")
    return stem != folder and any((here / f"{stem}{suffix}").is_file() for suffix in PAGES)


def _checked(path: Path, source: Path, real: Path) -> Path | Unread:
    why = _why_not(path, source, real)
    return Unread(str(path), why) if why else path


def _why_not(path: Path, source: Path, real: Path) -> str:
    """What keeps a file from being read; nothing where nothing does."""
    if source.is_dir() and not real.is_relative_to(source.resolve()):
        return "It is a link that leads out of the folder."
    if not path.is_file():
        return "It is no file."
    kind, size = path.suffix.lower(), path.stat().st_size
    if kind not in TEXTS | PAGES | MARKDOWN | TABLES:
        return "It is no text, web page, Markdown or table. Fix: save it as one of them."
    if size > (LARGEST_TABLE if kind in TABLES else LARGEST):
        return f"It is larger than {LARGEST // 1_000_000} MB. Fix: cut it into articles."
    return "" if size else "It is empty."
