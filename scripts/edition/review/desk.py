"""The editor's files on the disk, changed step by step: each step as a whole or not at all, and each can be undone."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from edition import disk
from edition.amend import Edit, Refused, Texts, edit_of, undone
from edition.disk import DECISIONS, REGISTRY_FILES
from edition.model import Source
from edition.pipeline import Folders
from edition.read.text import decoded

FILES = (*REGISTRY_FILES, DECISIONS)
MOST_STEPS = 2000


@dataclass(frozen=True)
class Step:
    """What was decided, in words; on which suggestions; which of them only wait; what it changed in which files, by
    their names."""

    said: str
    decided: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    edits: Mapping[str, Edit] = field(default_factory=dict)


class Desk:
    """The registry of an edition, and the journal of what was decided. Nothing is kept in memory: of two programs, and
    of two windows, each sees what the other has written."""

    def __init__(self, folders: Folders, waiting: Callable[[], None] = lambda: None) -> None:
        self.entities, self.waiting = folders.entities, waiting
        self.work = folders.work / "review"
        self.journal = self.work / "journal.json"

    def texts(self) -> dict[str, str]:
        """The files as they are now, by name; those that are there."""
        return {name: text for name in FILES if (text := self._text(name)) is not None}

    def _text(self, name: str) -> str | None:
        path = self.entities / name
        if path.is_symlink():
            raise Refused(f"entities/{name} is a link to another file. Fix: put the file itself there.")
        data = disk.read_bytes(path)
        if data is None:
            if path.exists():
                raise Refused(f"entities/{name} is no file. Fix: move it away.")
            return None
        text, problems = decoded(Source(f"entities/{name}", data))
        if text is None:
            raise Refused(str(problems[0]))
        return text

    def steps(self) -> list[Step]:
        """All steps that are not undone, the first first; none where the journal is lost."""
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            found = json.loads((disk.read_bytes(self.journal) or b"[]").decode())
            return [
                Step(
                    one["said"],
                    tuple(one["decided"]),
                    tuple(one["waits"]),
                    {name: Edit(**edit) for name, edit in one["edits"].items() if name in FILES},
                )
                for one in found
            ]
        return []

    def waiting_ids(self) -> set[str]:
        """The suggestions that wait: what was decided last of each."""
        waits: set[str] = set()
        for step in self.steps():
            waits = waits - set(step.decided) | set(step.waits)
        return waits

    def take(self, step: Callable[[Texts], tuple[Step, Mapping[str, str]]]) -> Step:
        """Take the step that is made of the present texts: the new texts are on the disk then, and it is noted, but
        where it changes nothing."""
        with disk.alone(self.work, self.waiting):
            texts, steps = self.texts(), self.steps()
            made, new = step(texts)
            edits = {name: edit_of(texts.get(name, ""), text) for name, text in new.items()}
            made = Step(made.said, made.decided, made.waits, edits)
            if not edits and set(made.waits) <= self.waiting_ids():
                return made
            self._note([*steps, made][-MOST_STEPS:])  # first: a step that is noted but not taken is undone by itself
            self._write(new, texts, steps)
        return made

    def undo(self) -> Step | None:
        """Take the last step back, and say which it was; None where there is none."""
        with disk.alone(self.work, self.waiting):
            steps, texts = self.steps(), self.texts()
            if not steps:
                return None
            last = steps[-1]
            before = {name: undone(texts.get(name, ""), edit) for name, edit in last.edits.items()}
            changed = [name for name, text in before.items() if text is None]
            if changed:
                where = f"entities/{changed[0]} has been changed since"
                raise Refused(f"“{last.said}” cannot be undone: {where}. Fix: take it back there by hand.")
            self._write({name: text for name, text in before.items() if text is not None}, texts, steps)
            self._note(steps[:-1])
        return last

    def _write(self, new: Mapping[str, str], texts: Mapping[str, str], steps: list[Step]) -> None:
        """All of the new texts; where the disk refuses one, the old ones again, and the journal of before."""
        try:
            for name, text in new.items():
                disk.write_changed(self._path(name), text.encode())
        except OSError:
            with suppress(OSError):
                for name in new.keys() & texts.keys():
                    disk.write_changed(self._path(name), texts[name].encode())
                self._note(steps)
            raise

    def _path(self, name: str) -> Path:
        return self.entities / name

    def _note(self, steps: list[Step]) -> None:
        data = json.dumps([asdict(one) for one in steps], ensure_ascii=False)
        disk.write_changed(self.journal, data.encode("utf-8", "surrogatepass"))
