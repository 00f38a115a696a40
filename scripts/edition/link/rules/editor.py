"""The editor's decision, before all rules."""

from edition.link.context import Context
from edition.link.decision import Decision, Left, Linked
from edition.model import NOTHING, Candidate


def editors_decision(candidate: Candidate, context: Context) -> Decision | None:
    decision = context.decisions.get(candidate.span)
    if decision is None:
        return None
    if decision.is_ == NOTHING:
        return Left(f"The editor decided that it is nothing ({decision.place}).", silent=True)
    return Linked(decision.is_, f"The editor decided it ({decision.place}).")
