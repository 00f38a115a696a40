"""The words of an article's page, block by block as in its source. Pure: HTML in."""

import re
from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from edition.addresses import article_page, block_anchor
from edition.model import Article, Problem

BLOCK_ID = re.compile(r"p\d+")
WHITE_SPACE = re.compile(r"[ \t\n]{2,}|[\t\n]")  # all but single spaces
REPORT = "please report it: the build itself is wrong."


def changed_words(article: Article, tree: LexborHTMLParser) -> Iterator[Problem]:
    """Every block of the article whose words on the page are not those of the source, in order, nothing between."""
    page = article_page(article.id)
    shown = [node for node in tree.css("article [id]") if BLOCK_ID.fullmatch(str(node.id))]
    wanted = [block_anchor(article.number(index)) for index in range(len(article.blocks))]
    first = 0 if article.is_headline(0) else 1
    if [str(node.id) for node in shown[first:]] != wanted:
        what = f"The page shows {len(shown)} blocks, the source has {len(wanted)}."
        yield Problem("E301", article.file, 0, 0, f"{page}: {what}", REPORT)
        return
    yield from _words_between(article.file, shown[1:])
    for node, block in zip(shown[first:], article.blocks, strict=True):
        source = block.span.of(article.text)
        if node.text(deep=True) == source:  # nearly always: white space need not be looked at
            continue
        words, source = visible(node), _with_single_spaces(source)
        if words != source:
            what = f"{page}#{node.id} reads `{_difference(words, source)}`, the source `{_difference(source, words)}`."
            yield Problem("E301", article.file, article.line(block.span.start), 1, what, REPORT)


def _words_between(file: str, blocks: list[LexborNode]) -> Iterator[Problem]:
    """Anything that stands between two blocks of the text."""
    for block, following in pairwise(blocks):
        node = block.next
        while node is not None and node.tag == "-text" and not visible(node):
            node = node.next
        if node is None or node.mem_id != following.mem_id:
            what = f"Something stands between the blocks {block.id} and {following.id}."
            yield Problem("E301", file, 0, 0, what, REPORT)


def visible(node: LexborNode) -> str:
    """The words of an element as a reader sees them."""
    return _with_single_spaces(node.text(deep=True))


def _with_single_spaces(words: str) -> str:
    return WHITE_SPACE.sub(" ", words).strip(" ")


def _difference(words: str, others: str) -> str:
    """The words from a little before the first difference on."""
    pairs = zip(words, others, strict=False)
    first = next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(words), len(others)))
    return words[max(first - 20, 0) : first + 20]


def missing_page(article: Article) -> Problem:
    page = article_page(article.id)
    return Problem("E303", article.file, 0, 0, f"The site has no page for {page}.", REPORT)
