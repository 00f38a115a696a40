"""What a form of address says of a person, and what the registry or the article says."""

from collections.abc import Iterable

from edition.link.namings import Naming
from edition.model import Entity, Gender
from edition.recognise.vocabulary import GENDERS

GENDER_OF = {title: gender for gender, titles in GENDERS.items() for title in titles}


def gender_of(entity: Entity, named: Iterable[Naming] = ()) -> Gender | None:
    """What the registry says, or else the title with which the article names the person in full: `Ms. Kim Yo Jong`."""
    titles = (word for one in named for word in one.name.split()[:2])
    return entity.gender or next(filter(None, map(gender_in, titles)), None)


def gender_in(title: str) -> Gender | None:
    """The gender of `Mr.`, `Ms.`, `Queen`; None of `President`."""
    return GENDER_OF.get(title.rstrip("."))


def suits(title: str, gender: Gender | None) -> bool | None:
    """Whether a title is of that gender; None where one of the two tells nothing."""
    said = gender_in(title)
    return said == gender if said and gender else None
