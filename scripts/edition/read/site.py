"""What mkdocs.yml says of the edition as a whole."""

from collections.abc import Mapping

from edition.model import Problem, Site, Source
from edition.read.located import Located, read_yaml
from edition.read.text import decoded

FIX = "write `site_name: The name of your edition`."


def read_site(source: Source, environment: Mapping[str, str]) -> tuple[Site | None, tuple[Problem, ...]]:
    """Name, description, introduction and address; `environment` answers what `!ENV` asks for."""
    text, problems = decoded(source)
    if text is None:
        return None, problems
    found, problems = read_yaml(source.file, text)
    if problems:
        return None, problems
    name = _words(found, "site_name")
    if not name:
        return None, (Problem("E104", source.file, 1, 1, "`site_name` is missing.", FIX),)
    introduction = _words(found.at(("extra",)) if found else None, "introduction")
    return Site(name, _words(found, "site_description"), introduction, _address(found, environment)), ()


def _words(node: Located | None, field: str) -> str:
    value = node.value if node else None
    found = value[field][1].value if isinstance(value, Mapping) and field in value else None
    return found if isinstance(found, str) else ""


def _address(node: Located | None, environment: Mapping[str, str]) -> str:
    """The address as written, or what `!ENV [NAME, default]` gives."""
    plain = node.at(("site_url",)).plain() if node else None
    if isinstance(plain, list):
        *names, default = [str(value or "") for value in plain]
        return next((environment[name] for name in names if environment.get(name)), default)
    return plain if isinstance(plain, str) else ""
