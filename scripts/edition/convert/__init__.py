"""Saved web pages, Markdown, tables and plain text as articles of an edition. Pure: bytes in, text out."""

from edition.convert.dates import Order, dated
from edition.convert.draft import FIELDS, Draft, NotRead
from edition.convert.likeness import Likeness, Near, words_of
from edition.convert.marked import from_markdown
from edition.convert.pages import from_page
from edition.convert.plain import from_text
from edition.convert.tables import Columns, from_table, guessed, rows_of
from edition.convert.writing import article_text, id_of

__all__ = [
    "FIELDS",
    "Columns",
    "Draft",
    "Likeness",
    "Near",
    "NotRead",
    "Order",
    "article_text",
    "dated",
    "from_markdown",
    "from_page",
    "from_table",
    "from_text",
    "guessed",
    "id_of",
    "rows_of",
    "words_of",
]
