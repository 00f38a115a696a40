"""The forms that name an entity: its names in every usual spelling, and short forms that need the full one first."""

import re
from collections.abc import Iterator

from edition.model import Entity, Form, Kind
from edition.recognise.family import family_name, given_name
from edition.recognise.nicknames import NICKNAMES
from edition.recognise.vocabulary import (
    COMPASS,
    DEMONYMS,
    FUNCTION_WORDS,
    HALVED,
    LEGAL_SUFFIXES,
    NOT_DISTINCTIVE,
    PURELY_LEGAL,
)

INITIAL = re.compile(r"[A-Z]\.?")
# Other ways to say the same: `Ernst & Young`, `University of Texas, Arlington`, `U.S. Federal Reserve`.
SAME = (
    (" & ", " and "),
    (" and ", " & "),
    ("’s ", " "),
    ("'s ", " "),
    (" at ", ", "),
    (" at ", " "),
    ("United States ", "U.S. "),
    ("United States ", "US "),
    ("U.S. ", "US "),
    ("United Kingdom ", "U.K. "),
    ("United Kingdom ", "UK "),
    ("United Nations ", "U.N. "),
    ("United Nations ", "UN "),
)
# `Department of Labor` is the Labor Department; not `Ministry of Foreign Affairs`, which is the Foreign Ministry.
DEPARTMENT = re.compile(r"\b(Department|Ministry) of (?!Foreign\b)((?:[A-Z]\w+ )?[A-Z]\w+)$")
# What in front of a name or behind it tells nothing of whom it names.
BRACKETS = re.compile(r"\s\([^)]*\)$")


def forms_of(entity: Entity) -> Iterator[Form]:
    """Every way in which a text may write the entity's name; what is a name is not also a short form."""
    id, kinds = frozenset((entity.id,)), frozenset((entity.kind,))
    names = {spelling for name in entity.names for spelling in spellings(name, entity.kind)}
    known = set(entity.known_as) - names
    yield from (Form(text, names=id, kinds=kinds) for text in names)
    yield from (Form(text, known=id, kinds=kinds) for text in known)
    yield from (Form(text, short=id, kinds=kinds) for text in set(short_forms(entity)) - names - known)


def spellings(name: str, kind: Kind) -> Iterator[str]:
    """The name as written, and as others write the same: without dots, commas, initials, `Inc.`; `&` for `and`."""
    yield name
    plain = BRACKETS.sub("", name).removeprefix("The ")
    yield plain
    without_commas = plain.replace(", ", " ")
    yield from (without_commas, plain.replace(".", ""), without_commas.replace(".", ""))
    turned = DEPARTMENT.sub(r"\g<2> \g<1>", plain)
    for one, other in SAME:
        yield from (text.replace(one, other) for text in (plain, turned) if one in text)
    yield turned
    if kind is Kind.PERSON:
        yield from _without_middle_names(plain)
        yield from _with_other_given_names(plain)
    elif kind is Kind.ORGANIZATION:
        yield from _with_other_suffixes(plain)


def _without_middle_names(name: str) -> Iterator[str]:
    words = name.split()
    if len(words) > 2 and all(INITIAL.fullmatch(word) for word in words[1:-1]):
        yield f"{words[0]} {words[-1]}"


def _with_other_given_names(name: str) -> Iterator[str]:
    """`Mike Pompeo` for Michael Pompeo and the other way round; `O.J.` for `O. J.` and the other way round."""
    given, _, rest = name.partition(" ")
    yield from (f"{other} {rest}" for other in NICKNAMES.get(given, ()) if rest)
    if re.search(r"\b[A-Z]\.\s?[A-Z]\.", name):
        yield from (re.sub(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)", "", name), re.sub(r"(?<=\b[A-Z]\.)(?=[A-Z]\.)", " ", name))


def _with_other_suffixes(name: str) -> Iterator[str]:
    """`Rand Corporation`, `Rand Corp.`, `Rand Corp` and `Rand` are one."""
    words = name.replace(",", "").split()
    if len(words) < 2 or words[-1] not in LEGAL_SUFFIXES:
        return
    core = " ".join(words[:-1])
    if len(words) > 2 or words[-1] in PURELY_LEGAL:
        yield core
    for suffix in LEGAL_SUFFIXES[words[-1]]:
        yield f"{core} {suffix}"


def short_forms(entity: Entity) -> Iterator[str]:
    """What may stand for the name once it has been named in full; the most telling first."""
    if entity.kind is Kind.PERSON:
        yield from filter(None, (family_name(entity), given_name(entity)))
        return
    for name in entity.names:
        words = BRACKETS.sub("", name).removeprefix("The ").split()
        if entity.kind is Kind.PLACE:
            yield from _short_places(words)
        else:
            yield from _parts(words)
            yield from _team(words)
            yield from _acronym(words)


def _short_places(words: list[str]) -> Iterator[str]:
    """`the North` for North Korea."""
    if len(words) == 2 and words[0] in COMPASS and words[1] in HALVED:
        yield f"the {words[0]}"


def _parts(words: list[str]) -> Iterator[str]:
    """The words of an organization's name that can stand alone: its end (`Mets`), or what is before `Systems`.

    Not what stands behind `of`, and what stands before it behind `the` alone (`the Supreme Court`); nor the start of
    other names: those are often places (`Bank of Korea`, `Seoul Metro`).
    """
    ends = next((index for index, word in enumerate(words) if word in ("of", "for", "in", "at")), len(words))
    for cut in range(1, ends):
        if words[cut][0].isupper() and words[cut - 1] not in ("and", "&"):
            yield from _alone(words[cut:])
    if 0 < ends < len(words) and words[ends - 1].lower() in NOT_DISTINCTIVE:
        yield f"the {' '.join(words[:ends])}"
    if len(words) > 1 and words[-1] in LEGAL_SUFFIXES:
        yield from _alone(words[:-1])


def _team(words: list[str]) -> Iterator[str]:
    """`Sweden` for the Sweden national football team; only sport means it so."""
    if words[-1] == "team" and "national" in words[1:]:
        country = " ".join(words[: words.index("national")])
        yield re.sub(r"\s(?:wo)?men['’]s$", "", country)


def _alone(part: list[str]) -> Iterator[str]:
    """A part as it stands alone: common nouns only behind `the`, adjectives and peoples not at all."""
    if part[-1] in DEMONYMS or not all(word[0].isupper() for word in part):
        return
    if len(part) > 1:
        yield " ".join(part)
    elif part[0].lower() in NOT_DISTINCTIVE:
        if NOT_DISTINCTIVE[part[0].lower()]:
            yield f"the {part[0]}"
    elif len(part[0]) > 2 and part[0].lower() not in FUNCTION_WORDS:
        yield part[0]


def _acronym(words: list[str]) -> Iterator[str]:
    """The initials of the words with capitals, three at least."""
    initials = "".join(word[0] for word in words if word[0].isupper())
    if len(initials) >= 3:
        yield initials
