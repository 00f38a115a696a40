"""All forms of a registry, and every place in a text where one stands as whole words. No capitals, no context."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import or_

from ahocorasick_rs import AhoCorasick

from edition.model import Form, Registry
from edition.recognise.fold import fold
from edition.recognise.forms import forms_of

MONEY = "_@\\$€£"
POSSESSIVE = re.compile(r"'s(?!\w)")
TIES = "_@\\#$"


class Names:
    """The forms, made ready for finding all of them in one pass (Aho and Corasick 1975)."""

    def __init__(self, registry: Registry) -> None:
        texts: dict[str, list[Form]] = {}
        for entity in registry.entities:
            for form in forms_of(entity):
                texts.setdefault(form.text, []).append(form)
        for text in [text for text in texts if text.startswith("the ")]:
            if any(form.names for form in texts.get(text[4:], ())):  # `the Senate` where `Senate` is a name
                texts[text[4:]] += (replace(form, text=text[4:]) for form in texts.pop(text))
        patterns: dict[str, list[Form]] = {}
        for text in sorted(texts):
            patterns.setdefault(fold(text), []).append(reduce(or_, texts[text]))
        self._forms = tuple(tuple(patterns[pattern]) for pattern in sorted(patterns))
        self._automaton = AhoCorasick(sorted(patterns)) if patterns else None

    def occurrences(self, folded: str) -> Iterator[tuple[int, int, tuple[Form, ...]]]:
        """Start, end and forms of every place of a folded text where forms stand as whole words, overlaps included."""
        if self._automaton is None:
            return
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if is_whole(folded, start, end):
                yield start, end, self._forms[pattern]


def is_whole(folded: str, start: int, end: int) -> bool:
    """Whether nothing that belongs to a word, a handle or an amount of money touches the span."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if before.isalnum() or after.isalnum() or (before and before in TIES) or (after and after in MONEY):  # US$
        return False
    if before in (".", "'") and folded[start - 2 : start - 1].isalnum():  # www.seoul, O'Kim
        return False
    if after == "'":  # Xi'an, but Xi's
        return not folded[end + 1 : end + 2].isalnum() or POSSESSIVE.match(folded, end) is not None
    return not (after == "." and folded[end + 1 : end + 2].isalnum())  # seoul.kr
