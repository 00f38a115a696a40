"""The audit objects where it should, and its tools are pinned. (Node and Java are asked by `make audit` alone.)"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from audit.__main__ import too_low
from audit.lighthouse import CATEGORIES, of_reports
from audit.nu import told

TOOLS = Path(__file__).parent / "audit"


def report(paint: float = 900, **points: float) -> dict[str, Any]:
    """What Lighthouse reports where all is well but for these categories, each held down by one audit."""
    audits = {name: {"score": points.get(name, 1), "title": f"The {name} audit"} for name in CATEGORIES}
    audits["first-contentful-paint"] = {"score": 1, "title": "First paint", "numericValue": paint}
    categories = {name: {"score": points.get(name, 1), "auditRefs": [{"id": name, "weight": 1}]} for name in CATEGORIES}
    return {"categories": categories, "audits": audits}


def test_a_good_page_is_let_pass() -> None:
    assert list(too_low("home, phone", of_reports([report(), report(), report(seo=0.95)]))) == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_category_below_95_is_told_with_what_cost_the_points(category: str) -> None:
    said = list(too_low("home, phone", of_reports([report(**{category: 0.94})])))
    assert said == [
        f"home, phone: 94 points for {category}, less than 95. It costs points that:",
        f"    {category}: The {category} audit",
    ]


@pytest.mark.parametrize(("runs", "median"), [((0.2, 0.97, 1), 97), ((0.9, 0.9, 1), 90), ((0.5,), 50)])
def test_performance_is_the_median_of_the_runs(runs: tuple[float, ...], median: int) -> None:
    assert of_reports([report(performance=score) for score in runs]).points["performance"] == median


def test_the_first_paint_is_the_median_too() -> None:
    assert of_reports([report(paint=3000), report(paint=800), report(paint=900)]).first_paint == 900


def test_an_error_in_html_is_told_with_its_place() -> None:
    message = {"url": "file:/built/a%20site/people/index.html", "lastLine": 7, "lastColumn": 3, "message": "Bad value."}
    said = told({**message, "extract": "<p\n  x>"}, Path("/built/a site"))
    assert said == "people/index.html:7:3: Bad value. (<p x>)"


def test_node_packages_are_pinned_and_their_registry_is_not_named() -> None:
    asked = json.loads((TOOLS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {name: package for name, package in lock.items() if name}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in asked} == asked
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "latest" in package.get("dependencies", {}).values()] == []
