"""Articles linked in parts, on as many machines as one likes, each part in a file; and the files joined again."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from edition import disk
from edition.disk import Store
from edition.model import Problem, digest
from edition.pipeline.inputs import Inputs
from edition.pipeline.keeping import OUTLINE, PARTS, STANDING, keep, key_within, keys_of
from edition.pipeline.linking import Text
from edition.pipeline.reading import ground_of
from edition.progress import Advance

Problems = tuple[Problem, ...]
AGAIN = "make it again with this program: build.py link --shard K/N --output {file}"


class Shard(NamedTuple):
    """One of so many parts, counted from 1."""

    number: int
    of: int

    def has(self, text: Text) -> bool:
        """By a digest of the file's name, so that an article that comes or goes moves no other into another part."""
        return int.from_bytes(digest(text.file), "big") % self.of == self.number - 1


class Linked(NamedTuple):
    """How many texts of a shard were linked, and what is wrong with them or with what decides on their names."""

    texts: int
    problems: Problems


class Joined(NamedTuple):
    """How many of all texts were in the files, and which of the files cannot be used."""

    found: int
    texts: int
    problems: Problems


def link_shard(inputs: Inputs, shard: Shard, store: Store, advance: Advance) -> Linked:
    """The store then has the parts of all texts of the shard."""
    ground = ground_of(inputs, Store())
    texts = [text for text in ground.texts(inputs) if shard.has(text)]
    kept = keep(texts, ground.registry, ground.decisions, store, advance)
    of_texts = (problem for one in kept for problem in one.problems)
    return Linked(len(texts), (*inputs.problems, *of_texts, *ground.problems))


def join(inputs: Inputs, files: Iterable[Path], version: str, store: Store) -> Joined:
    """Put into the store what the files have of the edition as it is now. A file has all of its part, or is refused."""
    ground = ground_of(inputs, store)
    keys = frozenset(keys_of(ground.texts(inputs), ground.registry, ground.decisions))
    store.drop(STANDING, [b""])  # so that texts are looked up by the keys that they have in the files
    problems = tuple(problem for file in files if file.exists() for problem in _join(file, version, keys, store))
    return Joined(len(keys & store.keys(OUTLINE)), len(keys), problems)


def _join(file: Path, version: str, keys: frozenset[bytes], store: Store) -> Problems:
    try:
        entries = disk.received(file, version)
        store.put(entry for entry in entries if entry.part in PARTS and key_within(entry) in keys)
    except disk.Refused as refused:
        return (Problem("E308", str(file), 0, 0, f"It cannot be merged: {refused}.", AGAIN.format(file=file)),)
    return ()
