"""The data that a built edition publishes, read back: records and links. What they mean: upkeep."""

import gzip
import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from edition.addresses import MENTIONS_DATA
from edition.model import Kind

FILES = ("articles", *(kind.folder for kind in Kind))


class NoData(Exception):
    """A folder, or a file in it, that is not of a built edition."""


class Data(NamedTuple):
    """Records by the file they stand in; `mentions` as their lines say, article by article."""

    records: Mapping[str, list[dict[str, Any]]]
    mentions: Path

    def by_article(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """The mentions of each article, sorted by article; one article at a time is in memory."""
        with (gzip.open if self.mentions.suffix == ".gz" else open)(self.mentions, "rt", encoding="utf-8") as lines:
            try:
                found = (json.loads(line) for line in lines)
                for article, these in groupby(found, key=lambda one: str(one["article"])):
                    yield article, list(these)
            except (ValueError, KeyError, TypeError, EOFError, gzip.BadGzipFile) as error:
                raise NoData(f"{self.mentions} is damaged") from error


def read_data(folder: Path) -> Data:
    """The data in `folder`, or in a folder `data` below it, such as docs/ or site/; NoData where there are none."""
    for place in (folder, folder / "data"):
        if all(_file(place, f"{name}.json") for name in FILES):
            mentions = _file(place, Path(MENTIONS_DATA).name)
            if mentions is None:
                raise NoData(f"{place} has no {Path(MENTIONS_DATA).name}")
            return Data({name: _records(place, name) for name in FILES}, mentions)
    raise NoData(f"{folder} holds no data of a built edition")


def _file(folder: Path, name: str) -> Path | None:
    """The file, or the packed one of a large edition."""
    return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)


def _records(folder: Path, name: str) -> list[dict[str, Any]]:
    path = _file(folder, f"{name}.json")
    assert path is not None
    try:
        data = path.read_bytes()
        found = json.loads(gzip.decompress(data) if path.suffix == ".gz" else data)
    except (ValueError, EOFError, gzip.BadGzipFile, RecursionError) as error:
        raise NoData(f"{path} is damaged") from error
    if not isinstance(found, list) or not all(isinstance(one, dict) and "id" in one for one in found):
        raise NoData(f"{path} is damaged")
    return found
