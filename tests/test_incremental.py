"""A build after an edit leaves what a build from nothing would, whatever was edited, and however often."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from building import copy_shipped
from editing import Desk
from edition import building
from edition.index import periods, standoff
from edition.pipeline import Folders, making, reading
from edition.progress import Steps
from edition.render import home
from edition.render.citing import feed
from edition.render.drawing import atlas, graph, nearby
from edition.render.entity import companions
from edition.render.lists import article_lists, chronology, portions
from making import contents

# So low that a few articles have all that ten thousand may have: pages of periods, of pairs, parts of lists.
LIMITS = (
    (article_lists, "LONGEST", 4), (portions, "LONGEST", 4), (companions, "MOST_COMPANIONS", 2),
    (companions, "MOST_PASSAGES", 2), (chronology, "LONGEST", 5), (chronology, "MANY", 2), (standoff, "LONGEST", 3000),
    (graph, "NODES", 4), (graph, "CANDIDATES", 5), (graph, "TIES", 1), (atlas, "DOTS", 3), (nearby, "NEIGHBOURS", 2),
    (home, "MOST_NAMED", 2), (home, "LATEST", 2), (feed, "LATEST", 2),
    (making, "ENOUGH_FOR_ALL_CORES", 10_000),
)  # fmt: skip
MOST_MENTIONS = 5
SITE_SEED, ROUNDS, EDITS_OF_A_ROUND = 1, 4, 4  # a build of a whole site takes some seconds


@pytest.fixture(autouse=True, scope="module")
def low_limits() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in LIMITS:
            patch.setattr(module, name, value)
        patch.setattr(periods, "__defaults__", (MOST_MENTIONS,))
        patch.setattr(reading, "read_coastlines", cache(reading.read_coastlines))
        yield


def built(root: Path, *, with_site: bool = False) -> tuple[building.Outcome, dict[str, bytes]]:
    """How a build ended, and all files that are then below docs/, or in the site."""
    folders, steps = Folders(root, root / "articles", root / "entities"), Steps(Console(file=io.StringIO()))
    outcome = building.build(folders, {}, steps, building.How(with_site=with_site))
    gc.unfreeze()
    gc.enable()
    return outcome, contents(root / ("site" if with_site else "docs"))


@settings(max_examples=12)
@given(st.randoms(use_true_random=False), st.integers(1, 8))
def test_pages_after_any_edits_are_those_of_a_build_from_nothing(chance: Random, edits: int) -> None:
    desk, said = Desk(chance), ["begin"]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for number in range(edits + 1):
            desk.write(root / "warm")
            desk.write(root / f"cold{number}")
            warm, cold = built(root / "warm"), built(root / f"cold{number}")
            same_problems(warm[0], cold[0], said)
            if cold[0].written is not building.Written.NOTHING:
                assert differing(warm[1], cold[1]) == {}, said
            said.append(desk.edit())


def test_the_site_after_any_edits_is_that_of_a_build_from_nothing(tmp_path: Path) -> None:
    desk, said = Desk(Random(SITE_SEED)), ["begin"]
    for folder in ("warm", *(f"cold{number}" for number in range(ROUNDS))):
        copy_shipped(tmp_path / folder)
    for number in range(ROUNDS):
        for root in (tmp_path / "warm", tmp_path / f"cold{number}"):
            desk.write(root)
        warm, cold = (built(tmp_path / folder, with_site=True) for folder in ("warm", f"cold{number}"))
        same_problems(warm[0], cold[0], said)
        if cold[0].written is building.Written.SITE:
            assert differing(warm[1], cold[1]) == {}, said
        said += [desk.edit() for _ in range(EDITS_OF_A_ROUND)]


def same_problems(warm: building.Outcome, cold: building.Outcome, said: list[str]) -> None:
    assert warm.problems == cold.problems, said
    assert warm.summary == cold.summary, said


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> dict[str, tuple[str, str]]:
    """By path what stands in one of two folders, and in the other, where that is not the same."""
    names = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    return {name: (words(one.get(name)), words(other.get(name))) for name in names}


def words(data: bytes | None) -> str:
    return "There is no such file." if data is None else data.decode(errors="replace")
