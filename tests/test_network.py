"""The network: who is named with whom, drawn so that every name can be read, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from drawing import collisions, drawings, is_finite, links, size
from edition.index import index, outline
from edition.link import annotate
from edition.model import Annotation, Entity, Kind, Registry, Source
from edition.read import read_article
from edition.recognise import Names, find_candidates
from edition.render.drawing.graph import NODES, TIES, Graph, Pair, network, pairs, strongest
from edition.render.drawing.layout import box, positions
from edition.render.drawing.network import network_page
from making import edition_of
from reading import words

PERSON, ORGANIZATION, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE
REGISTRY = Registry(
    (
        Entity(id="ada", kind=PERSON, name="Ada Larsen"),
        Entity(id="bo", kind=PERSON, name="Bo Berg"),
        Entity(id="cid", kind=PERSON, name="Cid <b>Nobody</b>"),
        Entity(id="guild", kind=ORGANIZATION, name="Bridge Guild"),
        Entity(id="havn", kind=PLACE, name="Havn"),
    )
)


def annotated(texts: Sequence[str], registry: Registry = REGISTRY) -> tuple[Annotation, ...]:
    found = []
    for number, text in enumerate(texts):
        source = Source(f"articles/n{number}.txt", f"---\ntitle: News\n---\n\n{text}\n".encode())
        article, problems = read_article(source)
        assert article is not None, problems
        found.append(annotate(article, find_candidates(article, Names(registry)), registry))
    return tuple(found)


def graph_of(texts: Sequence[str], registry: Registry = REGISTRY) -> Graph:
    edition = edition_of(annotated(texts, registry), registry)
    return network(edition, index(edition))


def page_of(*texts: str, registry: Registry = REGISTRY) -> str:
    edition = edition_of(annotated(texts, registry), registry)
    return network_page(edition, index(edition)).text


def crowd(count: int) -> tuple[Registry, list[str]]:
    """So many persons and organizations with names of all lengths, each named with a few of the others."""
    parts = ("An", "Bartholomew", "Committee of the Friends of Old Bridges", "Ng", "Society (North)")
    people = [
        Entity(id=f"e{number:03}", kind=ORGANIZATION if number % 3 == 2 else PERSON, name=f"Mx{number} {part}")
        for number, part in ((number, parts[number % len(parts)]) for number in range(count))
    ]
    texts = [
        f"{people[number].name} met {people[number // 2].name} and {people[number * 7 % count].name}."
        for number in range(1, count)
    ]
    return Registry(tuple(people)), texts


# Who is tied to whom.


def test_pairs_share_paragraphs_and_articles() -> None:
    texts = ("Ada Larsen met Bo Berg.\n\nAda Larsen and Bo Berg spoke.", "Ada Larsen left.\n\nBo Berg left.")
    texts += ("Ada Larsen saw Bo Berg at the Bridge Guild.",)
    found = pairs(map(outline, annotated(texts)), frozenset(("ada", "bo", "guild")))
    assert found == (Pair("ada", "bo", 3, 3), Pair("ada", "guild", 1, 1), Pair("bo", "guild", 1, 1))


def test_a_paragraph_counts_once_however_often_it_names_both() -> None:
    told = annotated(["Ada Larsen met Bo Berg. Larsen told Berg so."])
    (pair,) = pairs(map(outline, told), frozenset(("ada", "bo")))
    assert (pair.paragraphs, pair.articles) == (1, 1)


def test_places_are_no_nodes() -> None:
    graph = graph_of(["Ada Larsen met Bo Berg in Havn."])
    assert [entity.id for entity in graph.nodes] == ["ada", "bo"]


def test_the_picture_has_the_most_connected_and_hangs_together() -> None:
    registry, texts = crowd(NODES + 30)
    graph = graph_of(texts, registry)
    assert 40 <= len(graph.nodes) <= NODES
    reached = {graph.nodes[0].id}
    for _ in graph.nodes:
        reached |= {id for tie in graph.ties for id in (tie.one, tie.other) if reached & {tie.one, tie.other}}
    assert reached == {entity.id for entity in graph.nodes}


def test_of_two_parts_the_larger_is_drawn() -> None:
    names = ["Ada Larsen", "Bo Berg", "Bridge Guild"]
    registry = Registry((*REGISTRY.entities, *(Entity(id=f"z{one}", kind=PERSON, name=f"Zoe Z{one}") for one in "xy")))
    graph = graph_of([f"{' and '.join(names)} met.", "Zoe Zx met Zoe Zy."], registry)
    assert [entity.id for entity in graph.nodes] == ["ada", "bo", "guild"]


def test_each_keeps_its_strongest_ties_and_parts_stay_joined() -> None:
    ids = [f"n{number:02}" for number in range(20)]
    found = sorted(
        (Pair(one, other, 1 + (int(one[1:]) * int(other[1:])) % 9, 1) for one, other in combinations(ids, 2)),
        key=lambda pair: pair.order,
    )
    kept = strongest(found)
    assert len(kept) < len(found) / 2
    for id in ids:
        first = [pair for pair in found if id in (pair.one, pair.other)][:TIES]
        assert set(first) <= set(kept)


# Where the nodes stand.

SIZES = st.lists(st.tuples(st.floats(5, 90), st.floats(8, 40)), min_size=1, max_size=25)


@given(SIZES, st.data())
@settings(max_examples=60)
def test_no_name_covers_another_whatever_is_tied(sizes: list[tuple[float, float]], data: st.DataObject) -> None:
    pairs_of_nodes = list(combinations(range(len(sizes)), 2))
    chosen = data.draw(st.lists(st.sampled_from(pairs_of_nodes), unique=True, max_size=40)) if pairs_of_nodes else []
    ties = [(one, other, 1 + (one + other) % 5) for one, other in chosen]
    points = positions(sizes, ties)
    boxes = [box(point, size) for point, size in zip(points, sizes, strict=True)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(0 <= one.left < 20_000 and 0 <= one.top < 20_000 for one in boxes)
    assert points == positions(sizes, ties)


def test_who_is_tied_stands_near() -> None:
    sizes = [(20.0, 10.0)] * 8
    ties = [(one, other, 3) for part in ((0, 2, 4, 6), (1, 3, 5, 7)) for one, other in combinations(part, 2)]
    points = positions(sizes, [*ties, (0, 1, 1)])

    def apart(one: int, other: int) -> float:
        return abs(points[one][0] - points[other][0]) + abs(points[one][1] - points[other][1])

    assert max(apart(2, 4), apart(4, 6)) < min(apart(2, 3), apart(4, 5), apart(6, 7))


# The page.


def test_the_table_holds_the_very_pairs_of_the_picture() -> None:
    registry, texts = crowd(30)
    edition = edition_of(annotated(texts, registry), registry)
    text = network_page(edition, index(edition)).text
    graph = graph_of(texts, registry)
    rows = [[words(cell) for cell in row.css("td")] for row in LexborHTMLParser(text).css("tbody tr")]
    by_id = registry.by_id
    assert rows == [
        [by_id[tie.one].name, by_id[tie.other].name, str(tie.paragraphs), str(tie.articles)] for tie in graph.ties
    ]
    (svg,) = drawings(text)
    assert len(svg.findall("g[@class='ties']/path")) == len(rows)


def test_kinds_differ_by_shape_and_every_node_is_a_link() -> None:
    (svg,) = drawings(page_of("Ada Larsen met Bo Berg at the Bridge Guild."))
    assert links(svg) == ["../ada/", "../bo/", "../../organizations/guild/"]
    assert [link.find("circle") is not None for link in svg.iter("a")] == [True, True, False]
    assert [link.find("rect") is not None for link in svg.iter("a")] == [False, False, True]


def test_names_are_text_whatever_they_hold() -> None:
    text = page_of("Ada Larsen met Cid <b>Nobody</b>.")
    assert "Cid &lt;b&gt;Nobody&lt;/b&gt;" in text
    assert len(links(*drawings(text))) == 2


@pytest.mark.parametrize("count", [2, 3, 12, 70])
def test_a_crowd_can_be_read(count: int) -> None:
    registry, texts = crowd(count)
    (svg,) = drawings(page_of(*texts, registry=registry))
    assert is_finite(svg)
    assert collisions(svg) == []
    assert size(svg)[0] < 1600


def test_where_nobody_is_named_with_anybody_the_page_says_so() -> None:
    text = page_of("Ada Larsen came.\n\nBo Berg left.")
    assert "No paragraph names two persons or organizations." in text
    assert "<svg" not in text
