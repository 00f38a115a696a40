"""Files that the theme makes of the whole site, `404.html` and `sitemap.xml`, and files that are only copied."""

from pathlib import Path

import mkdocs
from jinja2 import TemplateNotFound
from mkdocs.commands.build import _build_template, _build_theme_template
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from edition.accelerator.page import UNREAD, RefusedError, made_quick
from edition.accelerator.pages import make_way
from edition.accelerator.work import Work


def copy_others(work: Work) -> None:
    """Files that are no pages; where one has the place of a page, the page stands there."""
    pages = {file.dest_uri for file in work.pages}
    for file in work.others:
        if file.dest_uri not in pages:
            make_way(file)
            file.copy_file()


def remove_gone(work: Work) -> None:
    for file in work.gone:
        make_way(file)


def build_templates(work: Work, *, pages_came_or_went: bool) -> None:
    """The theme's own files. Those that list pages stay as they are where the pages are the same."""
    for name in sorted(work.config.theme.static_templates):
        place = Path(work.config.site_dir, name)
        lists_pages = not work.is_whole and _lists_pages(name, work)
        if lists_pages and not pages_came_or_went and place.exists():
            continue
        for one in (place, place.with_name(f"{name}.gz")):
            one.unlink(missing_ok=True)
        files = _all_files(work) if lists_pages else work.files
        _build_theme_template(name, work.templates, files, work.config, work.navigation)


def _lists_pages(name: str, work: Work) -> bool:
    """Whether a template asks for the pages of the site; MkDocs's own sitemap lists none without `site_url`."""
    try:
        template = work.templates.get_template(name)
        if not work.config.site_url and Path(template.filename or "").is_relative_to(Path(mkdocs.__file__).parent):
            return False
        _build_template(name, template, UNREAD, work.config, work.navigation)
    except RefusedError:
        return True
    except TemplateNotFound:
        return False
    return False


def _all_files(work: Work) -> Files:
    files = get_files(work.config)
    for file in files.documentation_pages():
        made_quick(Page(None, file, work.config))
    return files
