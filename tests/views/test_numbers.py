"""An edition in numbers: what was recorded, and no bar for what was not."""

from __future__ import annotations

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

from generator.model import EditionId
from generator.model.moment import begins
from generator.project import load
from generator.site.facts import site
from generator.views.pages.numbers import StatisticsView, statistics

ALPHA = EditionId("alpha/2026")
MINUTE = begins(datetime.fromisoformat("2026-07-25T09:00"))
FIGURES = """
submitted:
  total: 20
  by_track: {smart-factory: 9, clear-water: 6, common-good: 5}
source: 甲州分赛报名平台
"""


def numbers(contest: Path) -> StatisticsView:
    project = load(contest)
    assert project.catalog
    assert not project.report.has_errors, project.report.to_text()
    made = site(contest, project.catalog, None)
    return statistics(made, made.catalog.editions[ALPHA])


def test_lists_are_counted_and_what_was_handed_in_is_told(contest: Path) -> None:
    (contest / "content/alpha/2026/statistics.yml").write_text(FIGURES, "utf-8")
    view = numbers(contest)
    assert (view.figures[0].label, view.figures[0].value) == ("报送项目", "20")
    tracks = next(table for table in view.tables if table.id == "tracks")
    assert tracks.columns[:2] == ("报送", "获奖")
    assert [cells[0].text for _, cells in tracks.rows] == ["9", "6", "5"]
    assert [cells[0].width for _, cells in tracks.rows] == [100, 66.67, 55.56]
    assert tracks.total[0].text == "20"


def test_without_figures_nothing_is_said_of_them(contest: Path) -> None:
    view = numbers(contest)
    assert view.source is None
    assert all("报送" not in table.columns for table in view.tables)
    assert not view.is_sparse


def test_years_that_lack_a_number_have_no_bar_for_it(contest: Path) -> None:
    year = contest / "content/alpha/2025"
    shutil.copytree(contest / "content/alpha/2026", year)
    shutil.rmtree(year / "cases")
    shutil.rmtree(year / "notices")
    for name in ("edition.yml", "timeline.yml"):
        (year / name).write_text((year / name).read_text("utf-8").replace("2026", "2025"), "utf-8")
    (year / "statistics.yml").write_text("submitted: {total: 7}\nsource: 甲州分赛报名平台\n", "utf-8")
    view = numbers(contest)
    assert view.years
    handed_in = {name: cells[0] for name, cells in view.years.rows}
    assert (handed_in["2026年"].text, handed_in["2026年"].width) == ("—", None)
    assert view.is_sparse
    assert (handed_in["2025年"].text, handed_in["2025年"].width) == ("7", 100)


def test_figures_under_embargo_are_nowhere_until_their_minute(contest: Path) -> None:
    path = contest / "content/alpha/2026/statistics.yml"
    path.write_text(f"{FIGURES}publish_at: 2026-07-25T09:00\n", "utf-8")
    (contest / "content/alpha/2026/notices/2026-07-01-figures.md").write_text(
        "---\ntitle: 数字\ndate: 2026-07-01\ndemo: true\n---\n见[统计](record:statistics)。\n", "utf-8"
    )
    project = load(contest)
    assert project.catalog
    assert [each.code for each in project.report.diagnostics] == ["dead-link"]
    before, after = (project.catalog.public(moment) for moment in (MINUTE - timedelta(hours=1), MINUTE))
    assert not before.statistics
    assert after.statistics[ALPHA].submitted.total == 20
    assert before.readable != after.readable
    assert project.catalog.due(begins(date(2026, 7, 25))) == MINUTE
