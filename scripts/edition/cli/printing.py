"""Data to standard output, for programs."""

import os
import sys


def print_data(data: str) -> None:
    r"""UTF-8 and `\n` wherever this runs; a reader who has seen enough may stop reading."""
    try:
        sys.stdout.buffer.write(data.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes it once more at its end
