"""The text of an article as Markdown: every character written once, mentions as links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from edition.addresses import article_page, block_anchor, entity_page, relative
from edition.markdown import attributes, escape, line_start, link
from edition.model import Annotation, BlockRole, Mention, Registry

HEADING_MARKS = {BlockRole.HEADLINE: "# ", BlockRole.HEADING: "## "}
PLAIN = {BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.PARAGRAPH}


def annotated_blocks(annotation: Annotation, registry: Registry) -> Iterator[str]:
    """One Markdown block for each of the article's, in reading order; the headline first, if need be from the title."""
    article = annotation.article
    if not article.is_headline(0):
        yield f"# {escape(article.title)} {attributes(id=block_anchor(0))}"
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotation.mentions:
        mentions[mention.block].append(mention)
    for index, block in enumerate(article.blocks):
        line = annotated(annotation, index, mentions[index], registry)
        id = block_anchor(article.number(index))
        mark = HEADING_MARKS.get(block.role)
        if mark:
            yield f"{mark}{line} {attributes(id=id)}"
        else:
            classes = () if block.role in PLAIN else (block.role.value,)
            yield f"{line_start(line)}\n{attributes(*classes, id=id)}"


def annotated(annotation: Annotation, index: int, mentions: Iterable[Mention], registry: Registry) -> str:
    """A block's words with its mentions linked."""
    article, page = annotation.article, article_page(annotation.article.id)
    block = article.blocks[index]
    pieces: list[str] = []
    position = block.span.start
    for mention in mentions:
        entity = registry.by_id[mention.entity]
        address = relative(page, entity_page(entity))
        classes = (
            (entity.kind.value, mention.certainty.value) if mention.certainty == "probable" else (entity.kind.value,)
        )
        words = mention.span.of(article.text)
        pieces.append(escape(article.text[position : mention.span.start]))
        pieces.append(link(words, address, *classes, id=annotation.anchors[mention]))
        position = mention.span.end
    return "".join((*pieces, escape(article.text[position : block.span.end])))
