"""Lines become blocks with roles: headline, byline, paragraph, heading, caption, credit. No line is ever lost."""

import random
import textwrap

import pytest

from edition.model import Source
from edition.read import read_article

LONG = "The minister spoke for an hour about the bridge, the road and the harbour, and nobody asked a question."
MORE = "Two days later the plan was dropped, and the harbour stayed as it had been for a hundred years or so."


def blocks(text: str) -> list[tuple[str, str]]:
    article, problems = read_article(Source("articles/x.txt", text.encode()))
    assert article is not None, problems
    return [(block.role.value, block.span.of(article.text)) for block in article.blocks]


def roles(text: str) -> str:
    return " ".join(role for role, _ in blocks(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(f"Head\n{LONG}\n{MORE}", "headline paragraph paragraph", id="a paragraph a line, no blank line"),
        pytest.param(f"Head\n\n{LONG}\n\n{MORE}", "headline paragraph paragraph", id="a blank line between paragraphs"),
        pytest.param(f"Head\n\n{LONG}\n{MORE}\n\n{LONG}", "headline" + 3 * " paragraph", id="both in one file"),
        pytest.param(f"\n \n\tHead\n\n\n{LONG}\n\n", "headline paragraph", id="blank lines at both ends"),
        pytest.param("Head\nShort.", "headline paragraph", id="two short lines"),
        pytest.param("Head", "headline", id="a headline alone"),
        pytest.param(f"Head\nThe Bridge\n{LONG}", "headline heading paragraph", id="a short line before a long one"),
        pytest.param(f"Head\n‘The Bridge’\n{LONG}", "headline heading paragraph", id="a heading in quotation marks"),
        pytest.param(f"Head\nThe bridge fell.\n{LONG}", "headline paragraph paragraph", id="a sentence is no heading"),
        pytest.param(f"Head\nand so on\n{LONG}", "headline paragraph paragraph", id="a small letter opens no heading"),
        pytest.param(
            f"Head\n{LONG}\nThe Bridge", "headline paragraph paragraph", id="a heading stands before something"
        ),
        pytest.param(f"Head\nBy Ann Lee\n{LONG}", "headline byline paragraph", id="By and a name near the top"),
        pytest.param(f"Head\nBy Monday it fell.\n{LONG}", "headline paragraph paragraph", id="By may open a sentence"),
        pytest.param(f"Head\n{LONG}\nPhoto: A bridge.", "headline paragraph caption", id="a caption"),
        pytest.param(
            "Head\nPhoto: A bridge. - PHOTO: ANN/AP", "headline caption credit", id="a caption and its credit"
        ),
        pytest.param("Head\nPhoto: A bridge. (Photo by Ann)", "headline caption credit", id="a credit in brackets"),
        pytest.param("Head\nPhoto: She looks at pictures of Ann.", "headline caption", id="pictures of are no credit"),
        pytest.param("Head\nPhoto: The source of the river.", "headline caption", id="a source is no credit"),
        pytest.param(f"Head\n{LONG}\nCredit: Ann/AP", "headline paragraph credit", id="a credit in a line of its own"),
        pytest.param(f"Head\nCredit is cheap\n{LONG}", "headline heading paragraph", id="credit may be money"),
    ],
)
def test_roles(text: str, wanted: str) -> None:
    assert roles(text) == wanted


@pytest.mark.parametrize("width", [50, 72, 80, 100])
def test_hard_wrapped_text_is_joined_again(width: int) -> None:
    paragraphs = [LONG, MORE, f"{LONG} {MORE}", "A short one."]
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert blocks(f"A headline\n\n{wrapped}") == [
        ("headline", "A headline"),
        *(("paragraph", paragraph) for paragraph in paragraphs),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(textwrap.fill(f"Word {LONG}", 60), 1, id="no front matter, all of it one block: the headline"),
        pytest.param(f"A headline\n{textwrap.fill(LONG + MORE + LONG, 60)}", 2, id="no blank line behind the headline"),
        pytest.param(textwrap.fill(" ".join([LONG] * 4), 60), 2, id="a first line as wide as all, then the text"),
    ],
)
def test_wrapped_text_without_a_blank_line(text: str, wanted: int) -> None:
    assert len(blocks(text)) == wanted


def test_a_word_broken_at_its_hyphen_is_one_word_again() -> None:
    lines = [
        "An agreement of the two sides on the inter-",
        "Korean office was signed there on Monday, two",
        "days late.",
    ]
    assert blocks("Head\n\n" + "\n".join(lines))[1][1] == (
        "An agreement of the two sides on the inter-Korean office was signed there on Monday, two days late."
    )


@pytest.mark.parametrize(
    ("front", "text", "wanted"),
    [
        pytest.param("layout: lines", textwrap.fill(LONG, 60), "headline paragraph", id="a paragraph a line"),
        pytest.param("layout: blank-lines", f"Head\n\n{LONG}\n{MORE}", "headline paragraph", id="blank lines alone"),
        pytest.param("layout: wrapped", f"Head\n\n{LONG}\nIt fell.", "headline paragraph", id="wrapped, though wide"),
        pytest.param(
            "roles: {Said: caption}", "Head\nSaid so\nNot said", "headline caption paragraph", id="by first words"
        ),
        pytest.param("roles: {'Photo:': paragraph}", "Head\nPhoto: x", "headline paragraph", id="against the guess"),
        pytest.param("title: Head", f"Head\n\n{LONG}", "headline paragraph", id="a title that stands in the text too"),
        pytest.param("title: Other", f"Head on\n\n{LONG}", "headline heading paragraph", id="a title of its own"),
        pytest.param("title: 'It''s'", "Head on.", "paragraph", id="a title with escapes is on the page alone"),
    ],
)
def test_the_editor_decides(front: str, text: str, wanted: str) -> None:
    assert roles(f"---\n{front}\n---\n{text}") == wanted


def test_no_word_is_ever_lost_or_moved() -> None:
    draw = random.Random(3)
    parts = ["By Ann", "Photo: x", "- PHOTO: A/B", "© B", "Head", LONG, "a-", "b", ".", "", "", " ", "\t", "—", "“Yes"]
    for _ in range(500):
        text = "Head\n" + "\n".join(draw.choice(parts) for _ in range(draw.randrange(12)))
        assert "".join("".join(words for _, words in blocks(text)).split()) == "".join(text.split())
