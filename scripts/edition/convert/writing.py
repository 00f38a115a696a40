"""A draft as the text of an article, and the id that it gets."""

import json
import re
import unicodedata

from edition.convert.draft import FIELDS, Draft, NotRead, one_line
from edition.model import Source
from edition.read import article_id, read_article, takes

DISPENSABLE = ("url", "language")  # pages and tables say them in ways of their own; the article does without
LATIN = 0x250  # letters below it lose their accents in an id
LONGEST_ID = 72  # characters of the headline's part
PLAIN = re.compile(r"[^\W\d_][\w ,.()’‘“”–—'/%€$£+-]*(?:: ?)?[\w ,.()’‘“”–—'/%€$£+-]*")
AS_OTHER = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}


def id_of(draft: Draft) -> str:
    """From date and headline: `2020-06-16-north-blows-up-the-office`; whole words of the headline."""
    title = re.sub(r"['’]", "", draft.title)
    if all(ord(one) < LATIN for one in title if one.isalpha()):
        title = "".join(one for one in unicodedata.normalize("NFKD", title) if not unicodedata.combining(one))
    words = article_id(title.replace("/", "-")).split("-")
    while len(words) > 1 and len("-".join(words)) > LONGEST_ID:
        words.pop()
    name = "-".join(words)[:LONGEST_ID].strip("-") or "article"
    return f"{draft.fields['date']}-{name}" if "date" in draft.fields else name


def article_text(draft: Draft) -> str:
    """The file of the article. NotRead where it could not be read as one."""
    fields = {name: one_line(draft.fields.get(name, "")) for name in FIELDS}
    wrong = {name for name in DISPENSABLE if not takes(name, fields[name])}
    fields = {"title": draft.title} | {name: value for name, value in fields.items() if value and name not in wrong}
    header = "".join(f"{name}: {scalar(value)}\n" for name, value in fields.items())
    text = f"---\n{header}---\n{draft.text.strip()}\n"
    article, problems = read_article(Source("articles/new.txt", text.encode("utf-8", "replace")))
    if article is None:
        raise NotRead(next(f"{one.what} Fix: {one.fix}" for one in problems if one.is_error))
    return text


def scalar(value: str) -> str:
    """A value of YAML as it reads, if it may stand so; in quotation marks otherwise."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    if (
        PLAIN.fullmatch(value)
        and ": " not in value
        and not value.endswith((":", " "))
        and value.lower() not in AS_OTHER
    ):
        return value
    return f'"{value}"' if not set('"\\') & set(value) and value.isprintable() else json.dumps(value)
