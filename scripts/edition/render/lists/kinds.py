"""The A to Z of each kind of entity, as a table; a page a letter where there are very many."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from edition.addresses import NETWORK, PLACES_MAP, entity_page, kind_page, part_page, relative, web_address
from edition.index import Index
from edition.markdown import link
from edition.model import Edition, Entity, Kind, Page
from edition.recognise import sort_name
from edition.render.entity.entities import all_names, first_role
from edition.render.environment import as_html, fragment, page_text
from edition.render.files.downloads import download_links
from edition.render.lists.portions import Portion, by_letter, cut, is_long

Letters = tuple[Portion[Entity], ...]


@dataclass(frozen=True)
class Row:
    """A line of the table. `more` are the words of all forms of the name that the line does not show."""

    name: str
    address: str
    more: str
    what: str
    mentions: int
    mentions_address: str
    articles: int
    first: str | None
    last: str | None


def kind_pages(kind: Kind, edition: Edition, index: Index) -> Iterator[Page]:
    """The list of a kind, whole or by letter."""
    letters, path = letters_of(kind, edition), kind_page(kind)
    if not is_long(letters):
        jumps = [link(one.name, f"#{one.anchor}") for one in letters]
        yield _page(kind, path, index, letters, jumps=jumps, table=table(kind, path, letters, edition, index))
        return
    parts = tuple(part for one in letters for part in cut(one))
    lines = [(link(part.name, _address(path, kind, part)), _counts(part.items, index)) for part in parts]
    yield _page(kind, path, index, parts, parts=lines)
    for part in parts:
        here = part_page(path, part.anchor)
        jumps = [link(other.name, _address(here, kind, other)) for other in parts]
        up = link(f"All {kind.folder}", relative(here, path))
        lines_of_part = table(kind, here, (part,), edition, index)
        yield _page(kind, here, index, (part,), f": {part.name}", up=up, jumps=jumps, table=lines_of_part)


def _address(page: str, kind: Kind, part: Portion[Entity]) -> str:
    return relative(page, part_page(kind_page(kind), part.anchor))


def letters_of(kind: Kind, edition: Edition) -> Letters:
    """All entities of the kind by first letter of how their names are sorted."""
    return by_letter((sort_name(entity), entity) for entity in edition.registry.entities if entity.kind is kind)


def _page(kind: Kind, path: str, index: Index, letters: Letters, of_what: str = "", /, **values: object) -> Page:
    """A page of the list: what it counts, and its table or the parts that it leads to."""
    title = f"{kind.folder.capitalize()}{of_what}"
    downloads = download_links(kind.folder, path)
    counted = f"{_counts([entity for one in letters for entity in one.items], index)} {_picture(kind, path)}"
    given = {"up": "", "jumps": [], "table": "", "parts": []} | values
    fields: dict[str, object] = {"title": as_html(title), "kind": "index"}
    return Page(path, page_text("kind.md.j2", fields, title=title, counts=counted, downloads=downloads, **given))


def _picture(kind: Kind, page: str) -> str:
    """The link to the drawing that shows the entities of a kind together."""
    what, target = ("Map of all places", PLACES_MAP) if kind is Kind.PLACE else ("Who is named with whom", NETWORK)
    return link(what, relative(page, target))


def _counts(entities: Sequence[Entity], index: Index) -> str:
    named = sum(bool(index.mentions(entity.id)) for entity in entities)
    which = "all" if named == len(entities) > 0 else f"{named:,}"
    return f"{len(entities):,} in the registry, {which} of them named in the articles."


def table(kind: Kind, page: str, letters: Letters, edition: Edition, index: Index) -> str:
    """The filter box and the table, letter by letter; nothing where there are no entities."""
    rows = [(one.name, one.anchor, [row(entity, edition, index, page) for entity in one.items]) for one in letters]
    return fragment("kind.html.j2", kind=kind, letters=rows) if rows else ""


def row(entity: Entity, edition: Edition, index: Index, page: str) -> Row:
    concordance = index.mentions(entity.id)
    name = sort_name(entity)
    return Row(
        name,
        web_address(page, entity_page(entity)),
        unseen_words(name, all_names(entity, concordance)),
        first_role(entity, edition) or entity.description or "",
        len(concordance),
        web_address(page, entity_page(entity), "mentions"),
        len(concordance.passages),
        *concordance.dates,
    )


def unseen_words(shown: str, names: Iterable[str]) -> str:
    """The words of the names that are not shown, each once; commas tell nothing."""
    words = (word.strip(",") for name in names for word in name.split())
    seen = {word.strip(",").casefold() for word in shown.split()}
    fresh = {word.casefold(): word for word in reversed([*words]) if word.casefold() not in seen}
    return " ".join(sorted(fresh.values()))
