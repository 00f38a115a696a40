"""A program at work: how long it takes, by the clock and of the processors, and how much memory it holds at most.

Memory is that of the program and of all that it starts, added up several times a second; what forked processes share
counts once (the kernel's proportional set size). That is Linux's way, so this runs on Linux.
"""

import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PROCESSES = Path("/proc")
PAUSE = 0.1  # seconds between two looks, or more
SHARE = 20  # a look takes at most this part of the time that passes


Looks = tuple[tuple[float, float], ...]  # when, by the machine's own clock, and how many megabytes were held


@dataclass(frozen=True)
class Run:
    """One run of a program; `end` is its exit code, or says that it was stopped."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    looks: Looks
    end: int | str
    said: str


def peak_between(looks: Looks, began: float, ended: float) -> float:
    """The most megabytes that were held in that time; where nobody looked then, what was held at the nearest look."""
    inside = [held for when, held in looks if began <= when <= ended]
    nearest = min(looks, key=lambda look: abs(look[0] - ended), default=(0.0, 0.0))
    return max(inside, default=nearest[1])


def group_of(stat: str) -> int:
    """The process group in a line of /proc/PID/stat, whose second field, a name, may hold anything."""
    return int(stat.rpartition(")")[2].split()[2])


def proportional_kb(rollup: str) -> int:
    """The proportional set size in the text of /proc/PID/smaps_rollup."""
    return next((int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")), 0)


def held_mb(group: int) -> float:
    """What all processes of the group hold in memory."""
    found = 0
    for folder in PROCESSES.iterdir():
        if folder.name.isdecimal():
            try:
                if group_of((folder / "stat").read_text()) == group:
                    found += proportional_kb((folder / "smaps_rollup").read_text())
            except (OSError, ValueError):
                continue  # it has just ended
    return found / 1000


def end(group: int) -> None:
    """Ends all that is left of a group of processes."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


class Watch(threading.Thread):
    """Looks at a group of processes until told to stop, and ends those that take too long."""

    def __init__(self, group: int, limit: float) -> None:
        super().__init__(daemon=True)
        self.group, self.end, self.stopped = group, time.monotonic() + limit, False
        self.looks: list[tuple[float, float]] = []
        self.done = threading.Event()

    def run(self) -> None:
        pause = PAUSE
        while not self.done.wait(pause):
            start = time.monotonic()
            self.looks.append((start, held_mb(self.group)))
            pause = max(PAUSE, SHARE * (time.monotonic() - start))
            if start > self.end and not self.stopped:
                self.stopped = True
                end(self.group)


def run(command: Iterable[str | Path], folder: Path, environment: Mapping[str, str], limit: float = 3600) -> Run:
    """The program from its start to its end, or to the limit in seconds; what was written before is on the disk."""
    os.sync()
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [*map(str, command)],
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = Watch(process.pid, limit)
        watch.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
        finally:
            watch.done.set()
            watch.join()
            end(process.pid)  # Ctrl-C does not reach a session of its own
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        how = f"stopped after {limit / 60:.0f} minutes" if watch.stopped else process.returncode
        peak_mb = max((held for _, held in watch.looks), default=0.0)
        # Of one process, for a short program may end between two looks. What this process has held counts as held by
        # those it starts, until they hold more.
        if not peak_mb or used.ru_maxrss > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
            peak_mb = max(peak_mb, used.ru_maxrss / 1000)
        return Run(seconds, used.ru_utime + used.ru_stime, peak_mb, tuple(watch.looks), how, said.read())
