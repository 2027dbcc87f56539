"""The header's search: a list of first hits below the field, by mouse, keyboard and on phones."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open
from tests.browser.gallery import ENGINE, INDEX_FILES, PHONE, fake_engine, header, hits, query, until


def test_the_header_loads_the_index_only_when_it_is_used(page: Page, site: Path, errors: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "demo/index.html").as_uri())
    assert not [url for url in asked if ENGINE.search(url) or INDEX_FILES.search(url)]
    header(page).focus()
    until(page, "window.PortalSearch !== undefined")
    assert [url for url in asked if ENGINE.search(url)]


def test_the_header_lists_the_first_hits_by_kind(visit: Open) -> None:
    page = visit("demo/2026/guide/index.html")
    field = header(page)
    field.fill("河流")
    options = page.get_by_role("option")
    expect(options.last).to_contain_text("查看全部")
    assert 2 <= options.count() <= 9
    assert page.get_by_role("listbox").get_by_role("group").count() >= 2
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    first = options.first
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    expect(options.first).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**hl=**")


def test_the_header_leads_to_all_hits(visit: Open) -> None:
    page = visit("demo/index.html")
    header(page).fill("河流")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=**")
    expect(query(page)).to_have_value("河流")
    expect(hits(page).first).to_be_visible()


def test_the_header_says_which_branch_a_hit_is_of(disk: Open) -> None:
    page = disk("index.html")
    header(page).fill("数据创新应用赋能农业发展")
    expect(page.get_by_role("option").first).to_contain_text(re.compile("(广东|宁夏|新疆|辽宁)2026年"))


def test_the_header_says_that_it_is_looking(page: Page, server: str, errors: list[str]) -> None:
    fake_engine(page)
    page.goto(server + "demo/index.html")
    header(page).fill("慢")
    expect(page.locator(".site-search__say")).to_have_text("正在搜索…")
    page.evaluate("answers['慢']()")
    expect(page.get_by_role("option").first).to_contain_text("答：慢")
    expect(page.locator(".site-search__say")).to_be_hidden()


def test_the_header_on_a_phone(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((site / "demo/index.html").as_uri())
    field = header(page)
    expect(field).to_be_hidden()
    page.get_by_role("button", name="打开搜索").click()
    expect(field).to_be_focused()
    field.fill("河流")
    expect(page.get_by_role("option").first).to_be_visible()
    box = page.locator(".site-search__hits").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    for _ in range(3):  # closes the list, empties the field, hides it
        page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('[data-search-toggle]')")
    context.close()
