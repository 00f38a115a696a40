"""What bench/suggest.py measures: names are cut as the development sets cut them, and counted as their scorer does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from finders import capitals, grouped, measured, rules, trimmed
from suggest import read, row, scorer, with_groups


@pytest.mark.parametrize(
    ("found", "name"),
    [
        pytest.param("Dora Keller", "Dora Keller", id="a name stays"),
        pytest.param("the Harbour Board", "Harbour Board", id="no article"),
        pytest.param("Mr. Keller", "Keller", id="no title"),
        pytest.param("“Merrow”", "Merrow", id="no quotes"),
        pytest.param("Norway's", "Norway", id="no possessive"),
        pytest.param("Berlin.", "Berlin", id="no full stop"),
        pytest.param("Merrow Inc.", "Merrow Inc.", id="an abbreviation keeps its full stop"),
        pytest.param("U.S.", "U.S.", id="letters keep theirs"),
    ],
)
def test_peers_are_not_blamed_for_what_they_count_as_names(found: str, name: str) -> None:
    (one,) = trimmed(f"xx {found}", 3, 3 + len(found), "person")
    assert f"xx {found}"[one["start"] : one["end"]] == name  # type: ignore[misc]


def test_nothing_is_left_of_marks() -> None:
    assert trimmed("“—”", 0, 3, "person") == []


def test_a_peer_that_does_not_group_has_a_group_for_each_writing() -> None:
    text = "Lee and Lee"
    found = with_groups(text, [{"start": 0, "end": 3}, {"start": 8, "end": 11}, {"start": 0, "end": 3, "cluster": 7}])
    assert [one["cluster"] for one in found] == ["Lee", "Lee", 7]


TEXT = "Reporters asked Maria Lopez.\n\nThen Lopez left Jakarta."


@pytest.mark.parametrize("make", [rules, grouped])
def test_dateline_is_measured_in_the_offsets_of_the_text(make) -> None:  # type: ignore[no-untyped-def]
    (found,), speed = measured(make, [TEXT], 0.0001)
    assert sorted(TEXT[one["start"] : one["end"]] for one in found) == ["Jakarta", "Lopez", "Maria Lopez"]
    assert speed > 0


def test_runs_of_capitals_find_what_has_capitals() -> None:
    assert "Maria Lopez" in [TEXT[one["start"] : one["end"]] for one in capitals()(TEXT)]  # type: ignore[misc]


def test_a_row_has_the_scores_of_the_scorer(shared: Path) -> None:
    """The marked names themselves are all right, whatever the set."""
    documents = read(shared / "corpora")

    def run(texts: list[str]) -> tuple[list[list[dict[str, object]]], float]:
        return json.loads(json.dumps([one["mentions"] for one in documents])), 0.5

    cells = row(scorer(shared / "corpora"), documents, run)
    assert float(cells[1]) == 100
    assert cells[3] == "0.5"
    assert len(cells) == 8
