"""Work shared among all cores: forked processes, which have at once whatever this one has. Knows no page."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, TypeVar

Part = TypeVar("Part")
Done = TypeVar("Done")

PARENT_DEATH = 1  # PR_SET_PDEATHSIG of Linux's prctl
_AT_WORK: list[tuple[Callable[[Sequence[Any]], Any], Sequence[Sequence[Any]]]] = []  # what a forked process has with it


def shares(parts: Sequence[Part], size: int) -> list[Sequence[Part]]:
    """The parts in their order, so many at a time."""
    return [parts[start : start + size] for start in range(0, len(parts), size)]


def on_all_cores(work: Callable[[Sequence[Part]], Done], shares: Sequence[Sequence[Part]]) -> Iterator[Done]:
    """What the work makes of each share, in order.

    One after the other in this process where there is one share or one core, and on systems that have no fork or, as
    macOS, cannot be trusted with it; and what is left of them where another process was killed, as for want of memory.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    done = 0
    if cores > 1 and len(shares) > 1:
        _AT_WORK[:] = [(work, shares)]
        gc.freeze()  # else each process copies what it only looks through for garbage
        fork = multiprocessing.get_context("fork")
        with suppress(BrokenProcessPool), ProcessPoolExecutor(min(cores, len(shares)), fork, _begin) as pool:
            for one in pool.map(_work_on, range(len(shares))):
                yield one
                done += 1
        gc.unfreeze()
    yield from map(work, shares[done:])


def _begin() -> None:
    """A worker leaves Ctrl-C to the program, and ends with it, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ctypes.CDLL(None).prctl(PARENT_DEATH, signal.SIGKILL)


def _work_on(place: int) -> Any:
    [(work, shares)] = _AT_WORK
    return work(shares[place])
