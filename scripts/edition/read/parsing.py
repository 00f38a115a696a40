"""YAML read without its surprises: no dates or numbers, no aliases, no tags, one document; all with its place."""

import re
from collections.abc import Iterator, Mapping

import yaml
from yaml import CSafeLoader
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from edition.model import Problem
from edition.read.located import Located
from edition.read.text import CONTROL, LINE_BREAK, character_problems, normalised

DEEPEST = 20
LINE_BREAKS = re.compile(rf"\s*(?:\n|{LINE_BREAK})\s*")  # inside a value they are spaces
EMPTY = {"", "~", "null", "Null", "NULL"}
Marked = yaml.error.Mark | yaml._yaml.Mark
Value = str | tuple[Located, ...] | Mapping[str, tuple[Located, Located]] | None
QUOTE = "put it in quotation marks."


class Refused(Exception):
    """YAML that is not read any further."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_yaml(
    file: str, text: str, first_line: int = 1, *, strict: bool = True
) -> tuple[Located | None, tuple[Problem, ...]]:
    """The one document of the text, and its problems; None where one of them stops it, or where it is empty.

    `strict`: names, aliases and tags are problems; where other programs read the file too, they may stand.
    """
    text = CONTROL.sub("\ufffd", text)  # they are problems of their own
    reader = Reader(file, text, first_line, strict)
    try:
        found = reader.document()
    except Refused as error:
        return None, (*reader.problems, error.problem)
    except yaml.YAMLError as error:
        return None, (*reader.problems, _yaml_problem(file, text, error, first_line))
    return found, tuple(reader.problems)


def _yaml_problem(file: str, text: str, error: yaml.YAMLError, first_line: int) -> Problem:
    what, mark = str(error).partition("\n")[0], None
    if isinstance(error, yaml.MarkedYAMLError):
        is_unclosed = error.context == "while scanning a quoted scalar"  # what matters is where it begins
        what = "a quotation mark is never closed" if is_unclosed else error.problem or what
        mark = error.context_mark if is_unclosed else error.problem_mark
    line, column = (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)
    if mark and text[mark.index : mark.index + 1] == "\t":
        return Problem("E102", file, line, column, "YAML does not parse: here stands a tab.", "indent with spaces.")
    fix = "put values with `:`, `#` or quotation marks in quotation marks, and indent with spaces."
    return Problem("E102", file, line, column, f"YAML does not parse: {what}.", fix)


class Reader:
    """One pass over the events of a text; what does not stop it is collected in `problems`."""

    def __init__(self, file: str, text: str, first_line: int, strict: bool) -> None:
        self.file, self.text, self.first_line, self.strict = file, text, first_line, strict
        self.problems: list[Problem] = []

    def document(self) -> Located | None:
        """The value of the one document; None where it is empty."""
        events = iter(yaml.parse(self.text, Loader=CSafeLoader))
        next(events), next(events, None)
        first = next(events, None)
        found = self._node(first, events, 0) if isinstance(first, NodeEvent) else None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                raise Refused(self._problem(event, "A second document begins here.", "remove the line `---` or `...`."))
        return None if found is None or found.value is None else found

    def _problem(self, event: Event, what: str, fix: str, code: str = "E102") -> Problem:
        mark = _mark(event.start_mark)
        return Problem(code, self.file, self.first_line + mark.line, mark.column + 1, what, fix)

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Located:
        if depth > DEEPEST:
            raise Refused(self._problem(event, f"Nested deeper than {DEEPEST} levels.", "write it flat."))
        self._look_at_signs(event)
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        value: Value = None
        if isinstance(event, ScalarEvent):
            value = self._scalar(event)
        elif isinstance(event, SequenceStartEvent):
            value = tuple(self._node(item, events, depth + 1) for item in _until_end(events))
        elif isinstance(event, MappingStartEvent):
            value = self._mapping(events, depth + 1)
        tag = getattr(event, "tag", None) or ""
        return Located(value, self.first_line + start.line, start.column + 1, start.index, end.index, tag)

    def _look_at_signs(self, event: Event) -> None:
        """`*name`, `&name` and `!word` before a value, which YAML takes away from the words."""
        if not self.strict:
            return
        if isinstance(event, AliasEvent):  # what YAML bombs are made of; no edition needs it
            raise Refused(self._problem(event, f"`*{event.anchor}` is no value: aliases are not read.", QUOTE))
        if getattr(event, "tag", None):
            self.problems.append(self._problem(event, "YAML takes `!` and the word behind it for a tag.", QUOTE))
        elif isinstance(event, NodeEvent) and event.anchor:
            self.problems.append(self._problem(event, f"YAML takes `&{event.anchor}` for an anchor.", QUOTE))

    def _scalar(self, event: ScalarEvent) -> str | None:
        if event.implicit[0] and event.value in EMPTY:  # written without quotation marks
            return None
        start, end = _mark(event.start_mark), _mark(event.end_mark)
        raw = self.text[start.index : end.index]
        words, _ = normalised(event.value)
        if "\\" in raw:  # what is written as itself is reported of the file as a whole
            escaped = "".join(sorted(set(words) - set(raw)))
            found = character_problems(self.file, escaped)
            self.problems += (self._problem(event, one.what, one.fix, one.code) for one in found)
        return LINE_BREAKS.sub(" ", words).strip()

    def _mapping(self, events: Iterator[Event], depth: int) -> Mapping[str, tuple[Located, Located]]:
        pairs: dict[str, tuple[Located, Located]] = {}
        for event in _until_end(events):
            key = self._node(event, events, depth)
            value = self._node(next(events), events, depth)
            if not isinstance(key.value, str):
                raise Refused(self._problem(event, "A key must be a word.", "write `key: value`."))
            if key.value in pairs:
                what = f"`{key.value}` stands twice, first in line {pairs[key.value][0].line}."
                self.problems.append(self._problem(event, what, "keep one.", "E201"))
            pairs.setdefault(key.value, (key, value))
        return pairs


def _mark(mark: Marked | None) -> Marked:
    """Every event of a text has its place; the type of the library leaves it open."""
    assert mark is not None
    return mark


def _until_end(events: Iterator[Event]) -> Iterator[Event]:
    for event in events:
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            return
        yield event
