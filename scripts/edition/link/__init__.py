"""Candidates become mentions, or names left alone with a reason. Article by article; pure."""

from edition.link.article import annotate
from edition.link.reports import decision_problems

__all__ = ["annotate", "decision_problems"]
