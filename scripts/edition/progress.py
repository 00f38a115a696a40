"""What the person at the screen sees while it works: which step, how far, how long still; how long each took."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

Advance = Callable[[int, int], None]  # so many of so many are done


def untold(done: int, total: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is over: when it began and ended, in seconds of the machine's own clock, and the seconds that this
    process and those it started were at work."""

    step: str
    began: float
    ended: float
    cpu_seconds: float


@dataclass
class Steps:
    """The steps of one build. Nothing is shown where the console is no terminal."""

    console: Console
    done: list[Step] = field(default_factory=list)

    @contextmanager
    def step(self, name: str, what: str) -> Iterator[Advance]:
        """One step while it lasts; `what` is shown. What it yields may be told how far it is."""
        began, cpu = time.monotonic(), _cpu_seconds()
        with self._shown(what) as advance:
            yield advance
        self.done.append(Step(name, began, time.monotonic(), _cpu_seconds() - cpu))

    @contextmanager
    def _shown(self, what: str) -> Iterator[Advance]:
        if not self.console.is_terminal:
            yield untold
            return
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeRemainingColumn(), console=self.console, transient=True) as progress:
            task = progress.add_task(what, total=None)
            yield lambda done, total: progress.update(task, completed=done, total=total)

    def as_json(self) -> str:
        return json.dumps([asdict(step) for step in self.done], indent=1) + "\n"


def _cpu_seconds() -> float:
    return sum(os.times()[:4])
