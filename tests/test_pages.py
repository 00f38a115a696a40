"""The pages that readers get: every word is the source's, every count is the length of the list it stands for."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from edition.model import Kind
from reading import address, href, items_below, trees, words

FOLDERS = [kind.folder for kind in Kind]
BLOCK = re.compile(r"p\d+")
Trees = dict[str, LexborHTMLParser]


def blocks(page: LexborHTMLParser) -> list[LexborNode]:
    """The headline and the blocks of an article's page."""
    return [node for node in page.css("article [id]") if BLOCK.fullmatch(str(node.id))]


def test_readers_see_the_words_of_the_source(built_site: Path, pages: Trees) -> None:
    sources = sorted((built_site.parent / "articles").glob("*.txt"))
    assert sources
    for source in sources:
        _, header, text = source.read_text(encoding="utf-8").split("---\n", 2)
        title = re.search(r'^title: "?(.*?)"?$', header, re.MULTILINE)
        assert title
        shown = [word for block in blocks(pages[f"articles/{source.stem}/"]) for word in words(block).split()]
        assert shown == f"{title[1]} {text}".split(), source.name


@dataclass(frozen=True)
class Named:
    """What the page of an entity shows: the lines of its concordance by article."""

    lines: dict[str, list[LexborNode]]

    @property
    def counts(self) -> tuple[int, int]:
        """Of mentions and articles."""
        return sum(map(len, self.lines.values())), len(self.lines)


def numbers(text: str) -> list[int]:
    """`1,200 mentions in 30 articles` gives 1200 and 30."""
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]


def passages_of(page: str, item: LexborNode) -> list[str]:
    """The addresses of the passages that a line lists: the first is its link, the others stand behind it as numbers."""
    article, first = address(page, href(item.css_first("a"))).split("#")
    listed = re.findall(r"(¶ \d+|headline)(?:, |$)", words(item))
    anchors = ["p0" if one == "headline" else f"p{one[2:]}" for one in listed]
    assert anchors[0] == first
    return [f"{article}#{anchor}" for anchor in anchors]


def counts(text: str) -> tuple[int, ...]:
    """The counts of mentions and articles in a line."""
    found = re.search(r"([\d,]+) mentions? in ([\d,]+) articles?", text)
    return tuple(numbers(found[0])) if found else (0, 0)


def select(page: LexborHTMLParser, selector: str) -> Sequence[LexborNode]:
    return page.css(f".edition {selector}")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> Trees:
    return trees(built_site)


@pytest.fixture(scope="module")
def entities(pages: Trees) -> dict[str, Named]:
    """Every entity page, by its address."""
    return {
        page: Named(
            {str(heading.id).removeprefix("in-"): items_below(heading) for heading in select(tree, "h3[id^=in-]")}
        )
        for page, tree in pages.items()
        if page.count("/") == 2 and page.startswith(tuple(FOLDERS)) and tree.css_first(".edition--entity")
    }


@pytest.fixture(scope="module")
def articles(pages: Trees) -> Trees:
    """Every article's page, by the article's id."""
    return {
        page.split("/")[1]: tree
        for page, tree in pages.items()
        if page.startswith("articles/") and tree.css_matches(".edition--article")
    }


def test_an_entity_page_counts_its_lines_and_its_forms(pages: Trees, entities: dict[str, Named]) -> None:
    assert len(entities) > 100
    for page, entity in entities.items():
        stated = words(pages[page].css_first(".edition .counts"))
        assert counts(stated) == entity.counts, page
        assert len(select(pages[page], ".concordance li")) == entity.counts[0], page
        forms = dict(words(form.parent).rsplit(" ", 1) for form in select(pages[page], ".form"))
        keywords = Counter(words(item.css_first("a")) for lines in entity.lines.values() for item in lines)
        assert {form: int(number.replace(",", "")) for form, number in forms.items()} == keywords, page


def test_an_entity_page_counts_the_passages_that_it_shares_with_others(
    articles: Trees, pages: Trees, entities: dict[str, Named]
) -> None:
    companions = [(page, one) for page in entities for one in select(pages[page], ".companions details")]
    assert len(companions) > 500
    for page, one in companions:
        stated, items, told = words(one.css_first("summary span")), one.css("li"), one.css_first("p")
        other = address(page, href(told.css_first("a")))
        passages = [passage for item in items for passage in passages_of(page, item)]
        assert numbers(stated) == [len(passages)], (page, other)
        both = [article for article in entities[page].lines if article in entities[other].lines]
        assert f", in {len(both)} article" in words(told), (page, other)
        listed = [address(page, href(item.css_first("a"))).split("/")[1] for item in items]
        assert listed == [article for article in both if article in listed], (page, other)
        for passage in passages:
            article, block = passage.removeprefix("articles/").split("/#")
            named = {address(f"articles/{article}/", href(link)) for link in articles[article].css(f"#{block} a")}
            assert {page, other} <= named, passage


def test_an_article_counts_its_links_as_the_entity_page_lists_them(articles: Trees, entities: dict[str, Named]) -> None:
    for article, page in articles.items():
        here = f"articles/{article}/"
        linked = Counter(address(here, href(link)) for block in blocks(page) for link in block.css("a"))
        listed = {}
        for item in select(page, ".panel li"):
            name, count = item.css("a")
            entity = address(here, href(name))
            listed[entity] = int(words(count))
            assert len(entities[entity].lines[article]) == listed[entity], (article, entity)
        assert listed == linked, article
        assert listed, article


def test_a_count_leads_through_the_mentions_that_it_counts(articles: Trees) -> None:
    for article, page in articles.items():
        here = f"articles/{article}/"
        mentions: dict[str, list[str]] = {}
        for link in (link for block in blocks(page) for link in block.css("a")):
            mentions.setdefault(address(here, href(link)), []).append(str(link.id))
        for item in select(page, ".panel li"):
            name, count = item.css("a")
            anchors = mentions[address(here, href(name))]
            assert str(count.attributes["data-walk"]).split() == anchors
            assert href(count) == f"#{anchors[0]}"
            assert int(words(count)) == len(anchors)


def test_a_line_of_a_concordance_leads_to_its_words(articles: Trees, entities: dict[str, Named]) -> None:
    for page, entity in entities.items():
        for article, items in entity.lines.items():
            text = " ".join(words(block) for block in blocks(articles[article]))
            for item in items:
                keyword = item.css_first("a")
                target, anchor = address(page, href(keyword)).split("#")
                assert target == f"articles/{article}/"
                mention = articles[article].css_first(f"#{anchor}")
                assert words(mention) == words(keyword)
                assert address(target, href(mention)) == page
                assert words(item).strip("… ") in text


def test_no_mention_is_lost(built_site: Path, entities: dict[str, Named]) -> None:
    lines = (built_site / "data" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    listed = Counter((line["kind"], line["entity"], line["article"]) for line in map(json.loads, lines))
    shown = {
        (Kind(kind).value, page.split("/")[1], article): len(items)
        for kind in Kind
        for page, entity in entities.items()
        if page.startswith(kind.folder)
        for article, items in entity.lines.items()
    }
    assert listed == shown


def test_an_article_tells_the_reason_of_every_link_and_of_every_name_left_alone(
    built_site: Path, articles: Trees
) -> None:
    wanted: dict[str, Counter[tuple[str, str]]] = {name: Counter() for name in articles}
    plain: set[str] = (
        set()
    )  # articles with links that are names of the registry: said once of all without another reason
    for file, why in (("mentions", "evidence"), ("unresolved", "why")):
        for line in (built_site / "data" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            probably = "Probable. " if one.get("certainty") == "probable" else ""
            if one.get("rule") == "full name" and not probably:
                plain.add(one["article"])
                continue
            wanted[one["article"]][f"{probably}{one[why]}", f"#{one['anchor']}"] += 1
    for name, page in articles.items():
        told = [(reason, link) for reason in page.css("#why dd") for link in reason.css("a")]
        found = Counter((re.split(r" (?:¶|headline)", words(reason))[0], href(link)) for reason, link in told)
        assert found == wanted[name], name
        assert ("the full one" in words(page.css_first("#why"))) == (name in plain), name


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_index_lists_every_page_with_its_counts(pages: Trees, entities: dict[str, Named], folder: str) -> None:
    index = pages[f"{folder}/"]
    listed = {}
    for line in select(index, ".entry"):
        name, _, mentions, in_articles, *_ = line.css("th, td")
        entity = address(f"{folder}/", href(name.css_first("a")))
        listed[entity] = (numbers(words(mentions))[0], numbers(words(in_articles))[0])
        assert [address(f"{folder}/", href(link)) for link in mentions.css("a")] == (
            [f"{entity}#mentions"] if listed[entity][0] else []
        )
    assert listed == {page: entity.counts for page, entity in entities.items() if page.startswith(folder)}
    named = [page for page, (mentions, _) in listed.items() if mentions]
    stated = words(index.css_first(".edition .counts"))
    all_named = f"{len(listed)} in the registry, all of them named in the articles."
    some_named = f"{len(listed)} in the registry, {len(named)} of them named in the articles."
    assert stated.startswith(all_named if len(named) == len(listed) else some_named)


def test_the_list_of_articles_counts_and_lists_them_all(pages: Trees, articles: Trees) -> None:
    index = pages["articles/"]
    listed = [address("articles/", href(item.css_first("a"))) for item in select(index, ".entry")]
    assert sorted(listed) == sorted(f"articles/{article}/" for article in articles)
    assert numbers(words(index.css_first(".edition .counts"))) == [len(listed)]


def test_the_home_page_counts_what_its_links_lead_to(pages: Trees, entities: dict[str, Named]) -> None:
    home = pages[""]
    for link in select(home, ".counts a"):
        assert numbers(words(link)) == [len(select(pages[address("", href(link))], ".entry"))], words(link)
    assert len(select(home, ".counts a")) == 1 + len(FOLDERS)
    stated = {address("", href(item.css_first("a"))): counts(words(item)) for item in select(home, ".entry")}
    named = {page: numbers for page, numbers in stated.items() if page in entities}
    assert named == {page: entities[page].counts for page in named}
    assert named


def test_the_unresolved_names_are_counted_and_stand_unlinked(built_site: Path, pages: Trees, articles: Trees) -> None:
    here = "data/unresolved/"
    listed = (built_site / "data" / "unresolved.jsonl").read_text(encoding="utf-8").splitlines()
    items = select(pages[here], ".concordance li")
    assert numbers(words(pages[here].css_first(".edition .counts"))) == [len(items)] == [len(listed)]
    for heading in select(pages[here], "h2"):
        name, number = words(heading).rsplit(" · ", 1)
        keywords = [words(item.css_first("a")) for item in items_below(heading)]
        assert keywords == [name] * int(number)
    for item in items:
        article, block = address(here, href(item.css_first("a"))).removeprefix("articles/").split("/#")
        passage = articles[article].css_first(f"#{block}")
        linked = sum(words(link) == words(item.css_first("a")) for link in passage.css("a"))
        assert words(passage).count(words(item.css_first("a"))) > linked, words(item)


def test_an_entity_that_no_article_names_has_a_page_that_says_so(tiny_site: Path) -> None:
    page = trees(tiny_site)["people/cid-nobody/"]
    assert words(page.css_first("h1")) == "Cid Nobody"
    assert words(page.css_first(".edition .counts")) == "No article of this edition names Cid Nobody."
    assert page.css(".edition .concordance, .edition .form") == []


def test_the_page_of_a_former_id_leads_to_the_entity(tiny_site: Path) -> None:
    tree = LexborHTMLParser((tiny_site / "people" / "ada-berg" / "index.html").read_text(encoding="utf-8"))
    refresh = tree.css_first('meta[http-equiv="refresh"]')
    assert refresh is not None
    assert refresh.attributes["content"] == "0; url=../ada-larsen/"
    assert [link.attributes["href"] for link in tree.css("article a")] == ["../ada-larsen/"]
