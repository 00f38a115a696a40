"""After a change of the registry or of the decisions, what is decided on a text that it does not touch is the same.

And a change touches no more than it must: the table says what rules may ask of whom.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.index import mention_lines
from edition.link import Change, annotate, ground_of, letters_of
from edition.model import NOTHING, Annotation, Article, EditorsDecision, Entity, Kind, Registry, Role, Source
from edition.read import read_article
from edition.recognise import Names, find_candidates

# Few words, so that they meet: surnames that are places, names of every country's institutions, acronyms, all signs.
FAMILIES = ["Kim", "Lee", "Paris", "Sweden", "Núñez", "van Havn", "O'Kim", "King", "Mason"]
GIVEN = ["Ann", "Michael", "Mike", "Jong Un", "Yo-jong", "José", "King", "Kristen", "Kristin", "Lee"]
PLACES = [
    "Paris",
    "Havn",
    "North Korea",
    "South Korea",
    "France",
    "Sweden",
    "Texas",
    "Xi’an",
    "Seoul",
    "Saint-Lee",
    "US",
]
ORGANIZATIONS = [
    "National Assembly", "National Assembly", "National Assembly", "Democratic Party", "Ministry of Trade of France",
    "The Senate", "Sweden national team", "Paris team", "Kim Institute of Peace", "Korea Institute of Peace", "Senate",
    "Bank of Havn", "Lee Corp.", "Lee Mets", "Supreme Court", "Supreme Court of Cassation", "Mason & King",
]  # fmt: skip
ACRONYMS = ["KIP", "US", "SCC", "BOH", "WHO"]
TITLES = ["Mr. ", "Ms. ", "Minister ", "President ", "King ", "", "", "", "the younger "]
PEOPLES = ["French", "Korean", "Swedish", "South Korean", "American", "Paris’s", "Havn’s", "Texas"]
SENTENCES = [
    "{name} spoke in {place}.", "{title}{name} met {title}{other}.", "{title}{family} said she left.", "{family} said.",
    "{family} slept, and {given} left with {title}{family}.", "The {people} {organization} met.", "{organization} met.",
    "{place}’s {organization} sat.", "The {organization} of {place} met in {place}, Texas.", "It was in {place}.",
    "{organization} ({acronym}) met. {acronym} left.", "Fans of {place} saw the match, a goal, the coach, a team.",
    "said {title}{family}.", "{family}-led talks; pro-{place} people.", "the minister slept. The king slept.",
    "{family} Square and {place} River are far.", "According to {family}, {place} beat {place} in the final.",
    "{title}{name} and {other} came. {title}{last} left. {last} said she slept. {title}{last} said.",
    "{NAME} MET {PLACE}", "Photo: {name} in {place}",
]  # fmt: skip
WORDS = ["the minister", "the king", "Kim", "Lee", "Ann", "Paris", "KIP", "National Assembly", "Senate"]
FIELDS = "name aliases known_as family gender roles affiliations located_in local_names".split()


class World:
    """An edition's registry and decisions, as a chance draws and changes them."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.entities: dict[str, dict[str, Any]] = {}
        self.decisions: list[dict[str, Any]] = []
        for _ in range(chance.randint(3, 20)):
            self.add()
        for _ in range(chance.randint(0, 3)):
            self.decide()

    def name(self, kind: Kind) -> str:
        if kind is Kind.PERSON:
            words = [self.chance.choice(GIVEN), self.chance.choice(FAMILIES)]
            return " ".join(self.chance.choice([words, words[::-1], words[1:]]))
        return self.chance.choice([*(PLACES if kind is Kind.PLACE else ORGANIZATIONS), *self.chance.choices(ACRONYMS)])

    def value(self, field: str, kind: Kind) -> Any:
        ids = sorted(self.entities) or ["e0"]
        places = [id for id in self.entities if self.entities[id]["kind"] is Kind.PLACE]
        choice = self.chance.choice
        drawn: dict[str, Any] = {
            "name": self.name(kind),
            "aliases": tuple(self.name(choice(list(Kind))) for _ in range(choice([0, 1, 2]))),
            "known_as": (choice(FAMILIES),) if choice([True, False, False]) else (),
            "family": choice([None, None, *FAMILIES]) if kind is Kind.PERSON else None,
            "gender": choice([None, "female", "male"]) if kind is Kind.PERSON else None,
            "roles": tuple(Role(choice(["minister", "king"]), choice([None, *ids])) for _ in range(choice([0, 1]))),
            "affiliations": tuple(self.chance.sample(ids, choice([0, 1]))),
            "located_in": choice([None, *places]),
            "local_names": choice([(), (("ko", "김"),)]),
            "kind": choice(list(Kind)),
        }
        return drawn[field]

    def add(self) -> None:
        kind = self.chance.choice(list(Kind))
        id = f"e{self.chance.randint(0, 25)}"
        self.entities[id] = {"kind": kind} | {field: self.value(field, kind) for field in FIELDS}

    def decide(self) -> None:
        chance = self.chance
        decision = {
            "name": chance.choice(WORDS),
            "is": chance.choice([NOTHING, *sorted(self.entities)]),
            "article": chance.choice([None, "a0", "a1"]),
        }
        self.decisions.insert(chance.randint(0, len(self.decisions)), decision)

    def edit(self) -> None:
        """One change, as an editor makes it."""
        chance, ids = self.chance, sorted(self.entities)
        what = chance.choice(["field", "field", "field", "field", "add", "remove", "id", "decide", "undecide"])
        if what == "add" or not ids:
            self.add()
        elif what == "field":
            id, field = chance.choice(ids), chance.choice([*FIELDS, "kind"])
            self.entities[id][field] = self.value(field, self.entities[id]["kind"])
        elif what == "remove":
            del self.entities[chance.choice(ids)]
        elif what == "id":
            self.entities["f" + chance.choice(ids)] = self.entities.pop(chance.choice(ids))
        elif what == "decide":
            self.decide()
        elif self.decisions:
            self.decisions.pop(chance.randrange(len(self.decisions)))

    def made(self) -> tuple[Registry, tuple[EditorsDecision, ...]]:
        """Some entities may be tied to others that are not there: a mistake, but linked all the same."""
        known = self.entities.keys()
        entities = (Entity(id=id, **self.entities[id]) for id in sorted(known))
        decisions = (
            EditorsDecision(**one, file="decisions.yml", line=line)
            for line, one in enumerate(self.decisions, 1)
            if one["is"] in (NOTHING, *known)
        )
        return Registry(tuple(entities)), tuple(decisions)

    def article(self, number: int) -> Article:
        """A few sentences with names of the registry and others."""
        lines = [self.sentence() for _ in range(self.chance.randint(1, 5))]
        text = "".join(line + self.chance.choice([" ", " ", "\n\n"]) for line in lines)
        found, problems = read_article(Source(f"articles/a{number}.txt", f"The news\n\n{text}\n".encode()))
        assert found is not None, problems
        return found

    def sentence(self) -> str:
        choice = self.chance.choice
        known = [name for one in self.entities.values() for name in (one["name"], *one["aliases"])] or ["Kim"]
        name, place = choice([choice(known), self.name(choice(list(Kind)))]), choice(PLACES)
        return choice(SENTENCES).format(
            name=name,
            other=choice(known),
            NAME=name.upper(),
            place=place,
            PLACE=place.upper(),
            family=choice(FAMILIES),
            last=choice(known).split()[-1],
            given=choice(GIVEN),
            title=choice(TITLES),
            people=choice(PEOPLES),
            organization=choice([choice(ORGANIZATIONS), choice(known)]),
            acronym=choice(ACRONYMS),
        )


def decided(article: Article, registry: Registry, names: Names, decisions: tuple[EditorsDecision, ...]) -> Annotation:
    return annotate(article, find_candidates(article, names), registry, decisions)


@settings(max_examples=150)
@given(st.randoms(use_true_random=False))
def test_what_a_change_does_not_touch_stays_as_it_is(chance: Random) -> None:
    world = World(chance)
    articles = [world.article(number) for number in range(8)]
    before, was_decided = world.made()
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        world.edit()
    after, is_decided = world.made()
    change = Change(ground_of(before, was_decided), ground_of(after, is_decided))
    old, new = Names(before), Names(after)
    for article in articles:
        if not change.touches(article.id, letters_of(article.text)):
            was, now = decided(article, before, old, was_decided), decided(article, after, new, is_decided)
            assert was == now, article.text
            assert mention_lines(was, before) == mention_lines(now, after)


ADA = Entity(id="ada", kind=Kind.PERSON, name="Ada Berg")
BO = Entity(id="bo", kind=Kind.PERSON, name="Bo Berg", affiliations=("senate",))
FRANCE = Entity(id="france", kind=Kind.PLACE, name="France")
HAVN = Entity(id="havn", kind=Kind.PLACE, name="Havn", located_in="france")
SENATE = Entity(id="senate", kind=Kind.ORGANIZATION, name="Senate", located_in="havn")
TEAM = Entity(id="team", kind=Kind.ORGANIZATION, name="Havn national team")
REGISTRY = (ADA, BO, FRANCE, HAVN, SENATE, TEAM)


@pytest.mark.parametrize(
    ("old", "new", "text", "is_touched"),
    [
        pytest.param(ADA, replace(ADA, name="Ada Lie"), "Ada Berg slept.", True, id="her old name"),
        pytest.param(ADA, replace(ADA, name="Ada Lie"), "Lie slept.", True, id="her new surname"),
        pytest.param(ADA, replace(ADA, name="Ada Lie"), "Berg slept.", True, id="a surname that is hers no more"),
        pytest.param(ADA, replace(ADA, name="Ada Lie"), "Bo slept.", False, id="somebody else"),
        pytest.param(ADA, replace(ADA, gender="female"), "Ada Berg slept.", True, id="her gender, where she is named"),
        pytest.param(ADA, replace(ADA, gender="female"), "Bo Berg slept.", False, id="not where her surname stands"),
        pytest.param(ADA, replace(ADA, note="Ask her."), "Ada Berg slept.", False, id="what no rule asks for"),
        pytest.param(FRANCE, replace(FRANCE, name="Sweden"), "The Senate met.", True, id="the country of a town of it"),
        pytest.param(FRANCE, replace(FRANCE, name="Sweden"), "Bo Berg slept.", True, id="the country of his senate"),
        pytest.param(FRANCE, replace(FRANCE, name="Sweden"), "Ada Berg slept.", False, id="no country of hers"),
        pytest.param(TEAM, replace(TEAM, name="Havn national side"), "Havn won.", True, id="a team that is none"),
        pytest.param(TEAM, replace(TEAM, name="Havn national team", aliases=("HNT",)), "Havn won.", False, id="a team"),
    ],
)  # fmt: skip
def test_a_change_touches_what_it_may_decide(old: Entity, new: Entity, text: str, is_touched: bool) -> None:
    before, after = Registry(REGISTRY), Registry(tuple(new if one is old else one for one in REGISTRY))
    assert Change(ground_of(before, ()), ground_of(after, ())).touches("news", letters_of(text)) is is_touched


@pytest.mark.parametrize(
    ("article", "text", "is_touched"),
    [
        pytest.param("news", "The minister slept.", True, id="its words"),
        pytest.param("news", "Ada Berg slept.", False, id="other words"),
        pytest.param("other", "The minister slept.", False, id="its words in another article"),
    ],
)
def test_a_decision_touches_the_article_that_has_its_words(article: str, text: str, is_touched: bool) -> None:
    decision = EditorsDecision(**{"is": "ada", "name": "minister", "article": "news"})
    change = Change(ground_of(Registry(REGISTRY), ()), ground_of(Registry(REGISTRY), (decision,)))
    assert change.touches(article, letters_of(text)) is is_touched
