"""What readers do with a page that stands by itself: larger letters, its address, its pictures, leaving the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import Examiner
from tests.browser.conftest import Open

CASE = "demo/2025/cases/hotline-root-cause/index.html"
NOTICE = "demo/2026/notices/launch/index.html"


def test_letters_grow_and_stay_large(visit: Open) -> None:
    page = visit(NOTICE)
    usual = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)")
    page.get_by_role("button", name="特大").click()
    expect(page.get_by_role("button", name="特大")).to_have_attribute("aria-pressed", "true")
    grown = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)")
    assert grown >= 1.4 * usual
    page.reload()
    expect(page.get_by_role("button", name="特大")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="标准").click()
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize)") == usual


def test_the_address_is_copied_and_said(visit: Open) -> None:
    page = visit(NOTICE)
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator("[data-copy-said]")).to_have_text("已复制")


def test_a_picture_is_enlarged_by_keyboard_with_its_caption(visit: Open) -> None:
    page = visit(CASE)
    button = page.get_by_role("button", name="放大图片").first
    button.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog", name="图片")
    expect(box).to_be_visible()
    first = box.locator("img").get_attribute("src")
    page.keyboard.press("ArrowRight")
    assert box.locator("img").get_attribute("src") != first
    expect(box.locator(".viewer__caption")).not_to_be_empty()
    box.get_by_role("button", name="原大").click()
    expect(box).to_have_attribute("data-whole", "")
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    assert page.evaluate("document.activeElement.classList.contains('enlarge')")


def test_readers_are_asked_before_they_leave(visit: Open) -> None:
    page = visit(NOTICE)
    here = page.url
    asked: list[str] = []
    page.route("https://beian.miit.gov.cn/**", lambda route: (asked.append(route.request.url), route.abort()))
    link = page.get_by_role("link", name="示ICP备00000000号")
    link.click()
    box = page.get_by_role("dialog", name="离开本站")
    expect(box).to_contain_text("beian.miit.gov.cn")
    box.get_by_role("button", name="留在本站").click()
    expect(box).to_have_count(0)
    assert (page.url, asked) == (here, [])
    link.click()
    with page.expect_request("https://beian.miit.gov.cn/**"):
        box.get_by_role("link", name="继续前往").click()
    page.goto(here)
    page.evaluate("document.body.dataset.leaving = 'non-government'")
    with page.expect_request("https://beian.miit.gov.cn/**"):
        link.click()


@pytest.mark.parametrize("opener", ["放大图片", "离开本站", "二维码"])
def test_boxes_are_accessible(page: Page, server: str, opener: str) -> None:
    page.goto(server + CASE)
    if opener == "放大图片":
        page.get_by_role("button", name=opener).first.click()
    elif opener == "离开本站":
        page.get_by_role("link", name="示ICP备00000000号").click()
    elif page.locator(".tools summary").count():  # only where the site's address is known
        page.locator(".tools summary").click()
    assert list(Examiner().faults(page, 360, 1440)) == []


def test_a_page_from_disk_says_nothing_to_the_console(page: Page, site: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto((site / CASE).as_uri())
    page.wait_for_load_state("networkidle")
    assert said == []


def test_without_scripts_pages_are_whole(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / NOTICE).as_uri())
    assert page.locator(".tools button:visible").count() == 0
    assert page.locator(".enlarge").count() == 0
    context.close()
