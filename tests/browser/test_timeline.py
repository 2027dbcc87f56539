"""The timeline held against the reader's clock, and what stands there without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page


def _open(page: Page, site: Path, path: str, now: str) -> None:
    page.clock.set_fixed_time(now)
    page.goto((site / path).as_uri())


@pytest.mark.parametrize(
    ("now", "phase", "left"),
    [
        ("2026-07-10T04:00:00Z", "启动报名", "距截止还有8天"),
        ("2026-07-18T15:59:00Z", "启动报名", "今天截止"),
        ("2026-07-18T16:01:00Z", "初赛评审", "距截止还有8天"),  # midnight in Shanghai has passed
        ("2026-06-20T04:00:00Z", "启动报名", "距开始还有2天"),
        ("2026-08-19T04:00:00Z", "决赛评审", "距开始还有2天"),
        ("2026-09-30T04:00:00Z", "本届赛程已结束", "以下为本届全部赛程。"),
    ],
)
def test_home_names_the_phase_of_today(page: Page, site: Path, now: str, phase: str, left: str) -> None:
    _open(page, site, "liaoning/index.html", now)
    assert page.locator(".now__name").inner_text() == phase
    assert page.locator(".now__left").inner_text().replace(" ", "") == left


def test_phases_are_past_now_and_next(page: Page, site: Path) -> None:
    _open(page, site, "liaoning/2026/timeline/index.html", "2026-07-20T04:00:00Z")
    states = page.locator("[data-phase]").evaluate_all("items => items.map(item => item.dataset.state)")
    assert states == ["past", "now", "next", "future", "future", "future", "future"]


def test_vague_phases_are_worded_as_in_the_notice(page: Page, site: Path) -> None:
    _open(page, site, "guangdong/2026/timeline/index.html", "2026-06-25T04:00:00Z")
    running = page.locator("[data-phase][data-state=now]")
    assert running.locator(".phase__when").inner_text() == "6月中旬至7月上旬"
    assert running.locator(".phase__state").inner_text() == "预计进行中"
    assert page.get_by_text("具体日期以主办方后续公布为准").is_visible()


def test_registration_closes(page: Page, site: Path) -> None:
    _open(page, site, "liaoning/index.html", "2026-07-19T04:00:00Z")
    assert page.get_by_role("link", name="报名平台（报名已截止）").is_visible()


def test_without_scripts_the_dates_stand_there_and_nothing_is_claimed(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "liaoning/index.html").as_uri())
    panel = page.locator(".now")
    assert "6月22日—7月18日" in panel.inner_text()
    assert "8月21日上午" in panel.inner_text()
    assert page.get_by_text("进行中").count() == 0
    assert page.get_by_role("navigation", name="栏目").is_visible()
    assert not page.get_by_role("button", name="菜单").is_visible()
    context.close()
