"""Raw HTML in Markdown: whether Python-Markdown passes it on as it stands. Pure."""

import re

from markdown.util import BLOCK_LEVEL_ELEMENTS

from edition.accelerator.inline import ENTITY, UnsureError

# Elements without an end tag, and those whose inside is not read as tags.
EMPTY = "br circle hr img input path rect use wbr".split()
OPAQUE = "iframe noembed noframes noscript plaintext script style textarea xmp".split()
OUTERMOST = {f"<{name}" for name in BLOCK_LEVEL_ELEMENTS} - {f"<{name}" for name in EMPTY}
WITHOUT_END = {f"<{name}" for name in EMPTY}

ATTRIBUTES = r'(?: [a-zA-Z-]++(?:="[^"<>]*+")?)*+'
BEGIN = rf"(?!(?:{'|'.join(OPAQUE)})\b)[a-z][a-z0-9]*+{ATTRIBUTES}>"
UNKNOWN_TAG = re.compile(rf"<(?!/[a-z][a-z0-9]*+>|{BEGIN}|(?:{'|'.join(EMPTY)}){ATTRIBUTES} ?/>)")
UNKNOWN_ENTITY = re.compile(rf"&(?!{ENTITY[1:]})")
NAME = re.compile(r"(</?[a-z][a-z0-9]*+)")


def passed_on(html: str) -> str:
    """The HTML itself: elements one below the other, each of them well nested. UnsureError for all else."""
    start, *parts = NAME.split(f"{html}\n")
    if start or UNKNOWN_TAG.search(html) or UNKNOWN_ENTITY.search(html):
        raise UnsureError
    if not _is_well_nested(parts[::2], parts[1::2]):
        raise UnsureError
    return html


def _is_well_nested(tags: list[str], following: list[str]) -> bool:
    """Whether each element ends where Python-Markdown sees its end, and no words stand between the outermost."""
    ends: list[str] = []  # of the elements that are open
    for tag, after in zip(tags, following, strict=True):
        if tag[1] != "/":
            if not ends and tag not in OUTERMOST:
                return False
            if tag not in WITHOUT_END:
                ends.append(f"</{tag[1:]}")
        elif not ends or ends.pop() != tag or not (ends or after == ">\n"):
            return False
    return not ends
