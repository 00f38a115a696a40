"""decisions.yml becomes the editor's decisions, or problems. Whether they match a text is found out by linking."""

from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter

from edition.model import NOTHING, EditorsDecision, Problem, Source
from edition.read.fields import checked, nearest
from edition.read.listed import read_list
from edition.read.located import Located

DECISION: TypeAdapter[EditorsDecision] = TypeAdapter(EditorsDecision)
Problems = tuple[Problem, ...]
SHAPE = "write a list, each entry as `- name: Kim` with `is: id` below it."


def read_decisions(source: Source, entities: Iterable[str]) -> tuple[tuple[EditorsDecision, ...], Problems]:
    """The decisions without an error, in their order, and every problem; `entities` are the ids of the registry."""
    nodes, problems = read_list(source, "decisions", SHAPE)
    known = {*entities, NOTHING}
    results = [_decision(source.file, node, known) for node in nodes]
    problems += tuple(problem for _, these in results for problem in these)
    return tuple(decision for decision, _ in results if decision), problems


def _decision(file: str, node: Located, known: set[str]) -> tuple[EditorsDecision | None, Problems]:
    where = {"file": file, "line": node.line, "column": node.column}
    decision, problems = checked(DECISION, file, node, where)
    if decision is not None:
        problems = tuple(_wrong(decision, node, known))
    return (None if problems else decision), problems


def _wrong(decision: EditorsDecision, node: Located, known: set[str]) -> Iterator[Problem]:
    place = node.at(("is",))
    if decision.is_ not in known:
        near = nearest(decision.is_, known)
        fix = near if near.startswith("did") else "name an id of the registry, or `nothing`."
        yield Problem("E203", decision.file, place.line, place.column, f"There is no entity `{decision.is_}`.", fix)
    if (decision.name is None) == (decision.exact is None):
        what, fix = "A decision has either `name` or `exact`.", "keep one of them."
        yield Problem("E204", decision.file, node.line, node.column, what, fix)
    if decision.article is None and (decision.paragraph or decision.from_):
        what, fix = "A paragraph is one of an article.", "add `article: ID`."
        yield Problem("E204", decision.file, node.line, node.column, what, fix)
