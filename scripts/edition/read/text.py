"""Bytes become normalised text, with the way back to the file. No article, no registry."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from charset_normalizer import from_bytes

from edition.model import Alignment, Problem, Source

# The longer ones first, for UTF-32 begins as UTF-16 does.
BOMS = {b"\xff\xfe\0\0": "UTF-32", b"\0\0\xfe\xff": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
# What most programs write that do not write UTF-8: named where so few bytes outside ASCII tell nothing, or no more.
COMMON = "windows-1252"
FEWEST_TELLING = 10
# C0 and C1 controls but for tab and what LINE_BREAK takes; noncharacters. None of them can stand on a page.
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
BIDIRECTIONAL = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
LINE_BREAK = r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]"
# What normalising may change: line breaks, a BOM at the start, runs outside ASCII with the character before them.
CHANGING = re.compile(rf"(?P<line>{LINE_BREAK})|(?P<bom>\A\ufeff+)|[\x00-\x7f]?[^\x00-\x7f\x85\u2028\u2029]+")
SAMPLE = 100_000
# Ordering marks takes the square of their number: no script writes so many on one letter, and those stay as they are.
MOST_MARKS = 64
LONGEST_CHECKED = 1000


def decoded(source: Source) -> tuple[str | None, tuple[Problem, ...]]:
    """The file's text as stored, or why it is none."""
    if source.data.startswith(tuple(BOMS)):
        return None, (_not_utf8(source, 0),)
    if is_wide(source.data):
        return None, (_not_utf8(source, source.data.index(0)),)
    try:
        return source.data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(source, error.start),)


def is_wide(data: bytes) -> bool:
    """Whether every other byte or so is zero: UTF-16 without a BOM, in UTF-8 no more than control characters."""
    return 0 < len(data) <= 4 * data.count(0)


def _not_utf8(source: Source, position: int) -> Problem:
    before = source.data[:position].decode("utf-8", "replace")
    line, column = place(before, len(before))
    what = f"Byte {position + 1} (0x{source.data[position]:02X}) is not UTF-8"
    encoding = likely_encoding(source.data)
    if encoding is None:
        return Problem("E101", source.file, line, column, f"{what}.", "save the file as UTF-8.")
    fix = f"save it as UTF-8: iconv -f {encoding} -t UTF-8 FILE > NEW."
    return Problem("E101", source.file, line, column, f"{what}; the file looks like {encoding}.", fix)


def likely_encoding(data: bytes) -> str | None:
    """The encoding that the bytes most likely are in, by their BOM or their look; None where nothing fits."""
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return encoding
    if is_wide(data):
        return "UTF-16LE" if data[1::2].count(0) > data[::2].count(0) else "UTF-16BE"
    sample = data[:SAMPLE]
    as_common, best = sample.decode(COMMON, "replace"), from_bytes(sample).best()
    if sum(byte > 127 for byte in sample) < FEWEST_TELLING or as_common == str(best):
        return COMMON
    return best.encoding.replace("_", "-") if best else None


def place(text: str, position: int) -> tuple[int, int]:
    """Line and column of a position, from 1."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def normalised(stored: str) -> tuple[str, Alignment]:
    r"""The text in NFC, lines apart by `\n`, without a BOM; each position leads back to the stored text."""
    pieces: list[str] = []
    targets, origins = [0], [0]
    target = origin = 0
    for start, end, piece in _changes(stored):
        pieces += (stored[origin:start], piece)
        target += start - origin
        longer = range(target + end - start, target + len(piece))  # letters that NFC writes with more marks
        targets += (target, *longer, target + len(piece))
        origins += (start, *(end for _ in longer), end)
        target, origin = target + len(piece), end
    pieces.append(stored[origin:])
    return "".join(pieces), Alignment(tuple(targets), tuple(origins))


def _changes(stored: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and new words of each place that normalising changes, in order."""
    if stored.isascii() and not re.search(LINE_BREAK, stored):
        return
    for match in CHANGING.finditer(stored):
        if match["line"] or match["bom"]:
            yield match.start(), match.end(), "\n" if match["line"] else ""
        elif len(match[0]) > LONGEST_CHECKED or not unicodedata.is_normalized("NFC", match[0]):
            yield from _recomposed(match[0], match.start())


def _recomposed(run: str, start: int) -> Iterator[tuple[int, int, str]]:
    """The letters of the run that are written otherwise in NFC, each with its marks."""
    begins = [index for index, character in enumerate(run) if index == 0 or not _extends(character)]
    for begin, end in pairwise([*begins, len(run)]):
        if end - begin > 1 or run[begin] > "\u0300":
            cluster = run[begin:end]
            composed = unicodedata.normalize("NFC", cluster) if len(cluster) <= MOST_MARKS else cluster
            if composed != cluster:
                yield start + begin, start + end, composed


def _extends(character: str) -> bool:
    """Whether it belongs to the character before it: marks, and the vowels and finals of Korean syllables."""
    return unicodedata.category(character).startswith("M") or "\u1160" <= character <= "\u11ff"


def character_problems(file: str, text: str) -> tuple[Problem, ...]:
    """Characters that cannot stand on a page, and those that change the direction of what follows unseen; each once."""
    return tuple(
        Problem(code, file, *place(text, first), f"U+{ord(character):04X} {what}{_again(number)}.", fix)
        for pattern, code, what, fix in (
            (CONTROL, "E109", "is a control character", "delete it."),
            (
                BIDIRECTIONAL,
                "W101",
                "changes the direction of the text unseen",
                "delete it unless the language needs it.",
            ),
        )
        for character, number in Counter(pattern.findall(text)).items()
        for first in (text.index(character),)
    )


def _again(number: int) -> str:
    return f", here and {number - 1} times more" if number > 2 else ", here and once more" if number == 2 else ""
