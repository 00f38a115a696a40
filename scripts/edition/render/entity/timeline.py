"""Mentions over time: how many fall on each day, month or year. All charts of an edition share one scale."""

from calendar import timegm
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from edition.addresses import concordance_page, passages_anchor, web_address
from edition.index import Index
from edition.model import Edition, Entity
from edition.render.words import period

SECONDS_OF_A_DAY = 86_400
MOST_DAYS, MOST_MONTHS = 92, 8 * 12  # a quarter is told by day, eight years by month, all else by year


def day_number(date: str) -> int:
    """Days since 1 January 1970."""
    year, month, day = map(int, date.split("-"))
    return timegm((year, month, day, 0, 0, 0)) // SECONDS_OF_A_DAY


def month_number(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])


def year_number(date: str) -> int:
    return int(date[:4])


@dataclass(frozen=True, slots=True)
class Scale:
    """The time of an edition in steps of one length: `number` counts them, `length` characters of a date name them."""

    unit: str
    length: int
    number: Callable[[str], int]
    first: str
    last: str

    @property
    def steps(self) -> int:
        return self.number(self.last) - self.number(self.first) + 1

    def position(self, date: str) -> int:
        """The step of a date, from 0."""
        return self.number(date) - self.number(self.first)


def scale(edition: Edition) -> Scale | None:
    """The steps from the first to the last dated article; None where no article has a date."""
    dates = [one.front.date for one in edition.articles if one.front.date]
    if not dates:
        return None
    by_day = Scale("day", 10, day_number, min(dates), max(dates))
    by_month = Scale("month", 7, month_number, min(dates), max(dates))
    if by_day.steps <= MOST_DAYS:
        return by_day
    return by_month if by_month.steps <= MOST_MONTHS else Scale("year", 4, year_number, min(dates), max(dates))


@dataclass(frozen=True, slots=True)
class Bar:
    """The mentions of one step, which leads to the first of their articles."""

    position: int
    name: str
    count: int
    address: str


@dataclass(frozen=True)
class Timeline:
    """The steps in which an entity is named, and the count of its mentions in articles without a date."""

    scale: Scale
    bars: tuple[Bar, ...]
    undated: int

    @cached_property
    def most(self) -> Bar:
        """The highest bar; of several, the first."""
        return max(self.bars, key=lambda bar: bar.count)

    @property
    def ends(self) -> tuple[str, str]:
        """The names of the first and the last step."""
        return period(self.scale.first[: self.scale.length]), period(self.scale.last[: self.scale.length])


def timeline(entity: Entity, index: Index, scale: Scale | None, page: str) -> Timeline | None:
    """The chart of an entity on its page; None where no dated article names it, or all are of one day."""
    dated: dict[str, int] = {}
    addresses: dict[str, str] = {}
    undated = 0
    periods = index.period_names(entity.id)
    for passages in index.mentions(entity.id).passages:
        date, article = passages.article.front.date, passages.article.id
        if date is None or scale is None:
            undated += passages.mentions
            continue
        step = date[: scale.length]
        dated[step] = dated.get(step, 0) + passages.mentions
        target = concordance_page(entity, periods.get(article, ""))
        addresses.setdefault(step, web_address(page, target, passages_anchor(article)))
    if scale is None or not dated or scale.steps == 1:
        return None
    return Timeline(scale, tuple(_bars(dated.items(), addresses, scale)), undated)


def _bars(dated: Iterable[tuple[str, int]], addresses: dict[str, str], scale: Scale) -> Iterable[Bar]:
    for step, count in dated:
        yield Bar(scale.position(step), period(step), count, addresses[step])
