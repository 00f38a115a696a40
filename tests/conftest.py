"""What tests of every kind are given: the folders, and the shipped edition, built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from edition.addresses import OWN_FOLDERS

REPOSITORY = Path(__file__).resolve().parent.parent

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
def built_site(repository: Path, public_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped edition, built in a copy, so that the work tree stays as it is."""
    copy = edition_copy(repository, tmp_path_factory.mktemp("edition"))
    build = subprocess.run(
        [sys.executable, repository / "scripts" / "build.py", "--edition", copy],
        env=os.environ | {"SITE_URL": public_url},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert build.returncode == 0, f"scripts/build.py ended with {build.returncode} and said:\n{build.stdout}"
    return copy / "site"


def edition_copy(repository: Path, copy: Path) -> Path:
    """`copy`, which now has all that people wrote of the edition."""
    for folder in ("articles", "entities"):
        shutil.copytree(repository / folder, copy / folder)
    docs = repository / "docs"
    shutil.copytree(docs, copy / "docs", ignore=lambda at, _: OWN_FOLDERS if Path(at) == docs else ())
    for file in sorted(repository.glob("*.yml")):
        shutil.copy(file, copy)
    return copy
