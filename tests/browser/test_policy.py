"""The Content-Security-Policy holds where everything else has failed: hostile markup runs nothing and asks nobody."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import nh3
import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Route

from generator.machine.store import Store
from generator.project import load
from generator.publish.build import planned_pages
from generator.publish.output import SiteWriter
from generator.publish.workers import Job
from generator.site.facts import site
from generator.text import inlines, markdown
from tests.browser.conftest import Quiet
from tests.browser.hostile import ELSEWHERE, PAYLOADS, SCRIPT

HOSTILE = "\n".join(f'<div class="hostile">{payload}</div>' for payload in PAYLOADS.values())
PAGES = (
    "alpha/2026/about/index.html",
    "alpha/2026/notices/launch/index.html",
    "alpha/2026/cases/kiln-heat-map/index.html",
)
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="default-src[^>]*>')
CLICKED = ".hostile :is(a, button, input)"


@dataclass(frozen=True)
class Outcome:
    """What hostile markup achieved."""

    ran: set[str]
    asked: set[str]
    """Addresses below the other site."""
    base_kept: bool


@pytest.fixture
def poisoned(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A site whose sanitiser lets everything through, with all that is hostile in every text."""
    monkeypatch.setattr(nh3, "clean", lambda html, **_: html + HOSTILE)
    monkeypatch.setattr(inlines, "linked", str)  # it would take addresses within scripts for words
    markdown.html.cache_clear()
    catalog = load(project).catalog
    assert catalog is not None
    facts = site(project, catalog.public(date(2026, 9, 30)), None)
    job = Job(project, facts, planned_pages(facts), SiteWriter(tmp_path / "site", tmp_path, Store(project)), "")
    try:
        for task in job.tasks():
            if task.part == "alpha":
                job.run(task)
        yield tmp_path / "site"
    finally:
        markdown.html.cache_clear()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a plain server, which sends no policy of its own."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=[0.01], daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def attacked(browser: Browser, url: str, after: int = 30) -> Outcome:
    """What ran on a page, and what it asked other sites for, after everything on it has been clicked.

    `after` are milliseconds that a click has to do its harm.
    """
    context = browser.new_context()
    asked: set[str] = set()

    def elsewhere(route: Route) -> None:
        asked.add(route.request.url.removeprefix(f"{ELSEWHERE}/"))
        kind = "text/javascript" if route.request.url.endswith(".js") else "text/html"
        route.fulfill(
            body=SCRIPT if kind == "text/javascript" else "",
            content_type=kind,
            headers={"Access-Control-Allow-Origin": "*"},
        )

    context.route(f"{ELSEWHERE}/**", elsewhere)
    page = context.new_page()
    page.goto(url)
    page.wait_for_timeout(500)
    ran = canaries(context)
    for number in range(page.locator(CLICKED).count()):
        with suppress(Error):  # in the page without a policy, a click leads away
            page.evaluate("([all, n]) => document.querySelectorAll(all)[n].click()", [CLICKED, number])
            page.evaluate(
                "after => new Promise(done => setTimeout(done, after))", after
            )  # in the page, behind the click
        ran |= canaries(context)
        if page.url.partition("#")[0] != url:
            page.goto(url)
    based = page.evaluate("document.baseURI").partition("#")[0]
    context.close()
    return Outcome(ran, asked, based == url)


def canaries(context: BrowserContext) -> set[str]:
    """What has run so far."""
    found: set[str] = set()
    for page in context.pages:
        with suppress(Error):
            found |= set(page.evaluate("window.canary || []"))
    return found


@pytest.mark.parametrize("address", PAGES)
def test_nothing_hostile_runs(browser: Browser, poisoned: Path, address: str) -> None:
    page = poisoned / address
    text = page.read_text("utf-8")
    assert all(payload in text for payload in PAYLOADS.values())
    with served(poisoned) as base:
        for url in (page.as_uri(), f"{base}/{address}"):
            assert attacked(browser, url) == Outcome(set(), set(), True)


def test_without_the_policy_it_would(browser: Browser, poisoned: Path) -> None:
    """The attacks are real: the same page without its policy runs them and asks another site."""
    page = poisoned / PAGES[0]
    text, count = META.subn("", page.read_text("utf-8"))
    assert count == 1
    page.with_name("unguarded.html").write_text(text, "utf-8")
    with served(poisoned) as base:
        outcome = attacked(browser, f"{base}/{PAGES[0].replace('index', 'unguarded')}", after=200)
    assert len(outcome.ran) >= 15
    assert {"script", "frame-document", "link-click", "form-javascript", "svg-load", "elsewhere"} <= outcome.ran
    assert len(outcome.asked) >= 40
    assert {"ran/object-data", "form-elsewhere?", "style-import.css", "link-style-data.css"} <= outcome.asked
    assert not outcome.base_kept
