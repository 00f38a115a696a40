"""What a page is about, in the words of schema.org: values for JSON-LD. Whatever has no value is left out."""

from collections.abc import Iterator, Mapping

from edition.addresses import HOME, SOCIAL_IMAGE, article_page, entity_page, public_address
from edition.model import Annotation, Edition, Entity, Kind, Registry, Role, Site
from edition.render.citing.authorities import authorities
from edition.render.citing.citations import authors
from edition.render.words import name_order

Json = dict[str, object]
TYPES = {Kind.PERSON: "Person", Kind.ORGANIZATION: "Organization", Kind.PLACE: "Place"}


def news_article(annotation: Annotation, edition: Edition) -> Json:
    """An article, and whom it names; nothing in it depends on other articles."""
    front, site = annotation.article.front, edition.site
    return filled(
        {
            "@type": "NewsArticle",
            "headline": annotation.article.title,
            "description": front.summary,
            "datePublished": front.date,
            "author": [{"name": name} for name in authors(front)],  # nothing says whether they are persons
            "dateline": front.place,
            "publisher": front.publisher and {"@type": "Organization", "name": front.publisher},
            "inLanguage": front.language,
            "copyrightNotice": front.rights,
            "url": public_address(site.url, article_page(annotation.article.id)),
            "isBasedOn": front.url,
            "image": public_address(site.url, SOCIAL_IMAGE),
            "isPartOf": web_site(site),
            "mentions": [_thing(entity, site) for entity in _named(annotation, edition.registry)],
        }
    )


def _named(annotation: Annotation, registry: Registry) -> list[Entity]:
    """The entities that an article names, in the order in which pages list them."""
    kinds, named = list(Kind), {mention.entity for mention in annotation.mentions}
    entities = (registry.by_id[id] for id in named)
    return sorted(entities, key=lambda one: (kinds.index(one.kind), name_order(one)))


def described(entity: Entity, edition: Edition) -> Json:
    """An entity with all that the registry says of it."""
    names = list(dict.fromkeys((*entity.aliases, *(name for _, name in entity.local_names))))
    told: Json = {"alternateName": names, "description": entity.description}
    return filled(_thing(entity, edition.site) | told | dict(_relations(entity, edition)))


def _relations(entity: Entity, edition: Edition) -> Iterator[tuple[str, object]]:
    """What the registry says of an entity and others."""
    by_id, site = edition.registry.by_id, edition.site
    affiliations = [by_id[id] for id in entity.affiliations]
    affiliated = [_thing(one, site) for one in affiliations if one.kind is Kind.ORGANIZATION]
    if entity.kind is Kind.PERSON:
        roles = [(role, by_id[role.organization] if role.organization else None) for role in entity.roles]
        members = [(role, at) for role, at in roles if at and at.kind is Kind.ORGANIZATION]
        yield "memberOf", [_membership(role, at, site) for role, at in members]
        yield "hasOccupation", [_office(role, at, site) for role, at in roles if (role, at) not in members]
        yield "affiliation", affiliated
    elif entity.kind is Kind.ORGANIZATION:
        yield "memberOf", affiliated
    if entity.located_in and entity.kind is not Kind.PERSON:
        relation = "containedInPlace" if entity.kind is Kind.PLACE else "location"
        yield relation, _thing(by_id[entity.located_in], site)
    if entity.coordinates and entity.kind is Kind.PLACE:
        latitude, longitude = entity.coordinates
        yield "geo", {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _membership(role: Role, organization: Entity, site: Site) -> Json:
    """What a person was in an organization, and when."""
    found = {"@type": "OrganizationRole", "roleName": role.title, "startDate": role.from_, "endDate": role.to}
    return filled(found | {"memberOf": _thing(organization, site)})


def _office(role: Role, place: Entity | None, site: Site) -> Json:
    """What a person was elsewhere, such as the president of a country, and when."""
    what = {"@type": "Occupation", "name": role.title, "occupationLocation": place and _thing(place, site)}
    return filled({"@type": "Role", "startDate": role.from_, "endDate": role.to, "hasOccupation": filled(what)})


def _thing(entity: Entity, site: Site) -> Json:
    """Who or what it is, wherever it is named."""
    same = [address for _, _, address in authorities(entity)]
    url = public_address(site.url, entity_page(entity))
    return filled({"@type": TYPES[entity.kind], "name": entity.name, "url": url, "sameAs": same})


def web_site(site: Site) -> Json:
    return filled({"@type": "WebSite", "name": site.name, "url": public_address(site.url, HOME)})


def filled(fields: Mapping[str, object]) -> Json:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
