"""The registry: each mistake at its place, with a way out, and none that is only the echo of another."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from edition.model import Registry, Source
from edition.read import read_registry, schema_text
from edition.read.schema import SCHEMAS, decisions_schema, events_schema, schema


def read(people: str, **others: str) -> tuple[Registry, list[str]]:
    files = {"people": people, **others}
    registry, problems = read_registry([Source(f"entities/{name}.yml", text.encode()) for name, text in files.items()])
    return registry, [str(problem).removeprefix("entities/").removeprefix("people.yml:") for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("# Nobody yet\n\n# Not one\n", id="comments"),
        pytest.param("---\n", id="the mark of a document"),
    ],
)
def test_a_registry_without_anybody(text: str) -> None:
    assert read(text) == (Registry(()), [])


def test_fields_are_words_whatever_yaml_would_make_of_them() -> None:
    registry, said = read(
        "no: {name: yes, aliases: [2020, 1e3], roles: [{title: 7, from: 2011, to: 2012-02-29}], viaf: 12}"
    )
    [entity] = registry.entities
    assert said == []
    assert (entity.id, entity.names, entity.viaf) == ("no", ("yes", "2020", "1e3"), "12")
    assert (entity.roles[0].title, entity.roles[0].from_, entity.roles[0].to) == ("7", "2011", "2012-02-29")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a: {nam: x}", "1:5: E103 Unknown field `nam`. Fix: did you mean `name`?", id="nearly right"),
        pytest.param("a: {name: x, zzz: y}", "1:14: E103 Unknown field `zzz`. Fix: use one of name,", id="far"),
        pytest.param("a: {name: x, id: b}", "1:14: E103 Unknown field `id`.", id="the id is the key"),
        pytest.param(
            "a: {name: x, roles: [{titel: y}]}", "1:23: E103 Unknown field `titel`. Fix: did you", id="in a role"
        ),
        pytest.param(
            "a: {name: x, roles: [{title: y, from_: 1}]}", "did you mean `from`?", id="the name editors write"
        ),
        pytest.param("a: {}", "1:4: E104 `name` is missing. Fix: add `name:`.", id="no name"),
        pytest.param("a: {name: }", "1:11: E104 `name` is missing.", id="an empty name"),
        pytest.param('a: {name: "\\u200b"}', "1:11: E104 `name` has no letter and no digit", id="a name nobody sees"),
        pytest.param(
            "a: {name: x, aliases: y}", "1:23: E104 `aliases` must be a list, not `y`.", id="one alias, no list"
        ),
        pytest.param(
            "a: {name: x, aliases: [[y]]}", "1:24: E104 Each of `aliases` must be words", id="a list in a list"
        ),
        pytest.param(
            "a: {name: x, aliases: [~]}", "1:24: E104 Each of `aliases` must be words, not nothing", id="nothing"
        ),
        pytest.param(
            "a: {name: x, local_names: y}", "E104 `local_names` must be a list, not `y`. Fix: write la", id="names"
        ),
        pytest.param(
            "a: {name: x, local_names: {ko: [y]}}", "1:32: E104 Each of `local_names`", id="where in a mapping"
        ),
        pytest.param(
            "a: {name: x, roles: {title: y}}", "Fix: begin each role with `- title:`.", id="one role, no list"
        ),
        pytest.param("a: {name: x, roles: [y]}", "1:22: E104 `roles` cannot be `y`.", id="a role without fields"),
        pytest.param(
            "a: {name: x, roles: [{title: y, from: 11}]}", "1:39: E104 `roles.from` cannot be `11`.", id="a year"
        ),
        pytest.param("a: {name: x, roles: [{title: y, to: 2011-02-30}]}", "1:37: E104 There is no day", id="a day"),
        pytest.param(
            "a: {name: x, coordinates: [91, 0]}", "1:28: E104 `coordinates` is out of range: 91.", id="too far north"
        ),
        pytest.param(
            "a: {name: x, coordinates: [0, -181]}", "1:31: E104 `coordinates` is out of range", id="too far west"
        ),
        pytest.param(
            "a: {name: x, coordinates: [.nan, 0]}", "1:28: E104 `coordinates` cannot be `.nan`.", id="no number"
        ),
        pytest.param("a: {name: x, coordinates: [1]}", "1:27: E104 `coordinates` cannot be `[1]`.", id="half a place"),
        pytest.param("a: {name: x, coordinates: '1, 2'}", "1:27: E104 `coordinates` cannot be `1, 2`.", id="in words"),
        pytest.param(
            "a: {name: x, coordinates: {lat: 1}}", "1:28: E103 Unknown field `lat`.", id="with names of its own"
        ),
        pytest.param(
            "a: {name: x, wikidata: 423}", "1:24: E104 `wikidata` cannot be `423`. Fix: write Q and", id="no Q"
        ),
        pytest.param("a: {name: x, wikidata: Q0}", "E104 `wikidata` cannot be `Q0`.", id="no number of Wikidata"),
        pytest.param(
            "a: {name: x, gender: m}", "E104 `gender` cannot be `m`. Fix: use one of 'female' or", id="a choice"
        ),
        pytest.param("a:", "1:1: E104 `a` has no fields.", id="no fields"),
        pytest.param("a: x", "1:1: E104 `a` has no fields.", id="words for fields"),
        pytest.param("- a: {name: x}", "1:1: E104 The file is no list of ids.", id="a list"),
        pytest.param("just words", "1:1: E104 The file is no list of ids.", id="words"),
        pytest.param("A b: {name: x}", "1:1: E202 `A b` cannot be an id.", id="an id with a space"),
        pytest.param("'': {name: x}", "1:1: E202 `` cannot be an id.", id="an empty id"),
        pytest.param("../a: {name: x}", "1:1: E202 `../a` cannot be an id.", id="an id that leaves the folder"),
        pytest.param("index: {name: x}", "1:1: E202 `index` is the page that lists", id="an id that is taken"),
        pytest.param("network: {name: x}", "1:1: E202 `network` is another page", id="an id of another page"),
        pytest.param("a: {name: x, former_ids: [network]}", "E202 `network` cannot have been", id="a page of ours"),
        pytest.param("a" * 101 + ": {name: x}", "1:1: E202 The id is longer than 100", id="no name for a file"),
        pytest.param("a: {name: x}\na: {name: y}", "2:1: E201 `a` stands twice, first in line 1.", id="twice"),
        pytest.param("a: {name: x, name: y}", "1:14: E201 `name` stands twice", id="a field twice"),
        pytest.param("a: {name: x", "2:1: E102 YAML does not parse", id="YAML that does not parse"),
        pytest.param("a:\n\tname: x", "2:1: E102 YAML does not parse: here stands a tab.", id="a tab"),
        pytest.param("a: {name: x}\n---\nb: {name: y}", "2:1: E102 A second document", id="two documents"),
        pytest.param("a: &a {name: x}\nb: *a", "2:4: E102 `*a` is no value", id="an alias of YAML"),
        pytest.param("a: {name: x\x07y}", "1:12: E109 U+0007 is a control character.", id="a control character"),
        pytest.param("a:\n  name: Update #2", "2:9: W103 YAML drops `#2` behind `name`", id="words dropped"),
        pytest.param("a: {name: x, located_in: zz}", "1:26: E203 There is no entity `zz`. Fix: add it", id="a place"),
        pytest.param(
            "a: {name: x, affiliations: [a, aa]}", "1:32: E203 There is no entity `aa`. Fix: did you", id="nearly"
        ),
        pytest.param(
            "a: {name: x, roles: [{title: y, organization: zz}]}", "1:47: E203 There is no", id="an organization"
        ),
        pytest.param(
            "a: {name: x, located_in: a}", "1:26: E203 `a` is no place. Fix: name an id of places.yml.", id="a person"
        ),
    ],
)
def test_one_mistake_is_told_once_at_its_place(text: str, told: str) -> None:
    _, said = read(text)
    assert sum(told in line for line in said) == 1, said


def test_a_comment_behind_a_value_is_a_comment() -> None:
    assert read("a:\n  name: x  # as he writes it\n  wikidata: Q1 # checked\n")[1] == []


def test_an_entity_with_a_mistake_is_not_missed_by_others() -> None:
    """One mistake is one problem: references to the entity are not reported too."""
    bad = "seoul: {nme: Seoul}\nkorea: {name: Korea}\n"
    registry, said = read("kim: {name: Kim, affiliations: [seoul], located_in: seoul}", places=bad)
    assert [entity.id for entity in registry.entities] == ["kim", "korea"]
    assert [line.split(" ")[1] for line in said] == ["E104", "E103"]


@pytest.mark.parametrize("places", ["seoul: {name: ", "- seoul", "seoul: *x", "\udce9"])
def test_a_file_with_a_mistake_is_not_missed_either(places: str) -> None:
    files = {"people": b"kim: {name: Kim, located_in: seoul, affiliations: [nobody]}"}
    files["places"] = places.encode("utf-8", "surrogateescape")
    registry, problems = read_registry([Source(f"entities/{name}.yml", data) for name, data in files.items()])
    assert [entity.id for entity in registry.entities] == ["kim"]
    assert [problem.file for problem in problems] == ["entities/places.yml"]


def test_a_reference_is_checked_though_its_entity_has_another_mistake() -> None:
    _, said = read("a: {nme: x, affiliations: [zz]}")
    assert [line.split(" ")[1] for line in said] == ["E104", "E103", "E203"]


def test_an_id_of_another_file_is_taken() -> None:
    registry, said = read("a: {name: First}", places="b: {name: y}\na: {name: Second}")
    assert registry.by_id["a"].name == "First"
    assert said == ["places.yml:2:1: E201 `a` stands twice, first at entities/people.yml:1. Fix: give one another id."]


def test_a_name_of_two_is_allowed_and_reported() -> None:
    registry, said = read("a: {name: Kim, aliases: [Kim]}\nb: {name: Lee, aliases: [Kim]}")
    assert len(registry.entities) == 2
    assert [line.split(" Fix")[0] for line in said] == ["2:26: W201 `Kim` names `a`, `b`."]


# The JSON Schema that editors' programs read.


FILES = {"people": "schema.json", "organizations": "schema.json", "places": "schema.json"}
FILES |= {"decisions": "decisions.schema.json", "events": "events.schema.json"}


@pytest.mark.parametrize("of", ["registry", "decisions", "events"])
def test_the_schemas_in_the_repository_are_those_of_the_code(repository: Path, of: str) -> None:
    file = FILES.get(of, "schema.json")
    assert (repository / "entities" / file).read_text(encoding="utf-8") == schema_text(of)


@pytest.mark.parametrize("file", FILES)
def test_what_editors_write_names_its_schema(repository: Path, file: str) -> None:
    text = (repository / "entities" / f"{file}.yml").read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={FILES[file]}\n")


def test_every_field_of_the_schema_is_explained() -> None:
    definitions = schema()["definitions"]
    for owner in ("Entity", "Role"):
        for name, field in definitions[owner]["properties"].items():
            assert field["description"][0].isupper(), name
    assert {"from", "to", "title", "organization"} == set(definitions["Role"]["properties"])
    assert not {"id", "kind"} & set(definitions["Entity"]["properties"])
    decision = decisions_schema()["items"]
    assert all(field["description"][0].isupper() for field in decision["properties"].values())
    assert set(decision["properties"]) == {"is", "name", "exact", "prefix", "suffix", "article", "paragraph", "from"}
    event = events_schema()["items"]
    assert all(field["description"][0].isupper() for field in event["properties"].values())
    assert set(event["properties"]) == {"date", "event", "articles", "source"}


class AsEditorsSee(yaml.SafeLoader):
    """YAML 1.2, which editors' programs read: dates are words, years are numbers."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


TYPES = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int, "null": type(None)}
SAYS_NOTHING = {"title", "description", "definitions", "$schema"}
KEYWORDS = {  # JSON Schema, as far as the registry's goes; what is not here is a KeyError
    "$ref": lambda value, name: fits(value, schema()["definitions"][name.rsplit("/", 1)[-1]]),
    "anyOf": lambda value, rules: any(fits(value, rule) for rule in rules),
    "not": lambda value, rule: not fits(value, rule),
    "const": lambda value, wanted: value == wanted,
    "enum": lambda value, allowed: value in allowed,
    "type": lambda value, names: any(
        isinstance(value, TYPES[name]) for name in ([names] if isinstance(names, str) else names)
    ),
    "pattern": lambda value, pattern: not isinstance(value, str) or re.search(pattern, value) is not None,
    "minLength": lambda value, least: not isinstance(value, str) or len(value) >= least,
    "maxLength": lambda value, most: not isinstance(value, str) or len(value) <= most,
    "minimum": lambda value, least: not isinstance(value, int | float) or value >= least,
    "maximum": lambda value, most: not isinstance(value, int | float) or value <= most,
    "minItems": lambda value, least: not isinstance(value, list) or len(value) >= least,
    "maxItems": lambda value, most: not isinstance(value, list) or len(value) <= most,
    "items": lambda value, rules: (
        not isinstance(value, list)
        or all(
            fits(*pair) for pair in zip(value, rules if isinstance(rules, list) else [rules] * len(value), strict=False)
        )
    ),
    "required": lambda value, names: not isinstance(value, dict) or set(names) <= set(value),
    "properties": lambda value, rules: (
        not isinstance(value, dict) or all(fits(field, rules[name]) for name, field in value.items() if name in rules)
    ),
    "propertyNames": lambda value, rule: not isinstance(value, dict) or all(fits(name, rule) for name in value),
}


def fits(value: Any, rule: dict[str, Any]) -> bool:
    """Whether the schema allows a value."""
    others = rule.get("additionalProperties", {})
    unnamed = (
        [field for name, field in value.items() if name not in rule.get("properties", {})]
        if isinstance(value, dict)
        else []
    )
    if unnamed and (others is False or not all(fits(field, others) for field in unnamed)):
        return False
    rules = {name: wanted for name, wanted in rule.items() if name not in (*SAYS_NOTHING, "additionalProperties")}
    return all(KEYWORDS[name](value, wanted) for name, wanted in rules.items())


@pytest.mark.parametrize("file", FILES)
def test_editors_see_no_mistake_in_what_they_wrote(repository: Path, file: str) -> None:
    text = (repository / "entities" / f"{file}.yml").read_text(encoding="utf-8")
    assert fits(yaml.load(text, Loader=AsEditorsSee), SCHEMAS.get(file, schema)())


@pytest.mark.parametrize(
    "text", ["- {name: Kim}", "- {name: Kim, is: 3}", "- {name: Kim, is: a, paragraph: 3}", "- {nam: Kim, is: a}", "{}"]
)
def test_editors_see_a_mistake_in_a_decision(text: str) -> None:
    assert not fits(yaml.load(text, Loader=AsEditorsSee), decisions_schema())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("- {date: 2020-06-16, event: x, articles: [a], source: https://x.org/}", True, id="all fields"),
        pytest.param("- {date: 2020, event: x}", True, id="a year alone, unquoted"),
        pytest.param("- {date: 16 June, event: x}", False, id="a day in words"),
        pytest.param("- {date: 2020}", False, id="nothing happened"),
        pytest.param("- {event: x}", False, id="no date"),
        pytest.param("- {date: 2020, event: x, article: a}", False, id="a field that is none"),
    ],
)
def test_editors_see_a_mistake_in_an_event(text: str, wanted: bool) -> None:
    assert fits(yaml.load(text, Loader=AsEditorsSee), events_schema()) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("", True, id="an empty file"),
        pytest.param("a: {name: x}", True, id="a name is enough"),
        pytest.param(
            "a: {name: x, roles: [{title: y, from: 2011, to: 2012-03-04}]}", True, id="years and days unquoted"
        ),
        pytest.param("a: {name: x, viaf: 12, gnd: 118500000}", True, id="numbers unquoted"),
        pytest.param("a: {name: x, roles: [{title: y, from_: 2011}]}", False, id="a field of a role that is none"),
        pytest.param("a: {name: x, roles: [{title: y, from: 20111}]}", False, id="a year that is none"),
        pytest.param("a: {nam: x}", False, id="no name"),
        pytest.param("a: {name: x, id: b}", False, id="the id is the key"),
        pytest.param("A b: {name: x}", False, id="an id that is none"),
        pytest.param("index: {name: x}", False, id="an id that is taken"),
        pytest.param("a: {name: x, coordinates: [91, 0]}", False, id="out of range"),
        pytest.param("a: {name: x, coordinates: [1]}", False, id="half a place"),
        pytest.param("a: {name: x, wikidata: 42}", False, id="no Q"),
        pytest.param("a: {name: x, aliases: y}", False, id="no list"),
        pytest.param("[a]", False, id="no ids"),
    ],
)
def test_editors_see_mistakes(text: str, wanted: bool) -> None:
    assert fits(yaml.load(text, Loader=AsEditorsSee), schema()) is wanted
    assert (read(text)[1] == []) is wanted
