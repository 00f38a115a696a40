"""`build.py suggest`: what is printed, for people and for programs; recognisers of others; exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from building import REPOSITORY
from edition.model import Suggestion
from edition.pipeline import Folders, NoRecogniser, Proposer, read_edition, recogniser
from edition.progress import Advance, untold
from making import edition
from suggesting import Listed, organizations, people, places

ONE_S_OWN = '''
import re
from edition.model import Found, Kind, Span

class Capitals:
    """Two words with capitals are a person, one that ends in burg is a place."""

    name = "capitals"

    def find(self, article):
        for match in re.finditer(r"[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]+burg", article.text):
            kind = Kind.PLACE if match[0].endswith("burg") else Kind.PERSON
            yield Found(Span(*match.span()), kind, 0.6)

class Broken(Capitals):
    def find(self, article):
        raise RuntimeError("no luck")

class Nothing:
    pass

here = 1
'''
TEXTS = {
    "a.txt": "The first day\n\nKim Jong Un met Ann Wolde, the editor of the Evening Star, in Wolburg.\n",
    "b.txt": "The second day\n\nAnn Wolde left Wolburg. [red]Tom Helvey[/red] stayed.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ours.py").write_text(ONE_S_OWN, encoding="utf-8")
    return edition(tmp_path / "edition", TEXTS).parent


def suggest(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command, started where the recogniser lies."""
    command = [sys.executable, REPOSITORY / "scripts" / "build.py", "suggest", "--edition", folder / "edition"]
    done = subprocess.run(
        [*command, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_people_read_each_with_its_evidence(folder: Path) -> None:
    code, output, said = suggest(folder, "--with", "ours:Capitals")
    assert code == 0
    assert "person        Ann Wolde  (" in output
    assert "in 2 articles, certainty 0." in output
    assert "a ¶ 1  Kim Jong Un met [Ann Wolde], the editor of the Evening Star, in Wolburg." in output
    assert "b ¶ 1  Ann Wolde left Wolburg. [red][Tom Helvey][/red] stayed." in output
    assert "Kim Jong" not in output.replace("Kim Jong Un met", "")
    assert "suggestions" in said


def test_programs_read_lines_whose_places_count_in_the_file(folder: Path) -> None:
    code, output, _ = suggest(folder, "--with", "ours:Capitals", "--json", "--kind", "place")
    assert code == 0
    found = {one["name"]: one for one in map(json.loads, output.splitlines())}
    assert found.keys() == {"Wolburg"}
    assert found["Wolburg"]["forms"] == {"Wolburg": 2}
    for at in found["Wolburg"]["occurrences"]:
        stored = TEXTS[f"{at['article']}.txt"]
        assert stored[at["start"] : at["end"]] == at["surface"] == "Wolburg"


def test_no_more_than_asked_for(folder: Path) -> None:
    _, output, said = suggest(folder, "--with", "ours:Capitals", "--limit", "1", "--json")
    assert len(output.splitlines()) == 1
    assert ", 1 shown." in said


def test_nothing_is_written(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    suggest(folder, "--json")
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("asked", "code", "what"),
    [
        pytest.param("spacy:no_such_pipeline", 2, "Fix: python -m ", id="a pipeline that is not there"),
        pytest.param("nowhere:Mine", 2, "There is no module `nowhere`. Fix: start where", id="no module"),
        pytest.param("ours:Mine", 2, "Fix: name a class of `ours`.", id="no class"),
        pytest.param("ours:here", 2, "ours:here cannot be made: TypeError", id="something else"),
        pytest.param("ours:Nothing", 2, "Fix: give it a `name` and a method `find`.", id="no recogniser"),
        pytest.param("spacy", 2, "`spacy` is no recogniser. Fix: write spacy:NAME", id="no name"),
        pytest.param("ours:Broken", 1, "The recogniser capitals failed in articles/a.txt: RuntimeError", id="no luck"),
    ],
)
def test_a_recogniser_that_is_none(folder: Path, asked: str, code: int, what: str) -> None:
    found, output, said = suggest(folder, "--with", asked)
    assert (found, output) == (code, "")
    assert what in said
    assert "Traceback" not in said


def test_a_pipeline_of_spacy_is_a_recogniser(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed, and this test runs a pipeline of it")
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ann Wolde"}, {"label": "DATE", "pattern": "Monday"}])
    nlp.to_disk(tmp_path / "pipeline")
    found = recogniser(f"spacy:{tmp_path / 'pipeline'}")
    tiny = folders(edition(tmp_path / "edition", {"a.txt": "Head\n\nOn Monday Ann Wolde came."}))
    [one] = proposed(tiny, Proposer([], [found]))
    assert (one.name, one.found_by) == ("Ann Wolde", (found.name,))


def test_the_recogniser_of_the_handbook_works(repository: Path, tmp_path: Path) -> None:
    page = (repository / "docs" / "about" / "suggesting.md").read_text(encoding="utf-8")
    (tmp_path / "ships.py").write_text(page.split("```python\n")[1].split("```")[0], encoding="utf-8")
    edition(tmp_path / "edition", {"a.txt": "Head\n\nOn Monday the MV Grey Heron came in."})
    code, output, _ = suggest(tmp_path, "--with", "ships:Ships", "--json", "--kind", "organization")
    assert code == 0
    assert "Grey Heron" in [json.loads(line)["name"] for line in output.splitlines()]


def test_without_spacy_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(NoRecogniser, match=r"spaCy is not installed. Fix: python -m pip install spacy"):
        recogniser("spacy:en_core_web_sm")


def folders(root: Path) -> Folders:
    return Folders(root, root / "articles", root / "entities")


def proposed(folders: Folders, proposer: Proposer, advance: Advance = untold) -> tuple[Suggestion, ...]:
    found, _ = read_edition(folders, {}, with_site=False)
    return proposer.suggestions(found, advance)


class Counting(Listed):
    """Counts how often it was asked."""

    asked = 0

    def find(self, article):  # type: ignore[no-untyped-def]
        type(self).asked += 1
        return super().find(article)


def test_after_a_decision_no_article_is_searched_again(tmp_path: Path) -> None:
    tiny = edition(tmp_path / "edition", TEXTS)
    names = {**people("Ann Wolde", "Wolde", "Tom Helvey"), **organizations("Evening Star"), **places("Wolburg")}
    proposer = Proposer([], [Counting(names)])
    before = proposed(folders(tiny), proposer)
    assert {one.name for one in before} == {"Ann Wolde", "Tom Helvey", "Evening Star", "Wolburg"}
    (tiny / "entities" / "people.yml").write_text("ann: {name: Ann Wolde}\n", encoding="utf-8")
    (tiny / "entities" / "decisions.yml").write_text("- {name: Wolburg, is: nothing}\n", encoding="utf-8")
    after = proposed(folders(tiny), proposer)
    assert {one.name for one in after} == {"Tom Helvey", "Evening Star"}
    assert Counting.asked == len(TEXTS)
    fresh = proposed(folders(tiny), Proposer([], [Listed(names)]))
    assert after == fresh


def test_many_articles_make_the_same_on_all_cores(tmp_path: Path) -> None:
    texts = {f"n{at}.txt": f"Day {at}\n\nAnn Wolde met Tom Helvey {at} times. Wolde left.\n" for at in range(90)}
    tiny = edition(tmp_path / "edition", texts)
    names = people("Ann Wolde", "Wolde", "Tom Helvey")
    told: list[tuple[int, int]] = []
    found = proposed(folders(tiny), Proposer([Listed(names)]), lambda done, total, what="": told.append((done, total)))
    assert found == proposed(folders(tiny), Proposer([], [Listed(names)]))
    assert [(one.name, len(one.occurrences), len(one.articles)) for one in found] == [
        ("Ann Wolde", 180, 90),
        ("Tom Helvey", 90, 90),
    ]
    assert told[-1] == (90, 90)
