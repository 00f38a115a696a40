"""Both checkers over the shipped edition, built as for the public; a table, and exit code 1 where it falls short.

PYTHONPATH=scripts:tests python -m audit CHROMIUM   (after `npm ci` in .cache/audit; `make audit` does both)
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from audit.lighthouse import CATEGORIES, DEVICES, LEAST, Lighthouse, Scores
from audit.nu import errors
from building import REPOSITORY, built, edition_copy
from examples import heaviest
from serving import serve

TOOLS = REPOSITORY / ".cache" / "audit"
RUNS = {"phone": 3, "desk": 1}  # two cores at other work besides: on the throttled phone one run tells little


def main(chromium: str) -> int:
    """0 where the site is as good as it promises, else 1."""
    with tempfile.TemporaryDirectory(prefix="dateline-audit-") as folder:
        site = built(edition_copy(Path(folder, "edition")), "http://127.0.0.1/").resolve()
        said = [*wrong_html(site), *wrong_pages(site, chromium)]
    print(*said, "Audit: " + (f"{len(said)} objections." if said else "nothing to object to."), sep="\n")
    return min(len(said), 1)


def wrong_html(site: Path) -> list[str]:
    found = errors(TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar", site)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"Nu HTML checker: {pages} pages, {len(found)} errors", flush=True)
    return found


def wrong_pages(site: Path, chromium: str) -> Iterator[str]:
    """What costs the heaviest pages more points than they may lose; prints their scores on the way."""
    reports = TOOLS / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    lighthouse = Lighthouse(TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js", chromium, reports)
    print(row("Lighthouse", *CATEGORIES, "first paint"), flush=True)
    with serve(site) as url:
        for device in DEVICES:
            for name, address in heaviest(site).items():
                scores = lighthouse.scores(f"{url}{address}", name, device, RUNS[device])
                points = (str(scores.points[category]) for category in CATEGORIES)
                print(row(f"{name}, {device}", *points, f"{scores.first_paint:.0f} ms"), flush=True)
                yield from too_low(f"{name}, {device}", scores)


def too_low(page: str, scores: Scores) -> Iterator[str]:
    for category, points in scores.points.items():
        if points < LEAST:
            yield f"{page}: {points} points for {category}, less than {LEAST}. It costs points that:"
            yield from (f"    {cost}" for cost in scores.costs if cost.startswith(f"{category}:"))


def row(first: str, *cells: str) -> str:
    return f"{first:<16}" + "".join(f"{cell:>16}" for cell in cells)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
