"""The gallery by keyboard: walking through it, typing, input methods, and what screen readers are told."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Open
from tests.browser.gallery import SEARCH, choice, fake_engine, hits, query, ready, total

START = datetime(2026, 11, 1, tzinfo=UTC)
LATER = datetime(2026, 11, 1, 1, tzinfo=UTC)
PAUSE = 120  # milliseconds after which typing has paused


def test_everything_works_by_keyboard(disk: Open) -> None:
    page = ready(disk(SEARCH))
    page.keyboard.press("/")
    expect(query(page)).to_be_focused()
    page.keyboard.type("河流")
    expect(page.locator("[data-gallery-results] mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    links = hits(page).locator("h2 a")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(query(page)).to_be_focused()
    expect(query(page)).to_have_value("河流")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(query(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(query(page)).to_have_value("")
    page.keyboard.type("河流水位")
    page.keyboard.press("Enter")
    expect(page.locator("[data-gallery-results] mark").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**hl=**")


def test_choosing_keeps_the_focus_on_the_choice(disk: Open) -> None:
    page = ready(disk(SEARCH))
    box = choice(page, "kind", "案例").locator("input")
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("kind=case"))
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_the_slash_key_can_be_given_back(visit: Open) -> None:
    page = ready(visit(SEARCH))
    page.get_by_label("在任意页面按").uncheck()
    page.reload()
    page.keyboard.press("/")
    expect(query(page)).not_to_be_focused()
    expect(page.get_by_label("在任意页面按")).not_to_be_checked()


def test_what_is_found_is_announced(disk: Open) -> None:
    page = ready(disk(SEARCH))
    query(page).fill("河流水位")
    expect(page).to_have_url(re.compile("q="))
    expect(page.locator("[data-gallery-live]")).to_have_text(f"找到 {total(page)} 条结果")


@pytest.fixture
def faked(context: BrowserContext, page: Page, server: str, errors: list[str]) -> Page:
    """A search page whose engine answers as tests say, and whose clock stands still."""
    fake_engine(page)
    page.clock.install(time=START)
    page.goto(server + SEARCH)
    expect(hits(page)).to_have_text(re.compile("答："))
    page.clock.pause_at(LATER)
    return page


def test_late_answers_are_dropped(faked: Page) -> None:
    for text in ("慢", "快"):
        query(faked).fill(text)
        faked.clock.run_for(PAUSE)
    expect(hits(faked)).to_have_text(re.compile("答：快"))
    assert faked.evaluate("asked") == ["", "慢", "快"]
    faked.evaluate("answers['慢']()")
    faked.clock.run_for(PAUSE)
    assert "答：快" in hits(faked).inner_text()


def test_slow_answers_are_awaited_in_words(page: Page, server: str, errors: list[str]) -> None:
    fake_engine(page)
    page.goto(f"{server}{SEARCH}?q=慢")
    expect(page.locator(".gallery__waiting")).to_have_text("正在检索…")
    page.evaluate("answers['慢']()")
    expect(hits(page)).to_have_text(re.compile("答：慢"))
    expect(page.locator(".gallery__waiting")).to_have_count(0)


def test_an_input_method_is_left_to_compose(faked: Page) -> None:
    client = faked.context.new_cdp_session(faked)
    query(faked).focus()
    for typed in ("h", "he", "he l", "he liu"):
        client.send(
            "Input.imeSetComposition", {"text": typed, "selectionStart": len(typed), "selectionEnd": len(typed)}
        )
        faked.clock.run_for(PAUSE * 2)
    assert faked.evaluate("asked") == [""]
    client.send("Input.insertText", {"text": "河流"})
    faked.clock.run_for(PAUSE)
    expect(hits(faked)).to_have_text(re.compile("答：河流"))
    assert faked.evaluate("asked") == ["", "河流"]


def test_typing_is_asked_for_once(faked: Page) -> None:
    for letter in "数据要素":
        query(faked).press_sequentially(letter)
        faked.clock.run_for(PAUSE - 20)
    assert faked.evaluate("asked") == [""]
    faked.clock.run_for(20)
    expect(hits(faked)).to_have_text(re.compile("答：数据要素"))
    assert faked.evaluate("asked") == ["", "数据要素"]
