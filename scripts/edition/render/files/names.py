"""What scripts of the pages read: all names with their entities, and what each article names. No page, no link."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable

from edition.index import Concordance, Index
from edition.model import Edition, Entity, Kind, Outline
from edition.recognise.vocabulary import TITLES
from edition.render.entity.entities import first_role

LONGEST_DESCRIPTION = 80  # code points; a card or a result shows one line
KINDS = {kind: number for number, kind in enumerate(Kind)}
# Before a name they make no form of it that has to be looked for by itself.
BEFORE_NAMES = frozenset(title.lower() for title in TITLES) | {"the"}
APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")


def names_script(edition: Edition, index: Index) -> str:
    """`dateline.names`: every entity as kind, id, name, other forms, what it is, and its counts of articles, mentions.

    A list in the order of `by_weight`. The languages of the first of the other forms follow where there are any. Before
    it stands what search offers to choose from before it knows the articles: their years and publishers.
    """
    fields: dict[str, object] = {
        "articles": len(edition.articles),
        "years": sorted({(one.front.date or "")[:4] for one in edition.articles} - {""}, reverse=True),
        "publishers": publishers(edition),
    }
    rows = [_row(entity, edition, index.mentions(entity.id)) for entity in by_weight(edition, index)]
    return _script("names", fields, "entities", rows)


def articles_script(edition: Edition, index: Index) -> str:
    """`dateline.articles`: every article as id, title, date, number of its publisher (-1: none), numbers of entities.

    Publishers and entities are numbered as in `dateline.names`.
    """
    numbers = {entity.id: number for number, entity in enumerate(by_weight(edition, index))}
    publisher_numbers = {name: number for number, name in enumerate(publishers(edition))}
    rows: list[list[object]] = [
        [
            one.id,
            one.title,
            one.front.date or "",
            publisher_numbers.get(one.front.publisher or "", -1),
            sorted(numbers[entity] for entity in one.named),
        ]
        for one in newest_first(edition.articles)
    ]
    return _script("articles", {}, "list", rows)


def publishers(edition: Edition) -> list[str]:
    return sorted({one.front.publisher or "" for one in edition.articles} - {""})


def by_weight(edition: Edition, index: Index) -> list[Entity]:
    """All entities, those with the most mentions first; ties by kind and id."""
    return sorted(edition.registry.entities, key=lambda one: (-len(index.mentions(one.id)), KINDS[one.kind], one.id))


def newest_first(articles: Iterable[Outline]) -> list[Outline]:
    """By date, the last first, then by id; articles without a date come last."""
    by_id = sorted(articles, key=lambda one: one.id)
    return sorted(by_id, key=lambda one: one.front.date or "", reverse=True)


def _row(entity: Entity, edition: Edition, concordance: Concordance) -> list[object]:
    local = dict(reversed([(name, language) for language, name in entity.local_names]))
    forms = other_forms(entity, concordance)
    languages = " ".join(local[form] for form in forms if form in local)
    row: list[object] = [KINDS[entity.kind], entity.id, entity.name, forms, what(entity, edition)]
    return [*row, len(concordance.passages), len(concordance), *([languages] if languages else [])]


def what(entity: Entity, edition: Edition) -> str:
    """The first role, or the beginning of the description, or nothing."""
    text = first_role(entity, edition) or entity.description or ""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return f"{text[:LONGEST_DESCRIPTION].rpartition(' ')[0] or text[:LONGEST_DESCRIPTION]} …"


def other_forms(entity: Entity, concordance: Concordance) -> list[str]:
    """The forms besides the name that lead to the entity, those of other languages first.

    Left out is what another form already answers for, since words are found in any order and by themselves: other
    hyphens, accents and capitals, a surname alone, a title before the name.
    """
    local = (name for _, name in entity.local_names)
    found = (form for form, _ in concordance.forms)
    kept: list[str] = []
    known = [_words(entity.name)]
    for form in (*local, *entity.aliases, *entity.known_as, *found):
        words = _words(form)
        if not any(_answers(one, words) for one in known):
            kept.append(form)
            known.append(words)
    return kept


def _answers(known: list[str], words: list[str]) -> bool:
    """Whether who looks for the second finds the first."""
    missing = Counter(words) - Counter(known)
    return missing.keys() <= BEFORE_NAMES or "".join(words) == "".join(known)


def _words(form: str) -> list[str]:
    """The words of a form as search compares them: without case, accents, apostrophes and signs."""
    letters = (one for one in unicodedata.normalize("NFD", form.translate(APOSTROPHES)) if not _is_accent(one))
    return "".join(one if one.isalnum() else " " for one in letters).lower().split()


def _is_accent(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _script(name: str, fields: dict[str, object], rows_name: str, rows: list[list[object]]) -> str:
    """A script that assigns one value, a row a line: pages opened from a folder may load scripts, but no data."""
    head = "".join(f"{json.dumps(field)}:{_json(value)}," for field, value in fields.items())
    lines = ",\n".join(_json(row) for row in rows)
    return f"dateline.{name} = {{{head}{json.dumps(rows_name)}:[\n{lines}\n]}};\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
