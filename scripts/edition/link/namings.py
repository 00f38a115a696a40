"""Where an article names people in full: those of the registry, those it does not know, those it misspells."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from edition.link.decision import Decided, Linked
from edition.model import Article, BlockRole, Candidate, Span
from edition.recognise.fold import fold, one_letter_apart

# Who took a picture is named behind one of these.
CREDIT = re.compile(r"\b(?:audio|credits?|files?|images?|photos?|photographs?|pictures?|videos?)(?::|\sby:?)\s\Z", re.I)
CREDIT_ENDS = (": ", "by ", "by: ")
BEFORE = 20  # code points looked at before a name


class Naming(NamedTuple):
    """Somebody or something named in the text, title included; `entity` is empty for whom the registry does not know.

    `name` is the full name: as the text has it, or, of a short form that has been linked, as the registry has it.
    """

    block: int
    span: Span
    entity: str
    name: str

    @property
    def words(self) -> frozenset[str]:
        """The words of the name in small letters, without dots: a title may be among them."""
        return frozenset(word.rstrip(".").lower() for word in self.name.split())


Namings = tuple[Naming, ...]


def introductions(article: Article, decided: Iterable[Decided]) -> dict[str, Namings]:
    """The full names by entity, in reading order."""
    found: dict[str, list[Naming]] = {}
    for candidate, _, answer in decided:
        if isinstance(answer, Linked):
            one = Naming(candidate.block, candidate.span, answer.entity, candidate.span.of(article.text))
            found.setdefault(answer.entity, []).append(one)
    return {entity: tuple(these) for entity, these in found.items()}


def is_credited(article: Article, naming: Naming) -> bool:
    """Whether it names the author, or who took the picture: nobody whom the text speaks of."""
    if article.blocks[naming.block].role in (BlockRole.CREDIT, BlockRole.BYLINE):
        return True
    start = naming.span.start
    is_introduced = article.text.endswith(CREDIT_ENDS, 0, start)
    return is_introduced and CREDIT.search(article.text, max(start - BEFORE, 0), start) is not None


def strangers(article: Article, candidates: Iterable[Candidate], named: Mapping[str, Namings]) -> Mapping[str, Namings]:
    """Full names of people whom the registry does not know, by a short form that they share with one it knows."""
    found: dict[str, list[Naming]] = {}
    for candidate in candidates:
        is_short = candidate.form.is_person and (candidate.form.short or candidate.form.known)
        if not is_short or not is_person_name(candidate, article) or misspelt(candidate, named):
            continue
        one = Naming(candidate.block, whole(candidate, article), "", candidate.longer)
        if not is_credited(article, one):
            found.setdefault(fold(candidate.form.text), []).append(one)
    return {name: tuple(these) for name, these in found.items()}


def is_person_name(candidate: Candidate, article: Article) -> bool:
    """Whether the longer name looks like somebody's: a given name before the surname, or a Korean one behind it."""
    before, _, after = candidate.longer.partition(candidate.span.of(article.text))
    is_korean = after.startswith((" ", "-")) and "-" in after
    return bool(candidate.longer) and (bool(before.strip()) or is_korean)


def whole(candidate: Candidate, article: Article) -> Span:
    """The span of the longer name that the candidate is part of."""
    length = len(candidate.longer)
    start = article.text.find(candidate.longer, max(candidate.span.end - length, 0), candidate.span.start + length)
    return Span(start, start + length)


def misspelt(candidate: Candidate, named: Mapping[str, Namings]) -> Naming | None:
    """The full name from which the longer name differs by one letter; None where none, or more than one person does."""
    if not candidate.longer or not candidate.form.is_person:
        return None
    length = len(candidate.longer.split())
    alike = [
        named[entity][0]
        for entity in sorted(candidate.form.short & named.keys())
        if one_letter_apart(candidate.longer, " ".join(named[entity][0].name.split()[-length:]))
    ]
    return alike[0] if len(alike) == 1 else None
