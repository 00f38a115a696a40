"""Suggestions: what the registry and the editor's decisions leave of them, what they are like, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awkward import TEXTS
from edition.model import Article, EditorsDecision, Entity, Found, Kind, Span, Suggestion
from edition.suggest import Credits, named_in, suggested
from suggesting import ORGANIZATION, PERSON, PLACE, Listed, annotations_of, organizations, people, places, proposed

HELVEY = Entity("tom-helvey", PERSON, "Tom Helvey")
UNION = Entity("union", ORGANIZATION, "Harbour Workers Union")
NAMES = {
    **people("Tom Helvey", "Helvey", "Ann Wolde", "Wolde", "May", "Monday", "J. Vane", "John Vane", "Jane Vane"),
    **organizations("Harbour Workers Union", "HWU", "Government", "Foo Corp.", "Labour Party", "G20", "2020"),
    **people("Moon Jae"),
    **places("Brightwater", "French", "South Koreans", "Koreas", "North"),
}


def named(found: Sequence[Suggestion]) -> dict[str, str | None]:
    return {one.name: one.known for one in found}


@pytest.mark.parametrize(
    ("text", "entities", "decisions", "expected"),
    [
        pytest.param("Tom Helvey and Ann Wolde.", [HELVEY], [], {"Ann Wolde": None}, id="what is linked is known"),
        pytest.param("Helvey came.", [HELVEY], [], {"Helvey": "tom-helvey"}, id="a surname that one entity bears"),
        pytest.param(
            "Helvey came.",
            [HELVEY, Entity("ann-helvey", PERSON, "Ann Helvey")],
            [],
            {},
            id="a surname of several entities is the linker's matter",
        ),
        pytest.param(
            "The Harbour Workers Union met. Tom Helvey spoke for HWU.",
            [UNION],
            [],
            {"Tom Helvey": None},
            id="no rule's own form is an alias",
        ),
        pytest.param("HWU met.", [UNION], [], {"HWU": "union"}, id="an acronym that no article spells out"),
        pytest.param(
            "May is warm. On Monday the French and the Government slept.",
            [],
            [],
            {},
            id="months, peoples, common nouns",
        ),
        pytest.param("The South Koreans, both Koreas and the North slept.", [], [], {}, id="a people, half a country"),
        pytest.param("Moon Jae-in left.", [], [], {"Moon Jae-in": None}, id="a syllable cut off"),
        pytest.param("G20 met, and in 2020 too.", [], [], {"G20": None}, id="a number is no name"),
        pytest.param("Mr. May slept.", [], [], {"May": None}, id="a month behind Mr. is a name"),
        pytest.param(
            "Ann Wolde and Tom Helvey.",
            [],
            [EditorsDecision(**{"is": "nothing"}, name="Ann Wolde")],
            {"Tom Helvey": None},
            id="what a decision calls nothing",
        ),
        pytest.param(
            "Ann Wolde and Tom Helvey. Ms. Wolde left.",
            [],
            [EditorsDecision(**{"is": "nothing"}, name="Ann Wolde")],
            {"Tom Helvey": None},
            id="what is short for what a decision calls nothing",
        ),
        pytest.param(
            "Wolde and Ann Wolde.",
            [],
            [EditorsDecision(**{"is": "nothing"}, name="Wolde")],
            {"Ann Wolde": None},
            id="a longer name than a decision calls nothing",
        ),
        pytest.param(
            "Ann Wolde came, and Ann Wolde left.",
            [],
            [EditorsDecision(**{"is": "nothing"}, exact="Ann Wolde", suffix="came")],
            {"Ann Wolde": None},
            id="one mention is nothing",
        ),
        pytest.param(
            "Ann Wolde and Wolde.",
            [],
            [EditorsDecision(**{"is": "nothing"}, name="Wolde", article="a2")],
            {"Ann Wolde": None},
            id="a decision on another article",
        ),
        pytest.param(
            "Wolde and Tom Helvey.",
            [Entity("ann-wolde", PERSON, "Ann Wolde")],
            [EditorsDecision(**{"is": "ann-wolde"}, name="Wolde")],
            {"Tom Helvey": None},
            id="what a decision calls an entity",
        ),
    ],
)
def test_what_is_suggested(
    text: str, entities: list[Entity], decisions: list[EditorsDecision], expected: dict[str, str | None]
) -> None:
    found = proposed([f"Head\n\n{text}"], Listed(NAMES), entities=entities, decisions=decisions)
    assert named(found) == expected


@pytest.mark.parametrize(
    ("found", "name"),
    [
        pytest.param("Tom Helvey.", "Tom Helvey", id="a full stop"),
        pytest.param("“Tom Helvey,”", "Tom Helvey", id="quotation marks"),
        pytest.param("Foo Corp.", "Foo Corp.", id="the dot of an abbreviation"),
        pytest.param("the U.S. Fleet’s", "U.S. Fleet", id="an article and a possessive"),
        pytest.param("Dr. Tom Helvey", "Tom Helvey", id="a title"),
    ],
)
def test_what_is_found_is_trimmed(found: str, name: str) -> None:
    class Sloppy(Listed):
        def find(self, article: Article) -> Iterator[Found]:
            start = article.text.index(found)
            yield Found(Span(start, start + len(found)), self.kinds["x"])

    [one] = proposed([f"Head\n\nHere {found} came."], Sloppy({"x": PERSON if "Tom" in found else ORGANIZATION}))
    assert one.name == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("- PHOTO: ANN WOLDE-KIM/HARBOUR NEWS", {"Ann Wolde-Kim", "Harbour News"}, id="in capitals"),
        pytest.param("(Photo by Ann Wolde / AFN)", {"Ann Wolde", "AFN"}, id="in brackets"),
        pytest.param("Image: Ann Wolde.", set(), id="without a house"),
        pytest.param("They read/write files.", set(), id="no credit"),
    ],
)
def test_credits_name_who_took_a_picture_and_for_whom(text: str, expected: set[str]) -> None:
    annotations, registry = annotations_of([f"Head\n\nHere is a text.\n\n{text}"])
    found = {"credits": tuple(Credits().find(annotations[0].article))}
    named = suggested(named_in(annotations[0], found, registry), registry)
    assert {one.name for one in named} == expected


def test_other_words_for_somebody_known_are_aliases() -> None:
    moon = Entity("moon-jae-in", PERSON, "Moon Jae-in")
    found = proposed(["Head\n\nJae-in Moon spoke."], Listed(people("Jae-in Moon")), entities=[moon])
    assert named(found) == {"Jae-in Moon": "moon-jae-in"}
    assert dict(found[0].forms) == {"Jae-in Moon": 1}


def test_a_surname_of_somebody_known_and_of_a_stranger_is_nobody_s_alias() -> None:
    text = "Head\n\nTom Helvey and Ann Helvey came. The Helvey house stands."
    found = proposed([text], Listed(people("Ann Helvey", "Helvey")), entities=[HELVEY])
    assert named(found) == {"Ann Helvey": None, "Helvey": None}
    [bare] = [one for one in found if one.name == "Helvey"]
    assert bare.several == "It may be short for “Ann Helvey” or “Tom Helvey”."


@pytest.mark.parametrize(
    ("one", "other", "kind", "why"),
    [
        pytest.param("Jae-in Moon-lee", "Moon-lee Jae-in", PERSON, "in another order", id="order"),
        pytest.param("Ann Woldemar", "Ann Waldemar", PERSON, "one letter apart", id="a letter"),
        pytest.param("Ann Wodlemar", "Ann Woldemar", PERSON, "one letter apart", id="two letters that changed places"),
        pytest.param("Untied Fishers", "United Fishers", ORGANIZATION, "one letter apart", id="a letter of a company"),
        pytest.param("Micha Vane", "Michael Vane", PERSON, "a given name that may be the same", id="given names"),
        pytest.param("Foo Holding Partners", "Foo", ORGANIZATION, "may be short for", id="a part of a name"),
    ],
)
def test_what_may_be_one(one: str, other: str, kind: Kind, why: str) -> None:
    texts = [f"Head\n\nHere {one} came.", f"Head\n\nThere {other} went."]
    found = {each.name: each for each in proposed(texts, Listed({one: kind, other: kind}))}
    if len(found) == 2:
        assert [each.id for each in found[one].alike] == [found[other].id]
        assert [each.id for each in found[other].alike] == [found[one].id]
        assert why in found[one].alike[0].why
    else:
        assert dict(found.popitem()[1].forms).keys() == {one, other}


def test_an_entity_may_be_the_same_too() -> None:
    found = proposed(["Head\n\nTommy Helvey came."], Listed(people("Tommy Helvey")), entities=[HELVEY])
    assert [(one.name, [each.id for each in one.alike]) for one in found] == [("Tommy Helvey", ["tom-helvey"])]


def test_different_people_are_not_alike() -> None:
    texts = ["Head\n\nAnn Wolde, Tom Helvey, Kim Do-hoon and Kim Jong Un met Ernest Wolde."]
    listed = Listed(people("Ann Wolde", "Tom Helvey", "Kim Do-hoon", "Kim Jong Un", "Ernest Wolde"))
    assert [one.alike for one in proposed(texts, listed)] == [()] * 5


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        pytest.param(
            ["J. Vane came.", "John Vane left.", "Jane Vane wept."],
            "It may be short for “John Vane” or “Jane Vane”.",
            id="an initial of two",
        ),
        pytest.param(
            ["The Labour Party won.", "The Labour Party lost."],
            "More than one country may have a “Labour Party”.",
            id="what every country has",
        ),
        pytest.param(
            ["Mr. Helvey came.", "Ms. Helvey left."], "It is “Mr.” in a1 and “Ms.” in a2.", id="forms of address"
        ),
        pytest.param(
            ["Tom Helvey, a baker at Foo Corp., came.", "Tom Helvey, a judge at Harbour Workers Union, left."],
            "",
            id="no nouns of roles",
        ),
        pytest.param(
            ["Tom Helvey, an editor at Foo Corp., came.", "Tom Helvey, a judge at Harbour Workers Union, left."],
            "It is “editor” of Foo Corp. in a1 and “judge” of Harbour Workers Union in a2.",
            id="roles",
        ),
    ],
)
def test_what_may_be_several(texts: list[str], why: str) -> None:
    found = proposed([f"Head\n\n{text}" for text in texts], Listed(NAMES))
    [one] = [one for one in found if one.name in ("J. Vane", "Helvey", "Tom Helvey", "Labour Party")]
    assert one.several == why


def test_evidence_is_spread_and_prefers_the_full_name_with_its_role() -> None:
    role = "Tom Helvey, a lawyer at Foo Corp., has said for years that nobody would ever come."
    full = "On that day Tom Helvey had said so in a long speech, and nobody had listened to him."
    texts = [f"Helvey\n\n{full}\n\n{role}\n\n{full} Helvey.", f"Head\n\nHelvey ran.\n\n{full}", f"Head\n\n{role}"]
    [one] = [one for one in proposed(texts, Listed(NAMES)) if one.name == "Tom Helvey"]
    assert [(each.article, each.left + each.words + each.right) for each in one.evidence] == [
        ("a1", role),
        ("a2", full),
    ] or len(one.evidence) == 3
    assert {each.article for each in one.evidence} >= {"a1", "a2"}


def test_what_brings_most_comes_first_and_ids_are_free() -> None:
    texts = ["Head\n\nAnn Wolde came. Tom Helvey came.", "Head\n\nAnn Wolde left. Foo Corp. closed, Foo Corp. fell."]
    found = proposed(texts, Listed(NAMES), entities=[Entity("ann-wolde", PLACE, "Elsewhere")])
    assert [(one.name, one.id, len(one.occurrences)) for one in found] == [
        ("Ann Wolde", "ann-wolde-2", 2),
        ("Foo Corp.", "foo-corp", 2),
        ("Tom Helvey", "tom-helvey", 1),
    ]


def test_what_several_recognisers_find_is_surer() -> None:
    texts = ["Head\n\nAnn Wolde came. Tom Helvey came."]
    both = [Listed(people("Ann Wolde", "Tom Helvey"), 0.5), Listed(people("Ann Wolde"), 0.5, "other")]
    first, second = proposed(texts, *both)
    assert (first.name, first.found_by) == ("Ann Wolde", ("listed", "other"))
    assert first.certainty > second.certainty == 0.5


def test_occurrences_stand_in_the_order_of_articles_and_of_reading() -> None:
    texts = ["Head\n\nWolde came.", "Head\n\nAnn Wolde and Tom Helvey left. Wolde ran.", "Head\n\nWolde slept."]
    names = people("Ann Wolde", "Wolde", "Ann Wolde and Tom Helvey", "Tom Helvey")
    more = [f"Head\n\nTom Helvey and {name}." for name in ("Tom Helvey", "Ann Wolde", "Ann Wolde")]
    found = {one.name: one for one in proposed([*texts, *more], Listed(names))}
    for one in found.values():
        places = [(each.article, each.span) for each in one.occurrences]
        assert places == sorted(places)
    assert [each.article for each in found["Ann Wolde"].occurrences] == ["a1", "a2", "a2", "a3", "a5", "a6"]


def test_what_only_a_headline_in_title_case_has_is_doubted() -> None:
    text = "Tom Helvey Lets the Telephones Ring Again\n\nTom Helvey came."
    found = {one.name: one.certainty for one in proposed([text], Listed(people("Tom Helvey", "Ring Again"), 0.8))}
    assert found == {"Tom Helvey": 0.8, "Ring Again": 0.4}


HOSTILE = [
    *[
        "<script>alert(1)</script>",
        "yes",
        "null",
        "2020",
        "{{ x }}",
        "김정은",
        "- item",
        "a\u202eb",
        "‘’",
        "Ж",
        "..",
        "=x",
    ],
    *["Tom Helvey" * 30, "T", "Ó Ó", "’s", "the", "The The", "—", "O'", "A B C D E F G H I J K L M N O P Q R S T U V"],
    *["..", "=x", "‘’", "Corp", "[Inc]", "Group Inc.", "of the", "Jr.", "Kim -", "-Kim", "&", "A & B", "Mr. Mr. Mr."],
]


def test_hostile_names_are_suggested_or_left_out_and_nothing_breaks() -> None:
    text = "Head\n\n" + "\n\n".join(f"Here {name} came. Mr. {name} left." for name in HOSTILE)
    for kind in Kind:
        found = proposed([text], Listed(dict.fromkeys(HOSTILE, kind)))
        assert all(set(one.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for one in found)
        assert {"김정은", "Ж"} <= {one.name for one in found}


SPANS = st.lists(st.tuples(st.integers(-2, 300), st.integers(-2, 40), st.sampled_from(Kind), st.floats(-1, 2)))


@given(TEXTS, SPANS, SPANS)
def test_each_occurrence_is_in_one_suggestion_and_is_what_the_text_says(
    text: str, some: list[tuple[int, int, Kind, float]], others: list[tuple[int, int, Kind, float]]
) -> None:
    entities = [HELVEY, Entity("kim-jong-un", PERSON, "Kim Jong Un"), Entity("tom", PERSON, "North Korea")]
    [annotation], registry = annotations_of([f"Head\n\nKim {text}"], entities)
    findings = {
        name: [Found(Span(start, start + length), kind, sure) for start, length, kind, sure in these]
        for name, these in (("one", some), ("two", others))
    }
    found = suggested(named_in(annotation, findings, registry), registry)
    ids = [one.id for one in found]
    assert len({*ids, *registry.by_id}) == len(ids) + len(registry.by_id)
    spans = sorted(each.span for one in found for each in one.occurrences)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert not any(span.overlaps(mention.span) for span in spans for mention in annotation.mentions)
    for one in found:
        assert sum(count for _, count in one.forms) == len(one.occurrences) > 0
        assert set(one.evidence) <= set(one.occurrences)
        assert 0 < one.certainty <= 1
        for each in one.occurrences:
            assert each.span.of(annotation.article.text) == each.words
            assert each.left.endswith(f"{each.title} " if each.title else "")
    assert found == suggested(named_in(annotation, findings, registry), registry)
