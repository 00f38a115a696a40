"""The proof of the promises notices what a reader would: a changed word, a block that moved, a link into nothing."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.check import Demand, HtmlPage, broken_links, changed_words, is_concerned, offered, read_page, wanted
from edition.check.pages import target
from edition.model import Source
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
    return "\n".join(str(problem) for problem in changed_words(article, tree))


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
        pytest.param("", False, id="nothing, which is the page itself"),
        pytest.param("../b/#", False, id="an empty anchor"),
        pytest.param("../../style.css#part", False, id="an anchor of what is no page is not asked"),
        pytest.param("../b/index.html#nowhere", False, id="nor that of a page by its file"),
        pytest.param("../b/index.html", False, id="the file of a page"),
        pytest.param(".././b/", False, id="a step that leads nowhere"),
        pytest.param("#nowhere", True, id="an anchor that the page itself has not"),
        pytest.param("../b%00there/", True, id="an address that looks like a page and its anchor"),
        pytest.param("../b", True, id="a page without its last slash"),
        pytest.param("../b/#nowhere", True, id="an anchor that is not there"),
        pytest.param("../../../", True, id="a path out of the site"),
        pytest.param("/articles/b/", True, id="a path from the root that leaves the site"),
    ],
)
def test_broken_links(link: str, broken: bool) -> None:
    html = {
        "articles/a/index.html": f'<p id="here"><a href="{link}">x</a></p>',
        "articles/b/index.html": '<p id="there"></p>',
        "articles/김/index.html": '<p id="there"></p>',
        "index.html": "<p></p>",
    }
    pages = {file: read_page(file, text)[0] for file, text in html.items()}
    demand = Demand(wanted(page, "/base/") for page in pages.values())
    there = chain((offered(file, page.anchors) for file, page in pages.items()), [offered("style.css")])
    unmet = demand.unmet(there)
    concerned = [page for page in pages.values() if is_concerned(wanted(page, "/base/"), unmet)]
    told = [str(problem) for page in concerned for problem in broken_links(page, "/base/", unmet, "a.md")]
    line = f"a.md: E302 The link `{link}` leads nowhere. Fix: correct the page, or the link on it."
    assert told == [line] * broken


LINKS = st.lists(st.sampled_from(["..", ".", "a", "b.html", "", "/", "#", "p1", "%20", "?", "x:", "김", "é"])).map(
    "/".join
)


@given(LINKS, st.sampled_from(["", "404.html", "a/", "a/b/", "a/b/c.html"]))
def test_the_quick_way_to_a_target_is_the_same_as_the_long_one(link: str, page: str) -> None:
    for one in (link, link.replace("/#/", "/#"), link.replace("/#/", "#")):
        found = [(where, anchor) for _, where, anchor in HtmlPage(page, frozenset(), (one,)).targets("/base/")]
        assert found == ([there] if (there := target(page, one, "/base/")) else [])


def test_what_pages_load_is_known_by_its_file() -> None:
    page, _ = read_page("a/index.html", '<script src="../assets/x.js"></script>')
    demand = Demand([wanted(page, "/")])
    assert demand.includes_any(["assets/w.js", "assets/x.js"])
    assert not demand.includes_any(["assets/w.js"])
    assert not demand.includes_any([])
