"""How well names are linked: each development set becomes an edition, is linked by the command line, and is scored.

    python bench/linking.py [SET …]      SETS lie in ../shared/corpora, or in the folder that --corpora names

Prints a Markdown table: precision, recall and F1 of overlapping mentions, F1 of exact ones, and, for surnames that
several people of an article share, how many of a hundred were right, wrong, and left open. Scored by score.py there.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parent.parent
SETS = ("gum_news", "gum_interview", "meantime", "collide")
FOLDERS = {"person": "people", "organization": "organizations", "place": "places"}


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def slug(name: str, taken: dict[str, str]) -> str:
    """An id that a registry takes, and that no other name has got."""
    word = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "x"
    while word in taken:
        word += "-x"
    taken[word] = name
    return word


Rows = list[dict[str, object]]


def write_edition(documents: Rows, registry: Rows, folder: Path) -> dict[str, str]:
    """The set in the project's own format; the ids of the set by those of the edition."""
    ids: dict[str, str] = {}
    for name in ("articles", "entities"):
        (folder / name).mkdir()
    for document in documents:
        path = folder / "articles" / f"{slug(str(document['id']), ids)}.txt"
        path.write_text(str(document["text"]), encoding="utf-8", newline="")
    files: dict[str, dict[str, object]] = {name: {} for name in FOLDERS.values()}
    for entity in registry:
        fields = {"name": entity["name"]} | ({"aliases": entity["aliases"]} if entity["aliases"] else {})
        files[FOLDERS[str(entity["type"])]][slug(str(entity["id"]), ids)] = fields
    for name, entries in files.items():
        text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=1000)
        (folder / "entities" / f"{name}.yml").write_text(text, encoding="utf-8")
    return ids


def annotated(folder: Path) -> tuple[list[dict[str, object]], float]:
    """The mentions that the command line prints, and the seconds that it took."""
    command = [sys.executable, REPOSITORY / "scripts" / "build.py", "annotate"]
    command += ["--articles", folder / "articles", "--entities", folder / "entities"]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()], seconds


def score(corpora: Path, name: str, predictions: Path, *options: str) -> dict[str, object]:
    command = [sys.executable, corpora / "score.py", "link", corpora / f"{name}.jsonl", predictions]
    command += ["--registry", corpora / f"{name}.registry.jsonl", "--json", *options]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def measured(corpora: Path, name: str, keep: Path | None) -> tuple[dict[str, object], float]:
    """The scores of one set; `keep` is a folder for the predictions."""
    documents, registry = lines(corpora / f"{name}.jsonl"), lines(corpora / f"{name}.registry.jsonl")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        ids = write_edition(documents, registry, folder)
        mentions, seconds = annotated(folder)
        by_document: dict[str, list[dict[str, object]]] = {str(document["id"]): [] for document in documents}
        for one in mentions:
            by_document[ids[str(one["article"])]].append({**one, "entity": ids[str(one["entity"])]})
        path = (keep or folder) / f"{name}.predictions.jsonl"
        path.write_text(
            "".join(json.dumps({"id": id, "mentions": found}) + "\n" for id, found in by_document.items()),
            encoding="utf-8",
        )
        return score(corpora, name, path), seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS)
    parser.add_argument("--corpora", type=Path, default=REPOSITORY.parent / "shared" / "corpora")
    parser.add_argument("--keep", type=Path, help="a folder for the predictions")
    options = parser.parse_args()
    if not options.corpora.is_dir():
        sys.exit(f"There is no folder {options.corpora}. Fix: name the development sets with --corpora.")
    print("| set | precision | recall | F1 | F1 exact | shared surnames: right | wrong | open | seconds |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for name in options.sets:
        found, seconds = measured(options.corpora, name, options.keep)
        overlap, exact = found["overlap"]["all"], found["exact"]["all"]
        shared = found["ambiguous"]["observed_ambiguous"]
        of_all = max(shared["n"], 1)
        per_cent = [round(100 * shared[key] / of_all) for key in ("right", "wrong", "missed")]
        numbers = (overlap["p"], overlap["r"], overlap["f1"], exact["f1"])
        cells = [name, *(f"{number:.1f}" for number in numbers), *map(str, per_cent), f"{seconds:.1f}"]
        print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
