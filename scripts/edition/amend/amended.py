"""The texts of the editor's files before and after a draft, and the proof that they say what the draft says."""

from collections.abc import Mapping, Sequence

from edition.amend.draft import Draft, Proposal, Refused
from edition.amend.placing import Insertion, decisions, entries, listed_in, placed
from edition.model import EditorsDecision, Kind, Problem, Registry, Source
from edition.read import read_decisions, read_registry
from edition.read.located import Located
from edition.read.parsing import read_yaml
from edition.read.text import normalised

DECISIONS = "decisions.yml"
FILES = {kind: f"{kind.folder}.yml" for kind in Kind}
Texts = Mapping[str, str]  # as stored, by the names of the files; what is not there is empty or missing


def drafted(texts: Texts, proposals: Mapping[str, Proposal] | None = None) -> Draft:
    """A draft on the present texts; refused where they have errors."""
    registry, made = _read(texts)
    return Draft(registry, made, proposals or {})


def amended(texts: Texts, draft: Draft) -> dict[str, str]:
    """Those files that are another after the draft, by name."""
    found = {
        name: text
        for name in (*FILES.values(), DECISIONS)
        if (text := _file(name, texts.get(name, ""), draft)) != texts.get(name, "")
    }
    registry, made = _read({**texts, **found})
    if registry.by_id != draft.entities or _said(made) != _said([*draft.decisions, *draft.decided]):
        names = ", ".join(f"entities/{name}" for name in found)
        fix = "write it by hand; nothing has been changed."
        raise Refused(f"{names} is written in a way to which nothing can be added. Fix: {fix}")
    return found


def _file(name: str, stored: str, draft: Draft) -> str:
    """The text of the file after the draft."""
    text, alignment = normalised(stored)
    root, _ = read_yaml(name, text)
    insertions = list(_decided(text, root, draft) if name == DECISIONS else _registered(name, text, root, draft))
    lines = "\r\n" if "\r\n" in stored else "\n"
    at = alignment.origin
    return placed(stored, [(at(start), at(end), what.replace("\n", lines)) for start, end, what in insertions])


def _decided(text: str, root: Located | None, draft: Draft) -> list[Insertion]:
    return [decisions(text, root, draft.decided)] if draft.decided else []


def _registered(name: str, text: str, root: Located | None, draft: Draft) -> list[Insertion]:
    kind = next(kind for kind, file in FILES.items() if file == name)
    found = root.value if root is not None and isinstance(root.value, Mapping) else {}
    made = [listed_in(text, found[id][1], field, names) for (id, field), names in draft.longer.items() if id in found]
    new = [draft.entities[id] for id in draft.new if draft.entities[id].kind is kind]
    return [*made, *([entries(text, root, new)] if new else [])]


def _read(texts: Texts) -> tuple[Registry, tuple[EditorsDecision, ...]]:
    sources = [Source(f"entities/{name}", texts[name].encode()) for name in FILES.values() if name in texts]
    registry, problems = read_registry(sources)
    _refuse(problems)
    made, problems = read_decisions(Source(f"entities/{DECISIONS}", texts.get(DECISIONS, "").encode()), registry.by_id)
    _refuse(problems)
    return registry, made


def _refuse(problems: tuple[Problem, ...]) -> None:
    errors = [one for one in problems if one.is_error]
    if errors:
        first = min(errors, key=lambda one: (one.file, one.line, one.column))
        raise Refused(str(first))


def _said(made: Sequence[EditorsDecision]) -> list[tuple[str | None, ...]]:
    """What the decisions say, wherever they stand."""
    return [
        (one.is_, one.name, one.exact, one.prefix, one.suffix, one.article, one.paragraph, one.from_) for one in made
    ]
