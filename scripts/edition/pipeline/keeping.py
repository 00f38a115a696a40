"""Linked articles as a store keeps them: asked for by what they are made from, linked only where they are not there."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from typing import NamedTuple

from edition.disk import Entry, Store
from edition.model import Annotation, EditorsDecision, Entity, KwicLine, Outline, Problem, Registry, Source, digest
from edition.pipeline.linking import Parts, Text, parts

OUTLINE, ANNOTATION, MENTIONS, UNRESOLVED, LINES = "outline", "annotation", "mentions", "unresolved", "lines"
PARTS = (OUTLINE, ANNOTATION, MENTIONS, UNRESOLVED, LINES)  # of a text
KEY = len(digest())  # bytes
AT_ONCE = 200  # so many are put into the store together; a build that is killed begins behind them
# What pages say of an entity, and no rule asks for.
NOT_FOR_LINKING = {"description", "coordinates", "wikidata", "gnd", "viaf", "geonames", "former_ids", "note"}
FOR_LINKING = tuple(field.name for field in fields(Entity) if field.name not in NOT_FOR_LINKING)


class Kept(NamedTuple):
    """A text in the store: its key there, its outline if it could be read, and what is wrong with it."""

    key: bytes
    outline: Outline | None
    problems: tuple[Problem, ...]


def keep(
    texts: Sequence[Text],
    registry: Registry,
    decisions: tuple[EditorsDecision, ...],
    store: Store,
    advance: Callable[[int, int], None],
) -> list[Kept]:
    """Each text in its order; `advance` is told how many of them are done."""
    keys = keys_of(texts, registry, decisions)
    found = store.values(OUTLINE, keys)
    advance(len(found), len(keys))
    missing = [(key, text) for key, text in zip(keys, texts, strict=True) if key not in found]
    fresh = zip((key for key, _ in missing), parts((text for _, text in missing), registry, decisions), strict=True)
    done = len(found)
    while some := list(islice(fresh, AT_ONCE)):
        store.put(entry for key, one in some for entry in _entries(key, one))
        done += len(some)
        advance(done, len(keys))
    found |= store.values(OUTLINE, (key for key, _ in missing))
    if missing:
        _forget_others(store, frozenset(keys))
    return [Kept(key, *found[key]) for key in keys]


def keys_of(texts: Iterable[Text], registry: Registry, decisions: tuple[EditorsDecision, ...]) -> list[bytes]:
    """The key of each text in its order: a name for all that its parts are made from."""
    ground = linking_ground(registry, decisions)
    return [digest(ground, text.file, text.data if isinstance(text, Source) else text) for text in texts]


def key_within(entry: Entry) -> bytes:
    """The key of the text that the entry is a part of."""
    return entry.key[-KEY:]


def linking_ground(registry: Registry, decisions: tuple[EditorsDecision, ...]) -> bytes:
    """A name for all that decides on names beside the text itself."""
    return digest([[getattr(one, name) for name in FOR_LINKING] for one in registry.entities], decisions)


def _entries(key: bytes, one: Parts) -> Iterator[Entry]:
    yield Entry(OUTLINE, key, one.outline)
    if one.annotation:
        yield Entry(ANNOTATION, key, one.annotation)
        yield Entry(MENTIONS, key, one.mentions)
        yield Entry(UNRESOLVED, key, one.unresolved)
        yield from (Entry(LINES, _line_key(entity, key), lines) for entity, lines in one.lines)


def _line_key(entity: str, key: bytes) -> bytes:
    """The lines of one entity stand together, for they are asked for together."""
    return entity.encode() + b"\0" + key


def _forget_others(store: Store, keys: frozenset[bytes]) -> None:
    """Only what stands under these keys stays in the store."""
    for part in (OUTLINE, ANNOTATION, MENTIONS, UNRESOLVED):
        store.drop(part, store.keys(part) - keys)
    store.drop(LINES, (key for key in store.keys(LINES) if key[-KEY:] not in keys))


def annotation_of(key: bytes, store: Store) -> Annotation:
    found: Annotation = store.value(ANNOTATION, key)
    return found


@dataclass(frozen=True)
class StoredArchive:
    """The whole of each article, from the store. `keys` are by article."""

    store: Store
    keys: Mapping[str, bytes]

    def annotation(self, article: str) -> Annotation:
        return annotation_of(self.keys[article], self.store)

    def lines(self, entity: str, articles: Collection[str]) -> Mapping[str, tuple[KwicLine, ...]]:
        by_key = {_line_key(entity, self.keys[article]): article for article in articles}
        return {by_key[key]: lines for key, lines in self.store.values(LINES, by_key).items()}

    def mention_data(self, article: str) -> bytes:
        return bytes(self.store.value(MENTIONS, self.keys[article]))

    def unresolved_data(self, article: str) -> str:
        return str(self.store.value(UNRESOLVED, self.keys[article]))
