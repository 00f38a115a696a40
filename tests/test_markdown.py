"""Escaping and links: what a text says is what the page reads, whatever characters it is made of."""

import pytest

from edition.markdown import anchored, attributes, destination, escape, line_start, link


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        pytest.param("plain words, 3.5 % of it", "plain words, 3.5 % of it", id="plain text stays plain"),
        pytest.param("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`", id="emphasis and code are escaped"),
        pytest.param("[a](b)", r"\[a\](b)", id="brackets of a link are escaped"),
        pytest.param("<b>&amp;", "&lt;b&gt;&amp;amp;", id="HTML is shown, not read"),
        pytest.param("{{ x }} {% y %}", r"\{\{ x \}\} \{% y %\}", id="braces are escaped"),
        pytest.param("back\\slash", "back\\\\slash", id="a backslash stands for itself"),
        pytest.param("Stop!", r"Stop\!", id="an exclamation mark at the end cannot make an image of a link"),
        pytest.param("Stop! Now", "Stop! Now", id="an exclamation mark inside is left"),
        pytest.param("# Issue #2 #", r"\# Issue \#2 \#", id="no heading, and none is ended"),
        pytest.param("", "", id="nothing stays nothing"),
    ],
)
def test_escape(text: str, markdown: str) -> None:
    assert escape(text) == markdown


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        pytest.param("1989. It was a year", "1989&#46; It was a year", id="a year is no list"),
        pytest.param("3) third", "3&#41; third", id="a number with a bracket is no list"),
        pytest.param("1989 was a year", "1989 was a year", id="a number without a mark is left"),
        pytest.param("- item", "&#45; item", id="no list"),
        pytest.param("~~~", "&#126;~~", id="no fence"),
        pytest.param("--- x", "&#45;-- x", id="no rule"),
        pytest.param("!!! note", "&#33;!! note", id="no admonition"),
        pytest.param("“Quoted”", "“Quoted”", id="a quotation is left"),
    ],
)
def test_line_start(markdown: str, expected: str) -> None:
    assert line_start(markdown) == expected


def test_a_link_has_words_address_classes_and_id() -> None:
    expected = "[Mr. Kim](../people/kim.md){ .person #p1m1 }"
    assert link("Mr. Kim", "../people/kim.md", "person", id="p1m1") == expected


def test_a_link_cannot_be_left_from_inside() -> None:
    assert link("a](b)", "x y)(.md") == r"[a\](b)](x%20y%29%28.md)"


def test_letters_of_every_script_stay_in_addresses() -> None:
    assert destination("../articles/김정은.md#p1") == "../articles/김정은.md#p1"


def test_no_attributes_no_braces() -> None:
    assert attributes() == ""


def test_a_place_to_lead_to_shows_the_words() -> None:
    assert anchored("<Kim> *x*", "mention", id="p1m2") == r'<span id="p1m2" class="mention">&lt;Kim&gt; \*x\*</span>'
