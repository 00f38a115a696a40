"""A folder served on this machine as GitHub Pages serves it: under a sub-path, nothing rewritten, texts compressed."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import unquote

# Spelled out, because what Python's mimetypes says depends on the machine.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
# What GitHub Pages compresses for those who accept it; Pagefind's files already are, pictures and fonts too.
COMPRESSED = tuple(TYPES[ending] for ending in (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"))


@contextmanager
def serve(site: Path, prefix: str = "") -> Iterator[str]:
    """The address, ending in a slash, at which `site` can be read until the block is left."""
    root = f"/{prefix.strip('/')}/".replace("//", "/")
    with Server(("127.0.0.1", 0), partial(Handler, site.resolve(), root)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{root}"
        finally:
            server.shutdown()
            thread.join()


class Answer(NamedTuple):
    status: HTTPStatus
    body: bytes
    kind: str = TYPES[".txt"]
    location: str | None = None


def answer(site: Path, root: str, target: str) -> Answer:
    """What GitHub Pages, with `site` at `root`, says to a request for `target`, a path and perhaps a query.

    /folder/ is its index.html; /folder redirects to /folder/; /page is not page.html. All that is no file
    is the site's 404.html, or outside of the site a plain 404, and the status is 404 each time.
    """
    raw, mark, query = target.partition("?")
    path = unquote(raw)
    if not f"{path}/".startswith(root):
        return Answer(HTTPStatus.NOT_FOUND, b"404: not in the site\n")
    file = (site / path[len(root) :].lstrip("/")).resolve()
    if file.is_dir() and not path.endswith("/"):
        return Answer(HTTPStatus.MOVED_PERMANENTLY, b"", location=f"{raw}/{mark}{query}")
    file = file / "index.html" if path.endswith("/") else file
    status = HTTPStatus.OK if file.is_file() and file.is_relative_to(site) else HTTPStatus.NOT_FOUND
    file = file if status is HTTPStatus.OK else site / "404.html"
    body = file.read_bytes() if file.is_file() else b"404: no such page\n"
    return Answer(status, body, TYPES.get(file.suffix, "application/octet-stream"))


class Server(ThreadingHTTPServer):
    """A server that keeps quiet when a browser goes away in the middle of an answer, as browsers do."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Sends the answers to GET and HEAD."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two writes, and the second must not wait

    def __init__(self, site: Path, root: str, *request: Any) -> None:
        self.site, self.root = site, root
        super().__init__(*request)  # comes last: it answers the request

    def do_GET(self) -> None:
        found = answer(self.site, self.root, self.path)
        is_compressed = found.kind in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = gzip.compress(found.body, 6, mtime=0) if is_compressed else found.body
        self.send_response(found.status)
        self.send_header("Content-Type", found.kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Vary", "Accept-Encoding")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        if found.location is not None:
            self.send_header("Location", found.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        pass
