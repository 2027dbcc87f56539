"""Browser tests share one built site."""

from __future__ import annotations

import functools
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests import whole

Open = Callable[[str], Page]
"""Opens an address of the site in the test's page."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own site."""
    return whole.published(tmp_path_factory)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain static server, as a host that sends no headers of its own."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site below a sub-path of a plain static server; ends with a slash."""
    root = tmp_path_factory.mktemp("www")
    (root / "below" / "here").mkdir(parents=True)
    (root / "below" / "here" / "site").symlink_to(site)
    handler = functools.partial(Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/below/here/site/"
        running.shutdown()


DESKTOP: ViewportSize = {"width": 1280, "height": 900}


class Profile:
    """One for many tests, as empty for each as a fresh one, which would start a process of Chromium's for it."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(viewport=DESKTOP)
        self._blank = self.context.new_page()  # without any page the process would end
        self._devtools = self.context.new_cdp_session(self._blank)

    def forget(self) -> None:
        """Close what a test has opened, and take away all that was kept of it."""
        for page in self.context.pages[1:]:
            page.close()
        away = abs(self._blank.evaluate("Date.now()") / 1000 - time.time())
        assert away < 60, "the clock was set, which stays so for all pages: ask for `context`"
        self._devtools.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        self._devtools.send("Network.clearBrowserCache")


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[Profile]:
    """One for all tests of a worker."""
    made = Profile(browser)
    yield made
    made.context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile on a small desktop, for tests that change more of it than its pages."""
    made = browser.new_context(viewport=DESKTOP)
    yield made
    made.close()


@pytest.fixture
def page(request: pytest.FixtureRequest, profile: Profile) -> Iterator[Page]:
    """A fresh page, in `context` for tests that ask for it."""
    if "context" in request.fixturenames:
        yield request.getfixturevalue("context").new_page()
        return
    yield profile.context.new_page()
    profile.forget()


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    """What went wrong in the page's scripts, and what its policy did not allow; nothing may."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if "Content Security Policy" in said.text else None)
    yield found
    assert found == []


@pytest.fixture
def disk(page: Page, site: Path, errors: list[str]) -> Open:
    """Open an address of the site from disk."""
    return lambda address: _opened(page, f"{site.as_uri()}/{address}")


@pytest.fixture
def served(page: Page, server: str, errors: list[str]) -> Open:
    """Open an address of the site from a plain static server, below a sub-path."""
    return lambda address: _opened(page, server + address)


@pytest.fixture(params=["disk", "served"])
def visit(request: pytest.FixtureRequest) -> Open:
    """Open an address of the site both ways."""
    opened: Open = request.getfixturevalue(request.param)
    return opened


def _opened(page: Page, url: str) -> Page:
    page.goto(url)
    return page
