"""A living edition looked after: what still waits for its editor, and what changed between two states. Pure."""

from edition.upkeep.aligning import Mark
from edition.upkeep.differences import Changed, Difference, LinkChange, Moved, State, difference
from edition.upkeep.findings import Finding, Matter, findings
from edition.upkeep.page import difference_page
from edition.upkeep.telling import Section, sections

__all__ = [
    "Changed",
    "Difference",
    "Finding",
    "LinkChange",
    "Mark",
    "Matter",
    "Moved",
    "Section",
    "State",
    "difference",
    "difference_page",
    "findings",
    "sections",
]
