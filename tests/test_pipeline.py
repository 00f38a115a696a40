"""Many articles are linked on all cores, with the result of one; and only those that have to be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from edition.disk import Store
from edition.disk.store import unpacked
from edition.model import Article, EditorsDecision, Entity, Kind, Registry, Source
from edition.pipeline import Inputs, keeping, linking
from edition.progress import untold
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
    alone = all_parts(articles)
    monkeypatch.setattr(linking, "MUCH", 10)
    monkeypatch.setattr(linking, "SHARE", 7)
    assert all_parts(articles) == alone
    assert [one[0][0].mentions for one in alone] == [4] * 60


def all_parts(articles: Iterable[Article]) -> list[Any]:
    """What is kept of these articles, in their order."""
    texts = {one.id.encode(): one for one in articles}
    found = {key: opened(one) for some in linking.parts(texts, REGISTRY, DECISIONS) for key, one in some.items()}
    return [found[key] for key in texts]


def opened(parts: linking.Parts) -> Any:
    """What the store gives back: equal values may have other bytes in another process."""
    *whole, lines = parts
    return [*map(unpacked, whole), {entity: unpacked(these) for entity, these in lines}]


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files of the texts that were linked, one after the other."""
    files: list[str] = []

    def noted(texts: Mapping[bytes, linking.Text], *of: Any) -> Iterator[Mapping[bytes, linking.Parts]]:
        files.extend(text.file for text in texts.values())
        return linking.parts(texts, *of)

    monkeypatch.setattr(keeping, "parts", noted)
    return files


def test_what_a_change_of_the_registry_cannot_touch_is_not_linked_again(again: list[str]) -> None:
    texts = [
        Source(f"articles/{id}.txt", f"News\n\n{text}\n".encode())
        for id, text in (("a", "Ada Larsen came to Havn."), ("b", "It rained in Havn."), ("c", "Bo Berg slept."))
    ]
    store, (ada, havn) = Store(), REGISTRY.entities

    def kept(*entities: Entity, decisions: tuple[EditorsDecision, ...] = ()) -> list[int]:
        again.clear()
        found = keeping.keep(texts, Registry(entities), decisions, store, untold)
        return [one.outline.mentions if one.outline else -1 for one in found]

    assert (kept(ada, havn), again) == ([2, 1, 0], [text.file for text in texts])
    assert (kept(ada, havn), again) == ([2, 1, 0], [])
    assert (kept(replace(ada, description="minister"), havn), again) == ([2, 1, 0], [])
    assert (kept(replace(ada, name="Ada Q. Larsen"), havn), again) == ([2, 1, 0], ["articles/a.txt"])
    assert (kept(havn), again) == ([1, 1, 0], ["articles/a.txt"])
    assert (kept(havn, replace(ada, id="bo", name="Bo Berg")), again) == ([1, 1, 1], ["articles/c.txt"])
    there = EditorsDecision(**{"is": "havn", "name": "Bo Berg", "article": "b"})
    assert (kept(ada, havn, decisions=(there,)), again) == ([2, 1, 0], ["articles/a.txt", "articles/c.txt"])
    everywhere = EditorsDecision(**{"is": "havn", "name": "Bo Berg"})
    assert (kept(ada, havn, decisions=(everywhere,)), again) == ([2, 1, 1], ["articles/c.txt"])


def test_the_store_keeps_only_what_stands(again: list[str]) -> None:
    texts = [Source(f"articles/{id}.txt", b"News\n\nAda Larsen came to Havn.\n") for id in "ab"]
    store = Store()
    for registry in (REGISTRY, Registry(REGISTRY.entities[:1]), REGISTRY):
        keeping.keep(texts, registry, (), store, untold)
    keeping.keep(texts[:1], REGISTRY, (), store, untold)
    sizes = {part: len(store.keys(part)) for part in ("outline", "letters", "annotation", "mentions", "lines")}
    assert sizes == {"outline": 1, "letters": 1, "annotation": 1, "mentions": 1, "lines": 2}


@pytest.mark.parametrize(
    ("environment", "is_asked"),
    [
        pytest.param({"SITE_URL": "https://example.org/"}, True, id="what the settings ask for"),
        pytest.param({"_": "/usr/bin/make"}, False, id="what shells write of the program that calls"),
        pytest.param({"SITE": "x", "name": "y", "URL": "z"}, False, id="a part of a word"),
    ],
)
def test_only_what_the_settings_ask_for_makes_another_edition(environment: dict[str, str], is_asked: bool) -> None:
    settings = Source("mkdocs.yml", b'site_name: Harbour\nsite_url: !ENV [SITE_URL, ""]\n')
    inputs = Inputs((), (), Source("d", b""), Source("e", b""), settings, ())
    assert (inputs.of_settings(environment) != inputs.of_settings({})) is is_asked
