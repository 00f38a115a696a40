"""Pagefind as a program that answers messages. Knows no page and no file of an index."""

import base64
import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import Any, Self

from pagefind.service import get_executable

from edition import disk

AHEAD = 64  # pages that Pagefind is given before it has answered for the first of them
CHUNK = 1 << 20  # bytes of an answer that are read at once: all files of an index are one answer
PEAK = "VmHWM:"  # in Linux's /proc/*/status


class PagefindFailed(Exception):
    """Says how, in Pagefind's words where it has any."""


class Pagefind:
    """The program as a service: it answers each message in its turn.

    Its own interface for Python sleeps a tenth of a second before each answer, waits for ever for a program that has
    ended, and says that files are written before they are. Here it hands them over, so that a full disk is noticed.
    """

    def __enter__(self) -> Self:
        self.errors = tempfile.TemporaryFile()  # closed by __exit__
        self.sent = self.answered = 0
        pipe = subprocess.PIPE
        try:
            program = str(get_executable())
            self.process = subprocess.Popen([program, "--service"], stdin=pipe, stdout=pipe, stderr=self.errors)
        except OSError as error:
            self.errors.close()
            raise PagefindFailed(str(error)) from error
        self.answers = self._read()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()  # nothing is lost: it has no file open
        with suppress(OSError):
            self.process.communicate()
        self.errors.close()

    def ask(self, what: str, **more: object) -> dict[str, Any]:
        """The answer to a message, once all before it have theirs."""
        self._send(what, more)
        return self._answer(self.sent)

    def add(self, file: str, html: str) -> None:
        """Give it a page; what is wrong with it may be said only later."""
        self._send("AddFile", {"index_id": 0, "file_path": file, "file_contents": html})
        self._answer(self.sent - AHEAD)

    def _send(self, what: str, more: dict[str, object]) -> None:
        self.sent += 1
        message = json.dumps({"message_id": self.sent, "payload": {"type": what, **more}})
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(base64.b64encode(message.encode()) + b",")
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise PagefindFailed(self._end()) from error

    def _answer(self, number: int) -> dict[str, Any]:
        """The answer to a message by its number, nothing where there is none so early."""
        answer: dict[str, Any] = {}
        while self.answered < number:
            answer = next(self.answers)
            self.answered += 1
            if answer["type"] == "Error":
                raise PagefindFailed(str(answer["message"]))
        return answer

    def _read(self) -> Iterator[dict[str, Any]]:
        """All answers in their order; fails where there are no more."""
        assert isinstance(self.process.stdout, BufferedReader)
        parts: list[bytes] = []
        while chunk := self.process.stdout.read1(CHUNK):
            first, *others = chunk.split(b",")
            parts.append(first)
            for other in others:
                yield _payload(b"".join(parts))
                parts = [other]
        raise PagefindFailed(self._end())

    def _end(self) -> str:
        """How the program ended."""
        code = self.process.wait()
        self.errors.seek(0)
        words = self.errors.read().decode(errors="replace").strip()
        return f"it ended with {f'signal {-code}' if code < 0 else f'exit code {code}'}{words and f': {words}'}"

    def peak(self) -> int:
        """The most memory that it had until now, in bytes; 0 where the system does not tell."""
        with suppress(OSError):
            status = disk.read_text(Path("/proc", str(self.process.pid), "status"))
            return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith(PEAK)), 0)
        return 0


def _payload(message: bytes) -> dict[str, Any]:
    try:
        payload: dict[str, Any] = json.loads(base64.b64decode(message))["payload"]
    except ValueError as error:
        raise PagefindFailed(f"it said {message[:60]!r}") from error
    return payload
