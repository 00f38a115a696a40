"""The pages of entities, one template for all kinds."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.addresses import entity_page, former_page, relative
from edition.index import Concordance, Index
from edition.markdown import link
from edition.model import Edition, Entity, Page
from edition.render.citing.citations import cite, cited_entity
from edition.render.citing.metadata import entity_metadata
from edition.render.drawing.maps import place_map
from edition.render.drawing.nearby import Neighbour
from edition.render.entity.companions import ByKind, by_kind, companions, long_pairs
from edition.render.entity.concordances import counts, lines, part
from edition.render.entity.facts import facts
from edition.render.entity.pairs import pair_pages
from edition.render.entity.timeline import Scale, timeline
from edition.render.environment import as_html, fragment, page_text


class Around(NamedTuple):
    """What the page of an entity shows beside what is said of it: the time of the edition, and the places near by."""

    steps: Scale | None
    near: Sequence[Neighbour]


def entity_pages(entity: Entity, edition: Edition, index: Index, around: Around) -> Iterator[Page]:
    """The page of an entity, named in an article or not, those of its former ids, and of its long lists with others.

    The page of two is the same for both, and made with each.
    """
    together = by_kind(entity, edition, index)
    yield entity_page_of(entity, edition, index, around, together)
    yield from (redirect(entity, id) for id in entity.former_ids)
    yield from pair_pages(long_pairs(entity, together), edition, index)


def entity_page_of(entity: Entity, edition: Edition, index: Index, around: Around, together: ByKind) -> Page:
    path, concordance = entity_page(entity), index.mentions(entity.id)
    fields: dict[str, object] = {
        "title": as_html(entity.name),
        "description": as_html(entity.description or ""),
        "kind": entity.kind.value,
    } | entity_metadata(entity, edition)
    periods = [part(one, entity, path) for one in index.periods.get(entity.id, ())]
    body = fragment(
        "entity.html.j2",
        entity=entity,
        facts=facts(entity, edition, index),
        map=place_map(entity, around.near, index, edition.coastlines, path),
        timeline=timeline(entity, index, around.steps, path),
        counts=counts(concordance) if concordance else None,
        periods=periods,
        lines=lines(entity.id, Concordance() if periods else concordance, edition.archive, path),
        companions=companions(entity, together, edition, index),
    )
    head = fragment("entity-head.html.j2", entity=entity)
    cited = cite(cited_entity(entity, edition.site))
    return Page(path, page_text("entity.md.j2", fields, entity=entity, head=head, body=body, cite=cited))


def all_names(entity: Entity, concordance: Concordance) -> list[str]:
    """What a reader may type to find the entity: names, local names, and the forms found in the texts."""
    local = (name for _, name in entity.local_names)
    found = (form for form, _ in concordance.forms)
    return list(dict.fromkeys((*entity.names, *entity.known_as, *local, *found)))


def redirect(entity: Entity, id: str) -> Page:
    """The page of a former id: it leads to the entity, for browsers at once, for people by a link."""
    path = former_page(entity, id)
    fields: dict[str, object] = {
        "title": as_html(entity.name),
        "kind": "redirect",
        "location": f"../{entity.id}/",
    }
    return Page(path, page_text("redirect.md.j2", fields, link=entity_link(entity, path), name=entity.name))


def entity_link(entity: Entity, page: str) -> str:
    return link(entity.name, relative(page, entity_page(entity)), entity.kind.value)


def first_role(entity: Entity, edition: Edition) -> str:
    """`supreme leader, North Korea`: the first role of the registry, or nothing."""
    if not entity.roles:
        return ""
    role = entity.roles[0]
    return f"{role.title}, {edition.registry.by_id[role.organization].name}" if role.organization else role.title
