"""Values that go from one store to another, through a file that may come from another machine."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from edition.disk.files import replacing
from edition.disk.store import VERSION, Entry, Store, packed

SEAL = b"seal"
SEALED = """
SELECT part, key, value FROM kept
WHERE part != '' AND typeof(part) = 'text' AND typeof(key) = 'blob' AND typeof(value) = 'blob' ORDER BY part, key
"""
OF_ITSELF = "SELECT value FROM kept WHERE part = '' AND key = ?"


class Refused(Exception):
    """The file is not to be taken over, and why."""


@contextmanager
def new_store(path: Path, version: str) -> Iterator[Store]:
    """A store that stands at `path`, sealed, once this is over; where it fails, what was there stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as name, closing(Store(name, version)) as store:
        yield store
        store.put([Entry("", SEAL, _seal(name))])


def received(path: Path, version: str) -> Iterator[Entry]:
    """All that was put into the sealed store at `path`, as it is; nothing there is opened, run or changed.

    Refused where another version of the program made it, or something is not what was put there. That is known only at
    the end, and who takes these must be able to give them up.
    """
    try:
        with closing(_read_only(path)) as connection:
            made_by = _of_itself(connection, VERSION)
            if made_by and made_by != packed(version):
                raise Refused("another version of this program, or of Python, made it")
            total = hashlib.blake2b()
            for part, key, value in connection.execute(SEALED):
                _add(total, part, key, value)
                yield Entry(part, key, value)
            if _of_itself(connection, SEAL) != total.digest():
                raise Refused("it is damaged, or no file of `link`")
    except sqlite3.DatabaseError as error:
        raise Refused(f"it is damaged, or no file of `link`: {error}") from error


def _seal(path: Path) -> bytes:
    """A name for all that is in a store."""
    total = hashlib.blake2b()
    with closing(_read_only(path)) as connection:
        for part, key, value in connection.execute(SEALED):
            _add(total, part, key, value)
    return total.digest()


def _add(total: "hashlib.blake2b", part: str, key: bytes, value: bytes) -> None:
    total.update(b"%s\0%d\0%d\0" % (part.encode(), len(key), len(value)) + key)
    total.update(value)


def _of_itself(connection: sqlite3.Connection, key: bytes) -> bytes:
    """What the store says of itself under this key."""
    found = connection.execute(OF_ITSELF, (key,)).fetchone()
    return bytes(found[0]) if found else b""


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)
