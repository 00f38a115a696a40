"""Mentions and unresolved names as JSON lines, for programs that read an edition. Spans count in the file."""

import gzip
import json
from collections.abc import Iterable

from edition.addresses import MENTIONS_DATA, MENTIONS_PACKED, block_anchor
from edition.model import Annotation, Mention, Page, Registry, Span, Unresolved

LONGEST = 10_000_000  # characters of mentions that are published as they are; more are packed


def mentions_data(annotations: Iterable[Annotation], registry: Registry) -> Page:
    """All mentions, as a file of lines, or packed where it would be too long: by a member for each article."""
    lines = [article_lines(annotation, registry) for annotation in _sorted(annotations)]
    if sum(map(len, lines)) <= LONGEST:
        return Page(MENTIONS_DATA, "".join(lines))
    return Page(MENTIONS_PACKED, packed=b"".join(map(packed, lines)))


def packed(lines: str) -> bytes:
    """A gzip file without name and time; several, one behind the other, are one with the lines of all."""
    return gzip.compress(lines.encode(), mtime=0)


def mention_lines(annotations: Iterable[Annotation], registry: Registry) -> str:
    """One JSON object a line for each mention, by article and place: `source[start:end] == surface`."""
    return "".join(article_lines(annotation, registry) for annotation in _sorted(annotations))


def article_lines(annotation: Annotation, registry: Registry) -> str:
    """The lines of one article."""
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


def unresolved_lines(annotations: Iterable[Annotation]) -> str:
    """The same for names left alone, with their candidates and the reason; the anchor is the paragraph's."""
    return "".join(
        _line(
            **_where(annotation, name),
            candidates=name.candidates,
            why=name.why,
            paragraph=annotation.article.number(name.block),
            anchor=block_anchor(annotation.article.number(name.block)),
        )
        for annotation in _sorted(annotations)
        for name in annotation.unresolved
    )


def _sorted(annotations: Iterable[Annotation]) -> list[Annotation]:
    return sorted(annotations, key=lambda annotation: annotation.article.id)


def _where(annotation: Annotation, found: Mention | Unresolved) -> dict[str, object]:
    article = annotation.article
    span: Span = article.in_file(found.span)
    return {"article": article.id, "start": span.start, "end": span.end, "surface": span.of(article.stored)}


def _line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"
