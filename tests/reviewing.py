"""A review at work: an edition of made-up news, its suggestions, and the server of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from edition.model import Recogniser
from edition.pipeline import Folders, Proposer
from edition.review import Desk, Reader, Review, Server
from making import edition
from suggesting import Listed, organizations, people, places

EVIL = "Eve <script>alert(1)</script> & Co"
TEXTS = {
    "2020-06-01-pier.txt": "The pier\n\nAnn Wolde, the managing director of Brightwater Shipping, closed the pier. "
    "Wolde and Tom Helvey left Brightwater.\n\nThe pier stays shut, Mr. Helvey said.\n",
    "2020-06-02-ferry.txt": "The ferry\n\nTommy Helvey sailed to Brightwater. Ann Wolde was there.\n\nThe Frobnitz was "
    "loud.\n",
    "2020-06-03-third.txt": f"Third day\n\nTom Helvey met {EVIL} in Brightwater. <b>Ann Wolde</b> did not.\n",
}
NAMES = {
    **people("Ann Wolde", "Wolde", "Tom Helvey", "Helvey", "Tommy Helvey"),
    **organizations("Brightwater Shipping", "Frobnitz", EVIL),
    **places("Brightwater"),
}
PEOPLE = "# Our people.\nkim-rae:\n  name: Kim Rae  # the editor\n"


def folders(folder: Path) -> Folders:
    root = edition(folder, TEXTS, people=PEOPLE, places="", organizations="")
    return Folders(root, root / "articles", root / "entities")


@contextmanager
def reviewed(where: Folders, recognisers: Sequence[Recogniser] = (Listed(NAMES),)) -> Iterator[Server]:
    """The server of a review, until the block is left."""
    review = Review(Reader(where, Proposer(recognisers), {}), Desk(where))
    review.begin()
    server = Server(review, 0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        review.end()
        server.shutdown()
        thread.join()
        server.server_close()


def ask(
    server: Server, path: str, body: object = None, *, headers: Mapping[str, str] | None = None, token: str = ""
) -> tuple[int, Any]:
    """Status and answer, as JSON where it is that."""
    connection = HTTPConnection(urlsplit(server.url).netloc, timeout=30)
    data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    sent = {"Content-Type": "application/json", **(headers or {})}
    connection.request("POST" if data is not None else "GET", f"/{token or server.token}/{path}", data, sent)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    is_json = "json" in (answer.getheader("Content-Type") or "")
    return answer.status, json.loads(text) if is_json else text


def choice(server: Server, id: str, decision: str, **others: object) -> dict[str, object]:
    """What the page sends where nothing was corrected."""
    _, card = ask(server, f"suggestion?id={id}")
    aliases, known_as = ([form["form"] for form in card["forms"] if form["is"] == what] for what in ("alias", "known"))
    known = card["known"]["id"] if card["known"] else ""
    told = {name: card[name] for name in ("id", "seen", "kind", "name")}
    return {**told, "decision": decision, "aliases": aliases, "known": known, "known_as": known_as, **others}
