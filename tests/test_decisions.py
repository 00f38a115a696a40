"""The editor's file: what is wrong with it, what it touched, what matches nothing, what contradicts."""

import pytest

from edition.index import outline
from edition.link import annotate, decision_problems
from edition.model import Annotation, Entity, Kind, Registry, Source
from edition.read import read_article, read_decisions
from edition.recognise import Names, find_candidates

REGISTRY = Registry(
    (
        Entity(id="kim-dae-jung", kind=Kind.PERSON, name="Kim Dae-jung"),
        Entity(id="kim-jong-un", kind=Kind.PERSON, name="Kim Jong Un"),
    )
)
TEXT = "A day in spring\n\nKim Jong Un met Kim Dae-jung. Then Kim left, and Kim slept.\n"


def problems(file: str) -> list[str]:
    """All that is said of a file of decisions, of its reading and of its work on one article."""
    decisions, of_reading = read_decisions(Source("entities/decisions.yml", file.encode()), REGISTRY.by_id)
    of_work = decision_problems(decisions, [outline(annotated(file))])
    return [str(problem).removeprefix("entities/decisions.yml:") for problem in (*of_reading, *of_work)]


def annotated(file: str) -> Annotation:
    decisions, _ = read_decisions(Source("entities/decisions.yml", file.encode()), REGISTRY.by_id)
    article, _ = read_article(Source("articles/a.txt", TEXT.encode()))
    assert article is not None
    return annotate(article, find_candidates(article, Names(REGISTRY)), REGISTRY, decisions)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        pytest.param("- {name: Kim, is: kim-jong-un}", [], id="a decision that is at work"),
        pytest.param("", [], id="an empty file"),
        pytest.param("name: Kim", ["1:1: E104 The file is no list of decisions."], id="no list"),
        pytest.param("- {name: Kim, is: kim-jong-il}", ["1:19: E203 There is no entity `kim-jong-il`."], id="no id"),
        pytest.param("- {name: Kim}", ["1:3: E104 `is` is missing."], id="nothing is said"),
        pytest.param("- {is: nothing}", ["1:3: E204 A decision has either `name` or `exact`."], id="of no name"),
        pytest.param("- {nam: Kim, is: nothing}", ["1:4: E103 Unknown field `nam`."], id="a field with a typing error"),
        pytest.param(
            "- {name: Kim, from: p2, is: nothing}",
            ["1:3: E204 A paragraph is one of an article."],
            id="paragraph of none",
        ),
        pytest.param("- {name: Lee, is: nothing}", ["1:3: W202 The decision on “Lee” matches nothing."], id="no match"),
        pytest.param(
            "- {name: Kim, article: b, is: nothing}", ["1:3: W202 There is no article `b`."], id="an unknown article"
        ),
        pytest.param(
            "- {name: Kim, is: kim-jong-un}\n- {name: Kim, is: nothing}",
            ["2:3: E205 “Kim” is `nothing` here, and `kim-jong-un` at entities/decisions.yml:1."],
            id="two that contradict each other",
        ),
        pytest.param(
            "- {name: Kim, is: kim-jong-un}\n- {name: Kim, article: a, is: nothing}",
            ["1:3: W202 The decision on “Kim” matches nothing."],
            id="one that a more precise one leaves nothing",
        ),
    ],
)
def test_problems(file: str, said: list[str]) -> None:
    found = problems(file)
    assert len(found) == len(said)
    assert [one.startswith(start) for one, start in zip(found, said, strict=True)] == [True] * len(said), found


def test_a_decision_reports_what_it_touched() -> None:
    touched = annotated("- {name: Kim, is: kim-jong-un}").decisions
    assert [(decision.words, decision.line) for decision in touched] == [("Kim", 1), ("Kim", 1)]


def test_a_link_names_the_decision_as_its_evidence() -> None:
    mention = annotated("\n- {name: Kim, is: kim-jong-un}").mentions[-1]
    assert (mention.rule, mention.evidence) == ("editors decision", "The editor decided it (entities/decisions.yml:2).")
