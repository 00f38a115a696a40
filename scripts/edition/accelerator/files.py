"""Which files an edition has, as MkDocs sees them: all of them, or those that are asked for. No page is read."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.utils import markdown_extensions

PAGE_LIKE = (*markdown_extensions, ".html")


class FilesAskedFor(Files):
    """The files below docs/, looked up when they are asked for: a walk through a large edition takes seconds."""

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__([])
        self._config = config
        self._names = cache(lambda folder: frozenset(os.listdir(folder)))  # noqa: PTH208

    def get_file_from_path(self, path: str) -> File | None:
        name = PurePath(path).as_posix()
        if name not in self.src_uris and self._stands(name):
            file = file_of(name, self._config)
            set_exclusions([file], self._config)
            self.append(file)
        return self.src_uris.get(name)

    def _stands(self, name: str) -> bool:
        """Whether docs/ has a file of exactly this name, whatever the disk thinks of capitals."""
        folder = self._config.docs_dir
        for part in name.split("/"):
            if not os.path.isdir(folder) or part not in self._names(folder):  # noqa: PTH112
                return False
            folder = os.path.join(folder, part)  # noqa: PTH118
        return not os.path.isdir(folder)  # noqa: PTH112

    def has_rivals(self, name: str) -> bool:
        """Whether two files beside each other become one page: MkDocs leaves one out and warns, seeing both."""
        folder = os.path.join(self._config.docs_dir, os.path.dirname(name))  # noqa: PTH118, PTH120
        names = self._names(folder) if os.path.isdir(folder) else ()  # noqa: PTH112
        made = [file_of(one, self._config).dest_uri for one in names if one.endswith(PAGE_LIKE)]
        return len(made) != len(set(made))


def is_left_out(file: File) -> bool:
    """Whether the site has no such file."""
    return bool(file.inclusion.is_excluded())  # type: ignore[no-untyped-call]


def file_of(name: str, config: MkDocsConfig) -> File:
    return File(name, config.docs_dir, config.site_dir, config.use_directory_urls)


class ThemeFolders:
    """What MkDocs asks a template environment for, without the folders that it would leave out: ten thousand icons."""

    def __init__(self, folders: list[str]) -> None:
        self._folders = folders

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """The names of all files of the theme that pass, in order."""
        return sorted(filter(filter_func, {name for folder in self._folders for name in _names_below(folder)}))


def _names_below(folder: str) -> Iterator[str]:
    """Relative to the folder; nothing whose path has a part that begins with a point."""
    for at, folders, names in os.walk(folder):
        folders[:] = [one for one in folders if not one.startswith(".")]
        yield from (PurePath(at, name).relative_to(folder).as_posix() for name in names)
