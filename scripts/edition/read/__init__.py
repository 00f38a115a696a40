"""Files become values, or problems: articles, the registry, what editors add to both. Nothing here opens a file."""

from edition.read.article import article_id, read_article
from edition.read.articles import name_problems, read_articles
from edition.read.coastlines import read_coastlines
from edition.read.decisions import read_decisions
from edition.read.entries import Entry, read_entries
from edition.read.events import as_article, read_events
from edition.read.fields import nearest
from edition.read.front_matter import takes
from edition.read.registry import read_registry
from edition.read.schema import schema_text
from edition.read.site import read_site

__all__ = [
    "Entry",
    "article_id",
    "as_article",
    "name_problems",
    "nearest",
    "read_article",
    "read_articles",
    "read_coastlines",
    "read_decisions",
    "read_entries",
    "read_events",
    "read_registry",
    "read_site",
    "schema_text",
    "takes",
]
