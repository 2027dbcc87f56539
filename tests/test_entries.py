"""Entries from their file to what readers may know of them, and when."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from generator.catalog import Catalog
from generator.exports import cases, linked_data
from generator.model import EditionId, ListKind
from generator.model.record import CaseId
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


def built(root: Path, at: date, *branches: str) -> tuple[str, bool]:
    """All text that a build publishes, and whether it had to build."""
    out = root / "out"
    result = renew(Request(root, out, at, branches=branches, handbooks=False))
    assert result.published
    files = (path for path in out.rglob("*") if path.suffix in (".html", ".json", ".csv", ".xml", ".js", ".ics"))
    return "\n".join(path.read_text("utf-8") for path in files), bool(result.built)


def test_a_portal_of_another_minute_is_not_taken_over(lists: Path, project: Path) -> None:
    """Though it is of the same day, and another one was asked for."""
    page = project / "out/alpha/2026/entries/c4/index.html"
    built(project, minute("19T09:29"))
    for at, there in (("19T09:30", True), ("19T09:31", True), ("19T09:29", False)):
        built(project, minute(at), "beta")
        assert page.exists() is there


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


@pytest.mark.parametrize("harm", ["", "name: [", "name: 甲州分赛"])
def test_a_table_is_checked_though_its_edition_cannot_be_read(lists: Path, harm: str) -> None:
    (lists / "content/alpha/2026/edition.yml").write_text(harm, "utf-8")
    assert load(lists).report.has_errors


def test_who_takes_a_place_is_not_named_before_a_list_does(lists: Path) -> None:
    """C4 stands in no list but that of the winners."""
    assert [change.by for change in catalog(lists).public(date(2026, 8, 17)).entries[EDITION].changes] == [None]
    assert [change.by for change in catalog(lists).public(date(2026, 8, 20)).entries[EDITION].changes] == ["C4"]


def test_a_case_that_is_called_like_another_entry_is_not_lost(lists: Path) -> None:
    table = lists / "content/alpha/2026/entries.csv"
    table.write_text(f"{TABLE}leaf-tally,别的项目,别的单位,综合,,是,,,,\n", "utf-8")
    assert [found.code for found in load(lists).report.errors] == ["entry-mismatch"]


def test_data_files_tell_of_a_case_what_its_row_tells(lists: Path) -> None:
    """B1 is recommended by its row alone."""
    public = catalog(lists).public(date(2026, 8, 20))
    told = {case.id: case.finals for case in cases.case_records(public, EDITION, None)}
    assert told["alpha/2026/river-gauge"] == cases.FinalsResultOut(recommended=True, award=None)
    assert told["alpha/2026/night-bus"] is None
    work = linked_data.creative_work(public, public.cases[CaseId("alpha/2026/kiln-heat-map")], None)
    assert [str(award).rpartition("赛")[2] for award in work["award"]] == ["一等奖", "最佳实践奖", "二等奖"]  # type: ignore[attr-defined]


def test_who_left_counts_for_no_quota(lists: Path) -> None:
    """Nor does who took the place count beside whom it was taken from."""
    folder = lists / "content/alpha/2026"
    awards = (folder / "awards.yml").read_text("utf-8")
    (folder / "awards.yml").write_text(awards.replace("level: 优秀奖, count: 2", "level: 优秀奖, count: 1"), "utf-8")
    rows = "C3,路灯会说话,青岭照明有限公司,综合,优秀奖\nC4,井盖不说谎,临河市政有限公司,综合,优秀奖\n"
    (folder / "entries.csv").write_text(f"编号,项目名称,牵头单位,赛道,拟获奖项\n{rows}", "utf-8")
    shutil.rmtree(folder / "cases")

    def exceeded() -> bool:
        return "quota-exceeded" in {found.code for found in load(lists).report.errors}

    assert not exceeded()
    (folder / "entries.yml").unlink()
    assert exceeded()
