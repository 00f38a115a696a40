"""Mentions become concordances, their periods, co-occurrences; the registry's relations. No pages, no links."""

from edition.index.concordance import CONTEXT, Concordance, Passages, by_entity, context, outline
from edition.index.everything import Index, index
from edition.index.periods import MOST_MENTIONS, Period, periods
from edition.index.relations import Relation
from edition.index.standoff import mention_lines, mentions_data, opened, packed, unresolved_lines
from edition.index.together import CoOccurrence, SharedPassages

__all__ = [
    "CONTEXT",
    "MOST_MENTIONS",
    "CoOccurrence",
    "Concordance",
    "Index",
    "Passages",
    "Period",
    "Relation",
    "SharedPassages",
    "by_entity",
    "context",
    "index",
    "mention_lines",
    "mentions_data",
    "opened",
    "outline",
    "packed",
    "periods",
    "unresolved_lines",
]
