"""Web pages saved from a browser: trafilatura finds what is the article and what is around it."""

import re

import trafilatura
from lxml.etree import LxmlError

from edition.convert.dates import Order, dated
from edition.convert.draft import Draft, NotRead, cleaned, one_line
from edition.convert.plain import in_file_name
from edition.model import Source
from edition.read.roles import LONGEST_HEADLINE

ADDRESS = re.compile(r"https?://\S+\Z")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
FEWEST_WORDS = 5
# Only what the page says of itself: no day guessed from copyright lines, and no request to anywhere.
DATE = {"extensive_search": False, "original_date": True}


def from_page(source: Source, order: Order | None = None) -> Draft:
    """The article of a page, with what the page says of it."""
    if source.data.count(0) > len(source.data) // 1000 and source.data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise NotRead("It is no web page: it holds bytes that no text has.")
    try:
        found = trafilatura.bare_extraction(
            source.data, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=DATE
        )
    except (LxmlError, RecursionError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise NotRead(f"The page is damaged: {type(error).__name__}.") from error
    if found is None or isinstance(found, dict):
        raise NotRead("No article was found in the page.")
    paragraphs = [one_line(line) for line in cleaned(found.text or "").split("\n")]
    paragraphs = [line for line in paragraphs if line]
    title = one_line(cleaned(found.title or ""))[:LONGEST_HEADLINE]
    if paragraphs and (not title or paragraphs[0] == title):
        title = paragraphs.pop(0)[:LONGEST_HEADLINE]
    if sum(len(line.split()) for line in paragraphs) < FEWEST_WORDS:
        raise NotRead("No article was found in the page.")
    fields = {
        "publisher": found.sitename,
        "author": (found.author or "").replace("; ", ", "),
        "url": found.url if found.url and ADDRESS.match(found.url) else None,
        "language": found.language if found.language and LANGUAGE.match(found.language) else None,
        "summary": found.description,
    }
    day, why = dated(found.date or "", order)
    day = day or in_file_name(source.file)
    told = {name: one_line(cleaned(value)) for name, value in fields.items() if value}
    return Draft(title, "\n\n".join(paragraphs), told | ({"date": day} if day else {}), (why,) if why else ())
