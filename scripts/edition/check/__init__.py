"""The promises, proved on the HTML that readers get: the source's words, all links with a target. Pure: HTML in."""

from edition.check.links import Demand, broken_links, is_concerned, offered, wanted
from edition.check.pages import HtmlPage, address_of, read_page
from edition.check.words import changed_words, missing_page, visible

__all__ = [
    "Demand",
    "HtmlPage",
    "address_of",
    "broken_links",
    "changed_words",
    "is_concerned",
    "missing_page",
    "offered",
    "read_page",
    "visible",
    "wanted",
]
