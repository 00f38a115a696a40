"""What of the site is searched, and how the search script finds an article's fragment. Pure: bundling runs Pagefind.

Articles alone are indexed: names are found in `dateline.names` before a letter of the index is loaded. The index has no
filters of its own, for Pagefind 1.5 writes them in another order with each run, counts them by what it happens to have
loaded, and knows none of the entities; the list of fragments lets the script filter by `dateline.articles` instead.
"""

import gzip
import json
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from edition.addresses import article_page, html_file
from edition.model import Edition
from edition.render.files.names import newest_first

FOLDER = "pagefind"
FRAGMENTS = f"{FOLDER}/fragments.js"
SIGNATURE = b"pagefind_dcd"  # before the JSON of a fragment
# What Pagefind passes over of an article's words: searched as the title, or shown with each result anyway. What stands
# around them, such as the panel of names, says so itself: `data-pagefind-ignore`.
EXCLUDED = ("h1", ".source-line")


def article_files(edition: Edition) -> tuple[str, ...]:
    """The files below the site that are searched, in the order of `dateline.articles`."""
    return tuple(html_file(article_page(one.id)) for one in newest_first(edition.articles))


def page_of(fragment: bytes) -> str:
    """The file below the site that a fragment of the index is made from."""
    url = json.loads(gzip.decompress(fragment).removeprefix(SIGNATURE))["url"]
    return f"{unquote(url).strip('/')}/index.html"


def fragments_script(files: Iterable[str], ids: Mapping[str, str]) -> str:
    """`dateline.fragments`: for each file the id of its result, empty where Pagefind found no word in it."""
    return f"dateline.fragments = {json.dumps([ids.get(file, '') for file in files], indent=0)};\n"


def is_surplus(file: str, entry: str) -> bool:
    """Whether nothing loads a file of the index: other interfaces, programs for languages that `entry` lacks."""
    programs = {f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in json.loads(entry)["languages"].values()}
    return "ui." in file or "highlight" in file or (file.startswith("wasm.") and file not in programs)
