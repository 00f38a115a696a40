"""Who and what has a page, as editors describe it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic.dataclasses import dataclass as checked_dataclass

from edition.model.fields import STRICT, pairs


class Kind(StrEnum):
    """The three kinds of entity, in the order in which pages list them."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"

    @property
    def folder(self) -> str:
        return "people" if self is Kind.PERSON else f"{self.value}s"


Gender = Literal["female", "male"]
Year = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Languages = Annotated[
    tuple[tuple[str, str], ...],
    BeforeValidator(pairs),
    WithJsonSchema({"type": "object", "additionalProperties": {"type": "string"}}),
]


class Coordinates(NamedTuple):
    """Degrees, north and east positive (WGS 84)."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


@checked_dataclass(frozen=True, config=STRICT)
class Role:
    """What a person was, where (an id), from when until when."""

    title: str
    organization: str | None = None
    from_: Annotated[Year | None, Field(alias="from")] = None
    to: Year | None = None


@checked_dataclass(frozen=True, config=STRICT)
class Entity:
    """A person, organization or place with a page of its own, as its registry file describes it."""

    id: str
    kind: Kind
    name: str
    sort: Annotated[str | None, Field(description="how the name is sorted; default: family name first")] = None
    family: Annotated[str | None, Field(description="the family name, where its place cannot be told")] = None
    known_as: Annotated[
        tuple[str, ...],
        Field(description="short names that need no introduction, such as a president's surname"),
    ] = ()
    gender: Annotated[Gender | None, Field(description="tells Mr. from Ms. where two people share a surname")] = None
    aliases: Annotated[tuple[str, ...], Field(description="other full names")] = ()
    local_names: Annotated[Languages, Field(description="language tag: name in that language")] = ()
    description: str | None = None
    roles: tuple[Role, ...] = ()
    affiliations: Annotated[tuple[str, ...], Field(description="ids of entities")] = ()
    located_in: Annotated[str | None, Field(description="id of a place")] = None
    coordinates: Annotated[Coordinates | None, Field(description="latitude, longitude")] = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    gnd: Annotated[str, Field(pattern=r"^[0-9X-]+$")] | None = None
    viaf: Annotated[str, Field(pattern=r"^\d+$")] | None = None
    geonames: Annotated[str, Field(pattern=r"^\d+$")] | None = None
    former_ids: Annotated[
        tuple[str, ...],
        Field(description="ids that this entity had, or that were merged into it; their pages lead here"),
    ] = ()
    note: Annotated[str | None, Field(description="for editors; no page shows it")] = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Registry:
    """All entities, sorted by id."""

    entities: tuple[Entity, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def teams(self) -> frozenset[str]:
        """The ids of national teams, for which their country stands in sport."""
        return frozenset(
            one.id for one in self.entities if one.kind is Kind.ORGANIZATION and one.name.endswith(" team")
        )

    @cached_property
    def places(self) -> Mapping[str, tuple[Entity, ...]]:
        """By name and alias of a place, the places that bear it."""
        found: dict[str, tuple[Entity, ...]] = {}
        for entity in self.entities:
            if entity.kind is Kind.PLACE:
                for name in entity.names:
                    found[name] = (*found.get(name, ()), entity)
        return found

    def located(self, id: str) -> tuple[Entity, ...]:
        """Where an entity is: the place that the registry gives, the place where that is, and so on outwards."""
        found: list[Entity] = []
        at = self.by_id[id].located_in
        while at and at in self.by_id and self.by_id[at] not in found:
            found.append(self.by_id[at])
            at = found[-1].located_in
        return tuple(found)
