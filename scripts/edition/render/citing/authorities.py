"""Who and what an entity is outside the edition: the authority files that a registry may name."""

from collections.abc import Iterator

from edition.model import Entity

# By field of the registry: its name for readers, and the address of an identifier there.
AUTHORITIES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "gnd": ("GND", "https://d-nb.info/gnd/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}"),
    "geonames": ("GeoNames", "https://www.geonames.org/{}"),
}


def authorities(entity: Entity) -> Iterator[tuple[str, str, str]]:
    """Each authority file that knows the entity: its name, the identifier there, and the address of that."""
    for field, (label, address) in AUTHORITIES.items():
        identifier = getattr(entity, field)
        if identifier:
            yield label, identifier, address.format(identifier)
