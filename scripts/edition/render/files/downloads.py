"""The lists of an edition as files: what a page says in words, as CSV for spreadsheets and as JSON for programs."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from edition.addresses import address, article_page, data_file, entity_page, public_address, relative
from edition.index import Index, packed
from edition.markdown import link
from edition.model import Edition, Entity, Kind, Outline, Page, Role, Site
from edition.recognise import sort_name

# What spreadsheets take for a formula: all that begins with `=`; other signs only where something follows that
# calculates, for `+972 Magazine` and `@nknews` are names.
FORMULA = re.compile(r"[=\t\r]|[+@-].*[(|!]", re.DOTALL)


PLAIN = 5000  # records of articles, some four million characters, are a plain file at most


@dataclass(frozen=True)
class EntityRecord:
    """What the registry says of an entity, and how often the articles name it."""

    id: str
    name: str
    sort: str
    kind: str
    aliases: tuple[str, ...]
    local_names: Mapping[str, str]
    description: str | None
    roles: tuple[Mapping[str, str | None], ...]
    affiliations: tuple[str, ...]
    located_in: str | None
    latitude: float | None
    longitude: float | None
    wikidata: str | None
    gnd: str | None
    viaf: str | None
    geonames: str | None
    mentions: int
    articles: int
    first: str | None
    last: str | None
    address: str


@dataclass(frozen=True)
class ArticleRecord:
    """What an article says of itself, and the ids of those whom it names, the most often named first."""

    id: str
    title: str
    date: str | None
    place: str | None
    publisher: str | None
    author: str | None
    url: str | None
    rights: str | None
    language: str | None
    summary: str | None
    mentions: int
    people: tuple[str, ...]
    organizations: tuple[str, ...]
    places: tuple[str, ...]
    address: str


Record = EntityRecord | ArticleRecord


def entity_files(kind: Kind, edition: Edition, index: Index) -> Iterator[Page]:
    """`data/people.csv`, `data/people.json` and so on, sorted by id."""
    entities = (entity for entity in edition.registry.entities if entity.kind is kind)
    yield from _files(kind.folder, EntityRecord, [entity_record(one, index, edition.site) for one in entities])


def article_files(edition: Edition) -> Iterator[Page]:
    """The same of the articles."""
    articles = sorted(edition.articles, key=lambda one: one.id)
    records = [article_record(one, edition) for one in articles]
    csv_page, json_page = _files("articles", ArticleRecord, records)
    yield csv_page
    path = data_file("articles", json_form(len(records)))
    yield Page(path, packed=packed(json_page.text)) if len(records) > PLAIN else json_page


def download_links(name: str, page: str, count: int = 0) -> list[str]:
    """Links to a list of so many records as a file, in each of its forms."""
    forms = {"CSV": "csv", "JSON, packed" if count > PLAIN else "JSON": json_form(count)}
    return [link(words, relative(page, data_file(name, form))) for words, form in forms.items()]


def json_form(count: int) -> str:
    """JSON is for programs, which unpack it if it is long; spreadsheets do not, and CSV stays as it is."""
    return "json.gz" if count > PLAIN else "json"


def _files(name: str, of: type[Record], records: Sequence[Record]) -> Iterator[Page]:
    yield Page(data_file(name, "csv"), as_csv([field.name for field in fields(of)], records))
    yield Page(data_file(name, "json"), as_json(records))


def entity_record(entity: Entity, index: Index, site: Site) -> EntityRecord:
    concordance = index.mentions(entity.id)
    return EntityRecord(
        entity.id,
        entity.name,
        sort_name(entity),
        entity.kind.value,
        entity.aliases,
        dict(entity.local_names),
        entity.description,
        tuple(_role(role) for role in entity.roles),
        entity.affiliations,
        entity.located_in,
        entity.coordinates.latitude if entity.coordinates else None,
        entity.coordinates.longitude if entity.coordinates else None,
        entity.wikidata,
        entity.gnd,
        entity.viaf,
        entity.geonames,
        len(concordance),
        len(concordance.passages),
        *concordance.dates,
        _address(site, entity_page(entity)),
    )


def _role(role: Role) -> Mapping[str, str | None]:
    return {"title": role.title, "organization": role.organization, "from": role.from_, "to": role.to}


def article_record(article: Outline, edition: Edition) -> ArticleRecord:
    front, by_id = article.front, edition.registry.by_id
    named: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for id in sorted(sorted(article.named), key=lambda id: -article.named[id].mentions):
        named[by_id[id].kind].append(id)
    people, organizations, places = map(tuple, named.values())
    return ArticleRecord(
        article.id,
        article.title,
        front.date,
        front.place,
        front.publisher,
        front.author,
        front.url,
        front.rights,
        front.language,
        front.summary,
        article.mentions,
        people,
        organizations,
        places,
        _address(edition.site, article_page(article.id)),
    )


def _address(site: Site, page: str) -> str:
    """On the web, where the site has an address there, else below the site."""
    return public_address(site.url, page) or address(page)


def as_json(records: Iterable[Record]) -> str:
    """A list with one record a line."""
    lines = ",\n".join(json.dumps(vars(record), ensure_ascii=False) for record in records)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def as_csv(names: Sequence[str], records: Iterable[Record]) -> str:
    """RFC 4180 with a header line. Lists are joined by ` | `, what is named inside a field by `; `."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(names)
    writer.writerows([cell(value) for value in vars(record).values()] for record in records)
    return file.getvalue()


def cell(value: object) -> str:
    """A value as the words of a cell. Words that a spreadsheet would calculate get an apostrophe in front."""
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) else value
    if isinstance(value, Mapping):
        return cell("; ".join(f"{name}: {one}" for name, one in value.items() if one is not None))
    if isinstance(value, (tuple, list)):
        return cell(" | ".join(one if isinstance(one, str) else cell(one) for one in value))
    return "" if value is None else str(value)
