"""What an article shows beside its words: first mentions as links if so wished, the panel, its neighbours by date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import built, edit
from edition.index import outline
from edition.link import annotate
from edition.model import Annotation, Edition, Entity, Kind, Links, Registry, Site, Source
from edition.read import read_article
from edition.read.site import read_site
from edition.recognise import Names, find_candidates
from edition.render.article.articles import article_page_of
from edition.render.article.panel import panel, previous_next, why_linked
from making import edition as edition_in
from making import edition_of
from reading import address, href, words
from reading import trees as pages_of

REGISTRY = Registry(
    (
        Entity(id="ada", kind=Kind.PERSON, name="Ada Larsen"),
        Entity(id="eva", kind=Kind.PERSON, name="Eva Ås <b>"),
        Entity(id="havn", kind=Kind.PLACE, name="Havn"),
    )
)
NEWS = "Ada Larsen in Havn\n\nAda Larsen came to Havn. Ms. Larsen liked Havn."


def annotated(text: str, name: str = "news") -> Annotation:
    article, _ = read_article(Source(f"articles/{name}.txt", text.encode()))
    assert article
    return annotate(article, find_candidates(article, Names(REGISTRY)), REGISTRY)


def made_of(*annotations: Annotation, links: Links = Links.EVERY) -> Edition:
    return edition_of(annotations, REGISTRY, site=Site("Test", links=links))


def article_text(text: str, links: Links) -> str:
    """The Markdown of the blocks of an article."""
    annotation = annotated(text)
    made = made_of(annotation, links=links)
    page = article_page_of(annotation, made, (None, None)).text
    return page.split("\n---\n")[1].split("<aside")[0]


def trees(fragments: Iterator[str]) -> list[LexborHTMLParser]:
    return [LexborHTMLParser(one) for one in fragments]


def test_every_mention_is_a_link_if_nothing_else_is_said() -> None:
    assert Site("Test").links is Links.EVERY
    assert article_text(NEWS, Links.EVERY).count("](../") == 6


def test_the_first_mention_in_the_text_is_the_link_and_the_others_keep_their_place() -> None:
    text = article_text(NEWS, Links.FIRST)
    assert "[Ada Larsen](../../people/ada/index.md){ .person #p1m1 } came to [Havn]" in text
    assert "[Havn](../../places/havn/index.md){ .place #p1m2 }." in text
    assert '<span id="p1m3" class="mention">Ms. Larsen</span> liked <span id="p1m4" class="mention">Havn</span>' in text
    assert '# <span id="p0m1" class="mention">Ada Larsen</span> in <span id="p0m2" class="mention">Havn</span>' in text


def test_a_name_that_stands_in_the_headline_alone_is_a_link_there() -> None:
    text = article_text("Ada Larsen Resigns\n\nNobody else came to Havn.", Links.FIRST)
    assert "# [Ada Larsen](../../people/ada/index.md){ .person #p0m1 } Resigns" in text


def test_the_panel_is_the_same_whether_every_mention_is_a_link_or_the_first() -> None:
    every, first = (list(panel(annotated(NEWS), made_of(links=links))) for links in Links)
    assert every == first


def test_the_panel_leads_to_the_page_and_to_the_mentions() -> None:
    (tree,) = trees(panel(annotated(NEWS), made_of()))
    first = tree.css_first("li")
    assert first is not None
    name, count = first.css("a")
    assert name.attributes == {"class": "person", "href": "../../people/ada/"}
    assert (count.attributes["href"], count.attributes["data-walk"]) == ("#p0m1", "p0m1 p1m1 p1m3")
    assert count.text() == "3"


def test_the_panel_lists_kinds_in_their_order_and_only_those_that_are_named() -> None:
    (tree,) = trees(panel(annotated(NEWS), made_of()))
    assert [node.text() for node in tree.css("h3")] == ["People", "Places"]


def test_a_name_of_angle_brackets_is_shown_and_not_read() -> None:
    (tree,) = trees(panel(annotated("Eva Ås <b> here\n\nText."), made_of()))
    assert [node.text() for node in tree.css("li a.person")] == ["Eva Ås <b>"]
    assert tree.css("li b") == []


def test_an_article_that_names_nobody_has_neither_panel_nor_reasons() -> None:
    quiet = annotated("Nothing\n\nNothing happened.")
    assert list(panel(quiet, made_of())) == []
    assert list(why_linked(quiet, made_of())) == []


def test_previous_and_next_show_date_and_headline() -> None:
    before = annotated("---\ndate: 2021-05-06\n---\nRain & <wind>\n\nIt rained.", "rain")
    (tree,) = trees(previous_next("news", outline(before), outline(annotated("Snow\n\nIt snowed.", "snow"))))
    assert [node.attributes["href"] for node in tree.css("a")] == ["../rain/", "../snow/"]
    assert [node.attributes["rel"] for node in tree.css("a")] == ["prev", "next"]
    assert [node.text() for node in tree.css("a")] == ["Previous, 6 May 2021 Rain & <wind>", "Next Snow"]


def test_a_single_article_has_no_neighbours() -> None:
    assert list(previous_next("news", None, None)) == []


@pytest.mark.parametrize(
    ("settings", "links"),
    [
        pytest.param("", Links.EVERY, id="every mention, where nothing is said"),
        pytest.param("extra: {links: every}", Links.EVERY, id="every"),
        pytest.param("extra: {links: first}", Links.FIRST, id="first"),
    ],
)
def test_the_settings_say_which_mentions_are_links(settings: str, links: Links) -> None:
    site, problems = read_site(Source("mkdocs.yml", f"site_name: Test\n{settings}\n".encode()), {})
    assert problems == ()
    assert site
    assert site.links is links


def test_another_word_for_links_is_a_problem_with_its_place() -> None:
    _, problems = read_site(Source("mkdocs.yml", b"site_name: Test\nextra:\n  links: some\n"), {})
    assert [str(problem) for problem in problems] == [
        "mkdocs.yml:3:10: E104 `links` cannot be `some`. Fix: write `every` to link every mention of a name, "
        "or `first` to link the first one of an article."
    ]


def test_on_a_site_of_first_mentions_every_line_of_a_concordance_leads_to_the_very_words(tmp_path: Path) -> None:
    news = "---\ntitle: Kim Jong Un in Seoul\n---\nKim Jong Un came to Seoul. Mr. Kim liked it. Kim left Seoul.\n"
    folder = edition_in(tmp_path / "edition", {"news.txt": news})
    edit(folder / "mkdocs.yml", "links: every", "links: first")
    pages = pages_of(built(folder))
    for page, count in (("people/kim/", 4), ("places/seoul/", 3)):
        keywords = pages[page].css(".concordance li a")
        assert len(keywords) == count
        for keyword in keywords:
            target, anchor = address(page, href(keyword)).split("#")
            assert words(pages[target].css_first(f"#{anchor}")) == words(keyword)
    assert len(pages["articles/news/"].css("article [id^=p] > a[id]")) == 2
