"""The only module that opens files: reads what editors own, writes what the build owns, puts a site in its place."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from edition.addresses import HOME, OWN_FOLDERS
from edition.model import Kind, Page, Problem, Source

REGISTRY_FILES = tuple(f"{kind.folder}.yml" for kind in Kind)
KNOWN_OTHERS = {".gitkeep", ".DS_Store", "Thumbs.db"}
MARK = b"\ngenerated: true\n"  # in the front matter of every page that the build writes
Problems = tuple[Problem, ...]


def read_sources(articles: Path, entities: Path) -> tuple[tuple[Source, ...], tuple[Source, ...], Problems]:
    """The article and the registry files, sorted by name, and what is in the folders that cannot be read."""
    texts, problems = _read_folder(articles, "articles", _article_files(articles))
    registry = [entities / name for name in REGISTRY_FILES if (entities / name).exists()]
    files, more = _read_folder(entities, "entities", registry)
    return texts, files, (*problems, *_unread(articles), *more)


def _article_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.txt")) if folder.is_dir() else []


def _unread(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix != ".txt" and path.name not in KNOWN_OTHERS and not path.name.startswith("."):
            what = "Only files in this folder that end in .txt are articles; this is not read."
            yield Problem("W102", f"articles/{path.name}", 0, 0, what, "rename it to NAME.txt, or move it away.")


def _read_folder(folder: Path, shown: str, paths: Iterable[Path]) -> tuple[tuple[Source, ...], Problems]:
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        name = f"{shown}/{path.name}"
        if not path.resolve().is_relative_to(folder.resolve()):
            fix = "put the file itself into the folder."
            problems.append(Problem("E110", name, 0, 0, "The link leads out of the folder.", fix))
            continue
        try:
            sources.append(Source(name, path.read_bytes()))
        except OSError as error:
            fix = "make the file readable, or move it away."
            problems.append(Problem("E113", name, 0, 0, f"It cannot be read: {error.strerror}.", fix))
    return tuple(sources), tuple(problems)


def sync(docs: Path, pages: Iterable[Page]) -> tuple[int, int]:
    """Write the pages that changed, remove those that are no more; how many of each. Nothing else is touched.

    A home page that an editor wrote by hand stays as it is.
    """
    wanted = {page.path: page.text.encode() for page in pages}
    if is_hand_written(docs / HOME):
        del wanted[HOME]
    stale = [path for path in _own_files(docs) if path.relative_to(docs).as_posix() not in wanted]
    written = sum(write_changed(docs / path, data) for path, data in sorted(wanted.items()))
    for path in stale:
        path.unlink()
        with suppress(OSError):  # the folder holds other files
            path.parent.rmdir()
    return written, len(stale)


def is_hand_written(path: Path) -> bool:
    """Whether an editor wrote the page: it lacks the mark of the build."""
    return path.is_file() and MARK not in path.read_bytes()[:10_000]


def _own_files(docs: Path) -> Iterator[Path]:
    for folder in OWN_FOLDERS:
        if (docs / folder).is_symlink():
            raise OSError(0, "is a link; the build writes only into folders of its own", str(docs / folder))
        yield from (path for path in sorted((docs / folder).rglob("*")) if path.is_file() or path.is_symlink())


def write_changed(path: Path, data: bytes) -> bool:
    """Whether the file was another; it is replaced as a whole or not at all."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def digest(folder: Path, files: Iterable[Path], settings: Mapping[str, str] | None = None) -> str:
    """A name for the state of these files, by content, and of the settings that belong to them."""
    total = hashlib.sha256(json.dumps(sorted((settings or {}).items())).encode())
    for path in sorted(files):
        total.update(f"\0{path.relative_to(folder).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def hand_written(docs: Path) -> list[Path]:
    """What an editor wrote into docs/: all but the folders of the build."""
    return sorted(path for path in docs.iterdir() if path.name not in (*OWN_FOLDERS, HOME)) if docs.is_dir() else []


def read_bytes(path: Path) -> bytes | None:
    """None where there is no such file."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return None


def read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def seconds_of(date: str) -> int:
    """An ISO day as seconds since 1970, at midnight in Greenwich."""
    return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())


def fresh_folder(path: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def is_built(work: Path, site: Path, state: str) -> bool:
    """Whether the site is that of the state, and nobody has changed a file of it since."""
    with suppress(OSError):
        return (work / "built").read_text(encoding="utf-8") == f"{state} {_fingerprint(site)}"
    return False


def note_built(work: Path, site: Path, state: str) -> None:
    write_changed(work / "built", f"{state} {_fingerprint(site)}".encode())


def _fingerprint(site: Path) -> str:
    """Names, sizes and times of all files: cheap, and another for a site that was touched."""
    total = hashlib.sha256()
    for path in files_below(site):
        stat = path.stat()
        total.update(f"{path.relative_to(site)}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return total.hexdigest()


def publish(new: Path, site: Path) -> None:
    """Put the new site in the place of the last one. At every moment one of the two is whole on the disk."""
    last = site.with_name(f".{site.name}.last")
    shutil.rmtree(last, ignore_errors=True)
    if site.exists():
        site.rename(last)
    new.rename(site)
    shutil.rmtree(last, ignore_errors=True)


def recover(site: Path) -> None:
    """Bring back the last site where a build was stopped in the moment of changing it."""
    last = site.with_name(f".{site.name}.last")
    if last.exists() and not site.exists():
        last.rename(site)
