"""Broken indexes, strange queries and hostile records: told to the reader, and never more than text."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.gallery import (
    CASES,
    ENGINE,
    INDEX_FILES,
    SEARCH,
    STRANGE,
    fake_engine,
    header,
    hits,
    query,
    ready,
    total,
    until,
)


@pytest.mark.parametrize("address", [SEARCH, CASES])
@pytest.mark.parametrize("fault", ["missing", "damaged", "no engine"])
def test_a_broken_index_is_told_and_can_be_retried(
    page: Page, server: str, address: str, fault: str, errors: list[str]
) -> None:
    def answer(route: Route) -> None:
        if fault == "damaged":
            route.fulfill(body="/* 损坏 */", content_type="text/javascript")
        else:
            route.abort()

    broken = ENGINE if fault == "no engine" else INDEX_FILES
    page.route(broken, answer)
    page.goto(f"{server}{address}?q={quote('河流')}")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(re.compile("[一-鿿]"))
    expect(page.locator("[data-gallery-list] a").first).to_be_visible()
    if address == CASES:
        expect(page.get_by_role("navigation", name="按赛道筛选")).to_be_visible()
    page.unroute(broken)
    alert.get_by_role("button", name="重试").click()
    expect(hits(page).first).to_be_visible()
    expect(alert).to_have_count(0)


def test_the_header_tells_a_broken_index_too(page: Page, server: str, errors: list[str]) -> None:
    page.route(INDEX_FILES, lambda route: route.abort())
    page.goto(server + "demo/index.html")
    header(page).fill("河流")
    again = page.locator("#site-search").get_by_role("button", name="重试")
    expect(again).to_be_visible()
    page.unroute(INDEX_FILES)
    again.click()
    expect(page.get_by_role("option").first).to_be_visible()


def test_strange_queries_are_only_text(disk: Open) -> None:
    for text in STRANGE:
        page = ready(disk(f"{SEARCH}?q={quote(text)}"))
        total(page)
        assert page.evaluate("window.hurt") is None, text
        assert page.locator(".gallery img[src=x], .site-search img, .gallery script").count() == 0, text


def test_strange_texts_may_be_typed(disk: Open) -> None:
    page = ready(disk(SEARCH))
    said = page.locator("#site-search [role=status]")
    for text in STRANGE:
        query(page).fill(text)
        until(page, "(text) => new URLSearchParams(location.search).get('q') === text", text[:300].strip())
        total(page)
        header(page).fill("")
        expect(said).to_have_text("")
        header(page).fill(text)
        expect(said).to_have_text(re.compile("找到|没有"))
        assert page.evaluate("window.hurt") is None, text
        assert page.locator(".gallery img[src=x], .site-search img, .gallery script").count() == 0, text


def test_a_hostile_record_is_only_text(page: Page, server: str, errors: list[str]) -> None:
    fake_engine(page, title="'<img src=x onerror=window.hurt=1>'")
    page.goto(f"{server}{SEARCH}?q=x")
    expect(hits(page)).to_contain_text("<img src=x")
    header(page).fill("x")
    expect(page.get_by_role("option").first).to_contain_text("<img src=x")
    assert page.evaluate("window.hurt") is None
