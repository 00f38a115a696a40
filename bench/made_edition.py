"""An edition of any size, made of the words in made_words.yml, the same for the same seed: to measure on, not to read.

    python bench/made_edition.py FOLDER [--articles 2000] [--entities 2000] [--seed 1]

The folder then holds all that an edition needs, settings and hand-written pages as shipped. An article has about 600
words and 55 names. As in real news few entities are named very often and most seldom (after Zipf and Mandelbrot),
people share surnames, organizations have acronyms; a person goes with an organization, it with a town, that with a
country. One person, a head of state, is named in nearly every article, and more often than there are articles.
"""

import argparse
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(REPOSITORY / "scripts"), str(REPOSITORY / "tests")]

from building import copy_shipped  # noqa: E402
from made_world import SHARES, Made, World, made_world, words  # noqa: E402

FIRST_DAY, DAYS = date(2015, 1, 1), 2000  # five and a half years, be the articles many or few
WITH_NAMES, WITHOUT, IN_A_PARAGRAPH = 18, 18, 3  # sentences
IN_AN_ID = 20  # letters of the title at most, whole words: so ids are as long as those that people give
CHIEF_SHARE = 0.97  # of the articles name the head of state


def drawn(chance: random.Random, entities: Sequence[Made], count: int) -> list[Made]:
    """So many different ones, the first of all most probably."""
    sums = list(accumulate(1 / (rank + 4) ** 1.1 for rank in range(len(entities))))
    found: dict[str, Made] = {}
    while len(found) < min(count, len(entities)):
        one = chance.choices(entities, cum_weights=sums)[0]
        found[one.id] = one
    return list(found.values())


class Story:
    """One article being told: who is in it, and who has been introduced."""

    def __init__(self, chance: random.Random, world: World) -> None:
        self.chance = chance
        people = drawn(chance, world.people, 6)
        organizations = unique([*(one.home for one in people[:3]), *drawn(chance, world.organizations, 4)])
        places = unique([*(one.home for one in organizations[:3]), *drawn(chance, world.places, 4)])
        self.cast = {"person": people, "org": organizations, "place": places}
        self.chief = [world.chief] if chance.random() < CHIEF_SHARE else people[:1]
        self.subject = chance.choice(words("subjects"))
        self.introduced: set[str] = set()

    def named(self, one: Made) -> str:
        """The name at length where it is new, else a short form."""
        if one.id not in self.introduced:
            self.introduced.add(one.id)
            return one.first
        return self.chance.choice(one.later)

    def filled(self, template: str) -> str:
        """A sentence, in which no two slots of a kind stand for the same."""
        waiting = {kind: self.chance.sample(cast, len(cast)) for kind, cast in self.cast.items()}

        def word(match: re.Match[str]) -> str:
            slot = match[1]
            if slot == "chief":
                return self.named(self.chief[0])
            if slot in waiting:
                return self.named(waiting[slot].pop())
            plain = {"subject": self.subject, "day": self.chance.choice(words("days"))}
            return plain.get(slot) or str(self.chance.randrange(3, 95))

        said = re.sub(r"\{(\w+)\}", word, template)
        return said[0].upper() + said[1:]

    def paragraphs(self) -> Iterator[str]:
        """The first sentence, and no other, is one of those that name the chief."""
        first = self.chance.choice([sentence for sentence in words("sentences") if "{chief}" in sentence])
        others = [sentence for sentence in words("sentences") if "{chief}" not in sentence]
        others = self.chance.sample(others, WITH_NAMES - 1) + self.chance.sample(words("plain_sentences"), WITHOUT)
        sentences = [first, *self.chance.sample(others, len(others))]
        for start in range(0, len(sentences), IN_A_PARAGRAPH):
            if start in (9, 24):
                yield self.chance.choice(words("headings"))
            yield " ".join(map(self.filled, sentences[start : start + IN_A_PARAGRAPH]))

    def headline(self) -> str:
        """In full names, which do not count as an introduction."""
        waiting = {kind: iter(cast) for kind, cast in self.cast.items()} | {"chief": iter(self.chief)}
        template = self.chance.choice(words("titles"))
        subject = re.sub(r"\b(?!(?:a|of|for|the)\b)[a-z]", lambda match: match[0].upper(), self.subject)
        fixed = template.replace("{subject}", subject)
        return re.sub(r"\{(\w+)\}", lambda match: next(waiting[match[1]]).name, fixed)


def unique(entities: Iterable[Made | None]) -> list[Made]:
    return list({one.id: one for one in entities if one}.values())


def made_articles(chance: random.Random, count: int, world: World) -> Iterator[tuple[str, str]]:
    """The id and the file of each article, by date."""
    for number in range(count):
        story = Story(chance, world)
        day = FIRST_DAY + timedelta(days=number * DAYS // count)
        title = story.headline()
        front = {"title": title, "date": day.isoformat(), "publisher": chance.choice(words("publishers"))}
        front |= {"author": chance.choice(world.people[:40]).name, "rights": "CC0 1.0", "language": "en"}
        front["summary"] = f"What {world.places[0].name} makes of {story.subject}."
        header = yaml.safe_dump(front, sort_keys=False, allow_unicode=True, width=1000)
        slug = re.sub(r"[^a-z]+", "-", title.lower())[:IN_AN_ID].rpartition("-")[0]
        yield f"{day}-{slug}-{number}", f"---\n{header}---\n" + "\n\n".join(story.paragraphs()) + "\n"


def write_edition(folder: Path, articles: int, entities: int, seed: int = 1) -> None:
    """A new edition in the folder, which must not hold one."""
    chance = random.Random(seed)
    world = made_world(chance, entities)
    for name in ("articles", "entities"):
        (folder / name).mkdir(parents=True)
    for id, text in made_articles(chance, articles, world):
        (folder / "articles" / f"{id}.txt").write_text(text, encoding="utf-8")
    for kind in SHARES:
        rows = {one.id: one.row for one in (*getattr(world, kind), *([world.chief] if kind == "people" else []))}
        text = yaml.dump(rows, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
        (folder / "entities" / f"{kind}.yml").write_text(text, encoding="utf-8")
    copy_shipped(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--entities", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write_edition(options.folder, options.articles, options.entities, options.seed)


if __name__ == "__main__":
    main()
