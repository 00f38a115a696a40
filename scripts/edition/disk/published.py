"""The finished site: whether it is still that of its sources, and how a new one takes its place."""

import errno
import filecmp
import hashlib
import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from edition.disk.files import inodes, link, stamps, write_changed


def is_built(work: Path, site: Path, state: str) -> bool:
    """Whether the site is that of the state, and nobody has changed a file of it since."""
    with suppress(OSError):
        noted = (work / "built").read_bytes()
        return noted.startswith(f"{state} ".encode()) and noted == _noted(site, state)
    return False


def note_built(work: Path, site: Path, state: str) -> None:
    write_changed(work / "built", _noted(site, state))


def _noted(site: Path, state: str) -> bytes:
    return f"{state} {_fingerprint(site)}".encode()


def _fingerprint(site: Path) -> str:
    """Names, sizes and times of all files: cheap, and another for a site that was touched."""
    return hashlib.sha256(repr(sorted(stamps(site).items())).encode("utf-8", "surrogateescape")).hexdigest()


def keep_same(new: Path, site: Path, names: Collection[str] | None = None) -> None:
    """Files that are those of the last site again become the same, and keep their times: what copies a site elsewhere
    then copies only what changed, and what was proved of a page need not be proved again. Only these, if `names` are
    given."""
    before = inodes(site, names)
    for name, inode in inodes(new, names).items():
        if name in before and before[name] != inode and filecmp.cmp(new / name, site / name, shallow=False):
            link(site / name, new / name)


def publish(new: Path, site: Path) -> None:
    """Put the new site in the place of the last one. At every moment one of the two is whole on the disk.

    The last site is then in the place of the new one: to make the next from it takes less than from nothing.
    """
    keep_same(new, site)
    last = _last(site)
    shutil.rmtree(last, ignore_errors=True)
    if site.exists():
        site.rename(last)
    new.rename(site)
    if last.exists():
        last.rename(new)


def recover(site: Path) -> None:
    """Bring back the last site where a build was stopped in the moment of changing it; refuse what is no folder."""
    last = _last(site)
    if last.exists() and not os.path.lexists(site):
        last.rename(site)
    shutil.rmtree(last, ignore_errors=True)
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise OSError(errno.EEXIST, "It is no folder, and the build would replace it", str(site))


def _last(site: Path) -> Path:
    return site.with_name(f".{site.name}.last")


def seconds_of(date: str) -> int:
    """An ISO day as seconds since 1970, at midnight in Greenwich."""
    return int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp())
