"""What the editor's decisions came to: those that matched nothing, and those that contradict each other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from edition.model import EditorsDecision, Outline, Problem


def settled(
    decisions: Iterable[EditorsDecision], articles: Iterable[Outline]
) -> Iterator[tuple[EditorsDecision, Mapping[str, int]]]:
    """Each decision, in the order of the file, with the ids of the articles where it decided, and how many names."""
    found: dict[EditorsDecision, Counter[str]] = {decision: Counter() for decision in decisions}
    for article in articles:
        for decision in article.decisions:
            found[decision][article.id] += 1
    yield from found.items()


def decision_problems(decisions: Iterable[EditorsDecision], articles: Iterable[Outline]) -> tuple[Problem, ...]:
    """In the order of the file."""
    articles = tuple(articles)
    touched = Counter(decision for article in articles for decision in article.decisions)
    pairs = dict.fromkeys(pair for article in articles for pair in article.contradicted)
    ids = {article.id for article in articles}
    idle = (_idle(one, ids) for one in decisions if one not in touched and not _is_in(one, pairs))
    return tuple(sorted((*idle, *_contradictions(pairs)), key=lambda problem: (problem.line, problem.column)))


def _is_in(decision: EditorsDecision, pairs: Iterable[tuple[EditorsDecision, EditorsDecision]]) -> bool:
    return any(decision in pair for pair in pairs)


def _idle(decision: EditorsDecision, articles: set[str]) -> Problem:
    what = f"The decision on “{decision.words}” matches nothing."
    fix = "correct the words, or remove it."
    if decision.article and decision.article not in articles:
        what, fix = f"There is no article `{decision.article}`.", "name the file without .txt."
    return Problem("W202", decision.file, decision.line, decision.column, what, fix)


def _contradictions(pairs: Iterable[tuple[EditorsDecision, EditorsDecision]]) -> Iterator[Problem]:
    for first, second in pairs:
        what = f"“{second.words}” is `{second.is_}` here, and `{first.is_}` at {first.place}."
        fix = "keep one, or make one more precise: article, paragraph, or exact words."
        yield Problem("E205", second.file, second.line, second.column, what, fix)
