"""Candidates become mentions, or names left alone with a reason. Article by article; pure."""

from edition.link.article import all_decided, annotate
from edition.link.decision import Decided, Left, Linked
from edition.link.editor import decided_spans, heard
from edition.link.ground import Change, Ground, ground_name, ground_of, letters_of
from edition.link.reports import decision_problems, settled

__all__ = [
    "Change",
    "Decided",
    "Ground",
    "Left",
    "Linked",
    "all_decided",
    "annotate",
    "decided_spans",
    "decision_problems",
    "ground_name",
    "ground_of",
    "heard",
    "letters_of",
    "settled",
]
