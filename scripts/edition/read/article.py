"""One file becomes an article, or problems. Where blocks and roles come from: layout; what words are: text."""

import datetime
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from pydantic import TypeAdapter

from edition.model import Alignment, Article, Block, BlockRole, FrontMatter, Problem, Source, Span
from edition.read.fields import checked, misread
from edition.read.layout import LONGEST_HEADLINE, RawBlock, find_blocks
from edition.read.located import Located, read_yaml
from edition.read.sentences import find_sentences
from edition.read.text import character_problems, decoded, normalised

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
FRONT_MATTER: TypeAdapter[FrontMatter] = TypeAdapter(FrontMatter)
HYPHEN_AT_END = re.compile(r"\w[-‐‑]$")
Problems = tuple[Problem, ...]


def article_id(file: str) -> str:
    """The id that a file name gives: lower case, words joined by hyphens, letters of every script kept."""
    stem = unicodedata.normalize("NFC", file.rsplit("/", 1)[-1].removesuffix(".txt"))
    return re.sub(r"[\W_]+", "-", stem.lower()).strip("-")


def read_article(source: Source) -> tuple[Article | None, Problems]:
    """The article of a file, and what an editor must look at; None where an error leaves no article."""
    stored, problems = decoded(source)
    if stored is None:
        return None, problems
    text, alignment = normalised(stored)
    problems = character_problems(source.file, text)
    front, title, start, more = _front_matter(source.file, text)
    problems += more
    if front is None or any(problem.is_error for problem in problems):
        return None, problems
    roles = dict(front.roles)
    blocks = find_blocks(text, start, layout=front.layout, roles=roles, headline=_needs_headline(text, start, front))
    problems += _shape_problems(source.file, text, front, blocks)
    if any(problem.is_error for problem in problems):
        return None, problems
    if title is not None and (not blocks or blocks[0].role is not BlockRole.HEADLINE):
        blocks = (RawBlock(BlockRole.HEADLINE, (title,)), *blocks)
    return _article(source.file, stored, text, alignment, front, blocks), problems


def _front_matter(file: str, text: str) -> tuple[FrontMatter | None, Span | None, int, Problems]:
    """The fields, the span of the title where it is written as it reads, where the text begins, problems."""
    opening = FENCE.match(text)
    if opening is None:
        return FrontMatter(), None, 0, ()
    closing = FENCE.search(text, opening.end())
    if closing is None:
        fix = "close it with a line `---`, or remove the first line."
        return None, None, 0, (Problem("E105", file, 1, 1, "The front matter never ends.", fix),)
    header = text[opening.end() + 1 : closing.start()]
    found, problems = read_yaml(file, header, first_line=2)
    if problems or found is None:
        return (None if problems else FrontMatter()), None, closing.end(), problems
    if not isinstance(found.value, Mapping):
        what = "The front matter is no list of fields."
        return (
            None,
            None,
            0,
            (Problem("E105", file, found.line, found.column, what, "write `field: value`."),),
        )
    front, problems = checked(FRONT_MATTER, file, found, found.plain())
    if front is not None:
        problems += (*_impossible_date(file, front, found), *misread(file, header, found))
    title = _verbatim(text, opening.end() + 1, front.title if front else None, found.at(("title",)))
    return front, title, closing.end(), problems


def _impossible_date(file: str, front: FrontMatter, found: Located) -> Problems:
    if front.date is None:
        what, fix = "The article has no date; it is listed last.", "add `date: YYYY-MM-DD`."
        return (Problem("W104", file, found.line, 1, what, fix),)
    try:
        datetime.date.fromisoformat(front.date)
    except ValueError:
        node = found.at(("date",))
        what = f"There is no day `{front.date}`."
        return (Problem("E104", file, node.line, node.column, what, "write a day that exists as YYYY-MM-DD."),)
    return ()


def _verbatim(text: str, header: int, title: str | None, node: Located) -> Span | None:
    """Where the file writes the title just as it reads; None where quotation marks or folds change it."""
    for trim in (0, 1):
        span = Span(header + node.start + trim, max(header + node.end - trim, header + node.start + trim))
        if title is not None and span.of(text) == title:
            return span
    return None


def _needs_headline(text: str, start: int, front: FrontMatter) -> bool:
    """The first line is the headline where the front matter has none, or says the same."""
    first = text[start:].lstrip().split("\n", 1)[0].strip()
    return front.title is None or first == front.title


def _shape_problems(file: str, text: str, front: FrontMatter, blocks: tuple[RawBlock, ...]) -> Problems:
    if not blocks:
        return (Problem("E106", file, 1, 1, "The article has no words.", "write its text, or remove the file."),)
    if front.title is None and len(blocks[0].text(text)) > LONGEST_HEADLINE:
        line = text.count("\n", 0, blocks[0].pieces[0].start) + 1
        what = "The first line is too long for a headline."
        return (Problem("E107", file, line, 1, what, "put the headline in the first line, or in `title`."),)
    beginnings = [block.text(text) for block in blocks]
    return tuple(
        Problem(
            "E112",
            file,
            1,
            1,
            f"No line begins with `{said}`.",
            "copy the first words of the line to `roles`.",
        )
        for said, _ in front.roles
        if not any(words.startswith(said) for words in beginnings)
    )


def _article(
    file: str, stored: str, text: str, alignment: Alignment, front: FrontMatter, raw: tuple[RawBlock, ...]
) -> Article:
    """The blocks written one a line; the alignment leads from there over the normalised text to the file."""
    words: list[str] = []
    blocks: list[tuple[BlockRole, Span]] = []
    targets: list[int] = []
    origins: list[int] = []
    position = 0
    for block in raw:
        begin = position
        for piece in block.pieces:
            targets.append(position)
            origins.append(piece.start)
            line = joinable(piece.of(text)) if piece is not block.pieces[-1] else piece.of(text)
            words.append(line)
            position += len(line)
        blocks.append((block.role, Span(begin, position)))
        words.append("\n")
        position += 1
    joined = "".join(words)
    return Article(
        id=article_id(file),
        file=file,
        stored=stored,
        text=joined,
        title=front.title or blocks[0][1].of(joined),
        blocks=tuple(Block(role, span, find_sentences(joined, span)) for role, span in blocks),
        alignment=composed(Alignment(tuple(targets), tuple(origins)), alignment),
        front=front,
    )


def joinable(line: str) -> str:
    """A wrapped line as the next one follows it: after a hyphen inside a word nothing stands between them."""
    return line if HYPHEN_AT_END.search(line) else f"{line} "


def composed(outer: Alignment, inner: Alignment) -> Alignment:
    """One step from the outer derived text to the inner original."""
    targets: list[int] = []
    origins: list[int] = []
    ends = (*outer.targets[1:], None)
    for target, origin, end in zip(outer.targets, outer.origins, ends, strict=True):
        targets.append(target)
        origins.append(inner.origin(origin))
        first = bisect_right(inner.targets, origin)
        last = bisect_left(inner.targets, origin + end - target) if end is not None else len(inner.targets)
        targets += (target + changed - origin for changed in inner.targets[first:last])
        origins += inner.origins[first:last]
    return Alignment(tuple(targets), tuple(origins))
