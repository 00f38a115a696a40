"""How a page is cited: a sentence, and BibTeX, RIS and CSL-JSON for programs that keep references. No meta tags."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from edition.addresses import article_page, entity_page, public_address
from edition.model import Article, Entity, FrontMatter, Site
from edition.render.environment import fragment
from edition.render.words import day

# Characters that TeX takes for commands, and those that old fonts show as others. Braces by name: BibTeX counts `\{`.
TEX = str.maketrans(
    {character: f"\\{character}" for character in "&%#_$"}
    | {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}"}
    | {"^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}"}
)
LIGATURE = re.compile(r"(?<=([-',`]))(?=\1)|(?<=[?!])(?=`)")  # `--` would become a dash


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation says, each on one line; empty where it is not known. `within`: the newspaper, or the edition."""

    key: str
    is_article: bool
    title: str
    within: str
    edition: str
    url: str
    authors: tuple[str, ...] = ()
    date: str = ""
    language: str = ""


def cited_article(article: Article, site: Site) -> Cited:
    front = article.front
    return Cited(
        key=article.id,
        is_article=True,
        title=one_line(article.title),
        within=one_line(front.publisher or site.name),
        edition=one_line(site.name),
        url=public_address(site.url, article_page(article.id)),
        authors=authors(front),
        date=front.date or "",
        language=front.language or "",
    )


def cited_entity(entity: Entity, site: Site) -> Cited:
    """Without a date: the page of an entity grows with the edition."""
    return Cited(
        key=f"{entity.kind.value}:{entity.id}",
        is_article=False,
        title=one_line(entity.name),
        within=one_line(site.name),
        edition=one_line(site.name),
        url=public_address(site.url, entity_page(entity)),
    )


def authors(front: FrontMatter) -> tuple[str, ...]:
    """The authors, as the editor wrote them; several are parted by semicolons, for `and` stands in names as well."""
    return tuple(one_line(name) for name in (front.author or "").split(";") if name.strip())


def one_line(text: str) -> str:
    return " ".join(text.split())


def cite(cited: Cited) -> str:
    """The part of a page that says how to cite it, as HTML inside Markdown."""
    formats = (("bibtex", "BibTeX", bibtex(cited)), ("ris", "RIS", ris(cited)), ("csl", "CSL-JSON", csl_json(cited)))
    return fragment("cite.html.j2", citation=citation(cited), formats=formats)


def citation(cited: Cited) -> Iterator[tuple[str, bool]]:
    """The citation for readers in pieces: words, and whether they are set as the title of a whole."""
    if cited.authors:
        yield _ended(", ".join(cited.authors)) + " ", False
    if cited.is_article:
        yield f"“{_ended(cited.title)}” ", False
        yield cited.within, True
        yield f", {day(cited.date or None)}.", False
    else:
        yield f"“{_ended(cited.title)}”", False
    if not cited.is_article or cited.within != cited.edition:
        yield " In: ", False
        yield cited.edition, True
        yield ".", False
    if cited.url:
        yield f" {cited.url}", False


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def bibtex(cited: Cited) -> str:
    """An entry for biblatex, which BibTeX takes as well: `journal` and `year` are what both understand."""
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in cited.authors),  # in braces: a name is not taken apart
        "title": f"{{{_tex(cited.title)}}}",  # the same: styles keep its capitals
        "journal" if cited.is_article else "booktitle": _tex(cited.within),
        "entrysubtype": "newspaper" if cited.is_article else "",
        "date": cited.date,
        "year": cited.date[:4],
        "note": f"In: {_tex(cited.edition)}" if cited.within != cited.edition else "",
        "url": cited.url,  # taken as it stands, without escapes
    }
    entry_type = "article" if cited.is_article else "inreference"
    entry = Entry(entry_type, cited.key, [Field(name, value) for name, value in fields.items() if value])
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent = "  "
    return write_string(Library([entry]), bibtex_format=layout)


def _tex(text: str) -> str:
    """Text that TeX sets as it reads; letters of all scripts stay, as biblatex takes them."""
    return LIGATURE.sub("{}", text.translate(TEX))


class RisWriter(rispy.RisWriter):
    """Writes entries without a number above each, which not every program takes."""

    def set_header(self, count: int) -> str:
        return ""


def ris(cited: Cited) -> str:
    fields: dict[str, object] = {
        "type_of_reference": "NEWS" if cited.is_article else "ENCYC",
        "id": cited.key,
        "authors": list(cited.authors),
        "title": cited.title,
        "secondary_title": cited.within,
        "date": cited.date.replace("-", "/"),
        "year": cited.date[:4],
        "name_of_database": cited.edition if cited.within != cited.edition else "",
        "language": cited.language,
        "urls": [cited.url] if cited.url else [],
    }
    filled = {name: value for name, value in fields.items() if value}
    return rispy.dumps([filled], implementation=RisWriter)


def csl_json(cited: Cited) -> str:
    """A list of one item, as programs exchange it; one field a line."""
    fields: dict[str, object] = {
        "id": cited.key,
        "type": "article-newspaper" if cited.is_article else "entry-encyclopedia",
        "title": cited.title,
        "author": [{"literal": name} for name in cited.authors],
        "container-title": cited.within,
        "issued": {"date-parts": [[int(part) for part in cited.date.split("-")]]} if cited.date else None,
        "source": cited.edition if cited.within != cited.edition else "",
        "language": cited.language,
        "URL": cited.url,
    }
    lines = (f'  "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in fields.items() if value)
    return "[{\n" + ",\n".join(lines) + "\n}]\n"
