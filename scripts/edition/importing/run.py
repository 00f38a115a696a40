"""One import: each source is read, compared with all articles there are, and written where it is a new one."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from edition import disk
from edition.convert import (
    Draft,
    Likeness,
    NotRead,
    Order,
    article_text,
    from_markdown,
    from_page,
    from_table,
    from_text,
    guessed,
    id_of,
    rows_of,
    words_of,
)
from edition.importing.report import Report
from edition.importing.sources import MARKDOWN, PAGES, TABLES, Unread, files_of
from edition.model import Source, digest
from edition.progress import Advance, untold
from edition.read import article_id, read_article

ROWS_WITH_ALL = 1000  # JSON objects leave out what they do not have; so many of them together have all columns


class Wanted(NamedTuple):
    """How to import: which column holds what, what is said of articles that do not say it, which of day and month
    comes first, whether anything is written."""

    columns: Mapping[str, str]
    fields: Mapping[str, str]
    order: Order | None = None
    dry: bool = False


class Known:
    """The articles there are, to know each again."""

    def __init__(self, folder: Path, advance: Advance = untold) -> None:
        self.ids: set[str] = set()
        self.words: dict[bytes, str] = {}
        self.likeness = Likeness()
        paths = sorted(folder.glob("*.txt"))
        for number, path in enumerate(paths):
            advance(number, len(paths), path.name)
            self.ids.add(article_id(path.name))
            data = disk.read_bytes(path) or b""
            article, _ = read_article(Source(f"articles/{path.name}", data))
            if article:
                words = words_of(article.text)
                self.words.setdefault(_name(words), article.id)
                self.likeness.add(article.id, words)

    def free(self, id: str) -> str:
        """The id, or the first of `id-2`, `id-3`, … that no article has."""
        number, found = 1, id
        while found in self.ids:
            number += 1
            found = f"{id}-{number}"
        return found


def import_all(
    sources: Sequence[Path], folder: Path, wanted: Wanted, known: Known, advance: Advance = untold
) -> Report:
    """All that can be read of the sources becomes files in `folder`, one by one, each whole."""
    report = Report()
    files = list(files_of(sources))
    for number, file in enumerate(files):
        advance(number, len(files), "" if isinstance(file, Unread) else file.name)
        if isinstance(file, Unread):
            report.unread.append(file)
            continue
        try:
            for place, draft in _drafts(file, wanted, report):
                _add(place, draft, folder, wanted, known, report)
        except NotRead as error:
            report.unread.append(Unread(str(file), str(error)))
        except OSError as error:
            if error.filename != str(file):  # the disk is full: that is another matter
                raise
            report.unread.append(Unread(str(file), f"{error.strerror}."))
    advance(len(files), len(files))
    return report


def _drafts(file: Path, wanted: Wanted, report: Report) -> Iterator[tuple[str, Draft]]:
    """What a file holds; rows that are no article are reported."""
    source, kind = Source(str(file), file.read_bytes()), file.suffix.lower()
    if kind in TABLES:
        yield from _rows(file, source, wanted, report)
    elif kind in PAGES:
        yield str(file), from_page(source, wanted.order)
    elif kind in MARKDOWN:
        yield str(file), from_markdown(source, wanted.order)
    else:
        yield str(file), from_text(source, wanted.order)


def _rows(file: Path, source: Source, wanted: Wanted, report: Report) -> Iterator[tuple[str, Draft]]:
    rows = rows_of(source)
    first = list(islice(rows, ROWS_WITH_ALL))
    names = dict.fromkeys(name for _, row in first if not isinstance(row, NotRead) for name in row)
    columns = _columns(list(names), wanted, file, report) if names else {}
    for line, row in chain(first, rows):
        place = f"{file}:{line}"
        if isinstance(row, NotRead):
            report.unread.append(Unread(place, str(row)))
            continue
        try:
            yield place, from_table(row, columns, wanted.order)
        except NotRead as error:
            report.unread.append(Unread(place, str(error)))


def _columns(names: list[str], wanted: Wanted, file: Path, report: Report) -> Mapping[str, str]:
    """What was said, and for the rest what the names of the columns suggest."""
    shown = ", ".join(f"`{name}`" for name in names[:40])
    for column in wanted.columns.values():
        if column not in names:
            raise NotRead(f"There is no column `{column}`. Fix: name one of {shown}.")
    found = guessed(names) | dict(wanted.columns)
    if "text" not in found:
        raise NotRead(f"Which column holds the text? Fix: --column text=NAME with one of {shown}.")
    taken = ", ".join(f"{field} from column `{column}`" for field, column in sorted(found.items()))
    report.guesses.append(f"{file}: {taken}.")
    return found


def _add(place: str, draft: Draft, folder: Path, wanted: Wanted, known: Known, report: Report) -> None:
    draft = Draft(draft.title, draft.text, {**wanted.fields, **draft.fields}, draft.doubts)
    try:
        text = article_text(draft)
    except NotRead as error:
        report.unread.append(Unread(place, str(error)))
        return
    words = words_of(f"{draft.title}\n{draft.text}")
    name = _name(words)
    if name in known.words:
        report.same.append((place, known.words[name]))
        return
    id = known.free(article_id(id_of(draft)))
    if not wanted.dry:
        disk.write_new(folder / f"{id}.txt", text.encode())
    known.ids.add(id)
    known.words[name] = id
    report.add(id, place, draft, known.likeness.add(id, words))


def _name(words: list[str]) -> bytes:
    """The same for two articles with the same words."""
    return digest(words)
