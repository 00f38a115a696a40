"""All articles of an edition, by date, and what is wrong with them together."""

from collections.abc import Iterable, Iterator, Mapping

from edition.addresses import CHRONOLOGY, article_page
from edition.model import Article, Problem, Source
from edition.read.article import article_id, read_article
from edition.read.entries import LIST_PAGE

NO_ARTICLES = Problem(
    "E111", "articles/", 0, 0, "There are no articles.", "put the texts there, one a file, as NAME.txt."
)


def read_articles(sources: Iterable[Source]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article that could be read, by date and id, and the problems of all of them."""
    ordered = sorted(sources, key=lambda source: source.file)
    articles: list[Article] = []
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for source in ordered:
        article, found = read_article(source)
        wrong = tuple(_id_problems(source.file, files))
        problems += (*wrong, *found)
        files.setdefault(article_id(source.file), source.file)
        if article is not None and not wrong:
            articles.append(article)
    if not ordered:
        problems.append(NO_ARTICLES)
    return tuple(sorted(articles, key=lambda article: article.order)), tuple(problems)


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
