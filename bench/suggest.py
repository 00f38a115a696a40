"""How well and how fast names are found without a registry, beside others, on the development sets.

    python bench/suggest.py [--megabytes 3] [--corpora FOLDER]

Prints a Markdown table, in per cent: F1 of names with their exact span and kind; F1 of names by any overlap, whatever
their kind; B-cubed F1 of how variants of one name are grouped within an article, of those names that were found; then
the three for each set. *Together* counts the mentions of all sets but `collide`, which is the same news with other
surnames. What groups nothing has each way of writing as a group of its own. The megabytes are those of the sets, again
and again, a second of one core's time, after loading. `make bench-suggest` fetches the peers.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from finders import (
    REPOSITORY,
    Finder,
    Mention,
    capitals,
    compromise,
    grouped,
    measured,
    pullenti,
    rules,
    spacy_pipeline,
)

COUNTED = ("gum_news", "gum_interview", "meantime")
SETS = (*COUNTED, "collide")
Names = list[list[Mention]]  # by text
Run = Callable[[list[str]], tuple[Names, float]]


class Scores(NamedTuple):
    exact: float
    overlap: float
    grouping: float


def scorer(corpora: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", corpora / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"There is no score.py in {corpora}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(corpora: Path) -> list[dict[str, object]]:
    """The documents of all sets, each told its set."""
    return [
        row | {"id": f"{name}/{row['id']}", "set": name}
        for name in SETS
        for row in map(json.loads, (corpora / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    ]


def with_groups(text: str, found: list[Mention]) -> list[Mention]:
    """Grouped by how they are written, where nothing else groups them."""
    return [{"cluster": text[one["start"] : one["end"]]} | one for one in found]  # type: ignore[misc]


def scored(score: ModuleType, documents: list[dict[str, object]], names: Names) -> Scores:
    """As score.py of the sets counts."""
    with tempfile.TemporaryDirectory() as temporary:
        gold, predicted = Path(temporary) / "gold.jsonl", Path(temporary) / "predicted.jsonl"
        gold.write_text("".join(f"{json.dumps(one)}\n" for one in documents), encoding="utf-8")
        rows = (
            {"id": one["id"], "mentions": with_groups(str(one["text"]), found)}
            for one, found in zip(documents, names, strict=True)
        )
        predicted.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        asked = argparse.Namespace(gold=str(gold), pred=str(predicted))
        found, clusters = score.cmd_ner(asked), score.cmd_cluster(asked)
    return Scores(
        found["exact"]["all"]["f1"], found["untyped"]["overlap"]["f1"], clusters["b3_on_aligned_mentions"]["f1"]
    )


def rows(megabytes: float) -> dict[str, Run]:
    def here(make: Callable[[], Finder]) -> Run:
        return partial(measured, make, megabytes=megabytes)

    return {
        "Dateline: find": here(rules),
        "Dateline: find and group": here(grouped),
        "runs of capitals, with the same lists": here(capitals),
        "spaCy en_core_web_sm": here(spacy_pipeline),
        "compromise": compromise,
        "Pullenti": here(pullenti),
    }


def row(score: ModuleType, documents: list[dict[str, object]], run: Run) -> list[str]:
    """The cells: the sets together, the speed, then exact, overlap, grouping of each set."""
    names, speed = run([str(one["text"]) for one in documents])

    def of(*sets: str) -> list[str]:
        both = [(one, found) for one, found in zip(documents, names, strict=True) if one["set"] in sets]
        return [f"{number:.1f}" for number in scored(score, *map(list, zip(*both, strict=True)))]

    return [*of(*COUNTED), f"{speed:.2g}", *(" · ".join(of(name)) for name in SETS)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=3)
    parser.add_argument("--corpora", type=Path, default=REPOSITORY.parent / "shared" / "corpora")
    options = parser.parse_args()
    if not options.corpora.is_dir():
        sys.exit(f"There is no folder {options.corpora}. Fix: name the development sets with --corpora.")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    score, documents = scorer(options.corpora), read(options.corpora)
    print(f"| together | exact, kind | overlap | grouping | MB a second | {' | '.join(SETS)} |")
    print(f"|---|{'---:|' * (4 + len(SETS))}")
    for what, run in rows(options.megabytes).items():
        try:
            cells = row(score, documents, run)
        except (ImportError, OSError) as error:
            cells = ["not installed", *[""] * (3 + len(SETS))]
            print(f"{what}: {error}", file=sys.stderr)
        except subprocess.CalledProcessError as error:
            sys.exit(f"{what}: {error.stderr}")
        print(f"| {what} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
