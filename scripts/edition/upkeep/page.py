"""A difference as one HTML file that needs no other."""

from edition.render.environment import FRAGMENTS
from edition.upkeep.differences import Difference
from edition.upkeep.telling import Section


def difference_page(title: str, found: Difference, told: tuple[Section, ...]) -> str:
    """A whole document; everything in it is escaped."""
    return FRAGMENTS.get_template("difference.html.j2").render(title=title, found=found, sections=told)
