"""What an editor decides on suggestions, drawn up: new entities, further aliases, decisions. No file, no YAML."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from edition.model import NOTHING, EditorsDecision, Entity, Kind, Registry, Role
from edition.read.decisions import DECISION
from edition.read.entries import ID
from edition.read.text import BIDIRECTIONAL, CONTROL, normalised
from edition.recognise import sort_name
from edition.suggest.ids import Ids
from edition.suggest.ways import generated, key

MOST = 2000  # code points of a name; what is longer is none
NONE_KNOWN = "name an id of the registry, or of another suggestion."


class Refused(Exception):
    """What was decided cannot be, or cannot be written; says why, and the way out."""


class Post(NamedTuple):
    """What somebody is, and where: the organization by its id or its name, or nowhere."""

    title: str
    organization: str = ""


@dataclass(frozen=True)
class Proposal:
    """A suggestion as the editor would have it: `aliases` are the other forms that shall name it, `known_as` the short
    ones that do so alone, `known` the entity of which it is but another form, `written` all forms that texts have."""

    id: str
    kind: Kind
    name: str
    sort: str = ""
    aliases: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    known: str = ""
    known_as: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


@dataclass
class Draft:
    """A registry and its decisions, and what becomes of them. Whatever stands there already is not drawn up again."""

    registry: Registry
    decisions: Sequence[EditorsDecision] = ()
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    longer: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)  # by id and field
    decided: list[EditorsDecision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.entities = dict(self.registry.by_id)
        self.ids = Ids(self.registry)
        self.ids.taken |= self.proposals.keys()

    def accept(self, one: Proposal, *, is_apart: bool = False) -> str:
        """The id under which it is an entity now; another of its name is refused, but where the two are `apart`."""
        if one.known:
            return self.same_as(one, one.known)
        name = cleaned(one.name)
        earlier = self.entities.get(one.id)
        if earlier is not None:
            if (key(earlier.name), earlier.kind) != (key(name), one.kind):
                raise Refused(f"`{one.id}` is the id of {earlier.name} already. Fix: say `same as {one.id}`.")
            self.rename(earlier.id, one.aliases, one.known_as)
            return earlier.id
        if not is_apart:
            self._refuse_twin(name, one.kind)
        elif one.id and not self._is_free(one.id):
            raise Refused(f"`{one.id}` was the id of another. Fix: write one that is new.")
        id = one.id if self._is_free(one.id) else self.ids.free(name, one.kind)
        self.ids.taken.add(id)
        entity = Entity(id, one.kind, name)
        sort = cleaned(one.sort) if one.sort.strip() else None
        self.entities[id] = replace(entity, sort=None if sort == sort_name(entity) else sort)
        self.new.append(id)
        self.rename(id, one.aliases, one.known_as)
        roles = dict.fromkeys(self._role(post) for post in one.posts if post.title.strip())
        self.entities[id] = replace(self.entities[id], roles=tuple(roles))
        return id

    def same_as(self, one: Proposal, id: str) -> str:
        """The id of the entity that has all its names from now on; one that is only suggested is accepted."""
        if id == one.id:
            raise Refused(f"`{id}` cannot be the same as itself. Fix: {NONE_KNOWN}")
        id = self.settled(id)
        names, made = (one.name, *one.aliases), generated(self.entities[id])
        is_short = key(one.name) in made.short  # it stands in texts that do not give the name in full
        self.rename(id, names, (*one.known_as, *(name for name in names if is_short and key(name) in made.short)))
        return id

    def rename(self, id: str, names: Iterable[str], known_as: Iterable[str] = ()) -> None:
        """The entity goes by these names, too: those become aliases by which no rule finds it; and by the short ones of
        `known_as` even where nothing introduces it."""
        for name in map(cleaned, names):
            made = generated(self.entities[id])
            if key(name) not in made.same | made.short:
                self._add(id, "aliases", name)
        for name in map(cleaned, known_as):
            if key(name) not in generated(self.entities[id]).same:
                self._add(id, "known_as", name)

    def _add(self, id: str, field: Literal["aliases", "known_as"], name: str) -> None:
        entity = self.entities[id]
        if field == "aliases":
            self.entities[id] = replace(entity, aliases=(*entity.aliases, name))
        else:
            self.entities[id] = replace(entity, known_as=(*entity.known_as, name))
        if id not in self.new:
            self.longer[id, field] = (*self.longer.get((id, field), ()), name)

    def never(self, names: Iterable[str]) -> None:
        """None of these names is anything."""
        for name in dict.fromkeys(map(cleaned, names)):
            self.decide(name, NOTHING)

    def decide(self, name: str, is_: str, article: str | None = None) -> None:
        """The name is this entity, or nothing, in the article or everywhere."""
        told = {(one.name, one.article, one.paragraph, one.from_): one.is_ for one in (*self.decisions, *self.decided)}
        earlier = told.get((name, article, None, None))
        if earlier is None:
            said = {"is": is_, "name": name, "article": article}
            self.decided.append(DECISION.validate_python(said))
        elif earlier != is_:
            where = f" in {article}" if article else ""
            fix = "take that decision out of decisions.yml first."
            raise Refused(f"decisions.yml says that `{name}`{where} is `{earlier}`, not `{is_}`. Fix: {fix}")

    def settled(self, id: str) -> str:
        """The id of that entity; what is only suggested becomes one."""
        if id not in self.entities and id in self.proposals:
            return self.accept(self.proposals[id])
        if id not in self.entities:
            raise Refused(f"There is no entity `{id}`. Fix: {NONE_KNOWN}")
        return id

    def _refuse_twin(self, name: str, kind: Kind) -> None:
        for other in self.entities.values():
            if other.kind is kind and key(name) in map(key, other.names):
                raise Refused(f"{name} is in the registry already. Fix: say `same as {other.id}`.")

    def _role(self, post: Post) -> Role:
        return Role(cleaned(post.title), self._organization(cleaned(post.organization)) if post.organization else None)

    def _organization(self, words: str) -> str:
        """The id of what goes by that id or name; where nothing does, it becomes an organization."""
        if words in self.entities:
            return words
        found = [
            one.id
            for one in self.entities.values()
            if one.kind is not Kind.PERSON and key(words) in {key(name) for name in one.names}
        ]
        if len(found) > 1:
            raise Refused(f"`{words}` names {', '.join(sorted(found))}. Fix: write the id of the one that is meant.")
        if found:
            return found[0]
        suggested = (one for one in self.proposals.values() if one.kind is Kind.ORGANIZATION)
        meant = next((one for one in suggested if words == one.id or key(one.name) == key(words)), None)
        return self.accept(meant or Proposal("", Kind.ORGANIZATION, words))

    def _is_free(self, id: str) -> bool:
        is_own = id in self.proposals or id not in self.ids.taken
        return (
            bool(ID.fullmatch(id))
            and is_own
            and id not in {old for one in self.entities.values() for old in one.former_ids}
        )


def cleaned(words: str) -> str:
    """Words on one line, as a file of the registry may hold them."""
    plain = " ".join(normalised(words)[0].split())
    if wrong := CONTROL.search(plain) or BIDIRECTIONAL.search(plain):
        raise Refused(f"U+{ord(wrong[0]):04X} in {plain[:40]!a} cannot stand in a name. Fix: write it without.")
    if re.search("[\ud800-\udfff]", plain):
        raise Refused(f"{plain[:40]!a} is no text. Fix: write the name anew.")
    if not any(one.isalnum() for one in plain):
        raise Refused(f"{plain!r} has no letter and no digit. Fix: write the name as a text would.")
    if len(plain) > MOST:
        raise Refused(f"A name of {len(plain):,} characters is none. Fix: shorten it.")
    return plain
