"""Made editions, on which the large tests and measurements stand, are as large, as full and as uneven as news."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from building import made_edition
from edition.model import Edition
from edition.pipeline import Folders, read_edition

ARTICLES, ENTITIES = 60, 300
CHIEF = "augusta-castellane"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_edition(tmp_path_factory.mktemp("made") / "edition", ARTICLES, ENTITIES)


@pytest.fixture(scope="module")
def made(folder: Path) -> Edition:
    """The edition as the program understands it, without a mistake in it."""
    edition, problems = read_edition(Folders(folder, folder / "articles", folder / "entities"), {}, with_site=True)
    assert [problem.code for problem in problems if problem.code.startswith("E")] == []
    return edition


def test_the_same_size_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = made_edition(tmp_path / "again", ARTICLES, ENTITIES)
    for one in ("articles", "entities"):
        files = sorted(path.name for path in (folder / one).iterdir())
        assert files == sorted(path.name for path in (again / one).iterdir())
        assert all((folder / one / name).read_bytes() == (again / one / name).read_bytes() for name in files)


def test_it_has_the_size_that_was_asked_for(made: Edition) -> None:
    assert (len(made.articles), len(made.registry.entities)) == (ARTICLES, ENTITIES)
    assert {entity.kind.value for entity in made.registry.entities} == {"person", "organization", "place"}


def test_its_articles_are_as_long_and_as_full_of_names_as_news(made: Edition) -> None:
    words = sum(len(one.article.text.split()) for one in made.annotations) / ARTICLES
    mentions = sum(one.mentions for one in made.articles) / ARTICLES
    assert 550 <= words <= 650
    assert 50 <= mentions <= 60


def test_few_entities_are_named_often_and_most_seldom_and_one_in_nearly_every_article(made: Edition) -> None:
    named = Counter(dict.fromkeys(made.registry.by_id, 0))
    for one in made.articles:
        named.update({id: it.mentions for id, it in one.named.items()})
    everywhere = {one.id for one in made.articles if CHIEF in one.named}
    assert 0.9 * ARTICLES <= len(everywhere) < ARTICLES <= named[CHIEF] <= 2 * ARTICLES
    tenth = sum(count for _, count in named.most_common(ENTITIES // 10)) / named.total()
    assert 0.3 <= tenth <= 0.7
    assert 0.75 * ENTITIES <= len(named) <= ENTITIES


def test_its_people_share_surnames_and_its_towns_are_on_the_map(made: Edition) -> None:
    people = [entity for entity in made.registry.entities if entity.kind.value == "person"]
    assert len({person.name.split()[1] for person in people}) < 0.8 * len(people)
    assert all(
        entity.coordinates for entity in made.registry.entities if entity.kind.value == "place" and entity.located_in
    )
