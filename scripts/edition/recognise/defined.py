"""Acronyms that an article defines: behind an organization's full name, in brackets: `Korea Institute (KI)`."""

import re
from collections.abc import Iterable, Iterator

from edition.model import Article, Form, Kind, Span
from edition.recognise.fold import fold
from edition.recognise.occurrences import Found

DEFINITION = re.compile(r"\s\((?:the\s)?[“\"'‘]?(?P<acronym>[A-Z][\w.&-]{1,11})[”\"'’]?\)")


def find_defined(article: Article, found: Iterable[Found]) -> Iterator[Found]:
    """Every place where such an acronym stands as a whole word, from its definition on."""
    for _, span, form in found:
        match = DEFINITION.match(article.text, span.end)
        if match and form.names and form.only_kind is Kind.ORGANIZATION and abbreviates(match["acronym"], form.text):
            acronym = Form(match["acronym"], short=form.names, kinds=form.kinds)
            yield from _occurrences(article, acronym, match.start("acronym"))


def abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of the acronym, two of them capitals, stand in this order in the name."""
    letters = [letter for letter in fold(acronym) if letter.isalnum()]
    pattern = r"\b" + ".*?".join(map(re.escape, letters))
    return sum(map(str.isupper, acronym)) > 1 and re.search(pattern, fold(name)) is not None


def _occurrences(article: Article, form: Form, start: int) -> Iterator[Found]:
    words = re.compile(rf"(?<![\w.@#]){re.escape(form.text)}(?!\w)")
    for index, block in enumerate(article.blocks):
        for match in words.finditer(article.text, max(start, block.span.start), block.span.end):
            yield index, Span(*match.span()), form
