"""Marks of what is still to be found: where they stand, and that nothing with one is published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.content.gaps import is_gap
from generator.project import load

CASE = "content/alpha/2026/cases/night-bus/index.md"


@pytest.mark.parametrize(
    "text",
    [
        "待补充",
        "待补充：文号",
        "待核对：2026年7月",
        "第一段。\n\n待补充",
        "- 待补充：服务了多少企业",
        "1. 待核对：三家",
        "| 产量 | 待补充 |",
        "![待补充：图中内容](flow.png)",
        "投入（待补充）万元",
        "投入【待核对：三百】万元",
    ],
)
def test_a_mark_is_seen(text: str) -> None:
    assert is_gap(text)


@pytest.mark.parametrize(
    "text", ["", "待补充的材料另附", "名单待核对", "等待补充", "对待补充材料，", "有待补充：三项", 7]
)
def test_prose_is_no_mark(text: object) -> None:
    assert not is_gap(text)


def test_a_draft_without_its_track_has_no_page_even_in_a_preview(contest: Path) -> None:
    case = contest / CASE
    case.write_text(case.read_text("utf-8").replace("demo: true", "demo: true\ndraft: true"), "utf-8")
    catalog = load(contest).catalog
    assert catalog is not None
    assert "alpha/2026/night-bus" in catalog.public(date(2026, 9, 1), drafts=True).cases
    text = case.read_text("utf-8").replace("track: common-good", "track: 待补充").replace("topic: 夜间公交\n", "")
    case.write_text(text, "utf-8")
    project = load(contest)
    assert project.catalog is not None
    assert not project.report.has_errors
    assert "alpha/2026/night-bus" not in project.catalog.public(date(2026, 9, 1), drafts=True).cases
