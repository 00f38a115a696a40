"""What `make bench` measures is what it says, the table says it, and the page in docs/about has it."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict
from pathlib import Path

import pytest
import yaml

import build_speed
from build_speed import MARKED, PAGE, Found, measure_own, read_steps, together
from building import REPOSITORY
from edition.progress import Step
from edits import change_article, rename_person
from engines import TEMPLATES, for_hugo
from speed_table import Figure, beyond, exponents, growth, html_table, recommended, size, text, time_and_memory
from watched import group_of, peak_between, proportional_kb, run

STEPS = [Step("pages", 10, 12.5, 4.5), Step("rendering", 12.5, 16.5, 7.5)]
LOOKS = ((10.1, 90.0), (12.4, 120.0), (12.6, 130.0), (16.4, 300.0), (16.6, 400.0))
# A build that tells of its steps as ours does, and makes what the bench looks at.
FAKE = f"""
import json, sys
from pathlib import Path
edition = Path(sys.argv[2])
for name, text in {{
    ".cache/dateline/steps.json": {json.dumps(json.dumps([asdict(one) for one in STEPS]))},
    "docs/data/mentions.jsonl": '{{"entity": "kim", "kind": "person"}}\\n',
    "site/index.html": "x" * 2000,
    "site/data/names.js": "names",
}}.items():
    (edition / name).parent.mkdir(parents=True, exist_ok=True)
    (edition / name).write_text(text)
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """The sources of a very small edition."""
    files = {
        "articles/news.txt": "---\ntitle: The news\n---\nKim Jong Un spoke.\n\nThat was all.\n",
        "entities/people.yml": "kim:\n  name: Kim Jong Un\n  aliases: [Kim]\n",
    }
    for name, said in files.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(said, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("values", "slopes"),
    [
        pytest.param({100: 1, 1000: 10, 10_000: 100}, [1, 1, 1], id="ten times as many take ten times as long"),
        pytest.param({100: 1, 1000: 100}, [2], id="two sizes have one slope"),
        pytest.param({1000: 10, 100: 5, 10_000: 80}, [0.301, 0.903, 0.602], id="by size, then over all"),
        pytest.param({100: 1}, [], id="one size does not grow"),
        pytest.param({100: 0, 1000: 10, 10_000: 20}, [0.301], id="nothing has no logarithm"),
    ],
)
def test_growth_is_the_slope_in_log_and_log(values: dict[int, float], slopes: list[float]) -> None:
    found = exponents({count: Figure(value, "") for count, value in values.items()})
    assert found == pytest.approx(slopes, abs=0.001)


def test_growth_leaves_out_what_was_not_measured() -> None:
    assert growth({100: Figure(1, ""), 1000: "stopped after 15 minutes", 10_000: Figure(100, "")}) == "1.00"


def test_growth_stands_on_one_line_in_the_narrowest_cell() -> None:
    tenfold = {count: Figure(count, "") for count in (100, 1000, 10_000)}
    assert growth(tenfold) == "1.00\xa0·\xa01.00\xa0·\xa01.00"


def test_figures_have_as_many_digits_as_tell_something() -> None:
    assert text(time_and_memory(2.345, 1234)) == "2.3\xa0s\xa0·\xa01.2\xa0GB"
    assert text(time_and_memory(1234.5, 0.95)) == "1,234\xa0s\xa0·\xa0950\xa0kB"
    assert (text(size(17_400_000)), text("stopped"), text(None)) == ("17 MB", "stopped", "–")


def test_the_table_has_a_cell_for_each_size_and_says_why_one_is_missing() -> None:
    rows = {"Pages & more": {100: Figure(1, "1.0 s")}, "Hugo": {100: Figure(1, "1.0 s"), 1000: "there is no <Hugo>"}}
    table = "\n".join(html_table({"Built": rows}, (100, 1000)))
    assert '<th scope="col">100 articles</th><th scope="col">1,000 articles</th><th scope="col">Growth</th>' in table
    assert '<th scope="rowgroup" colspan="4">Built</th>' in table
    assert '<th class="small" scope="row">Pages &amp; more</th><td>1.0 s</td><td>–</td><td></td>' in table
    assert "<td>there is no &lt;Hugo&gt;</td>" in table


def test_what_would_fit_is_extrapolated_from_the_two_largest_and_says_so() -> None:
    said = beyond({100: size(30e6), 1000: size(60e6), 10_000: size(510e6)})
    assert said.startswith(
        "From 1,000 to 10,000 articles the site grew by 50 kB an article. At that rate about 19,800 "
    )
    assert "extrapolated" in said
    assert beyond({100: size(30e6)}) == ""


@pytest.mark.parametrize(("held", "advised"), [(171, 2), (1300, 2), (1400, 4), (5000, 8)])
def test_a_machine_should_have_half_as_much_memory_again(held: float, advised: int) -> None:
    assert recommended({100: 9999, 1000: held}).endswith(f"a machine for it should have {advised} GB.")


def test_steps_are_added_up_and_share_the_memory(tmp_path: Path) -> None:
    assert read_steps(tmp_path / "none.json") == []
    file = tmp_path / "steps.json"
    file.write_text(json.dumps([asdict(one) for one in STEPS]))
    both = together(LOOKS, read_steps(file), "pages", "rendering")
    assert isinstance(both, Figure)
    assert (both.value, both.text.replace("\xa0", " ")) == (6.5, "6.5 s · 300 MB")
    assert together(LOOKS, read_steps(file), "search") == "–"


@pytest.mark.parametrize(
    ("began", "ended", "held"),
    [
        pytest.param(10, 12.5, 120, id="the most of what was seen"),
        pytest.param(12.41, 12.59, 130, id="nobody looked: the nearest look"),
        pytest.param(20, 30, 400, id="after the last look"),
    ],
)
def test_a_step_holds_what_was_seen_while_it_lasted(began: float, ended: float, held: float) -> None:
    assert peak_between(LOOKS, began, ended) == held
    assert peak_between((), began, ended) == 0


def test_an_edition_is_measured_from_nothing_and_after_each_edit(
    edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fake.py").write_text(FAKE)
    monkeypatch.setattr(build_speed, "BUILD", tmp_path / "fake.py")
    found = Found()
    measure_own(found, edition, 100)
    rows = {
        row: text(cells[100]).replace("\xa0", " ") for group in found.groups.values() for row, cells in group.items()
    }
    assert rows["Rendering"].startswith("4.0 s · ")
    assert rows["Search index"] == "–"
    assert rows["One article changed: pages and rendering"].startswith("6.5 s · ")
    assert (rows["The site"], rows["its largest page"]) == ("2 kB", "2 kB")
    assert found.peaks[100] > 1
    assert "Kim Q. Jong Un" in (edition / "entities" / "people.yml").read_text()


def test_edits_are_those_of_an_editor(edition: Path) -> None:
    change_article(edition)
    assert (edition / "articles" / "news.txt").read_text().endswith("That was all.\n\nKim Jong Un spoke.\n")
    (edition / "docs" / "data").mkdir(parents=True)
    (edition / "docs" / "data" / "mentions.jsonl").write_text('{"entity": "kim", "kind": "person"}\n')
    rename_person(edition)
    people = yaml.safe_load((edition / "entities" / "people.yml").read_text())
    assert people == {"kim": {"name": "Kim Q. Jong Un", "aliases": ["Kim Jong Un", "Kim"]}}


def test_a_process_is_read_as_the_kernel_writes_it() -> None:
    assert group_of("7 (a) b) S 1 42 42 0 -1") == 42
    assert proportional_kb("55d0-7ff0 ---p 00000000 00:00 0 [rollup]\nRss: 9000 kB\nPss:  812 kB\n") == 812
    assert proportional_kb("") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_memory_and_time_are_those_of_all_that_a_program_starts(tmp_path: Path) -> None:
    held = "import time; held = bytearray(b'x') * 80_000_000; time.sleep(0.6)"
    both = f"import subprocess, sys; other = subprocess.Popen([sys.executable, '-c', {held!r}]); {held}; other.wait()"
    done = run([sys.executable, "-c", both], tmp_path, {})
    assert (done.end, done.said) == (0, "")
    assert 150 < done.peak_mb < 400
    assert done.seconds > 0.6 > done.cpu_seconds > 0


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_what_takes_too_long_is_stopped_and_what_fails_says_why(tmp_path: Path) -> None:
    done = run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, {}, limit=0.2)
    assert (done.end, done.seconds < 30) == ("stopped after 0 minutes", True)
    done = run([sys.executable, "-c", "import os, sys; sys.exit(os.environ['WHY'])"], tmp_path, {"WHY": "no reason"})
    assert (done.end, done.said) == (1, "no reason\n")


def test_others_get_our_pages_and_our_frame(tmp_path: Path, built_site: Path) -> None:
    for_hugo(built_site.parent, tmp_path / "hugo")
    docs = built_site.parent / "docs"
    pages = {path.relative_to(docs) for path in docs.rglob("*.md")}
    content = tmp_path / "hugo" / "content"
    given = {path.relative_to(content) for path in content.rglob("*.md")}
    assert {path.with_name(path.name.removeprefix("_")) for path in given} == pages
    assert {Path("_index.md"), Path("about/_index.md"), Path("search.md")} <= given
    assert (tmp_path / "hugo" / "static" / "assets" / "edition.css").exists()
    parts = json.loads((tmp_path / "hugo" / "data" / "frame.json").read_text(encoding="utf-8"))
    assert 'href="ROOT/assets/edition.css"' in parts["head"]
    assert {'href="ROOT/"', 'href="ROOT/articles/"'} <= set(re.findall(r'href="[^"]*"', parts["before"]))
    assert "</footer>" in parts["after"]
    assert not [name for name, part in parts.items() if '"..' in part or 'id="p1"' in part]


def test_eleventy_is_pinned_with_all_that_it_needs() -> None:
    asked = json.loads((TEMPLATES / "eleventy" / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((TEMPLATES / "eleventy" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
    packages = [package for name, package in lock.items() if name]
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in packages)


def test_the_page_has_the_table_with_its_day_and_its_machine() -> None:
    said = PAGE.read_text(encoding="utf-8")
    found = MARKED.search(said)
    assert found is not None
    assert found[0].count("<table>") == said.count("<table>") == 1
    assert re.search(r"\nMeasured on \d+ \w+ 20\d\d on \d+ cores of .+ of memory, with Python .+\.\n", found[0])


def test_the_recipe_is_a_workflow_with_the_actions_that_we_pin() -> None:
    recipe = PAGE.read_text(encoding="utf-8").partition("GitHub Actions. The")[2]
    block = "\n".join(line[4:] for line in recipe.splitlines() if line.startswith("    "))
    jobs = yaml.safe_load(block)
    used = {step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step}
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used)
    workflow = (REPOSITORY / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")
    pinned = dict(re.findall(r"(actions/[a-z-]+)@([0-9a-f]{40})", workflow))
    assert [one for one in used if pinned.get(one.partition("@")[0], one[-40:]) != one[-40:]] == []
    assert jobs["build"]["needs"] == "link"
