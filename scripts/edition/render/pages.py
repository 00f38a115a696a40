"""All pages of an edition, in no particular order. Each page is made in the module of its noun."""

from collections.abc import Iterator

from edition.addresses import ARTICLES_SCRIPT, FEED, NAMES_SCRIPT, ROBOTS, UNRESOLVED_DATA
from edition.index import Index
from edition.model import Edition, Page
from edition.render.article.articles import article_pages
from edition.render.citing.feed import atom_feed
from edition.render.citing.robots import robots_text
from edition.render.drawing.atlas import places_map_page
from edition.render.drawing.network import network_page
from edition.render.entity.entities import entity_pages
from edition.render.files.data import mentions_data, unresolved_lines
from edition.render.files.downloads import download_pages
from edition.render.files.names import articles_script, names_script
from edition.render.home import home_page
from edition.render.lists.article_lists import article_list_pages
from edition.render.lists.chronology import chronology_pages
from edition.render.lists.kinds import kind_pages
from edition.render.unresolved import unresolved_pages


def pages(edition: Edition, index: Index) -> Iterator[Page]:
    """Every file that the build writes below docs/."""
    yield home_page(edition, index)
    yield from article_pages(edition, index)
    yield from entity_pages(edition, index)
    yield from article_list_pages(edition)
    yield from kind_pages(edition, index)
    yield from chronology_pages(edition)
    yield network_page(edition, index)
    yield places_map_page(edition, index)
    yield from unresolved_pages(edition)
    yield mentions_data(edition.annotations, edition.registry)
    yield Page(UNRESOLVED_DATA, unresolved_lines(edition.annotations))
    yield Page(FEED, atom_feed(edition))
    yield Page(ROBOTS, robots_text(edition.site))
    yield from download_pages(edition, index)
    yield Page(NAMES_SCRIPT, names_script(edition, index))
    yield Page(ARTICLES_SCRIPT, articles_script(edition, index))
