"""Reading aids: kept on every page, legible in every colour, and nothing runs over the edge of the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import AXE, COLOURS, EXAMINE, FINISH, MARK
from tests.browser.conftest import Open

PAGES = (
    "index.html",
    "compare/index.html",
    "demo/index.html",
    "demo/elders/index.html",
    "demo/accessibility/index.html",
    "demo/2026/timeline/index.html",
    "demo/2026/judging/index.html",
    "demo/2026/awards/index.html",
    "demo/2026/winners/index.html",
    "demo/2026/cases/index.html",
    "demo/2026/cases/river-level-forecast/index.html",
    "demo/2026/notices/launch/index.html",
    "demo/2026/contact/index.html",
    "demo/search/index.html",
)
COLOURED = ("black-on-yellow", "yellow-on-black", "black-on-white", "white-on-blue")

VOICE = """window.said = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
    speak(each) { window.said.push([each.text, each.lang, each.rate]); this.now = each; },
    cancel() { this.now = null; },
} });
window.finish = () => window.speechSynthesis.now.onend();"""
"""A device's voice that says a sentence until `finish()`."""


def _open_panel(page: Page) -> None:
    page.get_by_role("link", name="无障碍", exact=True).click()
    expect(page.get_by_role("region", name="无障碍")).to_be_visible()


def _keep(page: Page, **choice: str) -> None:
    page.add_init_script(f"localStorage.setItem('aids', {json.dumps(json.dumps(choice))})")


def test_choices_hold_on_every_page_until_they_are_taken_back(visit: Open) -> None:
    page = visit("demo/2026/guide/index.html")
    before = page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize")
    _open_panel(page)
    assert page.evaluate("document.activeElement.name") == "text"
    page.get_by_label("150%").check()
    page.get_by_label("黄底黑字").check()
    page.get_by_label("跟随指针和键盘").check()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="无障碍", exact=True)).to_be_focused()
    page.get_by_role("link", name="联系我们").first.click()
    page.wait_for_url("**/contact/**")
    after = page.evaluate("getComputedStyle(document.querySelector('main p')).fontSize")
    assert float(after[:-2]) > 1.4 * float(before[:-2])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 238, 50)"
    expect(page.locator(".aids-line")).to_be_visible()
    page.mouse.move(300, 200)
    band = page.locator(".aids-line").bounding_box()
    assert band
    assert abs(band["y"] + band["height"] / 2 - 200) < 2
    page.get_by_role("button", name="无障碍", exact=True).click()
    page.get_by_role("button", name="恢复原样").click()
    assert page.evaluate("[localStorage.getItem('aids'), document.documentElement.dataset.text]") == [None, None]
    expect(page.locator(".aids-line")).to_be_hidden()


def test_without_scripts_the_entry_explains(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "demo/2026/guide/index.html").as_uri())
    page.get_by_role("link", name="无障碍", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("无障碍说明")
    page.get_by_role("link", name="长者版").first.click()
    expect(page.get_by_role("heading", name="打电话问一问")).to_be_visible()
    context.close()


def test_damaged_choices_are_as_none(page: Page, site: Path, errors: list[str]) -> None:
    for kept in ("[", "null", '{"text": 3, "colours": ["x"]}', '"text"'):
        page.goto((site / "demo/index.html").as_uri())
        page.evaluate("kept => localStorage.setItem('aids', kept)", kept)
        page.reload()
        _open_panel(page)
        assert page.evaluate("document.documentElement.dataset.text") is None
        page.evaluate("localStorage.clear()")


def test_all_is_legible_in_every_colour(page: Page, site: Path) -> None:
    """A choice is an attribute of the root: a page need not be loaded again for the next."""
    _keep(page, colours=COLOURED[0])
    seen: dict[str, list[str]] = {colours: [] for colours in COLOURED}
    for address in PAGES:
        page.goto((site / address).as_uri())
        assert page.evaluate("document.documentElement.dataset.colours") == COLOURED[0]
        page.evaluate(AXE)
        for colours in COLOURED:
            page.evaluate("colours => document.documentElement.dataset.colours = colours", colours)
            page.evaluate(FINISH)
            seen[colours] += page.evaluate(MARK, seen[colours])
            assert page.evaluate(EXAMINE, {"runOnly": COLOURS}) == [], (address, colours)


@pytest.mark.parametrize("width", [360, 768, 1366])
def test_large_wide_type_fits_the_screen(page: Page, site: Path, width: int) -> None:
    _keep(page, text="200", spacing="wide")
    page.set_viewport_size({"width": width, "height": 768})
    for address in PAGES:
        page.goto((site / address).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_page_is_read_piece_by_piece(page: Page, site: Path, errors: list[str]) -> None:
    page.add_init_script(VOICE)
    page.goto((site / "demo/2026/notices/launch/index.html").as_uri())
    _open_panel(page)
    page.get_by_label("慢").check()
    page.get_by_role("button", name="朗读", exact=True).click()
    heading = page.locator("h1").inner_text().replace("\n", "")
    expect(page.locator(".aids-here")).to_have_count(1)
    for _ in range(12):
        page.evaluate("finish()")
    said = page.evaluate("said")
    assert {tuple(each[1:]) for each in said} == {("zh-CN", 0.75)}
    assert heading[:6] in "".join(text for text, *_ in said)
    assert max(len(text) for text, *_ in said) <= 100
    before = page.locator(".aids-here").inner_text()
    page.get_by_role("button", name="下一段").click()
    assert page.locator(".aids-here").inner_text() != before
    page.get_by_role("button", name="停止朗读").click()
    expect(page.locator(".aids-here")).to_have_count(0)
    assert page.evaluate("speechSynthesis.now") is None


def test_digits_lead_to_text_navigation_search_and_aids(page: Page, site: Path) -> None:
    page.goto((site / "demo/2026/guide/index.html").as_uri())
    found = page.evaluate("[...document.querySelectorAll('[accesskey]')].map(e => [e.accessKey, e.hash || e.id])")
    assert found == [["1", "#main"], ["2", "#navigation"], ["0", ""], ["3", "site-query"]]
    page.locator("[accesskey='2']").press("Enter")
    expect(page.get_by_role("navigation", name="栏目")).to_be_focused()
