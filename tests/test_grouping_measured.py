"""How well variants of one name are put together, on the development sets: B-cubed F1 of gold mentions, 96 or more."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from edition.link import annotate
from edition.model import Article, Found, Kind, Registry, Source, Span
from edition.read import read_article
from edition.recognise import Names, find_candidates
from edition.suggest import Named, named_in

BAR = 96


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


def predicted(document: dict[str, Any]) -> dict[str, Any]:
    """What the article names, without a registry, by the offsets of the set."""
    article, _ = read_article(Source("articles/a.txt", document["text"].encode()))
    assert article is not None
    empty = Registry()
    annotation = annotate(article, find_candidates(article, Names(empty)), empty)
    named: tuple[Named, ...] = named_in(annotation, {"gold": gold(document, article)}, empty)
    mentions = [
        {"start": at.start, "end": at.end, "cluster": number}
        for number, one in enumerate(named)
        for at in (article.in_file(each.at.span) for each in one.seen)
    ]
    return {"id": document["id"], "mentions": mentions}


@pytest.mark.parametrize("name", ["gum_news", "gum_interview", "meantime", "collide"])
def test_variants_of_a_name_are_one_group(name: str, shared: Path, tmp_path: Path) -> None:
    sets = shared / "corpora" / f"{name}.jsonl"
    documents = [json.loads(line) for line in sets.read_text(encoding="utf-8").splitlines()]
    path = tmp_path / "predictions.jsonl"
    path.write_text("".join(f"{json.dumps(predicted(one))}\n" for one in documents), encoding="utf-8")
    options = type("Options", (), {"gold": str(sets), "pred": str(path)})
    found = scorer(shared / "corpora" / "score.py").cmd_cluster(options)
    assert found["aligned"] > 0.97 * found["gold_mentions"]
    assert found["b3_on_aligned_mentions"]["f1"] >= BAR, found
    print(name, found)
