"""Plain text: the first line is the headline; a day, a writer where the lines below it say nothing else."""

import re
from collections.abc import Iterator

from edition.convert.dates import WRITTEN, Order, dated
from edition.convert.draft import FIELDS, Draft, NotRead, one_line, text_of
from edition.model import Source
from edition.read import read_article
from edition.read.front_matter import CLOSING, OPENING, read_header
from edition.read.roles import LONGEST_HEADLINE

HEAD = 6  # lines below the headline in which a date or a writer may stand
LABEL = r"(?:(?:Published|Posted|Updated|Date|Filed)(?:\s+on)?:?\s+)?"
DATE_LINE = re.compile(rf"{LABEL}(?P<date>{WRITTEN})(?:[,\s].{{0,25}})?\Z", re.IGNORECASE)
DATELINE = re.compile(rf"[^\W\d_a-z][^\n]{{1,40}}?,\s(?P<date>(?i:{WRITTEN}))\s*(?:\([^)]{{1,30}}\)\s*)?[-–—:]")
NUMBERED = re.compile(r"(?:Date|Published):\s*(?P<date>\d{1,2}[./-]\d{1,2}[./-]\d{4})\Z")
BYLINE = re.compile(r"(?:By|BY|by):?\s+(?P<author>[^\W\d_a-z][^\n,|]{2,80})\Z")
IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


def from_text(source: Source, order: Order | None = None) -> Draft:
    """The draft of a plain text; one with front matter keeps it."""
    text = text_of(source)
    if OPENING.match(text) and CLOSING.search(text, 3):
        return _with_header(Source(source.file, text.encode()))
    lines = text.strip().split("\n")
    title = one_line(lines[0])
    if not any(one.isalnum() for one in text):
        raise NotRead("It has no words.")
    rest = "\n".join(lines[1:]).strip("\n")
    if len(title) > LONGEST_HEADLINE:
        raise NotRead("Its first line is too long for a headline. Fix: write the headline into a line above it.")
    fields, doubts = in_head(lines[1:], order)
    if "date" not in fields and (in_name := in_file_name(source.file)):
        fields["date"] = in_name
    return Draft(title, rest, fields, tuple(doubts))


def _with_header(source: Source) -> Draft:
    """A text that already is an article: its front matter as far as it can be read, its words as they are."""
    article, problems = read_article(source)
    if article is None:
        raise NotRead(f"Its front matter cannot be read: {next(one for one in problems if one.is_error)}")
    header, _ = read_header(source.file, source.data.decode())
    assert header is not None
    found = {name: getattr(article.front, name) for name in FIELDS}
    rest = source.data.decode()[header.text_start :].strip("\n")
    if article.front.title is None:
        rest = rest.partition("\n")[2].strip("\n")
    return Draft(article.title, rest, {name: value for name, value in found.items() if value})


def in_head(lines: list[str], order: Order | None) -> tuple[dict[str, str], list[str]]:
    """Date and writer that stand alone in a line near the top, or the date in the dateline of the first paragraph."""
    fields: dict[str, str] = {}
    doubts: list[str] = []
    for line in _first(lines):
        if "author" not in fields and (match := BYLINE.match(line)):
            fields["author"] = match["author"].strip()
        if "date" not in fields:
            written = DATE_LINE.match(line) or NUMBERED.match(line) or DATELINE.match(line)
            found, why = dated(written["date"], order) if written else (None, "")
            fields |= {"date": found} if found else {}
            doubts += [why] if why else []
    return fields, doubts


def _first(lines: list[str]) -> Iterator[str]:
    shown = (one_line(line[:400]) for line in lines[: 4 * HEAD])
    yield from [line for line in shown if line][:HEAD]


def in_file_name(file: str) -> str | None:
    """The day that the name of a file has: `2020-06-16-office.txt`, `office_20200616.txt`."""
    match = IN_NAME.search(file.rsplit("/", 1)[-1])
    return dated("-".join(match.groups()))[0] if match else None
