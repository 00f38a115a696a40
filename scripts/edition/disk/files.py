"""Single files and folders, read and written whole. No page, no article."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

UNFINISHED = ".writing-"  # how files begin that are being written; left only by a program that was killed


def read_bytes(path: Path) -> bytes | None:
    """None where there is no such file; a pipe, which would never end, is none."""
    return path.read_bytes() if path.is_file() else None


def read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def write_changed(path: Path, data: bytes) -> bool:
    """Whether the file was another; it is replaced as a whole or not at all."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as name, name.open("wb") as file:
        file.write(data)
    return True


def write_new(path: Path, data: bytes) -> None:
    """A file where none is; what is written there while something fails is no file to rely on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file that takes the place of `path` once it is written, and leaves nothing behind where it cannot be."""
    try:
        handle, made = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
        os.close(handle)
        name = Path(made)
        try:
            yield name
            name.chmod(0o644)
            name.replace(path)
        finally:
            name.unlink(missing_ok=True)
    except OSError as error:
        error.filename = str(path)  # not the name that no editor knows
        raise


def digest(folder: Path, files: Iterable[Path], settings: Mapping[str, str] | None = None) -> str:
    """A name for the state of these files, by content, and of the settings that belong to them."""
    total = hashlib.sha256(json.dumps(sorted((settings or {}).items())).encode())
    for path in sorted(files):
        total.update(b"\0" + os.fsencode(path.relative_to(folder).as_posix()) + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


class Stamp(NamedTuple):
    """What tells a file that nobody has touched since."""

    size: int
    mtime_ns: int


def stamp(path: Path) -> Stamp:
    stat = path.stat()
    return Stamp(stat.st_size, stat.st_mtime_ns)


def stamps_of_files(folder: Path, names: Iterable[str]) -> dict[str, Stamp]:
    """Those of these files in a folder, where they are."""
    return {name: stamp(folder / name) for name in names if (folder / name).is_file()}


def stamps(folder: Path, without: Collection[str] = ()) -> dict[str, Stamp]:
    """Those of all files below a folder, by their paths; of none, where it is none. `without` these folders in it."""
    found: dict[str, Stamp] = {}
    for name, entry in _entries(os.fspath(folder), "", without):
        with suppress(FileNotFoundError):  # it has just been removed
            stat = entry.stat()
            found[name] = Stamp(stat.st_size, stat.st_mtime_ns)
    return found


def inodes(folder: Path, names: Collection[str] | None = None) -> dict[str, int]:
    """By the paths of all files below a folder, or of those of `names` that are there, numbers: two files of one number
    are one file under two names."""
    if names is not None:
        return {name: (folder / name).stat().st_ino for name in names if (folder / name).is_file()}
    return {name: entry.inode() for name, entry in _entries(os.fspath(folder), "")}


def _entries(folder: str, under: str, without: Collection[str] = ()) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in without:
                    yield from _entries(entry.path, f"{under}{entry.name}/")
            elif entry.is_file():
                yield under + entry.name, entry


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def link_below(folder: Path, copy: Path) -> None:
    """`copy`, on the same disk, then has the files of the folder and no others: the same ones, or copies where the disk
    can only have those. What it has already stays. None of them may be written into from then on."""
    wanted, there = inodes(folder), inodes(copy)
    for name in there.keys() - {name for name, inode in wanted.items() if there.get(name) == inode}:
        remove(copy, name)
    missing = [name for name, inode in wanted.items() if there.get(name) != inode]
    for parent in sorted({name.rpartition("/")[0] for name in missing}):
        (copy / parent).mkdir(parents=True, exist_ok=True)
    for name in missing:
        link(folder / name, copy / name)


def link(file: Path, copy: Path) -> None:
    """`copy` is then the file under a second name, or has its bytes and times where the disk can only have that."""
    copy.unlink(missing_ok=True)
    try:
        os.link(file, copy)
    except OSError:
        shutil.copy2(file, copy)


def remove(folder: Path, name: str) -> None:
    """Remove a file, and those folders above it, below this one, that are empty then."""
    (folder / name).unlink()
    for parent in Path(name).parents[:-1]:
        with suppress(OSError):  # it holds other files
            (folder / parent).rmdir()


def fresh_folder(path: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path
