"""A long concordance cut into periods: whole years, the months of a crowded year, the days of a crowded month.

What has no finer dates, a single day or the articles without one, is cut into parts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.index.concordance import Concordance, Passages

# A page shows at most so many mentions, but for those of a single article, which stay together.
MOST_MENTIONS = 500
YEAR, MONTH, DAY = 4, 7, 10  # so many characters of a date name them
FINER = {YEAR: MONTH, MONTH: DAY}
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Period:
    """The mentions of one period; its name is `2020`, `2020-06`, `2020-06-16`, `undated`, or of a part `undated-2`."""

    name: str
    concordance: Concordance


def periods(concordance: Concordance, most: int = MOST_MENTIONS) -> tuple[Period, ...]:
    """The concordance in its order, cut into periods of at most `most` mentions; none where all fit together."""
    if len(concordance) <= most:
        return ()
    return tuple(_periods(concordance.passages, YEAR, most))


def _periods(passages: Iterable[Passages], length: int, most: int) -> Iterator[Period]:
    for name, group in groupby(passages, key=lambda one: (one.article.front.date or "")[:length] or UNDATED):
        these = Concordance(tuple(group))
        if len(these) > most and length in FINER and name != UNDATED:
            yield from _periods(these.passages, FINER[length], most)
        else:
            yield from _parts(name, these.passages, most)


def _parts(name: str, passages: Iterable[Passages], most: int) -> Iterator[Period]:
    """The period, or as many parts as it takes; the first has the name alone."""
    parts: list[list[Passages]] = [[]]
    size = 0
    for one in passages:
        size += one.mentions
        if size > most and parts[-1]:
            parts.append([])
            size = one.mentions
        parts[-1].append(one)
    for number, these in enumerate(parts, 1):
        yield Period(f"{name}-{number}" if number > 1 else name, Concordance(tuple(these)))
