"""`entries.csv` as spreadsheet programs and people write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import tables
from generator.diagnostics import Report, Span
from generator.model import Contest
from generator.model.contest import Entrants
from generator.project import load

HEAD = "编号,项目名称,牵头单位,赛道,中小企业,奖项"
ROW = "A1,窑温一张图,云上窑业科技有限公司,智能制造,是,一等奖、最佳实践奖"
CONTEST = Contest.model_validate(
    {
        "name": "“数据要素×”大赛",
        "name_forms": {"national": "全国", "branch": "分赛"},
        "site": {"title": "门户", "mark": "数", "colours": {"primary": "#12466b", "accent": "#a34a00"}},
    }
)
TRACKS = {"智能制造": "smart-factory"}
READ = {
    "number": "A1",
    "title": "窑温一张图",
    "unit": "云上窑业科技有限公司",
    "track": "smart-factory",
    "sme": True,
    "awards": ("一等奖", "最佳实践奖"),
}


def rows(raw: bytes, contest: Contest = CONTEST) -> tuple[dict[str, object], ...]:
    report = Report()
    document = tables.entries("entries.csv", raw, contest, TRACKS, report)
    assert report.diagnostics == []
    assert document
    return document.data["entries"]  # type: ignore[no-any-return]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_what_spreadsheet_programs_write_is_read(encoding: str, end: str, between: str) -> None:
    text = end.join([HEAD, ROW, ""]).replace(",", between)
    assert rows(text.encode(encoding)) == (READ,)


def test_officialdom_in_cells_is_understood() -> None:
    """Numbering, blanks around, dashes for nothing, ticks, rows without anything, quoted commas and line ends."""
    table = "序号,编号,项目名称,牵头单位,合作单位,赛道,中小企业,奖项,备注\n"
    table += '1, A1 ,"窑温,一张图",某某有限公司,"甲所\n乙所",smart-factory,√,／,随便写\n,,,,,,,,\n'
    assert rows(table.encode()) == (
        {
            "number": "A1",
            "title": "窑温,一张图",
            "unit": "某某有限公司",
            "partners": ("甲所", "乙所"),
            "track": "smart-factory",
            "sme": True,
        },
    )


def told(table: str) -> list[tuple[Span, str]]:
    report = Report()
    tables.entries("e.csv", table.encode(), CONTEST, TRACKS, report)
    return [(found.at, found.message) for found in report.diagnostics]


def test_persons_who_enter_by_themselves_have_no_unit() -> None:
    persons = CONTEST.model_copy(update={"entrants": Entrants(unit=False)})
    table = f"{HEAD}\n{ROW.replace('云上窑业科技有限公司', '个人')}".encode()
    assert [row.get("unit") for contest in (CONTEST, persons) for row in rows(table, contest)] == ["个人", None]


def test_a_table_as_offices_make_it_is_read() -> None:
    """A heading above the names of columns; usual other names; full-width numbers; wrapped cells."""
    table = "2026年获奖名单,,,,,,\n填报单位：某某,,,,,,\n,,,,,,\n"
    table += "序号,项目编号,作品名称,申报单位,联合单位,所属赛道,是否中小企业（是/否）,获奖等级\n"
    table += '１,Ａ１,"窑温\n一张图",云上窑业科技有限公司,甲所/乙所,智能制造赛道,是,一等奖、最佳实践奖\n'
    for title in ("作品名称", "论文题目"):
        assert rows(table.replace("作品名称", title).encode()) == (READ | {"partners": ("甲所", "乙所")},)


def test_what_merged_cells_leave_is_told_once() -> None:
    table = f"{HEAD}\n{ROW}\n" + "".join(f"B{n},项目{n},某某所,,,一等奖\n" for n in range(3)) + "\n合计,,,,,\n"
    assert told(table) == [
        (Span("e.csv", 3, 4), "第 3—5 行的“赛道”是空的"),
        (Span("e.csv", 7, 1), "这一行是合计，不是项目"),
    ]


@pytest.mark.parametrize(
    ("head", "place", "message"),
    [
        (f"{HEAD},获奖等级", 7, "列“获奖等级”与“奖项”是同一列"),
        (f"{HEAD},奖项", 7, "列“奖项”出现了两次"),
        (f"{HEAD},联系电话", 7, "不认识的列“联系电话”"),
    ],
)
def test_columns_that_are_too_many_are_told(head: str, place: int, message: str) -> None:
    assert told(f"{head}\n") == [(Span("e.csv", 1, place), message)]


def test_nothing_below_a_column_without_a_name_is_lost_in_silence() -> None:
    assert told(f"{HEAD},\n{ROW},\nA2,灯塔,甲所,智能制造,,一等奖,乙所\n") == [
        (Span("e.csv", 3, 7), "第 7 列没有列名，却有内容")
    ]


def test_a_mistake_is_told_by_row_and_column() -> None:
    report = Report()
    tables.entries("e.csv", f"{HEAD}\n\n{ROW.replace('是', '也许')}\n".encode(), CONTEST, TRACKS, report)
    assert [(found.at, "第 3 行的“中小企业”" in found.message) for found in report.diagnostics] == [
        (Span("e.csv", 3, 5), True)
    ]


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"{HEAD}\n{text}".encode(errors="ignore")))
def test_nothing_that_stands_in_a_file_is_a_fault_of_the_program(raw: bytes) -> None:
    tables.entries("entries.csv", raw, CONTEST, TRACKS, Report())


def test_all_mistakes_of_a_long_table_are_told_at_once(contest: Path) -> None:
    lines = [HEAD, *(f"B{n},项目{n},某某{n}有限公司,没有的赛道,也许,特等奖" for n in range(2000))]
    (contest / "content/alpha/2026/entries.csv").write_text("\n".join(lines), encoding="utf-8")
    codes = [found.code for found in load(contest).report.errors]
    assert [codes.count(code) for code in ("unknown-track", "invalid-value", "unknown-award")] == [2000, 2000, 2000]
