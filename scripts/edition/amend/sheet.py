"""Suggestions as a YAML file in which an editor decides with nothing but a text editor. What is decided: decided."""

from collections.abc import Iterable, Iterator

from edition.amend.choices import forms_by_article, proposal_of
from edition.amend.yaml import listed, paired, scalar
from edition.model import Occurrence, Suggestion

MOST_ARTICLES = 100  # by hand nobody tells two apart in more
HEAD = """\
# What the articles name and the registry does not have; what brings the edition most comes first.
# Write behind `decision:` what becomes of it, and correct what stands below it:
#
#   accept          it becomes an entity, with the names and roles below
#   same as ID      it is this entity, or this other suggestion, which then is accepted, too: its names become aliases
#   alias of ID     only its name becomes an alias
#   two             it is two: the articles that mean the second stand in a line of their own,
#                     second: {id: ID, name: NAME, articles: [ARTICLE, ARTICLE]}
#                   without a name where ID is an entity or a suggestion already
#   never           it is nothing, and is not proposed again
#   later           it waits; so does what has no decision
#
# Then: python scripts/build.py accept FILE
# Nothing is written where one line is wrong. To accept the file twice changes nothing.
"""


def sheet(suggestions: Iterable[Suggestion]) -> str:
    """The file, with evidence as comments and no decision made."""
    return "\n".join([HEAD, *("\n".join([*_entry(one), ""]) for one in suggestions)])


def _entry(one: Suggestion) -> Iterator[str]:
    made = proposal_of(one)
    places, articles = len(one.occurrences), len(one.articles)
    yield f"- suggestion: {scalar(one.id)}"
    yield "  decision:"
    yield from [f"  known: {scalar(made.known)}"] if made.known else []
    yield f"  kind: {one.kind.value}"
    yield f"  name: {scalar(one.name)}"
    yield from [f"  known_as: {listed(made.known_as)}"] if made.known_as else []
    yield from [f"  aliases: {listed(made.aliases)}"] if made.aliases else []
    yield f"  written: {listed(made.written)}"
    yield from ["  roles:"] if made.posts else []
    yield from (f"    - {paired({name: word for name, word in post._asdict().items() if word})}" for post in made.posts)
    yield _comment(f"times {places}, articles {articles}, certainty {one.certainty:.2f}")
    yield from (_comment(f"may be the same as {other.id}: {other.why}") for other in one.alike)
    yield from [_comment(f"may be several: {one.several}")] if one.several else []
    yield from (_comment(f"{at.article}, paragraph {at.paragraph}: {_sentence(at)}") for at in one.evidence)
    yield from _places(one)


def _places(one: Suggestion) -> Iterator[str]:
    """The forms that stand in each article, for who tells two apart: where there are several, and not too many."""
    if 1 < len(one.articles) <= MOST_ARTICLES:
        yield "  articles:"
        yield from (
            f"    {scalar(article)}: {listed(dict.fromkeys(forms))}" for article, forms in forms_by_article(one).items()
        )
    elif len(one.articles) > MOST_ARTICLES:
        yield _comment("so many articles that two are told apart only on the page of `review`")


def _sentence(at: Occurrence) -> str:
    return f"{at.left}[{at.words}]{at.right}"


def _comment(words: str) -> str:
    """On one line, whatever is in it; without what a YAML file cannot hold."""
    return "  # " + "".join(one if one.isprintable() else " " for one in words)
