"""A page of Markdown as HTML, byte for byte as Python-Markdown writes it, for the few forms that the build writes.

Headings, paragraphs and plain lists, each with or without an attribute list, and raw HTML, with empty lines between
them. Any other form is refused. What opens which block is told by Python-Markdown's `blockprocessors` and `htmlparser`.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions.toc import slugify, strip_tags, unique
from markdown.util import ETX, STX

from edition.accelerator.inline import ATTRIBUTES, Resolve, UnsureError, inline, named, tag_attributes
from edition.accelerator.raw_html import passed_on

TAB = 4
KEPT = (STX, ETX, "\r", "\n```", "\n~~~")  # Python-Markdown takes them away, keeps them for itself, or reads fences
SPACES = re.compile(r"\n +\n")
# A line that would open a block or end one: heading, quotation, list, rule, table, fence, code, attribute list.
OPENING = re.compile(r"^(?:[ #>*+\-=_~`|:{]|\d+\.)", re.MULTILINE)
HEADING = re.compile(r"(#{1,6}) ([^\n]+)")
ITEM = re.compile(rf"- ([^\n]*)(?:\n  {ATTRIBUTES})?(?:\n|$)")
LIST_END = re.compile(ATTRIBUTES)
MARKER = "- "


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is given its id by its words, once all other ids of the page are known."""

    level: int
    classes: str
    words: str

    def html(self, ids: set[str], counters: dict[str, int]) -> str:
        slug = slugify(html.unescape(strip_tags(self.words)), "-")
        id = unique(slug, ids, counters)  # type: ignore[call-arg]  # the types are older
        return _element(f"h{self.level}", self.classes, id, self.words)


def page_html(markdown: str, resolve: Resolve) -> str:
    """The HTML of a page; `resolve` answers where a link leads. UnsureError where Python-Markdown must be asked."""
    ids: set[str] = set()
    blocks = [_block(block, resolve, ids) for block in _blocks(markdown)]
    counters: dict[str, int] = {}
    return "\n".join(one.html(ids, counters) if isinstance(one, Heading) else one for one in blocks).strip()


def _blocks(markdown: str) -> Iterator[str]:
    text = markdown.expandtabs(TAB) if "\t" in markdown else markdown
    if any(one in text for one in KEPT) or SPACES.search(text):
        raise UnsureError
    before = ""
    for block in re.split(r"\n\n+", text.strip("\n")):
        if before.startswith(MARKER) and block.startswith(MARKER):  # Python-Markdown makes them one list
            raise UnsureError
        yield block
        before = block


def _block(block: str, resolve: Resolve, ids: set[str]) -> str | Heading:
    if block.startswith("<") and not block.startswith("<span "):
        return f"{passed_on(block)}\n"
    if "  \n" in block:  # two spaces break a line
        raise UnsureError
    if block.startswith("#"):
        return _heading(block, resolve, ids)
    return _list(block, resolve, ids) if block.startswith(MARKER) else _paragraph(block, resolve, ids)


def _heading(block: str, resolve: Resolve, ids: set[str]) -> str | Heading:
    text, names = _apart(block, " ")
    found = HEADING.fullmatch(text)
    if found is None or not found[2].strip():
        raise UnsureError
    classes, id = named(names)
    words = inline(found[2].strip(), resolve, ids)
    if id:
        ids.add(id)
        return _element(f"h{len(found[1])}", classes, id, words)
    return Heading(len(found[1]), classes, words)


def _paragraph(block: str, resolve: Resolve, ids: set[str]) -> str:
    return _lines("p", *_apart(block, "\n"), resolve, ids)


def _apart(block: str, before: str) -> tuple[str, str]:
    """The text of a block and the words of the attribute list that ends it, behind a space or a line break."""
    text, bracket, last = block.rpartition(f"{before}{{ ")
    found = LIST_END.fullmatch(f"{{ {last}") if bracket else None
    return (text, found[1]) if found else (block, "")


def _list(block: str, resolve: Resolve, ids: set[str]) -> str:
    items: list[str] = []
    end = 0
    while end < len(block):
        found = ITEM.match(block, end)
        if found is None:
            raise UnsureError
        items.append(_lines("li", found[1], found[2] or "", resolve, ids))
        end = found.end()
    return "\n".join(("<ul>", *items, "</ul>"))


def _lines(tag: str, text: str, names: str, resolve: Resolve, ids: set[str]) -> str:
    """An element of lines that open no block of their own."""
    if OPENING.search(text) or not text.strip() or ("]:" in text and ReferenceProcessor.RE.search(text)):
        raise UnsureError
    classes, id = named(names)
    if id:
        ids.add(id)
    return _element(tag, classes, id, inline(text.lstrip(), resolve, ids))


def _element(tag: str, classes: str, id: str, words: str) -> str:
    return f"<{tag}{tag_attributes(classes, id)}>{words}</{tag}>"
