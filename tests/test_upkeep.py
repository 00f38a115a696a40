"""A living edition: what waits for its editor, and what changed between two states."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.cli import main
from edition.model import Span
from edition.upkeep import Mark, State, difference, sections
from making import build, edition

PEOPLE = """\
ann-lee: {name: Ann Lee, aliases: [Anna Lee, Ann Leigh], roles: [{title: reporter}]}
bo-lee: {name: Bo Lee}
cy-roe: {name: Cy Roe}
"""
DAY = "---\ndate: 2020-06-01\n---\n"
TEXT = f"{DAY}Anna Lee Meets Bo Lee\n\nAnna Lee spoke. Bo Lee listened. Later Lee left Seoul, and Lee wept.\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = edition(
        tmp_path_factory.mktemp("small") / "edition",
        {"a.txt": TEXT, "b.txt": "No Date\n\nNobody is here.\n"},
        people=PEOPLE,
    )
    (made / "entities" / "decisions.yml").write_text("- {name: Zed, is: nothing}\n", encoding="utf-8")
    return made


def listed(folder: Path) -> list[tuple[str, str, int, str]]:
    lines = build(folder, "check", "--json").stdout.splitlines()
    return [(one["matter"], one["file"], one["line"], one["subject"]) for one in map(json.loads, lines)]


def test_what_waits_for_the_editor_is_listed_most_useful_first(small: Path) -> None:
    assert listed(small) == [
        ("unresolved", "articles/a.txt", 6, "Lee"),
        ("unnamed", "entities/people.yml", 3, "cy-roe"),
        ("unused", "entities/people.yml", 1, "Ann Leigh"),
        ("undated", "articles/b.txt", 1, "articles/b.txt"),
        ("untied", "entities/people.yml", 1, "reporter"),
        ("idle", "entities/decisions.yml", 1, "entities/decisions.yml"),
    ]


def test_for_people_each_matter_has_its_number(small: Path) -> None:
    said = build(small, "check").stdout
    assert said.startswith("Names without a link: 1\n  articles/a.txt:6: Lee (2 times): ")
    assert "\nEntities that no article names: 1\n  entities/people.yml:3: cy-roe: " in said


def test_long_lists_are_cut_unless_all_is_asked_for(tmp_path: Path) -> None:
    people = "".join(f"person-{n}: {{name: Nobody {n}x}}\n" for n in range(12))
    made = edition(tmp_path / "edition", people=people)
    assert "  and 2 more: check --all\n" in build(made, "check").stdout
    assert "more: check --all" not in build(made, "check", "--all").stdout


MARKS = st.lists(
    st.tuples(st.integers(0, 300), st.sampled_from(["Lee", "Ann Lee", "Bo"]), st.sampled_from("abc")),
    max_size=12,
    unique_by=lambda one: one[0],
)
STATES = st.dictionaries(st.sampled_from(["x", "y", "z"]), MARKS)


def state(marks: dict[str, list[tuple[int, str, str]]]) -> State:
    """With as many entities as there are links to."""
    entities = {id: {"id": id, "name": id.upper()} for of_one in marks.values() for _, _, id in of_one}
    placed = [
        (article, tuple(Mark(Span(at, at + len(words)), words, id, 1) for at, words, id in sorted(marks[article])))
        for article in sorted(marks)
    ]
    return State({id: {"id": id} for id in marks}, entities, placed)


@given(STATES)
def test_a_state_does_not_differ_from_itself(marks: dict[str, list[tuple[int, str, str]]]) -> None:
    assert difference(state(marks), state(marks)).is_empty


@given(STATES, STATES)
def test_a_difference_adds_up(
    before: dict[str, list[tuple[int, str, str]]], after: dict[str, list[tuple[int, str, str]]]
) -> None:
    found = difference(state(before), state(after))
    shared = before.keys() & after.keys()
    links = [sum(len(marks[id]) for id in shared) for marks in (before, after)]
    assert links[0] - len(found.lost) == links[1] - len(found.won)
    back = difference(state(after), state(before))
    assert (found.articles_new, found.articles_gone) == (back.articles_gone, back.articles_new)
    assert [one.id for one in found.entities_new] == [one.id for one in back.entities_gone]


A = [(10, "Lee", "a"), (50, "Lee", "a"), (90, "Bo", "b")]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param(A[:1] + A[2:], {"Links lost": ["A"]}, id="a link is lost"),
        pytest.param([*A, (120, "Bo", "b")], {"Links won": ["B"]}, id="a link is won"),
        pytest.param([A[0], (50, "Lee", "b"), A[2]], {"Links corrected": ["A → B"]}, id="a link is another's"),
        pytest.param([(at + 7, words, id) for at, words, id in A], {"Changed articles": ["x"]}, id="all words moved"),
        pytest.param(
            [A[0], (60, "Lee", "a"), (100, "Bo", "b"), (110, "Lee", "a")],
            {"Changed articles": ["x"], "Links won": ["A"]},
            id="words between, and one more link",
        ),
        pytest.param(
            [A[0], (46, "Ann Lee", "b"), A[2]],
            {"Links corrected": ["A → B"]},
            id="a longer name in the place of a shorter one",
        ),
        pytest.param(
            [(at, words, "a") for at, words, _ in A], {"Merged entities": ["B (b)"]}, id="an entity is merged"
        ),
        pytest.param(
            [(at, words, {"b": "c"}.get(id, id)) for at, words, id in A],
            {"Entities with another id": ["B (b)"]},
            id="an entity has another id",
        ),
        pytest.param(
            [A[0], (50, "Lee", "c"), A[2]],
            {"New entities": ["C"], "Links corrected": ["A → C"]},
            id="an entity is split",
        ),
    ],
)
def test_what_changed_is_told_once(after: list[tuple[int, str, str]], told: dict[str, list[str]]) -> None:
    old, new = state({"x": A}), state({"x": after})
    found = sections(difference(old, new), old, new)
    assert {one.title: [item.name for item in one.items] for one in found} == told


@pytest.fixture(scope="module")
def two_states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    small = edition(tmp_path_factory.mktemp("states") / "edition", {"a.txt": TEXT}, people=PEOPLE)
    build(small, "pages")
    old = shutil.copytree(small / "docs" / "data", small.parent / "old")
    people = PEOPLE.replace("cy-roe: {name: Cy Roe}", "dee-roe: {name: Dee <i>Roe</i>, sort: Roe}")
    people = people.replace("name: Bo Lee", "name: Bo Lee, description: Guest")
    (small / "entities" / "people.yml").write_text(people, encoding="utf-8")
    (small / "articles" / "c.txt").write_text(f"{DAY}Bo Lee Again\n", encoding="utf-8")
    build(small, "pages")
    return old, small / "docs"


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """What `diff` says in this process: exit code, standard output, standard error."""
    capsys.readouterr()
    code = main(["diff", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_two_builds_are_compared(two_states: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = told(capsys, *two_states)
    assert code == 0
    assert out.splitlines() == [
        "New articles: 1",
        "  Bo Lee Again · 2020-06-01",
        "New entities: 1",
        "  Dee <i>Roe</i> · person",
        "Removed entities: 1",
        "  Cy Roe (cy-roe) · person",
        "Changed entities: 1",
        "  Bo Lee · person · description: nothing → Guest",
    ]
    assert err.endswith("5 links before, 6 links after.\n")


def test_as_json_and_as_a_page(
    two_states: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "new" / "diff.html"
    _, out, _ = told(capsys, *two_states, "--json", "--page", page)
    assert [one["name"] for one in json.loads(out)["New articles"]] == ["Bo Lee Again"]
    text = page.read_text(encoding="utf-8")
    assert "Dee &lt;i&gt;Roe&lt;/i&gt;" in text
    assert "<i>" not in text
    assert "Bo Lee Again" in text


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda folder: (folder / "people.json").unlink(), id="a file is missing"),
        pytest.param(lambda folder: (folder / "people.json").write_text("{"), id="half a file"),
        pytest.param(lambda folder: (folder / "people.json").write_text('{"a": 1}'), id="no list"),
        pytest.param(lambda folder: (folder / "people.json").write_text("[" * 100_000), id="too deep"),
        pytest.param(lambda folder: (folder / "mentions.jsonl").unlink(), id="no mentions"),
        pytest.param(lambda folder: (folder / "mentions.jsonl").write_text("[]\n"), id="no mention"),
        pytest.param(lambda folder: (folder / "mentions.jsonl").write_text('{"article": "a"}\n'), id="half a mention"),
        pytest.param(lambda folder: (folder / "mentions.jsonl").write_bytes(b"\xff\n"), id="no text"),
        pytest.param(shutil.rmtree, id="no folder"),
    ],
)
def test_other_folders_are_refused(
    two_states: tuple[Path, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], object],
) -> None:
    old, new = two_states
    spoilt = shutil.copytree(old, tmp_path / "old")
    spoil(spoilt)
    code, _, err = told(capsys, spoilt, new)
    assert code == 2
    assert "Fix: name the folder" in err
