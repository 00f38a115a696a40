"""Pages rendered one by one, by MkDocs's own functions: read, put into the theme, written, forgotten."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.structure.files import File

from edition.accelerator.messages import Message, Messages
from edition.accelerator.page import UNREAD, QuickPage, RefusedError
from edition.accelerator.work import Work, page_of


@dataclass(frozen=True, slots=True)
class LinkToAnchor:
    """A link that names a place on a page, written as in its source; whether the place is there is not known yet."""

    page: str
    target: str
    anchor: str
    link: str


@dataclass(frozen=True, slots=True)
class Told:
    """What MkDocs said of a page when it read it, and when it wrote it; `failed`: it could not."""

    reading: tuple[Message, ...]
    writing: tuple[Message, ...]
    links: tuple[LinkToAnchor, ...]
    failed: bool


def render_pages(pages: Sequence[File], work: Work, said: Messages) -> list[Told]:
    """One after the other, until one fails."""
    told: list[Told] = []
    for page in pages:
        told.append(_render_page(page_of(page, work.config), work, said))
        if told[-1].failed:
            break
    return told


def _render_page(page: QuickPage, work: Work, said: Messages) -> Told:
    reading: tuple[Message, ...] = ()
    links: tuple[LinkToAnchor, ...] = ()
    failed = False
    try:
        _populate_page(page, work.config, work.files)
        reading, links = said.taken(), tuple(_unproved(page))
        make_way(page.file)
        _build_page(page, work.config, UNREAD, work.navigation, work.templates)
    except (RefusedError, OSError) as error:
        if not isinstance(error, TemplateError):  # a template that is missing is both
            raise
        failed = True
    except Exception:  # whatever a theme or a page may do wrong, MkDocs has said it
        failed = True
    page.forget(keeps_fields=any(page is named for named in work.navigation.pages))
    return Told(reading, said.taken(), links, failed)


def make_way(file: File) -> None:
    """The file is written anew: one that lies there may be that of the last site under a second name."""
    if os.path.lexists(file.abs_dest_path):
        Path(file.abs_dest_path).unlink()


def has_anchor(html: str, anchor: str) -> bool:
    """Whether an element of a page has that id."""
    return re.search(f'<[^<>]* id="{re.escape(anchor)}"', html) is not None


def _unproved(page: QuickPage) -> Iterator[LinkToAnchor]:
    """The links to anchors whose targets are not seen on the page itself."""
    for target, links in (page.links_to_anchors or {}).items():
        for anchor, link in links.items():
            if target is not page.file or not has_anchor(page.content or "", anchor):
                yield LinkToAnchor(page.file.src_uri, target.src_uri, anchor, link)
