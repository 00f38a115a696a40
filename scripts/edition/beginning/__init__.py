"""An edition of one's own: a folder with all that it needs, beside the program, which all editions share."""

from edition.beginning.folder import NotMade, begin

__all__ = ["NotMade", "begin"]
