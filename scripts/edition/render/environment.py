"""The template engine with the few filters that templates use. Nothing of any page."""

import html
import json

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from edition.markdown import escape, line_start
from edition.render import words

ENVIRONMENT = Environment(  # Markdown, not HTML: `escape` is what makes text safe here
    loader=PackageLoader("edition"),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    autoescape=False,
)
ENVIRONMENT.filters |= {
    "md": escape,
    "line": lambda text: line_start(escape(text)),
    "day": words.day,
    "counted": words.counted,
}
LINE = "&#10;"  # the end of a line that stays one; no escaped text has it
# Raw HTML inside Markdown, for what Markdown has no words for: tables, charts, maps. Escapes by itself.
FRAGMENTS = Environment(
    loader=PackageLoader("edition"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=True
)
FRAGMENTS.filters |= {
    "day": words.day,
    "counted": words.counted,
    "preformatted": lambda text: Markup(
        html.escape(text, quote=False).replace("\n", LINE)
    ),  # `fragment` leaves its lines alone
}

# The mark of the build, and what keeps pages out of the search of engines that bring one of their own.
ALWAYS = "generated: true\nsearch: {exclude: true}\n"


def page_text(template: str, fields: dict[str, object], /, **values: object) -> str:
    """A template's Markdown below its front matter. Fields without a value are left out."""
    header = "".join(f"{name}: {_yaml(value)}\n" for name, value in fields.items() if value not in (None, "", ()))
    markdown = ENVIRONMENT.get_template(template).render(**values)
    return f"---\n{header}{ALWAYS}---\n{markdown}"


def fragment(template: str, /, **values: object) -> str:
    """A template's HTML for a Markdown page: it opens with a block element; no empty line ends it too early."""
    lines = FRAGMENTS.get_template(template).render(**values).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip()).replace(LINE, "\n")


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def as_html(text: str) -> str:
    """Text for fields that themes print as they stand."""
    return html.escape(text)
