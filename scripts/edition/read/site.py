"""What mkdocs.yml says of the edition as a whole. MkDocs reads the file too, with tags and names of its own."""

from collections.abc import Mapping

from edition.model import Links, Problem, Site, Source
from edition.read.fields import is_address
from edition.read.located import Located
from edition.read.parsing import read_yaml
from edition.read.text import decoded

ENVIRONMENT_TAG = "!ENV"
PATHS = (("site_name",), ("site_description",), ("extra", "introduction"), ("site_url",), ("extra", "links"))


def read_site(source: Source, environment: Mapping[str, str]) -> tuple[Site | None, tuple[Problem, ...]]:
    """What pages say of the edition, and which mentions are links; `environment` answers what `!ENV` asks for."""
    text, problems = decoded(source)
    if text is None:
        return None, problems
    found, problems = read_yaml(source.file, text, strict=False)
    if found is None or problems:
        return None, problems or (_missing_name(source.file),)
    name, description, introduction, address, links = (
        _words(found.at(path), environment) if found.at(path) is not found.at(path[:-1]) else "" for path in PATHS
    )
    if not name:
        return None, (_missing_name(source.file),)
    if address and not is_address(address):
        fix = "write the address of the finished site: https://example.org/edition/."
        return None, (_wrong_value(source.file, found.at(("site_url",)), "site_url", address, fix),)
    if links and links not in {one.value for one in Links}:
        fix = "write `every` to link every mention of a name, or `first` to link the first one of an article."
        return None, (_wrong_value(source.file, found.at(("extra", "links")), "links", links, fix),)
    return Site(name, description, introduction, address, Links(links or Links.EVERY)), ()


def _wrong_value(file: str, place: Located, field: str, value: str, fix: str) -> Problem:
    return Problem("E104", file, place.line, place.column, f"`{field}` cannot be `{value}`.", fix)


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
