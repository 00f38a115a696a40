"""Lighthouse, as a phone or a desk has the page: its four scores out of 100, and what cost points."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = 95
# Both are Lighthouse's own settings; a phone is a middling one on a slow mobile network, which is simulated.
DEVICES: Mapping[str, tuple[str, ...]] = {"phone": (), "desk": ("--preset=desktop",)}
SWITCHES = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-sync"
Report = Mapping[str, Any]


@dataclass(frozen=True)
class Scores:
    """What Lighthouse says of one page on one device."""

    points: Mapping[str, int]  # by category
    costs: tuple[str, ...]  # the audits that cost points where there are too few
    first_paint: float  # milliseconds to the first contentful paint


@dataclass(frozen=True)
class Lighthouse:
    """The program, the browser that it drives, and where its reports are kept."""

    program: Path
    chromium: str
    reports: Path

    def scores(self, url: str, name: str, device: str, runs: int) -> Scores:
        """The median of so many runs: only the performance differs from one to the next."""
        first = self.report(url, f"{name}-{device}-1", device, CATEGORIES)
        others = (self.report(url, f"{name}-{device}-{run}", device, CATEGORIES[:1]) for run in range(2, runs + 1))
        return of_reports([first, *others])

    def report(self, url: str, name: str, device: str, categories: Sequence[str]) -> Report:
        file = self.reports / f"{name}.json"
        words = ["node", str(self.program), url, "--output=json", f"--output-path={file}", "--quiet"]
        words += ["--no-enable-error-reporting", f"--only-categories={','.join(categories)}", *DEVICES[device]]
        words += [f"--chrome-flags={SWITCHES}"]
        environment = os.environ | {"CHROME_PATH": self.chromium}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"Lighthouse failed on {url}:\n{done.stderr}")
        report: Report = json.loads(file.read_text(encoding="utf-8"))
        if "runtimeError" in report:
            raise SystemExit(f"Lighthouse failed on {url}: {report['runtimeError']['message']}")
        return report


def of_reports(reports: Sequence[Report]) -> Scores:
    """The scores of the first report, but that performance and first paint are the median of all."""
    first = reports[0]
    points = {name: round(100 * first["categories"][name]["score"]) for name in CATEGORIES}
    fastest_last = sorted(reports, key=lambda report: report["categories"]["performance"]["score"])
    middle = fastest_last[len(reports) // 2]
    points["performance"] = round(100 * middle["categories"]["performance"]["score"])
    paints = [report["audits"]["first-contentful-paint"]["numericValue"] for report in reports]
    shown = {name: middle if name == "performance" else first for name in CATEGORIES if points[name] < LEAST}
    costs = tuple(cost for name, report in shown.items() for cost in costly(report, name))
    return Scores(points, costs, statistics.median(paints))


def costly(report: Report, category: str) -> list[str]:
    """`seo: Document does not have a meta description`, for each audit of a category that cost points."""
    weights = {one["id"]: one["weight"] for one in report["categories"][category]["auditRefs"]}
    audits = [report["audits"][id] for id, weight in weights.items() if weight]
    lost = [one for one in audits if one["score"] is not None and one["score"] < 1]
    return [f"{category}: {one['title']} {one.get('displayValue', '')}".strip() for one in lost]
