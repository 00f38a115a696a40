"""Mentions and unresolved names as JSON lines, for programs that read an edition. Spans count in the file."""

import gzip
import json
from collections.abc import Sequence

from edition.addresses import MENTIONS_DATA, MENTIONS_PACKED, block_anchor
from edition.model import Annotation, Mention, Page, Registry, Span, Unresolved

LONGEST = 10_000_000  # bytes of mentions that are published as they are; more are packed


def mentions_data(members: Sequence[bytes]) -> Page:
    """All mentions, from the packed lines of each article: as a file of lines, or, where that is too long, packed."""
    if sum(int.from_bytes(member[-4:], "little") for member in members) <= LONGEST:  # gzip says how long each is
        return Page(MENTIONS_DATA, "".join(map(opened, members)))
    return Page(MENTIONS_PACKED, packed=b"".join(members))


def packed(lines: str) -> bytes:
    """A gzip file without name and time; several, one behind the other, are one with the lines of all."""
    return gzip.compress(lines.encode(), mtime=0)


def opened(member: bytes) -> str:
    return gzip.decompress(member).decode()


def mention_lines(annotation: Annotation, registry: Registry) -> str:
    """One JSON object a line for each mention of an article, by place: `source[start:end] == surface`."""
    return "".join(
        _line(
            **_where(annotation, mention),
            entity=mention.entity,
            kind=registry.by_id[mention.entity].kind,
            rule=mention.rule,
            certainty=mention.certainty,
            evidence=mention.evidence,
            paragraph=annotation.article.number(mention.block),
            anchor=annotation.anchors[mention],
        )
        for mention in annotation.mentions
    )


def unresolved_lines(annotation: Annotation) -> str:
    """The same for names left alone, with their candidates and the reason; the anchor is the paragraph's."""
    return "".join(
        _line(
            **_where(annotation, name),
            candidates=name.candidates,
            why=name.why,
            paragraph=annotation.article.number(name.block),
            anchor=block_anchor(annotation.article.number(name.block)),
        )
        for name in annotation.unresolved
    )


def _where(annotation: Annotation, found: Mention | Unresolved) -> dict[str, object]:
    article = annotation.article
    span: Span = article.in_file(found.span)
    return {"article": article.id, "start": span.start, "end": span.end, "surface": span.of(article.stored)}


def _line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"
