"""Links to places on other pages: whether those are there, once all pages are written."""

import logging
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from edition.accelerator.files import is_left_out
from edition.accelerator.messages import Message, Messages
from edition.accelerator.pages import LinkToAnchor
from edition.accelerator.work import Work, page_of

ID = re.compile(r'<[^<>]* id="([^"<>]*)"')
FRAME = "404.html"  # a page that is nothing but the frame around all pages


def missing_anchors(links: Iterable[LinkToAnchor], work: Work, said: Messages) -> tuple[Message, ...]:
    """What MkDocs says of links to places that are not there.

    An id that a page of the site has, and its frame has not, is one that MkDocs would find. Of any other it is asked.
    """
    if work.config.validation.links.anchors < logging.WARNING:
        return ()

    @cache
    def seen(target: str) -> frozenset[str]:
        file = work.files.get_file_from_path(target)
        assert file is not None
        return _ids(Path(file.abs_dest_path)) - frame

    frame = _ids(Path(work.config.site_dir, FRAME))
    doubtful = [link for link in links if not frame or link.anchor not in seen(link.target)]
    return tuple(message for link in doubtful for message in _asked(link, work, said))


def _ids(page: Path) -> frozenset[str]:
    return frozenset(ID.findall(page.read_text(encoding="utf-8"))) if page.is_file() else frozenset()


def _asked(link: LinkToAnchor, work: Work, said: Messages) -> tuple[Message, ...]:
    """MkDocs's own answer, from the whole text of the target."""
    source, target = (work.files.get_file_from_path(name) for name in (link.page, link.target))
    assert source is not None
    assert target is not None
    if not target.is_documentation_page() or is_left_out(target):
        return ()
    _read_whole(target, work)
    said.taken()  # of the target itself
    page = page_of(source, work.config)
    page.links_to_anchors = {target: {link.anchor: link.link}}
    page.validate_anchor_links(files=work.files, log_level=work.config.validation.links.anchors)
    return said.taken()


def _read_whole(target: File, work: Work) -> None:
    page = page_of(target, work.config)
    if page.present_anchor_ids is None:
        page.read_source(work.config)
        Page.render(page, work.config, work.files)
