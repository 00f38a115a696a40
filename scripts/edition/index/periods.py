"""A long concordance cut into periods: whole years, the months of a crowded year, the days of a crowded month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from edition.index.concordance import Concordance, Passages

# A page shows at most so many mentions, but for those of a single day, which stay together.
MOST_MENTIONS = 500
YEAR, MONTH, DAY = 4, 7, 10  # so many characters of a date name them
FINER = {YEAR: MONTH, MONTH: DAY}
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Period:
    """The mentions of one period; its name is `2020`, `2020-06`, `2020-06-16`, or `undated`."""

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
            yield Period(name, these)
