"""Many articles are linked on all cores, with the result of one."""

from typing import Any

import pytest

from edition.disk.store import unpacked
from edition.model import Article, EditorsDecision, Entity, Kind, Registry, Source
from edition.pipeline import linking
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
    alone = list(linking.parts(articles, REGISTRY, DECISIONS))
    monkeypatch.setattr(linking, "ENOUGH_FOR_ALL_CORES", 10)
    monkeypatch.setattr(linking, "CHUNK", 7)
    assert list(map(opened, linking.parts(articles, REGISTRY, DECISIONS))) == list(map(opened, alone))
    assert [opened(one)[0][0].mentions for one in alone] == [4] * 60


def opened(parts: linking.Parts) -> Any:
    """What the store gives back: equal values may have other bytes in another process."""
    *whole, lines = parts
    return [*map(unpacked, whole), {entity: unpacked(these) for entity, these in lines}]
