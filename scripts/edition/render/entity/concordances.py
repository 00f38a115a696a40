"""Concordances as values for the template; the pages of their periods, where they are too long for one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.addresses import article_page, concordance_page, entity_page, passages_anchor, web_address
from edition.index import Concordance, Period
from edition.model import Archive, Certainty, Entity, Page
from edition.render.environment import as_html, fragment, page_text
from edition.render.words import counted, period

FEW_LINES = 20  # are read without a filter


class Line(NamedTuple):
    """A keyword between its contexts; it leads to that very mention."""

    left: str
    keyword: str
    right: str
    address: str
    is_probable: bool


class Group(NamedTuple):
    """The lines of one article."""

    title: str
    address: str
    date: str | None
    anchor: str
    lines: list[Line]


class Lines(NamedTuple):
    """A concordance on a page, by article; `is_long`: a filter is of use."""

    groups: list[Group]
    is_long: bool


class Part(NamedTuple):
    """A period as others speak of it: `June 2020`, its page, and how much is in it."""

    name: str
    address: str
    counts: str


def lines(entity: str, concordance: Concordance, archive: Archive, page: str) -> Lines:
    return Lines(list(_groups(entity, concordance, archive, page)), len(concordance) > FEW_LINES)


def _groups(entity: str, concordance: Concordance, archive: Archive, page: str) -> Iterator[Group]:
    articles = [passages.article for passages in concordance.passages]
    kept = archive.lines(entity, [article.id for article in articles])
    for article in articles:
        target = article_page(article.id)
        found = [
            Line(
                one.left,
                one.keyword,
                one.right,
                web_address(page, target, one.anchor),
                one.certainty is Certainty.PROBABLE,
            )
            for one in kept[article.id]
        ]
        address = web_address(page, target)
        yield Group(article.title, address, article.front.date, passages_anchor(article.id), found)


def counts(concordance: Concordance) -> str:
    """`12 mentions in 3 articles`."""
    return f"{counted(len(concordance), 'mention')} in {counted(len(concordance.passages), 'article')}"


def part(one: Period, entity: Entity, page: str) -> Part:
    address = web_address(page, concordance_page(entity, one.name))
    return Part(period(one.name), address, counts(one.concordance))


def between(found: Sequence[Period]) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Each period between the one before and the one after it."""
    return zip((None, *found), found, (*found[1:], None), strict=False)


def part_page(entity: Entity, previous: Period | None, one: Period, following: Period | None, archive: Archive) -> Page:
    """The page of one period of a long concordance."""
    path = concordance_page(entity, one.name)
    fields: dict[str, object] = {
        "title": as_html(f"{entity.name}: {period(one.name)}"),
        "description": as_html(f"{counts(one.concordance)} that name {entity.name}: {period(one.name)}."),
        "kind": "mentions",
    }
    body = fragment(
        "part.html.j2",
        lines=lines(entity.id, one.concordance, archive, path),
        counts=counts(one.concordance),
        entity=entity,
        home=web_address(path, entity_page(entity)),
        mentions=web_address(path, entity_page(entity), "mentions"),
        previous=previous and part(previous, entity, path),
        following=following and part(following, entity, path),
    )
    return Page(path, page_text("part.md.j2", fields, name=entity.name, period=period(one.name), body=body))
