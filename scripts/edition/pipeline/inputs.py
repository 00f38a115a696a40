"""All that editors own of an edition, read at once, and a name for it. Nothing is understood yet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from edition import disk
from edition.model import Problem, Source, digest

WORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Folders:
    """Where the parts of an edition lie."""

    root: Path
    articles: Path
    entities: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def work(self) -> Path:
        """What is made before it is published, and what is kept from one build for the next."""
        return self.root / ".cache" / "dateline"


@dataclass(frozen=True)
class Inputs:
    """The articles and the registry's files, sorted by name; what an edition may do without is empty; the settings,
    None where there are none; and what lies beside them and cannot be read."""

    articles: tuple[Source, ...]
    registry: tuple[Source, ...]
    decisions: Source
    events: Source
    settings: Source | None
    problems: tuple[Problem, ...]

    @property
    def digest(self) -> bytes:
        """A name for all of it but the settings."""
        files = (*self.articles, *self.registry, self.decisions, self.events)
        return digest(*(part for one in files for part in (one.file, one.data)), self.problems)

    def of_settings(self, environment: Mapping[str, str]) -> bytes:
        """A name for the settings, and for those variables of the environment that they may ask for."""
        settings = self.settings.data if self.settings else b""
        words = {word.decode() for word in WORD.findall(settings)}  # whole: shells have a variable `_`
        asked = sorted((name, environment[name]) for name in words & environment.keys())
        return digest(settings, asked)


def read_inputs(folders: Folders) -> Inputs:
    articles, registry, problems = disk.read_sources(folders.articles, folders.entities)
    settings = disk.read_bytes(folders.root / "mkdocs.yml")
    return Inputs(
        articles,
        registry,
        Source(f"entities/{disk.DECISIONS}", disk.read_bytes(folders.entities / disk.DECISIONS) or b""),
        Source(f"entities/{disk.EVENTS}", disk.read_bytes(folders.entities / disk.EVENTS) or b""),
        Source("mkdocs.yml", settings) if settings is not None else None,
        problems,
    )
