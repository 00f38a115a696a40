"""The registry: the entries of all files together. What is wrong between them: ids, references, shared names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from edition.addresses import is_taken
from edition.model import Entity, Kind, Problem, Registry, Source
from edition.read.entries import ID, Entry, Path, Problems, read_entries
from edition.read.fields import nearest
from edition.read.located import Located


def read_registry(sources: Iterable[Source]) -> tuple[Registry, Problems]:
    """All entities without an error, and every problem of all files."""
    results = [read_entries(source) for source in sources]
    entries = [entry for found, _ in results for entry in found or ()]
    problems = [problem for _, these in results for problem in these]
    problems += (*_twice(entries), *_former_twice(entries), *_shared_names(entries))
    if all(found is not None for found, _ in results):  # else the ids of a whole file would be missed
        problems += _unknown_ids(entries)
    by_id = {entry.id: entry.entity for entry in reversed(entries) if entry.entity}
    return Registry(tuple(by_id[id] for id in sorted(by_id))), tuple(problems)


def _twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in first:
            earlier = f"{first[entry.id].file}:{first[entry.id].key.line}"
            yield entry.problem("E201", (), f"`{entry.id}` stands twice, first at {earlier}.", "give one another id.")
        first.setdefault(entry.id, entry)


def _former_twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Former ids that are somebody's: the page of one of the two would be lost."""
    taken = {entry.id: entry.id for entry in entries}
    for entry in entries:
        for index, id in enumerate(entry.entity.former_ids if entry.entity else ()):
            if id in taken:
                what, fix = f"`{id}` is an id of `{taken[id]}` already.", "keep it in one place."
                yield entry.problem("E201", ("former_ids", index), what, fix)
            elif not ID.fullmatch(id) or is_taken(entry.kind, id):
                fix = "use lower-case letters a to z, digits and single hyphens."
                yield entry.problem("E202", ("former_ids", index), f"`{id}` cannot have been an id.", fix)
            taken[id] = entry.id


def _unknown_ids(entries: Sequence[Entry]) -> Iterator[Problem]:
    """References to ids that stand nowhere; an entry with an error of its own is known all the same."""
    kinds = {entry.id: entry.kind for entry in entries}
    for entry in entries:
        for path in _references(entry.node):
            id = entry.node.words(path)
            if id is None:
                continue
            if id not in kinds:
                near = nearest(id, kinds)
                fix = near if near.startswith("did") else "add it to the registry, or correct the id."
                yield entry.problem("E203", path, f"There is no entity `{id}`.", fix)
            elif path == ("located_in",) and kinds[id] is not Kind.PLACE:
                yield entry.problem("E203", path, f"`{id}` is no place.", "name an id of places.yml.")


def _references(node: Located) -> Iterator[Path]:
    """Where the fields of an entry may name other entities, as far as they have the right shape."""
    roles, affiliations = node.at(("roles",)).value, node.at(("affiliations",)).value
    if isinstance(roles, tuple):
        yield from (("roles", index, "organization") for index in range(len(roles)))
    if isinstance(affiliations, tuple):
        yield from (("affiliations", index) for index in range(len(affiliations)))
    yield ("located_in",)


def _shared_names(entries: Sequence[Entry]) -> Iterator[Problem]:
    holders: dict[str, list[tuple[Entry, Entity]]] = defaultdict(list)
    for entry in entries:
        if entry.entity:
            for name in dict.fromkeys(entry.entity.names):
                holders[name].append((entry, entry.entity))
    for name, sharing in sorted(holders.items()):
        if len(sharing) > 1:
            others = ", ".join(f"`{entity.id}`" for _, entity in sharing)
            entry, entity = sharing[-1]
            path = ("name",) if entity.name == name else ("aliases", entity.aliases.index(name))
            fix = "nothing, if it is so: the context then decides, or no link is made."
            yield entry.problem("W201", path, f"`{name}` names {others}.", fix)
