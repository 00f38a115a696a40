"""To standard output: data for programs, and what was asked for as a person reads it."""

import os
import sys

from rich.console import Console


def print_data(data: str) -> None:
    r"""UTF-8 and `\n` wherever this runs; a reader who has seen enough may stop reading."""
    try:
        sys.stdout.buffer.write(data.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes it once more at its end


def for_people() -> Console:
    """Colours where the terminal has them; words as they are, and lines as long as they are."""
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
