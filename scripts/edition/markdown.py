"""Text as Markdown that reads as the text: the one place that escapes and the one that writes links. No pages."""

import html
import re

# Characters with a meaning anywhere in a line, for Python-Markdown with attr_list and for CommonMark.
INLINE = re.compile(r"[\\`*_{}\[\]#]|!(?=\[|$)")
# What opens a block at the start of a line: headings, lists, quotations, rules, fences, tables, definitions.
LINE_START = re.compile(
    r"""(?P<number>\d+)(?=[.)])    # an ordered list: the mark after the number is escaped
      | (?=[-+=|:~]|!!!|\?\?\?)  # lists, rules, tables, definitions, fences, admonitions
    """,
    re.VERBOSE,
)


def escape(text: str) -> str:
    """The text as Markdown for the inside of a line; safe to join to what stands before and after it."""
    return INLINE.sub(r"\\\g<0>", html.escape(text, quote=False)) if text else ""


def line_start(markdown: str) -> str:
    """An escaped line that opens no block, whatever its first characters."""
    match = LINE_START.match(markdown)
    if match is None:
        return markdown
    if match["number"]:
        return f"{match['number']}&#{ord(markdown[match.end()])};{markdown[match.end() + 1 :]}"
    return f"&#{ord(markdown[0])};{markdown[1:]}"


def attributes(*classes: str, id: str = "") -> str:
    """An attribute list: classes and an id; empty where there are none."""
    words = [f".{name}" for name in classes] + ([f"#{id}"] if id else [])
    return f"{{ {' '.join(words)} }}" if words else ""


def link(text: str, address: str, *classes: str, id: str = "") -> str:
    """A link whose words are the text, with an attribute list."""
    return f"[{escape(text)}]({destination(address)}){attributes(*classes, id=id)}"


def anchored(text: str, name: str, *, id: str) -> str:
    """The text as a place to lead to, of a class: inline HTML, since Markdown has no word for it."""
    return f'<span id="{html.escape(id)}" class="{html.escape(name)}">{escape(text)}</span>'


def destination(address: str) -> str:
    """An address that cannot end the link it stands in."""
    return re.sub(r"[\s<>()\[\]\\\"'`*_{}|^]", lambda match: _percent(match[0]), address)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())
