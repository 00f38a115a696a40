"""The front matter of a page that the build wrote: the same as YAML reads there, read as JSON, which is quicker."""

import json
import re

# `name: "text"` or a list, as `edition.render.environment` writes them, in characters that mean the same to both: YAML
# has other line breaks, and refuses what cannot be printed. A number or a word without quotes may mean something else.
PRINTABLE = r"[ !#-\[\]-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
TEXT = rf'"(?:{PRINTABLE}++|\\["\\nrtbf]|\\u00[01][0-9a-f])*+"'
PAIR = rf"{TEXT}: {TEXT}"
TAG = rf"\{{{PAIR}(?:, {PAIR})*+\}}"
FIELD = re.compile(rf"([a-z_]+): ({TEXT}|\[{TAG}(?:, {TAG})*+\])\n")
BEGIN, MARK = "---\n", "generated: true\nsearch: {exclude: true}\n---\n"


def front_matter(page: str) -> tuple[str, dict[str, object]] | None:
    """The Markdown below and the fields, as MkDocs's `get_data` gives them; None where YAML must be asked."""
    fields: dict[str, object] = {}
    position = len(BEGIN)
    while found := FIELD.match(page, position):
        name, value = found.groups()
        if name in fields:
            return None
        fields[name] = json.loads(value)
        position = found.end()
    if not page.startswith(BEGIN) or not page.startswith(MARK, position):
        return None
    return page[position + len(MARK) :].lstrip("\n"), fields | {"generated": True, "search": {"exclude": True}}
