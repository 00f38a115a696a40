"""Pages that stand for a site: for each kind of page the largest, and those that name most."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import yaml

# Every kind of page that an edition can have. `page` is written by hand, and `none` is what stands at no address.
KINDS = (
    "home", "article", "person", "organization", "place", "index", "chronology", "network", "map", "mentions", "search",
    "unresolved", "page", "none",
)  # fmt: skip
NOWHERE = "no/such/page/"


def mention_lines(folder: Path) -> list[str]:
    """All mentions of a site or of docs/, a line of JSON each; a large edition has them packed."""
    plain, packed = (folder / "data" / name for name in ("mentions.jsonl", "mentions.jsonl.gz"))
    return (plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())).decode().splitlines()


def heaviest(site: Path) -> dict[str, str]:
    """By kind of page the address, from the site's home, of one: an article, a person, a list, and the home page."""
    mentions = [json.loads(line) for line in mention_lines(site)]
    article = Counter(one["article"] for one in mentions).most_common(1)[0][0]
    person = Counter(one["entity"] for one in mentions if one["kind"] == "person").most_common(1)[0][0]
    return {"home": "", "article": f"articles/{article}/", "person": f"people/{person}/", "index": "people/"}


def by_kind(docs: Path) -> dict[str, str]:
    """By kind the address of the largest page of that kind."""
    found: dict[str, tuple[int, str]] = {"none": (0, NOWHERE)}
    for file in sorted(docs.rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        kind = front_matter(text).get("kind", "page")
        address = file.relative_to(docs).with_suffix("").as_posix()
        found[kind] = max(found.get(kind, (0, "")), (len(text), f"{address}/".removesuffix("index/")))
    return {kind: address for kind, (_, address) in found.items()}


def front_matter(text: str) -> dict[str, str]:
    """What stands above the text between two lines of hyphens."""
    if not text.startswith("---\n"):
        return {}
    return yaml.load(text[4:].partition("\n---\n")[0], yaml.CSafeLoader) or {}
