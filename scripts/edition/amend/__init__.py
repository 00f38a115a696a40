"""The editor's files with decisions on suggestions written into them: YAML in, YAML out. Pure.

A `Draft` says what becomes of the registry; `amended` writes it, and nothing but the lines that it needs: comments,
order, quotation marks and blank lines stay as they are, and the new text is read back before anybody sees it.
"""

from edition.amend.amended import DECISIONS, Texts, amended, drafted
from edition.amend.changing import Edit, edit_of, undone
from edition.amend.draft import Draft, Post, Proposal, Refused, cleaned
from edition.amend.splitting import split

__all__ = [
    "DECISIONS",
    "Draft",
    "Edit",
    "Post",
    "Proposal",
    "Refused",
    "Texts",
    "amended",
    "cleaned",
    "drafted",
    "edit_of",
    "split",
    "undone",
]
