"""A file that is a list, such as that of decisions, becomes its entries or problems. What an entry says: its module."""

from edition.model import Problem, Source
from edition.read.fields import DROPPED_NOT_COMMENTED, misread
from edition.read.located import Located
from edition.read.parsing import read_yaml
from edition.read.text import character_problems, decoded, normalised

Problems = tuple[Problem, ...]


def read_list(source: Source, noun: str, shape: str) -> tuple[tuple[Located, ...], Problems]:
    """The entries in their order, and every problem of the file as a whole; `shape` is how to write `noun`."""
    stored, problems = decoded(source)
    if stored is None:
        return (), problems
    text, _ = normalised(stored)
    found, more = read_yaml(source.file, text)
    problems = (*character_problems(source.file, text), *more)
    if found is None:
        return (), problems
    if not isinstance(found.value, tuple):
        what = f"The file is no list of {noun}."
        return (), (*problems, Problem("E104", source.file, found.line, found.column, what, shape))
    return found.value, (*problems, *misread(source.file, text, found, DROPPED_NOT_COMMENTED))
