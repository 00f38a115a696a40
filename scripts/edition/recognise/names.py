"""All forms of a registry, and every place in a text where one stands as whole words. No capitals, no context."""

from collections import defaultdict
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from edition.model import Form, Registry, Span
from edition.recognise.fold import fold
from edition.recognise.forms import forms_of


class Names:
    """The forms, made ready for finding all of them in one pass (Aho and Corasick 1975)."""

    def __init__(self, registry: Registry) -> None:
        forms: dict[str, list[Form]] = defaultdict(list)
        for entity in registry.entities:
            for form in forms_of(entity):
                forms[fold(form.text)].append(form)
        self._forms = tuple(tuple(sorted(forms[pattern])) for pattern in sorted(forms))
        self._automaton = AhoCorasick(sorted(forms)) if forms else None

    def occurrences(self, folded: str) -> Iterator[tuple[Span, tuple[Form, ...]]]:
        """Every place of a folded text where a form stands as whole words, overlaps included."""
        if self._automaton is None:
            return
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if is_whole(folded, start, end):
                yield Span(start, end), self._forms[pattern]


def is_whole(folded: str, start: int, end: int) -> bool:
    """Whether nothing that belongs to a word, a handle or an amount of money touches the span."""
    before, after = folded[max(start - 2, 0) : start], folded[end : end + 2]
    if before and (before[-1].isalnum() or before[-1] in "_@\\#$"):
        return False
    if len(before) == 2 and before[-1] in ".'" and before[0].isalnum():  # www.seoul, O'Kim
        return False
    if after and (after[0].isalnum() or after[0] in "_@\\$€£"):  # US$
        return False
    return not (len(after) == 2 and after[0] == "." and after[1].isalnum())  # seoul.kr
