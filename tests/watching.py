"""Pages of a browser, watched: each request and each complaint of a page is noted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError

NewPage = Callable[..., Page]


@dataclass
class Watch:
    """What the pages of one test asked for and complained about."""

    host: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Lets complaints pass in which this regular expression is found: `watch.expect("status of 404")`."""
        self.expected.append(pattern)

    def surprises(self) -> list[str]:
        return [said for said in self.complaints if not any(re.search(known, said) for known in self.expected)]

    def follow(self, context: BrowserContext) -> None:
        context.on("request", self.on_request)
        context.on("console", self.on_console)
        context.on("weberror", self.on_error)

    def on_request(self, request: Request) -> None:
        self.requests.append(request.url)
        if urlsplit(request.url).hostname not in (None, self.host):  # data: and blob: have none
            self.complaints.append(f"request to another host: {request.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console: {message.text} ({message.location['url']})")

    def on_error(self, error: WebError) -> None:
        self.complaints.append(f"uncaught: {error.error}")
