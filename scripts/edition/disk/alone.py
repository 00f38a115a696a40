"""One build at a time in one edition: others wait. A build that is killed lets go, whatever way it dies."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def alone(work: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """While this lasts, no other build is at work in this folder; `waiting` is called once where one still is."""
    work.mkdir(parents=True, exist_ok=True)
    lock = FileLock(work / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
