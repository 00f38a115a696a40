"""Web pages saved from a browser: trafilatura finds what is the article and what is around it."""

import re

from edition.convert.dates import WRITTEN, Order, dated
from edition.convert.draft import Draft, NotRead, cleaned, one_line
from edition.convert.plain import in_file_name
from edition.model import Source
from edition.read.roles import LONGEST_HEADLINE

SAID = re.compile(rf"\b(?:{WRITTEN})", re.IGNORECASE)  # a day that can be no other
IN_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
FEWEST_WORDS = 5
MOST_TAGS = 100_000  # twice as many take four times as long
# Only what the page says of itself: no day guessed from copyright lines, and no request to anywhere.
DATE = {"extensive_search": False, "original_date": True}


def from_page(source: Source, order: Order | None = None) -> Draft:
    """The article of a page, with what the page says of it."""
    if source.data.count(0) > len(source.data) // 1000 and source.data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise NotRead("It is no web page: it holds bytes that no text has.")
    if source.data.count(b"<") > MOST_TAGS:
        raise NotRead("The page is longer than any article. Fix: save its articles one by one.")
    import trafilatura  # noqa: PLC0415  here, with all that it brings: only who imports pages waits for it
    from lxml.etree import LxmlError  # noqa: PLC0415

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
        "url": found.url,
        "language": found.language,
        "summary": found.description,
    }
    day, why = _day(found.date or "", source.data.decode("utf-8", "ignore"), order)
    day = day or in_file_name(source.file)
    told = {name: one_line(cleaned(value)) for name, value in fields.items() if value}
    return Draft(title, "\n\n".join(paragraphs), told | ({"date": day} if day else {}), (why,) if why else ())


def _day(found: str, page: str, order: Order | None) -> tuple[str | None, str]:
    """The day of a page. The library takes 6/7/2020 for one of two days; it is no day if nothing else says which."""
    day, why = dated(found, order)
    if not day or day.replace("-", "") in page or any(dated(match[0])[0] == day for match in SAID.finditer(page)):
        return day, why
    for match in IN_NUMBERS.finditer(page):
        first, second, year = map(int, match.groups())
        if year == int(day[:4]) and {first, second} == {int(day[5:7]), int(day[8:])}:
            return dated(match[0], order)
    return day, why
