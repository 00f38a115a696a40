"""Pagefind at work: it is given the words of articles, and its index is put below the site."""

from edition.bundling.index import index_site, write_index
from edition.bundling.service import Pagefind, PagefindFailed

__all__ = ["Pagefind", "PagefindFailed", "index_site", "write_index"]
