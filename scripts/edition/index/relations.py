"""What entities say of each other in the registry, the other way round."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from edition.model import Entity, Role


@dataclass(frozen=True, slots=True)
class Relation:
    """An entity that names this one in the registry: by a role there, or as affiliated."""

    entity: Entity
    role: Role | None = None


def relations(entities: Iterable[Entity]) -> dict[str, tuple[Relation, ...]]:
    """Who names an entity by a role or as affiliated; one relation each, the role where there are both."""
    found: dict[str, dict[str, Relation]] = defaultdict(dict)
    for entity in entities:
        for role in entity.roles:
            if role.organization:
                found[role.organization].setdefault(entity.id, Relation(entity, role))
        for affiliation in entity.affiliations:
            found[affiliation].setdefault(entity.id, Relation(entity))
    return {id: tuple(these.values()) for id, these in found.items()}


def contained(entities: Iterable[Entity]) -> dict[str, tuple[Entity, ...]]:
    """The entities located in a place."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if entity.located_in:
            found[entity.located_in].append(entity)
    return {id: tuple(these) for id, these in found.items()}
