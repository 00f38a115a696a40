"""Pagefind at work: it is given the words of articles, and its index is put below the site."""

from edition.bundling.index import has_index, index_site, is_indexed, take_index, write_index
from edition.bundling.service import Pagefind, PagefindFailed

__all__ = ["Pagefind", "PagefindFailed", "has_index", "index_site", "is_indexed", "take_index", "write_index"]
