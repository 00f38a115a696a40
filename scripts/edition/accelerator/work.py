"""What MkDocs must know before it renders a page: settings, files, navigation, templates. Renders none."""

import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import markdown
import mkdocs
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, file_sort_key, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from edition.accelerator.files import FilesAskedFor, ThemeFolders, file_of, is_left_out
from edition.accelerator.page import QuickPage, RefusedError, made_quick

# With these versions the tests have shown the same bytes; another may have other rules.
TESTED = {"MkDocs": ("1.6.1", mkdocs.__version__), "Markdown": ("3.11.3", markdown.__version__)}
EXTENSIONS = {"attr_list", "fenced_code", "tables", "toc"}  # MkDocs brings the last three
EXTENSION_SETTINGS = {"toc": {"marker": ""}}


@dataclass(frozen=True)
class Work:
    """An edition as MkDocs knows it, and what is to be made of it: pages, other files; and what is to go."""

    config: MkDocsConfig
    files: Files
    navigation: Navigation
    templates: Environment
    pages: tuple[File, ...]
    others: tuple[File, ...]
    gone: tuple[File, ...]

    @property
    def is_whole(self) -> bool:
        return not isinstance(self.files, FilesAskedFor)


def settings(root: Path, new: Path) -> MkDocsConfig:
    """mkdocs.yml as `mkdocs build --strict` reads it. RefusedError where it asks for what is not known here."""
    for name, (tested, installed) in TESTED.items():
        if tested != installed:
            raise RefusedError(f"{name} {installed} is not the tested {tested}")
    config = load_config(config_file=str(root / "mkdocs.yml"), strict=True, site_dir=str(new))
    options = {name: options for name, options in config.mdx_configs.items() if options}
    for what, is_asked in (
        ("hooks", bool(config.hooks)),
        ("plugins", bool(config.plugins)),
        ("extra_templates", bool(config.extra_templates)),
        ("no nav, so that each page names all others", config.nav is None),
        ("other markdown_extensions", {*config.markdown_extensions} != EXTENSIONS or options != EXTENSION_SETTINGS),
    ):
        if is_asked:
            raise RefusedError(f"mkdocs.yml has {what}")
    return config


def work_of(config: MkDocsConfig, changed: Collection[str] | None) -> Work:
    """All of the edition, or of it only the names below docs/ that changed."""
    files: Files = get_files(config) if changed is None else FilesAskedFor(config)
    if isinstance(files, FilesAskedFor) and any(files.has_rivals(name) for name in changed or ()):
        raise RefusedError("two files in docs/ become one page")
    asked = [(name, files.get_file_from_path(name)) for name in sorted(changed or ())]
    found = list(files) if changed is None else [file for _, file in asked if file]
    templates = config.theme.get_env()
    files.add_files_from_theme(cast(Environment, ThemeFolders(config.theme.dirs)), config)
    set_exclusions(files, config)
    of_theme = [file for file in files if file.src_dir != config.docs_dir and _is_missing(file)]
    included = [file for file in (*found, *of_theme) if not is_left_out(file)]
    return Work(
        config,
        files,
        get_navigation(files, config),
        templates,
        pages=tuple(sorted((file for file in included if file.is_documentation_page()), key=file_sort_key)),
        others=tuple(file for file in included if not file.is_documentation_page()),
        gone=tuple(file_of(name, config) for name, file in asked if file is None),
    )


def _is_missing(file: File) -> bool:
    return not os.path.exists(file.abs_dest_path)  # noqa: PTH110


def name_navigation(work: Work) -> None:
    """Give the pages of the navigation the names that others show, and let no page hold more than that.

    What MkDocs says meanwhile it says again when it renders the page; so does a page that cannot be read.
    """
    named = {page.file.src_uri for page in work.navigation.pages}
    for page in work.navigation.pages:
        with suppress(OSError, ValueError):
            page.read_source(work.config)
            if "title" not in vars(page) and "title" not in page.meta:  # then the first heading names it
                page.render(work.config, work.files)
    for file in work.files:
        if file.page is not None:
            made_quick(file.page).forget(keeps_fields=file.src_uri in named)


def page_of(file: File, config: MkDocsConfig) -> QuickPage:
    return made_quick(file.page or Page(None, file, config))
