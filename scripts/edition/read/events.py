"""events.yml becomes dated events, or problems; and an event becomes a text of its own, whose names can be linked."""

from collections.abc import Collection, Iterator

from pydantic import TypeAdapter

from edition.model import Alignment, Article, Block, BlockRole, Event, FrontMatter, Problem, Source, Span
from edition.read.fields import checked, impossible_days, is_address, nearest
from edition.read.listed import read_list
from edition.read.located import Located
from edition.read.messages import FIXES
from edition.read.sentences import find_sentences

EVENT: TypeAdapter[Event] = TypeAdapter(Event)
Problems = tuple[Problem, ...]
SHAPE = "write a list, each entry as `- date: 2020-06-16` with `event: One sentence.` below it."


def read_events(source: Source, articles: Collection[str]) -> tuple[tuple[Event, ...], Problems]:
    """The events without an error, in their order, and every problem; `articles` are the ids of all articles."""
    nodes, problems = read_list(source, "events", SHAPE)
    results = [_event(source.file, node, articles) for node in nodes]
    problems += tuple(problem for _, these in results for problem in these)
    return tuple(event for event, _ in results if event), problems


def as_article(event: Event) -> Article:
    """The sentence as an article of one paragraph. It has no id, so decisions on single articles say nothing of it."""
    whole = Span(0, len(event.event))
    block = Block(BlockRole.PARAGRAPH, whole, find_sentences(event.event, whole))
    front = FrontMatter(date=event.date if len(event.date) == len("2020-06-16") else None)
    return Article("", event.file, event.event, f"{event.event}\n", event.event, (block,), Alignment(), front)


def _event(file: str, node: Located, articles: Collection[str]) -> tuple[Event | None, Problems]:
    where = {"file": file, "line": node.line, "column": node.column}
    event, problems = checked(EVENT, file, node, where)
    problems += tuple(impossible_days(file, node, ("date",)))
    if event is not None:
        problems += tuple(_wrong(event, node, articles))
    return (None if any(problem.is_error for problem in problems) else event), problems


def _wrong(event: Event, node: Located, articles: Collection[str]) -> Iterator[Problem]:
    """Fields of the right shape that cannot be: no words, no address; and articles that are not there (any more)."""

    def problem(code: str, path: tuple[int | str, ...], what: str, fix: str) -> Problem:
        place = node.at(path)
        return Problem(code, event.file, place.line, place.column, what, fix)

    if not any(character.isalnum() for character in event.event):
        what, fix = f"`event` has no letter and no digit: `{event.event}`.", "write what happened, in one sentence."
        yield problem("E104", ("event",), what, fix)
    if event.source and not is_address(event.source):
        yield problem("E104", ("source",), f"`source` cannot be `{event.source}`.", FIXES["source"])
    for index, article in enumerate(event.articles):
        if article not in articles:
            near = nearest(article, sorted(articles))
            fix = near if near.startswith("did") else "name the file without .txt."
            yield problem("W203", ("articles", index), f"There is no article `{article}`.", fix)
