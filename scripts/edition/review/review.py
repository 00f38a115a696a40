"""Where a review stands: what is suggested, what was decided, and by whom it may be decided next."""

import hashlib
from collections.abc import Mapping
from concurrent.futures import CancelledError
from dataclasses import replace
from threading import Condition, Event, Lock, Thread

from edition.amend import (
    Choice,
    Decision,
    Draft,
    Proposal,
    Texts,
    amended,
    changed_lines,
    decide,
    drafted,
    forms_by_article,
    proposal_of,
)
from edition.model import Suggestion
from edition.progress import Advance, untold
from edition.review.desk import Desk, Step
from edition.review.reading import Reader, Reading
from edition.suggest.ways import key

PAUSE = 0.5  # seconds between two looks at the files


class Stale(Exception):
    """The suggestion is another by now, or was decided in another window."""


class Done:
    """What came of a decision, or of taking one back: said in words, and the lines of the files that it changed."""

    def __init__(self, step: Step, lines: Mapping[str, list[str]]) -> None:
        self.step, self.lines = step, lines


class Review:
    """The one state that all windows share. `version` grows with every change; decisions are on the disk at once, and
    the suggestions stand anew a little later."""

    def __init__(self, reader: Reader, desk: Desk) -> None:
        self.reader, self.desk = reader, desk
        self.reading, self.version, self.is_busy = Reading(), 0, True
        self.changed = Condition()
        self._wanted, self._over = Event(), Event()
        self._seen: object = self._look()
        self._deciding = Lock()
        self._decided: set[str] = set()

    def begin(self, linking: Advance = untold, looking: Advance = untold) -> None:
        """Read all articles, and follow the files from then on."""
        self._read(linking, looking)
        Thread(target=self._follow, daemon=True).start()

    def end(self) -> None:
        self._over.set()
        self.reader.close()

    def wait(self, version: int, seconds: float) -> None:
        """Until something is another than in that version, or so long."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, seconds)

    def steps(self) -> list[Step]:
        return self.desk.steps()

    def decide(self, id: str, seen: str, choice: Choice) -> Done:
        """Write what was decided; `seen` is the name of the suggestion as it was shown."""
        with self._deciding:
            return self._decide(id, seen, choice)

    def _decide(self, id: str, seen: str, choice: Choice) -> Done:
        suggestion = self.reading.suggestions.get(id)
        if suggestion is None or name_of(suggestion) != seen:
            raise Stale("It was decided in another window, or its articles or names have changed meanwhile.")
        lines: dict[str, list[str]] = {}
        gone: set[str] = set()

        choice = replace(choice, one=replace(choice.one, written=tuple(form for form, _ in suggestion.forms)))
        if key(choice.one.name) != key(suggestion.name):  # the id follows the name
            choice = replace(choice, one=replace(choice.one, id=""))

        def step(texts: Texts) -> tuple[Step, Mapping[str, str]]:
            draft = drafted(texts, self._proposals())
            said = decide(draft, choice, forms_by_article(suggestion))
            after = amended(texts, draft)
            lines.update({name: changed_lines(texts.get(name, ""), text) for name, text in after.items()})
            gone.update({id, *self._accepted(draft)})
            return _step(said, id, choice, gone), after

        done = Done(self.desk.take(step), lines)
        if choice.decision is not Decision.LATER:
            self._decided |= gone
        self._note()
        self._wanted.set()
        return done

    def undo(self) -> Done | None:
        """Take the last decision back; None where there is none."""
        before = self.desk.texts()
        step = self.desk.undo()
        if step is None:
            return None
        after = self.desk.texts()
        lines = {name: changed_lines(before.get(name, ""), after.get(name, "")) for name in step.edits}
        self._note()
        self._wanted.set()
        return Done(step, lines)

    def _proposals(self) -> dict[str, Proposal]:
        """All that is suggested, as it would be accepted."""
        return {id: proposal_of(one) for id, one in self.reading.suggestions.items()}

    def _accepted(self, draft: Draft) -> set[str]:
        """The suggestions that have become entities beside the one at hand."""
        return self.reading.suggestions.keys() & set(draft.new)

    def _follow(self) -> None:
        """Read again after each decision, and when a file has been changed by hand."""
        while not self._over.is_set():
            is_wanted = self._wanted.wait(PAUSE)
            self._wanted.clear()
            seen = self._look()
            if (is_wanted or seen != self._seen) and not self._over.is_set():
                self._seen = seen
                self._read(untold, untold)

    def _look(self) -> object:
        try:
            return self.reader.seen()
        except OSError as error:  # a folder that cannot be read now
            return str(error)

    def _read(self, linking: Advance, looking: Advance) -> None:
        self.is_busy = True
        self._decided = set()  # from here on: what is decided while it reads must not come back with the reading
        try:
            reading = self.reader.read(self.reading, linking, looking)
        except OSError as error:
            reading = replace(self.reading, wrong=f"{error.filename}: {error.strerror}.")
        except (RuntimeError, CancelledError):  # the reader has been closed
            return
        self.is_busy = self._wanted.is_set()
        self._note(reading)

    def _note(self, reading: Reading | None = None) -> None:
        """Something is another than before; without what has been decided since the reading was begun."""
        with self.changed:
            reading, decided = reading or self.reading, self._decided
            kept = {id: one for id, one in reading.suggestions.items() if id not in decided}
            self.reading = replace(reading, suggestions=kept)
            self.version += 1
            self.changed.notify_all()


def _step(said: str, id: str, choice: Choice, gone: set[str]) -> Step:
    if choice.decision is Decision.LATER:
        return Step(said, (), (id,))
    return Step(said, (id, *sorted(gone - {id})))


def name_of(one: Suggestion) -> str:
    """A name for what is shown of it."""
    shown = (one.kind.value, one.name, one.known, one.forms, [at[:3] for at in one.occurrences])
    return hashlib.sha256(repr(shown).encode("utf-8", "surrogatepass")).hexdigest()[:16]
