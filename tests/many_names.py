"""A registry of ten thousand, as large editions have them: names, aliases, roles and counts made from parts, always
the same. Nobody in it is meant."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from edition.index import Concordance, Index, Passages
from edition.model import Appearance, Edition, Entity, Kind, Registry, Role, Site
from edition.recognise.countries import COUNTRIES
from making import edition_of

FAMILY = """Abe Adams Ahmed Ali Anderson Aoki Bae Baker Banerjee Becker Bernard Bianchi Brown Carter Castillo Chen Choi
Clark Cohen Costa Cruz Davis Diaz Dubois Duong Edwards Evans Fernandez Ferrari Fischer Flores Fraser Fujita Garcia
Gomez Gonzalez Green Gupta Ha Haddad Hansen Harris Hassan Hernandez Hill Hong Hughes Hussein Ibrahim Ito Ivanov Jackson
Jang Jensen Jeong Johansson Johnson Jones Kang Kato Khan Kim King Klein Kobayashi Koch Kowalski Kozlov Kuznetsov Lambert
Larsen Lee Lewis Li Lim Lopez Luo Maier Martin Martinez Mazur Mendoza Meyer Miller Mohamed Moon Moore Moreau Morris
Mueller Murphy Nakamura Nguyen Nielsen Novak Nowak O’Brien O’Connor Oh Okafor Oliveira Olsen Ortiz Park Patel Perez
Petrov Phillips Popescu Ramirez Reyes Ricci Rivera Roberts Robinson Rodriguez Romero Rossi Roux Russo Ryu Saito Sanchez
Santos Sato Schmidt Schneider Schulz Sharma Shin Silva Singh Smirnov Smith Sokolov Son Souza Suzuki Takahashi Tanaka
Taylor Thomas Thompson Torres Tran Turner Vargas Vasquez Walker Wang Watanabe Weber White Williams Wilson Wojcik Wood Wu
Xu Yamamoto Yang Yilmaz Yoon Young Zhang Zhao Zimmermann""".split()
GIVEN = """Ahmad Aiko Alexei Ana Andrea Anna Anton Ayşe Barbara Bernd Carlos Carmen Chloé Clara Daniel David Deepa Elena
Emre Eric Fatima François George Giulia Hana Hans Helen Hiroshi Ines Ivan James Jan Jin-ho Ji-woo Jae-in Jong-su José
Joseph Julia Karim Kenji Laura Lena Li Lucía Luis Mahmoud Marek María Mark Martin Mary Michael Min-jun Mohammed Naoko
Nina Noor Olga Omar Pablo Patricia Paul Pedro Peter Rachel Rajesh Robert Rosa Samir Sang-hak Sara Seo-yeon Sergei Sofia
Soo-jin Stefan Susan Thomas Tomás Vera Victor Wei William Won-shik Xin Yusuf Yeon-chul Yo-jong Zofia""".split()
HANGUL = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방"
    "공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용"
)
TITLES = """president|prime minister|minister of foreign affairs|minister of defense|spokeswoman|spokesman|member|
chairman|chairwoman|ambassador|professor|director|correspondent|governor|mayor|general|chief executive""".split("|")
FIELDS = """Foreign Affairs|Finance|Health|Defense|Education|Trade|Unification|Justice|Agriculture|Energy|Transport|
Culture|Labor|Interior|Environment|Science|Fisheries|Housing|Tourism|Industry""".split("|")
INSTITUTIONS = (
    "Ministry of {f} ({c})|{c} Institute for {f}|{c} {f} Agency|University of {c}, Faculty of {f}|{c} {f} Union"
)
SOUNDS = """an ar be cho dal eun fo gang go ham hyon il jin ka kyo lan lin mar mor na nam o pan pyong ra san se song ta
uri va won yang zu""".split()


def many_entities(count: int = 10_000) -> list[Entity]:
    """Half of them persons, a quarter organizations, a quarter places; ids are unique, names need not be."""
    chance = random.Random(2020)
    organizations = [_organization(chance, number) for number in range(count // 4)]
    places = [_place(chance, number) for number in range(count // 4)]
    people = [_person(chance, number, organizations) for number in range(count // 2)]
    return [*people, *organizations, *places]


def many_names(count: int = 10_000) -> tuple[Edition, Index]:
    """An edition of these entities, and how often each is named: few of them much, most of them once or twice."""
    entities = sorted(many_entities(count), key=lambda entity: entity.id)
    chance = random.Random(7)
    concordances = {
        entity.id: _concordance(entity.name, int(0.2 / (chance.random() + 1e-4)) + 1) for entity in entities
    }
    return edition_of((), Registry(tuple(entities)), site=Site("Many")), Index(concordances, {}, {})


def _concordance(name: str, articles: int) -> Concordance:
    """Two lines in each of so many articles; what the articles are is not asked."""
    passages: Any = Passages(None, Appearance(1, 2, ((name, 2),)))  # type: ignore[arg-type]
    return Concordance((passages,) * articles)


def _id(name: str, number: int) -> str:
    letters = "".join(one if one.isascii() and one.isalnum() else "-" for one in name.lower())
    return f"{'-'.join(letters.split('-'))}-{number}"


def _person(chance: random.Random, number: int, organizations: list[Entity]) -> Entity:
    family = chance.choice(FAMILY) if chance.random() < 0.5 else _made(chance)
    given = chance.choice(GIVEN)
    name = f"{family} {given}" if "-" in given else f"{given} {chance.choice('ABCDEFGHJKLMNPRSTW')}. {family}"
    local = (("ko", "".join(chance.choices(HANGUL, k=3))),) if "-" in given else ()
    role = Role(title=chance.choice(TITLES).strip(), organization=chance.choice(organizations).id)
    return Entity(
        _id(name, number), Kind.PERSON, name, aliases=tuple(_aliases(family, given)), local_names=local, roles=(role,)
    )


def _aliases(family: str, given: str) -> Iterator[str]:
    """As registries have them: the name without its middle letter, other hyphens, the other order."""
    yield f"{given} {family}"
    if "-" in given:
        yield f"{family} {given.replace('-', ' ').title()}"


def _organization(chance: random.Random, number: int) -> Entity:
    country = chance.choice(sorted({one for many in COUNTRIES.values() for one in many}))
    name = chance.choice(INSTITUTIONS.split("|")).format(f=chance.choice(FIELDS).strip(), c=country)
    acronym = "".join(word[0] for word in name.split() if word[0].isupper())
    description = f"Body in {country} that deals with {chance.choice(FIELDS).strip().lower()} and what belongs to it."
    return Entity(_id(name, number), Kind.ORGANIZATION, name, aliases=(acronym,), description=description)


def _place(chance: random.Random, number: int) -> Entity:
    name = _made(chance)
    country = chance.choice(sorted({one for many in COUNTRIES.values() for one in many}))
    description = f"Town in {country}, {chance.randint(3, 400)} kilometers from the coast."
    return Entity(_id(name, number), Kind.PLACE, name, aliases=(f"{name} City",), description=description)


def _made(chance: random.Random) -> str:
    return "".join(chance.choices(SOUNDS, k=3)).capitalize()
