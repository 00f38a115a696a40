"""What of the site is searched, and how the search script finds an article's fragment. Pure: bundling runs Pagefind.

Articles alone are indexed: names are found in `dateline.names` before a letter of the index is loaded. The index has no
filters of its own, for Pagefind 1.5 writes them in another order with each run, counts them by what it happens to have
loaded, and knows none of the entities; the list of fragments lets the script filter by `dateline.articles` instead.
"""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from edition.addresses import article_page, html_file
from edition.model import Edition
from edition.render.files.names import newest_first

FOLDER = "pagefind"
ENTRY = f"{FOLDER}/pagefind-entry.json"  # its hash is one of all fragments and words
FRAGMENTS = f"{FOLDER}/fragments.js"
LIST, END = "dateline.fragments = ", ";\n"
SIGNATURE = b"pagefind_dcd"  # before the JSON of a fragment
BODY = "[data-pagefind-body]"
# What stands around an article's words, such as the panel of names, says so itself; the rest is shown with each result.
IGNORED = "[data-pagefind-ignore], .source-line"
MARKUP = ["a", "span"]  # around names: their ids are none that a result leads to
EXCLUDED = ("h1",)  # what Pagefind passes over of the rest: it is searched as the title


def article_files(edition: Edition) -> tuple[str, ...]:
    """The files below the site that are searched, in the order of `dateline.articles`."""
    return tuple(html_file(article_page(one.id)) for one in newest_first(edition.articles))


def searched(tree: LexborHTMLParser) -> str:
    """What Pagefind is given of an article's page: its words, block by block. Takes the tree apart.

    Without the links, that is an eighth of the page; it says `(DPRK)`, where an anchor inside makes Pagefind read
    `( DPRK)`; and it stays the same where only names are linked to others, so that the index need not be made again.
    """
    bodies = tree.css(BODY)
    if not bodies or tree.root is None:
        return tree.html or ""
    for body in bodies:
        while node := body.css_first(IGNORED):  # one may stand in another
            node.decompose()
        body.unwrap_tags(MARKUP)
    words = "\n".join(body.html or "" for body in bodies)
    return f'<html lang="{escape(tree.root.attributes.get("lang") or "")}">{words}</html>'


def index_name(files: Iterable[str], searched: Mapping[str, bytes]) -> str:
    """A name for all that an index is made from: the files in the order of its list, and what is searched of each."""
    return sha256(json.dumps([(file, searched[file].hex()) for file in files]).encode()).hexdigest()


def page_of(fragment: bytes) -> str:
    """The file below the site that a fragment of the index is made from."""
    url = json.loads(gzip.decompress(fragment).removeprefix(SIGNATURE))["url"]
    return f"{unquote(url).strip('/')}/index.html"


def fragments_script(files: Iterable[str], ids: Mapping[str, str]) -> str:
    """`dateline.fragments`: for each file the id of its result, empty where Pagefind found no word in it."""
    return f"{LIST}{json.dumps([ids.get(file, '') for file in files], indent=0)}{END}"


def rearranged(script: str, before: Sequence[str], files: Iterable[str]) -> str:
    """The script of an index of other files, `before`, in the order of these: those that it has not have no result."""
    ids = json.loads(script.removeprefix(LIST).removesuffix(END))
    return fragments_script(files, dict(zip(before, ids, strict=True)))


def is_surplus(file: str, entry: str) -> bool:
    """Whether nothing loads a file of the index: other interfaces, programs for languages that `entry` lacks."""
    programs = {f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in json.loads(entry)["languages"].values()}
    return "ui." in file or "highlight" in file or (file.startswith("wasm.") and file not in programs)
