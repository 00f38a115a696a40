"""Linked articles as a store keeps them: asked for by what they are made from, linked only where they are not there.

Where the registry or the decisions changed, what was decided on a text stays if nothing in it is touched by that:
`link.ground` says when. So texts have names, by what they are, and records have keys, by what they were made from.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from edition.disk import Entry, Store, packed
from edition.link import Change, Ground, ground_name, ground_of
from edition.model import Annotation, EditorsDecision, KwicLine, Outline, Problem, Registry, Source, digest
from edition.pipeline.linking import Parts, Text, in_megabytes, large, parts
from edition.progress import Advance

OUTLINE, LETTERS, ANNOTATION = "outline", "letters", "annotation"
MENTIONS, UNRESOLVED, LINES = "mentions", "unresolved", "lines"
PARTS = (OUTLINE, LETTERS, ANNOTATION, MENTIONS, UNRESOLVED, LINES)  # of a text
STANDING, GROUND = "standing", "ground"
KEY = len(digest())  # bytes
Decisions = tuple[EditorsDecision, ...]


class Kept(NamedTuple):
    """A text in the store: its key there, its outline if it could be read, and what is wrong with it."""

    key: bytes
    outline: Outline | None
    problems: tuple[Problem, ...]


class Standing(NamedTuple):
    """What the store has of one ground, or of those before it: by the name of a text, the key of its record."""

    ground: bytes
    keys: Mapping[bytes, bytes]


def keep(
    texts: Sequence[Text],
    registry: Registry,
    decisions: Decisions,
    store: Store,
    advance: Advance,
) -> list[Kept]:
    """Each text in its order; `advance` is told how many of them are done, and at which large one it is."""
    names = names_of(texts)
    ground, all_of_it = ground_name(registry, decisions), cache(lambda: ground_of(registry, decisions))
    before: Standing | None = store.value(STANDING)
    known = _still_standing(before, ground, names, all_of_it, store) if before else {}
    keys = [known.get(name) or digest(ground, name) for name in names]
    kept = store.all(OUTLINE)  # nearly all are asked for: one by one they take twice as long
    found = {key: kept[key] for key in keys if key in kept}
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
    done, slow = len(found), {key: in_megabytes(missing[key]) for key in large(missing)}
    advance(done, len(keys), next(iter(slow.values()), ""))
    for fresh in parts(missing, registry, decisions):
        store.put(entry for key, one in fresh.items() for entry in _entries(key, one))
        done, slow = done + len(fresh), {key: what for key, what in slow.items() if key not in fresh}
        advance(done, len(keys), next(iter(slow.values()), ""))
    found |= store.values(OUTLINE, missing)
    standing = Standing(ground, dict(zip(names, keys, strict=True)))
    if standing != before:
        _note(standing, before, all_of_it, store)
    return [Kept(key, *found[key]) for key in keys]


def _still_standing(
    before: Standing, ground: bytes, names: Sequence[bytes], now: Callable[[], Ground], store: Store
) -> Mapping[bytes, bytes]:
    """By the names of texts the keys of those records that hold on the new ground too."""
    if before.ground == ground:
        return before.keys
    of_before: Ground | None = store.value(GROUND)
    if of_before is None:
        return {}
    change, keys = Change(of_before, now()), {name: before.keys[name] for name in names if name in before.keys}
    letters = store.values(LETTERS, keys.values())
    return {name: key for name, key in keys.items() if key in letters and not change.touches(*letters[key])}


def _note(standing: Standing, before: Standing | None, ground: Callable[[], Ground], store: Store) -> None:
    """What the next build may rely on; whatever else is in the store goes."""
    entries = [Entry(STANDING, b"", packed(standing))]
    if before is None or before.ground != standing.ground:
        entries.append(Entry(GROUND, b"", packed(ground())))
    store.put(entries)
    _forget(store.keys(OUTLINE) - {*standing.keys.values()}, store)


def names_of(texts: Iterable[Text]) -> list[bytes]:
    return [digest(text.file, text.data if isinstance(text, Source) else text) for text in texts]


def keys_of(texts: Iterable[Text], registry: Registry, decisions: Decisions) -> list[bytes]:
    """The key of each text in its order: a name for all that its parts are made from."""
    ground = ground_name(registry, decisions)
    return [digest(ground, name) for name in names_of(texts)]


def key_within(entry: Entry) -> bytes:
    """The key of the text that the entry is a part of."""
    return entry.key[-KEY:]


def _entries(key: bytes, one: Parts) -> Iterator[Entry]:
    yield Entry(OUTLINE, key, one.outline)
    yield Entry(LETTERS, key, one.letters)
    if one.annotation:
        yield Entry(ANNOTATION, key, one.annotation)
        yield Entry(MENTIONS, key, one.mentions)
        yield Entry(UNRESOLVED, key, one.unresolved)
        yield from (Entry(LINES, _line_key(entity, key), lines) for entity, lines in one.lines)


def _forget(keys: Collection[bytes], store: Store) -> None:
    """Records that are of no text any more; their outlines at last, for they say which lines there are."""
    found = store.values(OUTLINE, keys)
    store.drop(LINES, (_line_key(entity, key) for key, (one, _) in found.items() if one for entity in one.named))
    for part in (LETTERS, ANNOTATION, MENTIONS, UNRESOLVED, OUTLINE):
        store.drop(part, keys)


def _line_key(entity: str, key: bytes) -> bytes:
    """The lines of one entity stand together, for they are asked for together."""
    return entity.encode() + b"\0" + key


def annotation_of(key: bytes, store: Store) -> Annotation:
    found: Annotation = store.needed(ANNOTATION, [key])[key]
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
        return {by_key[key]: lines for key, lines in self.store.needed(LINES, by_key.keys()).items()}

    def mention_data(self, articles: Sequence[str]) -> list[bytes]:
        return self._each(MENTIONS, articles)

    def unresolved_data(self, articles: Sequence[str]) -> list[str]:
        return self._each(UNRESOLVED, articles)

    def _each(self, part: str, articles: Sequence[str]) -> list[Any]:
        keys = [self.keys[article] for article in articles]
        found = self.store.needed(part, keys)
        return [found[key] for key in keys]
