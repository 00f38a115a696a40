"""The registry files become entities, or problems. What a field may be is declared in model; here, what joins them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from edition.model import Entity, Kind, Problem, Registry, Source
from edition.read.fields import checked, nearest
from edition.read.located import Located, read_yaml
from edition.read.text import character_problems, decoded, normalised

ENTITY: TypeAdapter[Entity] = TypeAdapter(Entity)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KIND_OF_FILE = {f"{kind.folder}.yml": kind for kind in Kind}
Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entity with its place in the files, while the registry is read."""

    entity: Entity
    file: str
    node: Located

    def problem(self, code: str, path: tuple[object, ...], what: str, fix: str) -> Problem:
        place = self.node.at(path)
        return Problem(code, self.file, place.line, place.column, what, fix)


def read_registry(sources: Iterable[Source]) -> tuple[Registry, Problems]:
    """All entities of the files that could be read, and every problem of all of them."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for source in sources:
        found, more = _entries(source)
        entries += found
        problems += more
    problems += (*_twice(entries), *_unknown_ids(entries), *_shared_names(entries))
    by_id = {entry.entity.id: entry.entity for entry in entries}
    return Registry(tuple(by_id[id] for id in sorted(by_id))), tuple(problems)


def _entries(source: Source) -> tuple[list[Entry], list[Problem]]:
    stored, problems = decoded(source)
    if stored is None:
        return [], list(problems)
    text, _ = normalised(stored)
    problems = character_problems(source.file, text)
    if any(problem.is_error for problem in problems):
        return [], list(problems)
    found, more = read_yaml(source.file, text)
    problems += more
    if found is None:
        return [], list(problems)
    if not isinstance(found.value, Mapping):
        fix = "write `id:` and, indented below it, the fields."
        problems += (Problem("E104", source.file, found.line, found.column, "The file is no list of ids.", fix),)
        return [], list(problems)
    results = [_entry(source.file, key, node) for key, node in found.value.values()]
    entries = [entry for entry, _ in results if entry is not None]
    return entries, [*problems, *(problem for _, these in results for problem in these)]


def _entry(file: str, key: Located, node: Located) -> tuple[Entry | None, Problems]:
    id, fields = str(key.value), node.plain()
    if not ID.fullmatch(id):
        fix = "use lower-case letters a to z, digits and single hyphens."
        return None, (Problem("E202", file, key.line, key.column, f"`{id}` cannot be an id.", fix),)
    if not isinstance(fields, dict):
        fix = f"write at least `name:` below `{id}:`."
        return None, (Problem("E104", file, key.line, key.column, f"`{id}` has no fields.", fix),)
    kind = KIND_OF_FILE[file.rsplit("/", 1)[-1]]
    known = {name: value for name, value in fields.items() if value is not None}
    entity, problems = checked(ENTITY, file, node, {**known, "id": id, "kind": kind})
    return (Entry(entity, file, node) if entity else None), problems


def _twice(entries: list[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in entries:
        id = entry.entity.id
        if id in first:
            earlier = f"{first[id].file}:{first[id].node.line}"
            yield entry.problem("E201", (), f"`{id}` stands twice, first at {earlier}.", "give one another id.")
        first.setdefault(id, entry)


def _unknown_ids(entries: list[Entry]) -> Iterator[Problem]:
    kinds = {entry.entity.id: entry.entity.kind for entry in entries}
    for entry in entries:
        for path, id in _references(entry.entity):
            if id not in kinds:
                fix = nearest(id, sorted(kinds)) if len(kinds) < 10 else _near(id, kinds)
                yield entry.problem("E203", path, f"There is no entity `{id}`.", fix)
            elif path == ("located_in",) and kinds[id] is not Kind.PLACE:
                yield entry.problem("E203", path, f"`{id}` is no place.", "name an id of places.yml.")


def _near(id: str, known: Iterable[str]) -> str:
    fix = nearest(id, sorted(known))
    return fix if fix.startswith("did") else "add it to the registry, or correct the id."


def _references(entity: Entity) -> Iterator[tuple[tuple[object, ...], str]]:
    for index, role in enumerate(entity.roles):
        if role.organization:
            yield ("roles", index, "organization"), role.organization
    for index, id in enumerate(entity.affiliations):
        yield ("affiliations", index), id
    if entity.located_in:
        yield ("located_in",), entity.located_in


def _shared_names(entries: list[Entry]) -> Iterator[Problem]:
    holders: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in sorted(set(entry.entity.names)):
            holders[name].append(entry)
    for name, sharing in sorted(holders.items()):
        others = ", ".join(f"`{entry.entity.id}`" for entry in sharing)
        if len(sharing) > 1:
            path = ("name",) if sharing[-1].entity.name == name else ("aliases", _place(sharing[-1], name))
            fix = "nothing, if it is so: the context then decides, or no link is made."
            yield sharing[-1].problem("W201", path, f"`{name}` names {others}.", fix)


def _place(entry: Entry, name: str) -> int:
    return entry.entity.aliases.index(name)


def schema() -> dict[str, object]:
    """The JSON Schema of a registry file, for completion in editors."""
    entity = ENTITY.json_schema()
    definitions = entity.pop("$defs", {})
    entity["properties"] = {name: value for name, value in entity["properties"].items() if name not in ("id", "kind")}
    entity["required"] = ["name"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Registry of an edition: id of an entity, then its fields",
        "type": ["object", "null"],
        "propertyNames": {"pattern": f"^{ID.pattern}$"},
        "additionalProperties": {"$ref": "#/$defs/Entity"},
        "$defs": {**definitions, "Entity": entity},
    }
