"""The menu on phones, light and dark, the way to the text by keyboard."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests import whole
from tests.browser.accessibility import Examiner
from tests.browser.conftest import Profile


def test_menu_opens_and_closes_on_a_phone(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((site / "demo/index.html").as_uri())
    button = page.get_by_role("button", name="菜单")
    entry = page.get_by_role("navigation", name="栏目").get_by_role("link", name="参赛指南")
    assert not entry.is_visible()
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    assert entry.is_visible()
    page.keyboard.press("Escape")
    assert not entry.is_visible()
    assert page.evaluate("document.activeElement.matches('[data-menu-toggle]')")
    context.close()


@pytest.mark.parametrize("page_of", ["demo/2026/index.html", "index.html"])
def test_what_opens_on_a_phone_is_legible(page: Page, site: Path, page_of: str) -> None:
    """Each button of the head opens something that no page shows by itself."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((site / page_of).as_uri())
    buttons = page.locator("header button[aria-expanded]:visible").all()
    assert len(buttons) > 1
    examiner, faults = Examiner(), []
    for button in buttons:
        button.click()
        assert button.get_attribute("aria-expanded") == "true"
        faults += [f"{button.inner_text()}: {found}" for found in examiner.faults(page, 360)]
        button.click()
    assert faults == []


def test_dark_is_kept_on_the_next_page(page: Page, server: str) -> None:
    page.goto(server + "demo/")
    page.get_by_role("button", name="切换深色与浅色").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(server + "demo/2026/guide/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != "rgb(255, 255, 255)"


def test_first_tab_leads_to_the_text(page: Page, site: Path) -> None:
    page.goto((site / "demo/2026/guide/index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_breadcrumbs_take_one_line_on_a_phone(browser: Browser, site: Path) -> None:
    """The heading below says a long title in full."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto((site / "demo/2026/cases/river-level-forecast/index.html").as_uri())
    lines = page.locator(".crumbs li").evaluate_all("all => new Set(all.map(each => each.offsetTop)).size")
    assert lines == 1
    context.close()


def test_many_years_and_a_wide_logo_have_room(page: Page, tmp_path: Path) -> None:
    """On a desktop years are folded, on a phone they take as many lines as they need."""
    contest = whole.lay(tmp_path / "contest")
    Image.new("RGB", (600, 200), "#204060").save(contest / "branches/beta/assets/logo.png")
    with (contest / "branches/beta/branch.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nlogo: logo.png\n")
    newest = contest / "content/beta/2026"
    for year in range(2018, 2026):
        copied = shutil.copytree(newest, newest.with_name(str(year)), ignore=shutil.ignore_patterns("notices"))
        for path in [*copied.rglob("*.yml"), *copied.rglob("*.md")]:
            path.write_text(path.read_text("utf-8").replace("2026", str(year)), "utf-8")
    whole.make(contest, handbooks=False)
    page.goto((contest / "site/beta/2026/index.html").as_uri())
    page.set_viewport_size({"width": 1000, "height": 800})
    head = page.locator(".brand").bounding_box()
    assert head
    assert head["height"] < 80
    assert page.evaluate("(({width, height}) => width / height)(document.querySelector('.brand__logo'))") == 3
    fold, oldest = page.locator(".years summary"), page.get_by_role("banner").get_by_role("link", name="2018年")
    for close in (lambda: page.keyboard.press("Escape"), lambda: page.locator("h1").click()):
        fold.click()
        assert oldest.is_visible()
        close()
        assert not oldest.is_visible()
    fold.click()
    oldest.click()
    page.wait_for_url("**/beta/2018/**")
    page.set_viewport_size({"width": 360, "height": 800})
    page.get_by_role("button", name="菜单").click()
    years = page.get_by_role("banner").get_by_role("link", name=re.compile("^20..年$")).all()
    boxes = [each.bounding_box() for each in years]
    assert len(boxes) == 9
    assert all(box and box["x"] + box["width"] <= 360 for box in boxes)


def test_nothing_of_a_test_is_left_for_the_next(browser: Browser, server: str) -> None:
    """Neither what pages keep nor the files that they loaded; a clock, which would be left, is told."""
    profile = Profile(browser)
    opened = profile.context.new_page()
    opened.goto(f"{server}demo/index.html")
    opened.evaluate(KEEP)
    profile.forget()
    assert opened.is_closed()
    again = profile.context.new_page()
    again.goto(f"{server}demo/index.html")
    assert again.evaluate(KEPT) == [0, 0, "", 0, 0, True]
    again.clock.set_fixed_time("2020-01-01T00:00:00Z")
    with pytest.raises(AssertionError, match="ask for `context`"):
        profile.forget()
    profile.context.close()


KEEP = """async () => {
    localStorage.a = sessionStorage.a = document.cookie = "a=1";
    await caches.open("a");
    await new Promise((done) => { indexedDB.open("a").onsuccess = done; });
}"""
KEPT = """async () => [
    localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length,
    (await indexedDB.databases()).length,
    performance.getEntriesByType("resource").every((each) => each.transferSize > 0),
]"""
