"""All forms of a registry, and every place in a text where one stands as whole words. No capitals, no context."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from operator import or_

from ahocorasick_rs import AhoCorasick

from edition.model import Form, Registry
from edition.recognise.fold import spaced
from edition.recognise.forms import forms_of

PLAIN = frozenset(' \n,;:“”"()')  # beside a name, these make no other word of it
MONEY = "_@\\$€£"
POSSESSIVE = re.compile(r"['’]s(?!\w)")
APOSTROPHES = "'’"
TIES = "_@\\#$"


def patterns_of(registry: Registry) -> dict[str, tuple[Form, ...]]:
    """By the letters that are looked for, between two spaces, the forms that they may be."""
    texts: dict[str, list[Form]] = {}
    exact = {name for entity in registry.entities for name in entity.names}
    for entity in registry.entities:
        for form in forms_of(entity):
            if not form.names or form.text in entity.names or form.text not in exact:
                texts.setdefault(form.text, []).append(form)  # a name beats another's spelling of it
    for text in [text for text in texts if text.startswith("the ")]:
        if any(form.names for form in texts.get(text[4:], ())):  # `the Senate` where `Senate` is a name
            texts[text[4:]] += (replace(form, text=text[4:]) for form in texts.pop(text))
    found: dict[str, list[Form]] = {}
    for text in sorted(texts):
        found.setdefault(f" {spaced(text)} ", []).append(reduce(or_, texts[text]))
    return {pattern: tuple(found[pattern]) for pattern in sorted(found)}


class Names:
    """The forms, made ready for finding all of them in one pass (Aho and Corasick 1975)."""

    def __init__(self, registry: Registry) -> None:
        patterns = patterns_of(registry)
        self._forms = tuple(patterns.values())
        self._automaton = AhoCorasick(list(patterns)) if patterns else None

    def occurrences(self, text: str) -> Iterator[tuple[int, int, tuple[Form, ...]]]:
        """Start, end and forms of every place where forms stand as whole words, overlaps included.

        Of the same letters: other signs between them, and capitals, may differ.
        """
        if self._automaton is None:
            return
        for pattern, begin, close in self._automaton.find_matches_as_indexes(f" {spaced(text)} ", overlapping=True):
            start, end = begin, close - 2  # the text begins one later, and the spaces are not the name's
            before, after = text[start - 1 : start], text[end : end + 1]
            if (before in PLAIN and after in PLAIN) or is_whole(text, start, end):
                yield start, end, self._forms[pattern]


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing that belongs to a word, a handle or an amount of money touches the span."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or after.isalnum() or (before and before in TIES) or (after and after in MONEY):  # US$
        return False
    if (before == "." or (before and before in APOSTROPHES)) and text[start - 2 : start - 1].isalnum():
        return False  # www.seoul, O'Kim
    if after and after in APOSTROPHES:  # Xi'an, but Xi's
        return not text[end + 1 : end + 2].isalnum() or POSSESSIVE.match(text, end) is not None
    return not (after == "." and text[end + 1 : end + 2].isalnum())  # seoul.kr
