"""What the person at the screen sees while it works: which step, how far, how long still; how long each took."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.table import Column
from rich.text import Text

WIDE = 110  # columns of a terminal in which there is room for a bar
BAR, HOW_FAR = 20, 47  # columns that the two take, at the most
TELLING = 3  # seconds of work from which it can be told how long the rest takes


class Advance(Protocol):
    """Told how many of how many are done, and at which it is where that takes long."""

    def __call__(self, done: int, total: int, what: str = "", /) -> None: ...


def untold(done: int, total: int, what: str = "") -> None:
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
    """The steps of one build. Nothing is shown where the console is no terminal, whatever its environment says."""

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
        if not (self.console.is_interactive and self.console.file.isatty()):
            yield untold
            return
        width = self.console.width
        room = max(width - HOW_FAR - (BAR + 1 if width >= WIDE else 0) - 3, 10)
        name = TextColumn("{task.description}", markup=False, table_column=Column(max_width=room, no_wrap=True))
        bar = [BarColumn(BAR)] if width >= WIDE else []
        with Progress(SpinnerColumn(), name, *bar, HowFar(), console=self.console, transient=True) as progress:
            yield Shown(progress, what)

    @property
    def seconds(self) -> float:
        """How long all of it took until now."""
        return self.done[-1].ended - self.done[0].began if self.done else 0

    def as_json(self) -> str:
        return json.dumps([asdict(step) for step in self.done], indent=1) + "\n"


class Shown:
    """One line on a terminal, that is told how far its step is."""

    def __init__(self, progress: Progress, name: str) -> None:
        self.progress, self.name = progress, name
        self.task = progress.add_task(name, total=None, known=0, begun=0.0)

    def __call__(self, done: int, total: int, what: str = "", /) -> None:
        task = self.progress.tasks[self.task]
        if task.total is None:  # what was done by an earlier build says nothing of the pace of this one
            self.progress.update(self.task, known=done, begun=task.elapsed or 0.0)
        name = f"{self.name}: {what}" if what else self.name
        self.progress.update(self.task, completed=done, total=total, description=name)


class HowFar(ProgressColumn):
    """`1,200 of 10,000, 12 s, about 95 s left`."""

    def __init__(self) -> None:
        super().__init__(Column(no_wrap=True))

    def render(self, task: Task) -> Text:
        elapsed, count = task.elapsed or 0.0, ""
        left = None
        if task.total is not None:
            count = f"{task.completed:,.0f} of {task.total:,.0f}, "
            known, begun = task.fields["known"], task.fields["begun"]
            left = seconds_left(task.completed - known, task.total - known, elapsed - begun)
        return Text(count + in_words(elapsed) + (f", about {in_words(left)} left" if left else ""))


def seconds_left(done: float, total: float, elapsed: float) -> float | None:
    """By the pace of the whole step, for that of its last moments jumps; rounded; None where it is too early to say."""
    if done <= 0 or elapsed < TELLING:
        return None
    seconds = (total - done) * elapsed / done
    step = 1 if seconds < 10 else 5 if seconds < 60 else 10 if seconds < 600 else 60
    return round(seconds / step) * step


def in_words(seconds: float) -> str:
    """`8 s`, `1 min 20 s`, `2 h 5 min`."""
    hours, minutes, rest = int(seconds) // 3600, int(seconds) // 60 % 60, int(seconds) % 60
    found = [(hours, "h"), (minutes, "min"), (0 if hours else rest, "s")]
    return " ".join(f"{number} {unit}" for number, unit in found if number) or "0 s"


def _cpu_seconds() -> float:
    return sum(os.times()[:4])
