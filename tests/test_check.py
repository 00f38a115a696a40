"""The proof of the promises notices what a reader would: a changed word, a block that moved, a link into nothing."""

import pytest

from edition.check import broken_links, changed_words, read_page
from edition.model import Annotation, Source
from edition.read import read_article

SOURCE = "Headline here\n\nFirst paragraph, with  two spaces.\n\nSecond & <last>."
PAGE = """<html><body><article>
<h1 id="p0">Headline here</h1><p class="source-line">1 May</p>
<p id="p1">First <a href="../people/x/">paragraph</a>, with two spaces.</p>
<p id="p2">Second &amp; &lt;last&gt;.</p>
<h2 id="named">Named</h2></article></body></html>"""


def said(page: str) -> str:
    article, _ = read_article(Source("articles/x.txt", SOURCE.encode()))
    assert article is not None
    _, tree = read_page("articles/x/index.html", page)
    return "\n".join(str(problem) for problem in changed_words(Annotation(article), tree))


def test_the_words_of_the_source_are_no_problem() -> None:
    assert said(PAGE) == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param("with two", "with", "articles/x.txt:3:1: E301", id="a word is lost"),
        pytest.param("First <a", "The first <a", "reads `The first", id="a word is added"),
        pytest.param("&lt;last&gt;", "last", "articles/x.txt:5:1: E301", id="a mark is lost"),
        pytest.param('id="p2"', 'id="q2"', "shows 2 blocks, the source has 3", id="a block is lost"),
        pytest.param("</p>\n<p id=", "</p>\n<p>Buy!</p><p id=", "stands between", id="a block is added between"),
        pytest.param("</p>\n<p id=", "</p>\nloose words<p id=", "stands between", id="words are added between"),
        pytest.param("Headline here</h1>", "Headline</h1>", "articles/x.txt:1:1: E301", id="the headline is another"),
    ],
)
def test_changed_words(old: str, new: str, told: str) -> None:
    assert old in PAGE
    assert told in said(PAGE.replace(old, new))


@pytest.mark.parametrize(
    ("link", "broken"),
    [
        pytest.param("../b/", False, id="a page beside this one"),
        pytest.param("../b/#there", False, id="an anchor that exists"),
        pytest.param("#here", False, id="an anchor of the page itself"),
        pytest.param("../../style.css", False, id="a file"),
        pytest.param("/base/articles/b/", False, id="a path from the root of the host"),
        pytest.param("https://example.org/x", False, id="another site is not asked"),
        pytest.param("../../", False, id="the home page"),
        pytest.param("../%EA%B9%80/", False, id="letters of another script"),
        pytest.param("../c/", True, id="a page that is not there"),
        pytest.param("http://[1", True, id="no address at all"),
        pytest.param("../b/#nowhere", True, id="an anchor that is not there"),
        pytest.param("../../../", True, id="a path out of the site"),
        pytest.param("/articles/b/", True, id="a path from the root that leaves the site"),
    ],
)
def test_broken_links(link: str, broken: bool) -> None:
    here, _ = read_page("articles/a/index.html", f'<p id="here"><a href="{link}">x</a></p>')
    others = [read_page(path, '<p id="there"></p>')[0] for path in ("articles/b/index.html", "articles/김/index.html")]
    home, _ = read_page("index.html", "<p></p>")
    files = frozenset({"style.css"})
    assert [problem.code for problem in broken_links([here, *others, home], files, "/base/")] == ["E302"] * broken
