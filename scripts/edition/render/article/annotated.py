"""The text of an article as Markdown: every character written once, mentions as links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from edition.addresses import article_page, block_anchor, entity_page, relative
from edition.markdown import anchored, attributes, escape, line_start, link
from edition.model import Annotation, BlockRole, Certainty, Links, Mention, Registry

HEADING_MARKS = {BlockRole.HEADLINE: "# ", BlockRole.HEADING: "## "}
PLAIN = {BlockRole.HEADLINE, BlockRole.HEADING, BlockRole.PARAGRAPH}


def annotated_blocks(annotation: Annotation, registry: Registry, links: Links = Links.EVERY) -> Iterator[str]:
    """One Markdown block for each of the article's, in reading order; the headline first, if need be from the title."""
    article = annotation.article
    if not article.is_headline(0):
        yield f"# {escape(article.title)} {attributes(id=block_anchor(0))}"
    linked = linked_mentions(annotation, links)
    mentions: dict[int, list[Mention]] = defaultdict(list)
    for mention in annotation.mentions:
        mentions[mention.block].append(mention)
    for index, block in enumerate(article.blocks):
        line = annotated(annotation, index, mentions[index], linked, registry)
        id = block_anchor(article.number(index))
        mark = HEADING_MARKS.get(block.role)
        if mark:
            yield f"{mark}{line} {attributes(id=id)}"
        else:
            classes = () if block.role in PLAIN else (block.role.value,)
            yield f"{line_start(line)}\n{attributes(*classes, id=id)}"


def linked_mentions(annotation: Annotation, links: Links) -> frozenset[Mention]:
    """Those that are links: all, or of each entity the first in the text, the headline's where the text has none."""
    if links is Links.EVERY:
        return frozenset(annotation.mentions)
    first: dict[str, Mention] = {}
    for mention in sorted(annotation.mentions, key=lambda one: annotation.article.is_headline(one.block)):
        first.setdefault(mention.entity, mention)
    return frozenset(first.values())


def annotated(
    annotation: Annotation, index: int, mentions: Iterable[Mention], linked: frozenset[Mention], registry: Registry
) -> str:
    """A block's words, with an anchor for each mention; those in `linked` are links."""
    article, page = annotation.article, article_page(annotation.article.id)
    block = article.blocks[index]
    pieces: list[str] = []
    position = block.span.start
    for mention in mentions:
        words, id = mention.span.of(article.text), annotation.anchors[mention]
        pieces.append(escape(article.text[position : mention.span.start]))
        if mention in linked:
            entity = registry.by_id[mention.entity]
            probable = (mention.certainty.value,) if mention.certainty is Certainty.PROBABLE else ()
            pieces.append(link(words, relative(page, entity_page(entity)), entity.kind.value, *probable, id=id))
        else:
            pieces.append(anchored(words, "mention", id=id))
        position = mention.span.end
    return "".join((*pieces, escape(article.text[position : block.span.end])))
