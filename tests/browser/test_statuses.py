"""The hub's branches by what they are about now."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

CARDS = ".branch-card:visible h3 a"

pytestmark = pytest.mark.usefixtures("context")  # which has the clock of its pages


@pytest.mark.parametrize(
    ("now", "status", "names"),
    [
        ("2026-07-10T04:00:00Z", "open", ["辽宁省"]),
        ("2026-07-15T04:00:00Z", "closing", ["辽宁省"]),
        ("2026-07-15T04:00:00Z", "open", []),
        ("2026-12-30T04:00:00Z", "before", []),
    ],
)
def test_branches_are_narrowed_by_the_readers_clock(
    page: Page, site: Path, now: str, status: str, names: list[str]
) -> None:
    page.clock.set_fixed_time(now)
    page.goto((site / "index.html").as_uri())
    everything = page.locator(CARDS).all_inner_texts()
    page.get_by_label("现在的状态").select_option(status)
    assert [name for name in page.locator(CARDS).all_inner_texts() if name != "广东省"] == names
    expect(page.locator("[data-statuses-count]")).not_to_be_empty()
    page.get_by_label("现在的状态").select_option("")
    assert page.locator(CARDS).all_inner_texts() == everything


def test_without_scripts_all_branches_stand_with_their_standing(browser: Browser, site: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((site / "index.html").as_uri())
    cards = page.locator(".branch-card")
    assert cards.count() == page.locator(".branch-card .standing:visible").count() > 1
    assert not page.locator("form[data-statuses]").is_visible()
    page.context.close()
