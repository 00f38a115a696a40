"""The inside of a line as HTML, byte for byte as Python-Markdown writes it, for the few forms that the build writes.

What is not one of these forms is refused, and the page goes to Python-Markdown: nothing here guesses. The forms are
those of `edition.markdown`: escaped text, entities, links with an attribute list, `span` for a place to lead to.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from markdown.serializers import _escape_attrib_html as escape_attribute  # type: ignore[attr-defined]

Resolve = Callable[[str], str]  # the address in a link of Markdown as the one in HTML

WORD = r"[.#](?:[^\W_]|-)++"
ATTRIBUTES = rf"\{{ ({WORD}(?: {WORD})*+) \}}"
ENTITY = r"&(?:[a-zA-Z][a-zA-Z0-9]*+|\#[0-9]++);"
PLAIN = rf"(?:[^\\\[\]<>&`*_{{}}\#!]++|!(?!\[)|\\[\\`*_{{}}\[\]\#!]|{ENTITY})"
SPAN = r'<span id="(?:[^\W_]|-)++" class="[a-z-]++">|</span>'
LINK = rf"\[((?:{PLAIN}|{SPAN})*+)\]\(([^\s<>()\[\]\\\"'`*_{{}}|^]++)\)(?:{ATTRIBUTES})?"
EMPHASIS = r"\*([a-zA-Z]++)\*(?= )"  # of the first word alone
KNOWN = re.compile(rf"(?:{EMPHASIS})?+(?:{PLAIN}|{SPAN}|{LINK})*+")
TOKEN = re.compile(rf"\\(.)|{LINK}|\A{EMPHASIS}")
ESCAPED = re.compile(r"\\(.)")


class UnsureError(Exception):
    """The Markdown has a form that is not known here."""


def inline(markdown: str, resolve: Resolve, ids: set[str]) -> str:
    """The HTML of a text that opens no block; the ids of its links are put into `ids`."""
    if not KNOWN.fullmatch(markdown):
        raise UnsureError

    def html(found: re.Match[str]) -> str:
        escaped, words, address, names, emphasized = found.groups()
        if escaped:
            return str(escaped)
        if emphasized:
            return f"<em>{emphasized}</em>"
        classes, id = named(names or "")
        if id:
            ids.add(id)
        inside = ESCAPED.sub(r"\1", words) if "\\" in words else words
        return f"<a{tag_attributes(classes, id, escape_attribute(resolve(address)))}>{inside}</a>"

    return TOKEN.sub(html, markdown)


@lru_cache(maxsize=10_000)
def named(names: str) -> tuple[str, str]:
    """The classes and the id that an attribute list gives; of several ids the last."""
    words = names.split()
    ids = [word[1:] for word in words if word[0] == "#"]
    return " ".join(word[1:] for word in words if word[0] == "."), ids[-1] if ids else ""


def tag_attributes(classes: str, id: str, address: str = "") -> str:
    """What stands in a tag behind its name, in the order of the alphabet, as Python-Markdown writes it."""
    before, after = f' class="{classes}"' if classes else "", f' id="{id}"' if id else ""
    return f'{before} href="{address}"{after}' if address else before + after
