"""What is kept from one build for the next: one SQLite file. It may be deleted at any moment, and may be damaged.

Each value carries a checksum, and each row a seal that ties the value to its key; whatever does not fit is `Damaged`,
and the way out is to begin anew. Nothing is lost by that but time, so nothing is forced onto the disk either: SQLite's
own journal makes a file that a killed build leaves behind whole again.
"""

import errno
import hashlib
import os
import pickle
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

KEPT = "kept.sqlite"  # in the work folder of an edition
VERSION = b"version"
CHECK = 8  # bytes of checksum before each value
MOST_AT_ONCE = 500  # values asked for in one query
# What the disk refuses is nothing that beginning anew would mend.
REFUSED = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
}
SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (part TEXT, key BLOB, value BLOB, seal BLOB, PRIMARY KEY (part, key)) WITHOUT ROWID;
"""


class Damaged(Exception):
    """The store does not hold what was put there."""


class Entry(NamedTuple):
    """A packed value by its part of the store, such as `outline`, and its key there."""

    part: str
    key: bytes
    value: bytes


class Store:
    """Values by part and key. `version` names the program that wrote them; those of another are thrown away."""

    def __init__(self, path: Path | None = None, version: str = "") -> None:
        """Without a path it is in memory, and ends with the program."""
        self.path, self.version = path, version
        self._connections: dict[int, sqlite3.Connection] = {}  # one a process: a fork must not use its parent's
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(Damaged, PermissionError):  # a file that cannot be read is of no use either
                if self.value("", VERSION) == version:
                    return
            self.clear()
            self.put([Entry("", VERSION, packed(version))])

    def clear(self) -> None:
        """Begin anew."""
        self.close()
        if self.path:
            self.path.unlink(missing_ok=True)
            self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)

    def close(self) -> None:
        connection = self._connections.pop(os.getpid(), None)
        if connection:
            connection.close()

    def value(self, part: str, key: bytes = b"") -> Any:
        """None where there is none."""
        return self.values(part, [key]).get(key)

    def needed(self, part: str, keys: Collection[bytes]) -> dict[bytes, Any]:
        """Values that must be there: they are named by others that are."""
        found = self.values(part, keys)
        if len(found) < len(keys):
            raise Damaged(f"values are missing of {part}")
        return found

    def values(self, part: str, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """Those of the values that there are."""
        wanted = list(keys)
        found: dict[bytes, Any] = {}
        with self._open() as connection:
            for start in range(0, len(wanted), MOST_AT_ONCE):
                some = wanted[start : start + MOST_AT_ONCE]
                query = f"SELECT key, value, seal FROM kept WHERE part = ? AND key IN ({','.join('?' * len(some))})"
                found |= _unsealed(part, connection.execute(query, (part, *some)))
        return found

    def all(self, part: str) -> dict[bytes, Any]:
        with self._open() as connection:
            return _unsealed(part, connection.execute("SELECT key, value, seal FROM kept WHERE part = ?", (part,)))

    def keys(self, part: str) -> set[bytes]:
        with self._open() as connection:
            rows = connection.execute("SELECT key FROM kept WHERE part = ?", (part,))
            return {key for (key,) in rows if isinstance(key, bytes)}  # what is none is of nobody

    def put(self, entries: Iterable[Entry]) -> None:
        """All of them, or none."""
        with self._open() as connection, connection:
            rows = ((*entry, _seal(*entry)) for entry in entries)
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    def drop(self, part: str, keys: Iterable[bytes]) -> None:
        with self._open() as connection, connection:
            connection.executemany("DELETE FROM kept WHERE part = ? AND key = ?", ((part, key) for key in keys))

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._connections.get(os.getpid())
            if connection is None:
                connection = sqlite3.connect(self.path or ":memory:", timeout=60)
                connection.execute("PRAGMA synchronous = OFF")
                connection.executescript(SCHEMA)
                self._connections[os.getpid()] = connection
            yield connection
        except sqlite3.DatabaseError as error:
            refused = self._refused(error)
            if refused:
                raise OSError(refused, os.strerror(refused), str(self.path)) from error
            raise Damaged(str(error)) from error

    def _refused(self, error: sqlite3.DatabaseError) -> int:
        """What the disk refuses, as the system's number for it; 0 where it is the file that is damaged."""
        if self.path and self.path.is_dir():
            return errno.EISDIR
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without what makes it more exact
        if code == sqlite3.SQLITE_READONLY and self.path and os.access(self.path, os.W_OK):
            return 0  # the file itself says that it may not be written
        return REFUSED.get(code, 0)


def forget(work: Path) -> None:
    """What was kept from earlier builds."""
    for path in work.glob(f"{KEPT}*"):
        path.unlink()


def _seal(part: str, key: bytes, value: bytes) -> bytes:
    """What ties a value, which begins with its own checksum, to its place."""
    return hashlib.blake2b(b"%s\0%s\0%s" % (part.encode(), key, value[:CHECK]), digest_size=CHECK).digest()


def _unsealed(part: str, rows: Iterable[tuple[Any, Any, Any]]) -> dict[bytes, Any]:
    """The values by their keys; Damaged where a row is not as it was written."""
    found: dict[bytes, Any] = {}
    for key, value, seal in rows:
        if not (isinstance(key, bytes) and isinstance(value, bytes) and seal == _seal(part, key, value)):
            raise Damaged("a value is not where it was put")
        found[key] = unpacked(value)
    return found


def packed(value: object) -> bytes:
    """A value as the store keeps it."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return hashlib.blake2b(data, digest_size=CHECK).digest() + data


def unpacked(stored: bytes) -> Any:
    """The value; Damaged where these are not the bytes that were put there."""
    check, data = stored[:CHECK], stored[CHECK:]
    if hashlib.blake2b(data, digest_size=CHECK).digest() != check:
        raise Damaged("a value is not what was put there")
    return pickle.loads(data)
