"""Sentences: where one ends, and where only an abbreviation does."""

import pytest

from edition.model import Span
from edition.read.sentences import find_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["One.", "Two!", "Three?", "Four…", "Five"], id="each mark ends one"),
        pytest.param(["Mr. Kim met Gen. Brooks.", "He left."], id="a title ends none"),
        pytest.param(["The U.S. Army stayed.", "It was quiet."], id="initials end none before a name"),
        pytest.param(["He left the U.S.", "The army stayed."], id="initials end one before a word that opens one"),
        pytest.param(["It cost 3.5 million.", "On 4 Jan. 2020 it closed."], id="numbers and months end none"),
        pytest.param(["“Go!” she said.", "They went."], id="a quotation goes on in small letters"),
        pytest.param(["“Go.”", "“No.”", "(They stayed.)", "Then what?"], id="marks that close belong to the sentence"),
        pytest.param(["J. K. Kim spoke."], id="initials of a name"),
        pytest.param(["Well... Kim spoke."[:7], "Kim spoke."], id="dots that are one mark"),
        pytest.param(["서울에서 회담이 열렸다.", "김 위원장은 떠났다."], id="Korean"),
        pytest.param(["no mark at all"], id="no mark"),
        pytest.param(["."], id="nothing but a mark"),
    ],
)
def test_sentences(sentences: list[str]) -> None:
    text = "Before. " + " ".join(sentences) + " After. All"
    block = Span(8, len(text) - 11)
    assert [span.of(text) for span in find_sentences(text, block)] == sentences


@pytest.mark.parametrize(
    "run",
    [
        pytest.param("a" * 500_000, id="one word"),
        pytest.param("." * 500_000 + "x", id="one mark after the other"),
        pytest.param('."' * 250_000 + "x", id="marks and quotation marks"),
        pytest.param("x." + " " * 500_000 + "x", id="one wide space"),
        pytest.param("x. " + "“" * 500_000, id="openings without an end"),
    ],
)
def test_a_long_line_is_read_once(run: str) -> None:
    """Anything that looks at a run again from each of its letters would take hours."""
    covered = find_sentences(run, Span(0, len(run)))
    assert "".join(span.of(run) for span in covered).replace(" ", "") == run.replace(" ", "")
