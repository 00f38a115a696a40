"""Pagefind at work: it is given the words of articles, and its index is put below the site."""

from edition.bundling.index import Last, index_site, write_index
from edition.bundling.service import Pagefind, PagefindFailed

__all__ = ["Last", "Pagefind", "PagefindFailed", "index_site", "write_index"]
