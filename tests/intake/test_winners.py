"""Tables of winners as offices keep them: what is read, asked, told, written, and written again."""

from __future__ import annotations

import csv
import io
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.commands.cli import main
from generator.intake.winners import comparing
from generator.intake.winners.comparing import Import, Wish
from generator.intake.winners.meaning import Question
from generator.machine.apart import Refused
from generator.model import EditionId, ListKind
from generator.project import load
from tests import whole
from tests.intake.office_files import converted

EDITION = EditionId("alpha/2026")
HEAD = ["序号", "项目名称", "申报单位", "所属赛道", "获奖等级"]
Cells = Sequence[object]


def nobody(_: Question) -> None:
    return None


def book(path: Path, rows: Iterable[Cells], merged: Iterable[str] = (), name: str = "名单") -> Path:
    made = openpyxl.load_workbook(path) if path.exists() else openpyxl.Workbook()
    sheet = made.create_sheet(name)
    if "Sheet" in made.sheetnames:
        del made["Sheet"]
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    made.save(path)
    return path


@pytest.fixture
def wish(contest: Path) -> Callable[..., Wish]:
    """A contest whose only winners are those that are imported."""
    shutil.rmtree(contest / "content/alpha/2026/cases")

    def make(**given: object) -> Wish:
        catalog = load(contest).catalog
        assert catalog is not None
        return Wish(catalog, contest / "content" / EDITION, EDITION, **given)  # type: ignore[arg-type]

    return make


def rows(wish: Wish) -> list[dict[str, str]]:
    text = (wish.folder / "entries.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def told(found: Import) -> list[str]:
    return [str(problem).partition("\n")[0] for problem in found.problems]


def test_a_table_of_an_office(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        [
            ["附件2"],
            ["甲州分赛获奖项目名单"],
            ["序号", "作品名称", "申报单位", None, "联系人", "获奖等级", "推荐单位"],
            [None, None, "牵头", "合作", None, None, None],
            [1, "窑炉热力图", "临河陶瓷有限公司", "甲州大学/甲州钢铁有限公司", "王某", "一等", "某局"],
            [2, "轧机 一本账", "甲州钢铁有限公司", "无", "李某", "2等奖", "某局"],
            [3, "注塑一次准", "临河塑料厂", None, None, None, "某局"],
            ["小计", "3"],
            ["序号", "作品名称", "牵头", "合作", "联系人", "获奖等级", "推荐单位"],
            [4, "一片叶子", "临河茶厂", None, None, "优秀奖", None],
            ["合 计", "共4项"],
            ["注：排名不分先后"],
        ],
        ["A2:G2", "C3:D3", *(f"{column}3:{column}4" for column in "ABEFG"), "F6:F7"],
        "智能制造赛道",
    )
    found = comparing.prepare(path, wish(), nobody)
    assert told(found) == []
    assert "没有读入有关个人的列：联系人" in "\n".join(found.notes)
    assert "没有读入不认识的列：推荐单位" in "\n".join(found.notes)
    assert "2 行小计、合计、1 行重复的表头" in "\n".join(found.notes)
    assert "“注：排名不分先后”" in "\n".join(found.notes)
    found.write(wish().folder)
    assert [(row["编号"], row["项目名称"], row["奖项"], row["赛道"]) for row in rows(wish())] == [
        ("ZN-001", "窑炉热力图", "一等奖", "智能制造"),
        ("ZN-002", "轧机 一本账", "二等奖", "智能制造"),
        ("ZN-003", "注塑一次准", "二等奖", "智能制造"),
        ("ZN-004", "一片叶子", "优秀奖", "智能制造"),
    ]
    assert rows(wish())[0]["合作单位"] == "甲州大学、甲州钢铁有限公司"
    assert "王某" not in (wish().folder / "entries.csv").read_text("utf-8")
    assert load(wish().folder.parents[2]).catalog is not None


def test_a_project_that_stands_twice_is_told(wish: Callable[..., Wish], tmp_path: Path) -> None:
    line = ["窑炉热力图", "临河陶瓷有限公司", "智能制造", "一等奖"]
    path = book(tmp_path / "w.xlsx", [HEAD, [1, *line], [2, *line]])
    assert told(comparing.prepare(path, wish(), nobody)) == ["“名单”表 A3：与 “名单”表 A2 重复"]


def test_headings_within_a_sheet(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        [
            ["项目名称", "参赛单位（全称）", "是否中小微企业"],
            ["一、智能制造赛道"],
            ["（一）一等奖（1项）"],
            ["窑炉热力图", "临河陶瓷有限公司", "是"],
            ["（二）二等奖（1项）"],
            ["轧机一本账", "甲州钢铁有限公司", "×"],
            ["二、“知行数据”碧水赛道"],
            ["水位早知道", "临河水务局、甲州水文站", None],
            ["综合赛道优秀奖"],
            ["夜班车", "临河公交有限公司", None],
        ],
    )
    found = comparing.prepare(path, wish(), nobody)
    assert told(found) == []
    new = list(found.changes.new.values())
    assert [(each["track"], each.get("awards")) for each in new] == [
        ("智能制造", "一等奖"),
        ("智能制造", "二等奖"),
        ("碧水", None),  # a track's heading ends the award above it
        ("综合", "优秀奖"),
    ]
    assert [each.get("sme") for each in new] == ["是", "否", None, None]
    assert (new[2]["unit"], new[2]["partners"]) == ("临河水务局", "甲州水文站")


def test_every_problem_at_once_by_sheet_and_cell(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    book(path, [HEAD, [1, "甲", "甲厂", "工业智造", "一等奖"], [2, None, "乙厂", "碧水", "特等奖"]], name="一")
    book(
        path,
        [
            [*HEAD, "中小企业", "作品编号"],
            [1, "丙", "丙厂", "碧水", "一等奖", "也许", "A 1"],
            [2, "丁", "丁厂", "工业智造", "一等奖", "否", "A-2"],
            [3, "戊", "戊厂", "碧水", "一等奖", "否", "A-2"],
            [4, "+庚", "己厂13800138000", "碧水", "一等奖", "否", "A-3"],
            ["看不懂的一行"],
            [5, "庚", "庚厂", "碧水", "一等奖", "否", "A-5"],
        ],
        name="二",
    )
    found = comparing.prepare(path, wish(), nobody)
    assert told(found) == [
        "“一”表 D2：“工业智造”不是本届的赛道，最像“智能制造”（共 2 处）",
        "“一”表 A3：这一行没有项目名称",
        "“一”表 E3：“特等奖”不是本届的奖项",
        "“二”表 F2：中小企业不能是“也许”",
        "“二”表 G2：编号不能是“A 1”",
        "“二”表 B4：同一项目的项目名称，“二”表 B3 写“丁”，这里写“戊”",
        "“二”表 C4：同一项目的牵头单位，“二”表 C3 写“丁厂”，这里写“戊厂”",
        "“二”表 B5：“+庚”像是公式",
        "“二”表 C5：出现手机号码 138********",
        "“二”表 A6：这一行只有“看不懂的一行”，看不出是什么",
    ]


def test_a_near_name_is_asked_once(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        [HEAD, [1, "甲", "甲厂", "工业智造", "一等奖"], [2, "乙", "乙厂", "工业智造", "二等奖"]],
    )
    asked: list[Question] = []

    def ask(question: Question) -> str:
        asked.append(question)
        return "智能制造"

    found = comparing.prepare(path, wish(), ask)
    assert told(found) == []
    assert [(question.kind, question.word) for question in asked] == [("赛道", "工业智造")]
    assert {each["track"] for each in found.changes.new.values()} == {"智能制造"}
    assert told(comparing.prepare(path, wish(meanings={"工业智造": "碧水"}), nobody)) == []


def test_again_updates_and_keeps_what_was_changed_by_hand(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    book(path, [HEAD, [1, "甲", "甲厂", "碧水", "一等奖"], [2, "乙", "乙厂", "碧水", None]])
    comparing.prepare(path, wish(), nobody).write(wish().folder)
    table = wish().folder / "entries.csv"
    edited = table.read_text("utf-8-sig").replace("甲厂", "甲州第一厂")
    table.write_text(edited, "utf-8")
    path.unlink()
    book(
        path,
        [
            HEAD,
            [1, "丙", "丙厂", "碧水", "优秀奖"],
            [2, "乙", "乙厂", "碧水", "二等奖"],
            [3, "甲", "甲厂", "碧水", "一等奖"],
        ],
    )
    found = comparing.prepare(path, wish(), nobody)
    assert told(found) == []
    text = found.changes.to_text()
    assert "+ BS-003 丙（丙厂，碧水，优秀奖）" in text
    assert "~ BS-002 奖项：（空） → “二等奖”" in text
    assert "新增 1 项，修改 1 项" in text
    found.write(wish().folder)
    assert [(row["编号"], row["项目名称"], row["牵头单位"], row["奖项"]) for row in rows(wish())] == [
        ("BS-001", "甲", "甲州第一厂", "一等奖"),
        ("BS-002", "乙", "乙厂", "二等奖"),
        ("BS-003", "丙", "丙厂", "优秀奖"),
    ]
    assert comparing.prepare(path, wish(), nobody).changes.is_empty


def test_a_value_changed_on_both_sides_is_kept_and_told(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    head = [*HEAD, "编号"]
    book(path, [head, [1, "甲", "甲厂", "碧水", "一等奖", "A-1"]])
    comparing.prepare(path, wish(), nobody).write(wish().folder)
    table = wish().folder / "entries.csv"
    table.write_text(table.read_text("utf-8-sig").replace("甲厂", "甲州第一厂"), "utf-8")
    settled = "以前手改过、与表里不同的 1 处，照旧保留：A-1 牵头单位“甲州第一厂”（表里“甲厂”）"
    assert settled in comparing.prepare(path, wish(), nobody).changes.to_text()
    path.unlink()
    book(path, [head, [1, "甲", "甲总厂", "碧水", "一等奖", "A-1"]])
    found = comparing.prepare(path, wish(), nobody)
    assert "! A-1 牵头单位保留“甲州第一厂”（改过，或不是导入的），表里是“甲总厂”" in found.changes.to_text()
    assert found.changes.is_empty
    assert not comparing.prepare(path, wish(overwrite=True), nobody).changes.is_empty


def test_a_renamed_project_is_asked_about(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    book(path, [HEAD, [1, "窑炉热力图", "甲厂", "碧水", "一等奖"]])
    comparing.prepare(path, wish(), nobody).write(wish().folder)
    path.unlink()
    book(path, [HEAD, [1, "窑炉热力一张图", "甲厂", "碧水", "一等奖"]])
    found = comparing.prepare(path, wish(), nobody)
    assert told(found) == ["“名单”表 B2：项目表里没有“窑炉热力一张图”，最像“BS-001 窑炉热力图”"]
    found = comparing.prepare(path, wish(), lambda question: question.near[0])
    assert [str(each) for each in found.changes.changed] == ["BS-001 项目名称：“窑炉热力图” → “窑炉热力一张图”"]


def test_a_project_under_another_number_is_told_and_not_added_again(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path, head = tmp_path / "w.xlsx", ["编号", "项目名称", "申报单位", "赛道", "奖项"]
    lines = [["A-1", "窑炉热力图", "甲厂", "碧水", "一等奖"], ["A-2", "水位图", "乙厂", "碧水", "二等奖"]]
    comparing.prepare(book(path, [head, *lines]), wish(), nobody).write(wish().folder)
    other = book(tmp_path / "x.xlsx", [head, ["B-07", "窑炉热力图", "甲厂", "碧水", "一等奖"]])
    assert told(importing_of(other, wish)) == ["“名单”表 A2：“窑炉热力图”在项目表里是 A-1，这里是 B-07"]
    assert importing_of(other, wish, columns={"编号": "-"}).changes.is_empty


def test_a_column_that_says_who_is_recommended_counts_for_each_row(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = [["甲", "甲厂", "碧水", "√"], ["乙", "乙厂", "碧水", "否"], ["丙", "丙厂", "碧水", ""]]
    path = book(tmp_path / "w.xlsx", [["项目名称", "申报单位", "赛道", "是否推荐"], *lines])
    found = importing_of(path, wish, stage=ListKind.RECOMMENDED)
    assert entered(found, "recommended") == [("是",), ("否",), (None,)]


def test_the_contests_own_words_name_columns(contest: Path, wish: Callable[..., Wish], tmp_path: Path) -> None:
    file = contest / "content/contest.yml"
    file.write_text(
        f"{file.read_text('utf-8')}\nwords: {{unit: 医疗机构, track: 专科, mentor: 辅导员, finals: 总评}}\n", "utf-8"
    )
    head = ["改善项目名称", "医疗机构", "专科", "推荐总评", "辅导员"]
    path = book(tmp_path / "w.xlsx", [head, ["甲", "甲医院", "碧水", "是", "赵甲乙"]])
    found = importing_of(path, wish)
    assert entered(found, "title", "unit", "track", "recommended", "mentors") == [("甲", "甲医院", "碧水", "是", None)]
    file.write_text(f"{file.read_text('utf-8')}\nentrants: {{mentors: true}}\n", "utf-8")
    assert entered(importing_of(path, wish), "mentors") == [("赵甲乙",)]


def test_a_column_of_works_names_projects(contest: Path, wish: Callable[..., Wish], tmp_path: Path) -> None:
    file = contest / "content/contest.yml"
    file.write_text(f"{file.read_text('utf-8')}\nwords: {{case: 作品, project: 作品}}\n", "utf-8")
    path = book(tmp_path / "w.xlsx", [["作品", "申报单位", "赛道", "奖项"], ["甲", "甲厂", "碧水", "一等奖"]])
    assert entered(importing_of(path, wish), "title", "case") == [("甲", None)]


def test_a_head_in_two_rows_without_a_project_is_told_whole(wish: Callable[..., Wish], tmp_path: Path) -> None:
    rows = [["赛道", "情况", "", "奖项"], ["", "主题", "申报单位", ""], ["碧水", "甲", "甲厂", "一等奖"]]
    path = book(tmp_path / "w.xlsx", rows, ["A1:A2", "B1:C1", "D1:D2"])
    assert told(importing_of(path, wish)) == ["“名单”表 A2：没有写着项目名称的列：赛道、主题、申报单位、奖项"]


def test_the_same_project_in_two_sheets_has_both_awards(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = tmp_path / "w.xlsx"
    head = ["项目名称", "牵头单位", "赛道"]
    book(path, [head, ["甲", "甲厂", "碧水"]], name="一等奖")
    book(path, [head, ["甲", "甲厂", "碧水"]], name="优秀奖")
    found = comparing.prepare(path, wish(), nobody)
    assert [each["awards"] for each in found.changes.new.values()] == ["一等奖、优秀奖"]


def test_what_is_hidden_is_not_read_and_told(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = [[n, f"{n}号", f"{n}厂", "碧水", "一等奖", "甲"] for n in range(1, 5)]
    path = book(tmp_path / "w.xlsx", [[*HEAD, "备用"], *lines])
    made = openpyxl.load_workbook(path)
    sheet = made["名单"]
    sheet.column_dimensions["F"].hidden = True
    for row in (3, 4, 60):
        sheet.row_dimensions[row].hidden = True
    made.save(path)
    found = comparing.prepare(path, wish(), nobody)
    assert told(found) == []
    assert [each["title"] for each in found.changes.new.values()] == ["1号", "4号"]
    assert [note.partition("（")[0] for note in found.notes] == [
        "“名单”表隐藏的行没有读入：3、4",
        "“名单”表隐藏的列没有读入：F",
    ]


def test_remarks_are_told_and_stop_what_may_have_changed(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = [["甲", "甲厂", "碧水", "首次参赛"], ["乙", "乙厂", "碧水", "该单位已放弃奖项"]]
    path = book(tmp_path / "w.xlsx", [["项目名称", "牵头单位", "赛道", "备 注"], *lines])
    stage = ListKind.FINALISTS
    found = comparing.prepare(path, wish(stage=stage), nobody)
    assert told(found) == ["“名单”表 D3：备注说“该单位已放弃奖项”，“乙”可能变了"]
    assert found.notes == ("1 处备注没有读入：“名单”表 D2“首次参赛”",)
    found = comparing.prepare(path, wish(stage=stage, columns={"备注": "-"}), nobody)
    assert (told(found), found.notes) == ([], ())


def test_a_line_below_that_says_that_a_project_changed(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = ["注：窑温图因故放弃，由水尺云递补。", "备注：公示期内有异议的，取消资格。"]
    rows = [HEAD, [1, "窑温图", "甲厂", "碧水", "一等奖"], *([line] for line in lines)]
    found = comparing.prepare(book(tmp_path / "w.xlsx", rows), wish(), nobody)
    assert told(found) == [f"“名单”表 A3：“{lines[0]}”，“窑温图”可能变了"]
    assert f"“名单”表 A4 没有读入：“{lines[1]}”" in found.notes


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("注：窑温图由甲厂与乙大学联合申报。", "“窑温图”可能变了"),
        ("补充：另增加三等奖1项，为乙厂的碧水云图。", "可能还有没有读入的项目"),
        ("备注：本届新增赛道评审费用由承办单位承担。", None),
        ("注：公示期增加2天。", None),
    ],
)
def test_a_line_below_that_says_that_the_list_is_not_whole(
    wish: Callable[..., Wish], tmp_path: Path, line: str, says: str | None
) -> None:
    rows = [HEAD, [1, "窑温图", "甲厂", "碧水", "一等奖"], [line]]
    found = comparing.prepare(book(tmp_path / "w.xlsx", rows), wish(), nobody)
    assert told(found) == ([f"“名单”表 A3：“{line}”，{says}"] if says else [])


@pytest.mark.parametrize(
    ("form", "number"),
    [('"GY-"000', "GY-007"), ("0000", "0007"), (r"\A000;-0", "A007"), ('[Red]000"-1"', "007-1"), ("#,##0", None)],
)
def test_numbers_are_read_as_they_are_shown(
    wish: Callable[..., Wish], tmp_path: Path, form: str, number: str | None
) -> None:
    rows = [["项目编号", "项目名称", "牵头单位", "赛道", "奖项"], [7, "窑温图", "甲厂", "碧水", "一等奖"]]
    path = book(tmp_path / "w.xlsx", rows)
    made = openpyxl.load_workbook(path)
    made["名单"]["A2"].number_format = form
    made.save(path)
    found = comparing.prepare(path, wish(), nobody)
    assert [each for each in found.changes.new if each == number] == [number] * bool(number)


@pytest.mark.parametrize("merged", [(), ("A2:A3", "B2:B3", "C2:D2", "E2:F2")])
def test_a_head_in_two_lines_merged_or_not(wish: Callable[..., Wish], tmp_path: Path, merged: tuple[str, ...]) -> None:
    path = book(
        tmp_path / "w.xlsx",
        [
            ["碧水赛道拟获奖项目公示"],
            ["序号", "项目\n名称", "申报单位", None, "拟获奖情况", None],
            [None, None, "牵头", "合作", "等次", "得分"],
            [1, "甲", "甲厂", "乙厂", "一等奖", "90"],
        ],
        merged,
    )
    found = comparing.prepare(path, wish(stage=ListKind.PROPOSED), nobody)
    assert told(found) == []
    new = {"title": "甲", "unit": "甲厂", "partners": "乙厂", "track": "碧水", "proposed": "一等奖"}
    assert {key: found.changes.new["BS-001"].get(key) for key in new} == new


@pytest.mark.parametrize("name", ["碧水赛道获奖名单.xlsx", "2026年碧水组.csv"])
def test_a_track_may_stand_in_the_name_of_the_file_alone(wish: Callable[..., Wish], tmp_path: Path, name: str) -> None:
    """Not where the table, or another sheet, says otherwise."""
    rows = [["项目名称", "牵头单位", "奖项"], ["甲", "甲厂", "一等奖"]]
    path = tmp_path / name
    if path.suffix == ".csv":
        path.write_text("\n".join(map(",".join, rows)), "utf-8")
    else:
        book(path, rows, name="Sheet1")
    found = comparing.prepare(path, wish(), nobody)
    assert told(found) == []
    assert found.changes.new["BS-001"]["track"] == "碧水"
    assert f"“{path.stem}”表没有“赛道”这一列，按表名、文件名或标题都是“碧水”" in found.notes
    if path.suffix == ".xlsx":
        book(path, [[*rows[0], "赛道"], ["乙", "乙厂", "一等奖", "智能制造"]], name="Sheet2")
        assert told(comparing.prepare(path, wish(), nobody)) == ["“Sheet1”表 A2：这一行没有赛道"]


def test_no_problem_of_a_table_repeats_a_number_of_a_person(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(tmp_path / "w.xlsx", [HEAD, [1, "甲", "甲厂", "13800138000", "一等奖"]])
    (problem, *_) = told(comparing.prepare(path, wish(), nobody))
    assert "138********" in problem
    assert "13800138000" not in problem


def test_cases_of_sheets_whose_title_is_the_award(contest: Path, tmp_path: Path) -> None:
    shutil.rmtree(contest / "content/alpha/2026/cases")
    head = ["项目名称", "牵头单位", "赛道"]
    path = tmp_path / "w.xlsx"
    book(path, [["2026年某大赛甲州分赛一等奖获奖名单"], head, ["水位早知道", "甲厂", "碧水"]], name="Sheet1")
    book(path, [["2026年某大赛甲州分赛二等奖、优秀奖名单"], head, ["夜班车", "乙厂", "碧水"]], name="Sheet2")
    said = run(contest, "winners", path, "--yes", "--cases")
    assert said.exit_code == 0, said.output
    assert "“Sheet1”表没有“奖项”这一列，按表名、文件名或标题都是“一等奖”" in said.output
    assert "Sheet2”表没有" not in said.output
    assert [path.name for path in (contest / "content/alpha/2026/cases").iterdir()] == ["shui-wei-zao-zhi-dao"]
    public = tmp_path / "公示.xlsx"
    path.rename(public)
    assert "这张表像是公示名单" in run(contest, "winners", public).output


def test_which_list_a_table_is(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(tmp_path / "w.xlsx", [HEAD, [1, "甲", "甲厂", "碧水", "一等奖"]])
    new = comparing.prepare(path, wish(stage=ListKind.PROPOSED), nobody).changes.new["BS-001"]
    assert (new["proposed"], "awards" in new) == ("一等奖", False)
    assert comparing.prepare(path, wish(stage=ListKind.FINALISTS), nobody).changes.new["BS-001"]["finalist"] == "是"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_any_encoding(wish: Callable[..., Wish], tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "w.csv"
    path.write_text("项目名称,牵头单位,赛道\n甲,甲厂,碧水\n", encoding)
    found = comparing.prepare(path, wish(), nobody)
    assert [str(problem) for problem in found.problems] == []
    assert found.changes.new["BS-001"]["title"] == "甲"


def _converted(folder: Path, form: str) -> Path:
    folder.mkdir()
    rows = [["名单", None, None], ["项目名称", "牵头单位", "赛道"], ["甲", "甲厂", "碧水"], ["乙", "乙厂", None]]
    return converted(book(folder / "w.xlsx", rows, ["A1:C1", "C3:C4"]), form)


@pytest.mark.parametrize("ending", ["xls", "ods", "et"])
def test_workbooks_of_other_programs(
    wish: Callable[..., Wish], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, ending: str
) -> None:
    form = "xls" if ending == "et" else ending
    folder = whole.once(tmp_path_factory, f"workbook-{form}", lambda made: _converted(made, form))
    found = comparing.prepare(Path(shutil.copy(folder / f"w.{form}", tmp_path / f"x.{ending}")), wish(), nobody)
    assert [(each["title"], each["track"]) for each in found.changes.new.values()] == [("甲", "碧水"), ("乙", "碧水")]


def test_five_thousand_rows_take_seconds(wish: Callable[..., Wish], tmp_path: Path) -> None:
    tracks, awards = ["智能制造", "碧水", "综合"], ["一等奖", "二等奖", "优秀奖"]
    lines = [[n, f"第{n}号项目", f"第{n % 700}厂", tracks[n % 3], awards[n % 3]] for n in range(5000)]
    path = book(tmp_path / "w.xlsx", [HEAD, *lines])
    began = time.monotonic()
    found = comparing.prepare(path, wish(), nobody)
    found.write(wish().folder)
    again = comparing.prepare(path, wish(), nobody)
    assert time.monotonic() - began < 60
    assert (len(found.changes.new), again.changes.same) == (5000, 5000)


def run(contest: Path, *words: Any) -> Result:
    edition = ["--root", str(contest), "--branch", "alpha", "--year", "2026"]
    return CliRunner().invoke(main, ["import", words[0], *edition, *map(str, words[1:])])


def test_the_command_shows_first_and_writes_when_told(contest: Path, tmp_path: Path) -> None:
    shutil.rmtree(contest / "content/alpha/2026/cases")
    path = book(tmp_path / "w.xlsx", [HEAD, [1, "水位早知道", "甲厂", "碧水", "一等奖"]])
    table = contest / "content/alpha/2026/entries.csv"
    shown = run(contest, "winners", path)
    assert shown.exit_code == 0
    assert "+ BS-001 水位早知道" in shown.output
    assert not table.exists()
    assert run(contest, "winners", path, "--yes", "--cases").exit_code == 0
    assert "shui-wei-zao-zhi-dao" in table.read_text("utf-8")
    case = contest / "content/alpha/2026/cases/shui-wei-zao-zhi-dao/index.md"
    case.write_text(case.read_text("utf-8").replace("## 应用成效\n", "## 应用成效\n\n写好了。\n"), "utf-8")
    again = run(contest, "winners", path, "--yes", "--cases")
    assert "填了“奖项”的项目都已有案例" in again.output
    assert "写好了" in case.read_text("utf-8")
    report = load(contest).report
    assert {found.code for found in report.diagnostics} == {"draft-to-do", "dead-link"}  # to a case that is gone


def test_the_command_tells_what_it_cannot_do(contest: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "w.xlsx", [HEAD, [1, "甲", "甲厂", "工业智造", "一等奖"]])
    told = run(contest, "winners", path)
    assert told.exit_code == 1
    assert "什么都没有写" in told.output
    assert "没有这一届" in run(contest, "winners", path, "--year", "2031").output
    assert "没有“单位名”这一列" in run(contest, "winners", path, "--map", "申报单位=单位名").output
    other = book(tmp_path / "x.xlsx", [["随便", "写写"], ["甲", "乙"]])
    assert "--map" in run(contest, "winners", other).output
    named = run(contest, "winners", other, "--map", "随便=项目名称", "--map", "写写=牵头单位")
    assert "这一行没有赛道" in named.output


def test_a_title_merged_over_rows_is_one_project_of_several_units(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        [
            ["编号", "项目（案例）名称", "参赛单位（全称）", "赛道", "获奖等级"],
            [1, "甲", "甲厂", "赛道二：碧水", "一等奖+优秀奖"],
            [None, None, "甲州大学", None, None],
            [2, "乙", "（联合）乙大学、乙厂（牵头）", "碧水赛道（专业赛道）", "二等奖"],
        ],
        ["A2:A3", "B2:B3", "D2:D3", "E2:E3"],
    )
    found = importing_of(path, wish)
    assert told(found) == []
    assert [
        (each["number"], each["unit"], each["partners"], each["awards"]) for each in found.changes.new.values()
    ] == [
        ("BS-001", "甲厂", "甲州大学", "一等奖、优秀奖"),
        ("BS-002", "乙厂", "乙大学", "二等奖"),
    ]
    assert "“编号”只是 1、2、3，没有当作项目编号" in "\n".join(found.notes)
    assert {each["number"] for each in importing_of(path, wish, columns={"编号": "number"}).changes.new.values()} == {
        "1",
        "2",
    }


def test_a_list_for_objections_is_not_taken_for_the_result(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(tmp_path / "w.xlsx", [["2026年拟获奖项目公示"], HEAD, [1, "甲", "甲厂", "碧水", "一等奖"]])
    assert told(importing_of(path, wish)) == ["“名单”表 E2：这张表像是公示名单，里面的奖项是拟定的还是最终的"]
    assert "proposed" in importing_of(path, wish, stage=ListKind.PROPOSED).changes.new["BS-001"]
    assert "awards" in importing_of(path, wish, stage=ListKind.WINNERS).changes.new["BS-001"]


def test_hidden_sheets_are_told_and_not_read(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(tmp_path / "w.xlsx", [HEAD, [1, "甲", "甲厂", "碧水", "一等奖"]])
    book(path, [HEAD, [1, "乙", "乙厂", "碧水", "一等奖"]], name="旧稿")
    made = openpyxl.load_workbook(path)
    made["旧稿"].sheet_state = "hidden"
    made.save(path)
    found = importing_of(path, wish)
    assert [each["title"] for each in found.changes.new.values()] == ["甲"]
    assert "“旧稿”表没有读入：它是隐藏的" in found.notes


def importing_of(path: Path, wish: Callable[..., Wish], **given: object) -> Import:
    return comparing.prepare(path, wish(**given), nobody)


def test_questions_at_a_terminal(contest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(contest / "content/alpha/2026/cases")
    monkeypatch.setattr("generator.commands.imports.is_on_terminal", lambda: True)
    path = book(tmp_path / "w.xlsx", [HEAD, [1, "甲", "甲厂", "工业智造", "一等奖"]])
    edition = ["--root", str(contest), "--branch", "alpha", "--year", "2026"]
    asked = CliRunner().invoke(main, ["import", "winners", str(path), *edition], input="1\ny\n")
    assert "“名单”表 D2：“工业智造”是哪个赛道？\n  1 智能制造\n" in asked.output
    assert "智能制造" in (contest / "content/alpha/2026/entries.csv").read_text("utf-8")
    left_open = CliRunner().invoke(main, ["import", "winners", str(path), *edition], input="0\n")
    assert "什么都没有写" in left_open.output


def test_blocks_with_heads_of_their_own(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(
        tmp_path / "w.xlsx",
        [
            ["一等奖"],
            ["序号", "项目名称", "申报单位", "赛道"],
            [1, "甲", "甲厂", "碧水"],
            [],
            ["二等奖（2项）"],
            ["序号", "申报单位", "赛道", "项目名称", "联系电话"],
            [1, "乙厂", "碧水", "乙", "13800138000"],
            [2, "丙厂", "智能制造", "丙", "13800138000"],
        ],
    )
    found = importing_of(path, wish)
    assert told(found) == []
    assert [(each["title"], each["unit"], each["awards"]) for each in found.changes.new.values()] == [
        ("甲", "甲厂", "一等奖"),
        ("乙", "乙厂", "二等奖"),
        ("丙", "丙厂", "二等奖"),
    ]


def test_a_table_without_names_of_columns(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(tmp_path / "w.xlsx", [["甲", "甲厂", "碧水", 7], ["乙", "乙厂", "智能制造", 8]])
    with pytest.raises(Refused, match="找不到"):
        importing_of(path, wish)
    columns = {"A": "title", "B": "unit", "C": "track", "D": "-"}
    found = importing_of(path, wish, columns=columns)
    assert told(found) == []
    assert [each["track"] for each in found.changes.new.values()] == ["碧水", "智能制造"]
    left = importing_of(path, wish, columns={"A": "title", "B": "unit", "C": "track"})
    assert told(left) == ["“名单”表 D1：这一列没有列名，却有内容", "“名单”表 D2：这一列没有列名，却有内容"]


def entered(found: Import, *keys: str) -> list[tuple[str | None, ...]]:
    assert told(found) == []
    return [tuple(map(each.get, keys)) for each in found.changes.new.values()]


def test_tables_side_by_side(wish: Callable[..., Wish], tmp_path: Path) -> None:
    head = ["序号", "项目名称", "申报单位", "赛道"]
    path = book(
        tmp_path / "w.xlsx",
        [
            ["获奖项目"],
            ["【一等奖】1个", None, None, None, None, "【二等奖】2个"],
            [*head, None, *head],
            [1, "甲", "甲厂", "碧水", None, 1, "乙", "乙厂", "碧水"],
            [None, None, None, None, None, 2, "丙", None, "碧水"],
        ],
    )
    found = importing_of(path, wish)
    assert told(found) == ["“名单”表 A5：这一行没有牵头单位"]
    awards = {each["title"]: each["awards"] for each in found.changes.new.values()}
    assert awards == {"甲": "一等奖", "乙": "二等奖", "丙": "二等奖"}


def test_columns_of_other_names_are_known_by_what_they_hold(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = [["甲", "甲厂", "碧水", "一等奖", 1, "86.2"], ["乙", "乙厂", "智能制造", "二等奖", 2, "81.1"]]
    path = book(tmp_path / "w.xlsx", [["项目名称\nProject", "申报单位", "板块", "评审结论", "排名", "总分"], *lines])
    found = importing_of(path, wish)
    assert entered(found, "track", "awards") == [("碧水", "一等奖"), ("智能制造", "二等奖")]
    assert [note for note in found.notes if "按内容" in note] == [
        "“名单”表的“板块”按内容当作赛道",
        "“名单”表的“评审结论”按内容当作奖项",
    ]
    lines = [["甲", "甲厂", "碧水", "一等奖", "优秀奖"], ["乙", "乙厂", "碧水", "二等奖", ""]]
    path = book(tmp_path / "x.xlsx", [["项目名称", "申报单位", "赛道", "奖项", "初评"], *lines])
    assert told(importing_of(path, wish)) == ["“名单”表 E1：“初评”里也是奖项"]


def test_awards_and_partners_in_several_columns(wish: Callable[..., Wish], tmp_path: Path) -> None:
    head = ["项目名称", "项目申报单位1", "参赛单位（参与）", "申报单位2", "赛道", "奖项", "单项奖"]
    lines = [
        ["甲", "甲厂", "乙厂", "丙厂", "碧水", "一等奖", "二等奖"],
        ["丁", "丁厂", "/", "", "碧水", "优秀奖", "—"],
        ["空缺", "/", "", "", "碧水", "一等奖", ""],
    ]
    found = importing_of(book(tmp_path / "w.xlsx", [head, *lines]), wish)
    assert entered(found, "unit", "partners", "awards") == [
        ("甲厂", "乙厂、丙厂", "一等奖、二等奖"),
        ("丁厂", None, "优秀奖"),
    ]
    assert "“名单”表跳过了 1 行空缺" in found.notes


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("1.甲厂\n2.乙研究院", ("甲厂", "乙研究院")),
        ("①甲厂②乙研究院", ("甲厂", "乙研究院")),
        ("甲有限公司+乙大学", ("甲有限公司", "乙大学")),
        ("甲厂（牵头单位），乙厂（联合单位）", ("甲厂", "乙厂")),
        ("甲科技\n有限公司", ("甲科技有限公司", None)),
        ("甲 （碧水） 科技 有限公司", ("甲（碧水）科技有限公司", None)),
        ("碧水市发展和改革委员会", ("碧水市发展和改革委员会", None)),
        ("甲集团有限公司碧水分公司", ("甲集团有限公司碧水分公司", None)),
    ],
)
def test_units_in_a_cell(wish: Callable[..., Wish], tmp_path: Path, cell: str, units: tuple[str, str | None]) -> None:
    path = book(tmp_path / "w.xlsx", [["项目名称", "申报单位", "赛道"], ["甲", cell, "碧水"]])
    assert entered(importing_of(path, wish), "unit", "partners") == [units]


@pytest.mark.parametrize(
    "cell",
    [
        "甲大学 乙公司",
        "甲公司与乙大学",
        "甲公司等3家单位",
        "甲公司（联合乙公司）",
        "甲有限公司乙有限公司",
        "甲市：甲公司",
        "甲大学（乙丙团队）",
    ],
)
def test_units_that_may_be_several_are_asked(wish: Callable[..., Wish], tmp_path: Path, cell: str) -> None:
    path = book(tmp_path / "w.xlsx", [["项目名称", "申报单位", "赛道"], ["甲", cell, "碧水"]])
    assert told(importing_of(path, wish)) == [
        f"“名单”表 B2：“{cell}”不像一个单位的全称：几个写在一起、没有写全，或者多了别的"
    ]
    said = importing_of(path, wish, meanings={cell.replace(" ", ""): "甲公司、乙大学"})
    assert entered(said, "unit", "partners") == [("甲公司", "乙大学")]


def test_a_department_behind_a_slash_is_no_partner(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = [["甲", "甲医院/老年科", "碧水"], ["乙", "乙医院/丙大学", "碧水"]]
    path = book(tmp_path / "w.xlsx", [["项目名称", "申报单位/科室", "赛道"], *lines])
    found = importing_of(path, wish, columns={"申报单位/科室": "unit"})
    assert told(found) == ["“名单”表 B2：“老年科”不像一个单位的全称：几个写在一起、没有写全，或者多了别的"]


def test_awards_in_the_first_row_of_each_group_are_asked_about(wish: Callable[..., Wish], tmp_path: Path) -> None:
    rows = [["甲", "一等奖"], ["乙", ""], ["丙", "二等奖"], ["丁", ""]]
    path = tmp_path / "w.csv"
    path.write_text("\n".join(["项目名称,牵头单位,赛道,奖项", *(f"{a},{a}厂,碧水,{b}" for a, b in rows)]), "utf-8")
    assert told(importing_of(path, wish)) == ["A3：这一行和别的行没有奖项，奖项像是只写在每组的第一行"]
    path.write_text(path.read_text("utf-8").replace("碧水,\n", "碧水,无\n") + "无", "utf-8")
    found = importing_of(path, wish)
    assert entered(found, "awards") == [("一等奖",), (None,), ("二等奖",), (None,)]
    assert "2 行没有写奖项：A3、A5" in found.notes


def test_names_of_persons_are_no_team(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = [["甲", "甲厂", "碧水", "赵甲乙、钱丙"], ["乙", "乙厂", "碧水", "听风队"]]
    found = importing_of(book(tmp_path / "w.xlsx", [["项目名称", "申报单位", "赛道", "团队"], *lines]), wish)
    assert told(found) == ["“名单”表 D2：“赵甲乙、钱丙”像是人名，不是团队名称"]


def test_a_column_that_is_missing_is_told_once(wish: Callable[..., Wish], tmp_path: Path) -> None:
    lines = [["甲", "甲厂", "碧水"], ["乙", "乙厂", "碧水"]]
    found = importing_of(book(tmp_path / "w.xlsx", [["项目名称", "报送处", "赛道"], *lines]), wish)
    assert told(found) == ["“名单”表 A2：没有写着牵头单位的列"]
    assert "没有读入不认识的列：报送处" in found.notes[0]


def test_a_project_whose_unit_changed_is_asked_about(wish: Callable[..., Wish], tmp_path: Path) -> None:
    comparing.prepare(
        book(tmp_path / "w.xlsx", [HEAD, [1, "窑炉热力图", "甲厂", "碧水", "一等奖"]]), wish(), nobody
    ).write(wish().folder)
    other = book(tmp_path / "x.xlsx", [HEAD, [1, "窑炉热力图", "乙研究院", "碧水", "一等奖"]])
    assert told(importing_of(other, wish)) == ["“名单”表 B2：“窑炉热力图”与 BS-001 同名，牵头单位不同"]
    found = importing_of(other, wish, meanings={"窑炉热力图": "BS-001"})
    assert [str(each) for each in found.changes.changed] == ["BS-001 牵头单位：“甲厂” → “乙研究院”"]


def test_a_list_without_units_finds_projects_by_their_titles(
    contest: Path, wish: Callable[..., Wish], tmp_path: Path
) -> None:
    file = contest / "content/contest.yml"
    file.write_text(f"{file.read_text('utf-8')}\nentrants: {{unit: false}}\n", "utf-8")
    path = book(tmp_path / "w.xlsx", [HEAD, [1, "窑炉热力图", "甲厂", "碧水", "一等奖"]])
    comparing.prepare(path, wish(), nobody).write(wish().folder)
    other = book(tmp_path / "x.xlsx", [["项目名称", "赛道", "是否推荐"], ["窑炉热力图", "碧水", "是"]])
    assert [str(each) for each in importing_of(other, wish).changes.changed] == ["BS-001 推荐总决赛：（空） → “是”"]


def test_columns_that_nobody_knows_are_named(wish: Callable[..., Wish], tmp_path: Path) -> None:
    path = book(tmp_path / "w.xlsx", [["提案", "甲组"], ["提案主题", "提案人", "科室"], ["甲", "赵甲乙", "老年科"]])
    with pytest.raises(Refused, match="找不到写着项目名称等列名的一行，只有：提案主题、提案人、科室"):
        importing_of(path, wish)


def test_persons_who_enter_by_themselves(contest: Path, wish: Callable[..., Wish], tmp_path: Path) -> None:
    """个人 is no unit, names may stand in several columns, and what is more than a name is asked about."""
    file = contest / "content/contest.yml"
    file.write_text(f"{file.read_text('utf-8')}\nentrants: {{unit: false, names: true}}\n", "utf-8")
    head = [*HEAD, "第一作者", "第二作者"]
    lines = [
        [1, "窑炉热力图", "个人", "碧水", "一等奖", "赵甲乙", "钱丙"],
        [2, "一把水尺", "甲厂", "碧水", "二等奖", "听风小组（孙丁、李戊）", ""],
    ]
    columns = {"第一作者": "people", "第二作者": "people"}
    found = importing_of(book(tmp_path / "w.xlsx", [head, *lines]), wish, columns=columns)
    assert told(found) == ["“名单”表 F3：“听风小组（孙丁、李戊）”不只是一个人的姓名"]
    found = importing_of(book(tmp_path / "x.xlsx", [head, lines[0]]), wish, columns=columns)
    assert entered(found, "unit", "people") == [(None, "赵甲乙、钱丙")]


def test_no_column_of_telephones_is_offered_as_names(contest: Path, wish: Callable[..., Wish], tmp_path: Path) -> None:
    file = contest / "content/contest.yml"
    file.write_text(f"{file.read_text('utf-8')}\nentrants: {{names: true}}\n", "utf-8")
    head, line = (
        [*HEAD, "联系电话", "提案人姓名"],
        [1, "窑炉热力图", "甲厂", "碧水", "一等奖", "0999-1234567", "赵甲乙"],
    )
    both = importing_of(book(tmp_path / "w.xlsx", [head, line]), wish).notes
    one = importing_of(book(tmp_path / "x.xlsx", [head[:-1], line[:-1]]), wish).notes
    assert [note.partition("列：")[2] for note in (*both, *one) if "有关个人" in note] == [
        "联系电话、提案人姓名（准许公开的，加上 --map “提案人姓名=参赛者”或“=指导教师”）",
        "联系电话",
    ]
