"""The server for tests answers as GitHub Pages does: folders, redirects, 404.html, nothing beside its path."""

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
