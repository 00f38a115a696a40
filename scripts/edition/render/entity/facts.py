"""The fact card of an entity: what the registry says of it, relations in both directions, and the forms found."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edition.addresses import entity_page, web_address
from edition.index import Index, Relation
from edition.model import Edition, Entity, Kind, Role
from edition.render.citing.authorities import authorities
from edition.render.words import degrees, language, years


class Value(NamedTuple):
    """Words, a link where there is an address, between what is said before and behind them, and how often they stand.

    `name` is the class of the words, `language` the tag of the language that they are in.
    """

    words: str
    address: str = ""
    name: str = ""
    language: str = ""
    before: str = ""
    after: str = ""
    times: int = 0


Facts = list[tuple[str, list[Value]]]


def facts(entity: Entity, edition: Edition, index: Index) -> Facts:
    """What there is to say, as labels with their values."""
    found = (*_names(entity), *_connections(entity, edition, index), *_elsewhere(entity))
    forms = ("Forms found", [_form(form, count) for form, count in index.mentions(entity.id).forms])
    return [(label, list(values)) for label, values in (*found, forms) if values]


def _names(entity: Entity) -> Iterator[tuple[str, list[Value]]]:
    yield "Also named", [Value(name) for name in entity.aliases]
    yield (
        "Local names",
        [Value(name, language=tag, after=f" ({language(tag)})") for tag, name in entity.local_names],
    )


def _connections(entity: Entity, edition: Edition, index: Index) -> Iterator[tuple[str, list[Value]]]:
    path, by_id = entity_page(entity), edition.registry.by_id
    with_role = {role.organization for role in entity.roles}

    def linked(ids: Iterable[str]) -> list[Value]:
        return [entity_value(by_id[id], path) for id in ids]

    yield "Roles", [_role(role, by_id[role.organization] if role.organization else None, path) for role in entity.roles]
    yield "Affiliations", linked(id for id in entity.affiliations if id not in with_role)
    relations = index.relations.get(entity.id, ())
    for kind in Kind:
        yield kind.folder.capitalize(), [_relation(one, path) for one in relations if one.entity.kind is kind]
    yield "Located in", linked([entity.located_in] if entity.located_in else [])
    yield "In it", linked(one.id for one in index.contained.get(entity.id, ()))


def _elsewhere(entity: Entity) -> Iterator[tuple[str, list[Value]]]:
    if entity.coordinates:
        yield "Coordinates", [Value(degrees(entity.coordinates))]
    yield "Authority files", [Value(id, address, before=f"{label} ") for label, id, address in authorities(entity)]


def entity_value(entity: Entity, page: str) -> Value:
    return Value(entity.name, web_address(page, entity_page(entity)), entity.kind.value)


def _role(role: Role, organization: Entity | None, page: str) -> Value:
    if organization is None:
        return Value(role.title, after=_years(role))
    return entity_value(organization, page)._replace(before=f"{role.title}, ", after=_years(role))


def _relation(relation: Relation, page: str) -> Value:
    role = relation.role
    return entity_value(relation.entity, page)._replace(after=f", {role.title}{_years(role)}" if role else "")


def _years(role: Role) -> str:
    span = years(role.from_, role.to)
    return f" ({span})" if span else ""


def _form(form: str, count: int) -> Value:
    return Value(form, name="form", times=count)
