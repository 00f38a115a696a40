"""Real articles, read where they lie: each name linked to the right entity of the registry."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from building import built, edition_copy
from edition.link import annotate
from edition.model import Annotation, Kind, Source, Span
from edition.read import article_id, read_article, read_registry
from edition.recognise import Names, find_candidates

GOLD = "000_6229f14465f48c44.txt"
OTHER = "003_2a86732af7ae2f12.txt"

# How often the second article names each entity, counted by hand; surnames, titles and short forms included.
COUNTS_OF_THE_OTHER = {
    "cho-han-bum": 2,
    "china": 1,
    "choi-hyun-soo": 1,
    "democratic-party-of-korea": 2,
    "donald-trump": 8,
    "duyeon-kim": 2,
    "hanoi": 2,
    "international-crisis-group": 1,
    "kaesong": 1,
    "kim-dae-jung": 1,
    "kim-jong-un": 11,
    "kinu": 1,
    "korean-peninsula": 1,
    "moon-administration": 1,
    "moon-jae-in": 13,
    "mount-kumgang": 1,
    "national-assembly-south-korea": 1,
    "north-korea": 20,
    "northeast-asia": 1,
    "pyongyang": 3,
    "rachel-minyoung-lee": 1,
    "rand-corporation": 1,
    "rok-ministry-of-unification": 1,
    "seoul": 8,
    "soo-kim": 1,
    "south-korea": 10,
    "trump-administration": 3,
    "un": 3,
    "united-states": 7,
    "us-department-of-state": 1,
    "us-government": 1,
    "washington-dc": 2,
    "woo-won-shik": 2,
    "yongbyon-nuclear-facility": 2,
}


def annotated(shared: Path, repository: Path, name: str) -> Annotation:
    files = [f"{kind.folder}.yml" for kind in Kind]
    registry, _ = read_registry([Source(file, (repository / "entities" / file).read_bytes()) for file in files])
    article, problems = read_article(Source(f"articles/{name}", (shared / "seeds" / name).read_bytes()))
    assert article is not None, problems
    return annotate(article, find_candidates(article, Names(registry)), registry)


def is_right(span: Span, entity: str, gold: dict[str, object]) -> bool:
    """Whether a link covers the core of a name, stays within its widest span, and names the same entity."""
    covers = span.start <= gold["start"] and span.end >= gold["end"]
    return covers and gold["max_start"] <= span.start and span.end <= gold["max_end"] and entity == gold["entity"]


@pytest.fixture(scope="module")
def links(shared: Path, repository: Path) -> list[tuple[Span, str]]:
    annotation = annotated(shared, repository, GOLD)
    return [(annotation.article.in_file(mention.span), mention.entity) for mention in annotation.mentions]


@pytest.fixture(scope="module")
def gold(shared: Path) -> list[dict[str, object]]:
    return json.loads((shared / "gold" / "000.json").read_text(encoding="utf-8"))["mentions"]


def test_every_required_mention_is_linked(links: list[tuple[Span, str]], gold: list[dict[str, object]]) -> None:
    required = [one for one in gold if not one["optional"]]
    missed = [one["id"] for one in required if not any(is_right(span, entity, one) for span, entity in links)]
    assert len(required) > 70
    assert missed == []


def test_no_link_is_wrong(links: list[tuple[Span, str]], gold: list[dict[str, object]]) -> None:
    wrong = [(span, entity) for span, entity in links if not any(is_right(span, entity, one) for one in gold)]
    assert wrong == []


def test_the_other_article_names_whom_its_readers_find(shared: Path, repository: Path) -> None:
    annotation = annotated(shared, repository, OTHER)
    counts: dict[str, int] = {}
    for mention in annotation.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
    assert counts == COUNTS_OF_THE_OTHER
    assert annotation.unresolved == ()


def test_the_ids_of_the_registry_are_those_of_the_facts(shared: Path, repository: Path) -> None:
    facts = yaml.safe_load((shared / "facts" / "entities.yml").read_text(encoding="utf-8"))
    for kind in Kind:
        entities = yaml.safe_load((repository / "entities" / f"{kind.folder}.yml").read_text(encoding="utf-8"))
        wanted = {fact["id"]: fact.get("wikidata") for fact in facts if fact["type"] == kind}
        assert wanted.keys() <= entities.keys()
        found = {id: entities[id]["wikidata"] for id in entities if "wikidata" in entities[id]}
        assert found.items() <= wanted.items()


def test_an_edition_of_the_real_articles_is_built_and_proved(shared: Path, tmp_path: Path) -> None:
    edition = edition_copy(tmp_path)
    shutil.rmtree(edition / "articles")
    shutil.copytree(shared / "seeds", edition / "articles")
    site = built(edition)
    pages = [site / "articles" / article_id(name) / "index.html" for name in (GOLD, OTHER)]
    assert [page.exists() for page in pages] == [True, True]
