"""The names of one article put together: which of them name the same. Sees one article alone.

First what names the same by itself (`Helvey, Tom`), then a short form with the one full name that it may be short for,
at last, one by one, the short forms of several: as the linker would decide them, if all of these were in the registry.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from edition.model import Article, Kind
from edition.recognise.fold import one_letter_apart
from edition.suggest.choosing import Choice, People
from edition.suggest.sightings import Sighting, kind_of, votes
from edition.suggest.ways import Ways, country_names, key, ways

Group = tuple[Sighting, ...]
LINKED = "="  # begins the name of what is linked: no key has this sign
UNSURE = 0.6  # up to this certainty the kind of a short name is a guess
MANY = 2000  # names; of more, misspelt ones are not looked for
BRACKETS = (" (", " (the ", " (“", ' ("')


def groups_in(article: Article, sightings: Sequence[Sighting]) -> tuple[Group, ...]:
    """The sightings in groups that each name one, in the order in which the article begins to name them."""
    names = Names(sightings)
    names.join_brackets(article)
    names.join_same()
    names.join_misspelt()
    open_names = names.join_short()
    people = People(article, sightings, names.people(open_names))
    found = defaultdict(list, names.grouped(open_names))
    for name, heads in open_names.items():
        for index in names.at[name]:
            choice = people.chosen(index, heads)
            found[choice or f"{name}{LINKED}"].append(index)
    return tuple(tuple(sightings[index] for index in sorted(at)) for at in sorted(map(sorted, found.values())))


class Names:
    """The different names of an article, by key, each with the places where it stands; a forest that grows together."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.sightings = sightings
        self.at: dict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(sightings):
            self.at[f"{LINKED}{one.entity}" if one.entity else key(one.words)].append(index)
        self.kinds = {name: kind_of(votes(self.places(name))) for name in self.at}
        self.parent = {name: name for name in self.at}
        self.same: dict[str, set[str]] = defaultdict(set)
        self.short: dict[str, set[str]] = defaultdict(set)
        for name in self.at:
            self._note(name)

    def places(self, name: str) -> Iterator[Sighting]:
        return (self.sightings[index] for index in self.at[name])

    def _note(self, name: str) -> None:
        """By the keys of other names of the article, that they may be this one."""
        found = [ways(words, self.kinds[name]) for words in sorted({one.words for one in self.places(name)})]
        shorter = {one for these in found for one in these.short} if name.startswith(LINKED) else set()
        for these in found:
            if not (these.same & shorter):  # the surname of somebody linked is no full name
                self._note_ways(name, these)

    def _note_ways(self, name: str, found: Ways) -> None:
        for index, keys in ((self.same, found.same), (self.short, found.short)):
            for one in keys:
                if one != name and one in self.at and self._may_be(one, name):
                    index[one].add(name)

    def _may_be(self, name: str, head: str) -> bool:
        """Whether the kinds agree, or nobody is sure of that of the shorter name; `DPRK` is always North Korea."""
        is_unsure = max(one.certainty for one in self.places(name)) <= UNSURE
        return self.kinds[name] is self.kinds[head] or is_unsure or name in country_names(head)

    def root(self, name: str) -> str:
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, name: str, head: str) -> None:
        """Make them one; what is linked heads it, and never two of those become one."""
        name, head = self.root(name), self.root(head)
        if name.startswith(LINKED):
            name, head = head, name
        if not name.startswith(LINKED):
            self.parent[name] = head

    def join_brackets(self, article: Article) -> None:
        """`Union of Rationalist Atheists (UAAR)`: an acronym in brackets behind a name of its kind is its own."""
        for one, other in zip(self.sightings, self.sightings[1:], strict=False):
            between = article.text[one.span.end : other.span.start] if other.span.start - one.span.end < 9 else ""
            is_acronym = other.words.isupper() and " " not in other.words and len(other.words) > 1
            if between in BRACKETS and is_acronym and one.kind is other.kind is Kind.ORGANIZATION:
                self.join(*(f"{LINKED}{each.entity}" if each.entity else key(each.words) for each in (other, one)))

    def join_same(self) -> None:
        for name in sorted(self.same):
            roots = {self.root(other) for other in self.same[name]}
            if len(roots) == 1:
                self.join(name, roots.pop())

    def join_misspelt(self) -> None:
        """`Kristen Wilkins` with Kristin Wilkins, where nobody else is so near."""
        people = [name for name in self.at if self.kinds[name] is Kind.PERSON and " " in name]
        by_end: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name in people if len(people) <= MANY else ():
            by_end[name[0], name.rpartition(" ")[2]].append(name)
        for names in by_end.values():
            for name in names:
                near = [other for other in names if one_letter_apart(name, other)]
                if len(near) == 1:
                    self.join(max(name, near[0]), min(name, near[0]))

    def join_short(self) -> dict[str, list[str]]:
        """Join what is short for one name alone; those that may be short for several are left, with their heads."""
        left: dict[str, list[str]] = {}
        for name in sorted(self.short, key=lambda name: (-name.count(" "), -len(name), name)):
            heads = {self.root(head) for head in self.short[name]} - {self.root(name)}
            if len(heads) == 1:
                self.join(name, heads.pop())
            elif heads and self.root(name) == name:
                left[name] = sorted(heads)
        return {name: sorted({self.root(head) for head in heads}) for name, heads in left.items()}

    def grouped(self, without: Collection[str]) -> Mapping[str, list[int]]:
        """The places of each group by its root, in reading order; some names left out."""
        found: dict[str, list[int]] = defaultdict(list)
        for name, at in self.at.items():
            if name not in without:
                found[self.root(name)] += at
        return {root: sorted(at) for root, at in found.items()}

    def people(self, open_names: Mapping[str, Sequence[str]]) -> tuple[Choice, ...]:
        """All that the open names may be short for."""
        heads = {head for these in open_names.values() for head in these}
        grouped = self.grouped(open_names.keys()) if heads else {}
        return tuple(Choice(head, self.kinds[head], tuple(grouped.get(head, ()))) for head in sorted(heads))
