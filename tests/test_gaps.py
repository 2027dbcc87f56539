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


def test_a_record_is_there_without_what_is_still_to_be_found(contest: Path) -> None:
    """Its other facts can be looked at; nothing with a gap is published, for the gap is an error."""
    edition = contest / "content/alpha/2026/edition.yml"
    text = edition.read_text("utf-8").replace("quota: 2", "quota: 待补充")
    edition.write_text(text + "results: {url: 待补充：网址}\nattachments: [待补充]\n", "utf-8")
    project = load(contest)
    assert {found.code for found in project.report.errors} == {"to-do"}
    assert project.catalog is not None
    read = next(each for each in project.catalog.editions.values() if each.id == "alpha/2026")
    assert read.results
    assert (read.results.url, read.attachments) == (None, ())
    assert (read.finals.quota, read.finals.sme_min_share) == (None, 0.5)
