"""A site rendered: what MkDocs's `build` does, with its functions, for all pages or for those that changed."""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from edition.accelerator.anchors import missing_anchors
from edition.accelerator.messages import Messages, caught, lines, verdict
from edition.accelerator.templates import build_templates, copy_others, remove_gone
from edition.accelerator.work import Work, name_navigation, settings, work_of
from edition.accelerator.workers import rendered
from edition.model import Problem
from edition.progress import Advance, untold

LONGEST_REPORT = 20  # lines


def render(
    root: Path,
    new: Path,
    environment: Mapping[str, str],
    changed: Collection[str] | None = None,
    advance: Advance = untold,
) -> tuple[Problem, ...]:
    """Render the edition in `root` into the folder `new`; what MkDocs says against it.

    `changed` are the names below docs/ of all that was written, changed or removed since the site was made that `new`
    holds; None for everything. The files in `new` may be those of another folder under second names: none is written in
    place. RefusedError where plain MkDocs must do it, before or after something was written.
    """
    with _environment(environment), caught() as said:
        try:
            config = settings(root, new)
            report = _made(work_of(config, changed), said, advance)
        except MkDocsException as error:
            report = [error.format_message(), *lines(said.taken())]
        except TemplateError as error:
            report = [f"{type(error).__name__}: {error}", *lines(said.taken())]
    if not report:
        return ()
    what = "mkdocs failed with exit code 1:\n" + "\n".join(report[-LONGEST_REPORT:]) + "\n"
    return (Problem("E304", "mkdocs.yml", 0, 0, what, "mend what it says; the last site stands."),)


def _made(work: Work, said: Messages, advance: Advance) -> list[str]:
    """The report of what is wrong, in the order in which MkDocs comes upon it; nothing where all is well."""
    before = said.taken()
    name_navigation(work)
    said.taken()
    pages_came_or_went = bool(work.gone) or any(not Path(page.abs_dest_path).exists() for page in work.pages)
    remove_gone(work)
    copy_others(work)
    told = rendered(work, said, advance)
    if any(one.failed for one in told):
        of_pages = (message for one in told for message in (*one.reading, *one.writing))
        return ["Aborted at a page that could not be rendered.", *lines(of_pages)]
    build_templates(work, pages_came_or_went=pages_came_or_went)
    of_templates = said.taken()
    of_anchors = missing_anchors((link for one in told for link in one.links), work, said)
    messages = (
        *before,
        *(message for one in told for message in one.reading),
        *of_templates,
        *(message for one in told for message in one.writing),
        *of_anchors,
    )
    return [verdict(messages), *lines(messages)] if messages else []


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """These variables, which settings ask for and MkDocs takes the date from, as long as this lasts."""
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
