"""robots.txt: every program may read the whole edition, and is told where its pages are listed."""

from edition.addresses import SITEMAP, public_address
from edition.model import Site


def robots_text(site: Site) -> str:
    """The mark of the build on the first line; the map of the site where its address is known."""
    sitemap = public_address(site.url, SITEMAP)
    return "# generated: true\nUser-agent: *\nDisallow:\n" + (f"Sitemap: {sitemap}\n" if sitemap else "")
