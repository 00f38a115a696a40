"""What stands between two lines `---` at the top of an article: its fields, or problems. No word of the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from edition.model import FrontMatter, Problem, Span
from edition.read.fields import checked, impossible_days, is_address, misread
from edition.read.located import Located
from edition.read.messages import FIXES
from edition.read.parsing import read_yaml

OPENING = re.compile(r"\s*^---[ \t]*$", re.MULTILINE)
CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)
FRONT_MATTER: TypeAdapter[FrontMatter] = TypeAdapter(FrontMatter)
Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The fields, where each stands, where the text begins, and the title's span where it is written as it reads."""

    front: FrontMatter
    fields: Located
    text_start: int = 0
    title: Span | None = None


def read_header(file: str, text: str) -> tuple[Header | None, Problems]:
    """The header, empty where the text has none, and its problems; None where an error leaves no header."""
    nothing = Located({}, 1, 1, 0, 0)
    opening = OPENING.match(text)
    if opening is None:
        return Header(FrontMatter(), nothing), ()
    closing = CLOSING.search(text, opening.end())
    line = text.count("\n", 0, opening.end()) + 1
    if closing is None:
        fix = "close it with a line `---`, or remove this one."
        return None, (Problem("E105", file, line, 1, "The front matter never ends.", fix),)
    start = opening.end() + 1
    written = text[start : closing.start()]
    found, problems = read_yaml(file, written, first_line=line + 1)
    if found is None:
        return None if problems else Header(FrontMatter(), nothing, closing.end()), problems
    front, more = _fields(file, written, found)
    if front is None:
        return None, (*problems, *more)
    title = _verbatim(text, start, front.title, found.at(("title",)))
    return Header(front, found, closing.end(), title), (*problems, *more)


def takes(field: str, value: str) -> bool:
    """Whether a field of front matter may have the value."""
    try:
        FRONT_MATTER.validate_python({field: value})
    except ValidationError:
        return False
    return field != "url" or is_address(value)


def _fields(file: str, written: str, found: Located) -> tuple[FrontMatter | None, Problems]:
    if not isinstance(found.value, Mapping):
        what, fix = "The front matter is no list of fields.", "write `field: value`."
        return None, (Problem("E105", file, found.line, found.column, what, fix),)
    front, problems = checked(FRONT_MATTER, file, found)
    problems = (*problems, *misread(file, written, found), *impossible_days(file, found, ("date",)))
    if front is not None and front.url and not is_address(front.url):
        node, what = found.at(("url",)), f"`url` cannot be `{front.url}`."
        problems += (Problem("E104", file, node.line, node.column, what, FIXES["url"]),)
    return front, problems


def _verbatim(text: str, header: int, title: str | None, node: Located) -> Span | None:
    """Where the file writes the title just as it reads; None where quotation marks or folds change it."""
    for trim in (0, 1):
        span = Span(header + node.start + trim, max(header + node.end - trim, header + node.start + trim))
        if title is not None and span.of(text) == title:
            return span
    return None
