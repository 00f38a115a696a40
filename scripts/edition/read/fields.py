"""YAML fields checked against their declaration, each error at its place and with a way out. No field by name."""

import difflib
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from edition.model import Problem
from edition.read.located import Located
from edition.read.messages import said

Problems = tuple[Problem, ...]
Path = tuple[int | str, ...]
T = TypeVar("T")
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
# Words behind a value without quotation marks that YAML drops: `title: Update #2`; `Q1  # why` is a comment.
DROPPED = re.compile(r"[ \t]+#.*")
DROPPED_NOT_COMMENTED = re.compile(r"[ \t]+#\S.*")


def checked(
    adapter: TypeAdapter[T], file: str, node: Located, extra: Mapping[str, object] | None = None
) -> tuple[T, Problems] | tuple[None, Problems]:
    """The value that the fields make with the `extra` ones, or every problem that they have. Empty fields are none."""
    plain = node.plain()
    fields = {name: value for name, value in plain.items() if value is not None} if isinstance(plain, dict) else {}
    given = [name for name in extra or {} if name in fields]
    problems = tuple(_unknown(adapter, file, node, (name,)) for name in given)
    try:
        found = adapter.validate_python({**fields, **(extra or {})})
    except ValidationError as error:
        found_wrong = (_problem(adapter, file, node, error.title, detail) for detail in error.errors(include_url=False))
        return None, (*problems, *dict.fromkeys(found_wrong))
    return (None, problems) if problems else (found, ())


def _problem(adapter: TypeAdapter[T], file: str, node: Located, declared: str, detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    if detail["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return _unknown(adapter, file, node, path)
    place = node.at(path)
    what, fix = said(declared, path, detail)
    return Problem("E104", file, place.line, place.column, what, fix)


def _unknown(adapter: TypeAdapter[T], file: str, node: Located, path: Path) -> Problem:
    key = node.at(path, key=True)
    fix = nearest(str(path[-1]), known_fields(adapter, path))
    return Problem("E103", file, key.line, key.column, f"Unknown field `{path[-1]}`.", fix)


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The way out for a word that is none of the allowed ones."""
    allowed = list(allowed)
    close = difflib.get_close_matches(word[:100], allowed, n=1)
    if not allowed:
        return "remove it."
    return f"did you mean `{close[0]}`?" if close else f"use one of {', '.join(allowed)}."


@cache
def known_fields(adapter: TypeAdapter[T], path: Path) -> list[str]:
    """The fields that may stand where the path's last step stands."""
    schema = adapter.json_schema()
    here = schema
    for step in path[:-1]:
        here = here.get("items", {}) if isinstance(step, int) else here["properties"][step]
        reference = here.get("$ref")
        if reference:
            here = schema["$defs"][reference.rsplit("/", 1)[-1]]
    return [name for name in here.get("properties", {}) if name not in ("id", "kind")]


def impossible_days(file: str, node: Located, *paths: Path) -> Iterator[Problem]:
    """The dates at the paths that no calendar has; a year, or a month of one, may be all that is known."""
    for path in paths:
        place, date = node.at(path), node.words(path)
        if date is not None and DATE.fullmatch(date) and not is_day(date):
            what = f"There is no day `{date}`."
            yield Problem("E104", file, place.line, place.column, what, "write a day that exists as YYYY-MM-DD.")


def is_day(date: str) -> bool:
    """Whether `2020`, `2020-06` or `2020-06-30` exists; digits are 0 to 9."""
    if not date.isascii():
        return False
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def is_address(address: str) -> bool:
    """Whether it can be an address of the web."""
    try:
        parts = urlsplit(address)
    except ValueError:  # such as https://[1
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def misread(file: str, text: str, node: Located, dropped: re.Pattern[str] = DROPPED) -> Iterator[Problem]:
    """Values that YAML cuts at a `#`: what the editor wrote is not what is read."""
    for name, value in node.scalars():
        line_end = text.find("\n", value.end)
        rest = text[value.end : line_end if line_end >= 0 else len(text)]
        if dropped.fullmatch(rest) and text[value.end - 1 : value.end] not in ("'", '"'):
            what = f"YAML drops `{rest.strip()}` behind `{name}` as a comment."
            yield Problem("W103", file, value.line, value.column, what, "put the value in quotation marks.")
