"""One registry file becomes entries, each with its own problems. What joins entries of all files: registry."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from edition.addresses import is_taken
from edition.model import Entity, Kind, Problem, Source
from edition.read.fields import DROPPED_NOT_COMMENTED, checked, impossible_days, misread
from edition.read.located import Located
from edition.read.parsing import read_yaml
from edition.read.text import character_problems, decoded, normalised

ENTITY: TypeAdapter[Entity] = TypeAdapter(Entity)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 100  # it becomes the name of a file
LIST_PAGE = "index"
KIND_OF_FILE = {f"{kind.folder}.yml": kind for kind in Kind}
Path = tuple[int | str, ...]
Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands under one id of a file; the entity is None where something is wrong with it."""

    file: str
    key: Located
    node: Located
    entity: Entity | None = None

    @property
    def id(self) -> str:
        return str(self.key.value)

    @property
    def kind(self) -> Kind:
        return KIND_OF_FILE[self.file.rsplit("/", 1)[-1]]

    def problem(self, code: str, path: Path, what: str, fix: str) -> Problem:
        """A problem at a field, or, without a path, at the id."""
        place = self.node.at(path) if path else self.key
        return Problem(code, self.file, place.line, place.column, what, fix)


def read_entries(source: Source) -> tuple[tuple[Entry, ...] | None, Problems]:
    """Everything that stands in a file, in its order; None where the file cannot be read."""
    stored, problems = decoded(source)
    if stored is None:
        return None, problems
    text, _ = normalised(stored)
    found, more = read_yaml(source.file, text)
    problems = (*character_problems(source.file, text), *more)
    if found is None:
        return (None if more else ()), problems
    if not isinstance(found.value, Mapping):
        what, fix = "The file is no list of ids.", "write `id:` and, indented below it, the fields."
        return None, (*problems, Problem("E104", source.file, found.line, found.column, what, fix))
    results = [_entry(Entry(source.file, key, node)) for key, node in found.value.values()]
    problems += tuple(problem for _, these in results for problem in these)
    return tuple(entry for entry, _ in results), (
        *problems,
        *misread(source.file, text, found, DROPPED_NOT_COMMENTED),
    )


def _entry(entry: Entry) -> tuple[Entry, Problems]:
    """The entry with its entity, where nothing is wrong with that."""
    problems = tuple(_id_problems(entry))
    if not isinstance(entry.node.value, Mapping):
        fix = f"write at least `name:` below `{entry.id}:`."
        return entry, (*problems, entry.problem("E104", (), f"`{entry.id}` has no fields.", fix))
    entity, more = checked(ENTITY, entry.file, entry.node, {"id": entry.id or "?", "kind": entry.kind})
    problems += more
    if entity is not None:
        problems += tuple(_impossible(entity, entry))
    return Entry(entry.file, entry.key, entry.node, None if problems else entity), problems


def _id_problems(entry: Entry) -> Iterator[Problem]:
    if entry.id == LIST_PAGE:
        what, fix = f"`{entry.id}` is the page that lists all others.", "give it another id."
        yield entry.problem("E202", (), what, fix)
    elif is_taken(entry.kind, entry.id):
        yield entry.problem("E202", (), f"`{entry.id}` is another page of the build.", "give it another id.")
    elif not ID.fullmatch(entry.id):
        fix = "use lower-case letters a to z, digits and single hyphens."
        yield entry.problem("E202", (), f"`{entry.id}` cannot be an id.", fix)
    elif len(entry.id) > LONGEST_ID:
        yield entry.problem("E202", (), f"The id is longer than {LONGEST_ID} characters.", "shorten it.")


def _impossible(entity: Entity, entry: Entry) -> Iterator[Problem]:
    """Fields of the right shape that cannot be: names without a letter, days that no calendar has."""
    names: list[tuple[Path, str]] = [(("name",), entity.name)]
    names += ((("aliases", index), name) for index, name in enumerate(entity.aliases))
    names += ((("known_as", index), name) for index, name in enumerate(entity.known_as))
    for path, name in names:
        if not any(character.isalnum() for character in name):
            what = f"`{path[0]}` has no letter and no digit: `{name}`."
            yield entry.problem("E104", path, what, "write the name as a text would.")
    roles = range(len(entity.roles))
    yield from impossible_days(
        entry.file, entry.node, *(("roles", index, field) for index in roles for field in ("from", "to"))
    )
