"""YAML fields checked against their declaration, each error at its place and with a way out. No field by name."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from edition.model import Problem
from edition.read.located import Located

Problems = tuple[Problem, ...]
T = TypeVar("T")
# Words behind a value without quotation marks that YAML drops: `title: Update #2`.
DROPPED = re.compile(r"[ \t]+#.*")


def checked(
    adapter: TypeAdapter[T], file: str, node: Located, fields: object
) -> tuple[T, Problems] | tuple[None, Problems]:
    """The value that the fields make, or every problem that they have."""
    try:
        return adapter.validate_python(fields), ()
    except ValidationError as error:
        found = error.errors(include_url=False)
        return None, tuple(_problem(adapter, file, node, detail) for detail in found)


def _problem(adapter: TypeAdapter[T], file: str, node: Located, detail: ErrorDetails) -> Problem:
    path = detail["loc"]
    if detail["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        key = node.at(path, key=True)
        what, fix = f"Unknown field `{path[-1]}`.", nearest(str(path[-1]), known_fields(adapter, path))
        return Problem("E103", file, key.line, key.column, what, fix)
    place = node.at(path)
    name = ".".join(str(step) for step in path if isinstance(step, str)) or "value"
    what, fix = MESSAGES.get(detail["type"], _other)(name, detail)
    return Problem("E104", file, place.line, place.column, what, fix)


def nearest(word: str, allowed: list[str]) -> str:
    """The way out for a word that is none of the allowed ones."""
    close = difflib.get_close_matches(word, allowed, n=1)
    return f"did you mean `{close[0]}`?" if close else f"use one of {', '.join(allowed)}."


def known_fields(adapter: TypeAdapter[T], path: tuple[int | str, ...]) -> list[str]:
    """The fields that may stand where the path's last step stands."""
    schema = adapter.json_schema()
    here = schema
    for step in path[:-1]:
        here = here["items"] if isinstance(step, int) else here["properties"][step]
        reference = here.get("$ref")
        if reference:
            here = schema["$defs"][reference.rsplit("/", 1)[-1]]
    return [name for name in here["properties"] if name not in ("id", "kind")]


def _other(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}`: {detail['msg']}.", "see the schema for what it may be."


def _pattern(name: str, detail: ErrorDetails) -> tuple[str, str]:
    wanted = EXAMPLES.get(name.rsplit(".", 1)[-1], f"something like {detail['ctx']['pattern']}")
    return f"`{name}` cannot be `{detail['input']}`.", f"write {wanted}."


def _missing(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` is missing.", f"add `{name.rsplit('.', 1)[-1]}:`."


def _range(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return (
        f"`{name}` is out of range: {detail['input']}.",
        "write latitude (-90 to 90), then longitude (-180 to 180).",
    )


def _text(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` must be words, not {_shown(detail['input'])}.", f"write `{name}: words`."


def _list(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return (
        f"`{name}` must be a list, not {_shown(detail['input'])}.",
        "put it in square brackets: [one, two].",
    )


def _shown(value: object) -> str:
    return "nothing" if value is None else f"`{str(value)[:40]}`"


def _choice(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` cannot be `{detail['input']}`.", f"use one of {detail['ctx']['expected']}."


EXAMPLES = {
    "date": "a day as YYYY-MM-DD",
    "from": "a year, or a day as YYYY-MM-DD",
    "to": "a year, or a day as YYYY-MM-DD",
    "url": "an address that begins with https://",
    "language": "a language tag such as en or pt-BR",
    "wikidata": "Q and a number, such as Q423",
}
MESSAGES: dict[str, Callable[[str, ErrorDetails], tuple[str, str]]] = {
    "string_pattern_mismatch": _pattern,
    "missing": _missing,
    "missing_argument": _missing,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "string_type": _text,
    "string_too_short": _text,
    "tuple_type": _list,
    "literal_error": _choice,
    "enum": _choice,
}


def misread(file: str, text: str, node: Located) -> Iterator[Problem]:
    """Values that YAML cuts at a `#`: what the editor wrote is not what is read."""
    if not isinstance(node.value, Mapping):
        return
    for key, value in node.value.values():
        rest = text[value.end :].split("\n", 1)[0]
        if isinstance(value.value, str) and DROPPED.fullmatch(rest) and text[value.end - 1] not in "\"'":
            what = f"YAML drops `{rest.strip()}` behind `{key.value}` as a comment."
            yield Problem("W103", file, value.line, value.column, what, "put the value in quotation marks.")
