"""A real browser, and pages in it that report each request and error: none may come as a surprise."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Error, Page, sync_playwright

from building import built, edition_copy
from examples import by_kind
from serving import serve
from watching import NewPage, Watch

HERE = Path(__file__).parent
CHROMIUMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
# Playwright adds --headless, and --no-sandbox, without which root starts no Chromium.
SWITCHES = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
HOSTILE = HERE / "hostile"  # an edition whose texts want to leave the place they are shown in


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests in this folder are browser tests, and go last: Playwright's event loop runs until the end."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """All skips get one place, so that the summary tells of a missing browser in one line; in CI they are failures."""
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple):
        report.longrepr = (str(HERE), 1, report.longrepr[2])
        if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1":
            report.outcome, report.longrepr = "failed", f"Nothing is skipped here. {report.longrepr[2]}"
    return report


@pytest.fixture(scope="session")
def port(built_site: Path, public_url: str) -> Iterator[int | None]:
    """Where the built site is served."""
    with serve(built_site, urlsplit(public_url).path) as url:
        yield urlsplit(url).port


@pytest.fixture(scope="session")
def browser(port: int) -> Iterator[Browser]:
    """A Chromium that finds the built site at the very address for which it was built."""
    switches = [*SWITCHES, f"--host-resolver-rules=MAP 127.0.0.1:80 127.0.0.1:{port}"]
    try:
        playwright = sync_playwright().start()
    except Exception as error:  # Playwright raises no other where its own program does not run
        raise no_browser(f"Playwright: {error}") from error
    browser = started(playwright.chromium, switches)
    yield browser
    browser.close()
    playwright.stop()


def started(chromium: BrowserType, switches: list[str]) -> Browser:
    """The system's browser, else the one that Playwright installed."""
    failures = []
    for path in (*filter(None, map(shutil.which, CHROMIUMS)), None):
        try:
            return chromium.launch(executable_path=path, args=switches)
        except Error as error:
            failures.append(f"{path or 'Playwright'}: {error.message.splitlines()[0]}")
    raise no_browser("; ".join(failures))


def no_browser(why: str) -> BaseException:
    """What skips the browser tests, or, where DATELINE_REQUIRE_BROWSER is 1, fails them."""
    outcome = pytest.fail if os.environ.get("DATELINE_REQUIRE_BROWSER") == "1" else pytest.skip
    said = f"NO BROWSER TEST WAS RUN, for none starts here. Fix: install Chromium or Chrome. ({why})"
    return outcome.Exception(said, pytrace=False)


@pytest.fixture(scope="session")
def site_url(browser: Browser, public_url: str) -> str:
    """The home page of the built site, under a sub-path, as GitHub Pages has it. Ends in a slash."""
    return public_url


@pytest.fixture
def watch(site_url: str) -> Iterator[Watch]:
    """Follows the test's pages; fails the test if they ask another host for anything or report an error."""
    watch = Watch(urlsplit(site_url).hostname or "")
    yield watch
    if watch.surprises():
        pytest.fail("\n".join(["The pages of this test did what they should not:", *watch.surprises()]), pytrace=False)


@pytest.fixture
def new_page(browser: Browser, site_url: str, watch: Watch) -> Iterator[NewPage]:
    """Makes a page in a context of its own: `new_page(java_script_enabled=False, color_scheme="dark")`."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> Page:
        context = browser.new_context(**{"base_url": site_url, **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        watch.follow(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A fresh page; `page.goto("articles/")` opens that page of the site."""
    return new_page()


@pytest.fixture(scope="session")
def hostile_url(public_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the hostile edition, which is of two years, is served."""
    site = built(edition_copy(tmp_path_factory.mktemp("hostile"), HOSTILE), public_url)
    with serve(site, urlsplit(public_url).path) as url:
        yield url


@pytest.fixture(scope="session")
def addresses(built_site: Path, crowded_site: Path, public_url: str) -> Iterator[dict[str, str]]:
    """By kind of page the address of the largest one: of the shipped edition, or, where that has none, of a crowded."""
    with serve(crowded_site, urlsplit(public_url).path) as url:
        crowded = {kind: url + address for kind, address in by_kind(crowded_site.parent / "docs").items()}
        yield crowded | by_kind(built_site.parent / "docs")
