"""The pages of names left alone, for editors: each with its places, its candidates and the reason."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from edition.addresses import UNRESOLVED, article_page, block_anchor, entity_page, part_page, relative, web_address
from edition.index import context
from edition.markdown import link
from edition.model import Annotation, Edition, Kind, Page, Unresolved
from edition.render.environment import as_html, fragment, page_text
from edition.render.lists.portions import Portion, by_letter, cut, is_long
from edition.render.words import counted


class Left(NamedTuple):
    """A name left alone in an article."""

    name: str
    annotation: Annotation
    found: Unresolved


class Line(NamedTuple):
    """The name in its sentence, as a link to its paragraph; why it was left alone; who it might be."""

    left: str
    name: str
    right: str
    address: str
    why: str
    candidates: list[tuple[str, Kind, str]]


Letters = tuple[Portion[Left], ...]


def unresolved_pages(edition: Edition) -> Iterator[Page]:
    """The list, whole or by letter."""
    annotations = (edition.archive.annotation(one.id) for one in edition.articles if one.unresolved)
    letters = by_letter(left for annotation in annotations for left in left_in(annotation))
    if not is_long(letters):
        yield _page(UNRESOLVED, letters, body=body(UNRESOLVED, letters, edition))
        return
    parts = tuple(part for one in letters for part in cut(one))
    places = [part_page(UNRESOLVED, part.anchor) for part in parts]
    lines = [
        (link(part.name, relative(UNRESOLVED, at)), counted(len(part.items), "name"))
        for part, at in zip(parts, places, strict=True)
    ]
    yield _page(UNRESOLVED, letters, parts=lines)
    for here, part in zip(places, parts, strict=True):
        jumps = [link(other.name, relative(here, at)) for other, at in zip(parts, places, strict=True)]
        up = link("All unresolved names", relative(here, UNRESOLVED))
        yield _page(here, (part,), f": {part.name}", jumps=[*jumps, up], body=body(here, (part,), edition))


def left_in(annotation: Annotation) -> Iterator[tuple[str, Left]]:
    """The names left alone in an article, in reading order."""
    for found in annotation.unresolved:
        name = found.span.of(annotation.article.text)
        yield name, Left(name, annotation, found)


def _page(path: str, letters: Letters, of_what: str = "", /, **values: object) -> Page:
    title = f"Unresolved names{of_what}"
    given = {"jumps": [], "parts": [], "body": ""} | values
    count = sum(len(one.items) for one in letters)
    fields: dict[str, object] = {"title": as_html(title), "kind": "unresolved"}
    return Page(path, page_text("unresolved.md.j2", fields, title=title, count=count, **given))


def body(page: str, letters: Letters, edition: Edition) -> str:
    """The names with their lines; nothing where there are none."""
    found = [one for letter in letters for one in letter.items]
    names = [
        (name, [line(one, page, edition) for one in these]) for name, these in groupby(found, key=lambda one: one.name)
    ]
    return fragment("unresolved.html.j2", names=names) if names else ""


def line(one: Left, page: str, edition: Edition) -> Line:
    article = one.annotation.article
    left, right = context(article, one.found)
    candidates = [edition.registry.by_id[id] for id in one.found.candidates]
    return Line(
        left,
        one.name,
        right,
        web_address(page, article_page(article.id), block_anchor(article.number(one.found.block))),
        one.found.why,
        [(entity.name, entity.kind, web_address(page, entity_page(entity))) for entity in candidates],
    )
