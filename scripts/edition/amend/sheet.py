"""Suggestions as a YAML file in which an editor decides with nothing but a text editor, and what is decided there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from edition.amend.choices import Choice, Decision, proposal_of
from edition.amend.draft import Post, Proposal
from edition.amend.yaml import listed, paired, scalar
from edition.model import Kind, Occurrence, Source, Suggestion
from edition.read.fields import nearest
from edition.read.listed import read_list
from edition.read.located import Located

HEAD = """\
# What the articles name and the registry does not have; what brings the edition most comes first.
# Write behind `decision:` what becomes of it, and correct what stands below it:
#
#   accept          it becomes an entity, with the names and roles below
#   same as ID      it is this entity, or this other suggestion, which then is accepted, too: its names become aliases
#   alias of ID     only its name becomes an alias
#   never           it is nothing, and is not proposed again
#   later           it waits; so does what has no decision
#
# Then: python scripts/build.py accept FILE
# Nothing is written where one line is wrong. To accept the file twice changes nothing.
"""
FIELDS = ("suggestion", "decision", "known", "kind", "name", "sort", "known_as", "aliases", "written", "roles")
DECISIONS = [one.value for one in Decision if one is not Decision.TWO]
SHAPE = "write each entry as `- suggestion: id` with `decision:` below it, as `suggest --write` does."
WITH_ID = re.compile(r"(same as|alias of)\s*:?\s*(\S*)")
AS_A_FIELD = re.compile(r"^([ -]*decision:[ \t]*)(same as|alias of):", re.MULTILINE)


class Row(NamedTuple):
    """What was decided of one suggestion, and in which line."""

    line: int
    choice: Choice


class Wrong(NamedTuple):
    """A line that cannot be followed, and why."""

    line: int
    why: str


def sheet(suggestions: Iterable[Suggestion]) -> str:
    """The file, with evidence as comments and no decision made."""
    return "\n".join([HEAD, *("\n".join([*_entry(one), ""]) for one in suggestions)])


def _entry(one: Suggestion) -> Iterator[str]:
    made = proposal_of(one)
    places, articles = len(one.occurrences), len(one.articles)
    yield f"- suggestion: {scalar(one.id)}"
    yield "  decision:"
    yield from [f"  known: {scalar(made.known)}"] if made.known else []
    yield f"  kind: {one.kind.value}"
    yield f"  name: {scalar(one.name)}"
    yield from [f"  known_as: {listed(made.known_as)}"] if made.known_as else []
    yield from [f"  aliases: {listed(made.aliases)}"] if made.aliases else []
    yield f"  written: {listed(made.written)}"
    yield from ["  roles:"] if made.posts else []
    yield from (f"    - {paired({name: word for name, word in post._asdict().items() if word})}" for post in made.posts)
    yield _comment(f"times {places}, articles {articles}, certainty {one.certainty:.2f}")
    yield from (_comment(f"may be the same as {other.id}: {other.why}") for other in one.alike)
    yield from [_comment(f"may be several: {one.several}")] if one.several else []
    yield from (_comment(f"{at.article}, paragraph {at.paragraph}: {_sentence(at)}") for at in one.evidence)


def _sentence(at: Occurrence) -> str:
    return f"{at.left}[{at.words}]{at.right}"


def _comment(words: str) -> str:
    """On one line, whatever is in it; without what a YAML file cannot hold."""
    return "  # " + "".join(one if one.isprintable() else " " for one in words)


def read_sheet(source: Source) -> tuple[tuple[Row, ...], tuple[Wrong, ...], dict[str, Proposal]]:
    """What was decided, in the order of the file; the lines that are wrong; and all suggestions of the file by id."""
    data = AS_A_FIELD.sub(r"\1\2 ", source.data.decode("utf-8", "surrogateescape"))
    nodes, problems = read_list(Source(source.file, data.encode("utf-8", "surrogateescape")), "suggestions", SHAPE)
    wrong = [Wrong(one.line, f"{one.what} Fix: {one.fix}") for one in problems if one.is_error]
    rows: list[Row] = []
    proposals: dict[str, Proposal] = {}
    for node in nodes:
        try:
            made = _proposal(node)
            choice = _choice(node, made)
        except _Mistake as mistake:
            wrong.append(mistake.wrong)
            continue
        if made.id in proposals:
            wrong.append(Wrong(node.line, f"`{made.id}` stands twice. Fix: keep one."))
        proposals[made.id] = made
        rows += [Row(node.at(("decision",)).line, choice)] if choice else []
    return tuple(rows), tuple(sorted(wrong)), proposals


class _Mistake(Exception):
    def __init__(self, at: Located, why: str) -> None:
        super().__init__(why)
        self.wrong = Wrong(at.line, why)


def _proposal(node: Located) -> Proposal:
    if not isinstance(node.value, Mapping):
        raise _Mistake(node, f"This is no suggestion. Fix: {SHAPE}")
    for name, (key, _) in node.value.items():
        if name not in FIELDS:
            raise _Mistake(key, f"Unknown field `{name}`. Fix: {nearest(name, FIELDS)}")
    kind = _words(node, "kind")
    if kind not in [one.value for one in Kind]:
        raise _Mistake(node.at(("kind",)), f"`{kind}` is no kind. Fix: write person, organization or place.")
    id, name = _words(node, "suggestion"), _words(node, "name")
    if not id or not name:
        raise _Mistake(node, "A suggestion has an id and a name. Fix: write `suggestion: id` and `name: words`.")
    posts = tuple(_post(each) for each in _items(node, "roles"))
    aliases, known_as, written = (
        tuple(_one(each) for each in _items(node, field)) for field in ("aliases", "known_as", "written")
    )
    return Proposal(
        id, Kind(kind), name, _words(node, "sort"), aliases, posts, _words(node, "known"), known_as, written
    )


def _choice(node: Located, made: Proposal) -> Choice | None:
    """None where nothing is decided."""
    at = node.at(("decision",))
    if isinstance(at.value, Mapping) and at is not node:  # `decision: {same as: id}`
        said = " ".join(f"{name} {value.value or ''}" for name, (_, value) in at.value.items())
    else:
        said = _words(node, "decision")
    if not said:
        return None
    if with_id := WITH_ID.fullmatch(said):
        if not with_id[2]:
            raise _Mistake(at, f"`{with_id[1]}` needs an id. Fix: write `{with_id[1]} ID`.")
        return Choice(Decision(with_id[1]), made, with_id[2])
    if said not in DECISIONS or said in (Decision.SAME_AS, Decision.ALIAS_OF):
        raise _Mistake(at, f"`{said[:80]}` is no decision. Fix: {nearest(said, DECISIONS)}")
    return Choice(Decision(said), made)


def _post(node: Located) -> Post:
    if not isinstance(node.value, Mapping):
        raise _Mistake(node, "A role has a title. Fix: write `- title: words`.")
    for name, (key, _) in node.value.items():
        if name not in Post._fields:
            raise _Mistake(key, f"Unknown field `{name}`. Fix: {nearest(name, Post._fields)}")
    return Post(_words(node, "title"), _words(node, "organization"))


def _items(node: Located, name: str) -> tuple[Located, ...]:
    found = node.at((name,))
    if found is node or found.value is None:
        return ()
    if not isinstance(found.value, tuple):
        raise _Mistake(found, f"`{name}` is a list. Fix: write it as `{name}: [one, two]`.")
    return found.value


def _words(node: Located, name: str) -> str:
    found = node.at((name,))
    return "" if found is node or found.value is None else _one(found)


def _one(found: Located) -> str:
    if not isinstance(found.value, str):
        raise _Mistake(found, "Here stand words, and no fields. Fix: put them in quotation marks.")
    return found.value
