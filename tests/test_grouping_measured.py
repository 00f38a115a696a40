"""How well variants of one name are put together, on the development sets: B-cubed F1, of names that people marked and
of those that the program finds itself. `collide` is made to be hard: people of an article share surnames."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from edition.link import annotate
from edition.model import Article, Found, Kind, Registry, Source, Span
from edition.pipeline import own
from edition.read import read_article
from edition.recognise import Names, find_candidates
from edition.suggest import Named, named_in

Finding = Callable[[dict[str, Any], Article], list[Found]]
BARS = {"gum_news": 96.0, "gum_interview": 96.0, "meantime": 96.0, "collide": 96.0}
OWN_BARS = BARS | {"collide": 95.0}


def scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(document: dict[str, Any], article: Article) -> list[Found]:
    """The mentions of people, organizations and places, as if a recogniser had found them all."""
    back = {article.alignment.origin(at): at for at in range(len(article.text))}
    return [
        Found(Span(back[one["start"]], back[one["end"] - 1] + 1), Kind(one["type"]), 0.9)
        for one in document["mentions"]
        if one["type"] in list(Kind) and one["start"] in back and one["end"] - 1 in back
    ]


def found(document: dict[str, Any], article: Article) -> list[Found]:
    """What the program finds."""
    return [one for recogniser in own() for one in recogniser.find(article)]


def predicted(document: dict[str, Any], finding: Finding) -> dict[str, Any]:
    """What the article names, without a registry, by the offsets of the set."""
    article, _ = read_article(Source("articles/a.txt", document["text"].encode()))
    assert article is not None
    empty = Registry()
    annotation = annotate(article, find_candidates(article, Names(empty)), empty)
    named: tuple[Named, ...] = named_in(annotation, {"any": finding(document, article)}, empty)
    mentions = [
        {"start": at.start, "end": at.end, "cluster": number}
        for number, one in enumerate(named)
        for at in (article.in_file(each.at.span) for each in one.seen)
    ]
    return {"id": document["id"], "mentions": mentions}


def b_cubed(name: str, finding: Finding, shared: Path, folder: Path) -> tuple[float, float]:
    """F1, and which share of the marked names it is about."""
    marked = shared / "corpora" / f"{name}.jsonl"
    documents = [json.loads(line) for line in marked.read_text(encoding="utf-8").splitlines()]
    path = folder / "predictions.jsonl"
    path.write_text("".join(f"{json.dumps(predicted(one, finding))}\n" for one in documents), encoding="utf-8")
    options = type("Options", (), {"gold": str(marked), "pred": str(path)})
    scored = scorer(shared / "corpora" / "score.py").cmd_cluster(options)
    return scored["b3_on_aligned_mentions"]["f1"], scored["aligned"] / scored["gold_mentions"]


@pytest.mark.parametrize("name", BARS)
def test_variants_of_a_marked_name_are_one_group(name: str, shared: Path, tmp_path: Path) -> None:
    f1, share = b_cubed(name, gold, shared, tmp_path)
    assert f1 >= BARS[name]
    assert share > 0.97


@pytest.mark.parametrize("name", OWN_BARS)
def test_variants_of_a_name_that_was_found_are_one_group(name: str, shared: Path, tmp_path: Path) -> None:
    f1, _ = b_cubed(name, found, shared, tmp_path)
    assert f1 >= OWN_BARS[name]
