"""Every state of the gallery and of the header's list is valid, accessible, fits the screen, and stands still."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.accessibility import Examiner
from tests.browser.gallery import CASE, CASES, INDEX_FILES, SEARCH, header, ready
from tests.web.markup import findings_live

STATES = {
    "all": (SEARCH, "fieldset"),
    "hits": (f"{SEARCH}?q={quote('数据 预测')}", ".hit"),
    "narrowed": (f"{SEARCH}?kind=case&year=2026", ".chip"),
    "nothing": (f"{SEARCH}?q={quote('蹴鞠')}", ".nothing"),
    "closest": (f"{SEARCH}?q={quote('绝无此词 数据')}&kind=case", "[data-gallery-notice] .note"),
    "likely": (f"{SEARCH}?q={quote('怎么报名')}", ".likely"),
    "likely on the hub": (f"search/index.html?q={quote('怎么报名')}", ".likely"),
    "failed": (f"{SEARCH}?q={quote('数据')}", ".failure"),
    "cases": (CASES, "fieldset"),
    "cases narrowed": (f"{CASES}?award={quote('一等奖')}", "[data-gallery-results] .case-card"),
    "cases failed": (CASES, ".failure"),
    "hub": ("search/index.html", "fieldset"),
    "marked": (f"{CASE}?hl={quote('水位')}", "mark"),
}
"""Address, and what is there when the state is reached. Those that failed have no index."""

WIDTHS = (360, 1440)


def test_every_state_is_valid_and_accessible(context: BrowserContext, server: str, tmp_path: Path) -> None:
    examiner = Examiner()
    problems = []
    for name, (address, sign) in STATES.items():
        page = context.new_page()
        if sign == ".failure":
            page.route(INDEX_FILES, lambda route: route.abort())
        page.goto(server + address)
        page.locator(sign).first.wait_for(state="attached")
        problems += [f"{name}: {fault}" for fault in examiner.faults(page, 1440)]
        page.set_viewport_size({"width": 360, "height": 900})
        if page.locator("[data-gallery-toggle]").count():
            page.locator("[data-gallery-toggle]").click()
            page.evaluate("scrollTo(0, document.body.scrollHeight)")  # the sticky button covers no choice there
        problems += [f"{name}: {fault}" for fault in examiner.faults(page, 360)]
        page.close()
    assert problems + findings_live(examiner.markup, tmp_path) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_header_list_is_valid_and_accessible(page: Page, server: str, width: int, tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(server + "demo/2026/contact/index.html")
    if width < 768:
        page.get_by_role("button", name="打开搜索").click()
    examiner = Examiner()
    header(page).fill("河流")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert list(examiner.faults(page, width)) == []
    header(page).fill("绝无此词")
    expect(page.locator(".site-search__say")).to_have_text(re.compile("没有找到"))
    assert list(examiner.faults(page, width)) == []
    assert findings_live(examiner.markup, tmp_path) == []


WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_moves_while_loading(browser: Browser, server: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(WATCH_SHIFTS)
    pages: list[Page] = []
    for address in (SEARCH, f"{SEARCH}?q={quote('数据')}", CASES, "demo/2026/cases/track/transport/index.html"):
        pages.append(context.new_page())
        pages[-1].goto(server + address)
        ready(pages[-1])
    pages[-1].wait_for_timeout(400)  # for what comes after the first answer: snippets, facets, pictures
    moved = {page.url: page.evaluate("shifted") for page in pages}
    context.close()
    assert {url: shift for url, shift in moved.items() if shift >= 0.01} == {}
