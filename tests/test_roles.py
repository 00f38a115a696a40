"""What a sentence says that somebody is: one pattern a case; and what only looks like it."""

from __future__ import annotations

import pytest

from edition.model import Kind
from suggesting import PERSON, PLACE, Listed, organizations, people, places, proposed

NAMES = {
    **people("Tom Helvey", "Helvey", "Moon Jae-in", "Ann Wolde"),
    **organizations("StratWays Group", "Brightwater University", "Harbour Workers Union", "Foo Corp."),
    **places("Brightwater", "Seoul", "South Korea"),
}


def roles(sentence: str) -> list[tuple[str, str | None]]:
    """Those of all people that the sentence names."""
    found = proposed([f"Head\n\n{sentence}"], Listed(NAMES))
    return [(role.title, role.organization) for one in found for role in one.roles]


@pytest.mark.parametrize(
    ("sentence", "title", "organization"),
    [
        pytest.param(
            "Tom Helvey, the managing director of StratWays Group, a consulting firm, agreed.",
            "managing director",
            "StratWays Group",
            id="behind the name",
        ),
        pytest.param(
            "Tom Helvey, 52, a professor of physics at Brightwater University, agreed.",
            "professor of physics",
            "Brightwater University",
            id="behind name and age",
        ),
        pytest.param(
            "StratWays Group managing director Tom Helvey agreed.",
            "managing director",
            "StratWays Group",
            id="before the name",
        ),
        pytest.param(
            "It was StratWays Group’s chief executive Tom Helvey who agreed.",
            "chief executive",
            "StratWays Group",
            id="before the name, behind a possessive",
        ),
        pytest.param(
            "The managing director of StratWays Group, Tom Helvey, agreed.",
            "managing director",
            "StratWays Group",
            id="before the name and a comma",
        ),
        pytest.param(
            "Tom Helvey, a Foo Corp. policy analyst who writes, agreed.",
            "policy analyst",
            "Foo Corp.",
            id="within the role",
        ),
        pytest.param("On Monday President Moon Jae-in spoke.", "President", None, id="a title"),
        pytest.param(
            "The former Foreign Minister Tom Helvey spoke.", "former Foreign Minister", None, id="a long title"
        ),
        pytest.param("Harbour Workers Union Gen. Tom Helvey spoke.", "General", "Harbour Workers Union", id="a rank"),
        pytest.param(
            "Tom Helvey, who chairs the Harbour Workers Union, agreed.",
            "chair",
            "Harbour Workers Union",
            id="by a verb",
        ),
        pytest.param(
            "Tom Helvey, an officer for Inner Bay affairs, agreed.",
            "officer for Inner Bay affairs",
            None,
            id="a subject",
        ),
        pytest.param("Tom Helvey is the mayor of Brightwater.", "mayor of Brightwater", None, id="an office of a town"),
        pytest.param("Tom Helvey was a lawyer and poet.", "lawyer and poet", None, id="a profession"),
        pytest.param(
            "Tom Helvey, now an adviser to the court, agreed.", "adviser to the court", None, id="what somebody is now"
        ),
        pytest.param(
            "Tom Helvey, assistant secretary of defense on harbour affairs, agreed.",
            "assistant secretary of defense on harbour affairs",
            None,
            id="without an article",
        ),
        pytest.param(
            "“No,” said Tom Helvey, a lecturer at Stray College.", "lecturer", "Stray College", id="an unknown college"
        ),
    ],
)
def test_a_role_is_found(sentence: str, title: str, organization: str | None) -> None:
    assert roles(sentence) == [(title, organization)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Tom Helvey agreed.", id="nothing is said"),
        pytest.param("Mr. Helvey agreed.", id="a form of address is no role"),
        pytest.param("Tom Helvey, a man of few words, agreed.", id="no noun of a role"),
        pytest.param("Tom Helvey, Ann Wolde and others agreed.", id="a list of names"),
        pytest.param("The director met Tom Helvey in Seoul.", id="somebody else's role"),
        pytest.param("Tom Helvey, in a letter to the director of StratWays Group, agreed.", id="what he wrote to"),
        pytest.param("Brightwater, the capital, slept.", id="a town has no role"),
    ],
)
def test_no_role_is_made_up(sentence: str) -> None:
    assert roles(sentence) == []


def test_a_role_is_told_once_and_where() -> None:
    texts = [f"Head\n\nTom Helvey, the editor of Foo Corp., {verb}." for verb in ("came", "left")]
    [one] = [one for one in proposed(texts, Listed(NAMES)) if one.name == "Tom Helvey"]
    assert [(role.title, role.organization, role.at.article) for role in one.roles] == [("editor", "Foo Corp.", "a1")]
    assert one.evidence[0] == one.roles[0].at


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Stray Hill, a lawyer at Foo Corp., came.", PERSON, id="with a role"),
        pytest.param("Stray Hill, a village at the sea, slept.", PLACE, id="without"),
    ],
)
def test_who_has_a_role_is_a_person(text: str, kind: Kind) -> None:
    found = proposed([f"Head\n\n{text}"], Listed({"Stray Hill": PLACE}, 0.5))
    assert [one.kind for one in found] == [kind]
