"""Mentions become concordances, their periods, co-occurrences; the registry's relations. No pages, no links."""

from edition.index.concordance import CONTEXT, Concordance, KwicLine, Passages, by_entity, context, kwic_line
from edition.index.everything import Index, index
from edition.index.periods import MOST_MENTIONS, Period, periods
from edition.index.relations import Relation
from edition.index.together import CoOccurrence, SharedPassages

__all__ = [
    "CONTEXT",
    "MOST_MENTIONS",
    "CoOccurrence",
    "Concordance",
    "Index",
    "KwicLine",
    "Passages",
    "Period",
    "Relation",
    "SharedPassages",
    "by_entity",
    "context",
    "index",
    "kwic_line",
    "periods",
]
