"""Two names that a recogniser took for one: `the Harbour Board and Foo Corp.`, where the edition has both elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from edition.model import Kind, Span
from edition.suggest.naming import Named, Seen, head_of
from edition.suggest.sightings import kind_of
from edition.suggest.ways import key

AND = (" and ", " & ")
Kinds = Mapping[str, Kind]


def parted(named: Iterable[Named]) -> list[Named]:
    """All that articles name, those that are two as two. `Foo and Bar` stays one where `Foo` or `Bar` never stands
    alone, or not as often."""
    everything = list(named)
    joint = {one.head for one in everything if any(map(_joint, one.seen))}
    if not joint:
        return everything
    counts, kinds = _alone(everything)
    return [each for one in everything for each in (_parts(one, counts, kinds) if one.head in joint else (one,))]


def _joint(seen: Seen) -> bool:
    return any(sign in seen.at.words for sign in AND)


def _alone(everything: Sequence[Named]) -> tuple[Counter[str], Kinds]:
    """How often each name stands, by key, and of which kind it mostly is."""
    counts: Counter[str] = Counter()
    votes: dict[str, dict[Kind, float]] = defaultdict(lambda: dict.fromkeys(Kind, 0.0))
    for one in everything:
        for each in one.seen:
            name = key(each.at.words)
            counts[name] += 1
            votes[name][each.kind] += each.certainty
    return counts, {name: kind_of(these) for name, these in votes.items()}


def _parts(one: Named, counts: Counter[str], kinds: Kinds) -> Iterator[Named]:
    """What is left of it, and its parts."""
    kept: list[Seen] = []
    found: dict[str, list[Seen]] = defaultdict(list)
    for each in one.seen:
        two = _two(each, counts, kinds)
        for part in two:
            found[key(part.at.words)].append(part)
        kept += [] if two else [each]
    if kept:
        yield one._replace(seen=tuple(kept), head=head_of(kept))
    yield from (Named(tuple(these), head) for head, these in found.items())


def _two(seen: Seen, counts: Counter[str], kinds: Kinds) -> tuple[Seen, ...]:
    """Both names of an occurrence; nothing where it is one."""
    at = seen.at
    for sign in AND:
        first, joined, second = at.words.partition(sign)
        if joined and min(counts[key(first)], counts[key(second)]) > counts[key(at.words)]:
            begins = at.span.start + len(first) + len(sign)
            ahead, behind = f"{sign}{second}{at.right}", f"{at.left}{first}{sign}"
            one = at._replace(span=Span(at.span.start, at.span.start + len(first)), words=first, right=ahead)
            other = at._replace(span=Span(begins, at.span.end), words=second, left=behind, title="")
            return tuple(seen._replace(at=part, kind=kinds[key(part.words)]) for part in (one, other))
    return ()
