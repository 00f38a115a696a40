"""Awkward texts, made of what breaks converters, and their pages as the build and Python-Markdown make them."""

from pathlib import Path

import yaml
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from edition.index import index
from edition.link import annotate
from edition.model import Annotation, Entity, Kind, Links, Registry, Site, Source
from edition.read import read_article
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
