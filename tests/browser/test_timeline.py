"""The timeline held against the reader's clock, and what stands there without scripts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.project import load
from generator.site.facts import site as views_of
from generator.views.parts.today import standing
from tests.views.test_today import DAYS, ROOT

pytestmark = pytest.mark.usefixtures("context")  # which has the clock of its pages


def _open(page: Page, site: Path, path: str, now: str) -> None:
    page.clock.set_fixed_time(now)
    page.goto((site / path).as_uri())


@pytest.mark.parametrize(
    ("now", "title", "left"),
    [
        ("2026-07-10T04:00:00Z", "报名进行中", "距报名截止还有8天"),
        ("2026-07-18T15:59:00Z", "报名即将截止", "报名今天截止。"),
        ("2026-07-18T16:01:00Z", "评审阶段", "距本阶段结束还有8天"),  # midnight in Shanghai has passed
        ("2026-06-20T04:00:00Z", "报名尚未开始", "距报名开始还有2天"),
        ("2026-08-19T04:00:00Z", "赛程进行中", "距开始还有2天"),
        ("2026-08-21T03:59:00Z", "决赛阶段", "本阶段今天12:00结束。"),
    ],
)
def test_home_says_where_the_contest_stands_and_counts_days(
    page: Page, site: Path, now: str, title: str, left: str
) -> None:
    _open(page, site, "liaoning/index.html", now)
    assert page.locator(".standing:visible .standing__title").inner_text() == title
    assert page.locator(".standing:visible .standing__left").inner_text().replace(" ", "") == left


def test_scripts_show_what_a_build_of_that_day_would_show(page: Page, site: Path) -> None:
    """But for what has become public since then, which the site has. What stands there is said anew by each run."""
    catalog = load(ROOT).catalog
    assert catalog
    catalog = catalog.public(date.today())  # noqa: DTZ011 - as the site
    for edition in catalog.editions.values():
        _open(page, site, f"{edition.id}/index.html", "2000-01-01T00:00:00Z")
        source = page.locator("script[src*='/portal.']").get_attribute("src")
        script = (site / edition.id / (source or "")).read_text("utf-8")
        for day in (date.fromisoformat(f"{edition.year}-{day}") for day in DAYS):
            page.clock.set_fixed_time(f"{day - timedelta(days=1)}T16:00:30Z")
            page.evaluate(script)
            views = views_of(ROOT, replace(catalog, on=day), None, shown=())
            line = next(line for line in standing(views, edition) if line.shown)
            told = page.locator(".standing:visible p:not(.standing__left)").all_inner_texts()
            assert told == [line.title, *line.sentences, line.action.label], (edition.id, day)


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
    _open(page, site, "liaoning/2026/contact/index.html", "2026-07-18T15:59:00Z")
    assert page.get_by_role("link", name="前往报名平台").is_visible()
    _open(page, site, "liaoning/2026/contact/index.html", "2026-07-19T04:00:00Z")
    assert page.get_by_role("link", name="报名平台（报名已截止）").is_visible()
    assert not page.get_by_role("link", name="前往报名平台").is_visible()


def test_what_is_not_known_of_results_is_not_claimed(page: Page, site: Path) -> None:
    _open(page, site, "ningxia/2026/winners/index.html", "2026-08-20T04:00:00Z")
    assert page.get_by_text("本站还没有本届获奖结果；通知安排的颁奖仪式在8月24日—8月29日。").is_visible()
    _open(page, site, "ningxia/2026/winners/index.html", "2026-09-20T04:00:00Z")
    assert page.get_by_text("本站尚未收录本届获奖结果，请以主办单位公布为准。").is_visible()


def test_without_scripts_stands_what_was_so_on_the_day_of_the_build(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "liaoning/index.html").as_uri())
    panel = page.locator(".now")
    assert "本届赛程已结束8月29日起" in panel.inner_text().replace("\n", "")
    assert page.get_by_text("进行中").count() == 0 or not page.get_by_text("进行中").first.is_visible()
    assert page.get_by_role("navigation", name="栏目").is_visible()
    assert not page.get_by_role("button", name="菜单").is_visible()
    context.close()
