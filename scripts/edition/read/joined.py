"""The blocks of an article written one a line: its text, the place of each block, and the way back to the file."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from edition.model import Alignment, Block, Span
from edition.read.layout import RawBlock
from edition.read.sentences import find_sentences


def joined(text: str, raw: Sequence[RawBlock]) -> tuple[str, tuple[Block, ...], Alignment]:
    """The new text, its blocks, and where each of its code points stands in `text`."""
    words: list[str] = []
    spans: list[Span] = []
    targets: list[int] = []
    origins: list[int] = []
    position = 0
    for block in raw:
        begin = position
        for piece, line in zip(block.pieces, block.lines(text), strict=True):
            targets.append(position)
            origins.append(piece.start)
            words.append(line)
            position += len(line)
        spans.append(Span(begin, position))
        words.append("\n")
        position += 1
    result = "".join(words)
    blocks = (Block(one.role, span, find_sentences(result, span)) for one, span in zip(raw, spans, strict=True))
    return result, tuple(blocks), Alignment(tuple(targets), tuple(origins))


def composed(outer: Alignment, inner: Alignment) -> Alignment:
    """One step from the outer derived text to the inner original."""
    targets: list[int] = []
    origins: list[int] = []
    ends = (*outer.targets[1:], None)
    for target, origin, end in zip(outer.targets, outer.origins, ends, strict=True):
        targets.append(target)
        origins.append(inner.origin(origin))
        first = bisect_right(inner.targets, origin)
        last = bisect_left(inner.targets, origin + end - target) if end is not None else len(inner.targets)
        targets += (target + changed - origin for changed in inner.targets[first:last])
        origins += inner.origins[first:last]
    return Alignment(tuple(targets), tuple(origins))
