"""All articles of an edition, by date, and what is wrong with them together."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from edition.addresses import CHRONOLOGY, article_page
from edition.model import Article, Problem, Source
from edition.read.article import article_id, read_article
from edition.read.entries import LIST_PAGE

NO_FILE = "articles/"
NO_ARTICLES = Problem(
    "E111",
    NO_FILE,
    0,
    0,
    "There are no articles.",
    "put the texts there, one a file, as NAME.txt, or let `import` bring them in.",
)


def read_articles(sources: Iterable[Source]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article that could be read, by date and id, and the problems of all of them."""
    sources = tuple(sources)
    wrong = name_problems(source.file for source in sources)
    found = {source.file: read_article(source) for source in sorted(sources, key=lambda source: source.file)}
    told = (*((*wrong.get(file, ()), *these) for file, (_, these) in found.items()), wrong.get(NO_FILE, ()))
    articles = (article for file, (article, _) in found.items() if article is not None and file not in wrong)
    return tuple(sorted(articles, key=lambda article: article.order)), tuple(chain(*told))


def name_problems(files: Iterable[str]) -> Mapping[str, tuple[Problem, ...]]:
    """What is wrong with the names of files, by file: such a file is no article. Without any, that is wrong."""
    ids: dict[str, str] = {}
    found: dict[str, tuple[Problem, ...]] = {}
    for file in sorted(files):
        if wrong := tuple(_id_problems(file, ids)):
            found[file] = wrong
        ids.setdefault(article_id(file), file)
    return found if ids else {NO_FILE: (NO_ARTICLES,)}


def _id_problems(file: str, files: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with the name of a file, given those of the files before it by their ids."""
    id = article_id(file)
    if not id:
        what = "The file name has no letter and no digit."
        yield Problem("E114", file, 0, 0, what, "give the file a name of words.")
    elif id == LIST_PAGE:
        what = f"`{id}` is the page that lists all articles."
        yield Problem("E114", file, 0, 0, what, "give the file another name.")
    elif article_page(id) == CHRONOLOGY:
        yield Problem("E114", file, 0, 0, f"`{id}` is the page of the chronology.", "give the file another name.")
    elif id in files:
        what = f"The article has the same id `{id}` as {files[id]}."
        yield Problem("E108", file, 0, 0, what, "rename one of the files.")
