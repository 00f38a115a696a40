"""What the page asks for: a choice understood from JSON, or refused. Whatever a program may send is only looked at."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from edition.amend import Choice, Decision, Post, Proposal, Refused
from edition.model import Kind

Words = Annotated[str, Field(max_length=10_000)]
SOME = Field(default=(), max_length=1000)


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedPost(Asked):
    title: Words
    organization: Words = ""


class AskedOther(Asked):
    """The second of two: an id of what there is, or a new name."""

    id: Words = ""
    name: Words = ""
    kind: Kind = Kind.PERSON


class AskedChoice(Asked):
    """A decision on the suggestion `id`, which was shown as `seen`."""

    id: Words
    seen: Words
    decision: Decision
    kind: Kind
    name: Words
    sort: Words = ""
    aliases: Annotated[tuple[Words, ...], SOME]
    posts: Annotated[tuple[AskedPost, ...], SOME]
    known: Words = ""
    known_as: Annotated[tuple[Words, ...], SOME]
    target: Words = ""
    other: AskedOther = AskedOther()
    second: Annotated[tuple[Words, ...], Field(default=(), max_length=100_000)]

    @property
    def choice(self) -> Choice:
        posts = tuple(Post(one.title, one.organization) for one in self.posts)
        one = Proposal(self.id, self.kind, self.name, self.sort, self.aliases, posts, self.known, self.known_as)
        other = self.other.id or Proposal("", self.other.kind, self.other.name)
        return Choice(self.decision, one, self.target, other, frozenset(self.second))


def asked_choice(data: bytes) -> AskedChoice:
    try:
        return AskedChoice.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise Refused(f"That is no decision: {where} {first['msg']}. Fix: load the page again.") from error
