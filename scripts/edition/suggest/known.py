"""What the registry finds already, by key: so that a suggestion is neither there, nor made by a rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.model import Kind, Registry
from edition.suggest.ways import generated, ways


@dataclass(frozen=True)
class Known:
    """The entities of a registry by the keys of their names, of their short forms, and of what only a person would
    write for them: `Jae-in Moon`."""

    registry: Registry
    same: Mapping[str, frozenset[str]]
    short: Mapping[str, frozenset[str]]
    other: Mapping[str, frozenset[str]]

    def one(self, keys: Iterable[str], kind: Kind) -> str:
        """The only entity of the kind that is written so, otherwise than the registry knows; empty for none or more."""
        found = {id for key in keys for id in self.other.get(key, ()) if self.registry.by_id[id].kind is kind}
        return found.pop() if len(found) == 1 else ""

    def only_short(self, key: str, kind: Kind) -> frozenset[str]:
        """The entities of the kind that have it as a short form."""
        return frozenset(id for id in self.short.get(key, ()) if self.registry.by_id[id].kind is kind)


def known_of(registry: Registry) -> Known:
    same, short, other = (defaultdict[str, set[str]](set) for _ in range(3))
    for entity in registry.entities:
        found = generated(entity)
        for index, keys in ((same, found.same), (short, found.short)):
            for key in keys:
                index[key].add(entity.id)
        for name in entity.names:
            for key in ways(name, entity.kind).same - found.same:
                other[key].add(entity.id)
    return Known(registry, *({key: frozenset(ids) for key, ids in one.items()} for one in (same, short, other)))
