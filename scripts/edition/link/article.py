"""One article's candidates decided: full names first, then all others in the light of them."""

from collections.abc import Iterable, Iterator

from edition.link.context import Context
from edition.link.decision import Decided, Left, Linked
from edition.link.editor import Editor, heard
from edition.link.namings import introductions, is_credited, strangers
from edition.link.rules import FULL_NAME_RULES, RULES, Rule
from edition.model import Annotation, Article, Candidate, EditorsDecision, Mention, Registry, Unresolved


def annotate(
    article: Article,
    candidates: tuple[Candidate, ...],
    registry: Registry,
    decisions: tuple[EditorsDecision, ...] = (),
) -> Annotation:
    """The article with every candidate decided; mentions and unresolved names in reading order."""
    editor = heard(article, candidates, decisions, registry)
    found = all_decided(article, editor, registry)
    used = tuple(editor.decisions[span] for span in sorted(editor.decisions))
    return Annotation(article, tuple(_mentions(found)), tuple(_unresolved(found)), used, editor.contradicted)


def all_decided(article: Article, editor: Editor, registry: Registry) -> tuple[Decided, ...]:
    """Every candidate with the rule that decided it and its answer, in reading order."""
    return tuple(decided(editor.candidates, context_of(article, editor, registry), RULES))


def context_of(article: Article, editor: Editor, registry: Registry) -> Context:
    """What the editor and the full names of the text tell of the short ones."""
    below = tuple(candidate for candidate in editor.candidates if not article.is_headline(candidate.block))
    alone = Context(article, registry, decisions=editor.decisions)
    full = (one for one in below if one.form.names or one.span in editor.decisions)
    named = introductions(article, decided(full, alone, FULL_NAME_RULES))
    body = {entity: tuple(one for one in named[entity] if not is_credited(article, one)) for entity in named}
    return Context(
        article,
        registry,
        named={entity: body[entity] or named[entity] for entity in named},
        strangers=strangers(article, below, named),
        credited=frozenset(entity for entity in named if not body[entity]),
        decisions=editor.decisions,
    )


def decided(candidates: Iterable[Candidate], context: Context, rules: tuple[Rule, ...]) -> Iterator[Decided]:
    """Each candidate that one of the rules decides, with the name of the first that does."""
    for candidate in candidates:
        for rule in rules:
            answer = rule(candidate, context)
            if answer is not None:
                if isinstance(answer, Linked):
                    context.tell(candidate, answer)
                yield candidate, rule.__name__.replace("_", " "), answer
                break


def _mentions(decisions: Iterable[Decided]) -> Iterator[Mention]:
    for candidate, rule, answer in decisions:
        if isinstance(answer, Linked):
            span = answer.span or candidate.span
            yield Mention(candidate.block, span, answer.entity, rule, answer.certainty, answer.evidence)


def _unresolved(decisions: Iterable[Decided]) -> Iterator[Unresolved]:
    for candidate, _, answer in decisions:
        if isinstance(answer, Left) and not answer.silent:
            entities = answer.people or tuple(sorted(candidate.form.entities))
            yield Unresolved(candidate.block, candidate.span, entities, answer.why)
