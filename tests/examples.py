"""Which pages stand for a site where one of each kind is enough: those that name most, and are the heaviest."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path


def heaviest(site: Path) -> dict[str, str]:
    """By kind of page the address, from the site's home, of one: an article, a person, a list, and the home page."""
    lines = (site / "data" / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
    mentions = [json.loads(line) for line in lines]
    article = Counter(one["article"] for one in mentions).most_common(1)[0][0]
    person = Counter(one["entity"] for one in mentions if one["kind"] == "person").most_common(1)[0][0]
    return {"home": "", "article": f"articles/{article}/", "person": f"people/{person}/", "index": "people/"}
