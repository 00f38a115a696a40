"""Every problem as an editor reads it: one small cause for each code, and the whole line that is printed."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.cli import main
from edition.problems import CODES
from making import ARTICLE, build, edition

DATED = "---\ndate: 2020-06-16\n---\n"


def written(file: str, text: str | bytes) -> Callable[[Path], object]:
    """Writes a file of an edition anew."""
    data = text.encode() if isinstance(text, str) else text
    return lambda folder: (folder / file).write_bytes(data)


def article(text: str | bytes, name: str = "a.txt") -> Callable[[Path], object]:
    return written(f"articles/{name}", text)


def registry(text: str, name: str = "people.yml") -> Callable[[Path], object]:
    return written(f"entities/{name}", text)


def appended(file: str, text: str) -> Callable[[Path], object]:
    """Adds to a file of an edition."""
    return lambda folder: (folder / file).write_text((folder / file).read_text() + text)


CASES = [
    pytest.param(
        article(b"Caf\xe9"),
        "articles/a.txt:1:4: E101 Byte 4 (0xE9) is not UTF-8; the file looks like windows-1252. "
        "Fix: save it as UTF-8: iconv -f windows-1252 -t UTF-8 FILE > NEW.",
        id="E101",
    ),
    pytest.param(
        registry("a: b: c"),
        "entities/people.yml:1:5: E102 YAML does not parse: mapping values are not allowed in this context. "
        "Fix: put values with `:`, `#` or quotation marks in quotation marks, and indent with spaces.",
        id="E102",
    ),
    pytest.param(
        article("---\ntitel: x\n---\nHead"),
        "articles/a.txt:2:1: E103 Unknown field `titel`. Fix: did you mean `title`?",
        id="E103",
    ),
    pytest.param(
        article("---\ndate: 2021-02-29\n---\nHead"),
        "articles/a.txt:2:7: E104 There is no day `2021-02-29`. Fix: write a day that exists as YYYY-MM-DD.",
        id="E104",
    ),
    pytest.param(
        article("---\ntitle: x\n"),
        "articles/a.txt:1:1: E105 The front matter never ends. Fix: close it with a line `---`, or remove this one.",
        id="E105",
    ),
    pytest.param(
        article(""),
        "articles/a.txt:1:1: E106 The article has no words. Fix: write its text, or remove the file.",
        id="E106",
    ),
    pytest.param(
        article(f"{DATED}{'long ' * 70}"),
        "articles/a.txt:4:1: E107 The first line is too long for a headline. "
        "Fix: put the headline in the first line, or in `title`.",
        id="E107",
    ),
    pytest.param(
        article(ARTICLE, "News!.txt"),
        "articles/news.txt: E108 The article has the same id `news` as articles/News!.txt. "
        "Fix: rename one of the files.",
        id="E108",
    ),
    pytest.param(
        article(f"{DATED}He\x07ad"),
        "articles/a.txt:4:3: E109 U+0007 is a control character. Fix: delete it.",
        id="E109",
    ),
    pytest.param(
        lambda folder: (folder / "articles/a.txt").symlink_to(folder / "mkdocs.yml"),
        "articles/a.txt: E110 The link leads out of the folder. Fix: put the file itself into the folder.",
        id="E110",
    ),
    pytest.param(
        lambda folder: (folder / "articles/news.txt").unlink(),
        "articles/: E111 There are no articles. Fix: put the texts there, one a file, as NAME.txt, or let `import` "
        "bring them in.",
        id="E111",
    ),
    pytest.param(
        article("---\ndate: 2020-06-16\nroles:\n  Else: caption\n---\nHead"),
        "articles/a.txt:4:3: E112 No line begins with `Else`. Fix: copy the first words of the line to `roles`.",
        id="E112",
    ),
    pytest.param(
        lambda folder: (folder / "articles/a.txt").mkdir(),
        "articles/a.txt: E113 It cannot be read: it is no file. Fix: put a file there, or move it away.",
        id="E113",
    ),
    pytest.param(
        article(f"{DATED}Head", "(!).txt"),
        "articles/(!).txt: E114 The file name has no letter and no digit. Fix: give the file a name of words.",
        id="E114",
    ),
    pytest.param(
        article(f"{DATED}He\u202ead"),
        "articles/a.txt:4:3: W101 U+202E changes the direction of the text unseen. "
        "Fix: delete it unless the language needs it.",
        id="W101",
    ),
    pytest.param(
        article("", "notes.md"),
        "articles/notes.md: W102 Only files in this folder that end in .txt are articles; this is not read. "
        "Fix: rename it to NAME.txt, or move it away.",
        id="W102",
    ),
    pytest.param(
        article("---\ntitle: Update #2\ndate: 2020-06-16\n---\nBody"),
        "articles/a.txt:2:8: W103 YAML drops `#2` behind `title` as a comment. Fix: put the value in quotation marks.",
        id="W103",
    ),
    pytest.param(
        article("Head"),
        "articles/a.txt:1:1: W104 The article has no date; it is listed last. "
        "Fix: add `date: YYYY-MM-DD` to its front matter.",
        id="W104",
    ),
    pytest.param(
        registry("a: {name: x}\na: {name: x}"),
        "entities/people.yml:2:1: E201 `a` stands twice, first in line 1. Fix: keep one.",
        id="E201",
    ),
    pytest.param(
        registry("A b: {name: x}"),
        "entities/people.yml:1:1: E202 `A b` cannot be an id. "
        "Fix: use lower-case letters a to z, digits and single hyphens.",
        id="E202",
    ),
    pytest.param(
        registry("a: {name: x, located_in: seuol}"),
        "entities/people.yml:1:26: E203 There is no entity `seuol`. Fix: did you mean `seoul`?",
        id="E203",
    ),
    pytest.param(
        registry("- {name: Seoul, exact: Seoul, is: seoul}", "decisions.yml"),
        "entities/decisions.yml:1:3: E204 A decision has either `name` or `exact`. Fix: keep one of them.",
        id="E204",
    ),
    pytest.param(
        registry("- {name: Seoul, is: nothing}\n- {name: Seoul, is: seoul}", "decisions.yml"),
        "entities/decisions.yml:2:3: E205 “Seoul” is `seoul` here, and `nothing` at entities/decisions.yml:1. "
        "Fix: keep one, or make one more precise: article, paragraph, or exact words.",
        id="E205",
    ),
    pytest.param(
        registry("a: {name: Kim}\nb: {name: Lee, aliases: [Kim]}"),
        "entities/people.yml:2:26: W201 `Kim` names `a`, `b`. "
        "Fix: nothing, if it is so: the context then decides, or no link is made.",
        id="W201",
    ),
    pytest.param(
        registry("- {name: Busan, is: seoul}", "decisions.yml"),
        "entities/decisions.yml:1:3: W202 The decision on “Busan” matches nothing. "
        "Fix: correct the words, or remove it.",
        id="W202",
    ),
    pytest.param(
        registry("- {date: 2020-06, event: Kim Jong Un spoke., articles: [newz]}", "events.yml"),
        "entities/events.yml:1:57: W203 There is no article `newz`. Fix: did you mean `news`?",
        id="W203",
    ),
    pytest.param(
        lambda folder: (folder / "mkdocs.yml").unlink(),
        "mkdocs.yml: E307 The edition has no mkdocs.yml. "
        "Fix: name the folder of an edition with --edition, or copy mkdocs.yml from the shipped one.",
        id="E307",
    ),
]


@pytest.mark.parametrize(("make", "line"), CASES)
def test_problems_of_sources(
    make: Callable[[Path], object], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = edition(tmp_path / "edition")
    make(folder)
    code = main(["check", "--edition", str(folder)])
    *said, _ = capsys.readouterr().err.splitlines()
    assert said == [line]
    assert code == (": E" in line)


SINGING = '{% extends "base.html" %}{% block content %}{{ page.content | replace("spoke", "sang") }}{% endblock %}'


@pytest.mark.parametrize(
    ("make", "environment", "line"),
    [
        pytest.param(
            written("docs/.overrides/main.html", SINGING),
            {},
            r"articles/news\.txt:5:1: E301 articles/news/index\.md#p1 reads `.*sang .*`, the source `.*spoke .*`\. .+",
            id="E301",
        ),
        pytest.param(
            appended("docs/about/index.md", '\n<a href="nowhere/">Nowhere</a>\n'),
            {},
            r"docs/about/index\.md: E302 The link `nowhere/` leads nowhere\. Fix: correct the page, or the link.+",
            id="E302",
        ),
        pytest.param(
            appended("mkdocs.yml", "\nexclude_docs: articles/news/index.md\n"),
            {},
            r"articles/news\.txt: E303 The site has no page for articles/news/index\.md\. Fix: .+",
            id="E303",
        ),
        pytest.param(
            appended("mkdocs.yml", "\nedit_uri: [no, address]\n"),
            {},
            r"mkdocs\.yml: E304 mkdocs failed with exit code 1:",
            id="E304",
        ),
        pytest.param(
            written("docs/people", "a file"),
            {},
            r"/.*/docs/people: E305 File exists\. Fix: move it away: this place is the build's\.",
            id="E305",
        ),
        pytest.param(
            written("articles/more.txt", f"{DATED}Head"),
            {"PAGEFIND_BINARY_PATH": "/nowhere"},
            r"site/: E306 Pagefind could not index the pages: .*",
            id="E306",
        ),
    ],
)
def test_promises_that_a_build_cannot_keep(
    make: Callable[[Path], object], environment: dict[str, str], line: str, tmp_path: Path
) -> None:
    folder = edition(tmp_path / "edition")
    make(folder)
    done = build(folder, env=environment)
    assert done.returncode == 1
    assert any(re.fullmatch(line, said) for said in done.stderr.splitlines()), done.stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize("text", [pytest.param("no store", id="E308")])
def test_files_of_another_machine_that_cannot_be_merged(text: str, tmp_path: Path) -> None:
    (tmp_path / "shard.db").write_text(text)
    folder = edition(tmp_path / "edition")
    done = build(folder, "merge", tmp_path / "shard.db")
    assert done.returncode == 1
    assert f"{tmp_path}/shard.db: E308 It cannot be merged: it is damaged, or no file of `link`: " in done.stderr
    assert not (folder / "site").exists()


def test_every_code_has_a_case() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in CODES if f'id="{code}"' not in text] == []
