"""What a rule answers: a link with its evidence, or a reason to leave the name alone."""

from dataclasses import dataclass
from typing import NamedTuple

from edition.model import Candidate, Certainty, Span


class Linked(NamedTuple):
    """The candidate names this entity; `evidence` is a sentence for readers. `span` where more than it is the name."""

    entity: str
    evidence: str
    certainty: Certainty = Certainty.CERTAIN
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """The candidate is left alone; `why` is a sentence for editors. `silent`: it is no name worth their look.

    `people` are those of the candidate's entities that the article speaks of; none stands for all of them.
    """

    why: str
    people: tuple[str, ...] = ()
    silent: bool = False


Decision = Linked | Left
# A candidate, the name of the rule that decided it, and its answer.
Decided = tuple[Candidate, str, Decision]
