"""The JSON Schemas of what editors write: what lets their program complete and explain fields while they write."""

import json
from typing import Any

from pydantic import TypeAdapter

from edition.read.decisions import DECISION
from edition.read.entries import ENTITY, ID, LIST_PAGE, LONGEST_ID
from edition.read.events import EVENT

# What the declaration does not say, in the words that an editor reads beside a field.
WORDS = {
    "name": "The name as most texts write it.",
    "description": "One sentence on who or what this is.",
    "roles": "What the person was, where, from when until when; the most telling first.",
    "title": "The office or job, such as `chairman`.",
    "organization": "Where: the id of an organization, or of a place for heads of state.",
    "from": "The first year or day, as 2011 or 2011-12-30.",
    "to": "The last year or day; leave it out while the role lasts.",
    "wikidata": "Q and a number, as in https://www.wikidata.org/wiki/Q884.",
    "gnd": "The number in the Integrated Authority File (d-nb.info/gnd).",
    "viaf": "The number in the Virtual International Authority File (viaf.org).",
    "geonames": "The number in GeoNames (geonames.org).",
}
YEAR = {"type": "integer", "minimum": 1, "maximum": 9999}
NUMBER = {"type": "integer", "minimum": 1}
# What YAML takes for a number where an editor writes no quotation marks.
UNQUOTED = {"from": YEAR, "to": YEAR, "gnd": NUMBER, "viaf": NUMBER, "geonames": NUMBER}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 7, which every editor's program knows) of people.yml, organizations.yml and places.yml."""
    entity = ENTITY.json_schema(ref_template="#/definitions/{model}")
    definitions = entity.pop("$defs")
    del definitions["Kind"]
    for owner in (entity, definitions["Role"]):
        fields = {name: field for name, field in owner["properties"].items() if name not in ("id", "kind")}
        owner["properties"] = {name: _field(name, field) for name, field in fields.items()}
    entity["required"] = ["name"]
    place = definitions["Coordinates"]
    place["items"] = [{**_field("", one), "title": one["title"].lower()} for one in place.pop("prefixItems")]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Registry of an edition: the id of each entity, below it its fields",
        "type": ["object", "null"],
        "propertyNames": {"pattern": f"^{ID.pattern}$", "maxLength": LONGEST_ID, "not": {"const": LIST_PAGE}},
        "additionalProperties": {"$ref": "#/definitions/Entity"},
        "definitions": {**definitions, "Entity": entity},
    }


def decisions_schema() -> dict[str, Any]:
    """The JSON Schema of decisions.yml."""
    return _list_schema(DECISION, "What the editors of an edition have decided on names", ["is"])


def events_schema() -> dict[str, Any]:
    """The JSON Schema of events.yml."""
    found = _list_schema(EVENT, "What happened, by date, in the words of the editors", ["date", "event"])
    date = found["items"]["properties"]["date"]
    date["anyOf"] = [YEAR, {"type": date.pop("type"), "pattern": date.pop("pattern")}]
    return found


def _list_schema(adapter: TypeAdapter[Any], title: str, required: list[str]) -> dict[str, Any]:
    """That of a file that is a list; where an entry stands in it is no field of an editor's."""
    fields = adapter.json_schema()["properties"]
    kept = {name: _field("", field) for name, field in fields.items() if name not in ("file", "line", "column")}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "type": ["array", "null"],
        "items": {"type": "object", "properties": kept, "required": required, "additionalProperties": False},
    }


def _field(name: str, field: dict[str, Any]) -> dict[str, Any]:
    """A field as editors see it: with words, without the names and defaults that only the code needs."""
    kept = {key: value for key, value in field.items() if key not in ("title", "default")}
    if name in UNQUOTED:
        kept["anyOf"] = [UNQUOTED[name], *kept["anyOf"]]
    words = field.get("description") or WORDS.get(name)
    return {**kept, "description": f"{words[0].upper()}{words[1:].rstrip('.')}."} if words else kept


SCHEMAS = {"registry": schema, "decisions": decisions_schema, "events": events_schema}


def schema_text(of: str) -> str:
    """A schema of SCHEMAS as the files beside the registry have it."""
    return json.dumps(SCHEMAS[of](), indent=2, ensure_ascii=False) + "\n"
