"""Why each name of an article is linked or left alone: by name, each reason once, with the places where it holds.

Most links are a full name, or another form of it in the registry, as the words themselves show. That is said once for
all that have no other reason, and no place of theirs is listed.
"""

from edition.addresses import block_anchor
from edition.model import Annotation, Certainty, Mention, Registry
from edition.render.words import name_order, paragraph

FULL_NAME = "full name"  # the rule
Place = tuple[str, str]  # what a reader sees of it, and its anchor
Reasons = dict[str, dict[str, list[Place]]]  # by name, by reason, in reading order


def reasons(annotation: Annotation, registry: Registry) -> Reasons:
    """Those of the links that are no plain names, by the name of the entity, as an index sorts it."""
    told = [one for one in annotation.mentions if not is_plain(one)]
    entities = [registry.by_id[id] for id in {one.entity for one in told}]
    found: Reasons = {one.name: {} for one in sorted(entities, key=name_order)}
    for one in told:
        why = one.evidence if one.certainty is Certainty.CERTAIN else f"Probable. {one.evidence}"
        place = _place(annotation.article.number(one.block), annotation.anchors[one])
        found[registry.by_id[one.entity].name].setdefault(why, []).append(place)
    return found


def is_plain(mention: Mention) -> bool:
    """Whether the words are a name that the registry gives, and nothing more is to be told."""
    return mention.certainty is Certainty.CERTAIN and mention.rule == FULL_NAME


def reasons_left_alone(annotation: Annotation) -> Reasons:
    """Those of the names left alone, by their words, in reading order."""
    found: Reasons = {}
    for one in annotation.unresolved:
        number = annotation.article.number(one.block)
        reasons = found.setdefault(one.span.of(annotation.article.text), {})
        reasons.setdefault(one.why, []).append(_place(number, block_anchor(number)))
    return found


def _place(number: int, anchor: str) -> Place:
    return paragraph(number), anchor
