"""YAML read without its surprises: every value is words, and knows its place."""

import pytest

from edition.read.parsing import read_yaml

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: 2020-06-16", {"a": "2020-06-16"}, id="a date stays as written"),
        pytest.param("a: 0123", {"a": "0123"}, id="a number too"),
        pytest.param("yes: no", {"yes": "no"}, id="yes and no are words"),
        pytest.param("a: 1e3\nb: .inf", {"a": "1e3", "b": ".inf"}, id="so is what looks like a number"),
        pytest.param("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}, id="nothing is nothing"),
        pytest.param("a: 'null'", {"a": "null"}, id="but not in quotation marks"),
        pytest.param("a: [x, [y]]", {"a": ["x", ["y"]]}, id="lists in lists"),
        pytest.param("a: |\n  x\n  y\nb: >\n  z\n", {"a": "x y", "b": "z"}, id="line breaks inside a value are spaces"),
        pytest.param('a: "x\\u2028y\\nz"', {"a": "x y z"}, id="also those written as escapes"),
        pytest.param('a: "e\\u0301"', {"a": "é"}, id="escapes are normalised as the text is"),
        pytest.param("# only a comment", None, id="a comment is nothing"),
        pytest.param("", None, id="no text is nothing"),
        pytest.param("---\na: x\n...\n", {"a": "x"}, id="marks of a document round it"),
    ],
)
def test_values(text: str, value: object) -> None:
    found, problems = read_yaml("a.yml", text)
    assert problems == ()
    assert (found.plain() if found else None) == value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a: b: c", "a.yml:1:5: E102 YAML does not parse: mapping values", id="two colons"),
        pytest.param("a:\n\tb: c", "a.yml:2:1: E102 YAML does not parse: here stands a tab.", id="a tab"),
        pytest.param(
            'a: x\nb: "y\nc: z', "a.yml:2:4: E102 YAML does not parse: a quotation mark is never", id="open quote"
        ),
        pytest.param(
            "a: x\n---\nb: y", "a.yml:2:1: E102 A second document begins here.", id="what follows is not lost"
        ),
        pytest.param("a: *Breaking news", "a.yml:1:4: E102 `*Breaking` is no value", id="an alias"),
        pytest.param("a: &c news", "a.yml:1:4: E102 YAML takes `&c` for an anchor.", id="an anchor"),
        pytest.param("a: !news flash", "a.yml:1:4: E102 YAML takes `!` and the word behind it", id="a tag"),
        pytest.param(
            "a: !!python/object/apply:os.abort []", "a.yml:1:4: E102 YAML takes `!`", id="a tag that would run"
        ),
        pytest.param(BOMB, "a.yml:2:8: E102 `*a` is no value: aliases are not read.", id="a bomb"),
        pytest.param("<<: {a: x}\na: *b", "a.yml:2:4: E102 `*b`", id="a merge of what does not exist"),
        pytest.param("a: x\na: y", "a.yml:2:1: E201 `a` stands twice, first in line 1.", id="a key twice"),
        pytest.param("? [a]\n: x", "a.yml:1:3: E102 A key must be a word.", id="a list as a key"),
        pytest.param("a: " + "[" * 100_000, "a.yml:1:24: E102 Nested deeper than 20 levels.", id="deep lists"),
        pytest.param("{a: " * 100_000, "a.yml:1:82: E102 Nested deeper than 20 levels.", id="deep fields"),
        pytest.param(
            'a: "\\ud800"', "a.yml:1:7: E102 YAML does not parse: found invalid Unicode", id="half a character"
        ),
        pytest.param(
            'a: "x\\0y"', "a.yml:1:4: E109 U+0000 is a control character.", id="a control character by escape"
        ),
        pytest.param(
            'a: "\\u202ex"', "a.yml:1:4: W101 U+202E changes the direction", id="a turn of direction by escape"
        ),
    ],
)
def test_problems_have_a_place(text: str, told: str) -> None:
    _, problems = read_yaml("a.yml", text)
    assert [str(problem) for problem in problems if str(problem).startswith(told)]


def test_a_key_that_stands_twice_keeps_its_first_value_and_hides_nothing_else() -> None:
    found, problems = read_yaml("a.yml", "a: x\na: y\nb: z\nb: z")
    assert found is not None
    assert found.plain() == {"a": "x", "b": "z"}
    assert len(problems) == 2


def test_tags_and_names_may_stand_in_a_file_that_other_programs_read_too() -> None:
    found, problems = read_yaml("mkdocs.yml", "a: !ENV [X, y]\nb: &b z\nc: *b\nd: !!python/name:os.abort", strict=False)
    assert problems == ()
    assert found is not None
    assert found.plain() == {"a": ["X", "y"], "b": "z", "c": None, "d": ""}
    assert found.at(("a",)).tag == "!ENV"


def test_every_value_knows_its_place() -> None:
    text = "one:\n  two: [x, {three: 한국}]\n"
    found, _ = read_yaml("a.yml", text, first_line=5)
    assert found is not None
    value, key = found.at(("one", "two", 1, "three")), found.at(("one", "two", 1, "three"), key=True)
    assert (value.line, value.column, text[value.start : value.end]) == (6, 20, "한국")
    assert (key.line, key.column) == (6, 13)
    assert found.at(("one", "two", 7)) is found.at(("one", "two"))
    assert found.words(("one", "two", 0)) == "x"
    assert found.words(("one", "missing")) is None
