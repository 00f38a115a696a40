"""Maps: distances, windows on the world, coasts, neighbours; whatever the coordinates, a map that can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point

from drawing import collisions, drawings, is_finite, links, names, size
from edition.index import Index, index
from edition.link import annotate
from edition.model import Annotation, Coastlines, Coordinates, Edition, Entity, Kind, Registry, Source
from edition.pipeline import COASTLINES, Folders, read_edition
from edition.read import read_article, read_coastlines
from edition.recognise import Names, find_candidates
from edition.render import pages
from edition.render.drawing import coasts
from edition.render.drawing.atlas import DOTS, clumps, places_map_page, radius
from edition.render.drawing.geography import around, kilometres, world
from edition.render.drawing.labels import Box, Dot, labels
from edition.render.drawing.maps import distance, place_map, scale_bar
from edition.render.drawing.nearby import NEIGHBOURS, Nearby
from edition.render.words import degrees
from making import edition as made_edition
from making import edition_of

REPOSITORY = Path(__file__).parents[1]
WORLD = read_coastlines(COASTLINES.read_bytes())
SEOUL, PYONGYANG = Coordinates(37.57, 126.98), Coordinates(39.03, 125.75)
SUVA, APIA = Coordinates(-18.14, 178.44), Coordinates(-13.83, -171.77)
NOWHERE = Coastlines()
COORDINATES = st.builds(
    Coordinates,
    st.floats(-90, 90) | st.sampled_from([-90.0, 0.0, 89.9, 90.0]),
    st.floats(-180, 180) | st.sampled_from([-180.0, 179.9, 180.0]),
)
# Places on one spot, in one town, or anywhere.
NEAR = st.builds(Coordinates, st.floats(51.4, 51.6), st.floats(-0.2, 0.1))
PLACES = st.lists(COORDINATES | NEAR, min_size=1, max_size=30)
NAMES_OF_PLACES = (
    "Ny",
    "Santiago de Compostela",
    "The Hague",
    "三峽",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio",
)


def place(id: str, at: Coordinates | None, name: str = "") -> Entity:
    return Entity(id=id, kind=Kind.PLACE, name=name or id.capitalize(), coordinates=at)


def registry(found: Iterable[Coordinates]) -> Registry:
    return Registry(
        tuple(
            place(f"p{number:02}", at, f"{NAMES_OF_PLACES[number % len(NAMES_OF_PLACES)]} {number}")
            for number, at in enumerate(found)
        )
    )


def naming(these: Registry, *texts: str) -> tuple[Edition, Index]:
    """An edition whose articles have these texts."""
    annotations: list[Annotation] = []
    for number, text in enumerate(texts):
        source = Source(f"articles/n{number}.txt", f"---\ntitle: News\n---\n\n{text}\n".encode())
        article, problems = read_article(source)
        assert article is not None, problems
        annotations.append(annotate(article, find_candidates(article, Names(these)), these))
    edition = edition_of(annotations, these, coastlines=WORLD)
    return edition, index(edition)


def drawn(these: Registry, id: str, coastlines: Coastlines = WORLD) -> str:
    _, found = naming(these)
    return place_map(
        these.by_id[id], Nearby(these, found).neighbours(these.by_id[id]), found, coastlines, f"places/{id}/index.md"
    )


# The data.


def test_the_coastlines_are_small_and_say_where_they_come_from() -> None:
    assert COASTLINES.stat().st_size < 900_000
    told = (COASTLINES.parent / "README.md").read_text(encoding="utf-8")
    assert "Natural Earth" in told
    assert "public domain" in told


@pytest.mark.parametrize(
    ("longitude", "latitude", "is_land"),
    [
        pytest.param(127.1, 37.5, True, id="Seoul"),
        pytest.param(0, 0, False, id="the Gulf of Guinea"),
        pytest.param(180.5, 66.5, True, id="Chukotka beyond 180"),
        pytest.param(50, 42, False, id="the Caspian Sea"),
        pytest.param(0, -85, True, id="Antarctica"),
        pytest.param(121, 24, True, id="Taiwan"),
        pytest.param(-175, 20, False, id="the Pacific"),
    ],
)
def test_land_is_land_and_water_is_water(longitude: float, latitude: float, is_land: bool) -> None:
    at = Point(longitude, latitude)
    assert any(WORLD.land.geometries[one].contains(at) for one in WORLD.land.query(at)) is is_land


def test_coastlines_are_read_only_for_maps(tmp_path: Path) -> None:
    def land(folder: Path, places: str) -> int:
        made_edition(folder, places=places)
        edition, _ = read_edition(Folders(folder, folder / "articles", folder / "entities"), {}, with_site=True)
        return len(edition.coastlines.land)

    assert land(tmp_path / "without", "seoul:\n  name: Seoul\n") == 0
    assert land(tmp_path / "with", "seoul:\n  name: Seoul\n  coordinates: [37.57, 126.98]\n") > 1000


# Distances and windows.


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        pytest.param(SEOUL, PYONGYANG, 195, id="two capitals"),
        pytest.param(SUVA, APIA, 1151, id="over the date line"),
        pytest.param(Coordinates(0, 0), Coordinates(0, 180), 20015, id="antipodes"),
        pytest.param(Coordinates(90, 0), Coordinates(90, 120), 0, id="the pole is one point"),
        pytest.param(SEOUL, SEOUL, 0, id="the same place"),
    ],
)
def test_distances_are_those_of_the_globe(one: Coordinates, other: Coordinates, wanted: float) -> None:
    assert kilometres(one, other) == pytest.approx(wanted, abs=2)
    assert kilometres(one, other) == pytest.approx(kilometres(other, one))


@pytest.mark.parametrize(
    ("length", "said"),
    [(0.02, "0.1 km"), (0.44, "0.4 km"), (1.4, "1 km"), (58.7, "59 km"), (158, "160 km"), (1234, "1,230 km")],
)
def test_a_distance_is_as_exact_as_one_says_it(length: float, said: str) -> None:
    assert distance(length) == said.replace(" ", "\N{NO-BREAK SPACE}")


def test_a_window_over_the_date_line_is_narrow_and_shows_both_sides() -> None:
    window = around([SUVA, APIA], 460, 320, 1.8)
    assert window.east - window.west < 20
    assert 0 < window.point(SUVA)[0] < window.point(APIA)[0] < 460
    assert coasts.land(window, WORLD, 6000)


def test_land_that_the_date_line_cuts_has_no_coast_there() -> None:
    inland = around([Coordinates(67.6, 180)], 460, 320, 0.5)
    assert coasts.land(inland, WORLD, 6000) == "M-6 326l 0-332 472 0 0 332z"


def test_at_the_pole_the_window_ends_with_the_world() -> None:
    window = around([Coordinates(90, 0)], 460, 320, 4)
    assert (window.south, window.north) == (86, 90)


@given(PLACES, st.floats(0.5, 12))
def test_a_window_shows_all_its_places(found: list[Coordinates], least: float) -> None:
    for window in (around(found, 460, 320, least), world(found, 800)):
        for at in found:
            x, y = window.point(at)
            assert -0.01 <= x <= window.width + 0.01
            assert -0.01 <= y <= window.height + 0.01


@given(COORDINATES, st.floats(0.5, 60))
def test_a_scale_bar_is_a_round_distance_that_fits(at: Coordinates, least: float) -> None:
    window = around([at], 460, 320, least)
    length, said = scale_bar(window)
    assert 35 <= length <= 90.1
    assert said.split()[0].replace(",", "").strip("0.")[0] in "125"


def test_a_coast_is_drawn_coarser_rather_than_longer() -> None:
    window = around([Coordinates(62, 6)], 460, 320, 9)  # fjords
    assert 500 < len(coasts.land(window, WORLD, 2000)) <= 2000 < len(coasts.land(window, WORLD, 20000))


# Names beside dots.


@given(
    st.lists(
        st.builds(Dot, st.floats(0, 300), st.floats(0, 200), st.floats(3, 24), st.sampled_from(NAMES_OF_PLACES)),
        max_size=25,
    )
)
def test_no_name_covers_another_or_a_dot_or_leaves_the_sheet(dots: list[Dot]) -> None:
    taken = Box(0, 180, 100, 200)
    found = [label.box for label in labels(dots, 300, 200, [taken]) if label]
    assert all(box.is_within(300, 200) and not box.overlaps(taken) for box in found)
    assert not any(box.overlaps(dot.box) for box in found for dot in dots)
    assert not any(one.overlaps(other) for place, one in enumerate(found) for other in found[:place])


def test_a_name_that_has_no_room_is_left_out_and_the_first_has_it() -> None:
    dots = [Dot(50, 10, 3, "Ada"), Dot(50, 10, 3, "A long name that is nowhere to go")]
    first, second = labels(dots, 100, 20)
    assert first is not None
    assert second is None


# The map of a place.


def test_a_place_without_coordinates_has_no_map() -> None:
    these = Registry((place("a", None), place("b", SEOUL)))
    assert drawn(these, "a") == ""


def test_neighbours_are_the_nearest_the_nearest_first() -> None:
    found = [Coordinates(37.57 + number / 10, 126.98) for number in (0, 9, 3, 1, 8, 2, 7, 4, 6, 5, 10)]
    these = registry([*found, Coordinates(-33.9, 151.2)])
    _, edition_index = naming(these)
    near = Nearby(these, edition_index).neighbours(these.by_id["p00"])
    assert [one.place.id for one in near] == ["p03", "p05", "p02", "p07", "p09", "p08", "p06", "p04"]
    assert len(near) == NEIGHBOURS
    assert [one.distance for one in near] == sorted(one.distance for one in near)


def test_a_place_that_is_named_is_a_neighbour_before_one_that_is_not() -> None:
    unnamed = [place(f"unnamed{number}", Coordinates(37.5, 127 + number / 100)) for number in range(NEIGHBOURS)]
    these = Registry((place("havn", Coordinates(38.5, 127)), place("seoul", SEOUL), *unnamed))
    _, edition_index = naming(these, "It rained in Havn.")
    near = Nearby(these, edition_index).neighbours(these.by_id["seoul"])
    assert len(near) == NEIGHBOURS
    assert near[-1].place.id == "havn"


@given(PLACES, st.integers(0, 30))
def test_neighbours_are_those_that_comparing_all_places_would_find(found: list[Coordinates], named: int) -> None:
    these = registry(found)
    texts = [f"It rained in {one.name}." for one in these.entities[:named]]
    _, edition_index = naming(these, *texts)
    nearby = Nearby(these, edition_index)
    for here, at in zip(these.entities, found, strict=True):
        others = [(kilometres(at, one), other.id) for one, other in zip(found, these.entities, strict=True)]
        near = sorted(one for one in others if one[0] <= 2000 and one[1] != here.id)
        near.sort(key=lambda one: not edition_index.mentions(one[1]))
        assert [one.place.id for one in nearby.neighbours(here)] == [id for _, id in sorted(near[:NEIGHBOURS])]


def test_the_list_says_what_the_map_shows_with_distances() -> None:
    these = Registry((place("pyongyang", PYONGYANG), place("seoul", SEOUL), place("sydney", Coordinates(-33.9, 151.2))))
    text = drawn(these, "seoul")
    (svg,) = drawings(text)
    assert [name for name, _ in names(svg)] == ["Pyongyang", "Seoul"]
    assert links(svg) == ["../pyongyang/"]
    assert '<a class="place" href="../pyongyang/">Pyongyang</a> 190\N{NO-BREAK SPACE}km' in text
    assert "Sydney" not in text


def test_far_neighbours_do_not_make_the_map_small() -> None:
    town = [Coordinates(51.5, number / 100) for number in range(6)]
    (alone,), (with_far,) = (
        drawings(drawn(registry(found), "p00")) for found in (town, [*town, Coordinates(48.86, 2.35)])
    )
    assert [box for _, box in names(alone)] == [box for _, box in names(with_far)]


def test_names_are_text_whatever_they_hold() -> None:
    these = Registry((place("a", SEOUL, "<b>&\"'{{ x }}"), place("b", PYONGYANG, "]]><svg>*x*")))
    (svg,) = drawings(drawn(these, "a"))
    assert [name for name, _ in names(svg)] == ["]]><svg>*x*", "<b>&\"'{{ x }}"]


@given(PLACES)
@settings(max_examples=60)
def test_any_coordinates_give_a_map_that_can_be_read(found: list[Coordinates]) -> None:
    (svg,) = drawings(drawn(registry(found), "p00", NOWHERE))
    assert is_finite(svg)
    assert collisions(svg) == []


@pytest.mark.parametrize(
    "at", [SUVA, Coordinates(90, 0), Coordinates(-90, 180), Coordinates(78, 16), Coordinates(0, -180)], ids=str
)
def test_coasts_are_drawn_at_the_ends_of_the_world(at: Coordinates) -> None:
    (svg,) = drawings(drawn(registry([at, APIA, SEOUL]), "p00"))
    assert is_finite(svg)
    assert collisions(svg) == []


# The map of all places.


def test_every_place_stands_on_one_map_and_in_the_table() -> None:
    town = [Coordinates(37.5 + number / 300, 127) for number in range(8)]
    these = registry([*town, APIA, Coordinates(52, 5), Coordinates(52.4, 4.9), Coordinates(-34, 151)])
    text = places_map_page(*naming(these)).text
    standing = [link for svg in drawings(text) for link in links(svg) if link.startswith("../p")]
    assert sorted(standing) == [f"../{one.id}/" for one in these.entities]
    assert all(f'<th scope="row"><a class="place" href="../{one.id}/">' in text for one in these.entities)


def test_places_that_stand_close_get_a_map_to_which_a_frame_leads() -> None:
    town = [Coordinates(51.5 + number / 30, 0) for number in range(5)]
    text = places_map_page(*naming(registry([*town, SEOUL]), "It rained in Ny 0.")).text
    inner, outer = drawings(text)
    assert links(outer) == ["#map-1", "../p05/"]
    assert len(links(inner)) == 5
    assert '<figure class="drawing map" id="map-1">' in text
    assert "Around Ny 0" in dict(names(outer))


def test_circles_grow_in_area_with_the_mentions() -> None:
    assert radius(40, 40) ** 2 == pytest.approx(4 * radius(10, 40) ** 2)
    assert radius(0, 40) == radius(0, 0) > 0


def test_clumps_hang_together() -> None:
    assert clumps([(0, 0), (100, 0), (10, 0), (20, 0), (108, 5)]) == [[0, 2, 3], [1, 4]]


def test_places_without_coordinates_are_listed_and_none_at_all_is_said() -> None:
    text = places_map_page(*naming(Registry((place("korea", None),)))).text
    assert "No place in the registry has coordinates." in text
    assert "[Korea](../korea/index.md){ .place }." in text
    assert "<svg" not in text


def test_coordinates_are_told_in_words() -> None:
    assert degrees(Coordinates(-13.83, -171.77)) == "13.83° S, 171.77° W"


@given(PLACES)
@settings(max_examples=60)
def test_any_coordinates_give_an_atlas_that_can_be_read(found: list[Coordinates]) -> None:
    these = registry(found)
    edition, edition_index = naming(these)
    text = places_map_page(edition_of((), edition.registry), edition_index).text
    standing = [link for svg in drawings(text) for link in links(svg) if link.startswith("../p")]
    assert sorted(standing) == [f"../{one.id}/" for one in these.entities]
    for svg in drawings(text):
        assert is_finite(svg)
        assert collisions(svg) == []


def test_a_map_of_very_many_places_shows_those_named_most() -> None:
    these = Registry(
        tuple(place(f"p{number}", Coordinates(number % 170 - 85, number % 350 - 175)) for number in range(900))
    )
    text = places_map_page(*naming(these)).text
    assert sum(link.startswith("../p") for link in links(drawings(text)[-1])) <= DOTS
    assert text.count("<tr>") == 901


# The shipped edition.


@pytest.fixture(scope="module")
def shipped() -> dict[str, str]:
    folders = Folders(REPOSITORY, REPOSITORY / "articles", REPOSITORY / "entities")
    edition, _ = read_edition(folders, {}, with_site=True)
    return {page.path: page.text for page in pages(edition, index(edition))}


def test_each_place_with_coordinates_has_a_small_map(shipped: dict[str, str]) -> None:
    maps = {path: svg for path, text in shipped.items() if path.startswith("places/") for svg in _raw(text)}
    del maps["places/map/index.md"]
    assert len(maps) >= 15
    assert [path for path, svg in maps.items() if len(svg.encode()) >= 12_000] == []


def _raw(text: str) -> list[str]:
    return [f"<svg{part.partition('</figure>')[0]}" for part in text.split("<svg viewBox")[1:]]


def test_maps_are_of_a_size_and_readable(shipped: dict[str, str]) -> None:
    pictures = [svg for path, text in shipped.items() if path.startswith("places/") for svg in drawings(text)]
    assert {size(svg) for svg in pictures} >= {(320, 256), (640, 460)}
    assert [collisions(svg) for svg in pictures if collisions(svg)] == []


def test_every_run_draws_the_same_bytes() -> None:
    """In other processes, whose sets and dictionaries of words stand in another order."""
    program = (
        "import hashlib, pathlib; from edition.pipeline import Folders, read_edition; from edition.index import index;"
        "from edition.render import pages; root = pathlib.Path('.').resolve();"
        "edition, _ = read_edition(Folders(root, root / 'articles', root / 'entities'), {}, with_site=True);"
        "print(hashlib.sha256(''.join(page.text for page in pages(edition, index(edition))).encode()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY / "scripts")},
            cwd=REPOSITORY,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
