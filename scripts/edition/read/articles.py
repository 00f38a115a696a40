"""All articles of an edition, by date, and what is wrong with them together."""

from collections.abc import Iterable

from edition.model import Article, Problem, Source
from edition.read.article import article_id, read_article

NO_ARTICLES = Problem(
    "E111", "articles/", 0, 0, "There are no articles.", "put the texts there, one a file, as NAME.txt."
)


def read_articles(sources: Iterable[Source]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article that could be read, by date and id, and the problems of all of them."""
    articles: dict[str, Article] = {}
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for source in sorted(sources, key=lambda source: source.file):
        id = article_id(source.file)
        problems += _id_problems(source.file, id, files)
        if id in files or not id:
            continue
        files[id] = source.file
        article, found = read_article(source)
        problems += found
        if article is not None:
            articles[id] = article
    if not files and not problems:
        problems.append(NO_ARTICLES)
    return tuple(sorted(articles.values(), key=lambda article: article.order)), tuple(problems)


def _id_problems(file: str, id: str, files: dict[str, str]) -> list[Problem]:
    if not id:
        what = "The file name has no letter and no digit."
        return [Problem("E114", file, 0, 0, what, "give the file a name of words.")]
    if id in files:
        what = f"The article has the same id `{id}` as {files[id]}."
        return [Problem("E108", file, 0, 0, what, "rename one of the files.")]
    return []
