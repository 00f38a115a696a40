"""What articles name, put together over the edition: the same names, and short ones with the only name they fit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edition.model import Kind
from edition.suggest.known import Known
from edition.suggest.naming import Named, Seen
from edition.suggest.sightings import kind_of, votes
from edition.suggest.ways import fullest_first, key, ways

SHORT = 0.25  # of the vote of a full name


@dataclass(frozen=True)
class Joined:
    """All that is known of one name of the edition."""

    named: tuple[Named, ...]
    entity: str = ""

    @cached_property
    def seen(self) -> tuple[Seen, ...]:
        return tuple(one for these in self.named for one in these.seen)

    @cached_property
    def kinds(self) -> Mapping[Kind, float]:
        """The votes for each kind; those of short names count little, for they may be of several."""
        full = votes(one for these in self.named for one in these.seen if key(one.at.words) == these.head)
        short = votes(one for these in self.named for one in these.seen if key(one.at.words) != these.head)
        return {kind: full[kind] + SHORT * short[kind] for kind in Kind}

    @cached_property
    def kind(self) -> Kind:
        return kind_of(self.kinds)

    @cached_property
    def forms(self) -> Counter[str]:
        return Counter(one.at.words for one in self.seen)

    @cached_property
    def names(self) -> list[str]:
        """The forms, the fullest first."""
        return fullest_first(self.forms, self.kind)

    @cached_property
    def keys(self) -> dict[str, None]:
        """The keys of the forms, in the same order."""
        return dict.fromkeys(map(key, self.names))


def joined(named: Iterable[Named], known: Known) -> list[Joined]:
    """In the order in which the edition begins to name them; a bare surname of nobody or of several stands alone."""
    by_entity: dict[str, list[Named]] = defaultdict(list)
    by_name: dict[str, list[Named]] = defaultdict(list)
    for one in named:
        if one.entity:
            by_entity[one.entity].append(one)
        else:
            by_name[one.head].append(one)
    nodes = {name: Joined(tuple(these)) for name, these in by_name.items()}
    roots = _Forest(nodes, known).roots()
    found: dict[str, list[Named]] = defaultdict(list)
    for name, node in nodes.items():
        found[roots[name]] += node.named
    return [
        *(Joined(tuple(these)) for these in found.values()),
        *(Joined(tuple(these), entity) for entity, these in by_entity.items()),
    ]


@dataclass
class _Forest:
    nodes: Mapping[str, Joined]
    known: Known
    parent: dict[str, str] = field(default_factory=dict)

    def root(self, name: str) -> str:
        while name in self.parent:
            name = self.parent[name]
        return name

    def roots(self) -> Mapping[str, str]:
        """The head of each node: first of those that name the same, then of short ones, the longer before."""
        same, far = self._indexes()
        for index in (same, far):
            for name in sorted(index, key=lambda name: (-name.count(" "), -len(name), name)):
                heads = {self.root(head) for head in index[name]} - {self.root(name)}
                if len(heads) == 1 and self.root(name) == name and not self._is_rivalled(name):
                    self.parent[name] = heads.pop()
        return {name: self.root(name) for name in self.nodes}

    def _indexes(self) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
        """By the name of one node the other nodes that it may be, or be short for."""
        same, far = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
        for name, one in self.nodes.items():
            for form in self._full(one):
                found = ways(form, one.kind)
                for index, keys in ((same, found.same), (far, found.far)):
                    for other in keys & self.nodes.keys() - {name}:
                        if self.nodes[other].kind is one.kind:
                            index[other].add(name)
            for other in one.keys:
                if other != name and other in self.nodes and self._is_own(other, one):
                    far[other].add(name)
        return same, far

    @staticmethod
    def _full(one: Joined) -> Sequence[str]:
        """The forms of a node that are short for no other of it."""
        short = {each for form in one.names for each in ways(form, one.kind).short}
        return [form for form in one.names if key(form) not in short]

    def _is_own(self, name: str, one: Joined) -> bool:
        """Whether a form of a node belongs to it in other articles, too: an acronym, a person's name of two words."""
        other = self.nodes[name]
        if other.kind is not one.kind or one.kind is Kind.PLACE:
            return False
        return " " in name if one.kind is Kind.PERSON else other.names[0].isupper()

    def _is_rivalled(self, name: str) -> bool:
        """Whether somebody in the registry may be meant as well."""
        return bool(self.known.only_short(name, self.nodes[name].kind))
