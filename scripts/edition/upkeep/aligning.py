"""Which link of an article is which in another state of it: by place, where words moved by their order."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from edition.model import Span


class Mark(NamedTuple):
    """A link as the published data tell it: its span in the file of the article, its words, its entity's id."""

    span: Span
    surface: str
    entity: str
    paragraph: int


Pair = tuple[Mark | None, Mark | None]


def aligned(old: Sequence[Mark], new: Sequence[Mark]) -> list[Pair]:
    """Each link of the two states once, with its counterpart if there is one, in reading order of the new state.

    First those with the same words at the same place. Of the rest, those with the same words in the same order, for
    what an edit above them has moved. Then those of one paragraph that overlap, such as a name now linked in full.
    """
    at = {(one.span, one.surface): index for index, one in enumerate(new)}
    partner = {index: at[one.span, one.surface] for index, one in enumerate(old) if (one.span, one.surface) in at}
    _by_order(old, new, partner)
    _by_overlap(old, new, partner)
    taken = set(partner.values())
    pairs: list[tuple[tuple[int, int], Pair]] = [
        ((one.paragraph, one.span.start), (one, None)) for index, one in enumerate(old) if index not in partner
    ]
    pairs += [
        ((other.paragraph, other.span.start), (None, other)) for index, other in enumerate(new) if index not in taken
    ]
    for index, there in partner.items():
        pairs.append(((new[there].paragraph, new[there].span.start), (old[index], new[there])))
    return [pair for _, pair in sorted(pairs, key=lambda placed: placed[0])]


def _by_order(old: Sequence[Mark], new: Sequence[Mark], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    here = [index for index in range(len(old)) if index not in partner]
    there = [index for index in range(len(new)) if index not in taken]
    matcher = SequenceMatcher(
        None, [old[index].surface for index in here], [new[index].surface for index in there], autojunk=False
    )
    for first, second, size in matcher.get_matching_blocks():
        partner |= {here[first + step]: there[second + step] for step in range(size)}


def _by_overlap(old: Sequence[Mark], new: Sequence[Mark], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    left = [(index, one) for index, one in enumerate(new) if index not in taken]
    for index, one in enumerate(old):
        if index in partner:
            continue
        for there, other in left:
            overlap = one.span.start < other.span.end and other.span.start < one.span.end
            if there not in taken and overlap and one.paragraph == other.paragraph:
                partner[index] = there
                taken.add(there)
                break
