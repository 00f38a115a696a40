"""Where everything stands: the one place that makes the path of a page and the address of a passage.

A page that the build writes lies in a folder of its own, `people/x/index.md`: so its file stands where its address
does, and a relative address in raw HTML means the same to every site generator (Zensical rewrites them, MkDocs not).
"""

from functools import cache
from urllib.parse import quote

from edition.model import Entity, Kind

HOME = "index.md"
ARTICLES = "articles/index.md"
CHRONOLOGY = "articles/chronology/index.md"
UNRESOLVED = "data/unresolved.md"
PLACES_MAP = f"{Kind.PLACE.folder}/map/index.md"
NETWORK = f"{Kind.PERSON.folder}/network/index.md"
MENTIONS_DATA = "data/mentions.jsonl"
MENTIONS_PACKED = f"{MENTIONS_DATA}.gz"  # the same of a large edition
UNRESOLVED_DATA = "data/unresolved.jsonl"
FEED = "data/feed.xml"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"  # made by MkDocs
SOCIAL_IMAGE = "assets/social.png"
NAMES_SCRIPT = "data/names.js"
ARTICLES_SCRIPT = "data/articles.js"
# What the build writes below docs/; everything else there is the editor's.
OWN_FOLDERS = ("articles", "data", *(kind.folder for kind in Kind))
# Of these files an edition has one or the other, as it is small or large; the one that it has not is no longer there.
OWN_DATA = (MENTIONS_DATA, MENTIONS_PACKED, "data/articles.json", "data/articles.json.gz")
# What the build writes in the root of docs/, where an editor has written none.
OWN_FILES = (HOME, ROBOTS)

RESERVED = "%:/?#[]@!$&'()*+,;="  # what means something in an address, and stays


def article_page(article: str) -> str:
    return f"articles/{article}/index.md"


def entity_page(entity: Entity) -> str:
    return f"{entity.kind.folder}/{entity.id}/index.md"


def concordance_page(entity: Entity, period: str) -> str:
    """The page of an entity's mentions in one period, `2020-06`; without a period, the entity's own."""
    return f"{entity.kind.folder}/{entity.id}/{period}/index.md" if period else entity_page(entity)


def pair_page(one: Entity, other: Entity, part: int = 0) -> str:
    """The page of the passages that name both, the same for both; only pairs with many of them have one, or more."""
    first, second = sorted((one, other), key=pair_order)
    return f"{first.kind.folder}/{first.id}/with-{second.id}/{f'{part + 1}/' if part else ''}index.md"


def pair_order(entity: Entity) -> tuple[int, str]:
    """Which of two entities a page of both stands below: the kinds in their order, then ids."""
    return list(Kind).index(entity.kind), entity.id


def is_taken(kind: Kind, id: str) -> bool:
    """Whether a page that is no entity's has the address that the page of such an id would have."""
    return f"{kind.folder}/{id}/index.md" in (PLACES_MAP, NETWORK)


def former_page(entity: Entity, id: str) -> str:
    return f"{entity.kind.folder}/{id}/index.md"


def html_file(page: str) -> str:
    """The file below the site that a page becomes: directory addresses, as MkDocs makes them."""
    folder, _, name = page.removesuffix(".md").rpartition("/")
    return "/".join(part for part in (folder, "" if name == "index" else name, "index.html") if part)


def kind_page(kind: Kind) -> str:
    return f"{kind.folder}/index.md"


def part_page(page: str, part: str) -> str:
    """A part of a list that is too long for one page: at `people/index/k/`. No entity and no article has such an id."""
    folder = page.removesuffix(".md").removesuffix("/index")
    return f"{folder if '/' in folder else f'{folder}/index'}/{part}/index.md"


def data_file(name: str, form: str) -> str:
    """A list as a file to download: `data/people.csv`."""
    return f"data/{name}.{form}"


def block_anchor(number: int) -> str:
    """The id of a block on its article's page; the headline is 0."""
    return f"p{number}"


def passages_anchor(article: str) -> str:
    """The id of an article's passages on an entity's page."""
    return f"in-{article}"


def relative(page: str, target: str, anchor: str = "") -> str:
    """The address of a page, or a place on it, in a Markdown link on another page: `../../people/x/index.md#in-y`."""
    if page == target and anchor:
        return f"#{anchor}"
    return f"{_way(page, target)}{f'#{anchor}' if anchor else ''}"


def web_address(page: str, target: str, anchor: str = "") -> str:
    """The same as a link in raw HTML writes it, between the addresses that files get: `../../people/x/#in-y`.

    Targets that are no page, such as data files, keep their names.
    """
    if page == target and anchor:
        return f"#{anchor}"
    return f"{_way(address(page), address(target)) or './'}{f'#{anchor}' if anchor else ''}"


def _way(page: str, target: str) -> str:
    """From the folder of one file to another file; nothing where a folder leads to itself."""
    here, there = page.split("/")[:-1], target.split("/")
    shared, most = 0, min(len(here), len(there) - 1)
    while shared < most and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


@cache
def address(page: str) -> str:
    """Where a file below docs/ stands on the site: `people/x/index.md` at `people/x/`, data files where they are."""
    return html_file(page).removesuffix("index.html") if page.endswith(".md") else page


def public_address(site: str, target: str) -> str:
    """The whole address of a file below docs/, in ASCII, where that of the site is known; nothing otherwise."""
    return f"{quote(site.rstrip('/'), safe=RESERVED)}/{quote(address(target))}" if site else ""
