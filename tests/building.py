"""An edition to try things on: a copy of the shipped one, built as an editor builds it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from edition.addresses import OWN_FILES, OWN_FOLDERS

REPOSITORY = Path(__file__).resolve().parent.parent
SAID: dict[str, Any] = {  # how a program's words are caught
    "stdin": subprocess.DEVNULL,
    "stdout": subprocess.PIPE,
    "stderr": subprocess.STDOUT,
    "text": True,
    "encoding": "utf-8",
}


def edition_copy(copy: Path, sources: Path = REPOSITORY) -> Path:
    """`copy`, which now has all that people wrote: the articles and the registry of `sources`, all else as shipped."""
    for folder in ("articles", "entities"):
        shutil.copytree(sources / folder, copy / folder)
    copy_shipped(copy)
    return copy


def made_edition(folder: Path, articles: int, entities: int) -> Path:
    """`folder`, which now has an edition of that size, made of words and not of news, and the same each time."""
    maker = REPOSITORY / "bench" / "made_edition.py"
    words = [sys.executable, maker, folder, "--articles", str(articles), "--entities", str(entities)]
    subprocess.run(words, check=True)
    return folder


def copy_shipped(copy: Path) -> None:
    """Settings and hand-written pages, as shipped."""
    docs = REPOSITORY / "docs"
    shutil.copytree(docs, copy / "docs", ignore=lambda at, _: (*OWN_FOLDERS, *OWN_FILES) if Path(at) == docs else ())
    for file in sorted(REPOSITORY.glob("*.yml")):
        shutil.copy(file, copy)


def command(edition: Path, *words: str) -> list[str | Path]:
    """`python scripts/build.py WORDS --edition EDITION`."""
    return [sys.executable, REPOSITORY / "scripts" / "build.py", *words, "--edition", edition]


def build(edition: Path, site_url: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Builds the edition, with mistakes or without; `stdout` holds all that was said."""
    environment = os.environ | {"SITE_URL": site_url} | environment
    return subprocess.run(command(edition), env=environment, check=False, **SAID)


def built(edition: Path, site_url: str = "", **environment: str) -> Path:
    """The site of the edition, which builds without a mistake."""
    done = build(edition, site_url, **environment)
    assert done.returncode == 0, f"scripts/build.py ended with {done.returncode} and said:\n{done.stdout}"
    return edition / "site"


def edit(file: Path, old: str, new: str) -> None:
    """Writes `new` in the place of the first `old`; where `old` is empty, at the end of the file, old or new."""
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert old in text, f"{file} does not say {old!r}"
    file.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    """Waits for a state of the world that nothing tells of."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"what was waited for did not come in {seconds} seconds"
        time.sleep(0.01)
