"""Promises that hold for every text: what readers see is what was written, links are the mentions, order never matters.

The texts are made of what breaks converters. The extension list is that of mkdocs.yml itself.
"""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from awkward import LINES, MARKDOWN, TEXTS, annotated, rendered, shown
from edition.check import changed_words
from edition.markdown import escape, line_start
from edition.model import Links, Source
from edition.read import read_articles
from edition.read.text import normalised


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
