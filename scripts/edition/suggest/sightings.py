"""What recognisers found in an article and what is linked in it already, as one list in reading order."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol

from edition.link import decided_spans
from edition.model import NOTHING, Annotation, Article, EditorsDecision, Found, Kind, Registry, Span
from edition.read.sentences import ABBREVIATIONS
from edition.recognise.neighbours import title_before
from edition.recognise.vocabulary import COMPOUNDS, TITLES
from edition.suggest.noise import is_noise

LEAST = 0.01  # certainty
LONGEST = 150  # code points; what is longer is no name
EDGES = " \n\t,;:!?\"'“”‘’«»()[]–—"
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

    A name that the editor calls nothing is linked to that; one mention of it, pointed to, is left out, as are words
    that are no names. Where recognisers found spans that overlap, the one that most of them found counts, then the
    surest, then the longest.
    """
    article, taken = (
        annotation.article,
        [_of_mention(annotation, at, registry) for at in range(len(annotation.mentions))],
    )
    starts, silenced = [one.span.start for one in taken], _silenced(annotation)
    for found in sorted(_merged(article, findings), key=_weight):
        place = bisect_right(starts, found.span.start)
        is_free = not any(one.span.overlaps(found.span) for one in taken[max(place - 1, 0) : place + 1])
        decision = _decision(silenced, found.span)
        if is_free and not is_noise(found.words, found.title) and not (decision and decision.exact):
            entity = f"{NOTHING} {decision.name}" if decision else ""
            taken.insert(place, found._replace(entity=entity))
            starts.insert(place, found.span.start)
    return tuple(taken)


def is_nothing(one: Sighting) -> bool:
    """Whether the editor calls it so: no id has a space."""
    return one.entity.startswith(f"{NOTHING} ")


def _silenced(annotation: Annotation) -> list[tuple[Span, EditorsDecision]]:
    """Where the editor says that nothing is named, by place."""
    decisions = [one for one in annotation.decisions if one.is_ == NOTHING]
    return sorted(
        ((span, one) for one in decisions for span in decided_spans(annotation.article, one)), key=itemgetter(0)
    )


def _decision(silenced: Sequence[tuple[Span, EditorsDecision]], span: Span) -> EditorsDecision | None:
    """The one that speaks of the whole of the span; a longer name is not what it speaks of."""
    place = bisect_right(silenced, (span.start, math.inf), key=itemgetter(0))
    return silenced[place - 1][1] if place and span.end <= silenced[place - 1][0].end else None


def _weight(one: Sighting) -> tuple[int, float, int, Span]:
    return -len(one.found_by), -one.certainty, one.span.start - one.span.end, one.span


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
    text, is_person = article.text, found.kind is Kind.PERSON
    if not 0 <= found.span.start < found.span.end <= len(text) or found.span.end - found.span.start > LONGEST:
        return None
    start, words = _core(text, found.span, is_person=is_person)
    title = title_in(words) if is_person else ""
    skipped = len(title) + bool(title) or 4 * words.startswith(("the ", "The "))
    start, words = start + skipped, words[skipped:]
    index = bisect_right(article.blocks, start, key=lambda block: block.span.start) - 1
    if index < 0 or start + len(words) > article.blocks[index].span.end or not any(map(str.isalpha, words)):
        return None
    if is_person:
        sentence = article.blocks[index].sentence(start)
        if title and start - len(title) <= sentence.start:  # it was taken for the end of the sentence before
            title = ""
        title = title or title_before(text, Span(sentence.start, start)) or _title_told(text, start, found)
    certainty = min(max(found.certainty, LEAST), 1.0)
    return Sighting(index, Span(start, start + len(words)), words, found.kind, certainty, title, "", (name,))


def _title_told(text: str, start: int, found: Found) -> str:
    """The title that the recogniser saw, as far as it stands right before the name."""
    return found.title if found.title and text.endswith(f"{found.title} ", 0, start) else ""


def _core(text: str, span: Span, *, is_person: bool) -> tuple[int, str]:
    """Where the words begin, and the words: without marks at their ends, with the whole of `Moon Jae-in`."""
    start, end = span
    syllable = SYLLABLE.match(text, end) if is_person else None
    if syllable and syllable[1] not in COMPOUNDS:
        end = syllable.end()
    words = POSSESSIVE.sub("", text[start:end].rstrip(EDGES))
    last = words.rpartition(" ")[2].removesuffix(".")
    if words.endswith(".") and not (last.lower() in ABBREVIATIONS or "." in last or len(last) == 1):
        words = words.rstrip(f"{EDGES}.")
    left = words.lstrip(f"{EDGES}.")
    return start + len(words) - len(left), left
