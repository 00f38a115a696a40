"""One file becomes an article, or problems. What its fields are: front_matter; its blocks: layout and roles."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from edition.model import Article, BlockRole, Problem, Source
from edition.read.front_matter import Header, read_header
from edition.read.joined import composed, joined
from edition.read.layout import RawBlock, find_blocks
from edition.read.roles import LONGEST_HEADLINE, with_roles
from edition.read.text import character_problems, decoded, normalised, place

Problems = tuple[Problem, ...]


@cache
def article_id(file: str) -> str:
    """The id that a file name gives: lower case, words joined by hyphens, letters and marks of every script kept."""
    stem = unicodedata.normalize("NFC", file.rsplit("/", 1)[-1].removesuffix(".txt").lower())
    kept = (one if one.isalnum() or unicodedata.category(one).startswith("M") else "-" for one in stem)
    return re.sub("-+", "-", "".join(kept)).strip("-")


def read_article(source: Source) -> tuple[Article | None, Problems]:
    """The article of a file, and what an editor must look at; None where an error leaves no article."""
    stored, problems = decoded(source)
    if stored is None:
        return None, problems
    text, alignment = normalised(stored)
    header, more = read_header(source.file, text)
    problems = (*character_problems(source.file, text), *more)
    if header is None:
        return None, problems
    blocks = _blocks(text, header)
    problems += tuple(_shape_problems(source.file, text, header, blocks))
    if any(problem.is_error for problem in problems):
        return None, problems
    words, placed, to_text = joined(text, blocks)
    title = header.front.title or placed[0].span.of(words)
    back = composed(to_text, alignment)
    id = article_id(source.file)
    return Article(id, source.file, stored, words, title, placed, back, header.front), problems


def _blocks(text: str, header: Header) -> tuple[RawBlock, ...]:
    """The blocks of the text, below the title where the front matter alone has it."""
    front = header.front
    found = find_blocks(text, header.text_start, front.layout)
    blocks = tuple(with_roles(text, found, dict(front.roles), front.title))
    is_headed = bool(blocks) and blocks[0].role is BlockRole.HEADLINE
    if header.title is None or is_headed or not blocks:
        return blocks
    return (RawBlock(BlockRole.HEADLINE, (header.title,)), *blocks)


def _shape_problems(file: str, text: str, header: Header, blocks: Sequence[RawBlock]) -> Iterator[Problem]:
    words = [block.words(text) for block in blocks]
    if not any(character.isalnum() for block in words for character in block):
        yield Problem("E106", file, 1, 1, "The article has no words.", "write its text, or remove the file.")
        return
    line, column = place(text, blocks[0].pieces[0].start)
    fix = "put the headline in the first line, or in `title`."
    if header.front.title is None and blocks[0].role is not BlockRole.HEADLINE:
        yield Problem("E107", file, line, column, "The first line is said to be no headline.", fix)
    elif header.front.title is None and len(words[0]) > LONGEST_HEADLINE:
        yield Problem("E107", file, line, column, "The first line is too long for a headline.", fix)
    if header.front.date is None:
        what, fix = "The article has no date; it is listed last.", "add `date: YYYY-MM-DD` to its front matter."
        yield Problem("W104", file, header.fields.line, 1, what, fix)
    yield from _unfit_roles(file, header, blocks, words)


def _unfit_roles(file: str, header: Header, blocks: Sequence[RawBlock], words: Sequence[str]) -> Iterator[Problem]:
    for said, role in header.front.roles:
        key = header.fields.at(("roles", said), key=True)
        fitting = [index for index, line in enumerate(words) if line.startswith(said)]
        if not fitting:
            fix = "copy the first words of the line to `roles`."
            yield Problem("E112", file, key.line, key.column, f"No line begins with `{said}`.", fix)
        elif role is BlockRole.HEADLINE and fitting != [0]:
            what = f"`{said}` is not the first line, and only that can be the headline."
            yield Problem("E112", file, key.line, key.column, what, "say `heading`, or move the line.")
