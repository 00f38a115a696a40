"""Files become values, or problems: articles and the registry. Nothing here opens a file."""

from edition.read.article import article_id, read_article
from edition.read.articles import read_articles
from edition.read.decisions import read_decisions
from edition.read.fields import nearest
from edition.read.registry import read_registry
from edition.read.schema import schema_text
from edition.read.site import read_site

__all__ = [
    "article_id",
    "nearest",
    "read_article",
    "read_articles",
    "read_decisions",
    "read_registry",
    "read_site",
    "schema_text",
]
