"""The mentions as data: lines while they are few, packed where they are many, the same mentions either way."""

import gzip
import json

import pytest

from edition.index import mention_lines, mentions_data, packed, standoff
from edition.model import Entity, Kind
from making import linked

ADA = Entity(id="ada", kind=Kind.PERSON, name="Ada Larsen")
EDITION = linked({f"2020-01-0{day}": f"News of day {day}\n\nAda Larsen came.\n" for day in (2, 1)}, (ADA,))
LINES = "".join(mention_lines(one, EDITION.registry) for one in EDITION.annotations)
MEMBERS = EDITION.archive.mention_data([one.id for one in EDITION.articles])


def test_few_mentions_are_lines() -> None:
    page = mentions_data(MEMBERS)
    assert (page.path, page.data) == ("data/mentions.jsonl", LINES.encode())
    assert [json.loads(line)["article"] for line in LINES.splitlines()] == ["2020-01-01", "2020-01-02"]


def test_many_are_packed_and_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standoff, "LONGEST", len(LINES.encode()) - 1)
    page = mentions_data(MEMBERS)
    assert (page.path, gzip.decompress(page.data).decode()) == ("data/mentions.jsonl.gz", LINES)


def test_what_is_packed_has_neither_name_nor_time() -> None:
    assert packed(LINES)[:8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"
