"""The page on which an editor decides on suggestions: served on the loopback address, written at once.

A `Desk` changes the editor's files step by step and takes steps back; a `Review` knows what is suggested at the moment;
a `Server` shows it to one browser, or to several windows of it.
"""

from edition.review.desk import Desk, Step
from edition.review.reading import Reader
from edition.review.review import Review
from edition.review.server import Server

__all__ = ["Desk", "Reader", "Review", "Server", "Step"]
