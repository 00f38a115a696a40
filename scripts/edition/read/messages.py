"""What is wrong with a field, and the way out, in an editor's words."""

from collections.abc import Callable

from pydantic_core import ErrorDetails

Path = tuple[int | str, ...]
Message = Callable[[str, ErrorDetails], tuple[str, str]]

# What to write in a field, by its name, or by what declares it and its name.
FIXES = {
    "date": "write a day as YYYY-MM-DD.",
    "from": "write a year, or a day as YYYY-MM-DD.",
    "to": "write a year, or a day as YYYY-MM-DD.",
    "url": "write an address that begins with https://.",
    "language": "write a language tag such as en or pt-BR.",
    "wikidata": "write Q and a number, such as Q423.",
    "gnd": "write the digits of the GND number.",
    "viaf": "write the digits of the VIAF number.",
    "geonames": "write the digits of the GeoNames number.",
    "coordinates": "write latitude (-90 to 90), then longitude (-180 to 180): [37.57, 126.98].",
    "local_names": "write languages and names: {ko: 서울}.",
    "source": "write an address that begins with https://.",
    "Event.date": "write a day as YYYY-MM-DD, a month as YYYY-MM, or a year.",
    "Entity.roles": "begin each role with `- title:`.",
    "FrontMatter.roles": "write `The first words of a line: caption`, or another role.",
}


def said(declared: str, path: Path, detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong at the path, and the way out; `declared` is what the fields are fields of."""
    steps = [step for step in path if isinstance(step, str) and step not in ("latitude", "longitude")]
    field = steps[-1] if steps else "value"
    message = MESSAGES.get(detail["type"], _wrong)
    if message is _text and isinstance(path[-1], int):
        message = _item
    if message is _missing and field == "coordinates":
        message = _wrong
    what, fix = message(".".join(steps), detail)
    special = FIXES.get(f"{declared}.{field}") or FIXES.get(field)
    return what, special if special and message is not _choice else fix


def _wrong(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` cannot be {_shown(detail['input'])}.", "see entities/schema.json for what it may be."


def _missing(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` is missing.", f"add `{name.rsplit('.', 1)[-1]}:`."


def _range(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` is out of range: {detail['input']}.", ""


def _text(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` must be words, not {_shown(detail['input'])}.", f"write `{name.rsplit('.', 1)[-1]}: words`."


def _item(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"Each of `{name}` must be words, not {_shown(detail['input'])}.", "write a list of words: [one, two]."


def _list(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` must be a list, not {_shown(detail['input'])}.", "put it in square brackets: [one, two]."


def _choice(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"`{name}` cannot be {_shown(detail['input'])}.", f"use one of {detail['ctx']['expected']}."


def _shown(value: object) -> str:
    """A value as the editor may have written it, cut where it is long."""
    if value in (None, ""):
        return "nothing"
    if isinstance(value, dict):
        return "fields"
    words = f"[{', '.join(map(str, value))}]" if isinstance(value, (list, tuple)) else str(value)
    return f"`{words[:40]}…`" if len(words) > 40 else f"`{words}`"


MESSAGES: dict[str, Message] = {
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
