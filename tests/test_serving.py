"""The server for tests answers as GitHub Pages does: folders, redirects, 404.html, nothing beside its path."""

import gzip
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from serving import serve


def ask(url: str, target: str, method: str = "GET") -> tuple[int, str | None, bytes]:
    connection = HTTPConnection(urlsplit(url).netloc)
    connection.request(method, target)
    answer = connection.getresponse()
    return answer.status, answer.getheader("Location"), answer.read()


@pytest.mark.parametrize(
    ("target", "status", "location", "body"),
    [
        ("/d/", 200, None, b"home"),
        ("/d", 301, "/d/", b""),
        ("/d?x=1", 301, "/d/?x=1", b""),
        ("/", 404, None, b"404: not in the site\n"),
        ("/dd/", 404, None, b"404: not in the site\n"),
        ("/d/a", 301, "/d/a/", b""),
        ("/d/a/?q", 200, None, b"a"),
        ("/d/a/index.html", 200, None, b"a"),
        ("/d/a/index", 404, None, b"no"),
        ("/d/b%C3%A9.txt", 200, None, b"e"),
        ("/d/../../etc/passwd", 404, None, b"no"),
        ("/d//etc/passwd", 404, None, b"no"),
        ("/d/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", 404, None, b"no"),
        ("/d/x/", 404, None, b"no"),
        ("/d/404.html", 200, None, b"no"),
    ],
)
def test_serve(tmp_path: Path, target: str, status: int, location: str | None, body: bytes) -> None:
    site = tmp_path / "s"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "a/index.html").write_text("a")
    (site / "bé.txt").write_text("e")
    (site / "404.html").write_text("no")
    with serve(site, "d") as url:
        assert ask(url, target) == (status, location, body)
        assert ask(url, target, "HEAD") == (status, location, b"")


@pytest.mark.parametrize(("name", "is_compressed"), [("a.html", True), ("a.js", True), ("a.woff2", False)])
def test_texts_are_compressed_for_those_who_accept_it(tmp_path: Path, name: str, is_compressed: bool) -> None:
    body = b"one and the same " * 99
    (tmp_path / name).write_bytes(body)
    with serve(tmp_path) as url:
        connection = HTTPConnection(urlsplit(url).netloc)
        connection.request("GET", f"/{name}", headers={"Accept-Encoding": "gzip, br"})
        answer = connection.getresponse()
        sent = answer.read()
        assert answer.getheader("Content-Encoding") == ("gzip" if is_compressed else None)
        assert (gzip.decompress(sent) if is_compressed else sent) == body
        assert ask(url, f"/{name}") == (200, None, body)
