"""A difference in words: sections with items, for the terminal and for a page alike."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from edition.render.words import counted
from edition.upkeep.differences import Changed, Difference, LinkChange, Moved, Record, State

LIST = ", "


class Place(NamedTuple):
    """Where a link stands: the article's headline, the paragraph as on the page, the words."""

    article: str
    paragraph: int
    words: str


class Item(NamedTuple):
    """One thing that changed: its name, its kind or day, how it changed, and the links that did."""

    name: str
    what: str = ""
    detail: str = ""
    places: tuple[Place, ...] = ()


class Section(NamedTuple):
    """Things that changed in one way; `number` is that of links where links changed."""

    title: str
    number: int
    items: tuple[Item, ...]


def sections(found: Difference, old: State, new: State) -> tuple[Section, ...]:
    """What there is to tell; nothing where there is nothing. What readers see first comes first."""
    names = _Names(old, new)
    renamed = {one.id for one in found.entities_gone if one.links and one.links[0][0] not in old.entities}
    merged = [one for one in found.entities_gone if one.links and one.id not in renamed]
    removed = [one for one in found.entities_gone if not one.links]
    plain = (
        ("New articles", [names.article(id) for id in found.articles_new]),
        ("Removed articles", [names.article(id) for id in found.articles_gone]),
        ("Changed articles", [names.changed_article(one) for one in found.articles_changed]),
        ("New entities", [names.come(one) for one in found.entities_new if not renamed & {id for id, _ in one.links}]),
        ("Merged entities", [names.gone(one) for one in merged]),
        ("Entities with another id", [names.gone(one) for one in found.entities_gone if one.id in renamed]),
        ("Removed entities", [names.gone(one) for one in removed]),
        ("Changed entities", [names.changed_entity(one) for one in found.entities_changed]),
    )
    told = [Section(title, len(items), tuple(items)) for title, items in plain]
    told += (
        names.links("Links corrected", found.corrected, lambda one: (one.before, one.after)),
        names.links("Links won", found.won, lambda one: (one.after,)),
        names.links("Links lost", found.lost, lambda one: (one.before,)),
    )
    return tuple(one for one in told if one.items)


class _Names:
    """Articles and entities by the words that readers know them by."""

    def __init__(self, old: State, new: State) -> None:
        self.old, self.new = old, new
        self.articles: Mapping[str, Record] = {**old.articles, **new.articles}
        self.entities: Mapping[str, Record] = {**old.entities, **new.entities}

    def entity(self, id: str | None) -> str:
        return str(self.entities.get(id or "", {}).get("name") or id)

    def headline(self, id: str) -> str:
        return str(self.articles.get(id, {}).get("title") or id)

    def article(self, id: str) -> Item:
        return Item(self.headline(id), str(self.articles[id].get("date") or "undated"))

    def changed_article(self, one: Changed) -> Item:
        return self.article(one.id)._replace(detail=self._fields(one, self.old.articles, self.new.articles))

    def changed_entity(self, one: Changed) -> Item:
        detail = self._fields(one, self.old.entities, self.new.entities)
        return Item(self.entity(one.id), str(self.entities[one.id].get("kind") or ""), detail)

    def come(self, one: Moved) -> Item:
        detail = LIST.join(f"{counted(count, 'link')} that {self.entity(id)} had" for id, count in one.links)
        return Item(self.entity(one.id), str(self.entities[one.id].get("kind") or ""), detail)

    def gone(self, one: Moved) -> Item:
        detail = LIST.join(f"{counted(count, 'link')} to {self.entity(id)} ({id})" for id, count in one.links)
        return Item(f"{self.entity(one.id)} ({one.id})", str(self.entities[one.id].get("kind") or ""), detail)

    def _fields(self, one: Changed, old: Mapping[str, Record], new: Mapping[str, Record]) -> str:
        return "; ".join(_field(name, old[one.id].get(name), new[one.id].get(name)) for name in one.fields)

    def links(
        self, title: str, changes: Iterable[LinkChange], by: Callable[[LinkChange], tuple[str | None, ...]]
    ) -> Section:
        """Those of one entity, or from one to another, together; the most first."""
        groups: dict[tuple[str | None, ...], list[Place]] = defaultdict(list)
        for one in changes:
            groups[by(one)].append(Place(self.headline(one.article), one.paragraph, one.surface))
        ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), str(pair[0])))
        items = tuple(
            Item(" → ".join(map(self.entity, ids)), counted(len(places), "link"), places=tuple(places))
            for ids, places in ordered
        )
        return Section(title, sum(len(item.places) for item in items), items)


def _field(name: str, before: object, after: object) -> str:
    """Lists by what came and went, other values by both."""
    if name == "text":
        return "text"
    label = name.replace("_", " ")
    if isinstance(before, list) and isinstance(after, list):
        signs = [f"+ {_words(one)}" for one in after if one not in before]
        signs += [f"− {_words(one)}" for one in before if one not in after]
        return f"{label}: {LIST.join(signs) or 'order'}"
    return f"{label}: {_words(before)} → {_words(after)}"


def _words(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(_parts(value.values()))
    if isinstance(value, list):
        return LIST.join(map(_words, value)) or "nothing"
    return "nothing" if value in (None, "") else str(value)


def _parts(values: Iterable[object]) -> Iterator[str]:
    return (str(one) for one in values if one not in (None, ""))
