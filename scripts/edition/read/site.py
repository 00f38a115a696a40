"""What mkdocs.yml says of the edition as a whole. MkDocs reads the file too, with tags and names of its own."""

from collections.abc import Mapping

from edition.model import Problem, Site, Source
from edition.read.fields import is_address
from edition.read.located import Located
from edition.read.parsing import read_yaml
from edition.read.text import decoded

ENVIRONMENT_TAG = "!ENV"


def read_site(source: Source, environment: Mapping[str, str]) -> tuple[Site | None, tuple[Problem, ...]]:
    """Name, description, introduction and address; `environment` answers what `!ENV` asks for."""
    text, problems = decoded(source)
    if text is None:
        return None, problems
    found, problems = read_yaml(source.file, text, strict=False)
    if found is None or problems:
        return None, problems or (_missing_name(source.file),)
    name, description, introduction, address = (
        _words(found.at(path), environment) if found.at(path) is not found.at(path[:-1]) else ""
        for path in (("site_name",), ("site_description",), ("extra", "introduction"), ("site_url",))
    )
    if not name:
        return None, (_missing_name(source.file),)
    if address and not is_address(address):
        place, fix = found.at(("site_url",)), "write the address of the finished site: https://example.org/edition/."
        what = f"`site_url` cannot be `{address}`."
        return None, (Problem("E104", source.file, place.line, place.column, what, fix),)
    return Site(name, description, introduction, address), ()


def _missing_name(file: str) -> Problem:
    return Problem("E104", file, 1, 1, "`site_name` is missing.", "write `site_name: The name of your edition`.")


def _words(node: Located, environment: Mapping[str, str]) -> str:
    """The words as written, or what `!ENV NAME` and `!ENV [NAME, default]` give in MkDocs."""
    plain = node.plain()
    if node.tag != ENVIRONMENT_TAG:
        return plain if isinstance(plain, str) else ""
    names = [str(value or "") for value in plain] if isinstance(plain, list) else [str(plain)]
    default = names.pop() if len(names) > 1 else ""
    return next((environment[name] for name in names if name in environment), default)
