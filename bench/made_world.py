"""Entities of made editions: people, organizations and places, from the words in made_words.yml"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from pathlib import Path

import yaml

WORDS = yaml.safe_load(Path(__file__).with_name("made_words.yml").read_text(encoding="utf-8"))
SHARES = {"people": 0.5, "organizations": 0.28, "places": 0.22}
CHIEF = ("Augusta", "Castellane")  # a head of state; nobody else has this surname


@dataclass(frozen=True)
class Made:
    """An entity: what the registry says of it, how texts introduce it, and what they call it from then on."""

    row: dict[str, object]
    first: str
    later: tuple[str, ...]
    home: "Made | None" = None  # what is named where it is named

    @property
    def name(self) -> str:
        return str(self.row["name"])

    @property
    def id(self) -> str:
        return re.sub(r"[^a-z]+", "-", self.name.lower()).strip("-")


@dataclass(frozen=True)
class World:
    """All entities, those named most first."""

    people: tuple[Made, ...]
    organizations: tuple[Made, ...]
    places: tuple[Made, ...]
    chief: Made


def words(key: str) -> list[str]:
    found = WORDS[key]
    return found.split() if isinstance(found, str) else list(found)


def joined(heads: str, tails: str, between: str = "") -> list[str]:
    return [f"{head}{between}{tail}" for head, tail in product(words(heads), words(tails))]


def made_places(chance: random.Random, count: int) -> Iterator[Made]:
    """Countries, one of them in every eight places, and towns around the middle of theirs."""
    middles: list[tuple[Made, float, float]] = []
    towns = chance.sample(joined("town_heads", "town_tails"), count)
    names = words("countries")
    for number, town in enumerate(towns):
        if number % 8 == 0 and names:
            name = names.pop(0)
            country = Made({"name": name, "description": "A country of this made edition."}, name, (name,))
            middles.append((country, chance.uniform(36, 60), chance.uniform(-8, 60)))
            yield country
            continue
        country, north, east = chance.choice(middles)
        row: dict[str, object] = {"name": town, "description": f"A town in {country.name}.", "located_in": country.id}
        row["coordinates"] = [round(north + chance.gauss(0, 1.5), 3), round(east + chance.gauss(0, 2), 3)]
        yield Made(row, town, (town,), country)


def made_organizations(chance: random.Random, count: int, places: Sequence[Made]) -> Iterator[Made]:
    """Half of them agencies, most with an acronym of their own; then firms, and what every town has."""
    towns = [place for place in places if place.home]
    agencies = iter(chance.sample([" ".join(of) for of in product(*map(words, ("scopes", "fields", "bodies")))], count))
    firms = iter(chance.sample([" ".join(of) for of in product(surnames(), words("trades"))], count))
    local = iter(chance.sample([(town, body) for town in towns for body in words("town_bodies")], count // 4 + 1))
    acronyms = {"USA"}  # which no reader would take for a steel academy
    for number in range(count):
        town = chance.choice(towns)
        if number % 4 == 3:
            town, body = next(local)
            name, the = f"{town.name} {body}", "the "
        elif number % 4 == 2:
            name, the = next(firms), ""
        else:
            name, the = next(agencies), "the "
        row: dict[str, object] = {"name": name, "description": f"Has its seat in {town.name}.", "located_in": town.id}
        acronym = "".join(word[0] for word in name.split())
        if number % 4 < 2 and acronym not in acronyms:
            acronyms.add(acronym)
            yield Made(row | {"aliases": [acronym]}, f"the {name} ({acronym})", (f"the {acronym}", f"the {name}"), town)
        else:
            yield Made(row, f"{the}{name}", (f"{the}{name}",), town)


def surnames() -> list[str]:
    return joined("surname_heads", "surname_tails")


def made_people(chance: random.Random, count: int, organizations: Sequence[Made]) -> Iterator[Made]:
    """People with a post in an organization; a few surnames are borne by many of them."""
    given = [(name, "female", "Ms.") for name in words("women")] + [(name, "male", "Mr.") for name in words("men")]
    families = chance.sample(surnames(), len(surnames()))
    frequent = list(accumulate(1 / (rank + 6) for rank in range(len(families))))
    known: set[str] = set()
    while len(known) < count:
        (name, gender, title), family = chance.choice(given), chance.choices(families, cum_weights=frequent)[0]
        if (full := f"{name} {family}") in known:
            continue
        known.add(full)
        home, role = chance.choice(organizations), chance.choice(words("roles"))
        row: dict[str, object] = {
            "name": full,
            "gender": gender,
            "description": f"{role.capitalize()} of {home.later[-1]}.",
        }
        row["roles"] = [{"title": role, "organization": home.id, "from": 2008 + chance.randrange(10)}]
        yield Made(row, full, (f"{title} {family}", family), home)


def made_world(chance: random.Random, count: int) -> World:
    """So many entities of all kinds together, in the order in which each was made."""
    sizes = {kind: max(round(count * share), 8) for kind, share in SHARES.items()}
    places = tuple(made_places(chance, sizes["places"]))
    organizations = tuple(made_organizations(chance, sizes["organizations"], places))
    people = tuple(made_people(chance, sizes["people"] - 1, organizations))
    return World(people, organizations, places, made_chief(places[0]))


def made_chief(country: Made) -> Made:
    name, family = " ".join(CHIEF), CHIEF[-1]
    row: dict[str, object] = {"name": name, "gender": "female", "description": f"President of {country.name}."}
    row |= {"known_as": [family], "roles": [{"title": "president", "from": 2014}], "affiliations": [country.id]}
    return Made(row, f"President {name}", (f"Ms. {family}", family), country)
