"""The concordance and its periods; who is named beside whom; relations of the registry in both directions."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.index import CONTEXT, Concordance, CoOccurrence, Index, Passages, by_entity, index, periods
from edition.link import annotate
from edition.model import Annotation, Entity, Kind, KwicLine, Registry, Role, Source
from edition.read import read_article
from edition.recognise import Names, find_candidates
from making import edition_of

REGISTRY = Registry(
    (
        Entity(id="ada", kind=Kind.PERSON, name="Ada Larsen", roles=(Role(title="head", organization="guild"),)),
        Entity(id="bo", kind=Kind.PERSON, name="Bo Berg", affiliations=("guild",)),
        Entity(id="guild", kind=Kind.ORGANIZATION, name="Bridge Guild", located_in="havn"),
        Entity(id="havn", kind=Kind.PLACE, name="Havn"),
    )
)


def annotated(name: str, text: str, date: str | None) -> Annotation:
    day = f"date: {date}\n" if date else ""
    source = f"---\ntitle: {name}\n{day}---\n\n{text}\n"
    article, problems = read_article(Source(f"articles/{name}.txt", source.encode()))
    assert article is not None, problems
    return annotate(article, find_candidates(article, Names(REGISTRY)), REGISTRY)


def indexed(*texts: str) -> Index:
    annotations = tuple(annotated(f"n{number}", text, f"2020-01-0{number + 1}") for number, text in enumerate(texts))
    return index(edition_of(annotations, REGISTRY))


def lines_of(text: str) -> tuple[KwicLine, ...]:
    return by_entity(annotated("n", text, None))["ada"]


def test_each_mention_stands_in_its_sentence() -> None:
    found = lines_of("It rained. Ada Larsen came to Havn. Larsen left.")
    lines = [(line.left, line.keyword, line.right) for line in found]
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
    [line] = lines_of(text)
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


TEXTS = (
    "Ada Larsen met Bo Berg in Havn.\n\nBo Berg saw Ada Larsen, and Ada Larsen saw Bo Berg.\n\nBo Berg left.",
    "Ada Larsen came.\n\nBo Berg left Havn.",
    "Bo Berg slept in Havn.",
)


def test_what_is_named_beside_an_entity_is_counted_by_paragraph_and_article() -> None:
    found = indexed(*TEXTS)
    assert found.co_occurrences("ada") == (CoOccurrence("bo", 2, 2), CoOccurrence("havn", 1, 2))
    assert found.co_occurrences("havn") == (CoOccurrence("bo", 3, 3), CoOccurrence("ada", 1, 2))


def test_the_passages_that_name_both_are_listed_by_article() -> None:
    shared = indexed(*TEXTS).shared_passages("ada", "bo")
    assert [(one.article.id, one.paragraphs) for one in shared] == [("n0", (1, 2)), ("n1", ())]


def test_nobody_is_named_beside_an_entity_that_no_article_names() -> None:
    assert indexed(*TEXTS).co_occurrences("guild") == ()


PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["Ada Larsen came.", "Bo Berg left.", "It is Havn."]), max_size=3).map(" ".join),
    max_size=4,
)


@given(st.lists(PARAGRAPHS.map(lambda them: "\n\n".join(["It rained.", *filter(None, them)])), max_size=5))
def test_every_count_is_the_length_of_its_list_and_the_same_from_both_sides(texts: list[str]) -> None:
    found = indexed(*texts)
    for entity in ("ada", "bo", "havn"):
        for one in found.co_occurrences(entity):
            shared = found.shared_passages(entity, one.entity)
            assert (sum(len(these.paragraphs) for these in shared), len(shared)) == (one.paragraphs, one.articles)
            assert shared == found.shared_passages(one.entity, entity)
            assert CoOccurrence(entity, one.paragraphs, one.articles) in found.co_occurrences(one.entity)


def concordance(*articles: tuple[str | None, int]) -> Concordance:
    """One article for each date, which names Ada Larsen so many times."""
    ordered = sorted(articles, key=lambda one: one[0] or "9999")
    texts = enumerate(ordered)
    annotations = tuple(annotated(f"n{number}", "Ada Larsen came. " * times, date) for number, (date, times) in texts)
    return index(edition_of(annotations, REGISTRY)).mentions("ada")


@pytest.mark.parametrize(
    ("articles", "names"),
    [
        pytest.param([("2019-01-01", 2), ("2020-01-01", 2)], [], id="what fits on one page stays together"),
        pytest.param([("2019-01-01", 3), ("2020-01-01", 4)], ["2019", "2020"], id="years"),
        pytest.param(
            [("2019-12-31", 3), ("2020-01-01", 4), ("2020-02-01", 1)], ["2019", "2020-01", "2020-02"], id="months"
        ),
        pytest.param([("2020-01-01", 2), ("2020-01-02", 3)], ["2020-01-01", "2020-01-02"], id="days"),
        pytest.param([("2020-01-01", 3), ("2020-01-01", 3)], ["2020-01-01", "2020-01-01-2"], id="parts of a day"),
        pytest.param(
            [("2020-01-01", 3), (None, 6)], ["2020", "undated"], id="those without a date; an article stays whole"
        ),
        pytest.param([(None, 3), (None, 2)], ["undated", "undated-2"], id="parts of those without a date"),
    ],
)
def test_a_long_concordance_is_cut_into_periods(articles: list[tuple[str | None, int]], names: list[str]) -> None:
    assert [one.name for one in periods(concordance(*articles), most=4)] == names


DATES = st.none() | st.builds("{:04}-{:02}-{:02}".format, st.integers(2019, 2021), st.integers(1, 3), st.integers(1, 3))


@given(st.lists(st.tuples(DATES, st.integers(1, 4)), max_size=12), st.integers(1, 9))
def test_periods_hold_every_mention_once_in_order(articles: list[tuple[str | None, int]], most: int) -> None:
    whole = concordance(*articles)
    found = periods(whole, most)
    passages: list[Passages] = [passages for one in found for passages in one.concordance.passages]
    assert passages == list(whole.passages if len(whole) > most else ())
    assert all(len(one.concordance) <= most or len(one.concordance.passages) == 1 for one in found)
    parts = [re.fullmatch(r"(undated|\d{4}(?:-\d\d){0,2})(?:-(\d+))?", one.name) for one in found]
    names = [(part[1], int(part[2] or 1)) for part in parts if part]
    assert len(names) == len(found)
    assert all(one < other for one, other in pairwise(names))
    for one in found:
        dates = [these.article.front.date or "undated" for these in one.concordance.passages]
        assert all(date.startswith(one.name[: len(date)]) for date in dates)


def test_passages_stand_in_their_period() -> None:
    found = indexed("Ada Larsen came. " * 300, "Ada Larsen left. " * 300, "Bo Berg came.")
    assert found.period_names("ada")["n1"] == "2020-01-02"
    assert found.period_names("bo") == {}
