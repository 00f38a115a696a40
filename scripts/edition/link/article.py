"""One article's candidates decided: full names first, then all others in the light of them."""

from collections.abc import Iterable, Iterator

from edition.link.context import Context, introductions, strangers
from edition.link.decision import Decision, Left, Linked
from edition.link.rules import FULL_NAME_RULES, RULES, Rule
from edition.model import Annotation, Article, Candidate, Mention, Registry, Unresolved


def annotate(article: Article, candidates: tuple[Candidate, ...], registry: Registry) -> Annotation:
    """The article with every candidate decided; mentions and unresolved names in reading order."""
    decisions = tuple(decided(candidates, context_of(article, candidates, registry), RULES))
    return Annotation(article, tuple(_mentions(decisions)), tuple(_unresolved(decisions)))


def context_of(article: Article, candidates: tuple[Candidate, ...], registry: Registry) -> Context:
    """What the full names of the text tell of the short ones."""
    body = tuple(candidate for candidate in candidates if not article.is_headline(candidate.block))
    full = tuple(_mentions(decided(body, Context(article, registry), FULL_NAME_RULES)))
    return Context(article, registry, introductions(article, full), strangers(article, body))


Decided = tuple[Candidate, str, Decision]


def decided(candidates: Iterable[Candidate], context: Context, rules: tuple[Rule, ...]) -> Iterator[Decided]:
    """Each candidate that one of the rules decides, with the name of the first that does."""
    for candidate in candidates:
        answers = ((rule, rule(candidate, context)) for rule in rules)
        for rule, answer in answers:
            if answer is not None:
                yield candidate, rule.__name__.replace("_", " "), answer
                break


def _mentions(decisions: Iterable[Decided]) -> Iterator[Mention]:
    for candidate, rule, answer in decisions:
        if isinstance(answer, Linked):
            yield Mention(candidate.block, candidate.span, answer.entity, rule, answer.certainty, answer.evidence)


def _unresolved(decisions: Iterable[Decided]) -> Iterator[Unresolved]:
    for candidate, _, answer in decisions:
        if isinstance(answer, Left) and not answer.silent:
            yield Unresolved(
                candidate.block, candidate.span, answer.people or tuple(sorted(candidate.form.entities)), answer.why
            )
