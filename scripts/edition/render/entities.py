"""The pages of entities, one template for all kinds."""

from collections.abc import Iterable, Iterator

from edition.addresses import article_page, entity_page, former_page, passages_anchor, relative
from edition.index import Concordance, Index, KwicLine, Relation
from edition.markdown import attributes, escape, line_start, link
from edition.model import Edition, Entity, Kind, Page, Role
from edition.render.authorities import authorities
from edition.render.citations import cite, cited_entity
from edition.render.environment import as_html, page_text
from edition.render.maps import place_map
from edition.render.metadata import entity_metadata
from edition.render.words import counted, years


def entity_pages(edition: Edition, index: Index) -> Iterator[Page]:
    """One page an entity, named in an article or not."""
    for entity in edition.registry.entities:
        yield entity_page_of(entity, edition, index)
        yield from (redirect(entity, id) for id in entity.former_ids)


def entity_page_of(entity: Entity, edition: Edition, index: Index) -> Page:
    path, concordance = entity_page(entity), index.mentions(entity.id)
    fields: dict[str, object] = {
        "title": as_html(entity.name),
        "description": as_html(entity.description or ""),
        "kind": entity.kind.value,
        "names": all_names(entity, concordance),
        "count": len(concordance),
    } | entity_metadata(entity, edition)
    text = page_text(
        "entity.md.j2",
        fields,
        entity=entity,
        facts=[(label, values) for label, values in facts(entity, edition, index) if values],
        map=place_map(entity, edition.registry, index, edition.coastlines, path),
        forms=concordance.forms,
        count=len(concordance),
        article_count=len(concordance.passages),
        cite=cite(cited_entity(entity, edition.site)),
        passages=[
            (
                link(passages.article.title, relative(path, article_page(passages.article.id))),
                passages.article.front.date,
                attributes(id=passages_anchor(passages.article.id)),
                [kwic_item(line, path, article_page(passages.article.id)) for line in passages.lines],
            )
            for passages in concordance.passages
        ],
    )
    return Page(path, text)


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


def kwic_item(line: KwicLine, page: str, article: str) -> str:
    """A line of the concordance; its keyword leads to that very mention."""
    keyword = link(line.keyword, relative(page, article, line.anchor), "keyword")
    return f"{line_start(escape(line.left))}{keyword}{escape(line.right)}"


def facts(entity: Entity, edition: Edition, index: Index) -> Iterator[tuple[str, list[str]]]:
    """What the registry says, as label and Markdown values; relations in both directions."""
    path, by_id = entity_page(entity), edition.registry.by_id
    with_role = {role.organization for role in entity.roles}

    def linked(ids: Iterable[str]) -> list[str]:
        return [entity_link(by_id[id], path) for id in ids]

    yield "Also named", [escape(name) for name in entity.aliases]
    yield (
        "Roles",
        [_role(role, linked([role.organization] if role.organization else [])) for role in entity.roles],
    )
    yield "Affiliations", linked(id for id in entity.affiliations if id not in with_role)
    relations = index.relations.get(entity.id, ())
    for kind, label in (
        (Kind.PERSON, "People"),
        (Kind.ORGANIZATION, "Organizations"),
        (Kind.PLACE, "Places"),
    ):
        yield label, [_relation(one, path) for one in relations if one.entity.kind is kind]
    yield "Located in", linked([entity.located_in] if entity.located_in else [])
    yield "In it", linked(one.id for one in index.contained.get(entity.id, ()))
    if entity.coordinates:
        yield "Coordinates", [f"{entity.coordinates.latitude:g}, {entity.coordinates.longitude:g}"]
    yield "Authority files", list(_authorities(entity))


def entity_link(entity: Entity, page: str) -> str:
    return link(entity.name, relative(page, entity_page(entity)), entity.kind.value)


def _role(role: Role, organization: list[str]) -> str:
    return ", ".join((escape(role.title), *organization)) + _years(role)


def _relation(relation: Relation, page: str) -> str:
    what = f", {escape(relation.role.title)}{_years(relation.role)}" if relation.role else ""
    return f"{entity_link(relation.entity, page)}{what}"


def _years(role: Role) -> str:
    span = years(role.from_, role.to)
    return f" ({span})" if span else ""


def _authorities(entity: Entity) -> Iterator[str]:
    for label, identifier, address in authorities(entity):
        yield f"{label} {link(identifier, address)}"


def kind_entry(sort: str, entity: Entity, edition: Edition, index: Index, page: str) -> str:
    """Sort name, first role or description, and counts that lead to the concordance."""
    concordance = index.mentions(entity.id)
    name = link(sort, relative(page, entity_page(entity)), entity.kind.value)
    what = escape(first_role(entity, edition) or entity.description or "")
    counts = f"{counted(len(concordance), 'mention')} in {counted(len(concordance.passages), 'article')}"
    return f"{name} {f'{what} · ' if what else ''}{counts}"


def first_role(entity: Entity, edition: Edition) -> str:
    """`supreme leader, North Korea`: the first role of the registry, or nothing."""
    if not entity.roles:
        return ""
    role = entity.roles[0]
    return f"{role.title}, {edition.registry.by_id[role.organization].name}" if role.organization else role.title
