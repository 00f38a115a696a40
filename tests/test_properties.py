"""Promises that hold for every text: what readers see is what was written, links are the mentions, order never matters.

The texts are made of what breaks converters. The extension list is that of mkdocs.yml itself.
"""

import random
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from edition.check import changed_words
from edition.index import index
from edition.link import annotate
from edition.markdown import escape, line_start
from edition.model import Annotation, Entity, Kind, Links, Registry, Site, Source
from edition.read import read_article, read_articles
from edition.read.text import normalised
from edition.recognise import Names, find_candidates
from edition.render import pages
from making import edition_of

REPOSITORY = Path(__file__).parents[1]

REGISTRY = Registry(
    (
        Entity(id="kim-jong-un", kind=Kind.PERSON, name="Kim Jong Un", aliases=("Kim Jong-un",)),
        Entity(id="north-korea", kind=Kind.PLACE, name="North Korea", aliases=("the North", "DPRK")),
        Entity(id="rand", kind=Kind.ORGANIZATION, name="RAND [Corp] *x*", aliases=("Rand Corp.",)),
    )
)
NAMES = Names(REGISTRY)

AWKWARD = [
    *"\\`*_{}[]()<>#+-.!|~^=:;&%$@\"'/ \t",
    *["**", "__", "``", "~~~", "```", "---", "===", "![", "](", "[x]: y", "[^1]", "[TOC]", "!!! note", "{: .x }"],
    *["{ .x #p1 }", "{{ x }}", "{% x %}", "<script>alert(1)</script>", "<!-- x -->", "<b", "</p>", "&amp;", "&#42;"],
    *["1. ", "1989. ", "- ", "+ ", "> ", "# ", "    code", "http://x.org/a_b_c", "<http://x.org>", "a@b.org"],
    *["Kim Jong Un", "Kim", "Mr. Kim", "North Korea", "the North", "Rand Corp.", "RAND [Corp] *x*", "DPRK’s"],
    *["é", "e\u0301", "\u200f", "\u00a0", "\u3000", "김정은", "“", "”", "’", "…", "—", "said", "word", "A", "z", "12"],
]
LINES = st.lists(st.sampled_from(AWKWARD), min_size=1, max_size=12).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=6).map("\n\n".join)


def markdown() -> Markdown:
    """Python-Markdown as MkDocs sets it up: its own three extensions, then those of mkdocs.yml."""
    config = yaml.load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    named = [entry if isinstance(entry, str) else next(iter(entry)) for entry in config["markdown_extensions"]]
    options = {
        name: values
        for entry in config["markdown_extensions"]
        if isinstance(entry, dict)
        for name, values in entry.items()
    }
    return Markdown(
        extensions=[*{"toc": 0, "tables": 0, "fenced_code": 0} | dict.fromkeys(named, 0)], extension_configs=options
    )


MARKDOWN = markdown()


def shown(page: str) -> LexborHTMLParser:
    """The page as a theme puts it before readers."""
    MARKDOWN.reset()
    body = page.split("\n---\n", 1)[1]
    return LexborHTMLParser(f"<html><body><article>{MARKDOWN.convert(body)}</article></body></html>")


def annotated(text: str) -> Annotation | None:
    """The text as an article under a headline of its own, or None where it has no words."""
    article, _ = read_article(Source("articles/x.txt", f"Headline\n\n{text}".encode()))
    return annotate(article, find_candidates(article, NAMES), REGISTRY) if article else None


def rendered(annotation: Annotation, links: Links = Links.EVERY) -> dict[str, str]:
    edition = edition_of((annotation,), REGISTRY, site=Site("Test", links=links))
    return {page.path: page.text for page in pages(edition, index(edition))}


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_readers_see_the_words_of_the_source(text: str) -> None:
    annotation = annotated(text)
    if annotation is not None:
        tree = shown(rendered(annotation)["articles/x/index.md"])
        assert [str(problem) for problem in changed_words(annotation.article, tree)] == []


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_with_links_for_first_mentions_alone_readers_see_the_same_words_and_every_mention_has_its_place(
    text: str,
) -> None:
    annotation = annotated(text)
    if annotation is not None:
        tree = shown(rendered(annotation, Links.FIRST)["articles/x/index.md"])
        assert [str(problem) for problem in changed_words(annotation.article, tree)] == []
        assert [str(node.id) for node in tree.css("a[id], span.mention")] == list(annotation.anchors.values())
        assert len(tree.css("a[id]")) == len({mention.entity for mention in annotation.mentions})


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_links_are_the_mentions_and_surfaces_stand_in_the_file(text: str) -> None:
    annotation = annotated(text)
    if annotation is None:
        return
    tree = shown(rendered(annotation)["articles/x/index.md"])
    ids = [str(node.id) for node in tree.css("a[id]")]
    assert ids == list(annotation.anchors.values())
    for mention in annotation.mentions:
        written = annotation.article.in_file(mention.span).of(annotation.article.stored)
        assert normalised(written)[0].split() == mention.span.of(annotation.article.text).split()


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_any_line_reads_as_written_in_a_list_and_a_heading(line: str) -> None:
    line = " ".join(line.split())
    if not line:
        return
    MARKDOWN.reset()
    body = f"- {line_start(escape(line))}\n  {{ .x }}\n\n## {escape(line)} {{ #h }}\n"
    tree = LexborHTMLParser(MARKDOWN.convert(body))
    item, heading = tree.css_first("li.x"), tree.css_first("h2#h")
    assert item is not None
    assert heading is not None
    assert item.text().split() == normalised(line)[0].split() or item.text().split() == line.split()
    assert heading.text().split() == line.split()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ae\u0301\u0308\r\n\ufeff\u2028한\u1112\u1161\u11ab x\u0327", max_size=40))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once, alignment = normalised(text)
    assert normalised(once)[0] == once
    assert [alignment.origin(position) for position in range(len(once))] == sorted(
        alignment.origin(position) for position in range(len(once))
    )


def test_the_order_of_files_never_matters() -> None:
    sources = [Source(f"articles/{name}.txt", f"Headline {name}\n\nKim Jong Un spoke.".encode()) for name in "dbeac"]
    expected = [article.id for article in read_articles(sources)[0]]
    for seed in range(5):
        random.Random(seed).shuffle(sources)
        assert [article.id for article in read_articles(sources)[0]] == expected
