"""The page on which an editor decides on suggestions: served on the loopback address, written at once."""

from edition.review.desk import Desk, Step

__all__ = ["Desk", "Step"]
