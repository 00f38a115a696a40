"""Which search bundles an edition has. Pagefind's own filters come in another order with each run; bundles do not."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.model import Edition, Kind

FOLDER = "pagefind"
BUNDLES = f"{FOLDER}/bundles.json"


@dataclass(frozen=True, slots=True)
class Bundle:
    """An index of its own: the pages that match `glob` and, where it is given, hold `selector`."""

    path: str
    kind: str
    glob: str
    year: str = ""

    def arguments(self, site: str) -> list[str]:
        """What Pagefind is asked for this bundle."""
        common = ["--quiet", "--site", site, "--glob", self.glob, "--output-subdir", f"{FOLDER}/{self.path}"]
        return [*common, "--root-selector", f'[data-year="{self.year}"]'] if self.kind == "article" else common


def bundles(edition: Edition) -> Iterator[Bundle]:
    """One for each kind that has entities, in their order, then one for each year of articles."""
    kinds = {entity.kind for entity in edition.registry.entities}
    for kind in Kind:
        if kind in kinds:
            yield Bundle(kind.folder, kind.value, f"{kind.folder}/*/index.html")
    years = {(annotation.article.front.date or "")[:4] for annotation in edition.annotations}
    for year in sorted(years):
        yield Bundle(f"articles-{year or 'undated'}", "article", "articles/*/index.html", year)


def listing(found: Iterable[Bundle]) -> str:
    """The bundles as the search script reads them."""
    fields = [{"path": one.path, "kind": one.kind, **({"year": one.year} if one.year else {})} for one in found]
    return json.dumps(fields, indent=1) + "\n"
