"""What stands where on a page with a gallery, and search engines that do as a test says."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page

SEARCH = "demo/search/index.html"
CASES = "demo/2026/cases/index.html"
CASE = "demo/2026/cases/river-level-forecast/index.html"
PHONE = {"width": 360, "height": 740}
INDEX_FILES = re.compile(r"/search/.*\.js(\?.*)?$")
ENGINE = re.compile(r"/assets/search\.[0-9a-f]+\.js(\?.*)?$")

STRANGE = [
    "<img src=x onerror=window.hurt=1>",
    "</script><script>window.hurt=1</script>",
    "\"'><svg/onload=window.hurt=1>",
    "javascript:window.hurt=1",
    ".*+?^${}()|[]\\",
    '"没有关上的引号',
    '- -- -- ""',
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\u202eمرحبا\u2067",
    "%E0%A4%A",
    "a" * 10_000,
    "数据 " * 4_000,
]
"""Texts that no search may stumble over."""

_FAKE_ENGINE = """
window.asked = [];
window.answers = {};
const hit = (title) => ({
  id: title, kind: "page", title, address: "demo/index.html", branch: "demo", branchName: "示例", year: 2026, track: "",
  award: "", unit: "", region: "", summary: "", cover: null, demo: false, fields: {}, snippet: null,
});
const search = ({query}) => new Promise((answer) => {
  window.asked.push(query);
  const hits = [hit(TITLE)];
  const none = {facets: [], likely: [], said: "", terms: []};
  const whole = {...none, total: 1, hits, bytes: 0, snippets: Promise.resolve(hits)};
  window.answers[query] = () => answer({...whole, allFacets: Promise.resolve(whole.facets)});
  if (query !== "慢") window.answers[query]();
});
window.PortalSearch = {open: async () => ({search})};
"""


def fake_engine(page: Page, title: str = "`答：${query}`") -> None:
    """Answer every question at once with one hit; “慢” when the page calls `answers["慢"]()`. `asked` lists them."""
    script = _FAKE_ENGINE.replace("TITLE", title)
    page.route(ENGINE, lambda route: route.fulfill(body=script, content_type="text/javascript"))


def ready(page: Page) -> Page:
    """The page when its gallery has shown an answer."""
    page.locator("[data-gallery-results][data-done]").wait_for(state="attached")
    return page


def count(page: Page) -> Locator:
    """The line that says how much was found."""
    return page.locator("[data-gallery-count]")


def total(page: Page) -> int:
    """How much was found, when nothing more is under way."""
    page.locator("[data-gallery-results][data-done]:not([aria-busy])").wait_for(state="attached")
    return int(re.sub(r"\D", "", count(page).inner_text()))


def query(page: Page) -> Locator:
    """The gallery's own field."""
    return page.locator("[data-gallery-query]")


def header(page: Page) -> Locator:
    """The header's field."""
    return page.locator("#site-query")


def hits(page: Page) -> Locator:
    """The hits on show."""
    return page.locator("[data-gallery-results] article")


def choice(page: Page, facet: str, label: str) -> Locator:
    """One choice of a facet."""
    pattern = re.compile(rf"^{re.escape(label)}\s*\d+$")
    return page.locator(f"[data-facet={facet}] .choice").filter(has_text=pattern)


def number(found: Locator) -> int:
    """How many hits a choice promises."""
    return int(found.locator(".choice__count").inner_text())


def until(page: Page, expression: str, arg: object = None) -> None:
    """Wait until something is true of a page; Playwright's own waiting evaluates text, which the policy forbids."""
    for _ in range(500):
        if page.evaluate(expression, arg):
            return
        page.wait_for_timeout(20)
    raise AssertionError(expression)
