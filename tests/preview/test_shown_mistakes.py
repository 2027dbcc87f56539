"""What a preview shows while some content is wrong."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from generator.catalog import mixed
from generator.diagnostics import Diagnostic, Span
from generator.model import CaseId, EditionId
from generator.preview.session import Asked, Session, _problem
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


def test_gaps_and_full_quotas_are_in_no_previews_way(contest: Path) -> None:
    """What is not finished is shown as far as it is there, and listed."""
    case = contest / "content" / EDITION / "cases/night-bus/index.md"
    written = case.read_text("utf-8").replace("summary: ", "summary: 待补充：").replace("二等奖", "一等奖")
    written = written.replace("common-good", "smart-factory").replace("topic: 夜间公交\n", "")
    case.write_text(written, "utf-8")
    timeline = contest / "content/beta/2026/timeline.yml"
    session = Session(Asked(contest, lambda: date(2026, 9, 1)), "http://127.0.0.1/", lambda _: None)
    session.load()
    assert {found.code for found in session.report.errors} >= {"to-do", "quota-exceeded"}
    assert session.showing
    assert "待补充：" in session.showing.site.catalog.cases[CaseId(f"{EDITION}/night-bus")].summary
    timeline.write_text(timeline.read_text("utf-8").replace("start: 2026-07-01", "start: 待补充"), "utf-8")
    session.load(frozenset({str(timeline)}))
    assert session.showing.site.catalog.timelines[EditionId("beta/2026")].phases[0].start is None


def test_the_terminal_tells_what_changed(contest: Path) -> None:
    """What stays is counted, and what a broken file keeps from being looked at is neither gone nor new again."""
    said: list[str] = []
    session = Session(Asked(contest, lambda: date(2026, 9, 1)), "http://127.0.0.1/", said.append)
    case = contest / "content" / EDITION / "cases/night-bus/index.md"
    sound = case.read_text("utf-8")

    def saved(text: str) -> str:
        said.clear()
        case.write_text(text, "utf-8")
        session.load(frozenset({str(case)}))
        return "\n".join(said[:-1])

    extra = sound + "\n## 题外话\n\n一句。\n"
    assert "警告[extra-section]" in saved(extra), "at first everything"
    assert saved(extra + "\n再一句。\n") == "1 个警告没有变，portal check 列出全部"
    broken = saved(extra.replace("title:", "title："))
    assert "错误[fullwidth-colon]" in broken
    assert "已没有" not in broken
    mended = saved(extra)
    assert "已没有" in mended
    assert "提示" not in mended
    assert mended.endswith("减少 1 个错误；1 个警告没有变，portal check 列出全部")
    assert saved(sound).endswith("\n减少 1 个警告")
    assert saved(sound) == ""


@pytest.mark.parametrize(
    ("root", "link"),
    [
        (PurePosixPath("/home/大 赛"), "vscode://file/home/%E5%A4%A7%20%E8%B5%9B/content/demo/2026/faq.yml:2:3"),
        (PureWindowsPath("C:\\大 赛"), "vscode://file/C:/%E5%A4%A7%20%E8%B5%9B/content/demo/2026/faq.yml:2:3"),
    ],
)
def test_a_click_opens_the_place_on_every_system(root: Path, link: str) -> None:
    found = Diagnostic("to-do", Span("content/demo/2026/faq.yml", 2, 3), "待补充")
    assert _problem(root, found)["editor"] == link
