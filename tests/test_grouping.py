"""Which names of an article, and of an edition, name the same: one rule a case."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from edition.model import Kind
from suggesting import PLACE, Listed, organizations, people, places, proposed


def groups(texts: str | list[str], names: Mapping[str, Kind]) -> list[dict[str, int]]:
    """The forms of each suggestion with their counts, in the order of the full names."""
    texts = [texts] if isinstance(texts, str) else texts
    found = proposed([f"Head\n\n{text}" for text in texts], Listed(names))
    return [dict(one.forms) for one in sorted(found, key=lambda one: (one.name, one.id))]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        pytest.param(
            "Tom Helvey left. Mr. Helvey and T. Helvey are one, as is Tom.",
            people("Tom Helvey", "Helvey", "T. Helvey", "Tom"),
            [{"Tom Helvey": 1, "Helvey": 1, "T. Helvey": 1, "Tom": 1}],
            id="surname, initial and given name",
        ),
        pytest.param(
            "Ann Wolde, the older sister of Prime Minister Tom Wolde, spoke. Tom Wolde did not. Ms. Wolde left.",
            people("Ann Wolde", "Tom Wolde", "Wolde"),
            [{"Ann Wolde": 1, "Wolde": 1}, {"Tom Wolde": 2}],
            id="a noun of kinship tells Mr. from Ms.",
        ),
        pytest.param(
            "Ann Wolde, whose brother was there, and her uncle Tom Wolde spoke. Tom Wolde sang. Mr. Wolde left.",
            people("Ann Wolde", "Tom Wolde", "Wolde"),
            [{"Ann Wolde": 1}, {"Tom Wolde": 2, "Wolde": 1}],
            id="and of nobody else",
        ),
        pytest.param(
            "Helvey’s boat sank. Tom Helvey wept.",
            people("Tom Helvey", "Helvey’s"),
            [{"Tom Helvey": 1, "Helvey": 1}],
            id="a possessive is no part of the name",
        ),
        pytest.param(
            "TOM HELVEY wrote this. Tom Helvey is a poet.",
            people("TOM HELVEY", "Tom Helvey"),
            [{"Tom Helvey": 1, "TOM HELVEY": 1}],
            id="a byline in capitals",
        ),
        pytest.param(
            "Kim Jong Un met Kim Jong-un.",
            people("Kim Jong Un", "Kim Jong-un"),
            [{"Kim Jong Un": 1, "Kim Jong-un": 1}],
            id="a hyphen more",
        ),
        pytest.param(
            "Moon Jae-in spoke. Jae-in Moon smiled. Moon left.",
            people("Moon Jae-in", "Jae-in Moon", "Moon"),
            [{"Moon Jae-in": 1, "Jae-in Moon": 1, "Moon": 1}],
            id="Korean order and the other",
        ),
        pytest.param(
            "Robert Vane is Bob Vane.",
            people("Robert Vane", "Bob Vane"),
            [{"Robert Vane": 1, "Bob Vane": 1}],
            id="a short given name",
        ),
        pytest.param(
            "Kristen Wolde spoke. Later Kristin Wolde left.",
            people("Kristen Wolde", "Kristin Wolde"),
            [{"Kristen Wolde": 1, "Kristin Wolde": 1}],
            id="a slip of the pen in one article",
        ),
        pytest.param(
            "The Foo Corporation grew. Foo Corp. shrank, and Foo was sold.",
            organizations("Foo Corporation", "Foo Corp.", "Foo"),
            [{"Foo Corporation": 1, "Foo Corp.": 1, "Foo": 1}],
            id="a company without what it is in law",
        ),
        pytest.param(
            "The Harbour Workers Union met. HWU members and the union agreed.",
            organizations("Harbour Workers Union", "HWU"),
            [{"Harbour Workers Union": 1, "HWU": 1}],
            id="initials",
        ),
        pytest.param(
            "The Italian Bishops Meeting (RVX) spoke. RVX paid.",
            organizations("Italian Bishops Meeting", "RVX"),
            [{"Italian Bishops Meeting": 1, "RVX": 2}],
            id="an acronym in brackets, whatever its letters",
        ),
        pytest.param(
            "The Church of the Lamb sang. The Church slept. The University slept, too.",
            organizations("Church of the Lamb", "Church", "University"),
            [{"Church": 1, "Church of the Lamb": 1}],
            id="a common noun names what the article names in full, or nothing",
        ),
        pytest.param(
            "Brightwater University opened. Brightwater has a park.",
            organizations("Brightwater University", "Brightwater"),
            [{"Brightwater University": 1, "Brightwater": 1}],
            id="what stands before a common noun",
        ),
        pytest.param(
            "Brightwater University opened in Brightwater.",
            {**organizations("Brightwater University"), "Brightwater": PLACE},
            [{"Brightwater": 1}, {"Brightwater University": 1}],
            id="a town is not its university",
        ),
        pytest.param(
            "The United States and the U.S. and the US and America.",
            places("United States", "U.S.", "US", "America"),
            [{"America": 1, "U.S.": 1, "US": 1, "United States": 1}],
            id="a country by its other names",
        ),
        pytest.param(
            "North Korea spoke. The DPRK is angry.",
            {**places("North Korea"), **organizations("DPRK")},
            [{"DPRK": 1, "North Korea": 1}],
            id="a country by its other names, whatever their kind",
        ),
        pytest.param(
            "Los Angeles is dry. L.A. is hot, LA too.",
            places("Los Angeles", "L.A.", "LA"),
            [{"L.A.": 1, "LA": 1, "Los Angeles": 1}],
            id="a town by its initials",
        ),
        pytest.param(
            "Tom Helvey and Ann Helvey came. Tom Helvey sang. Tom Helvey sat.",
            people("Tom Helvey", "Ann Helvey"),
            [{"Ann Helvey": 1}, {"Tom Helvey": 3}],
            id="two of one surname stay two",
        ),
        pytest.param(
            "Tom Helvey and Ann Helvey came. Mr. Helvey sang, then Ms. Helvey. Mr. Tom Helvey sat by Ms. Ann Helvey.",
            people("Tom Helvey", "Ann Helvey", "Helvey"),
            [{"Ann Helvey": 2, "Helvey": 1}, {"Helvey": 1, "Tom Helvey": 2}],
            id="a form of address tells husband and wife apart",
        ),
        pytest.param(
            "Tom Helvey and Ann Helvey came. The Helvey house stands.",
            people("Tom Helvey", "Ann Helvey", "Helvey"),
            [{"Ann Helvey": 1}, {"Helvey": 1}, {"Tom Helvey": 1}],
            id="a surname of two who are named as often stands alone",
        ),
    ],
)
def test_in_an_article(text: str, names: dict[str, Kind], expected: list[dict[str, int]]) -> None:
    assert groups(text, names) == expected


@pytest.mark.parametrize(
    ("texts", "names", "expected"),
    [
        pytest.param(
            ["Tom Helvey left.", "Helvey came back."],
            people("Tom Helvey", "Helvey"),
            [{"Helvey": 1, "Tom Helvey": 1}],
            id="a bare surname with the only one who bears it",
        ),
        pytest.param(
            ["Tom Helvey left.", "Ann Helvey left.", "Helvey came back."],
            people("Tom Helvey", "Ann Helvey", "Helvey"),
            [{"Ann Helvey": 1}, {"Helvey": 1}, {"Tom Helvey": 1}],
            id="a bare surname of two stands alone",
        ),
        pytest.param(
            ["Tom Helvey left. Helvey ran.", "Ann Helvey left. Helvey sat."],
            people("Tom Helvey", "Ann Helvey", "Helvey"),
            [{"Ann Helvey": 1, "Helvey": 1}, {"Helvey": 1, "Tom Helvey": 1}],
            id="the article before the edition",
        ),
        pytest.param(
            ["Tom Helvey left.", "Tom came back."],
            people("Tom Helvey", "Tom"),
            [{"Tom": 1}, {"Tom Helvey": 1}],
            id="a bare given name does not reach other articles",
        ),
        pytest.param(
            ["Kim Yo Jong spoke.", "Kim Yo-jong sat."],
            people("Kim Yo Jong", "Kim Yo-jong"),
            [{"Kim Yo Jong": 1, "Kim Yo-jong": 1}],
            id="spellings of two articles",
        ),
        pytest.param(
            ["The Harbour Workers Union met.", "HWU struck."],
            organizations("Harbour Workers Union", "HWU"),
            [{"HWU": 1, "Harbour Workers Union": 1}],
            id="initials of another article",
        ),
        pytest.param(
            ["The Harbour Workers Union met.", "The Health Watch Unit met.", "HWU struck."],
            organizations("Harbour Workers Union", "Health Watch Unit", "HWU"),
            [{"HWU": 1}, {"Harbour Workers Union": 1}, {"Health Watch Unit": 1}],
            id="initials of two stand alone",
        ),
        pytest.param(
            [
                "Foo Corp. and Wolburg Bank merged.",
                "Foo Corp. grew. Foo Corp. fell.",
                "Wolburg Bank is in Wolburg Bank.",
            ],
            organizations("Foo Corp. and Wolburg Bank", "Foo Corp.", "Wolburg Bank"),
            [{"Foo Corp.": 3}, {"Wolburg Bank": 3}],
            id="two that were taken for one",
        ),
        pytest.param(
            ["HLC and Foo Motors met. Foo Motors left.", "Foo Motors fell. Foo Motors rose."],
            organizations("HLC and Foo Motors", "Foo Motors"),
            [{"Foo Motors": 3}, {"HLC and Foo Motors": 1}],
            id="one is not short for two",
        ),
        pytest.param(
            ["Salt and Pepper grew.", "Salt and Pepper shrank.", "Salt is white."],
            organizations("Salt and Pepper", "Salt"),
            [{"Salt": 1}, {"Salt and Pepper": 2}],
            id="one that is called after two",
        ),
        pytest.param(
            ["The Bishops Meeting (RVX) spoke.", "RVX paid."],
            organizations("Bishops Meeting", "RVX"),
            [{"Bishops Meeting": 1, "RVX": 2}],
            id="an acronym that another article defines",
        ),
    ],
)
def test_in_an_edition(texts: list[str], names: dict[str, Kind], expected: list[dict[str, int]]) -> None:
    assert groups(texts, names) == expected


def test_the_kind_is_that_of_most_places() -> None:
    texts = ["Head\n\nLotte grew.", "Head\n\nLotte shrank.", "Head\n\nLotte laughed."]

    class Wavering(Listed):
        def find(self, article):  # type: ignore[no-untyped-def]
            for one in super().find(article):
                yield one._replace(kind=Kind.PERSON if "laughed" in article.text else Kind.ORGANIZATION)

    [one] = proposed(texts, Wavering(organizations("Lotte")))
    assert one.kind is Kind.ORGANIZATION
    assert "person in others" in one.several


def test_a_short_name_of_an_unsure_kind_goes_with_the_full_one() -> None:
    text = ["Head\n\nBrightwater University opened. Brightwater has a park."]
    for certainty, count in ((0.5, 1), (0.9, 2)):
        full, short = (
            Listed(organizations("Brightwater University"), 0.95),
            Listed(people("Brightwater"), certainty, "other"),
        )
        assert len(proposed(text, full, short)) == count


def test_a_title_is_what_stands_before_the_name() -> None:
    class Told(Listed):
        def find(self, article):  # type: ignore[no-untyped-def]
            return (one._replace(title="Gen") for one in super().find(article))

    found = proposed(["Head\n\nGen. Tom Helvey and Ann Wolde came."], Told(people("Tom Helvey", "Ann Wolde")))
    assert {one.name: one.occurrences[0].title for one in found} == {"Tom Helvey": "Gen.", "Ann Wolde": ""}


def test_the_full_name_says_more_of_the_kind_than_the_short_one() -> None:
    full, short = Listed(organizations("Brightwater University"), 0.6), Listed(people("Brightwater"), 0.6, "zother")
    [one] = proposed(["Head\n\nBrightwater University opened. Brightwater slept. Brightwater woke."], full, short)
    assert (one.name, one.kind) == ("Brightwater University", Kind.ORGANIZATION)


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        pytest.param("KIM DO-HOON", "Kim Do-hoon", Kind.PERSON, id="a Korean name"),
        pytest.param("ANN WOLDE-KIM", "Ann Wolde-Kim", Kind.PERSON, id="two surnames"),
        pytest.param("URSULA VON TARN", "Ursula von Tarn", Kind.PERSON, id="a particle"),
        pytest.param("IAEA", "IAEA", Kind.ORGANIZATION, id="an acronym"),
        pytest.param("U.S.", "United States", Kind.PLACE, id="a country"),
    ],
)
def test_a_name_is_proposed_as_a_registry_has_it(written: str, name: str, kind: Kind) -> None:
    [one] = proposed([f"Head\n\nHere is {written}."], Listed({written: kind}))
    assert (one.name, one.forms) == (name, ((written, 1),))
