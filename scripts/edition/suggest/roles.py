"""What a sentence says that a person is: `managing director` of `StratWays Group`. Patterns of news English; no guesses
where the words do not stand beside the name."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from edition.model import Kind, Span
from edition.recognise.vocabulary import HONORIFICS, OFFICES
from edition.suggest.sightings import Sighting

LONGEST = 120  # code points of a role with its organization
NEAR = 200  # code points looked at on each side
# Nouns that say what somebody is; with what stands before and behind them, they are a role.
NOUNS = frozenset(word.lower() for word in OFFICES if word not in ("Gen", "Sen", "Hon", "Pres")) | frozenset(
    """activist actor actress administrator adviser advisor agent aide anchor architect artist assistant associate
    astronaut athlete attorney author banker biologist businessman businesswoman campaigner candidate captain chef
    chemist chief columnist comedian composer conductor consultant counsel counsellor critic curator dean defector
    delegate deputy designer developer diplomat economist editor educator engineer entrepreneur expert farmer fellow
    filmmaker founder co-founder cofounder geologist goalkeeper head historian host investigator investor journalist
    judge lawmaker lawyer leader lecturer legislator librarian linguist magistrate maker manager mathematician member
    minister musician negotiator novelist nurse official operator organizer owner partner pastor philosopher
    photographer physician physicist pilot player poet policeman politician president priest principal producer
    professor programmer prosecutor psychologist publisher rector reporter representative researcher resident retiree
    salesman scholar scientist secretary senator sergeant singer sociologist soldier solicitor specialist spokesman
    spokesperson spokeswoman strategist striker student superintendent surgeon teacher technician trader trainer
    treasurer trustee veteran vice-chairman vice-president volunteer winner worker writer midfielder defender
    chairperson councillor councilor""".split()
)
# Words that stand before such a noun and are part of the role.
QUALIFIERS = frozenset(
    """acting art assistant associate business chief co-founding commanding communications company corporate creative
    defence defense deputy district economic editorial executive external finance financial first foreign former
    founding general government human incoming interim joint junior legal lead local longtime managing marketing media
    ministry national news opposition outgoing party policy political press prime principal private project public
    regional relations research retired rights sales security senior special staff state strategy technical technology
    then-chief trade union vice visiting unification interior health justice education police prison prime-ministerial
    attorney crown supreme nuclear science sports""".split()
)
# Ranks and offices as they are abbreviated before a name.
SPELT_OUT = {
    "gen": "General", "adm": "Admiral", "col": "Colonel", "lt": "Lieutenant", "maj": "Major", "capt": "Captain",
    "cmdr": "Commander", "sgt": "Sergeant", "cpl": "Corporal", "sen": "Senator", "rep": "Representative",
    "gov": "Governor", "rev": "Reverend", "amb": "Ambassador", "prof": "Professor", "brig": "Brigadier",
}  # fmt: skip
VERBS = {
    "chairs": "chair", "heads": "head", "leads": "leader", "runs": "head", "directs": "director", "edits": "editor",
    "founded": "founder", "co-founded": "co-founder", "owns": "owner", "commands": "commander", "coaches": "coach",
    "chaired": "former chair", "headed": "former head", "led": "former leader", "commanded": "former commander",
    "manages": "manager", "represents": "representative",
}  # fmt: skip
ENDS = r"(?=,|;|:|\.?$|\s\(|\s[—–-]\s|\s(?:said|says|told|who|which|that|whose|as|when|while|was|is|has|had)\b|$)"
PHRASE = rf"(?P<role>[^,;:()“”\"]{{3,{LONGEST}}}?){ENDS}"
AGE = r"(?:,\s(?:aged\s)?\d{1,3}(?=,))?"
BEHIND = (
    re.compile(rf"{AGE},\s(?:(?:now|then|currently|who\s(?:is|was|became|has\sbeen))\s(?:also\s)?)?{PHRASE}"),
    re.compile(rf"\s(?:is|was|became|has\sbeen|had\sbeen)\s(?:now\s|also\s|then\s)?(?=the\s|an?\s){PHRASE}"),
)
BY_VERB = re.compile(rf",\swho\s(?:also\s|now\s)?(?P<verb>{'|'.join(VERBS)})\s(?P<of>[^,;:()]{{3,{LONGEST}}}?){ENDS}")
BEFORE = re.compile(rf"(?:^|[\s,;“\"(])(?P<role>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s[^,;:()]{{3,{LONGEST}}}),\s$")
DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|our|one of the)\s", re.I)
LINK = re.compile(r"\s(?:of|at|for|with|in|from|on)\s(?:the\s)?(?=[A-Z0-9])")
HEAD_ENDS = re.compile(r"(?:^|\s)(?:and|as|at|by|for|from|in|of|on|to|with)\s", re.I)
NAME = re.compile(r"[A-Z0-9][\w.&'’-]*(?:\s(?:(?:of|for|and|the|&)\s)*[A-Z0-9][\w.&'’-]*)*")
NAME_ENDS = re.compile(r"\.?\s*$|[’']|[^\w\s.-]|\s(?:and|at|for|from|in|on|since|where|who)\b")
POSSESSIVE = re.compile(r"^[’']s?(?=\s)")


class Role(NamedTuple):
    """A title and the organization with it, in the words of the text."""

    title: str
    organization: str | None


def role_in(text: str, sentence: Span, person: Sighting, others: Sequence[Sighting]) -> Role | None:
    """What the sentence says that the person is; None where it says nothing. `others`: all names of the sentence."""
    behind = text[person.span.end : min(sentence.end, person.span.end + NEAR)]
    start = person.span.start - len(person.title) - bool(person.title)
    before = text[max(sentence.start, start - NEAR) : start]
    named = {one.words: one.kind for one in others}
    ahead = Span(sentence.start, start)
    found = (_behind(behind, named), _before(before, behind, named), _prefixed(text, ahead, person, others))
    return next(chain.from_iterable(found), None)


def is_told_person(text: str, sentence: Span, name: Sighting) -> bool:
    """Whether the words behind a name say what somebody is: `Woo Jung-yeop, a research fellow at …`."""
    behind = text[name.span.end : min(sentence.end, name.span.end + NEAR)]
    return any(_behind(behind, {}))


def _behind(behind: str, named: dict[str, Kind]) -> Iterator[Role]:
    """`, the managing director of StratWays Group, …`; ` is a professor at …`; `, who chairs …`."""
    verb = BY_VERB.match(behind)
    if verb:
        yield Role(VERBS[verb["verb"]], _organization(verb["of"].removeprefix("the "), named))
    for pattern in BEHIND:
        match = pattern.match(behind)
        if match and (role := _role(match["role"], named)):
            yield role


def _before(before: str, behind: str, named: dict[str, Kind]) -> Iterator[Role]:
    """`The managing director of StratWays Group, Tom Helvey, …`."""
    match = BEFORE.search(before)
    if match and behind[:1] in (",", ".") and (role := _role(match["role"], named)):
        yield role


def _prefixed(text: str, before: Span, person: Sighting, others: Sequence[Sighting]) -> Iterator[Role]:
    """`StratWays Group managing director Tom Helvey`, `South Korean President Moon Jae-in`; `before` is what stands
    between the start of the sentence and the name with its title."""
    owner = max((one for one in others if one.span.end <= before.end), key=lambda one: one.span.end, default=None)
    start = max(before.start, owner.span.end if owner else 0, before.end - NEAR)
    between = POSSESSIVE.sub("", text[start : before.end])
    title = "" if person.title.rstrip(".") in HONORIFICS else person.title
    words = [*between.split(), *title.split()]
    first = len(words)
    while first and words[first - 1].lower().rstrip(".") in (LAST if first == len(words) else ROLE_WORDS):
        first -= 1
    if first < len(words):
        is_owner = owner is not None and first == 0 and owner.kind is Kind.ORGANIZATION
        role = " ".join(SPELT_OUT.get(word.lower().rstrip("."), word) for word in words[first:])
        yield Role(role, owner.words if owner and is_owner else None)


def _role(phrase: str, named: dict[str, Kind]) -> Role | None:
    """The phrase as a title with its organization, if a noun of a role heads it."""
    phrase = DETERMINER.sub("", phrase.strip())
    for name, kind in named.items():
        rest = POSSESSIVE.sub("", phrase.removeprefix(name)).strip()
        if kind is Kind.ORGANIZATION and phrase.startswith(f"{name} ") and _is_role(rest):
            return Role(rest, name)
    for link in LINK.finditer(phrase):
        organization = _organization(phrase[link.end() :], named)
        if organization and _is_role(phrase[: link.start()]):
            return Role(phrase[: link.start()], organization)
    return Role(phrase, None) if _is_role(phrase) else None


def _is_role(phrase: str) -> bool:
    """Whether it begins with such a noun and what qualifies it."""
    words = HEAD_ENDS.split(phrase, maxsplit=1)[0].split()
    return bool(words) and words[-1].lower().rstrip(".") in NOUNS


def _organization(words: str, named: dict[str, Kind]) -> str | None:
    """The name with which the words begin, unless it is known as a place's or a person's, or goes on in small words."""
    known = max((name for name in named if words.startswith(name)), key=len, default="")
    match = NAME.match(words)
    name = known or (match[0].rstrip(".,") if match else "")
    if not name or not NAME_ENDS.match(words, len(name)) or named.get(known) not in (None, Kind.ORGANIZATION):
        return None
    return name


LAST = NOUNS | SPELT_OUT.keys()
ROLE_WORDS = NOUNS | QUALIFIERS | SPELT_OUT.keys()
