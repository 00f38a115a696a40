"""What MkDocs says while it works: caught, counted, and told as its own command line tells it."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

LOG = logging.getLogger("mkdocs")
Message = tuple[int, str]  # level and words


class Messages(logging.Handler):
    """Warnings and errors, in the order in which they come."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._found: list[Message] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._found.append((record.levelno, record.getMessage()))

    def taken(self) -> tuple[Message, ...]:
        """What was said since this was last asked."""
        found, self._found = tuple(self._found), []
        return found


@contextmanager
def caught() -> Iterator[Messages]:
    """What MkDocs says in here is caught, and none of it is printed."""
    handler, level, propagate = Messages(), LOG.level, LOG.propagate
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    try:
        yield handler
    finally:
        LOG.removeHandler(handler)
        LOG.setLevel(level)
        LOG.propagate = propagate


def lines(messages: Iterable[Message]) -> list[str]:
    """As MkDocs prints them."""
    return [f"{logging.getLevelName(level):<8}-  {words}" for level, words in messages]


def verdict(messages: Iterable[Message]) -> str:
    """Why `--strict` lets no such build pass; nothing where it does."""
    counts = sorted(Counter(level for level, _ in messages).items(), reverse=True)
    told = ", ".join(f"{count} {logging.getLevelName(level).lower()}s" for level, count in counts)
    return told and f"Aborted with {told} in strict mode!"
