"""Tiny editions for tests, and their build, started as a person starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from building import REPOSITORY, copy_shipped
from edition.index import by_entity, mention_lines, outline, packed, unresolved_lines
from edition.link import annotate
from edition.model import Annotation, Edition, Entity, KwicLine, Registry, Site, Source
from edition.read import read_articles
from edition.recognise import Names, find_candidates

BUILD = REPOSITORY / "scripts" / "build.py"
ARTICLE = "---\ntitle: The news\ndate: 2020-06-16\n---\nKim Jong Un spoke in Seoul.\n"


def edition(
    folder: Path,
    articles: Mapping[str, str | bytes] | None = None,
    *,
    people: str | bytes = "kim:\n  name: Kim Jong Un\n",
    places: str | bytes = "seoul:\n  name: Seoul\n",
    organizations: str | bytes = "",
) -> Path:
    """A complete edition in `folder`: these articles and entities, settings and hand-written pages as shipped."""
    articles = {"news.txt": ARTICLE} if articles is None else articles
    registry = {"people.yml": people, "places.yml": places, "organizations.yml": organizations}
    for name, files in (("articles", articles), ("entities", registry)):
        (folder / name).mkdir(parents=True)
        for file, text in files.items():
            (folder / name / file).write_bytes(text.encode() if isinstance(text, str) else text)
    copy_shipped(folder)
    return folder


def linked(articles: Mapping[str, str], entities: Sequence[Entity] = (), site: Site | None = None) -> Edition:
    """An edition that stands on no disk: these articles, by their ids, and who and what is named in them."""
    read, problems = read_articles(Source(f"articles/{id}.txt", text.encode()) for id, text in articles.items())
    assert len(read) == len(articles), problems
    registry = Registry(tuple(sorted(entities, key=lambda entity: entity.id)))
    names = Names(registry)
    annotations = tuple(annotate(article, find_candidates(article, names), registry) for article in read)
    return edition_of(annotations, registry, site=site or Site("Edition"))


class InMemory:
    """An archive of annotations, by the ids of their articles."""

    def __init__(self, annotations: Iterable[Annotation], registry: Registry) -> None:
        self.annotations, self.registry = {one.article.id: one for one in annotations}, registry

    def annotation(self, article: str) -> Annotation:
        return self.annotations[article]

    def lines(self, entity: str, articles: Collection[str]) -> Mapping[str, tuple[KwicLine, ...]]:
        return {article: by_entity(self.annotations[article])[entity] for article in articles}

    def mention_data(self, articles: Sequence[str]) -> list[bytes]:
        return [packed(mention_lines(self.annotations[one], self.registry)) for one in articles]

    def unresolved_data(self, articles: Sequence[str]) -> list[str]:
        return [unresolved_lines(self.annotations[one]) for one in articles]


def edition_of(annotations: Iterable[Annotation], registry: Registry, **others: Any) -> Edition:
    """An edition of these annotations, in their order; `others` are the further fields of `Edition`."""
    annotations = tuple(annotations)
    return Edition(tuple(map(outline, annotations)), registry, InMemory(annotations, registry), **others)


def command(folder: Path, *arguments: str | Path) -> list[str]:
    return [sys.executable, str(BUILD), "--edition", str(folder), *map(str, arguments)]


def build(folder: Path, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    """What `build.py --edition folder` with these arguments printed, and its exit code. A traceback is always a bug."""
    environment = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    done = subprocess.run(
        command(folder, *arguments),
        env=environment | options.pop("env", {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        **options,
    )
    assert "Traceback" not in done.stderr
    return done


def hear() -> None:
    """Let a program hear Ctrl-C, which those that are started in the background do not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, but those that are only kept from build to build."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(".cache/")}
