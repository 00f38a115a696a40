"""Markdown: front matter as it is, the words without their signs."""

import re

from edition.convert.dates import Order, dated
from edition.convert.draft import FIELDS, Draft, NotRead, one_line, text_of
from edition.convert.plain import in_file_name, in_head
from edition.model import Source
from edition.read.parsing import read_yaml

HEADER = re.compile(r"\s*---[ \t]*\n(?P<fields>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
ATX, RULER = re.compile(r"#{1,6}[ \t]+(?P<words>.*)\Z"), re.compile(r"(?:[-*_][ \t]*){3,}\Z|=+\Z")
# No pattern may pass its own beginning: a line of nothing but beginnings would take for ever.
IMAGE, LINK = (
    re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)"),
    re.compile(r"\[(?P<words>[^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"),
)
EMPHASIS = re.compile(r"(?<![\w*_])(?P<sign>\*{1,3}|_{1,3})(?=\S)(?P<words>[^*_\n]+)(?<=\S)(?P=sign)(?![\w*_])")
START = re.compile(r"\A(?:>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)+")
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--(?:(?!<!--).)*?-->")
ESCAPED, CODE = re.compile(r"\\([!-/:-@\[-`{-~])"), re.compile(r"(?<!`)`+([^`\n]+)`+")
NAMES = {"headline": "title", "byline": "author", "authors": "author", "source": "publisher", "lang": "language",
         "description": "summary", "link": "url", "published": "date"}  # fmt: skip


def from_markdown(source: Source, order: Order | None = None) -> Draft:
    """Headings are lines of their own; links and emphasis are their words; pictures are left out."""
    text = text_of(source)
    header = HEADER.match(text)
    fields = _fields(source.file, header["fields"]) if header else {}
    body = text[header.end() :] if header else text
    paragraphs = [words for block in re.split(r"\n[ \t]*\n", body) for words in _paragraphs(block)]
    title = fields.pop("title", "")
    if paragraphs and (not title or paragraphs[0] == title):
        title = paragraphs.pop(0)
    if not title:
        raise NotRead("It has no words.")
    found, doubts = in_head(paragraphs, order)
    if "date" in fields:
        day, why = dated(fields.pop("date"), order)
        doubts, found = ([why] if why else []), found | ({"date": day} if day else {})
    elif "date" not in found and (in_name := in_file_name(source.file)):
        found["date"] = in_name
    return Draft(title, "\n\n".join(paragraphs), found | fields, tuple(doubts))


def _fields(file: str, written: str) -> dict[str, str]:
    """Front matter that says what an edition asks for, by our names; the rest is left."""
    found, _ = read_yaml(file, written, strict=False)
    plain = found.plain() if found else None
    fields: dict[str, str] = {}
    for name, value in plain.items() if isinstance(plain, dict) else ():
        known = NAMES.get(name.lower(), name.lower())
        words = ", ".join(map(str, value)) if isinstance(value, list) else value
        if known in (*FIELDS, "title") and isinstance(words, str) and words.strip():
            fields.setdefault(known, one_line(words))
    return fields


def _paragraphs(block: str) -> list[str]:
    """A heading and what stands right below it are two; the lines of a list are so many; others are one."""
    found: list[list[str]] = []
    is_open = False
    for line in block.split("\n"):
        heading = ATX.match(line.strip())
        if RULER.match(line.strip()):
            is_open = False
            continue
        words = one_line(_plain(heading["words"].rstrip("# \t") if heading else START.sub("", line.strip(), count=1)))
        if not words:
            continue
        if heading or START.match(line.strip()) or not is_open:
            found.append([words])
        else:
            found[-1].append(words)
        is_open = not heading
    return [" ".join(lines) for lines in found]


def _plain(line: str) -> str:
    line = LINK.sub(r"\g<words>", TAG.sub("", IMAGE.sub("", line)))
    for _ in range(2):  # `**_both_**`
        line = EMPHASIS.sub(r"\g<words>", line)
    return ESCAPED.sub(r"\1", CODE.sub(r"\1", line))
