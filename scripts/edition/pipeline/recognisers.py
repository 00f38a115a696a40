"""What finds names: the rules of this program, and programs of others, asked for by name: a pipeline of spaCy, or any
class that can be imported.

Those are imported when they are asked for, and only then: none of them is needed.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from edition.model import Article, Found, Kind, Recogniser, Span
from edition.suggest import Credits
from edition.suggest.names import Rules

SPACY = "spacy"
# spaCy's labels, of its English pipelines and of those of other languages; all others name none of the three kinds.
LABELS = {
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
}


SURE = 0.6  # spans and kinds of en_core_web_sm are right for 68 to 75 names of 100 on the development sets (F1)
LONGEST = 100_000  # code points


class NoRecogniser(Exception):
    """What was asked for is not there, with the way out."""


class SpacyPipeline:
    """The names that a pipeline of spaCy finds. It does not say how sure it is."""

    def __init__(self, pipeline: str) -> None:
        self.name, self.nlp = f"{SPACY}:{pipeline}", _loaded(pipeline)

    def find(self, article: Article) -> Iterator[Found]:
        pieces = tuple(_pieces(article))
        for piece, found in zip(pieces, self.nlp.pipe(piece.of(article.text) for piece in pieces), strict=True):
            for one in found.ents:
                if one.label_ in LABELS:
                    span = Span(piece.start + one.start_char, piece.start + one.end_char)
                    yield Found(span, LABELS[one.label_], SURE)


def _pieces(article: Article) -> Iterator[Span]:
    """The blocks; of one that is too long for a pipeline its sentences, as far as they are not."""
    for block in article.blocks:
        is_long = block.span.end - block.span.start > LONGEST
        yield from (one for one in (block.sentences if is_long else (block.span,)) if one.end - one.start <= LONGEST)


def recogniser(asked: str) -> Recogniser:
    """`spacy:NAME`, or `MODULE:CLASS`, where the module is installed or lies in the folder where one is."""
    module, _, name = asked.partition(":")
    if not module or not name:
        raise NoRecogniser(f"`{asked}` is no recogniser. Fix: write spacy:NAME, or MODULE:CLASS for one of your own.")
    return SpacyPipeline(name) if module == SPACY else _of_ones_own(module, name)


def _loaded(pipeline: str) -> Any:
    """The pipeline, from a package or a folder."""
    try:
        spacy = importlib.import_module(SPACY)
    except ImportError as error:
        raise NoRecogniser("spaCy is not installed. Fix: python -m pip install spacy, into this Python.") from error
    try:
        return spacy.load(pipeline)
    except OSError as error:
        fix = f"python -m spacy download {pipeline}, or name a pipeline that is installed, or its folder."
        raise NoRecogniser(f"spaCy has no pipeline `{pipeline}`. Fix: {fix}") from error
    except Exception as error:  # an old or damaged pipeline may raise whatever its parts do
        raise NoRecogniser(f"spaCy cannot load `{pipeline}`: {error} Fix: install it anew.") from error


def _of_ones_own(module: str, name: str) -> Recogniser:
    try:
        with _here():
            found = getattr(importlib.import_module(module), name)
        made: Recogniser = found()
    except ModuleNotFoundError as error:
        fix = f"start where {module}.py lies, or install it."
        raise NoRecogniser(f"There is no module `{error.name}`. Fix: {fix}") from error
    except AttributeError as error:
        raise NoRecogniser(f"{error}. Fix: name a class of `{module}`.") from error
    except Exception as error:  # whatever the program of somebody else may raise
        raise NoRecogniser(f"{module}:{name} cannot be made: {type(error).__name__}: {error}.") from error
    if not isinstance(getattr(made, "name", None), str) or not callable(getattr(made, "find", None)):
        raise NoRecogniser(f"{module}:{name} is no recogniser. Fix: give it a `name` and a method `find`.")
    return made


@contextmanager
def _here() -> Iterator[None]:
    """Modules of the folder where one is can be imported, those of the program before them."""
    here = str(Path.cwd())
    sys.path.append(here)
    try:
        yield
    finally:
        sys.path.remove(here)


def own() -> tuple[Recogniser, ...]:
    """Those that come with the program."""
    from edition.pipeline.gazetteers import gazetteer  # noqa: PLC0415  here: only who suggests needs its lists

    return Rules(gazetteer()), Credits()
