"""The concordance: every mention in its sentence, in order; relations of the registry in both directions."""

import pytest

from edition.index import CONTEXT, Index, index
from edition.link import annotate
from edition.model import Annotation, Edition, Entity, Kind, Registry, Role, Source
from edition.read import read_article
from edition.recognise import Names, find_candidates

REGISTRY = Registry(
    (
        Entity(id="ada", kind=Kind.PERSON, name="Ada Larsen", roles=(Role(title="head", organization="guild"),)),
        Entity(id="bo", kind=Kind.PERSON, name="Bo Berg", affiliations=("guild",)),
        Entity(id="guild", kind=Kind.ORGANIZATION, name="Bridge Guild", located_in="havn"),
        Entity(id="havn", kind=Kind.PLACE, name="Havn"),
    )
)


def annotated(name: str, text: str, date: str) -> Annotation:
    source = f"---\ntitle: {name}\ndate: {date}\n---\n\n{text}\n"
    article, problems = read_article(Source(f"articles/{name}.txt", source.encode()))
    assert article is not None, problems
    return annotate(article, find_candidates(article, Names(REGISTRY)), REGISTRY)


def indexed(*texts: str) -> Index:
    annotations = tuple(annotated(f"n{number}", text, f"2020-01-0{number + 1}") for number, text in enumerate(texts))
    return index(Edition(annotations, REGISTRY))


def test_each_mention_stands_in_its_sentence() -> None:
    concordance = indexed("It rained. Ada Larsen came to Havn. Larsen left.").mentions("ada")
    lines = [(line.left, line.keyword, line.right) for line in concordance.passages[0].lines]
    assert lines == [("", "Ada Larsen", " came to Havn."), ("", "Larsen", " left.")]


def test_articles_follow_in_order_and_all_mentions_count() -> None:
    concordance = indexed("Ada Larsen came. Ada Larsen left.", "Nobody.", "Ada Larsen slept.").mentions("ada")
    assert [passages.article.id for passages in concordance.passages] == ["n0", "n2"]
    assert len(concordance) == 3


def test_forms_are_counted_the_most_frequent_first() -> None:
    concordance = indexed("Ada Larsen came. Larsen sat. Larsen left. Ms. Larsen slept.").mentions("ada")
    assert concordance.forms == (("Larsen", 2), ("Ada Larsen", 1), ("Ms. Larsen", 1))
    assert sum(count for _, count in concordance.forms) == len(concordance)


@pytest.mark.parametrize(("before", "after"), [(0, 2000), (2000, 0), (2000, 2000)])
def test_very_long_sentences_are_cut_at_a_word(before: int, after: int) -> None:
    text = f"Start {'word ' * before}Ada Larsen {'word ' * after}end."
    [line] = indexed(text).mentions("ada").passages[0].lines
    assert len(line.left) <= CONTEXT + 2
    assert len(line.right) <= CONTEXT + 2
    assert line.left.startswith("… word") is (before > 0)
    assert line.right.endswith("word …") is (after > 0)


def test_an_entity_that_no_article_names_has_an_empty_concordance() -> None:
    assert len(indexed("It rained.").mentions("ada")) == 0


def test_relations_go_both_ways() -> None:
    found = indexed("It rained.")
    people = [(relation.entity.id, relation.role and relation.role.title) for relation in found.relations["guild"]]
    assert people == [("ada", "head"), ("bo", None)]
    assert [entity.id for entity in found.contained["havn"]] == ["guild"]
