"""The page of a review on the loopback address, for this machine's browser alone.

The path begins with a word drawn by chance at each start, which no other site can know. Requests that name another host
(as a name does that was made to lead here), or that come from another site's page, are refused whatever they ask.
"""

import json
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from edition import disk
from edition.amend import Refused
from edition.review import telling
from edition.review.asking import asked_choice
from edition.review.review import Done, Review, Stale

HOST = "127.0.0.1"
LONGEST_BODY, MOST_READ = 1 << 20, 1 << 23
PATIENCE = 20  # seconds that a window waits for news before it asks again
PAGE = Path(__file__).with_name("page")
LOOK = Path(__file__).parents[3] / "docs" / "assets"  # that of the edition
FILES = {
    "": (PAGE / "review.html", "text/html"),
    "review.css": (PAGE / "review.css", "text/css"),
    "edition.css": (LOOK / "edition.css", "text/css"),
    "favicon.svg": (LOOK / "favicon.svg", "image/svg+xml"),
    **{f"{path.name}": (path, "text/javascript") for path in sorted(PAGE.glob("*.js"))},
    **{f"fonts/{path.name}": (path, "font/woff2") for path in sorted((LOOK / "fonts").glob("*.woff2"))},
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
Query = Mapping[str, str]


class Server(ThreadingHTTPServer):
    """Serves until it is shut down; `url` is where a browser finds the page."""

    daemon_threads = True

    def __init__(self, review: Review, port: int) -> None:
        self.review, self.token = review, secrets.token_urlsafe(16)
        super().__init__((HOST, port), Handler)

    @property
    def host(self) -> str:
        return f"{HOST}:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A window that was closed while it was being answered is no error."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        self._answer(self._read)

    def do_POST(self) -> None:
        self._answer(self._write)

    def log_message(self, format: str, *args: Any) -> None:
        """The terminal is for people."""

    def _answer(self, answer: Callable[[str, Query], None]) -> None:
        address = urlsplit(self.path)
        token, _, path = address.path.removeprefix("/").partition("/")
        if not self._is_own() or not secrets.compare_digest(token.encode(), self.server.token.encode()):
            self._say(HTTPStatus.FORBIDDEN, "This page is for the browser that `build.py review` has opened.")
            return
        answer(path, {name: values[-1] for name, values in parse_qs(address.query).items()})

    def _is_own(self) -> bool:
        """Whether the request names this host, and no page of another site has sent it."""
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site")
        is_opened = self.command == "GET" and site == "none"
        return (
            self.headers.get_all("Host") == [self.server.host]
            and origin in (None, f"http://{self.server.host}")
            and (site in (None, "same-origin") or is_opened)
        )

    def _read(self, path: str, query: Query) -> None:
        review = self.server.review
        if path in FILES:
            file, kind = FILES[path]
            self._send(HTTPStatus.OK, disk.read_bytes(file) or b"", f"{kind}; charset=utf-8")
        elif path == "state":
            after = query.get("after", "")
            if after.isdecimal() and len(after) < 20:
                review.wait(int(after), PATIENCE)
            self._tell(HTTPStatus.OK, telling.state(review))
        elif path == "suggestion" and (one := review.reading.suggestions.get(query.get("id", ""))):
            self._tell(HTTPStatus.OK, telling.card(one, review.reading))
        elif path == "names":
            found = telling.names(query.get("q", "")[:200], query.get("without", ""), review.reading)
            self._tell(HTTPStatus.OK, found)
        elif path == "clash":
            self._tell(HTTPStatus.OK, telling.clash(query.get("id", ""), query.get("other", ""), review.reading))
        elif path == "lines":
            self._tell(HTTPStatus.OK, self._lines(query.get("id", "")))
        else:
            self._say(HTTPStatus.NOT_FOUND, "There is no such thing here.")

    def _lines(self, id: str) -> list[dict[str, Any]]:
        """All places of a suggestion or an entity, as far as the page shows them."""
        review = self.server.review
        if id in review.reading.known:
            return [telling.occurrence(one) for one in review.reader.lines(id)]
        one = review.reading.suggestions.get(id)
        return [telling.occurrence(at) for at in (one.occurrences if one else ())[: telling.MOST_OCCURRENCES]]

    def _write(self, path: str, query: Query) -> None:
        review, data = self.server.review, self._body()
        if data is None:
            return
        try:
            if path == "decide":
                asked = asked_choice(data)
                self._done(review.decide(asked.id, asked.seen, asked.choice))
            elif path == "undo":
                self._done(review.undo())
            else:
                self._say(HTTPStatus.NOT_FOUND, "There is no such thing here.")
        except Stale as stale:
            self._tell(HTTPStatus.CONFLICT, {"why": str(stale), "state": telling.state(review)})
        except Refused as refused:
            self._say(HTTPStatus.UNPROCESSABLE_ENTITY, str(refused))
        except OSError as error:
            self._say(HTTPStatus.INTERNAL_SERVER_ERROR, f"{error.filename}: {error.strerror}. Nothing was written.")

    def _done(self, done: Done | None) -> None:
        self._tell(HTTPStatus.OK, {**telling.done(done), "state": telling.state(self.server.review)})

    def _body(self) -> bytes | None:
        length, kind = self.headers.get("Content-Length", ""), self.headers.get_content_type()
        if kind != "application/json" or not length.isdecimal() or self.headers.get("Transfer-Encoding"):
            self._say(HTTPStatus.BAD_REQUEST, "A decision is JSON of a known length.")
        elif len(length) > 9 or int(length) > LONGEST_BODY:
            if len(length) < 9 and int(length) <= MOST_READ:
                self.rfile.read(int(length))  # else the browser would not hear the answer
            self._say(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "No decision is so long.")
        else:
            return self.rfile.read(int(length))
        self.close_connection = True  # what was sent is not read
        return None

    def _say(self, status: HTTPStatus, why: str) -> None:
        self._tell(status, {"why": why})

    def _tell(self, status: HTTPStatus, told: object) -> None:
        data = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
        self._send(status, data, "application/json; charset=utf-8")

    def _send(self, status: HTTPStatus, data: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        if status is not HTTPStatus.OK and self.command == "POST":
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)
