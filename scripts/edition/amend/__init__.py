"""The editor's files with decisions on suggestions written into them: YAML in, YAML out. Pure.

A `Draft` says what becomes of the registry; `amended` writes it, and nothing but the lines that it needs: comments,
order, quotation marks and blank lines stay as they are, and the new text is read back before anybody sees it.
"""

from edition.amend.amended import DECISIONS, Texts, amended, drafted
from edition.amend.changing import Edit, changed_lines, edit_of, undone
from edition.amend.choices import Choice, Decision, decide, forms_by_article, is_found, proposal_of
from edition.amend.decided import Row, Wrong, read_sheet
from edition.amend.draft import Draft, Post, Proposal, Refused, cleaned
from edition.amend.sheet import sheet
from edition.amend.splitting import split

__all__ = [
    "DECISIONS",
    "Choice",
    "Decision",
    "Draft",
    "Edit",
    "Post",
    "Proposal",
    "Refused",
    "Row",
    "Texts",
    "Wrong",
    "amended",
    "changed_lines",
    "cleaned",
    "decide",
    "drafted",
    "edit_of",
    "forms_by_article",
    "is_found",
    "proposal_of",
    "read_sheet",
    "sheet",
    "split",
    "undone",
]
