"""What an editor does to a made edition between two builds: a word more in an article, a name put right."""

import json
import sys
from collections import Counter
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from examples import mention_lines


def change_nothing(edition: Path) -> None:
    """What is there is built again."""


def change_article(edition: Path) -> None:
    """The article in the middle says its first paragraph twice: all whom that names are named once more."""
    articles = sorted(edition.glob("articles/*.txt"))
    article = articles[len(articles) // 2]
    text = article.read_text(encoding="utf-8")
    first = text.split("---\n", 2)[-1].split("\n\n", 1)[0]
    article.write_text(f"{text}\n{first}\n", encoding="utf-8")


def rename_person(edition: Path) -> None:
    """The person whom as many are named more often than less gets a middle initial; the old name stays an alias."""
    file = edition / "entities" / "people.yml"
    people = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    id = middle(mention_lines(edition / "docs"))
    old = people[id]["name"]
    given, _, family = old.partition(" ")
    people[id] |= {"name": f"{given} Q. {family}", "aliases": [old, *people[id].get("aliases", ())]}
    text = yaml.dump(people, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    file.write_text(text, encoding="utf-8")


def middle(mentions: list[str]) -> str:
    """The person in the middle of all who are named, from the one named most to the one named least."""
    read = map(json.loads, mentions)
    named = Counter(str(one["entity"]) for one in read if one["kind"] == "person")
    return sorted(named, key=lambda id: (-named[id], id))[len(named) // 2]
