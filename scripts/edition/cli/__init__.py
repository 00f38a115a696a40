"""The door: what is typed becomes a call of a command, what happens becomes an exit code."""

import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0 built, 1 problems, 2 wrong use; 130 when it was stopped."""
    with suppress(ValueError):  # only the main thread may
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # to be killed politely is to be stopped
    try:
        from edition.cli.run import run  # noqa: PLC0415  here, for Ctrl-C may come while half a second of imports runs

        return run(arguments)
    except KeyboardInterrupt:
        print("Stopped. The last site stands as it was.", file=sys.stderr)
        return INTERRUPTED
