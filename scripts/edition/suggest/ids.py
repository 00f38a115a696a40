"""Ids for what is suggested: the name in small ASCII letters, free in the registry."""

import re
import unicodedata

from edition.addresses import is_taken
from edition.model import Kind, Registry
from edition.read.entries import LIST_PAGE

LONGEST = 60  # letters, whole words


class Ids:
    """Those that are taken: by entities, by their former selves, by suggestions that got theirs before."""

    def __init__(self, registry: Registry) -> None:
        self.taken = {LIST_PAGE, *(id for one in registry.entities for id in (one.id, *one.former_ids))}

    def free(self, name: str, kind: Kind) -> str:
        """The name as an id; with a number behind it where that is somebody's; the kind, where no letter is Latin."""
        plain = unicodedata.normalize("NFKD", name.translate({ord("ø"): "o", ord("Ø"): "o", ord("ß"): "ss"})).lower()
        plain = "".join(one for one in plain if not unicodedata.combining(one)).replace("'", "").replace("’", "")
        word = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        if len(word) > LONGEST:
            word = word[:LONGEST].rpartition("-")[0] or word[:LONGEST]
        word = word if re.search("[a-z]", word) else kind.value
        id, number = word, 1
        while id in self.taken or is_taken(kind, id):
            number += 1
            id = f"{word}-{number}"
        self.taken.add(id)
        return id
