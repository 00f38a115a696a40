"""Mentions for programs: a file of lines, or, of a large edition, the same lines packed."""

from __future__ import annotations

import gzip

import pytest

from edition.model import Entity, Kind
from edition.render.files import data
from making import linked

KIM = Entity(id="kim", kind=Kind.PERSON, name="Kim Jong Un")
ARTICLES = {f"2020-06-{day}": f"News\n\nKim Jong Un spoke on day {day}.\n" for day in range(10, 20)}


def test_a_small_edition_has_a_file_of_lines() -> None:
    edition = linked(ARTICLES, [KIM])
    page = data.mentions_data(edition.annotations, edition.registry)
    assert (page.path, page.text.count("\n")) == ("data/mentions.jsonl", len(ARTICLES))
    assert page.data == page.text.encode()


def test_a_large_one_has_the_same_lines_in_a_packed_file(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = linked(ARTICLES, [KIM])
    plain = data.mentions_data(edition.annotations, edition.registry)
    monkeypatch.setattr(data, "LONGEST", len(plain.text) - 1)
    packed = data.mentions_data(edition.annotations, edition.registry)
    assert (packed.path, packed.text) == ("data/mentions.jsonl.gz", "")
    assert gzip.decompress(packed.data) == plain.data
    assert packed == data.mentions_data(edition.annotations, edition.registry)


def test_it_says_no_time_and_each_article_is_packed_by_itself() -> None:
    edition = linked(ARTICLES, [KIM])
    members = [data.packed(data.article_lines(one, edition.registry)) for one in edition.annotations]
    assert {member[3:8] for member in members} == {bytes(5)}  # no name, no time
    assert gzip.decompress(b"".join(members)).decode() == data.mention_lines(edition.annotations, edition.registry)
