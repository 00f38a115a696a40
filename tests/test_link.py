"""What is linked and what is left alone: the cases in linking/, each a rule in a few lines of news."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from edition.link import all_decided, annotate, heard
from edition.link.rules import RULES
from edition.model import Annotation, Article, Candidate, EditorsDecision, Kind, Registry, Source
from edition.read import read_article, read_decisions, read_registry
from edition.recognise import Names, find_candidates

CASES = [
    pytest.param(case, id=case["case"])
    for file in sorted((Path(__file__).parent / "linking").glob("*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]
Prepared = tuple[Article, tuple[Candidate, ...], Registry, tuple[EditorsDecision, ...]]
MARKED = re.compile(r"\[(?P<words>[^|\]]+)\|(?P<entity>[^\]]+)\]")


def prepared(case: dict[str, object], text: str) -> Prepared:
    files = [
        Source(f"entities/{kind.folder}.yml", yaml.safe_dump(case.get(kind.folder, {}), allow_unicode=True).encode())
        for kind in Kind
    ]
    registry, problems = read_registry(files)
    assert not [str(problem) for problem in problems if problem.is_error]
    article, _ = read_article(Source("articles/case.txt", text.encode()))
    assert article is not None
    written = Source("entities/decisions.yml", yaml.safe_dump(case.get("decisions", []), allow_unicode=True).encode())
    decisions, problems = read_decisions(written, registry.by_id)
    assert not problems
    return article, find_candidates(article, Names(registry)), registry, decisions


def annotated(case: dict[str, object]) -> Annotation:
    """The case's article, its marks taken off, with every name decided."""
    return annotate(*prepared(case, unmarked(case)))


def unmarked(case: dict[str, object]) -> str:
    return MARKED.sub(r"\g<words>", str(case["text"]))


def marked(annotation: Annotation) -> str:
    """The article's text with what was decided on it, as the cases write it."""
    found = [(mention.span, mention.entity) for mention in annotation.mentions]
    found += [(name.span, "?") for name in annotation.unresolved]
    text, pieces, position = annotation.article.text, [], 0
    for span, entity in sorted(found):
        pieces += (text[position : span.start], f"[{span.of(text)}|{entity}]")
        position = span.end
    return "".join((*pieces, text[position:]))


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, object]) -> None:
    expected = str(case["text"])
    annotation = annotated(case)
    assert marked(annotation).split() == expected.split()


@pytest.mark.parametrize("case", CASES)
def test_every_link_names_its_rule_and_its_evidence(case: dict[str, object]) -> None:
    annotation = annotated(case)
    rules = {rule.__name__.replace("_", " ") for rule in RULES}
    assert {mention.rule for mention in annotation.mentions} <= rules
    assert all(mention.evidence.endswith(".") for mention in annotation.mentions)
    assert all(name.why and name.candidates for name in annotation.unresolved)
    assert not [one for one, other in pairwise(annotation.mentions) if one.span.end > other.span.start]


def test_every_rule_decides_some_case() -> None:
    used = set()
    for param in CASES:
        article, candidates, registry, decisions = prepared(param.values[0], unmarked(param.values[0]))
        editor = heard(article, candidates, decisions, registry)
        used |= {rule for _, rule, _ in all_decided(article, editor, registry)}
    assert used == {rule.__name__.replace("_", " ") for rule in RULES}


def test_what_leads_to_an_entity_that_is_not_there_stops_nothing() -> None:
    """The mistake is told, with all others, and so the articles are read as well."""
    text = "one: {name: Senate, affiliations: [nobody]}\ntwo: {name: Senate, affiliations: [one]}\n"
    registry, problems = read_registry([Source("entities/organizations.yml", text.encode())])
    assert [problem.code for problem in problems if problem.is_error] == ["E203"]
    article, _ = read_article(Source("articles/news.txt", b"News\n\nThe Senate met.\n"))
    assert article is not None
    assert annotate(article, find_candidates(article, Names(registry)), registry).mentions == ()
