"""An edition of one's own, begun in an empty folder."""
