"""The house's own rules: imports point one way, the core touches nothing, no word is copied."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import edition
from edition.problems import CODES

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "scripts" / "edition"
# As the package says of itself: each room may use those before it, and its own modules.
ROOMS = re.findall(r"\w+", str(edition.__doc__).split("Imports point one way:")[1])
SHELL = {*ROOMS[ROOMS.index("disk") :]}
WORLD = {"os", "sys", "time", "random", "datetime", "subprocess", "logging", "socket", "pathlib", "shutil", "tempfile"}
CALLS = {"open", "print", "input"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """Full names of all modules that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= (
                {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "edition" else {node.module}
            )
    return names


def test_every_room_is_known() -> None:
    assert {room(module) for module in MODULES} == {*ROOMS, "__init__"}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(module: Path) -> None:
    here = room(module)
    used = {name.split(".")[1] for name in imported(module) if name.startswith("edition.")}
    allowed = set(ROOMS[: ROOMS.index(here) + 1]) if here in ROOMS else set()
    assert used <= allowed


def test_no_command_waits_for_the_libraries_of_another() -> None:
    seen = "import sys, edition.cli.run; print(*{name.split('.')[0] for name in sys.modules})"
    environment = {"PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run([sys.executable, "-c", seen], env=environment, capture_output=True, text=True, check=True)
    assert {"edition", "rich"} <= set(done.stdout.split())
    assert not {"trafilatura", "lxml", "dateparser", "spacy"} & set(done.stdout.split())


@pytest.mark.parametrize(
    "module", [module for module in MODULES if room(module) not in SHELL], ids=lambda module: module.name
)
def test_the_core_touches_nothing(module: Path) -> None:
    allowed = {"datetime"} if module.name == "article.py" else set()  # to know which days exist, not which is today
    assert {name.split(".")[0] for name in imported(module)} & WORLD <= allowed
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert calls & CALLS == set()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_are_small_enough_to_see(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 200
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < 40, node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_is_in_it(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


def test_every_code_is_used_and_none_is_made_up() -> None:
    text = "".join(module.read_text(encoding="utf-8") for module in MODULES if module.name != "problems.py")
    assert set(re.findall(r'"([EW]\d{3})"', text)) == set(CODES)


def test_nothing_in_the_code_names_an_article_or_an_entity_of_the_edition() -> None:
    names = {path.stem for path in (REPOSITORY / "articles").glob("*.txt")}
    for file in ("people", "organizations", "places"):
        names |= set(
            re.findall(r"^([a-z0-9-]+):$", (REPOSITORY / "entities" / f"{file}.yml").read_text(), re.MULTILINE)
        )
    code = "".join(module.read_text(encoding="utf-8") for module in MODULES)
    assert {name for name in names if "-" in name and name in code} == set()


def test_the_glossary_explains_the_words_of_the_code() -> None:
    glossary = (REPOSITORY / "docs" / "about" / "glossary.md").read_text(encoding="utf-8").lower()
    words = "article span mention entity kind alias registry authority certainty concordance".split()
    assert [word for word in words if word not in glossary] == []


def test_the_lock_pins_every_dependency_with_hashes() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lock = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    pinned = {
        re.sub("[-_.]+", "-", name.lower())
        for name in re.findall(r"^([A-Za-z0-9_.-]+)(?:\[\w+\])?==", lock, re.MULTILINE)
    }
    names = {re.sub("[-_.]+", "-", re.split(r"[<>=\[ ]", wish)[0].lower()) for wish in wanted}
    assert names <= pinned
    assert lock.count("--hash=sha256:") > len(pinned)


def test_the_shipped_edition_is_as_large_as_it_says() -> None:
    articles = sorted((REPOSITORY / "articles").glob("*.txt"))
    lengths = [len(path.read_text(encoding="utf-8").split("\n---\n", 1)[1].split()) for path in articles]
    entities = sum(
        len(re.findall(r"^[a-z0-9-]+:$", (REPOSITORY / "entities" / f"{file}.yml").read_text(), re.MULTILINE))
        for file in ("people", "organizations", "places")
    )
    assert len(articles) >= 12
    assert all(250 <= length <= 600 for length in lengths)
    assert entities >= 60


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


def test_no_sentence_of_the_real_articles_is_copied(shared: Path) -> None:
    length = 9
    runs = set()
    for seed in (shared / "seeds").glob("*.txt"):
        words = words_of(seed.read_text(encoding="utf-8"))
        runs |= {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
    own = [*REPOSITORY.glob("articles/*.txt"), *REPOSITORY.glob("entities/*.yml"), *REPOSITORY.glob("docs/about/*.md")]
    own += [*REPOSITORY.glob("tests/**/*.*"), *REPOSITORY.glob("*.md")]
    for path in own:
        if path.suffix in (".txt", ".yml", ".md", ".py", ".json"):
            words = words_of(path.read_text(encoding="utf-8"))
            assert not {tuple(words[start : start + length]) for start in range(len(words) - length + 1)} & runs, path
