"""What a preview shows while some content is wrong."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from generator.catalog import mixed
from generator.model import EditionId
from generator.project import load

EDITION = EditionId("alpha/2026")


def test_all_of_a_broken_branch_is_as_it_was(contest: Path) -> None:
    folder = contest / "content" / EDITION
    table = "编号,项目名称,牵头单位,赛道,入围\nA9,井盖不说谎,临河市政有限公司,综合,是\n"
    (folder / "entries.csv").write_text(table, "utf-8")
    (folder / "statistics.yml").write_text("submitted: {total: 30}\nsource: 组委会\n", "utf-8")
    good = load(contest).catalog
    assert good
    (folder / "entries.csv").write_text(table.replace("综合", "没有的赛道"), "utf-8")
    (folder / "statistics.yml").write_text("submitted: {total: 0}\nsource: 组委会\n", "utf-8")
    now = load(contest).catalog
    assert now
    both = mixed.without(now, {"alpha"}, good)
    for each in (each.name for each in fields(good)):
        assert getattr(both, each) == getattr(good, each), each
    assert not mixed.without(now, {"alpha"}, None).entries
