"""A made edition with two people whom nobody can read on one page: 700 mentions in a month, 2,000 in eight years."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from making import edition

PEOPLE = "ada:\n  name: Ada Larsen\nbo:\n  name: Bo Berg\ncy:\n  name: Cy Dahl\n"
PLACES = "havn:\n  name: Havn\n"


def crowded_edition(folder: Path) -> Path:
    """Ada Larsen stands in every article of June 2020, Bo Berg in those of 2011 to 2018 and in some without a date.

    Every second article of Bo Berg has Havn in its first paragraph, every twentieth Cy Dahl in a paragraph of his own.
    """
    return edition(folder, dict(_articles()), people=PEOPLE, places=PLACES)


def _articles() -> Iterator[tuple[str, str]]:
    for day in range(1, 31):
        yield _article(f"ada-{day:02}", f"2020-06-{day:02}", "Ada Larsen spoke.", 24 if day <= 10 else 23)
    for number, date in enumerate(_dates()):
        first = "Bo Berg came to Havn." if number % 2 else "Bo Berg came."
        last = "\n\nCy Dahl slept." if number % 20 == 0 else ""
        yield _article(f"bo-{number:03}", date, first, 1, f"Bo Berg spoke. {'Bo Berg left. ' * 6}{last}")


def _dates() -> Iterator[str]:
    """Of 250 articles: 20 a year, 95 in 2015, and 15 without a date."""
    for year in range(2011, 2019):
        for number in range(95 if year == 2015 else 20):
            yield f"{year}-{number % 12 + 1:02}-{number // 12 + 1:02}"
    yield from [""] * 15


def _article(id: str, date: str, paragraph: str, times: int, more: str = "") -> tuple[str, str]:
    """Its file and its text, `times` paragraphs and some more."""
    header = f"title: The story {id}\n" + (f"date: {date}\n" if date else "")
    return f"{id}.txt", f"---\n{header}---\n\n" + "\n\n".join([*[paragraph] * times, more]) + "\n"
