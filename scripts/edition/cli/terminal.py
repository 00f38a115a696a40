"""What the person at the terminal reads: lines, and problems."""

import errno
from collections.abc import Iterable
from dataclasses import replace

from rich.console import Console

from edition.model import Problem

BUILT, PROBLEMS, WRONG_USE = 0, 1, 2  # exit codes
CONSOLE = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)

# The way out by what the system says; whatever else it says, the folder is to blame.
FIXES = {
    errno.ENOSPC: "make room on the disk.",
    errno.EDQUOT: "make room on the disk.",
    errno.EFBIG: "make room on the disk, or allow larger files.",
    errno.EEXIST: "move it away: this place is the build's.",
    errno.ENOTDIR: "move away the file that stands where a folder must be.",
    errno.EISDIR: "move away the folder that stands where a file must be.",
}


def say(what: str) -> None:
    """A line for the person at the terminal; standard output is for data."""
    CONSOLE.print(visible(what))


def visible(text: str) -> str:
    """The text with characters that a terminal would act on, or not show, written as their codes."""
    return "".join(one if one.isprintable() or one == "\n" else _code(one) for one in text)


def _code(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"


def tell(problems: Iterable[Problem]) -> bool:
    """Print every problem, by file and line, errors last, where they are seen; whether there is an error."""
    ordered = sorted(problems, key=lambda one: (one.is_error, one.file, one.line, one.column))
    for problem in ordered:  # a line break in the name of a file must not begin a line of its own
        say(str(replace(problem, file=problem.file.replace("\n", "\\n"))))
    return any(problem.is_error for problem in ordered)


def of_the_disk(error: OSError) -> Problem:
    """What the system says of a file that it does not write or read."""
    what, fix = (
        f"{error.strerror or str(error) or type(error).__name__}.",
        FIXES.get(error.errno or 0, "make the folder writable."),
    )
    return Problem("E305", str(error.filename or "disk"), 0, 0, what, fix)
