"""What editors own, read: articles and registry files, and what lies beside them and is not read."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from edition.addresses import OWN_FOLDERS
from edition.disk.docs import is_generated
from edition.disk.files import UNFINISHED, Stamp, stamps
from edition.model import Kind, Problem, Source

REGISTRY_FILES = tuple(f"{kind.folder}.yml" for kind in Kind)
DECISIONS, EVENTS = "decisions.yml", "events.yml"
OTHER_FILES = (DECISIONS, EVENTS)  # beside the registry; an edition may do without them
KNOWN_OTHERS = {"Thumbs.db"}
Problems = tuple[Problem, ...]


def read_sources(articles: Path, entities: Path) -> tuple[tuple[Source, ...], tuple[Source, ...], Problems]:
    """The article and the registry files, sorted by name, and what is in the folders that cannot be read."""
    texts = [path for path in _inside(articles) if path.suffix == ".txt"]
    registry = [entities / name for name in (*REGISTRY_FILES, *OTHER_FILES) if os.path.lexists(entities / name)]
    found, problems = _read(articles, _shown(articles, "articles"), texts)
    files, more = _read(entities, _shown(entities, "entities"), registry)
    files = tuple(source for source in files if not source.file.endswith(tuple(f"/{name}" for name in OTHER_FILES)))
    return found, files, (*problems, *_unread_articles(articles), *more, *_unread_registry(entities))


def read_hand_written(
    docs: Path, found: Mapping[str, Stamp], known: Mapping[str, Stamp] | None = None
) -> tuple[tuple[Source, ...], Problems]:
    """What editors put below docs/, by path, and the files there whose names MkDocs could not write.

    `found` is all that lies in the folders of the build, `known` what the build wrote there, by their paths below
    docs/: those that nobody touched are not opened.
    """
    files: list[Source] = []
    problems: list[Problem] = []
    known = known or {}
    names = {**stamps(docs, OWN_FOLDERS), **found}
    for below in sorted(name for name, one in names.items() if known.get(name) != one):
        path, name = docs / below, f"{docs.name}/{below}"
        if not _is_encodable(name):
            problems.append(Problem("E113", name, 0, 0, "The name of the file is not UTF-8.", "rename it."))
        elif not is_generated(path) and not path.name.startswith(UNFINISHED):
            files.append(Source(name, path.read_bytes()))
    return tuple(files), tuple(problems)


def _is_encodable(name: str) -> bool:
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False


def _shown(folder: Path, usual: str) -> str:
    """How problems call a folder: by its usual name, or as the editor wrote it."""
    return usual if folder.name == usual else str(folder)


def _inside(folder: Path) -> list[Path]:
    """What lies in the folder, by name, without what is hidden."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _unread_articles(folder: Path) -> Iterator[Problem]:
    for path in _inside(folder):
        if path.suffix != ".txt" and path.name not in KNOWN_OTHERS:
            what = "Only files in this folder that end in .txt are articles; this is not read."
            fix = "rename it to NAME.txt, or move it away."
            yield Problem("W102", f"{_shown(folder, 'articles')}/{path.name}", 0, 0, what, fix)


def _unread_registry(folder: Path) -> Iterator[Problem]:
    for path in _inside(folder):
        if path.suffix in (".yml", ".yaml") and path.name not in (*REGISTRY_FILES, *OTHER_FILES):
            what = "The registry has no file of this name; this is not read."
            fix = f"rename it to one of {', '.join(REGISTRY_FILES)}, or move it away."
            yield Problem("W102", f"{_shown(folder, 'entities')}/{path.name}", 0, 0, what, fix)


def _read(folder: Path, shown: str, paths: Iterable[Path]) -> tuple[tuple[Source, ...], Problems]:
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        name = f"{shown}/{path.name}"
        is_link = path.is_symlink()
        if is_link and not _leads_inside(path, folder):
            fix = "put the file itself into the folder."
            problems.append(Problem("E110", name, 0, 0, "The link leads out of the folder.", fix))
        elif not path.is_file() and path.exists():  # a pipe would never end
            fix = "put a file there, or move it away."
            problems.append(Problem("E113", name, 0, 0, "It cannot be read: it is no file.", fix))
        else:
            try:
                sources.append(Source(name, path.read_bytes()))
            except OSError as error:
                fix = "make the file readable, or move it away."
                problems.append(Problem("E113", name, 0, 0, f"It cannot be read: {error.strerror}.", fix))
    return tuple(sources), tuple(problems)


def _leads_inside(path: Path, folder: Path) -> bool:
    """Whether the path, links followed, lies in the folder; a link to itself does."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
