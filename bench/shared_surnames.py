"""Articles in which two people bear one surname, made of the development sets: a harder test than they are themselves.

    python bench/shared_surnames.py FOLDER [--corpora FOLDER]

In each article, pairs of people who are named in full are drawn by lot, and one of the two gets the surname of the
other wherever the article writes it. The first pairs of all articles make the set shared_1, the second ones shared_2
and so on; `bench/linking.py --corpora FOLDER shared_1 …` scores them. Like the set `collide`, these are no reporting.
"""

import argparse
import json
import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
SETS = ("gum_news", "gum_interview", "meantime")
COPIES = 4
Row = dict[str, Any]


def lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def pairs(document: Row, registry: dict[str, Row]) -> list[tuple[str, str]]:
    """The ids of two people each, of whom the second gets the surname of the first."""
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in document["mentions"]:
        if mention["type"] == "person" and mention["entity"] in registry and not mention.get("optional"):
            forms[mention["entity"]].add(mention["surface"])
    surnames = {}
    for id, written in forms.items():
        words = registry[id]["name"].split()
        if len(words) == 2 and not registry[id]["aliases"] and registry[id]["name"] in written:
            surnames[id] = words[1]
    changing = [id for id, surname in surnames.items() if surname in forms[id]]
    given = {id: registry[id]["name"].split()[0] for id in surnames}
    return [
        (one, other)
        for one in surnames
        for other in changing
        if surnames[one] != surnames[other] and given[one] != given[other]
    ]


def renamed(document: Row, registry: dict[str, Row], one: str, other: str) -> tuple[Row, list[Row]]:
    """The article with the surname of `one` for that of `other`, and its registry."""
    new, old = (registry[id]["name"].split()[1] for id in (one, other))
    word = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)")
    ends = [match.end() for match in word.finditer(document["text"])]

    def moved(position: int) -> int:
        return position + (len(new) - len(old)) * sum(end <= position for end in ends)

    text = word.sub(new, document["text"])
    mentions = [{**it, "start": moved(it["start"]), "end": moved(it["end"])} for it in document["mentions"]]
    mentions = [{**it, "surface": text[it["start"] : it["end"]]} for it in mentions]
    changed = {**document, "text": text, "mentions": mentions}
    if "regions" in document:
        changed["regions"] = [[moved(start), moved(end)] for start, end in document["regions"]]
    named = {mention["entity"] for mention in mentions} & registry.keys()
    ids = {id: f"{document['id']}:{id}" for id in (one, other)}  # two of its own: elsewhere they keep their names
    changed["mentions"] = [{**it, "entity": ids.get(it["entity"], it["entity"])} for it in mentions]
    own = [{**registry[id], "id": ids[id], "name": word.sub(new, registry[id]["name"])} for id in (one, other)]
    return changed, [*own, *(registry[id] for id in sorted(named - ids.keys()))]


def made(corpora: Path) -> Iterator[list[tuple[Row, list[Row]]]]:
    """For each copy its articles, with the registry of each."""
    chance = random.Random(1)
    drawn = []
    for name in SETS:
        rows = lines(corpora / f"{name}.registry.jsonl")
        first = {row["name"]: row["id"] for row in reversed(rows)}  # what shares its whole name is not tested here
        registry = {row["id"]: row for row in rows if first[row["name"]] == row["id"]}
        for document in lines(corpora / f"{name}.jsonl"):
            found = sorted(pairs(document, registry))
            drawn.append((document, registry, chance.sample(found, min(COPIES, len(found)))))
    for copy in range(COPIES):
        yield [renamed(document, registry, *found[copy]) for document, registry, found in drawn if len(found) > copy]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpora", type=Path, default=REPOSITORY.parent / "shared" / "corpora")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(options.corpora / "score.py", options.folder)
    for number, articles in enumerate(made(options.corpora), 1):
        for ending, rows in (
            ("jsonl", [document for document, _ in articles]),
            ("registry.jsonl", list({row["id"]: row for _, registry in articles for row in registry}.values())),
        ):
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (options.folder / f"shared_{number}.{ending}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
