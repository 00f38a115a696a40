"""Tables with one article a row: CSV, TSV, JSON Lines, a JSON list. Which column holds what is said or guessed."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from edition.convert.dates import Order, dated
from edition.convert.draft import FIELDS, Draft, NotRead, cleaned, one_line, text_of
from edition.model import Source
from edition.read.roles import LONGEST_HEADLINE

Columns = Mapping[str, str]  # by our field the name of the column
Row = Mapping[str, str]
# Names that columns usually have; of several the first that is there.
USUAL = {
    "title": "title headline head heading subject name".split(),
    "text": "text body content article full_text fulltext maintext main_text article_text plain_text".split(),
    "date": "date published publication_date date_published pub_date pubdate published_at date_publish day".split(),
    "publisher": "publisher source newspaper publication outlet sitename site".split(),
    "author": "author authors byline writer creator".split(),
    "url": "url link address permalink source_url".split(),
    "place": "place dateline location".split(),
    "language": "language lang".split(),
    "summary": "summary description abstract lead standfirst".split(),
    "rights": "rights license licence copyright".split(),
}
LARGEST_FIELD = 50_000_000  # characters


def rows_of(source: Source) -> Iterator[tuple[int, Row | NotRead]]:
    """Each row by the line on which it begins (by its place in a JSON list), or why it is none."""
    text = text_of(source)
    name = source.file.lower()
    if name.endswith((".jsonl", ".ndjson")):
        yield from _json_lines(text)
    elif name.endswith(".json"):
        yield from _json_list(text)
    else:
        yield from _table(text, "\t" if name.endswith(".tsv") else None)


def guessed(columns: list[str]) -> dict[str, str]:
    """The columns by their usual names."""
    known = {one.lower().strip().replace(" ", "_").replace("-", "_"): one for one in reversed(columns)}
    found = {field: next((known[name] for name in names if name in known), "") for field, names in USUAL.items()}
    return {field: column for field, column in found.items() if column}


def from_table(row: Row, columns: Columns, order: Order | None = None) -> Draft:
    """The article of a row. Without a column for the headline, the first line of the text is one."""
    text = cleaned(row.get(columns.get("text", ""), "")).strip()
    title = one_line(cleaned(row.get(columns.get("title", ""), "")))
    if not title:
        title, _, text = text.partition("\n")
        title = one_line(title)
    if not any(one.isalnum() for one in title + text):
        raise NotRead("The row has no words.")
    if len(title) > LONGEST_HEADLINE:
        raise NotRead("Its headline is too long. Fix: name the column that holds it: --column title=NAME.")
    written = {name: one_line(cleaned(row.get(columns.get(name, ""), ""))) for name in FIELDS}
    day, why = dated(written.pop("date"), order)
    fields = {name: value for name, value in written.items() if value}
    return Draft(title, text, fields | ({"date": day} if day else {}), (why,) if why else ())


def _json_lines(text: str) -> Iterator[tuple[int, Row | NotRead]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> Row | NotRead:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return NotRead(f"The line is no JSON: {getattr(error, 'msg', 'too deep')}.")
    return _row(found) if isinstance(found, dict) else NotRead("The line is no JSON object.")


def _json_list(text: str) -> Iterator[tuple[int, Row | NotRead]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotRead(f"It is no JSON: {getattr(error, 'msg', 'too deep')}.") from error
    if isinstance(found, dict):  # `{"articles": [...]}`
        found = next((value for value in found.values() if isinstance(value, list)), [found])
    for number, one in enumerate(found if isinstance(found, list) else [found], 1):
        yield number, _row(one) if isinstance(one, dict) else NotRead("It is no JSON object.")


def _row(found: Mapping[str, Any]) -> Row:
    return {str(name): _words(value) for name, value in found.items()}


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) if all(isinstance(one, str) for one in value) else ""
    return "" if value is None or isinstance(value, dict) else str(value)


def _table(text: str, delimiter: str | None) -> Iterator[tuple[int, Row | NotRead]]:
    csv.field_size_limit(LARGEST_FIELD)
    head = text.partition("\n")[0]
    delimiter = delimiter or max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter, restval="")
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, NotRead(f"The table is damaged: {error}.")
            continue
        yield line, {str(name): value for name, value in row.items() if isinstance(value, str)}
