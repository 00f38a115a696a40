"""Tiny editions, byte for byte: what the build writes below docs/ is what stands in `expected/`.

A case is a folder in golden/. After a wanted change: `pytest tests/test_golden.py --update-golden`, then read the diff.
"""

import shutil
from pathlib import Path

import pytest

from edition.index import index
from edition.pipeline import Folders, read_edition
from edition.render import pages

CASES = sorted(path for path in (Path(__file__).parent / "golden").iterdir() if path.is_dir())


def written(case: Path) -> dict[str, str]:
    """The pages by path, and what was said while reading."""
    edition, problems = read_edition(Folders(case, case / "articles", case / "entities"), {}, with_site=True)
    said = "".join(f"{problem}\n" for problem in problems)
    return {page.path: page.text for page in pages(edition, index(edition))} | {"problems.txt": said}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pages_are_the_expected_ones(case: Path, update_golden: bool) -> None:
    expected, found = case / "expected", written(case)
    if update_golden:
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(text.encode())  # CSV ends its lines by CRLF
    on_disk = {
        path.relative_to(expected).as_posix(): path.read_bytes().decode()
        for path in expected.rglob("*")
        if path.is_file()
    }
    assert sorted(found) == sorted(on_disk)
    assert on_disk
    for path, text in on_disk.items():
        assert found[path] == text, path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_second_time_gives_the_same_bytes(case: Path) -> None:
    assert written(case) == written(case)
