"""Many articles are linked on all cores, with the result of one."""

import pytest

from edition import pipeline
from edition.model import Article, EditorsDecision, Entity, Kind, Registry, Source
from edition.read import read_article

REGISTRY = Registry(
    (Entity(id="ada", kind=Kind.PERSON, name="Ada Larsen"), Entity(id="havn", kind=Kind.PLACE, name="Havn"))
)
DECISIONS = (EditorsDecision(**{"is": "ada", "name": "the minister"}),)


def article(number: int) -> Article:
    text = f"Day {number}\n\nAda Larsen came to Havn. Larsen left, and the minister slept.\n"
    found, _ = read_article(Source(f"articles/{number:04}.txt", text.encode()))
    assert found is not None
    return found


def test_all_cores_give_the_result_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tuple(article(number) for number in range(60))
    alone = pipeline.annotations_of(articles, REGISTRY, DECISIONS)
    monkeypatch.setattr(pipeline, "ENOUGH_FOR_ALL_CORES", 10)
    monkeypatch.setattr(pipeline, "CHUNK", 7)
    assert pipeline.annotations_of(articles, REGISTRY, DECISIONS) == alone
    assert [len(one.mentions) for one in alone] == [4] * 60
