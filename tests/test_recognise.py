"""Which part of a name is the family's, how names sort, what counts as a whole word, which capitals fit."""

import pytest

from edition.model import Entity, Kind, Span
from edition.recognise import family_name, sort_name
from edition.recognise.fold import case_fits, fold
from edition.recognise.forms import forms_of
from edition.recognise.names import is_whole
from edition.recognise.neighbours import title_before


def person(name: str, **fields: object) -> Entity:
    return Entity(id="x", kind=Kind.PERSON, name=name, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entity", "family", "sort"),
    [
        pytest.param(person("David Helvey"), "Helvey", "Helvey, David", id="the last word of a Western name"),
        pytest.param(person("Kim Jong Un"), "Kim", "Kim Jong Un", id="Korean, three words"),
        pytest.param(person("Moon Jae-in"), "Moon", "Moon Jae-in", id="Korean, hyphenated"),
        pytest.param(
            person("Xi Jinping", local_names={"zh": "习近平"}), "Xi", "Xi Jinping", id="Chinese, by its script"
        ),
        pytest.param(person("Lee Evans"), "Evans", "Evans, Lee", id="a first name that is a family name elsewhere"),
        pytest.param(person("Bruce Lee"), "Lee", "Lee, Bruce", id="a Western first name before a Korean family name"),
        pytest.param(person("Duyeon Kim", family="Kim"), "Kim", "Kim, Duyeon", id="the registry says which"),
        pytest.param(
            person("Ursula von der Leyen"), "von der Leyen", "von der Leyen, Ursula", id="particles belong to it"
        ),
        pytest.param(person("Sammy Davis Jr."), "Davis", "Sammy Davis Jr.", id="Jr. is no family name"),
        pytest.param(person("Pelé"), "", "Pelé", id="one name is no family name"),
        pytest.param(person("Kim Ok", sort="Ok, Kim"), "Ok", "Ok, Kim", id="the registry says how to sort"),
    ],
)
def test_family_and_sort_name(entity: Entity, family: str, sort: str) -> None:
    assert (family_name(entity), sort_name(entity)) == (family, sort)


def test_an_organization_has_no_family_name() -> None:
    assert family_name(Entity(id="x", kind=Kind.ORGANIZATION, name="Bank of Korea")) == ""


@pytest.mark.parametrize(
    ("written", "form", "fits"),
    [
        pytest.param("US", "US", True, id="as registered"),
        pytest.param("us", "US", False, id="small letters are another word"),
        pytest.param("Us", "US", False, id="and so is one capital"),
        pytest.param("Kim Jong-un", "Kim Jong Un", True, id="a small second syllable behind a hyphen"),
        pytest.param("Kim jong un", "Kim Jong Un", False, id="but no small name"),
        pytest.param("Moon Jae In", "Moon Jae-in", True, id="a capital second syllable"),
        pytest.param("Korean peninsula", "Korean Peninsula", True, id="a small noun at the end"),
        pytest.param("White house", "White House", False, id="but only a noun of the list"),
        pytest.param("Trump Administration", "Trump administration", True, id="a capital noun at the end"),
        pytest.param("The North", "the North", False, id="a capital article inside a sentence"),
    ],
)
def test_case_fits(written: str, form: str, fits: bool) -> None:
    assert case_fits(written, form, opens_sentence=False, in_capitals=False) is fits


def test_the_first_word_of_a_sentence_may_be_capital() -> None:
    assert case_fits("The North", "the North", opens_sentence=True, in_capitals=False)


def test_a_line_in_capitals_may_write_all_of_a_name_so() -> None:
    assert case_fits("KIM DO-HOON", "Kim Do-hoon", opens_sentence=False, in_capitals=True)


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        pytest.param("in seoul, now", "seoul", True, id="between words"),
        pytest.param("seoul's mayor", "seoul", True, id="before a possessive"),
        pytest.param("seoul-based", "seoul", True, id="before a hyphen"),
        pytest.param("hoon/seoul", "seoul", True, id="behind a stroke"),
        pytest.param("seoulite", "seoul", False, id="not inside a word"),
        pytest.param("us$3", "us", False, id="not in an amount"),
        pytest.param("www.seoul.kr", "seoul", False, id="not in an address"),
        pytest.param("@seoul", "seoul", False, id="not in a handle"),
        pytest.param("o'kim", "kim", False, id="not behind an apostrophe"),
        pytest.param("end of seoul.", "seoul", True, id="before the end of a sentence"),
    ],
)
def test_is_whole(text: str, name: str, whole: bool) -> None:
    start = text.index(name)
    assert is_whole(text, start, start + len(name)) is whole


@pytest.mark.parametrize(
    ("before", "title"),
    [
        pytest.param("said Mr. ", "Mr.", id="an honorific"),
        pytest.param("the retired Lt. Gen. ", "Lt. Gen.", id="a rank of two words"),
        pytest.param("by Unification Minister ", "Unification Minister", id="an office with its department"),
        pytest.param("and Secretary of State ", "Secretary of State", id="an office of something"),
        pytest.param("then-President ", "President", id="behind a hyphen"),
        pytest.param("the minister ", "", id="not in small letters"),
        pytest.param("Mr.", "", id="not without a space"),
        pytest.param("Presidential ", "", id="not a longer word"),
    ],
)
def test_title_before(before: str, title: str) -> None:
    assert title_before(before, Span(0, len(before))) == title


def test_folding_keeps_every_position() -> None:
    text = "Chŏng-ŭn ßÅİ ﬁ 김 U.S.’s"
    assert len(fold(text)) == len(text)
    assert fold("Erdoğan") == fold("ERDOGAN") == "erdogan"


@pytest.mark.parametrize("name", ["Corp", "Group", "The Inc.", "of", "&"])
def test_a_name_that_is_but_a_company_s_ending_breaks_nothing(name: str) -> None:
    assert name in [form.text for form in forms_of(Entity(id="x", kind=Kind.ORGANIZATION, name=name))]
