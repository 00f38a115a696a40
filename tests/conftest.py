"""What tests of every kind are given: the folders, and the shipped edition, built once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from building import REPOSITORY, built, edition_copy
from crowded import crowded_edition

# Slow machines are no failure, and CI draws the same examples every time.
settings.register_profile("dateline", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("dateline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew; then read the diff")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def shared(repository: Path) -> Path:
    """The corpora and seeds beside the repository; they are no part of it, so few clones have them."""
    folder = repository.parent / "shared"
    if not folder.is_dir():
        outcome = pytest.fail if os.environ.get("DATELINE_REQUIRE_SHARED") == "1" else pytest.skip
        outcome("There is no folder `shared` beside the repository, and this test reads it.")
    return folder


@pytest.fixture(scope="session")
def public_url() -> str:
    """The address for which `built_site` is built: a sub-path, as on GitHub Pages."""
    return "http://127.0.0.1/dateline/"


@pytest.fixture(scope="session")
def built_site(public_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped edition, built in a copy, so that the work tree stays as it is."""
    return built(edition_copy(tmp_path_factory.mktemp("edition")), public_url)


@pytest.fixture(scope="session")
def tiny_site(repository: Path, public_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the golden edition `tiny`, which has an entity that no article names."""
    tiny = repository / "tests" / "golden" / "tiny"
    return built(edition_copy(tmp_path_factory.mktemp("tiny"), tiny), public_url)


@pytest.fixture(scope="session")
def crowded_site(public_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a made edition in which two people are named too often for one page."""
    return built(crowded_edition(tmp_path_factory.mktemp("crowded") / "edition"), public_url)
