"""Where in a file something is put: new text at its places, every other character as it was."""

import re
from collections.abc import Iterable, Mapping, Sequence

from edition.amend.yaml import listed, paired, scalar
from edition.model import EditorsDecision, Entity
from edition.read.located import Located

Insertion = tuple[int, int, str]  # from, to, what stands there from now on
TO_THE_BRACKET = re.compile(r"(?:[\s,]|(?<=\s)#[^\n]*)*[\]}]")  # from the last item in brackets
NAMES = ("name", "sort", "family", "gender")  # aliases stand behind these


def entries(text: str, root: Located | None, new: Sequence[Entity]) -> Insertion:
    """New entities at the end of a file of the registry."""
    if root is not None and text.startswith("{", root.start):
        return _in_brackets(text, root, [f"{scalar(one.id)}: {_flow_entry(one)}" for one in new])
    indent = " " * (root.column - 1) if root is not None else ""
    lines = [line for one in new for line in ("", *_entry(one))]
    return _at_the_end(text, [indent + line if line else "" for line in lines])


def decisions(text: str, root: Located | None, new: Sequence[EditorsDecision]) -> Insertion:
    """New decisions at the end of their file, one a line; apart from the last ones, where a comment heads these."""
    made = [paired(_fields(one)) for one in new]
    if root is not None and text.startswith("[", root.start):
        return _in_brackets(text, root, made)
    indent = " " * (root.column - 1) if root is not None else ""
    headed = re.search(r"^\s*#", text.rstrip("\n").rpartition("\n\n")[2], re.MULTILINE)
    return _at_the_end(text, [*([""] if headed else []), *(f"{indent}- {one}" for one in made)])


def listed_in(text: str, entry: Located, field: str, names: Iterable[str]) -> Insertion:
    """Further words in a list of an entity, such as its aliases, in the manner in which its entry is written."""
    assert isinstance(entry.value, Mapping)
    if field not in entry.value:
        end = max(entry.value[name][1].end for name in NAMES if name in entry.value)
        if text.startswith("{", entry.start):
            return end, end, f", {field}: {listed(names)}"
        at = _line_end(text, end)
        return at, at, f"\n{' ' * (entry.column - 1)}{field}: {listed(names)}"
    key, found = entry.value[field]
    if found.value is None or not isinstance(found.value, tuple):
        at = text.index(":", key.end) + 1
        return at, max(at, found.end), f" {listed(names)}"
    if text.startswith("[", found.start):
        return _in_brackets(text, found, [scalar(one) for one in names])
    last = found.value[-1]
    dash = text[text.rfind("\n", 0, last.start) + 1 : last.start]
    at = _line_end(text, last.end)
    return at, at, "".join(f"\n{dash}{scalar(one)}" for one in names)


def placed(text: str, insertions: Iterable[Insertion]) -> str:
    """The text with all of them; of two at one place the second stands behind the first."""
    pieces, at = [], 0
    for start, end, what in sorted(insertions, key=lambda one: one[0]):
        pieces += [text[at:start], what]
        at = end
    return "".join([*pieces, text[at:]])


def _line_end(text: str, position: int) -> int:
    at = text.find("\n", position - 1)
    return at if at >= 0 else len(text)


def _at_the_end(text: str, lines: Sequence[str]) -> Insertion:
    told = "\n".join(lines) + "\n"
    if not text or text.endswith("\n\n"):
        told = told.lstrip("\n")
    return len(text), len(text), told if not text or text.endswith("\n") else f"\n{told}"


def _in_brackets(text: str, found: Located, items: Sequence[str]) -> Insertion:
    """Behind the last item of what stands in brackets."""
    told, values = ", ".join(items), _values(found)
    if not values:
        return found.start + 1, _end(text, found) - 1, told
    end = _end(text, values[-1])
    return end, end, f", {told}"


def _values(found: Located) -> Sequence[Located]:
    if isinstance(found.value, Mapping):
        return [value for _, value in found.value.values()]
    return found.value if isinstance(found.value, tuple) else ()


def _end(text: str, found: Located) -> int:
    """Where a value ends that is a scalar, or stands in brackets."""
    if not text.startswith(("{", "["), found.start):
        return found.end
    values = _values(found)
    last = TO_THE_BRACKET.match(text, _end(text, values[-1]) if values else found.start + 1)
    return last.end() if last else len(text)


def _entry(one: Entity) -> list[str]:
    lines = [f"{scalar(one.id)}:", f"  name: {scalar(one.name)}"]
    lines += [f"  sort: {scalar(one.sort)}"] if one.sort else []
    lines += [f"  known_as: {listed(one.known_as)}"] if one.known_as else []
    lines += [f"  aliases: {listed(one.aliases)}"] if one.aliases else []
    lines += ["  roles:"] if one.roles else []
    for role in one.roles:
        lines.append(f"    - title: {scalar(role.title)}")
        lines += [f"      organization: {scalar(role.organization)}"] if role.organization else []
    return lines


def _flow_entry(one: Entity) -> str:
    fields = [f"name: {scalar(one.name)}"]
    fields += [f"sort: {scalar(one.sort)}"] if one.sort else []
    fields += [f"known_as: {listed(one.known_as)}"] if one.known_as else []
    fields += [f"aliases: {listed(one.aliases)}"] if one.aliases else []
    if one.roles:
        roles = [{"title": role.title, "organization": role.organization} for role in one.roles]
        told = (paired({name: value for name, value in role.items() if value}) for role in roles)
        fields.append(f"roles: [{', '.join(told)}]")
    return f"{{{', '.join(fields)}}}"


def _fields(one: EditorsDecision) -> dict[str, str]:
    fields = {"name": one.name, "article": one.article, "is": one.is_}
    return {name: value for name, value in fields.items() if value}
