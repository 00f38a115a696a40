"""What an editor may decide on a suggestion, and what comes of it in a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from edition.amend.draft import Draft, Post, Proposal, Refused
from edition.amend.splitting import split
from edition.model import Entity, Suggestion
from edition.suggest.ways import generated, key


class Decision(StrEnum):
    """As it is written in a file of suggestions."""

    ACCEPT = "accept"
    SAME_AS = "same as"
    ALIAS_OF = "alias of"
    TWO = "two"
    NEVER = "never"
    LATER = "later"


@dataclass(frozen=True)
class Choice:
    """A decision on one suggestion as the editor would have it. `target` is the id that it is the same as, or an alias
    of; where it is two, `other` is the second, `target` the id of either, where that is an entity already, and
    `second` are the articles that mean the second."""

    decision: Decision
    one: Proposal
    target: str = ""
    other: Proposal | str = ""
    second: frozenset[str] = frozenset()


def proposal_of(one: Suggestion) -> Proposal:
    """The suggestion as it would be accepted without a word changed: of its roles the one that is told best."""
    written = tuple(form for form, _ in one.forms)
    posts = tuple(Post(role.title, role.organization or "") for role in one.roles[:1])
    made = Proposal(one.id, one.kind, one.name, "", (), posts, one.known or "", (), written)
    aliases = tuple(form for form in written if form != one.name and (one.known or not is_found(form, made)))
    return replace(made, aliases=aliases, known_as=() if one.known else _standing_alone(one, aliases))


def is_found(form: str, one: Proposal) -> bool:
    """Whether a rule finds the form by the name of the proposal alone, so that it need be no alias."""
    made = generated(Entity("x", one.kind, one.name))
    return key(form) in made.same | made.short


def _standing_alone(one: Suggestion, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """Short forms that stand in articles which do not give the name in full: no rule links them there."""
    made, found = generated(Entity("x", one.kind, one.name, aliases=aliases)), dict[str, None]()
    for forms in forms_by_article(one).values():
        if not made.same & set(map(key, forms)):
            found.update(dict.fromkeys(form for form in forms if key(form) in made.short))
    return tuple(found)


def forms_by_article(one: Suggestion) -> dict[str, list[str]]:
    """The forms that stand in each article."""
    found: dict[str, list[str]] = {}
    for at in one.occurrences:
        found.setdefault(at.article, []).append(at.words)
    return found


def decide(draft: Draft, choice: Choice, named_in: Mapping[str, Sequence[str]]) -> str:
    """What was decided, in words; it stands in the draft then. `named_in`: the forms in each article."""
    one, name = choice.one, choice.one.name
    match choice.decision:
        case Decision.ACCEPT:
            id = draft.accept(one)
            return f"{name} is in the registry as {id}."
        case Decision.SAME_AS:
            return f"{name} is the same as {_called(draft, draft.same_as(one, choice.target))}."
        case Decision.ALIAS_OF:
            id = draft.same_as(Proposal(one.id, one.kind, name), choice.target)
            return f"{name} is an alias of {_called(draft, id)}."
        case Decision.TWO:
            split(draft, [choice.target or one, choice.other], named_in, set(choice.second))
            return f"{name} is two."
        case Decision.NEVER:
            draft.never(_apart(choice))
            return f"{name} is nothing."
        case Decision.LATER:
            return f"{name} waits."
    raise Refused(f"`{choice.decision}` is no decision.")


def _called(draft: Draft, id: str) -> str:
    return f"{draft.entities[id].name} ({id})"


def _apart(choice: Choice) -> list[str]:
    """The forms that texts have, but for those that are short for others: what is short for nothing is nothing."""
    one = choice.one
    written = one.written or (one.name, *one.aliases)
    short = generated(Entity("x", one.kind, one.name)).short
    return [form for form in written if key(form) not in short] or [one.name]
