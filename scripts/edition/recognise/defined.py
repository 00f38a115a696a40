"""Acronyms that an article defines: behind an organization's full name, in brackets: `Korea Institute (KI)`."""

import re
from collections.abc import Iterable, Iterator

from edition.model import Article, Form, Kind, Span
from edition.recognise.countries import COUNTRIES
from edition.recognise.occurrences import Found

WORD = r"[A-Z][\w&]{2,11}"
DEFINITION = re.compile(rf"\s\((?:the\s)?[“\"'‘]?(?P<acronym>{WORD})[”\"'’]?\)")
WORDS = re.compile(rf"(?<![\w.@#]){WORD}(?!\w)")


def find_defined(article: Article, found: Iterable[Found]) -> Iterator[Found]:
    """Every place where such an acronym stands as a whole word, from its definition on."""
    defined: dict[str, tuple[int, Form]] = {}
    for _, span, form in found:
        match = DEFINITION.match(article.text, span.end)
        if match and form.names and form.only_kind is Kind.ORGANIZATION and abbreviates(match["acronym"], form.text):
            acronym = Form(match["acronym"], short=form.names, kinds=form.kinds)
            defined.setdefault(acronym.text, (match.start("acronym"), acronym))
    for index, block in enumerate(article.blocks if defined else ()):
        for match in WORDS.finditer(article.text, block.span.start, block.span.end):
            if match[0] in defined and match.start() >= defined[match[0]][0]:
                yield index, Span(*match.span()), defined[match[0]][1]


def abbreviates(acronym: str, name: str) -> bool:
    """Whether each of its letters begins a word of the name, in this order; no country's name does."""
    initials = iter(word[0].upper() for word in re.split(r"[\s-]+", name) if word)
    return acronym.isupper() and acronym not in COUNTRIES and all(letter in initials for letter in acronym)
