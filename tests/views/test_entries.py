"""Pages of lists and of their entries."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model import EditionId, ListKind
from generator.model.record import CaseId
from generator.project import load
from generator.site.facts import site
from generator.views import Site
from generator.views.pages.entries import entry_list, page
from generator.views.parts import today

EDITION = EditionId("alpha/2026")
HEAD = "编号,项目名称,牵头单位,赛道,拟获奖项,奖项,推荐总决赛,案例\n"


def facts(contest: Path, rows: str, lists: str = "") -> Site:
    """The fabricated contest in autumn with entries."""
    folder = contest / "content" / EDITION
    (folder / "entries.csv").write_text(HEAD + rows, "utf-8")
    (folder / "entries.yml").write_text(lists, "utf-8")
    project = load(contest)
    assert project.catalog
    assert project.report.errors == []
    return site(contest, project.catalog.public(date(2026, 8, 20)), None, shown=())


def test_a_list_that_has_no_entries_yet_is_led_to_by_nothing(contest: Path) -> None:
    """Its page is not there."""
    lists = "lists: [{stage: proposed, start: 2026-08-01, end: 2026-08-31}]"
    made = facts(contest, "A9,井盖不说谎,临河市政有限公司,综合,,优秀奖,,\n", lists)
    lines = today.standing(made, made.catalog.editions[EDITION])
    assert not [line for line in lines if line.action.address and "lists/proposed" in line.action.address]


def test_every_entry_of_a_fabricated_edition_is_marked_so(contest: Path) -> None:
    """XX are the initials of 小学 in its number, and no hole that is still to be filled."""
    made = facts(contest, "XX-01,井盖不说谎,临河市政有限公司,综合,,优秀奖,,\n")
    edition = made.catalog.editions[EDITION]
    rows = [row for track in entry_list(made, edition, ListKind.WINNERS).tracks for row in track.rows]
    assert len(rows) > 1
    assert all(row.demo for row in rows)
    assert page(made, edition, "XX-01").demo


@pytest.mark.parametrize("first", [True, False])
def test_projects_of_one_name_are_told_apart_by_their_unit(contest: Path, first: bool) -> None:
    rows = [
        "A1,窑温一张图,云上窑业科技有限公司,智能制造,,一等奖,是,\n",
        "A2,窑温一张图,青岭照明有限公司,综合,,优秀奖,,\n",
    ]
    catalog = facts(contest, "".join(rows if first else rows[::-1])).catalog
    assert catalog.case_of(EDITION, "A1") == "alpha/2026/kiln-heat-map"
    assert catalog.case_of(EDITION, "A2") is None
    entry = catalog.entry_of(CaseId("alpha/2026/kiln-heat-map"))
    assert entry
    assert entry.number == "A1"
