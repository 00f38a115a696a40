"""What stands right beside a name and tells its kind: the word before it, the words behind it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.model import Kind
from edition.suggest.names.cues import (
    COUNTRY_NAMES,
    LOCATIVE,
    NEWSPAPERS,
    NOT_BEFORE_PEOPLE,
    ORGANIZATION_NOUNS,
    PLACE_NOUNS,
    ROLES,
    SHORT_PLACES,
    SPEECH,
    WORK_NOUNS,
)
from edition.suggest.names.tokens import Token

PERSON, ORGANIZATION, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE
ANY = frozenset("a an this that these every each any some".split())
CALLED = frozenset("called titled entitled dubbed".split())
Vote = tuple[Kind | None, float]  # None: for none of the three


class Setting(NamedTuple):
    """A name where it stands: its words, those around it, whether its first has its capital from its place.

    `often`: so many times its first word stands in the article with a capital that is not its place's, and never
    without one.
    """

    run: Sequence[Token]
    words: Sequence[Token]
    at: int
    title: str
    often: int


# What the word before a name says; the first that knows it counts.
BEFORE: tuple[tuple[frozenset[str], tuple[Vote, ...]], ...] = (
    (frozenset(("the",)), ((PERSON, -1.5), (ORGANIZATION, 0.6))),
    (LOCATIVE, ((PLACE, 1.4),)),
    (NOT_BEFORE_PEOPLE, ((PLACE, 0.5),)),
    (ANY, ((None, 1),)),
    (ROLES, ((PERSON, 2),)),
    (SPEECH, ((PERSON, 1.2),)),
    (PLACE_NOUNS, ((PLACE, 2),)),
    (ORGANIZATION_NOUNS, ((ORGANIZATION, 1.5),)),
    (WORK_NOUNS | CALLED, ((None, 1.5),)),
)
# What the word behind it says.
BEHIND: tuple[tuple[frozenset[str], tuple[Vote, ...]], ...] = (
    (SPEECH, ((PERSON, 1.5), (ORGANIZATION, 0.4))),
    (frozenset(("who", "himself", "herself")), ((PERSON, 2.5),)),
    (WORK_NOUNS, ((None, 1),)),
    (PLACE_NOUNS, ((PLACE, 2),)),
    (ROLES, ((ORGANIZATION, 1),)),
    (frozenset("$"), ((None, 9),)),  # `US$`
)


def before(name: Setting) -> Iterator[Vote]:
    if name.at == 0 or name.run[0].opens:
        return
    ahead = name.words[name.at - 1]
    if ahead.ends:  # `the party’s Ann Lee`
        return
    last = ahead.word.lower()
    if last == "the" and len(name.run) == 1 and name.run[0].word in NEWSPAPERS:
        yield ORGANIZATION, 3
    yield from next((cues for words, cues in BEFORE if last in words), ())
    if last == "of" and name.at > 1 and name.words[name.at - 2].word.lower() in PLACE_NOUNS:
        yield PLACE, 2


def after(name: Setting) -> Iterator[Vote]:
    end = name.at + len(name.run)
    behind = [] if name.run[-1].ends else [one.word for one in name.words[end : end + 2]]
    first, second = (*behind, "", "")[:2]
    yield from next((cues for words, cues in BEHIND if first in words), ())
    if first != ",":
        return
    if second.isdigit() and len(second) < 3:  # an age
        yield PERSON, 3
    elif second in COUNTRY_NAMES or second in SHORT_PLACES:
        yield PLACE, 1.5
    elif second in ("who", "whose"):
        yield PERSON, 2.5
