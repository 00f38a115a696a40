"""What recognisers found in an article and what is linked in it already, as one list in reading order."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from edition.link import decided_spans
from edition.model import NOTHING, Annotation, Article, Found, Kind, Registry, Span
from edition.recognise.neighbours import title_before
from edition.recognise.vocabulary import COMPOUNDS, TITLES
from edition.suggest.noise import is_noise

LONGEST = 150  # code points; what is longer is no name
EDGES = " \n\t,;:.!?\"'“”‘’«»()[]–—"
SYLLABLE = re.compile(r"(?<=\w)-([a-z]{1,6})(?![\w-])")  # `Moon Jae-in`, of which some programs find `Moon Jae`
POSSESSIVE = re.compile(r"['’]s?$")
Findings = Mapping[str, Iterable[Found]]  # by the name of the recogniser


class Sighting(NamedTuple):
    """A name where it stands: `words` without the `title` before them; `entity` is what it is linked to, or empty."""

    block: int
    span: Span
    words: str
    kind: Kind
    certainty: float
    title: str = ""
    entity: str = ""
    found_by: tuple[str, ...] = ()


class Voting(Protocol):
    """Whatever says of which kind a name is, and how surely."""

    @property
    def kind(self) -> Kind: ...
    @property
    def certainty(self) -> float: ...


def votes(these: Iterable[Voting]) -> dict[Kind, float]:
    """For each kind the sum of the certainties."""
    found = dict.fromkeys(Kind, 0.0)
    for one in these:
        found[one.kind] += one.certainty
    return found


def kind_of(votes: Mapping[Kind, float]) -> Kind:
    """The kind with most votes; of two with as many, the first."""
    return max(Kind, key=votes.__getitem__)


def sightings(annotation: Annotation, findings: Findings, registry: Registry) -> tuple[Sighting, ...]:
    """In reading order, without overlaps: what is linked, and what was found where nothing is.

    What the editor calls nothing is left out, as are words that are no names. Where recognisers found spans that
    overlap, the one that most of them found counts, then the surest, then the longest.
    """
    article = annotation.article
    linked = [_of_mention(annotation, index, registry) for index in range(len(annotation.mentions))]
    silenced = [span for one in annotation.decisions if one.is_ == NOTHING for span in decided_spans(article, one)]
    taken = _without_overlaps([*((one.span, one) for one in linked), *((span, None) for span in silenced)])
    starts = [span.start for span, _ in taken]
    for found in sorted(_merged(article, findings), key=_weight):
        place = bisect_right(starts, found.span.start)
        near = taken[max(place - 1, 0) : place + 1]
        if not any(span.overlaps(found.span) for span, _ in near) and not is_noise(found.words, found.title):
            taken.insert(place, (found.span, found))
            starts.insert(place, found.span.start)
    return tuple(one for _, one in taken if one)


def _weight(one: Sighting) -> tuple[int, float, int, Span]:
    return -len(one.found_by), -one.certainty, one.span.start - one.span.end, one.span


def _without_overlaps(spans: list[tuple[Span, Sighting | None]]) -> list[tuple[Span, Sighting | None]]:
    """In reading order; of two that overlap, the first."""
    found: list[tuple[Span, Sighting | None]] = []
    for one in sorted(spans, key=lambda one: one[0]):
        if not found or found[-1][0].end <= one[0].start:
            found.append(one)
    return found


def _of_mention(annotation: Annotation, index: int, registry: Registry) -> Sighting:
    """A linked name, its title apart."""
    mention, text = annotation.mentions[index], annotation.article.text
    words = mention.span.of(text)
    title = title_in(words)
    start = mention.span.start + len(title) + bool(title)
    kind = registry.by_id[mention.entity].kind
    return Sighting(mention.block, Span(start, mention.span.end), text[start : mention.span.end], kind, 1.0, title,
                    mention.entity)  # fmt: skip


def title_in(words: str) -> str:
    """The title with which a name begins: `Mr.` of `Mr. Helvey`; empty where that is all of it."""
    count, parts = 0, words.split(" ")
    while count < len(parts) - 1 and parts[count].rstrip(".") in TITLES:
        count += 1
    return " ".join(parts[:count])


def _merged(article: Article, findings: Findings) -> Iterator[Sighting]:
    """One for each span and kind, with all who found it."""
    found: dict[tuple[Span, Kind], Sighting] = {}
    for name in sorted(findings):
        for one in findings[name]:
            seen = _trimmed(article, one, name)
            if seen is None:
                continue
            earlier = found.get((seen.span, seen.kind))
            if earlier and name not in earlier.found_by:
                sure = 1 - (1 - earlier.certainty) * (1 - seen.certainty)
                seen = earlier._replace(certainty=sure, found_by=(*earlier.found_by, name))
            found[seen.span, seen.kind] = earlier if earlier and name in earlier.found_by else seen
    yield from found.values()


def _trimmed(article: Article, found: Found, name: str) -> Sighting | None:
    """The name without title, possessive and marks around it; None of what lies in no block, or is no name at all."""
    text, (start, end) = article.text, found.span
    if found.kind is Kind.PERSON and end > 0 and (syllable := SYLLABLE.match(text, end)):
        end = end if syllable[1] in COMPOUNDS else syllable.end()
    if not 0 <= start < end <= len(text) or end - start > LONGEST:
        return None
    index = bisect_right(article.blocks, start, key=lambda block: block.span.start) - 1
    if index < 0 or end > article.blocks[index].span.end:
        return None
    words = POSSESSIVE.sub("", text[start:end].rstrip(EDGES.replace(".", "")))
    words = words.rstrip(EDGES if words.count(".") == 1 and " " not in words else EDGES.replace(".", ""))
    start, words = start + len(words) - len(words.lstrip(EDGES)), words.lstrip(EDGES)
    title = title_in(words) if found.kind is Kind.PERSON else ""
    skipped = len(title) + bool(title) or 4 * (words.startswith(("the ", "The ")))
    start, words = start + skipped, words[skipped:]
    if not words or not any(letter.isalpha() for letter in words):
        return None
    sentence = article.blocks[index].sentence(start)
    if found.kind is Kind.PERSON:
        title = title or found.title or title_before(text, Span(sentence.start, start))
    certainty = min(max(found.certainty, 0.01), 1.0)
    return Sighting(index, Span(start, start + len(words)), words, found.kind, certainty, title, "", (name,))
