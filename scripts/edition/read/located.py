"""YAML as values that know their place in the file: line and column for every field. No meaning of any field."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml
from yaml import CSafeLoader
from yaml.events import AliasEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

from edition.model import Problem

DEEPEST = 20
LINE_BREAKS = re.compile(r"\s*\n\s*")  # inside a value they are spaces
Marked = yaml.error.Mark | yaml._yaml.Mark
EMPTY = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Located:
    """A YAML value; scalars are strings (None where empty), so that no date or number is changed by reading.

    `start`, `end` are code points in the YAML text; `line`, `column` count from 1.
    """

    value: "str | tuple[Located, ...] | Mapping[str, tuple[Located, Located]] | None"
    line: int
    column: int
    start: int
    end: int

    def plain(self) -> object:
        """The value without places, for checks."""
        if isinstance(self.value, Mapping):
            return {key: value.plain() for key, (_, value) in self.value.items()}
        return [item.plain() for item in self.value] if isinstance(self.value, tuple) else self.value

    def at(self, path: tuple[object, ...], *, key: bool = False) -> "Located":
        """What stands at a path of keys and numbers, or the last thing on the way; `key`: the last key itself."""
        if not path:
            return self
        step, rest = path[0], path[1:]
        if isinstance(self.value, Mapping) and step in self.value:
            pair = self.value[str(step)]
            return pair[0] if key and not rest else pair[1].at(rest, key=key)
        if isinstance(self.value, tuple) and isinstance(step, int) and step < len(self.value):
            return self.value[step].at(rest, key=key)
        return self


class Refused(Exception):
    """YAML that is not read: what is wrong with it, the way out, and where (from 0)."""

    def __init__(self, what: str, fix: str, line: int, column: int, code: str = "E102") -> None:
        super().__init__(what)
        self.what, self.fix, self.line, self.column, self.code = what, fix, line, column, code


def read_yaml(file: str, text: str, first_line: int = 1) -> tuple[Located | None, tuple[Problem, ...]]:
    """The one document of the text, or the problem that stops it; None without a problem where it is empty."""
    try:
        return _document(text, first_line), ()
    except Refused as error:
        place = (first_line + error.line, error.column + 1)
        return None, (Problem(error.code, file, *place, error.what, error.fix),)
    except yaml.YAMLError as error:
        return None, (_yaml_problem(file, error, first_line),)


def _yaml_problem(file: str, error: yaml.YAMLError, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error)
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
    fix = "put values with `:`, `#` or quotation marks in quotation marks, and indent with spaces."
    return Problem("E102", file, line, column, f"YAML does not parse: {what}.", fix)


def _document(text: str, first_line: int) -> Located | None:
    events = iter(yaml.parse(text, Loader=CSafeLoader))
    next(events), next(events, None)
    first = next(events, None)
    if not isinstance(first, (ScalarEvent, SequenceStartEvent, MappingStartEvent)):
        if isinstance(first, AliasEvent):
            raise _refused(first, "Aliases (`*name`) are not read.", "write the value out.")
        return None
    found = _node(first, events, first_line, 0)
    return None if found.value is None else found


def _refused(event: Event, what: str, fix: str, code: str = "E102") -> Refused:
    mark = _mark(event.start_mark)
    return Refused(what, fix, mark.line, mark.column, code)


def _mark(mark: Marked | None) -> Marked:
    """Every event of a text has its place; the type of the library leaves it open."""
    assert mark is not None
    return mark


def _node(event: Event, events: Iterator[Event], first_line: int, depth: int) -> Located:
    if depth > DEEPEST:
        raise _refused(event, f"Nested deeper than {DEEPEST} levels.", "write it flat.")
    if isinstance(event, AliasEvent):  # what YAML bombs are made of; no registry needs it
        raise _refused(event, "Aliases (`*name`) are not read.", "write the value out.")
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    value: str | tuple[Located, ...] | Mapping[str, tuple[Located, Located]] | None
    if isinstance(event, ScalarEvent):
        is_empty = event.implicit[0] and event.value in EMPTY  # written without quotation marks
        value = None if is_empty else LINE_BREAKS.sub(" ", event.value).strip()
    elif isinstance(event, SequenceStartEvent):
        value = tuple(_node(item, events, first_line, depth + 1) for item in _until_end(events))
    else:
        value = _mapping(events, first_line, depth + 1)
    return Located(value, first_line + start.line, start.column + 1, start.index, end.index)


def _until_end(events: Iterator[Event]) -> Iterator[Event]:
    for event in events:
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            return
        yield event


def _mapping(events: Iterator[Event], first_line: int, depth: int) -> Mapping[str, tuple[Located, Located]]:
    pairs: dict[str, tuple[Located, Located]] = {}
    for event in _until_end(events):
        key = _node(event, events, first_line, depth)
        if not isinstance(key.value, str):
            raise _refused(event, "A key must be a word.", "write `key: value`.")
        if key.value in pairs:
            earlier = pairs[key.value][0].line
            raise _refused(event, f"`{key.value}` stands twice, first in line {earlier}.", "keep one.", "E201")
        pairs[key.value] = (key, _node(next(events), events, first_line, depth))
    return pairs
