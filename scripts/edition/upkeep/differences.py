"""What changed between two states of an edition: articles, entities, and every link of the articles in both."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from edition.upkeep.aligning import Mark, aligned

Record = Mapping[str, object]
Marks = tuple[str, tuple[Mark, ...]]
OF_LINKS = {"mentions", "articles", "people", "organizations", "places", "first", "last", "address"}


class State(NamedTuple):
    """An edition as its published data tell it: records by id, and the links of each article, sorted by article."""

    articles: Mapping[str, Record]
    entities: Mapping[str, Record]
    marks: Iterable[Marks]


class Changed(NamedTuple):
    """An article or entity in both states, and the fields that differ. `text` is among them where words moved."""

    id: str
    fields: tuple[str, ...]


class Moved(NamedTuple):
    """An entity that is new or gone, and those from or to which its links moved, with counts, the most first."""

    id: str
    links: tuple[tuple[str, int], ...] = ()


class LinkChange(NamedTuple):
    """A link won (`before` is None), lost (`after` is None) or now of another entity. Both are ids."""

    article: str
    paragraph: int
    surface: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Difference:
    """All of it. Articles and entities are sorted by id, links by article and place.

    `links` are only of articles in both states, without those that went with an entity that is gone.
    """

    articles_new: tuple[str, ...]
    articles_gone: tuple[str, ...]
    articles_changed: tuple[Changed, ...]
    entities_new: tuple[Moved, ...]
    entities_gone: tuple[Moved, ...]
    entities_changed: tuple[Changed, ...]
    links: tuple[LinkChange, ...]
    links_before: int
    links_after: int

    @property
    def won(self) -> tuple[LinkChange, ...]:
        return tuple(one for one in self.links if one.before is None)

    @property
    def lost(self) -> tuple[LinkChange, ...]:
        return tuple(one for one in self.links if one.after is None)

    @property
    def corrected(self) -> tuple[LinkChange, ...]:
        """Those of another entity now."""
        return tuple(one for one in self.links if one.before and one.after)

    @property
    def is_empty(self) -> bool:
        return not any(
            (
                *(self.articles_new, self.articles_gone, self.articles_changed),
                *(self.entities_new, self.entities_gone, self.entities_changed, self.links),
            )
        )


def difference(old: State, new: State) -> Difference:
    """From the old state to the new one."""
    changes, shifts, before, after = _links(old, new)
    gone, come = old.entities.keys() - new.entities.keys(), new.entities.keys() - old.entities.keys()
    away: dict[str, Counter[str]] = defaultdict(Counter)
    hither: dict[str, Counter[str]] = defaultdict(Counter)
    for one in changes:
        if one.before and one.after:
            away[one.before][one.after] += 1
            hither[one.after][one.before] += 1
    heir = {id: away[id].most_common(1)[0][0] for id in gone if away[id]}
    return Difference(
        articles_new=tuple(sorted(new.articles.keys() - old.articles.keys())),
        articles_gone=tuple(sorted(old.articles.keys() - new.articles.keys())),
        articles_changed=tuple(_changed(old.articles, new.articles, shifts)),
        entities_new=tuple(Moved(id, _most(hither[id])) for id in sorted(come)),
        entities_gone=tuple(Moved(id, _most(away[id])) for id in sorted(gone)),
        entities_changed=tuple(_changed(old.entities, new.entities)),
        links=tuple(one for one in changes if not (one.before in heir and heir[one.before] == one.after)),
        links_before=before,
        links_after=after,
    )


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _changed(
    old: Mapping[str, Record], new: Mapping[str, Record], shifts: Mapping[str, frozenset[int]] = MappingProxyType({})
) -> Iterator[Changed]:
    """Fields that editors write; what is counted from links is told by the links.

    Links of an article moved by these numbers of characters: by several only if its text changed, by one also if no
    more than what stands above the text did.
    """
    for id in sorted(old.keys() & new.keys()):
        fields = sorted((old[id].keys() | new[id].keys()) - OF_LINKS)
        differing = [name for name in fields if old[id].get(name) != new[id].get(name)]
        by = shifts.get(id, frozenset())
        if len(by) > 1 or (by - {0} and not differing):
            differing.append("text")
        if differing:
            yield Changed(id, tuple(differing))


def _links(old: State, new: State) -> tuple[list[LinkChange], Mapping[str, frozenset[int]], int, int]:
    """The changed links of articles in both; by how much links moved there; the links of each state."""
    changes: list[LinkChange] = []
    shifts: dict[str, frozenset[int]] = {}
    counts = [0, 0]
    for article, before, after in _together(old.marks, new.marks):
        counts[0] += len(before)
        counts[1] += len(after)
        if before == after or article not in old.articles or article not in new.articles:
            continue
        pairs = aligned(before, after)
        shifts[article] = frozenset(
            other.span.start - one.span.start for one, other in pairs if one and other and one.surface == other.surface
        )
        changes += _changes(article, pairs)
    return changes, shifts, counts[0], counts[1]


def _together(old: Iterable[Marks], new: Iterable[Marks]) -> Iterator[tuple[str, tuple[Mark, ...], tuple[Mark, ...]]]:
    """Each article of the two, which are sorted, with its links in both; one article at a time is in memory."""
    olds, news = iter(old), iter(new)
    one, other = next(olds, None), next(news, None)
    while one or other:
        if other is None or (one and one[0] < other[0]):
            assert one is not None
            yield one[0], one[1], ()
            one = next(olds, None)
        elif one is None or other[0] < one[0]:
            yield other[0], (), other[1]
            other = next(news, None)
        else:
            yield one[0], one[1], other[1]
            one, other = next(olds, None), next(news, None)


def _changes(article: str, pairs: Sequence[tuple[Mark | None, Mark | None]]) -> Iterator[LinkChange]:
    for one, other in pairs:
        seen = other or one
        assert seen is not None
        before, after = one and one.entity, other and other.entity
        if before != after:
            yield LinkChange(article, seen.paragraph, seen.surface, before, after)
