"""Browser tests share one built site."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

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


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile on a small desktop."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page."""
    return context.new_page()


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
