"""Why one suggestion may be two: forms of address that do not fit, roles that have nothing in common. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from edition.link.gender import gender_in
from edition.model import Kind, Occurrence, StatedRole
from edition.recognise.vocabulary import FUNCTION_WORDS, NOT_DISTINCTIVE
from edition.suggest.ways import key

SHARE = 0.25  # of the votes for a kind, below which the other kind is a slip


def why_several(
    name: str, kinds: Mapping[Kind, float], occurrences: Sequence[Occurrence], roles: Sequence[StatedRole]
) -> str:
    """The reasons in one line; empty where there is none."""
    reasons = (of_titles(occurrences), _of_kinds(kinds), _of_roles(roles), _of_countries(name, occurrences))
    return " ".join(filter(None, reasons))


def _of_countries(name: str, occurrences: Sequence[Occurrence]) -> str:
    """`Labour Party`, `Supreme Court`: all its words are common, and more than one article has it."""
    words = [word for word in key(name).split() if word not in FUNCTION_WORDS]
    is_common = len(words) > 1 and all(word in NOT_DISTINCTIVE for word in words)
    if not is_common or len({one.article for one in occurrences}) < 2:
        return ""
    return f"More than one country may have a “{name}”."


def of_titles(occurrences: Sequence[Occurrence]) -> str:
    """A form of address for a man, and one for a woman; empty where there are not both."""
    found: dict[str, tuple[str, str]] = {}
    for one in occurrences:
        gender = gender_in(one.title.rpartition(" ")[2]) if one.title else None
        if gender:
            found.setdefault(gender, (one.title, one.article))
    if len(found) < 2:
        return ""
    (his, there), (her, here) = sorted(found.values())
    return f"It is “{his}” in {there} and “{her}” in {here}."


def _of_kinds(kinds: Mapping[Kind, float]) -> str:
    first, second = Counter(kinds).most_common(2)
    if second[1] < SHARE * sum(kinds.values()):
        return ""
    return f"It may name {_a(first[0])} in some places and {_a(second[0])} in others."


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind is Kind.ORGANIZATION else f"a {kind}"


def _of_roles(roles: Sequence[StatedRole]) -> str:
    """Two of different articles, with two organizations, whose titles share no word."""
    for place, one in enumerate(roles):
        for other in roles[place + 1 :]:
            is_apart = one.at.article != other.at.article and one.organization and other.organization
            if is_apart and one.organization != other.organization and not (_words(one) & _words(other)):
                return f"It is {_told(one)} and {_told(other)}."
    return ""


def _words(role: StatedRole) -> set[str]:
    return set(role.title.lower().split()) - FUNCTION_WORDS


def _told(role: StatedRole) -> str:
    return f"“{role.title}” of {role.organization} in {role.at.article}"
