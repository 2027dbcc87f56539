"""Entries from their file to what readers may know of them, and when."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.model import EditionId, ListKind
from generator.project import load
from generator.publish import Request
from generator.publish.renew import renew


def minute(text: str) -> datetime:
    """A minute of August 2026 in Beijing."""
    return datetime.fromisoformat(f"2026-08-{text}")


EDITION = EditionId("alpha/2026")
TABLE = """编号,项目名称,牵头单位,赛道,中小企业,入围,拟获奖项,奖项,推荐总决赛,总决赛奖项
A1,窑温一张图,云上窑业科技有限公司,智能制造,是,是,一等奖,一等奖、最佳实践奖,是,二等奖
B1,村口水尺,甲州理工大学,碧水,否,是,一等奖,一等奖,是,
C1,夜班车随叫随到,临河公交有限公司,综合,是,是,二等奖,二等奖,,
C3,路灯会说话,青岭照明有限公司,综合,是,是,优秀奖,,,
C4,井盖不说谎,临河市政有限公司,综合,是,,,优秀奖,,
"""
LISTS = """lists:
  - {stage: proposed, publish_at: 2026-08-11T09:00, start: 2026-08-11, end: 2026-08-17}
  - {stage: winners, publish_at: 2026-08-19T09:30}
changes:
  - {entry: C3, on: 2026-08-16, kind: replaced, by: C4}
"""


@pytest.fixture
def lists(contest: Path) -> Path:
    """The fabricated contest with entries, whose cases are public a day after the winners."""
    folder = contest / "content/alpha/2026"
    (folder / "entries.csv").write_text(TABLE, encoding="utf-8")
    (folder / "entries.yml").write_text(LISTS, encoding="utf-8")
    awards = folder / "awards.yml"
    text = awards.read_text("utf-8").replace("level: 最佳实践奖, count: 1", "level: 最佳实践奖, count: 2")
    awards.write_text(text.replace("total: 7\n", ""), encoding="utf-8")
    return contest


def catalog(root: Path) -> Catalog:
    found = load(root)
    assert found.report.errors == []
    assert found.catalog
    return found.catalog


def numbers(of: Catalog, kind: ListKind) -> list[str]:
    return [entry.number for entry in of.entries_in(EDITION, kind)]


def test_rows_and_cases_are_one(lists: Path) -> None:
    every = catalog(lists)
    assert [entry.number for entry in every.entries_of(EDITION)] == ["A1", "B1", "C1", "C3", "C4", "leaf-tally"]
    assert every.case_of(EDITION, "A1") == "alpha/2026/kiln-heat-map"
    assert every.case_of(EDITION, "C4") is None
    case = every.cases[every.case_of(EDITION, "leaf-tally")]  # type: ignore[index]
    assert every.entry_of(case.id).awards == (case.award,)  # type: ignore[union-attr]


def test_lists_stand_by_track_and_award(lists: Path) -> None:
    every = catalog(lists)
    assert numbers(every, ListKind.WINNERS) == ["A1", "B1", "C1", "C4", "leaf-tally"]
    assert numbers(every, ListKind.PROPOSED) == ["A1", "B1", "C1", "C3"], "who left later is not forgotten"
    assert numbers(every, ListKind.RECOMMENDED) == ["A1", "B1"]
    assert numbers(every, ListKind.FINALS) == ["A1"]


@pytest.mark.parametrize(
    ("at", "proposed", "winners", "changes"),
    [
        (date(2026, 8, 11), 0, 0, 0),
        (minute("11T08:59"), 0, 0, 0),
        (minute("11T09:00"), 4, 0, 0),
        (minute("15T23:59"), 4, 0, 0),
        (date(2026, 8, 16), 4, 0, 1),
        (minute("19T09:29"), 4, 0, 1),
        (minute("19T09:30"), 4, 4, 1),
        (date(2026, 8, 20), 4, 5, 1),
    ],
)
def test_a_list_is_known_from_its_minute_on(lists: Path, at: date, proposed: int, winners: int, changes: int) -> None:
    public = catalog(lists).public(at)
    assert len(numbers(public, ListKind.PROPOSED)) == proposed
    assert len(numbers(public, ListKind.WINNERS)) == winners
    assert len(public.entries[EDITION].changes) == changes


def built(root: Path, at: date) -> tuple[str, bool]:
    """All text that a build publishes, and whether it had to build."""
    out = root / "out"
    result = renew(Request(root, out, at, handbooks=False))
    assert result.published
    files = (path for path in out.rglob("*") if path.suffix in (".html", ".json", ".csv", ".xml", ".js", ".ics"))
    return "\n".join(path.read_text("utf-8") for path in files), bool(result.built)


def test_nothing_of_a_list_is_published_before_its_minute(lists: Path, project: Path) -> None:
    """In pages, data, feeds or the search index; a second build within the same day is not left alone."""
    before, _ = built(project, minute("19T09:29"))
    assert "路灯会说话" in before
    assert "井盖不说谎" not in before
    again, changed = built(project, minute("19T09:29"))
    assert (again, changed) == (before, False)
    after, changed = built(project, minute("19T09:30"))
    assert changed
    assert "井盖不说谎" in after
    assert "最佳实践奖" in after
