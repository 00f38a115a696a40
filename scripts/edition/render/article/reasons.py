"""Why each name of an article is linked or left alone: by name, each reason once, with the places where it holds."""

from edition.addresses import block_anchor
from edition.model import Annotation, Certainty, Registry
from edition.render.words import name_order, paragraph

Place = tuple[str, str]  # what a reader sees of it, and its anchor
Reasons = dict[str, dict[str, list[Place]]]  # by name, by reason, in reading order


def reasons(annotation: Annotation, registry: Registry) -> Reasons:
    """Those of the links, by the name of the entity, as an index sorts it."""
    entities = [registry.by_id[id] for id in {one.entity for one in annotation.mentions}]
    found: Reasons = {one.name: {} for one in sorted(entities, key=name_order)}
    for one, anchor in annotation.anchors.items():
        why = one.evidence if one.certainty is Certainty.CERTAIN else f"Probable. {one.evidence}"
        place = _place(annotation.article.number(one.block), anchor)
        found[registry.by_id[one.entity].name].setdefault(why, []).append(place)
    return found


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
