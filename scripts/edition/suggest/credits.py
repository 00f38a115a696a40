"""Who took a picture, and for whom: `PHOTO: ANN WOLDE/HARBOUR NEWS`, where capitals tell nothing and the signs all."""

import re
from collections.abc import Iterator

from edition.model import Article, Found, Kind, Span

NAME = r"[A-ZÀ-Ý][\w.'’-]+(?:\s[A-ZÀ-Ý][\w.'’&-]*)"
CREDIT = re.compile(
    rf"""
    \b(?i:photos?|photographs?|pictures?|images?|credits?|videos?)(?::|\s(?i:by):?)\s?   # what it is a credit of
    (?P<who>{NAME}{{1,3}})\s?/\s?(?P<agency>{NAME}{{0,4}})                               # a person, a house
    (?=[\s).,/|]|$)
    """,
    re.VERBOSE,
)
SURE = 0.9


class Credits:
    """The two names of a credit with a slash between them."""

    name = "credits"

    def find(self, article: Article) -> Iterator[Found]:
        for match in CREDIT.finditer(article.text):
            yield Found(Span(*match.span("who")), Kind.PERSON, SURE)
            yield Found(Span(*match.span("agency")), Kind.ORGANIZATION, SURE)
