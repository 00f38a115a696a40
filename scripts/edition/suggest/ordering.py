"""Which suggestion comes first."""

from edition.model import Suggestion


def worth(one: Suggestion) -> float:
    """What accepting it brings the edition, as a number to compare.

    An entity becomes a page that gathers articles, and each of its occurrences a link: so the one times the other; and
    that times the certainty, for what is noise brings nothing.
    """
    return len(one.articles) * len(one.occurrences) * one.certainty


def order(one: Suggestion) -> tuple[float, str, str]:
    """What is worth most first; ties by name and id."""
    return -worth(one), one.name, one.id
