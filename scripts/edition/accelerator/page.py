"""A page of MkDocs that is rendered in a shorter way where it is one of the build's, and by MkDocs itself elsewhere."""

from contextlib import suppress
from functools import cache
from typing import Any, NoReturn, cast
from urllib.parse import unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _RelativePathTreeprocessor

from edition.accelerator.blocks import page_html
from edition.accelerator.files import is_left_out
from edition.accelerator.front_matter import front_matter
from edition.accelerator.inline import Resolve, UnsureError


class RefusedError(Exception):
    """Something that cannot be made quicker with the same result; its words say what."""


class Unread:
    """What is not at hand while one page is rendered: the text of another, all pages, a table of contents.

    A template that asks for any of it is one that cannot be served here.
    """

    def _refuse(self, *_: object) -> NoReturn:
        raise RefusedError("a template of the theme asks for more than the page that it shows")

    __str__ = __bool__ = __len__ = __iter__ = __getitem__ = __call__ = __eq__ = _refuse
    __hash__ = object.__hash__

    def __getattr__(self, name: str) -> NoReturn:
        self._refuse(name)


UNREAD = cast(Any, Unread())


class QuickPage(Page):
    """A page whose text is there only while it is rendered."""

    def read_source(self, config: MkDocsConfig) -> None:
        """The page's fields and its Markdown."""
        found = None
        with suppress(OSError, ValueError):  # MkDocs reads it again, and says what is wrong
            found = front_matter(self.file.content_string)
        if found is None:
            super().read_source(config)
        else:
            self.markdown, self.meta = found

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's HTML, where each link leads, and nothing else; all that MkDocs knows of it where it is asked."""
        links = _RelativePathTreeprocessor(self.file, files, config)
        try:
            if self.meta.get("generated") is not True or "title" not in self.meta or self.markdown is None:
                raise UnsureError
            self.content = page_html(self.markdown, _resolving(links, files))
        except UnsureError:
            super().render(config, files)
        else:
            self.links_to_anchors = links.links_to_anchors
            self.toc = UNREAD

    def forget(self, *, keeps_fields: bool) -> None:
        """Let go of the text. Pages in the navigation keep their fields, which name them on every page."""
        self.markdown, self.content, self.toc = "", UNREAD, UNREAD
        self.links_to_anchors = self.present_anchor_ids = None
        if not keeps_fields:
            self.meta = {}


def made_quick(page: Page) -> QuickPage:
    """The page itself, from now on a quick one."""
    page.__class__ = QuickPage
    page.content = page.toc = UNREAD
    return cast(QuickPage, page)


def _resolving(links: _RelativePathTreeprocessor, files: Files) -> Resolve:
    """Where a link leads, as MkDocs says; a link of which it would warn is left to it."""
    page = links.file.src_uri

    @cache
    def resolve(address: str) -> str:
        parts = urlsplit(address)
        if parts.path and not (parts.scheme or parts.netloc):
            target = files.get_file_from_path(links._target_uri(page, unquote(parts.path)))
            if target is None or is_left_out(target) or address.startswith("/"):
                raise UnsureError
        return links.path_to_url(address)

    up, section = "../" * page.count("/"), f"{page.partition('/')[0]}/"
    url_up = "../" * links.file.url.count("/")

    def resolve_quickly(address: str) -> str:
        """The same for most links of an edition: up to the root, and from there to a page of another section."""
        target = files.src_uris.get(address.removeprefix(up))
        if target is None or not _is_in_a_section(target.src_uri) or is_left_out(target):
            return resolve(address)
        is_elsewhere = up and address.startswith(up) and not target.src_uri.startswith(section)
        return url_up + target.url if is_elsewhere else resolve(address)

    return resolve_quickly


def _is_in_a_section(name: str) -> bool:
    return (
        "/" in name and name.endswith(".md") and not any(mark in name for mark in "#?%")
    )  # these mean something in links
