"""Rendering with MkDocs in a fifth of its time: the same bytes, for all pages or for those that changed.

`python -m mkdocs build --strict` reads all pages, then writes all pages, in one process; two thirds of its time go into
Python-Markdown. What is done here instead:

- MkDocs's own functions read the settings, find the files, make the navigation, fill the templates and write the pages
  (`work`, `pages`, `templates`). They are called page by page, so that no text stays in memory, and in as many
  processes as there are cores (`workers`).
- Pages of the build hold few forms of Markdown, always written the same (`edition.markdown`, `edition/templates`).
  Their HTML is put together without Python-Markdown (`blocks`, `inline`, `raw_html`), their fields are read as JSON
  (`front_matter`). Anything that is not exactly one of these forms, and every page by hand, goes to Python-Markdown and
  YAML; so does a page with a link of which MkDocs would warn (`page`).
- Of a site that is there already only what changed is rendered. Files are looked up when they are asked for (`files`).
- Links to places on other pages are looked up on the pages that were written (`anchors`); where one is not found there,
  MkDocs is asked. All that it says is caught, and told in its own words (`messages`).

It is tied to the versions of MkDocs and Markdown that the tests were run with, uses some of their private functions,
and refuses others; so it does with plugins, hooks, other Markdown extensions, and templates that ask for more than the
page they show. Then the caller lets plain MkDocs do it.
"""

from edition.accelerator.page import RefusedError
from edition.accelerator.rendering import render

__all__ = ["RefusedError", "render"]
