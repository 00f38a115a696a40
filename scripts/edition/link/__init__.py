"""Candidates become mentions, or names left alone with a reason. Article by article; pure."""

from edition.link.article import annotate

__all__ = ["annotate"]
