"""Suggestions of a whole edition: names are looked for once in each article, and put together again as links change."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.cores import on_all_cores, shares
from edition.model import NOTHING, Annotation, Edition, Found, Outline, Recogniser, Suggestion, digest
from edition.progress import Advance, untold
from edition.suggest import Named, named_in, suggested
from edition.suggest.ways import key as name_key

AT_ONCE = 400  # articles whose annotations are in memory at the same time
SHARE = 20  # articles that a core takes at a time
Findings = dict[str, tuple[Found, ...]]


class RecogniserFailed(Exception):
    """A recogniser did not get through an article."""

    def __init__(self, name: str, file: str, error: Exception) -> None:
        super().__init__(f"The recogniser {name} failed in {file}: {type(error).__name__}: {error}.")


class Work(NamedTuple):
    """An article to be done: its annotation, and what was found in it before."""

    annotation: Annotation
    findings: Findings


class Proposer:
    """Knows what was found in each article, and what it names beside its links, until one of the two changes.

    `own` runs on all cores; `others` here, for not every program that finds names survives to be forked.
    """

    def __init__(self, own: Sequence[Recogniser], others: Sequence[Recogniser] = ()) -> None:
        self.own, self.others = tuple(own), tuple(others)
        self._found: dict[bytes, Findings] = {}
        self._named: dict[bytes, tuple[Named, ...]] = {}

    def suggestions(self, edition: Edition, advance: Advance = untold) -> tuple[Suggestion, ...]:
        """What the edition names beside its links, what brings it most first. `advance` is told of articles."""
        keys = [digest(one.digest, one.decisions) for one in edition.articles]
        self._named = {key: self._named[key] for key in keys if key in self._named}
        missing = {key: one for key, one in zip(keys, edition.articles, strict=True) if key not in self._named}
        done = len(keys) - len(missing)
        advance(done, len(keys))
        for some in shares(list(missing.items()), AT_ONCE):
            for key, named in self._worked(some, edition):
                self._named[key] = named
                done += 1
                advance(done, len(keys))
        never = {
            name_key(one.name) for one in edition.decisions if one.name and one.is_ == NOTHING and one.article is None
        }
        found = suggested((one for key in keys for one in self._named[key]), edition.registry)
        return tuple(one for one in found if name_key(one.name) not in never)

    def _worked(
        self, some: Sequence[tuple[bytes, Outline]], edition: Edition
    ) -> Iterator[tuple[bytes, tuple[Named, ...]]]:
        """What each of these articles names, by the key under which it is kept."""
        annotations = [edition.archive.annotation(one.id) for _, one in some]
        texts = [digest(one.article.file, one.article.stored) for one in annotations]
        waiting = [
            Work(one, self._found.get(text) or _findings(one, self.others))
            for text, one in zip(texts, annotations, strict=True)
        ]

        def work(these: Sequence[Work]) -> list[tuple[Findings, tuple[Named, ...]]]:
            both = ((one.annotation, one.findings | self._missed(one)) for one in these)
            return [(findings, named_in(annotation, findings, edition.registry)) for annotation, findings in both]

        done = (one for these in on_all_cores(work, shares(waiting, SHARE)) for one in these)
        for (key, _), text, (findings, named) in zip(some, texts, done, strict=True):
            self._found[text] = findings
            yield key, named

    def _missed(self, work: Work) -> Findings:
        """What the own recognisers find, where they have not been asked yet."""
        return _findings(work.annotation, [one for one in self.own if one.name not in work.findings])


def _findings(annotation: Annotation, recognisers: Sequence[Recogniser]) -> dict[str, tuple[Found, ...]]:
    found = {}
    for one in recognisers:
        try:
            found[one.name] = tuple(one.find(annotation.article))
        except Exception as error:  # whatever the program of somebody else may raise
            raise RecogniserFailed(one.name, annotation.article.file, error) from error
    return found
