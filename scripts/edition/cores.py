"""Work shared among all cores: forked processes, which have at once whatever this one has. Knows no page."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")
Work = Callable[[Sequence[Part]], Done]

PARENT_DEATH = 1  # PR_SET_PDEATHSIG of Linux's prctl
STOPPING = {signal.SIGINT, signal.SIGTERM}  # of these the program makes an end in good order
_AT_WORK: list[tuple[Work[Any, Any], Sequence[Sequence[Any]]]] = []  # what a forked process has with it


def shares(parts: Sequence[Part], size: int) -> list[Sequence[Part]]:
    """The parts in their order, so many at a time."""
    return [parts[start : start + size] for start in range(0, len(parts), size)]


def on_all_cores(work: Work[Part, Done], shares: Sequence[Sequence[Part]]) -> Iterator[Done]:
    """What the work makes of each share, in order."""
    waiting: dict[int, Done] = {}
    following = 0
    for place, done in as_they_end(work, shares):
        waiting[place] = done
        while following in waiting:
            yield waiting.pop(following)
            following += 1


def as_they_end(work: Work[Part, Done], shares: Sequence[Sequence[Part]]) -> Generator[tuple[int, Done], None, None]:
    """The same as soon as each is there, with its place; they are begun in order.

    One after the other in this process where there is one share or one core, and on systems that have no fork or, as
    macOS, cannot be trusted with it; and what is left of them where another process was killed, as for want of memory.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    left = dict.fromkeys(range(len(shares)))
    if cores > 1 and len(shares) > 1:
        with suppress(BrokenProcessPool):
            for place, done in _in_others(work, shares, min(cores, len(shares))):
                del left[place]
                yield place, done
    yield from ((place, work(shares[place])) for place in left)


def _in_others(work: Work[Part, Done], shares: Sequence[Sequence[Part]], processes: int) -> Iterator[tuple[int, Done]]:
    _AT_WORK[:] = [(work, shares)]
    gc.freeze()  # else each process copies what it only looks through for garbage
    try:
        with ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _begin, (os.getpid(),)) as pool:
            try:
                with _undisturbed():
                    futures = {pool.submit(_work_on, place): place for place in range(len(shares))}
                for future in as_completed(futures):
                    yield futures.pop(future), future.result()
            except BaseException:  # nobody wants any more of it: what they have begun would only be waited for
                for process in multiprocessing.active_children():
                    process.kill()
                raise
    finally:
        gc.unfreeze()
        _AT_WORK.clear()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals to stop come when this is over; to a process that begins in it, once it can take them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(parent: int) -> None:
    """A worker leaves Ctrl-C to the program, and ends with it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(PARENT_DEATH, signal.SIGKILL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    if os.getppid() != parent:  # it ended before
        os._exit(1)


def _work_on(place: int) -> Any:
    [(work, shares)] = _AT_WORK
    return work(shares[place])
