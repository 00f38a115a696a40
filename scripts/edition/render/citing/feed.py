"""The feed of articles, in Atom: for whoever wants to hear of new ones."""

import re
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from edition.addresses import FEED, HOME, article_page, public_address, web_address
from edition.model import Edition, Outline, Site
from edition.render.citing.citations import authors

ATOM = "http://www.w3.org/2005/Atom"
LATEST = 50  # articles
NO_DATE = "1970-01-01"  # of a feed without entries, which must have one
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(edition: Edition) -> str:
    """The latest articles, the newest first; one without a date is never new, and has no place here."""
    dated = [one for one in edition.articles if one.front.date]
    latest = sorted(dated, key=lambda article: article.order, reverse=True)[:LATEST]
    feed, site = Element("feed", xmlns=ATOM), edition.site
    _add(feed, "id", _id(site, HOME))
    _add(feed, "title", site.name)
    _add(feed, "subtitle", site.description)
    _add(feed, "updated", _midnight(latest[0] if latest else None))
    _add(feed, "link", rel="self", type="application/atom+xml", href=_address(site, FEED))
    _add(feed, "link", rel="alternate", type="text/html", href=_address(site, HOME))
    _add(_add(feed, "author"), "name", site.name)
    for article in latest:
        _add_entry(feed, article, site)
    indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _add_entry(feed: Element, article: Outline, site: Site) -> None:
    entry, front, page = _add(feed, "entry"), article.front, article_page(article.id)
    _add(entry, "id", _id(site, page))
    _add(entry, "title", article.title)
    _add(entry, "link", rel="alternate", type="text/html", href=_address(site, page))
    _add(entry, "published", _midnight(article))
    _add(entry, "updated", _midnight(article))
    for name in authors(front) or filter(None, [front.publisher]):
        _add(_add(entry, "author"), "name", name)
    if front.summary:
        _add(entry, "summary", front.summary)
    if front.rights:
        _add(entry, "rights", front.rights)


def _add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    child = SubElement(parent, tag, attributes)
    child.text = NOT_IN_XML.sub("\ufffd", text) or None
    return child


def _midnight(article: Outline | None) -> str:
    return f"{(article and article.front.date) or NO_DATE}T00:00:00Z"


def _address(site: Site, target: str) -> str:
    """The whole address where that of the site is known, else as the feed reads it."""
    return public_address(site.url, target) or web_address(FEED, target)


def _id(site: Site, page: str) -> str:
    """A name that stays: the address of the page, or one made of the names of edition and page."""
    return public_address(site.url, page) or uuid5(NAMESPACE_URL, f"{site.name}\n{page}").urn
