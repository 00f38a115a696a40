"""An editor at work on an edition: whatever may be changed in its files, as a chance draws it.

There are few names and few words, so that edits meet: people share surnames, an organization has another's acronym, a
place is somebody's family. Some edits make mistakes: then a build leaves its pages as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from building import REPOSITORY

ENTITIES = {
    "people": ["Ada Larsen", "Bo Larsen", "Bo Berg", "Kim Do-hoon", "Kim Yo Jong", "Zoë Havn", "Ada O. Berg"],
    "organizations": ["Larsen Institute of Peace", "Logistics in Peace", "National Assembly", "Berg Inc.", "Havn team"],
    "places": ["Havn", "Berg", "North Korea", "Seoul", "Zürich", "Lipp"],
}
LETTERS = {"people": "p", "organizations": "o", "places": "l"}  # of ids
SENTENCES = [
    "{name} came to {other}.", "{name} met {other}, and {other} left.", "{short} slept.", "Mr. {short} said she left.",
    "{short} said.", "The French National Assembly met.", "{name} (LIP) met in {other}.", "LIP slept.", "It rained.",
]  # fmt: skip
DATES = ["", "2019-12-31", "2020-01-01", "2020-06-15", "2020-06-16", "2020-06-17", "2020-07-01", "2021-02-03"]
COORDINATES = [[59.9, 10.7], [59.9, 10.8], [37.5, 127.0], [47.4, 8.5], [-33.9, 151.2], [60.1, 10.7]]
SETTINGS, PAGE, STYLE, FRAME = (
    "mkdocs.yml",
    "docs/about/glossary.md",
    "docs/assets/edition.css",
    "docs/.overrides/main.html",
)
SHIPPED = {name: (REPOSITORY / name).read_text(encoding="utf-8") for name in (SETTINGS, PAGE, STYLE, FRAME)}
OWN = ["docs/index.md", "docs/robots.txt"]


class Desk:
    """What an edition has in its files, by path, and the registry, the decisions and the events as values."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.registry: dict[str, dict[str, dict[str, Any]]] = {folder: {} for folder in ENTITIES}
        self.decisions: list[dict[str, str]] = []
        self.events: list[dict[str, Any]] = []
        self.files = dict(SHIPPED)
        for _ in range(chance.randint(4, 12)):
            self.add_entity()
        for _ in range(chance.randint(1, 6)):
            self.add_article()

    def edit(self) -> str:
        """One edit; its name."""
        what: Callable[[], None] = self.chance.choice(EDITS)
        what(self)
        return what.__name__

    def write(self, root: Path) -> None:
        """The files of the edition as they are now, in this folder, and none that were there before."""
        wanted = self.files | {
            "entities/decisions.yml": dumped(self.decisions),
            "entities/events.yml": dumped(self.events),
        }
        wanted |= {f"entities/{folder}.yml": dumped(entries) for folder, entries in self.registry.items()}
        for name in OWN:
            if name not in wanted:
                (root / name).unlink(missing_ok=True)
        for old in (root / "articles").glob("*.txt"):
            if f"articles/{old.name}" not in wanted:
                old.unlink()
        for name, text in wanted.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")

    # articles

    @property
    def articles(self) -> list[str]:
        return sorted(name for name in self.files if name.startswith("articles/"))

    def add_article(self) -> None:
        self.files[f"articles/a{self.chance.randint(0, 12)}.txt"] = self.article()

    def article(self) -> str:
        choice = self.chance.choice
        header = {"title": f"{self.name()} today", "date": choice(DATES), "publisher": choice(["", "Post", "Times"])}
        fields = "".join(f"{name}: {value}\n" for name, value in header.items() if value)
        blocks = (" ".join(self.sentence() for _ in range(choice([1, 2, 4]))) for _ in range(choice([1, 2, 3])))
        return f"---\n{fields}---\n\n" + "\n\n".join(blocks) + "\n"

    def sentence(self) -> str:
        name, other, short = self.name(), self.name(), self.name().split()[-1]
        return self.chance.choice(SENTENCES).format(name=name, other=other, short=short)

    def change_article(self) -> None:
        if self.articles:
            self.files[self.chance.choice(self.articles)] = self.article()

    def lengthen_article(self) -> None:
        if self.articles:
            self.files[self.chance.choice(self.articles)] += f"\n{self.sentence()}\n"

    def remove_article(self) -> None:
        if self.articles:
            del self.files[self.chance.choice(self.articles)]

    def rename_article(self) -> None:
        if self.articles:
            self.files[f"articles/b{self.chance.randint(0, 5)}.txt"] = self.files.pop(self.chance.choice(self.articles))

    def date_article(self) -> None:
        if self.articles:
            article = self.chance.choice(self.articles)
            _, header, text = self.files[article].split("---\n", 2)
            lines = [line for line in header.splitlines(keepends=True) if not line.startswith("date:")]
            date = self.chance.choice(DATES)
            dated = [*lines, f"date: {date}\n"] if date else lines
            self.files[article] = f"---\n{''.join(dated)}---\n{text}"

    def break_article(self) -> None:
        self.files["articles/broken.txt"] = self.chance.choice(["---\ntitel: News\n---\nText.\n", self.article()])

    # entities

    @property
    def entities(self) -> list[tuple[str, str]]:
        return [(folder, id) for folder in ENTITIES for id in sorted(self.registry[folder])]

    def name(self) -> str:
        """One of the registry, more often than not."""
        known = [one["name"] for entries in self.registry.values() for one in entries.values()]
        any_name = [name for names in ENTITIES.values() for name in names]
        return self.chance.choice(self.chance.choice([known, known, any_name]) or any_name)

    def add_entity(self) -> None:
        folder = self.chance.choice([*ENTITIES])
        id = f"{LETTERS[folder]}{self.chance.randint(0, 5)}"
        at = {"coordinates": self.chance.choice(COORDINATES)} if folder == "places" else {}
        self.registry[folder][id] = {"name": self.chance.choice(ENTITIES[folder])} | at
        for _ in range(self.chance.randint(0, 4)):
            self.set_field(folder, id)

    def set_field(self, folder: str, id: str) -> None:
        """Another value, or none, in one field of an entity."""
        choice = self.chance.choice
        ids, places = [one for _, one in self.entities], sorted(self.registry["places"])
        fields: dict[str, Any] = {
            "name": choice(ENTITIES[folder]),
            "sort": choice([None, "Aaa, B", "zz"]),
            "aliases": choice([None, [self.name()], [self.name(), "the minister"]]),
            "known_as": choice([None, ["Larsen"], ["Kim"]]),
            "local_names": choice([None, {"ko": "김"}, {"de": "Der Berg"}]),
            "description": choice([None, "somebody", "something else"]),
            "located_in": choice([None, *places]),
            "coordinates": choice([None, *COORDINATES]) if folder == "places" else None,
            "affiliations": choice([None, [choice(ids)]]),
            "roles": choice([None, [{"title": choice(["minister", "king"]), "organization": choice(ids)}]]),
            "wikidata": choice([None, "Q1", "Q2"]),
            "former_ids": choice([None, [f"old{self.chance.randint(0, 3)}"]]),
            "gender": choice([None, "female", "male"]) if folder == "people" else None,
            "note": choice([None, "a note"]),
        }
        field = choice([*fields, "coordinates", "coordinates", "name"])
        entry = self.registry[folder][id] | {field: fields[field]}
        self.registry[folder][id] = {name: value for name, value in entry.items() if value is not None}

    def change_entity(self) -> None:
        if self.entities:
            self.set_field(*self.chance.choice(self.entities))

    def remove_entity(self) -> None:
        """With what refers to it, most often."""
        if self.entities:
            folder, id = self.chance.choice(self.entities)
            del self.registry[folder][id]
            if self.chance.random() < 0.9:
                self.refer(id, None)

    def give_other_id(self) -> None:
        if self.entities:
            folder, id = self.chance.choice(self.entities)
            entry, new = self.registry[folder].pop(id), f"{LETTERS[folder]}{self.chance.randint(6, 9)}"
            former = {"former_ids": [id]} if self.chance.random() < 0.5 else {}
            self.registry[folder][new] = entry | former
            self.refer(id, new)

    def give_other_kind(self) -> None:
        """A place turns out to be an organization: the same id, in another file."""
        if self.entities:
            folder, id = self.chance.choice(self.entities)
            kept = ("name", "aliases", "description", "former_ids", "note", "local_names", "sort")
            entry = {name: value for name, value in self.registry[folder].pop(id).items() if name in kept}
            self.registry[self.chance.choice([*ENTITIES])][id] = entry

    def merge_entities(self) -> None:
        folder = self.chance.choice([*ENTITIES])
        if len(self.registry[folder]) > 1:
            one, other = self.chance.sample(sorted(self.registry[folder]), 2)
            gone = self.registry[folder].pop(other)
            entry = self.registry[folder][one]
            entry["aliases"] = sorted({gone["name"], *entry.get("aliases", ())} - {entry["name"]})
            entry["former_ids"] = sorted({other, *gone.get("former_ids", ()), *entry.get("former_ids", ())})
            self.refer(other, one)

    def refer(self, old: str, new: str | None) -> None:
        """To another entity wherever one was named, or to none."""
        for _, id in self.entities:
            entry = next(entries[id] for entries in self.registry.values() if id in entries)
            if entry.get("located_in") == old:
                entry["located_in"] = new
            entry["affiliations"] = [new if one == old else one for one in entry.get("affiliations", ())]
            entry["affiliations"] = [one for one in entry["affiliations"] if one]
            entry["roles"] = [one for one in entry.get("roles", ()) if new or one["organization"] != old]
            for role in entry["roles"]:
                role["organization"] = new if role["organization"] == old else role["organization"]
            for field in ("located_in", "affiliations", "roles"):
                if not entry.get(field):
                    entry.pop(field, None)
        self.decisions = [one | {"is": new if one["is"] == old else one["is"]} for one in self.decisions]
        self.decisions = [one for one in self.decisions if one["is"]]

    # what stands beside the registry

    def decide(self) -> None:
        ids = [id for _, id in self.entities]
        name, is_ = (
            self.chance.choice(["Larsen", "Kim", "LIP", "minister", "Berg"]),
            self.chance.choice([*ids, "nothing"]),
        )
        article = {"article": Path(self.chance.choice(self.articles)).stem} if self.articles else {}
        decision = {"name": name, "is": is_} | self.chance.choice([{}, article])
        self.decisions.insert(self.chance.randint(0, len(self.decisions)), decision)

    def withdraw_decision(self) -> None:
        if self.decisions:
            self.decisions.pop(self.chance.randrange(len(self.decisions)))

    def tell_event(self) -> None:
        articles = [Path(name).stem for name in self.articles]
        event = {"date": self.chance.choice(["2020", "2020-06", *DATES[1:]]), "event": self.sentence()}
        told = {"articles": self.chance.sample(articles, 1)} if articles else {}
        self.events.insert(self.chance.randint(0, len(self.events)), event | self.chance.choice([{}, told]))

    def withdraw_event(self) -> None:
        if self.events:
            self.events.pop(self.chance.randrange(len(self.events)))

    # settings and pages by hand

    def change_settings(self) -> None:
        links, name = r"(?m)^  links: \w+", 'site_name: ".*"'
        changes = [(links, "  links: every"), (links, "  links: first"), (name, 'site_name: "News"')]
        old, new = self.chance.choice(changes)
        self.files[SETTINGS] = re.sub(old, new, self.files[SETTINGS])

    def change_page(self) -> None:
        title = self.chance.choice(["# Glossary", "# Words"])
        self.files[PAGE] = SHIPPED[PAGE].replace("# Glossary", title, 1) + f"\nWords {self.chance.randint(0, 3)}.\n"

    def change_style(self) -> None:
        self.files[STYLE] = SHIPPED[STYLE] + f"/* {self.chance.randint(0, 3)} */\n"

    def change_frame(self) -> None:
        self.files[FRAME] = SHIPPED[FRAME] + f"<!-- {self.chance.randint(0, 3)} -->\n"

    def take_home(self) -> None:
        """The home page, or robots.txt, is the editor's own, or is so no more."""
        name = self.chance.choice(OWN)
        if name in self.files:
            del self.files[name]
        else:
            self.files[name] = "# Mine\n"


EDITS = [
    *[Desk.change_entity] * 8, *[Desk.change_article] * 3, *[Desk.add_entity] * 2, *[Desk.add_article] * 2,
    Desk.lengthen_article, Desk.remove_article, Desk.rename_article, Desk.date_article, Desk.break_article,
    Desk.remove_entity, Desk.give_other_id, Desk.give_other_kind, Desk.merge_entities, Desk.decide,
    Desk.withdraw_decision, Desk.tell_event, Desk.withdraw_event, Desk.change_settings, Desk.change_page,
    Desk.change_style, Desk.change_frame, Desk.take_home,
]  # fmt: skip


def dumped(value: object) -> str:
    return yaml.dump(value, allow_unicode=True, sort_keys=False) if value else ""
