"""Who is named with whom, as a graph: the most connected persons and organizations, their ties. No drawing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from edition.model import Annotation, Entity, Kind, Registry

NODES = 50
TIES = 3  # the strongest of each node are drawn, and what keeps the whole together
CANDIDATES = 400  # of so many, those that most paragraphs name, all pairs are counted


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities, by id, and the numbers of paragraphs and articles that name both."""

    one: str
    other: str
    paragraphs: int
    articles: int

    @property
    def order(self) -> tuple[int, int, str, str]:
        """The strongest first."""
        return (-self.paragraphs, -self.articles, self.one, self.other)


@dataclass(frozen=True)
class Graph:
    """The nodes, what shares most paragraphs with others first, and the ties between them, the strongest first."""

    nodes: tuple[Entity, ...]
    ties: tuple[Pair, ...]


def network(annotations: Sequence[Annotation], registry: Registry) -> Graph:
    """The picture's nodes and ties; every node hangs together with every other."""
    found = pairs(annotations, _candidates(annotations, registry))
    strength = _strength(found)
    chosen = {id for id, _ in sorted(strength.items(), key=lambda item: (-item[1], item[0]))[:NODES]}
    within = tuple(one for one in found if one.one in chosen and one.other in chosen)
    whole = _largest_part(within)
    within = tuple(one for one in within if one.one in whole)
    nodes = sorted(whole, key=lambda id: (-strength[id], id))
    return Graph(tuple(registry.by_id[id] for id in nodes), strongest(within))


def _candidates(annotations: Iterable[Annotation], registry: Registry) -> frozenset[str]:
    """The persons and organizations that most paragraphs name."""
    counts = Counter(
        id for annotation in annotations for _, id in {(one.block, one.entity) for one in annotation.mentions}
    )
    counts = Counter({id: count for id, count in counts.items() if registry.by_id[id].kind is not Kind.PLACE})
    return frozenset(sorted(counts, key=lambda id: (-counts[id], id))[:CANDIDATES])


def pairs(annotations: Iterable[Annotation], ids: frozenset[str]) -> tuple[Pair, ...]:
    """All pairs of these entities that some paragraph names together, the strongest first."""
    paragraphs: Counter[tuple[str, str]] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    for annotation in annotations:
        named: dict[int, set[str]] = defaultdict(set)
        for mention in annotation.mentions:
            if mention.entity in ids:
                named[mention.block].add(mention.entity)
        for these in named.values():
            paragraphs.update(combinations(sorted(these), 2))
        articles.update(combinations(sorted(set().union(*named.values())), 2))
    found = (Pair(*ids, count, articles[ids]) for ids, count in paragraphs.items())
    return tuple(sorted(found, key=lambda pair: pair.order))


def _strength(found: Iterable[Pair]) -> Counter[str]:
    """For each entity the paragraphs that it shares, over all its pairs."""
    strength: Counter[str] = Counter()
    for pair in found:
        strength[pair.one] += pair.paragraphs
        strength[pair.other] += pair.paragraphs
    return strength


def _largest_part(found: Iterable[Pair]) -> frozenset[str]:
    """The largest set of entities that hang together; of two as large, the one with the first id."""
    parts: list[frozenset[str]] = []
    for pair in found:
        joined = [part for part in parts if pair.one in part or pair.other in part]
        parts = [part for part in parts if part not in joined]
        parts.append(frozenset((pair.one, pair.other)).union(*joined))
    return min(parts, key=lambda part: (-len(part), min(part)), default=frozenset())


def strongest(found: Sequence[Pair]) -> tuple[Pair, ...]:
    """Of pairs, the strongest first: those among the first of one of their two, and those that join parts."""
    kept: list[Pair] = []
    ties: Counter[str] = Counter()
    parts: dict[str, str] = {}

    def part(id: str) -> str:
        while parts.get(id, id) != id:
            id = parts[id]
        return id

    for pair in found:
        joins = part(pair.one) != part(pair.other)
        if joins or min(ties[pair.one], ties[pair.other]) < TIES:
            kept.append(pair)
            ties.update((pair.one, pair.other))
            parts[part(pair.one)] = part(pair.other)
    return tuple(kept)
