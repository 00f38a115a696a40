"""What an editor has decided in a file of suggestions, and the lines that cannot be followed."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from edition.amend.choices import Choice, Decision
from edition.amend.draft import Post, Proposal
from edition.model import Kind, Source
from edition.read.entries import ID
from edition.read.fields import nearest
from edition.read.listed import read_list
from edition.read.located import Located

FIELDS = "suggestion decision known kind name sort known_as aliases written roles articles second".split()
OF_SECOND = ("id", "name", "articles")
DECISIONS = [one.value for one in Decision if one not in (Decision.SAME_AS, Decision.ALIAS_OF)]
SECOND = "write `second: {id: ID, name: NAME, articles: [ARTICLE]}`; no name where ID is known already."
ON_THE_PAGE = "decide it on the page of `review`."
SHAPE = "write each entry as `- suggestion: id` with `decision:` below it, as `suggest --write` does."
WITH_ID = re.compile(r"(same as|alias of)\s*:?\s*(\S*)")
AS_A_FIELD = re.compile(r"^([ -]*decision:[ \t]*)(same as|alias of):", re.MULTILINE)


class Row(NamedTuple):
    """What was decided of one suggestion, and in which line; `named_in` has its forms by article, for who is two."""

    line: int
    choice: Choice
    named_in: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Wrong(NamedTuple):
    """A line that cannot be followed, and why."""

    line: int
    why: str


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
            row = _row(node, made)
        except _Mistake as mistake:
            wrong.append(mistake.wrong)
            continue
        if made.id in proposals:
            wrong.append(Wrong(node.line, f"`{made.id}` stands twice. Fix: keep one."))
        proposals[made.id] = made
        rows += [row] if row else []
    return tuple(rows), tuple(sorted(wrong)), proposals


class _Mistake(Exception):
    def __init__(self, at: Located, why: str) -> None:
        super().__init__(why)
        self.wrong = Wrong(at.line, why)


def _proposal(node: Located) -> Proposal:
    if not isinstance(node.value, Mapping):
        raise _Mistake(node, f"This is no suggestion. Fix: {SHAPE}")
    _refuse_unknown(node.value, FIELDS)
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


def _row(node: Located, made: Proposal) -> Row | None:
    """None where nothing is decided."""
    at = _field(node, "decision")
    if at is None:
        return None
    if isinstance(at.value, Mapping):  # `decision: {same as: id}`
        said = " ".join(f"{name} {value.value or ''}" for name, (_, value) in at.value.items())
    else:
        said = _one(at)
    if not said:
        return None
    if with_id := WITH_ID.fullmatch(said):
        if not with_id[2]:
            raise _Mistake(at, f"`{with_id[1]}` needs an id. Fix: write `{with_id[1]} ID`.")
        return Row(at.line, Choice(Decision(with_id[1]), made, with_id[2]))
    if said == Decision.TWO:
        return _two(node, at, made)
    if said not in DECISIONS:
        raise _Mistake(at, f"`{said[:80]}` is no decision. Fix: {nearest(said, DECISIONS)}")
    return Row(at.line, Choice(Decision(said), made))


def _two(node: Located, at: Located, made: Proposal) -> Row:
    """Who the second is, and which of the articles mean it; `at` is the decision."""
    second, articles = _field(node, "second"), _field(node, "articles")
    if articles is None or not isinstance(articles.value, Mapping):
        raise _Mistake(at, f"Which names stand in which article is not told here. Fix: {ON_THE_PAGE}")
    if second is None or not isinstance(second.value, Mapping):
        raise _Mistake(at, f"Who is the second? Fix: {SECOND}")
    _refuse_unknown(second.value, OF_SECOND)
    id, name = _words(second, "id"), _words(second, "name")
    if not ID.fullmatch(id):
        raise _Mistake(second, f"`{id}` is no id. Fix: {SECOND}")
    named_in = {article: tuple(map(_one, _items(articles, article))) for article in articles.value}
    theirs = {_one(each): each for each in _items(second, "articles")}
    for article, at_article in theirs.items():
        if article not in named_in:
            raise _Mistake(at_article, f"`{article}` is no article of {made.name}. Fix: {nearest(article, named_in)}")
    other = Proposal(id, made.kind, name) if name else id
    return Row(at.line, Choice(Decision.TWO, made, "", other, frozenset(theirs)), named_in)


def _refuse_unknown(fields: Mapping[str, tuple[Located, Located]], known: Sequence[str]) -> None:
    for name, (key, _) in fields.items():
        if name not in known:
            raise _Mistake(key, f"Unknown field `{name}`. Fix: {nearest(name, known)}")


def _post(node: Located) -> Post:
    if not isinstance(node.value, Mapping):
        raise _Mistake(node, "A role has a title. Fix: write `- title: words`.")
    _refuse_unknown(node.value, Post._fields)
    return Post(_words(node, "title"), _words(node, "organization"))


def _items(node: Located, name: str) -> tuple[Located, ...]:
    found = _field(node, name)
    if found is None:
        return ()
    if not isinstance(found.value, tuple):
        raise _Mistake(found, f"`{name}` is a list. Fix: write it as `{name}: [one, two]`.")
    return found.value


def _words(node: Located, name: str) -> str:
    found = _field(node, name)
    return _one(found) if found else ""


def _field(node: Located, name: str) -> Located | None:
    """None where it is missing, or empty."""
    found = node.at((name,))
    return None if found is node or found.value is None else found


def _one(found: Located) -> str:
    if not isinstance(found.value, str):
        raise _Mistake(found, "Here stand words, and no fields. Fix: put them in quotation marks.")
    return found.value
