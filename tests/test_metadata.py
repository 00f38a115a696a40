"""The head of a page: what it tells of the page, whatever that is made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from edition.index import index
from edition.model import Coordinates, Entity, Kind, Role, Site
from edition.render import pages
from edition.render.citing.linked_data import filled
from edition.render.citing.metadata import article_metadata, entity_metadata, home_metadata, script_json
from edition.render.environment import page_text
from making import edition_of, linked
from reading import trees, words

Trees = dict[str, LexborHTMLParser]
SITE = Site("The Edition", "What it holds", url="https://example.org/edition/")
ARTICLE = """\
---
title: Moon & Kim meet
date: 2018-04-27
publisher: The Havn Post
author: Ada Larsen; Bo Larsen
url: https://example.com/source
rights: CC BY 4.0
language: en
summary: They "met".
---
Moon Jae-in met Kim Jong Un in Panmunjom, said the Blue House.
"""
ENTITIES = (
    Entity(
        id="kim",
        kind=Kind.PERSON,
        name="Kim Jong Un",
        aliases=("Kim Jong-un",),
        local_names=(("ko", "김정은"),),
        description="A leader.",
        roles=(
            Role(title="chairman", organization="party", **{"from": "2012", "to": "2016"}),
            Role(title="supreme leader", organization="panmunjom"),
            Role(title="heir"),
        ),
        affiliations=("army", "panmunjom"),
        wikidata="Q56226",
        gnd="1012297402",
        viaf="45110127",
    ),
    Entity(id="moon", kind=Kind.PERSON, name="Moon Jae-in"),
    Entity(id="party", kind=Kind.ORGANIZATION, name="Workers’ Party"),
    Entity(id="army", kind=Kind.ORGANIZATION, name="People’s Army", affiliations=("party",), located_in="korea"),
    Entity(id="blue", kind=Kind.ORGANIZATION, name="Blue House"),
    Entity(
        id="panmunjom",
        kind=Kind.PLACE,
        name="Panmunjom",
        located_in="korea",
        coordinates=Coordinates(37.956, 126.677),
        geonames="1840898",
    ),
    Entity(id="korea", kind=Kind.PLACE, name="Korea"),
)
EDITION = linked({"summit": ARTICLE, "later": "Kim Jong Un again\n\nKim Jong Un spoke.\n"}, ENTITIES, SITE)
BY_ID = {annotation.article.id: annotation for annotation in EDITION.annotations}


def tags(fields: dict[str, object]) -> dict[str, list[str]]:
    """The values of each meta tag, by its name or property."""
    found: dict[str, list[str]] = {}
    head: Any = fields["head"]
    for tag in head:
        (kind,) = tag.keys() - {"content"}
        assert (kind == "property") == (tag[kind].startswith(("og:", "article:")))
        found.setdefault(tag[kind], []).append(tag["content"])
    return found


def told(fields: dict[str, object]) -> dict[str, Any]:
    value = json.loads(str(fields["json_ld"]))
    assert value.pop("@context") == "https://schema.org"
    return dict(value)


def of_entity(id: str) -> dict[str, object]:
    return entity_metadata(EDITION.registry.by_id[id], EDITION)


# Articles.


def test_an_article_for_those_who_share_it_and_those_who_keep_references() -> None:
    assert tags(article_metadata(BY_ID["summit"], EDITION)) == {
        "og:type": ["article"],
        "og:title": ["Moon & Kim meet"],
        "og:description": ['They "met".'],
        "og:site_name": ["The Edition"],
        "og:url": ["https://example.org/edition/articles/summit/"],
        "og:image": ["https://example.org/edition/assets/social.png"],
        "article:published_time": ["2018-04-27"],
        "citation_title": ["Moon & Kim meet"],
        "citation_author": ["Ada Larsen", "Bo Larsen"],
        "citation_publication_date": ["2018/04/27"],
        "citation_publisher": ["The Havn Post"],
        "citation_language": ["en"],
        "citation_public_url": ["https://example.org/edition/articles/summit/"],
        "prism.publicationName": ["The Havn Post"],
        "DC.rights": ["CC BY 4.0"],
        "z:itemType": ["newspaperArticle"],
    }


def test_an_article_of_which_only_the_words_are_known_says_no_more() -> None:
    edition = linked({"a": "The bridge\n\nIt is open.\n"}, site=Site("The Edition"))
    assert tags(article_metadata(next(edition.annotations), edition)) == {
        "og:type": ["article"],
        "og:title": ["The bridge"],
        "og:site_name": ["The Edition"],
        "citation_title": ["The bridge"],
        "prism.publicationName": ["The Edition"],
        "z:itemType": ["newspaperArticle"],
    }


def test_an_article_as_linked_data() -> None:
    fields = told(article_metadata(BY_ID["summit"], EDITION))
    mentions = fields.pop("mentions")
    assert fields == {
        "@type": "NewsArticle",
        "headline": "Moon & Kim meet",
        "description": 'They "met".',
        "datePublished": "2018-04-27",
        "author": [{"name": "Ada Larsen"}, {"name": "Bo Larsen"}],
        "publisher": {"@type": "Organization", "name": "The Havn Post"},
        "inLanguage": "en",
        "copyrightNotice": "CC BY 4.0",
        "url": "https://example.org/edition/articles/summit/",
        "isBasedOn": "https://example.com/source",
        "image": "https://example.org/edition/assets/social.png",
        "isPartOf": {"@type": "WebSite", "name": "The Edition", "url": "https://example.org/edition/"},
    }
    assert [(one["@type"], one["name"]) for one in mentions] == [
        ("Person", "Kim Jong Un"),
        ("Person", "Moon Jae-in"),
        ("Organization", "Blue House"),
        ("Place", "Panmunjom"),
    ]
    assert mentions[3] == {
        "@type": "Place",
        "name": "Panmunjom",
        "url": "https://example.org/edition/places/panmunjom/",
        "sameAs": ["https://www.geonames.org/1840898"],
    }


def test_the_head_of_an_article_does_not_depend_on_other_articles() -> None:
    alone = linked({"summit": ARTICLE}, ENTITIES, SITE)
    assert article_metadata(next(alone.annotations), alone) == article_metadata(BY_ID["summit"], EDITION)


# Entities and the home page.


def test_a_person() -> None:
    assert tags(of_entity("kim")) == {
        "og:type": ["profile"],
        "og:title": ["Kim Jong Un"],
        "og:description": ["A leader."],
        "og:site_name": ["The Edition"],
        "og:url": ["https://example.org/edition/people/kim/"],
        "og:image": ["https://example.org/edition/assets/social.png"],
        "prism.publicationName": ["The Edition"],
        "z:itemType": ["encyclopediaArticle"],
    }
    fields = told(of_entity("kim"))
    party = {"@type": "Organization", "name": "Workers’ Party", "url": f"{SITE.url}organizations/party/"}
    assert fields == {
        "@type": "Person",
        "name": "Kim Jong Un",
        "url": "https://example.org/edition/people/kim/",
        "sameAs": [
            "https://www.wikidata.org/wiki/Q56226",
            "https://d-nb.info/gnd/1012297402",
            "https://viaf.org/viaf/45110127",
        ],
        "alternateName": ["Kim Jong-un", "김정은"],
        "description": "A leader.",
        "memberOf": [
            {
                "@type": "OrganizationRole",
                "roleName": "chairman",
                "startDate": "2012",
                "endDate": "2016",
                "memberOf": party,
            }
        ],
        "hasOccupation": [
            {
                "@type": "Role",
                "hasOccupation": {
                    "@type": "Occupation",
                    "name": "supreme leader",
                    "occupationLocation": {
                        "@type": "Place",
                        "name": "Panmunjom",
                        "url": f"{SITE.url}places/panmunjom/",
                        "sameAs": ["https://www.geonames.org/1840898"],
                    },
                },
            },
            {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": "heir"}},
        ],
        "affiliation": [
            {"@type": "Organization", "name": "People’s Army", "url": f"{SITE.url}organizations/army/"},
        ],
    }


def test_an_organization() -> None:
    assert tags(of_entity("army"))["og:type"] == ["website"]
    assert told(of_entity("army")) == {
        "@type": "Organization",
        "name": "People’s Army",
        "url": f"{SITE.url}organizations/army/",
        "memberOf": [{"@type": "Organization", "name": "Workers’ Party", "url": f"{SITE.url}organizations/party/"}],
        "location": {"@type": "Place", "name": "Korea", "url": f"{SITE.url}places/korea/"},
    }


def test_a_place() -> None:
    assert told(of_entity("panmunjom")) == {
        "@type": "Place",
        "name": "Panmunjom",
        "url": f"{SITE.url}places/panmunjom/",
        "sameAs": ["https://www.geonames.org/1840898"],
        "containedInPlace": {"@type": "Place", "name": "Korea", "url": f"{SITE.url}places/korea/"},
        "geo": {"@type": "GeoCoordinates", "latitude": 37.956, "longitude": 126.677},
    }


def test_the_equator_is_a_coordinate() -> None:
    entity = Entity(id="x", kind=Kind.PLACE, name="X", coordinates=Coordinates(0, 0))
    fields = told(entity_metadata(entity, linked({}, [entity], SITE)))
    assert fields["geo"] == {"@type": "GeoCoordinates", "latitude": 0, "longitude": 0}


def test_the_home_page() -> None:
    assert tags(home_metadata(SITE))["og:type"] == ["website"]
    assert told(home_metadata(SITE)) == {
        "@type": "WebSite",
        "name": "The Edition",
        "url": "https://example.org/edition/",
        "description": "What it holds",
    }


# Texts that want to be programs.

HOSTILE = "</script><script>owned=1</script><!-- \" & ' {{ 7*7 }} ]]>"


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example(HOSTILE)
@example("\u2028\u2029\x85\x7f\ufeff")
def test_linked_data_never_ends_its_element_and_reads_as_written(text: str) -> None:
    written = script_json({"name": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {"name": text}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])).filter(str.strip))
@example(HOSTILE)
@example("a\u2028b \ufeff c \U0001f600")
def test_the_front_matter_reads_as_written(title: str) -> None:
    edition = edition_of((), linked({}).registry, site=Site(title))
    fields = home_metadata(edition.site)
    header = page_text("redirect.md.j2", dict(fields), link="", name="").split("\n---\n")[0]
    read = yaml.safe_load(header)
    assert {name: read[name] for name in fields} == fields


def test_a_hostile_article_makes_harmless_pages() -> None:
    text = ARTICLE.replace("Moon & Kim meet", json.dumps(HOSTILE)).replace("The Havn Post", json.dumps(HOSTILE))
    edition = linked({"a": text}, site=Site(HOSTILE))
    for page in pages(edition, index(edition)):
        if page.path.endswith(".md"):
            assert "<script" not in page.text.split("\n---\n", 1)[1], page.path
            json_ld = str(yaml.safe_load(page.text.split("\n---\n")[0]).get("json_ld", ""))
            assert "<" not in json_ld
            assert not json_ld or HOSTILE in json.loads(json_ld).values()


def test_only_what_has_a_value_is_said() -> None:
    assert filled({"a": None, "b": "", "c": [], "d": 0.0, "e": "x"}) == {"d": 0.0, "e": "x"}


# On the built site.


@pytest.fixture(scope="module")
def heads(built_site: Path) -> Trees:
    return {page: tree for page, tree in trees(built_site).items() if tree.css_first('[type="application/ld+json"]')}


def content(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(f"meta[{selector}]")
    assert node is not None, selector
    return str(node.attributes["content"])


def test_the_built_pages_say_what_they_are(heads: Trees, public_url: str) -> None:
    assert len(heads) > 100
    assert "" in heads
    for page, tree in heads.items():
        (script,) = tree.css('[type="application/ld+json"]')
        fields = json.loads(script.text())
        title = words(tree.css_first("h1"))
        assert title in (fields.get("headline"), fields.get("name")), page
        assert content(tree, 'property="og:title"') == title
        assert fields["url"] == content(tree, 'property="og:url"') == f"{public_url}{page}"


def test_the_picture_that_is_shared_is_there(heads: Trees, built_site: Path, public_url: str) -> None:
    for tree in heads.values():
        picture = content(tree, 'property="og:image"').removeprefix(public_url)
        assert (built_site / picture).is_file()


def test_what_linked_data_names_has_a_page(heads: Trees, built_site: Path, public_url: str) -> None:
    named = [
        one
        for tree in heads.values()
        for one in json.loads(tree.css_first('[type="application/ld+json"]').text()).get("mentions", [])
    ]
    assert len(named) > 100
    for one in named:
        assert (built_site / one["url"].removeprefix(public_url) / "index.html").is_file()


def test_an_article_without_a_date_gets_none_from_elsewhere_on_its_page(tiny_site: Path) -> None:
    """Zotero takes the first `time` of a page for the date of an item that gives none."""
    undated = [
        tree
        for page, tree in trees(tiny_site).items()
        if tree.css_first(".edition--article") and not tree.css('meta[property="article:published_time"]')
    ]
    assert undated
    assert [tree.css("time") for tree in undated] == [[] for _ in undated]
