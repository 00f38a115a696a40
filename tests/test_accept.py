"""Suggestions decided in a text editor: `suggest --write`, `accept`, all or nothing, and twice as good as once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from edition.amend import Post, read_sheet, sheet
from edition.model import Source
from making import build, contents, edition
from suggesting import Listed, organizations, people, proposed

TEXT = (
    "The first day\n\nAnn Wolde, the managing director of Brightwater Shipping, met Tom Helvey and T. Helvie: all "
    "well.\n\nWolde left. Ann Wolde stayed, Tommy Helvey said.\n"
)
NAMES = people("Ann Wolde", "Wolde", "Tom Helvey", "T. Helvie", "Tommy Helvey")
HELVEY = "- suggestion: helvey\n  decision: {}\n  kind: person\n  name: Tom Helvey\n"
SECOND = "  second: {id: tom-younger, name: Tom Helvey, articles: [b]}\n"
TWO = HELVEY.format("two") + "  articles:\n    a: [Tom Helvey, Helvey]\n    b: [Helvey]\n" + SECOND


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return edition(tmp_path / "edition", {"a.txt": TEXT})


def decided(folder: Path, text: str) -> Path:
    file = folder / "decided.yml"
    file.write_text(text, encoding="utf-8")
    return file


def read(text: str) -> tuple[list[tuple[int, str, str]], list[tuple[int, str]]]:
    """Line, decision and target of each row; what is wrong."""
    rows, wrong, _ = read_sheet(Source("x.yml", text.encode()))
    return [(one.line, one.choice.decision.value, one.choice.target) for one in rows], [tuple(one) for one in wrong]


def test_a_sheet_that_nobody_touched_decides_nothing_and_says_all() -> None:
    found = proposed([TEXT], Listed(NAMES | organizations("Brightwater Shipping")))
    text = sheet(found)
    rows, wrong, proposals = read_sheet(Source("x.yml", text.encode()))
    assert (rows, wrong) == ((), ())
    assert proposals["ann-wolde"].posts == (Post("managing director", "Brightwater Shipping"),)
    assert list(proposals) == [one.id for one in found]
    assert "# a1, paragraph 1: [Ann Wolde], the managing director of Brightwater Shipping, met" in text


def test_a_sheet_of_hostile_words_reads_back() -> None:
    name = "Ann: # <b> \"'Wolde"
    found = proposed([f"Day\n\n{name} met Tom\u202e Helvey. {name} left."], Listed(people(name, "Tom")))
    text = sheet(found)
    assert "\u202e" not in text
    _, wrong, proposals = read_sheet(Source("x.yml", text.encode()))
    assert not wrong
    assert name in {one.name for one in proposals.values()}


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("accept", ("accept", "")),
        ("same as ann", ("same as", "ann")),
        ("same as: ann", ("same as", "ann")),
        ("{same as: ann}", ("same as", "ann")),
        ("'alias of: ann'", ("alias of", "ann")),
        ("never # noise", ("never", "")),
        ("later", ("later", "")),
    ],
)
def test_a_decision_may_be_written_in_several_ways(written: str, understood: tuple[str, str]) -> None:
    assert read(HELVEY.format(written)) == ([(2, *understood)], [])


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        pytest.param(HELVEY.format("acept"), 2, "did you mean `accept`", id="no decision"),
        pytest.param(HELVEY.format("same as"), 2, "needs an id", id="without an id"),
        pytest.param(HELVEY.format("two"), 2, "decide it on the page", id="two in one article"),
        pytest.param(TWO.replace(SECOND, ""), 2, "write `second: {id:", id="two without a second"),
        pytest.param(
            TWO.replace("articles: [", "article: ["), 8, "did you mean `articles`", id="unknown field of the second"
        ),
        pytest.param(TWO.replace("id: tom-", "id: Tom-"), 8, "`Tom-younger` is no id", id="a second without an id"),
        pytest.param(TWO.replace("[b]", "[bb]"), 8, "`bb` is no article of Tom Helvey", id="no article of the name"),
        pytest.param(HELVEY.format("accept") * 2, 5, "stands twice", id="twice"),
        pytest.param(HELVEY.format("accept") + "  nmae: x\n", 5, "did you mean `name`", id="unknown field"),
        pytest.param(HELVEY.format("accept").replace("person", "people"), 3, "is no kind", id="no kind"),
        pytest.param(HELVEY.format("accept") + "  aliases: x\n", 5, "is a list", id="no list"),
        pytest.param(HELVEY.format("accept") + "  roles: [x]\n", 5, "has a title", id="no role"),
        pytest.param(HELVEY.format("accept") + "  aliases: [{x: y}]\n", 5, "stand words", id="no words"),
        pytest.param(HELVEY.format("accept").replace("name: Tom Helvey", ""), 1, "has an id and a name", id="no name"),
        pytest.param("- x\n", 1, "is no suggestion", id="only a word"),
        pytest.param("a: b\n", 1, "no list", id="no list at all"),
        pytest.param("- a: 'b\n", 1, "never closed", id="no YAML"),
        pytest.param("- " * 50 + "a", 1, "Nested deeper", id="deep"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, why: str) -> None:
    _, wrong = read(text)
    assert [one for one, _ in wrong] == [line]
    assert why in wrong[0][1]


def test_bytes_that_are_no_text_are_refused() -> None:
    _, wrong, _ = read_sheet(Source("x.yml", b"- name: \xff\xfe"))
    assert len(wrong) == 1


def test_from_suggestions_to_a_registry_and_once_more(folder: Path) -> None:
    file = folder / "decide.yml"
    done = build(folder, "suggest", "--write", file)
    assert done.returncode == 0, done.stderr
    assert build(folder, "suggest", "--write", file).returncode == 2
    text = file.read_text(encoding="utf-8")
    assert "- suggestion: ann-wolde\n  decision:\n" in text
    for id, decision in {"ann-wolde": "accept", "tom-helvey": "accept", "tommy-helvey": "same as: tom-helvey"}.items():
        text = text.replace(f"- suggestion: {id}\n  decision:\n", f"- suggestion: {id}\n  decision: {decision}\n")
    file.write_text(text, encoding="utf-8")

    done = build(folder, "accept", file)
    assert done.returncode == 0, done.stderr
    people = (folder / "entities/people.yml").read_text(encoding="utf-8")
    assert people.startswith("kim:\n  name: Kim Jong Un\n\nann-wolde:\n  name: Ann Wolde\n  roles:\n")
    assert "organization: brightwater-shipping" in people
    assert "brightwater-shipping:" in (folder / "entities/organizations.yml").read_text(encoding="utf-8")
    assert "Ann Wolde is in the registry as ann-wolde." in done.stderr

    before = contents(folder)
    done = build(folder, "accept", file)
    assert (done.returncode, contents(folder)) == (0, before), done.stderr
    assert "No file had to be changed." in done.stderr
    assert build(folder, "check").returncode == 0


def test_two_of_one_name_are_told_apart_article_by_article(tmp_path: Path) -> None:
    met = "Day\n\nTom Helvey met Ann Wolde. Helvey left.\n"
    folder = edition(tmp_path / "edition", {f"{id}.txt": met for id in "abc"})
    file = folder / "decide.yml"
    done = build(folder, "suggest", "--write", file)
    assert done.returncode == 0, done.stderr
    text = file.read_text(encoding="utf-8")
    assert "  articles:\n    a: [Tom Helvey, Helvey]\n    b: [Tom Helvey, Helvey]\n" in text
    file.write_text(
        text.replace("- suggestion: tom-helvey\n  decision:\n", f"- suggestion: tom-helvey\n  decision: two\n{SECOND}"),
        encoding="utf-8",
    )
    done = build(folder, "accept", file)
    assert done.returncode == 0, done.stderr
    assert "Tom Helvey is two." in done.stderr
    done = build(folder, "annotate")
    mentions = [json.loads(line) for line in done.stdout.splitlines()]
    found = {(one["article"], one["entity"]) for one in mentions if "Helvey" in one["surface"]}
    assert found == {("a", "tom-helvey"), ("b", "tom-younger"), ("c", "tom-helvey")}
    before = contents(folder)
    done = build(folder, "accept", file)
    assert (done.returncode, contents(folder)) == (0, before), done.stderr


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("{id: tom-younger, name: Tom Helvey, articles: []}", "All articles are of one of the two."),
        ("{id: tom-younger, name: Tom Helvey, articles: [a, b]}", "All articles are of one of the two."),
        ("{id: nobody, articles: [b]}", "There is no entity `nobody`."),
        ("{id: helvey, articles: [b]}", "Both are `helvey`."),
        ("{id: kim-old, name: Tom Helvey, articles: [b]}", "`kim-old` was the id of another."),
    ],
    ids=["none", "all", "nobody", "the first", "a former id"],
)
def test_a_second_that_cannot_be_is_refused(folder: Path, second: str, why: str) -> None:
    people = folder / "entities/people.yml"
    people.write_text("kim: {name: Kim Jong Un, former_ids: [kim-old]}\n", encoding="utf-8")
    before = contents(folder / "entities")
    done = build(folder, "accept", decided(folder, TWO.replace(SECOND, f"  second: {second}\n")))
    assert done.returncode == 1
    assert f"decided.yml:2: {why}" in done.stderr
    assert contents(folder / "entities") == before


def test_one_wrong_line_and_nothing_is_written(folder: Path) -> None:
    before = contents(folder / "entities")
    text = HELVEY.format("accept") + "- suggestion: x\n  decision: same as nobody\n  kind: person\n  name: X\n"
    done = build(folder, "accept", decided(folder, text))
    assert done.returncode == 1
    assert "decided.yml:6: There is no entity `nobody`." in done.stderr
    assert "Nothing was written." in done.stderr
    assert contents(folder / "entities") == before


@pytest.mark.parametrize("broken", [b"a: 'b\n", b"\xff", b"a:\n  name: \x00x\n"])
def test_a_broken_registry_is_named_and_left(folder: Path, broken: bytes) -> None:
    (folder / "entities/people.yml").write_bytes(broken)
    done = build(folder, "accept", decided(folder, HELVEY.format("accept")))
    assert done.returncode == 1
    assert re.search(r"^entities/people.yml:\d:\d+: E1\d\d ", done.stderr, re.MULTILINE)
    assert (folder / "entities/people.yml").read_bytes() == broken


def test_a_registry_that_is_a_link_is_left(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "people.yml"
    target.write_text("a:\n  name: A\n")
    (folder / "entities/people.yml").unlink()
    (folder / "entities/people.yml").symlink_to(target)
    assert build(folder, "accept", decided(folder, HELVEY.format("accept"))).returncode == 1
    assert target.read_text() == "a:\n  name: A\n"


def test_no_file_is_wrong_use(folder: Path) -> None:
    assert build(folder, "accept", folder / "none.yml").returncode == 2
    assert build(folder, "accept", folder).returncode == 2
