"""The chronology: what happened and what was reported, day by day; a page a year, or a month, where there is much."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from edition.addresses import CHRONOLOGY, entity_page, part_page, relative
from edition.markdown import attributes, escape, line_start, link
from edition.model import AnnotatedEvent, Annotation, Certainty, Edition, Outline, Page, Registry
from edition.render.article.articles import article_link
from edition.render.environment import as_html, page_text
from edition.render.lists.portions import LONGEST
from edition.render.words import counted, day_of_month, month, period

MOST_DAYS = 400  # on one page
MANY = 20  # dates of a year, for its months to be linked


@dataclass(frozen=True)
class Day:
    """What one date has: events in the order of their file, then articles. The date may be a month, or a year."""

    date: str
    events: tuple[AnnotatedEvent, ...]
    articles: tuple[Outline, ...]


@dataclass(frozen=True)
class Place:
    """The page that lines stand on, and what they lead to."""

    page: str
    articles: Mapping[str, Outline]
    registry: Registry


Line = tuple[str, str]  # Markdown, and the class that says what it is
Year = tuple[str, list[tuple[str, str, list[Line]]]]


def chronology_pages(edition: Edition) -> Iterator[Page]:
    """The chronology, whole or by year."""
    days, articles = days_of(edition), {one.id: one for one in edition.articles}
    if len(days) <= MOST_DAYS and not is_crowded(days):
        years = told(days, Place(CHRONOLOGY, articles, edition.registry))
        yield _page(CHRONOLOGY, days, jumps=jumps(days), years=years)
        return
    parts = parts_of(days)
    lines = [(_link(name, CHRONOLOGY), counts(these)) for name, these in parts]
    yield _page(CHRONOLOGY, days, parts=lines)
    for name, these in parts:
        here = part_page(CHRONOLOGY, name)
        others = [_link(other, here) for other, _ in parts if other != name]
        up = [link("All years", relative(here, CHRONOLOGY))]
        years = told(these, Place(here, articles, edition.registry))
        yield _page(here, these, f": {period(name)}", jumps=jumps(these), more=up + others, years=years)


def parts_of(days: Sequence[Day]) -> list[tuple[str, tuple[Day, ...]]]:
    """`2020` and its dates, or, of a year with very many lines, `2020-06` and its dates."""
    parts: list[tuple[str, tuple[Day, ...]]] = []
    for year, dates in by_year(days):
        these = tuple(dates)
        months = groupby(these, key=lambda day: day.date[:7])
        parts += [(month, tuple(those)) for month, those in months] if is_crowded(these) else [(year, these)]
    return parts


def is_crowded(days: Iterable[Day]) -> bool:
    """Whether there are too many lines for one page."""
    return sum(len(day.events) + len(day.articles) for day in days) > LONGEST


def _link(name: str, page: str) -> str:
    """The link to a part."""
    return link(period(name), relative(page, part_page(CHRONOLOGY, name)))


def days_of(edition: Edition) -> tuple[Day, ...]:
    """Every date with an event or an article, in order: a year before its months, a month before its days."""
    articles = [one for one in edition.articles if one.front.date]
    dates = {one.event.date for one in edition.events} | {str(one.front.date) for one in articles}
    events: dict[str, list[AnnotatedEvent]] = {date: [] for date in dates}
    reported: dict[str, list[Outline]] = {date: [] for date in dates}
    for event in edition.events:
        events[event.event.date].append(event)
    for article in articles:
        reported[str(article.front.date)].append(article)
    return tuple(Day(date, tuple(events[date]), tuple(reported[date])) for date in sorted(dates))


def _page(path: str, days: Sequence[Day], of_what: str = "", /, **values: object) -> Page:
    """A page of the chronology: what it counts, and its months or the years that it leads to."""
    title = f"Chronology{of_what}"
    given = {"jumps": [], "more": [], "years": [], "parts": []} | values
    fields: dict[str, object] = {"title": as_html(title), "kind": "chronology"}
    return Page(path, page_text("chronology.md.j2", fields, title=title, counts=counts(days), **given))


def counts(days: Sequence[Day]) -> str:
    """`35 events and 16 articles.`"""
    events = counted(sum(len(day.events) for day in days), "event")
    return f"{events} and {counted(sum(len(day.articles) for day in days), 'article')}."


def jumps(days: Sequence[Day]) -> list[str]:
    """Links to the years, and to the months of those that are long or alone: to the first date of each."""
    years = [(year, tuple(these)) for year, these in by_year(days)]
    found: list[str] = []
    for year, these in years:
        found += [link(year, f"#{year}")] if len(years) > 1 else []
        if len(these) > MANY or len(years) == 1:
            months = {day.date[:7]: day.date for day in reversed(these) if len(day.date) > len("2020")}
            found += [link(month(one).split()[0], f"#{months[one]}") for one in sorted(months)]
    return found


def by_year(days: Iterable[Day]) -> Iterator[tuple[str, Iterator[Day]]]:
    return groupby(days, key=lambda day: day.date[:4])


def told(days: Sequence[Day], place: Place) -> list[Year]:
    """Each year, and its dates with their heading, anchor and lines; what is only known of a year has no heading."""
    return [
        (year, [(heading(day.date), day.date, lines(day, place)) for day in these]) for year, these in by_year(days)
    ]


def heading(date: str) -> str:
    """Markdown: the weekday, then the day, for themes to set apart; or a month; or nothing."""
    if len(date) <= len("2020-06"):
        return month(date).split()[0] if len(date) > len("2020") else ""
    weekday, rest = day_of_month(date).split(" ", 1)
    return f"*{weekday}* {rest}"


def lines(day: Day, place: Place) -> list[Line]:
    """The events of a day, then its articles, each as Markdown with its class."""
    events = [(event_line(event, day, place), "event") for event in day.events]
    return events + [(article_line(article, place), "entry") for article in day.articles]


def event_line(event: AnnotatedEvent, day: Day, place: Place) -> str:
    """The sentence with its names linked; the articles of other days that report it; its source."""
    here = {one.id for one in day.articles}
    reports = [place.articles[id] for id in event.event.articles if id in place.articles and id not in here]
    links = [article_link(one, place.page) for one in reports]
    links += [link("Source", event.event.source)] if event.event.source else []
    where = f" *Told in {', '.join(links)}*{attributes('told')}" if links else ""
    return f"{sentence(event.annotation, place)}{where}"


def sentence(annotation: Annotation, place: Place) -> str:
    """The words of an event, with the names linked that are certain; the links have no ids, being no article's."""
    text, position, pieces = annotation.article.title, 0, []
    for mention in annotation.mentions:
        if mention.certainty is Certainty.CERTAIN:
            entity = place.registry.by_id[mention.entity]
            address = relative(place.page, entity_page(entity))
            pieces.append(escape(text[position : mention.span.start]))
            pieces.append(link(mention.span.of(text), address, entity.kind.value))
            position = mention.span.end
    return line_start("".join((*pieces, escape(text[position:]))))


def article_line(article: Outline, place: Place) -> str:
    """Headline and standfirst."""
    summary = article.front.summary
    return article_link(article, place.page) + (f" {escape(summary)}" if summary else "")
