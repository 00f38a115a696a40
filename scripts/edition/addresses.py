"""Where everything stands: the one place that makes the path of a page and the address of a passage."""

from edition.model import Entity, Kind

HOME = "index.md"
ARTICLES = "articles/index.md"
UNRESOLVED = "data/unresolved.md"
MENTIONS_DATA = "data/mentions.jsonl"
UNRESOLVED_DATA = "data/unresolved.jsonl"
# What the build writes below docs/; everything else there is the editor's.
OWN_FOLDERS = ("articles", "data", *(kind.folder for kind in Kind))


def article_page(article: str) -> str:
    return f"articles/{article}.md"


def entity_page(entity: Entity) -> str:
    return f"{entity.kind.folder}/{entity.id}.md"


def former_page(entity: Entity, id: str) -> str:
    return f"{entity.kind.folder}/{id}.md"


def html_file(page: str) -> str:
    """The file below the site that a page becomes: directory addresses, as MkDocs makes them."""
    return f"{page.removesuffix('.md')}/index.html"


def kind_page(kind: Kind) -> str:
    return f"{kind.folder}/index.md"


def block_anchor(number: int) -> str:
    """The id of a block on its article's page; the headline is 0."""
    return f"p{number}"


def passages_anchor(article: str) -> str:
    """The id of an article's passages on an entity's page."""
    return f"in-{article}"


def relative(page: str, target: str, anchor: str = "") -> str:
    """The address of a page, or a place on it, as a link on another page of the same two-level tree writes it."""
    folder, _, name = target.rpartition("/")
    here = page.rpartition("/")[0]
    hash_mark = f"#{anchor}" if anchor else ""
    if page == target and anchor:
        return hash_mark
    if folder == here:
        return f"{name}{hash_mark}"
    return f"{'../' if here else ''}{target}{hash_mark}"
