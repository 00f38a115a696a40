"""What a registry and its decisions can bring to a text, and by which letters: so, which texts a change touches.

What is decided on a text depends on these, and on nothing else:

* the forms whose letters stand in it: no others are found, and acronyms that a text defines stand for names in it;
* what the registry says of those of their entities that are named in full or need no introduction, of whom these are
  tied to, and of the places where all of them are. Rules ask for no others: whom a short form means was named in full
  or by the editor, and a place that says whose ministry it is (`registry.places`) stands there by its name;
* of those whom a short form may mean, whether they are national teams;
* the decisions on words that stand in it, and what the registry says of whom they name.

So where no letters stand in a text that bring something else than before, all that was decided on it holds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from edition.model import EditorsDecision, Entity, Form, Registry, digest
from edition.recognise.fold import spaced
from edition.recognise.names import patterns_of

# What pages say of an entity, and no rule asks for.
NOT_FOR_LINKING = {"sort", "description", "coordinates", "wikidata", "gnd", "viaf", "geonames", "former_ids", "note"}
FOR_LINKING = tuple(field.name for field in fields(Entity) if field.name not in NOT_FOR_LINKING)
T = TypeVar("T")
Decided = tuple[str | None, str]  # the article's id, or None for all of them, and the letters of a decision's words


class Ground(NamedTuple):
    """By the letters of forms, and of the editor's decisions, names for all that they can bring."""

    forms: Mapping[str, bytes]
    decisions: Mapping[Decided, bytes]


def ground_of(registry: Registry, decisions: Iterable[EditorsDecision]) -> Ground:
    views = {one.id: _view(one, registry) for one in registry.entities}
    decided: dict[Decided, list[object]] = {}
    for one in decisions:
        decided.setdefault((one.article, spaced(one.words)), []).extend((one, views.get(one.is_)))
    forms = {letters: _name(found, views, registry) for letters, found in patterns_of(registry).items()}
    return Ground(forms, {words: digest(*found) for words, found in decided.items()})


def ground_name(registry: Registry, decisions: Iterable[EditorsDecision]) -> bytes:
    """A name for all that decides on names beside the text itself."""
    return digest([_own(one) for one in registry.entities], tuple(decisions))


def letters_of(text: str) -> str:
    """A text as `Change` looks into it."""
    return f" {spaced(text)} "


@dataclass(frozen=True)
class Change:
    """The letters that bring something else on one ground than on another."""

    before: Ground
    after: Ground

    def touches(self, article: str, letters: str) -> bool:
        """Whether anything else may be decided on the article of this id."""
        if self._everywhere and self._everywhere.find_matches_as_indexes(letters):
            return True
        return any(words in letters for words in self._in_articles.get(article, ()))

    @cached_property
    def _everywhere(self) -> AhoCorasick | None:
        forms = _changed(self.before.forms, self.after.forms)
        words = {words for article, words in _changed(self.before.decisions, self.after.decisions) if article is None}
        return AhoCorasick(sorted(forms | words)) if forms or words else None

    @cached_property
    def _in_articles(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for article, words in _changed(self.before.decisions, self.after.decisions):
            if article is not None:
                found.setdefault(article, set()).add(words)
        return found


def _changed(before: Mapping[T, bytes], after: Mapping[T, bytes]) -> set[T]:
    return {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}


def _name(forms: Iterable[Form], views: Mapping[str, bytes], registry: Registry) -> bytes:
    """A name for these forms and for what rules ask of their entities."""
    return digest(
        *(
            (
                form.text,
                [(id, views[id]) for id in sorted(form.names)],
                [(id, views[id]) for id in sorted(form.known)],
                [(id, id in registry.teams) for id in sorted(form.short)],
                sorted(form.kinds),
            )
            for form in forms
        )
    )


def _view(entity: Entity, registry: Registry) -> bytes:
    """A name for what rules ask of an entity once it is named."""
    tied = sorted({*entity.affiliations, *(role.organization for role in entity.roles if role.organization)})
    return digest(_own(entity), _where(entity.id, registry), [_where(one, registry) for one in tied])


def _own(entity: Entity) -> list[object]:
    return [getattr(entity, name) for name in FOR_LINKING]


def _where(id: str, registry: Registry) -> list[tuple[str, tuple[str, ...]]]:
    """The entity and the places where it is, with their names; nothing of one that is not there."""
    around = [registry.by_id[id], *registry.located(id)] if id in registry.by_id else []
    return [(one.id, one.names) for one in around]
