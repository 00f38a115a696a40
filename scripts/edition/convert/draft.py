"""What could be read of an article that somebody has, before it is one of an edition."""

import re
from dataclasses import dataclass, field

from edition.model import Source
from edition.read.text import BIDIRECTIONAL, CONTROL, LINE_BREAK, decoded, likely_encoding

FIELDS = ("date", "place", "publisher", "author", "url", "rights", "language", "summary")  # of front matter


class NotRead(Exception):
    """Why a file, or a row of it, is no article: a sentence that says what is wrong and, where there is one, the way
    out."""


@dataclass(frozen=True)
class Draft:
    """`text` has one paragraph a line or parted by empty lines, without the headline; `fields` are those of FIELDS
    that were found; `doubts` say what was found and could not be used."""

    title: str
    text: str
    fields: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def text_of(source: Source) -> str:
    """The words of a file in whatever encoding, with plain line breaks, without signs that no page can show."""
    text, _ = decoded(source)
    if text is None:
        encoding = likely_encoding(source.data)
        if encoding is None:
            raise NotRead("It is in no encoding that could be told. Fix: save it as UTF-8.")
        text = source.data.decode(encoding, "replace")
    if text.count("\0") > len(text) // 1000:
        raise NotRead("It is no text: it holds bytes that no text has.")
    return cleaned(text)


def cleaned(text: str) -> str:
    """Without half characters, control characters, those that turn the direction of reading, a mark at the start."""
    text = text.encode("utf-8", "ignore").decode()
    return BIDIRECTIONAL.sub("", CONTROL.sub("", re.sub(LINE_BREAK, "\n", text))).lstrip("\ufeff")


def one_line(text: str) -> str:
    return " ".join(text.split())
