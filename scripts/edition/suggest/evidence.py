"""The sentences that tell most of somebody, and how sure it is that there is somebody. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable
from math import prod

from edition.model import Occurrence
from edition.suggest.naming import Seen

SENTENCES = 3
SHORT, LONG = 40, 320  # code points of a sentence that tells something and is soon read
ONCE_MORE = 0.8  # of the doubt is left where another article names the same
ANOTHER = 0.6  # of the doubt is left where another recogniser found the same


def most_telling(seen: Iterable[Occurrence], name: str, in_roles: Collection[Occurrence]) -> tuple[Occurrence, ...]:
    """Three of them, each from another article where there are as many, in the order in which they stand.

    A sentence tells most that says a role, then one with the full name; headlines, scraps and monsters tell little. No
    sentence is shown twice, as where articles repeat each other.
    """
    ordered = sorted(enumerate(seen), key=lambda one: (-_worth(one[1], name, in_roles), one[0]))
    chosen: dict[str, tuple[int, Occurrence]] = {}
    articles: Counter[str] = Counter()
    for most in (0, SENTENCES):
        for place, one in ordered:
            if articles[one.article] <= most and len(chosen) < SENTENCES and _sentence(one) not in chosen:
                chosen[_sentence(one)] = place, one
                articles[one.article] += 1
    return tuple(one for _, one in sorted(chosen.values()))


def _sentence(one: Occurrence) -> str:
    return one.left + one.words + one.right


def _worth(one: Occurrence, name: str, in_roles: Collection[Occurrence]) -> int:
    is_readable = SHORT <= len(_sentence(one)) <= LONG
    return 4 * (one in in_roles) + 3 * (one.words == name) + 2 * is_readable + (one.paragraph > 0) + bool(one.title)


def certainty_of(seen: Collection[Seen]) -> float:
    """From 0 to 1: the mean of what recognisers say; each of the first articles beyond the one, and each recogniser
    beyond the one, takes away some of the doubt."""
    mean = sum(one.certainty for one in seen) / len(seen)
    articles = min(len({one.at.article for one in seen}), 5) - 1
    recognisers = len({name for one in seen for name in one.found_by}) - 1
    doubt = prod((1 - mean, ONCE_MORE**articles, ANOTHER ** max(recognisers, 0)))
    return round(1 - doubt, 2)
