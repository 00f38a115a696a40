"""Who is named with whom, as a graph: the most connected persons and organizations, their ties. No drawing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from edition.index import Index
from edition.model import Edition, Entity, Kind, Outline, Registry

NODES = 50
TIES = 3  # the strongest of each node are drawn, and what keeps the whole together
CANDIDATES = 400  # of so many, those that most articles name, all pairs are counted


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


def network(edition: Edition, index: Index) -> Graph:
    """The picture's nodes and ties; every node hangs together with every other."""
    strength = strengths(edition.articles, _candidates(index, edition.registry))
    chosen = frozenset(id for id, _ in sorted(strength.items(), key=lambda item: (-item[1], item[0]))[:NODES])
    within = pairs(edition.articles, chosen)
    whole = _largest_part(within)
    nodes = sorted(whole, key=lambda id: (-strength[id], id))
    return Graph(
        tuple(edition.registry.by_id[id] for id in nodes), strongest([one for one in within if one.one in whole])
    )


def _candidates(index: Index, registry: Registry) -> frozenset[str]:
    """The persons and organizations that most articles name."""
    named = [one.id for one in registry.entities if one.kind is not Kind.PLACE and index.mentions(one.id)]
    return frozenset(sorted(named, key=lambda id: (-len(index.mentions(id).passages), id))[:CANDIDATES])


def strengths(articles: Iterable[Outline], ids: frozenset[str]) -> Counter[str]:
    """For each of these entities the paragraphs that it shares with others of them, counted for each of the others."""
    strength: Counter[str] = Counter()
    for article in articles:
        for these in _by_block(article, ids):
            others = len(these) - 1
            for id in these if others else ():
                strength[id] += others
    return strength


def _by_block(article: Outline, ids: frozenset[str]) -> Iterable[list[str]]:
    """Those of these entities that each block names."""
    found: dict[int, list[str]] = {}
    for id, one in article.named.items():
        blocks = one.blocks if id in ids else 0
        while blocks:
            last = blocks & -blocks
            found.setdefault(last, []).append(id)
            blocks ^= last
    return found.values()


def pairs(articles: Iterable[Outline], ids: frozenset[str]) -> tuple[Pair, ...]:
    """All pairs of these entities that some paragraph names together, the strongest first."""
    paragraphs: Counter[tuple[str, str]] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for article in articles:
        named = sorted((id, one.blocks) for id, one in article.named.items() if id in ids)
        for (one, here), (other, there) in combinations(named, 2):
            together[one, other] += 1
            paragraphs[one, other] += (here & there).bit_count()
    found = (Pair(*ids, count, together[ids]) for ids, count in paragraphs.items() if count)
    return tuple(sorted(found, key=lambda pair: pair.order))


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
