"""Lists of winners in documents: tables in Word, PDF and web pages, and numbered lines."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator.intake.winners import comparing, items, turning
from generator.intake.winners.comparing import Import, Wish
from generator.machine.apart import Refused
from generator.model import ListKind
from tests.intake.office_files import converted
from tests.intake.test_winners import entered, nobody, told, wish  # noqa: F401  (a fixture)

Make = Callable[..., Wish]
HEAD = ["序号", "赛道", "项目名称", "参赛单位"]
FIRST = [
    ["1", "碧水", "河道水位\n逐时核对", "临河水务公司\n云川大学"],
    ["2", "智能制造", "《窑温一张图》", "临河陶瓷厂"],
]
REST = [["1", "碧水", "灌区配水（二期）", "青岭灌区管理局、云川水文研究院"]]
TRUE = [
    ("碧水", "河道水位逐时核对", "临河水务公司", "云川大学", "一等奖"),
    ("智能制造", "窑温一张图", "临河陶瓷厂", None, "一等奖"),
    ("碧水", "灌区配水（二期）", "青岭灌区管理局", "云川水文研究院", "二等奖"),
]
KEYS = ("track", "title", "unit", "partners", "awards")


def document(path: Path) -> Path:
    made = docx.Document()
    made.add_heading("获奖项目名单", 1)
    made.add_paragraph("一等奖和二等奖的项目如下，排名不分先后。")
    for heading, rows in (("一、一等奖（2项）", FIRST), ("二、二等奖（1项）", REST)):
        made.add_paragraph(heading)
        table = made.add_table(0, 4, style="Table Grid")
        for row in [HEAD, *rows]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    made.add_paragraph("2026年9月1日")
    made.save(path)
    return path


def read(path: Path, wish: Make) -> Import:  # noqa: F811
    return comparing.prepare(path, wish(), nobody)


@pytest.mark.parametrize("ending", ["docx", "doc", "pdf", "html"])
def test_tables_of_documents(wish: Make, tmp_path: Path, ending: str) -> None:  # noqa: F811
    path = document(tmp_path / "w.docx")
    found = read(path if ending == "docx" else converted(path, ending), wish)
    assert entered(found, *KEYS) == TRUE
    assert any("没有读入：“2026" in note for note in found.notes)


def test_a_page_that_is_called_a_workbook(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    rows = [
        "<td colspan=4>获奖名单",
        "<td>赛道<td>奖项<td>项目名称<td>单位",
        "<td rowspan=2>碧水<td>一等奖<td rowspan=2>窑温一张图<td>甲厂",
        "<td>一等奖<td>乙厂",
    ]
    path = tmp_path / "export.xls"
    path.write_text(f"<html><meta charset=gbk><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>", "gbk")
    assert entered(read(path, wish), *KEYS) == [("碧水", "窑温一张图", "甲厂", "乙厂", "一等奖")]


def test_problems_say_where_in_a_document(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    made = docx.Document()
    table = made.add_table(0, 4)
    for row in [HEAD, ["1", "碧海", "甲", "甲厂"], ["2", "碧水", "乙", ""]]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(tmp_path / "w.docx")
    found = read(tmp_path / "w.docx", wish)
    assert told(found) == [
        "第1段（表格）第2行第2格：“碧海”不是本届的赛道",
        "第1段（表格）第3行第1格：这一行没有牵头单位",
    ]


LINES = [
    "获奖名单",
    "一、碧水赛道",
    "（一）一等奖（1项）",
    "1. 灌区配水（二期）（青岭灌区（集团）有限公司、云川大学）",
    "（二）二等奖（3项）",
    "1．《窑温一张图》，临河陶瓷有限公司（一厂）",
    "2．《河道水位》（临河水务有限公司）",
    "3．云川大学《雨情速报》",
]


@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_numbered_lines(wish: Make, tmp_path: Path, ending: str) -> None:  # noqa: F811
    path = tmp_path / f"w.{ending}"
    if ending == "txt":
        path.write_text("\n".join(LINES), "gbk")
    else:
        made = docx.Document()
        for line in LINES:
            made.add_paragraph(line)
        made.save(path)
    assert entered(read(path, wish), *KEYS) == [
        ("碧水", "灌区配水（二期）", "青岭灌区（集团）有限公司", "云川大学", "一等奖"),
        ("碧水", "窑温一张图", "临河陶瓷有限公司（一厂）", None, "二等奖"),
        ("碧水", "河道水位", "临河水务有限公司", None, "二等奖"),
        ("碧水", "雨情速报", "云川大学", None, "二等奖"),
    ]


def test_a_line_without_a_unit_is_told(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "w.txt"
    path.write_text("\n".join([*LINES[:4], "2. 管网（二期）", *LINES[4:]]), "utf-8")
    assert told(read(path, wish)) == ["第5行：这一行只有“2. 管网（二期）”，看不出是什么"]


def test_a_document_without_a_list(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    made = docx.Document()
    made.add_paragraph("名单另发。")
    made.save(tmp_path / "w.docx")
    with pytest.raises(Refused, match="找不到"):
        comparing.prepare(tmp_path / "w.docx", wish(stage=ListKind.WINNERS), nobody)


def test_lines_of_a_printed_cell_that_are_full_are_asked_about(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    made = docx.Document()
    table = made.add_table(0, 3, style="Table Grid")
    units = ["青岭灌区管理局技术研究院\n云川市水文信息中心", "云川大学附属第二人民医院青岭分院"]
    for row in [["赛道", "项目名称", "参赛单位"], *(["碧水", f"项目{unit[:4]}", unit] for unit in units)]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    made.save(tmp_path / "w.docx")
    asked = "“青岭灌区管理局技术研究院云川市水文信息中心”不像一个单位的全称：几个写在一起、没有写全，或者多了别的"
    assert [each.partition("：")[2] for each in told(read(converted(tmp_path / "w.docx", "pdf"), wish))] == [asked]


def test_awards_that_a_sentence_announces(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    lines = [
        "经评审，2026年度获奖项目揭晓。",
        "获得一等奖的项目为：",
        "临河水务公司的“碧水赛道河道水位逐时核对”；",
        "获得二等奖的项目为：",
        "云川（临河）陶瓷公司 的“窑温一张图”;",
        "青岭公司的 “灌区配水” 。",
    ]
    path = tmp_path / "w.md"
    path.write_text("# 碧水赛道获奖名单\n\n" + "\n\n".join(lines), "utf-8")
    assert entered(read(path, wish), "title", "unit", "awards") == [
        ("碧水赛道河道水位逐时核对", "临河水务公司", "一等奖"),
        ("窑温一张图", "云川（临河）陶瓷公司", "二等奖"),
        ("灌区配水", "青岭公司", "二等奖"),
    ]


def test_a_publicity_whose_lists_are_annexed_says_which(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "w.html"
    lines = [
        "现将拟获奖名单予以公示（见附件）。",
        "附件：",
        "1.2026年云帆大赛拟获奖名单.docx",
        "2.优秀组织单位名单",
        "2026年9月1日",
    ]
    path.write_text(f"<meta charset=utf-8>{''.join(f'<p>{line}</p>' for line in lines)}", "utf-8")
    with pytest.raises(Refused, match="说是在附件里：2026年云帆大赛拟获奖名单、优秀组织单位名单"):
        read(path, wish)


A, B, C = ("窑温一张图", "临河陶瓷厂", "一等奖"), ("雨情速报", "云川大学", "二等奖"), ("配水单", "青岭管理局", "二等奖")
STACK = ("序号|项目名称|申报单位|奖项", "1|窑温一张图|临河陶瓷厂|一等奖", "2|雨情速报|云川大学|二等奖")


@pytest.mark.parametrize(
    ("lines", "true"),
    [
        (
            [
                "大赛落幕。最终，临河陶瓷厂的“窑温一张图”项目荣获一等奖，来自云川大学的《雨情速报》、青岭管理局《配水单》分获二等奖。",
                "下一步推动项目落地。",
            ],
            [A, B, C],
        ),
        (["临河陶瓷厂《窑温一张图》、云川大学《雨情速报》分别获得一等奖、二等奖。"], [A, B]),
        (["临河陶瓷厂凭借“窑温一张图”获碧水赛道一等奖", "云川大学“雨情速报”获碧水赛道二等奖"], [A, B]),
        (["1.窑温一张图 临河陶瓷厂 一等奖", "2.雨情速报（云川大学）——二等奖"], [A, B]),
        (["一等奖1名：临河陶瓷厂“窑温一张图”", "二等奖：云川大学“雨情速报”、青岭管理局“配水单”"], [A, B, C]),
        (
            ["以下项目获得一等奖：", "“窑温一张图”，临河陶瓷厂", "授予下列1个项目二等奖：", "雨情速报（云川大学）"],
            [A, B],
        ),
        (["★一等奖★", "（一）窑温一张图（临河陶瓷厂）", "🥈二等奖", "（一）雨情速报（云川大学）"], [A, B]),
        (["一等奖", "120 急救（临河陶瓷厂）", "二等奖", "雨情速报（云川大学）"], [("120 急救", *A[1:]), B]),
        (["一等奖", "第1名：窑温一张图（临河陶瓷厂）", "二等奖", "案例一：雨情速报（云川大学）"], [A, B]),
        (["一等奖", "NO.1 窑温一张图（临河陶瓷厂）", "二等奖", "▶ 雨情速报｜云川大学"], [A, B]),
        (["一等奖", "　1　窑温一张图　　临河陶瓷厂", "二等奖", "A. 雨情速报（云川大学）"], [A, B]),
        (["一等奖", "1. 窑温一张图（碧水赛道）（临河陶瓷厂）", "二等奖", "2. 雨情速报——云川大学（水利学院）"], [A, B]),
        (["一等奖", "· 窑温一张图　临河陶瓷厂", "二等奖", "- 雨情速报 / 云川大学"], [A, B]),
        (
            [
                "一等奖",
                *("|".join(STACK).split("|")[:8]),
                "二等奖",
                *("|".join([STACK[0], "1|雨情速报|云川大学|二等奖"]).split("|")),
            ],
            [A, B],
        ),
        ("|".join(STACK).split("|"), [A, B]),
        ([f"{cell} |" for cell in "|".join(STACK).split("|")], [A, B]),
        (["一等奖", "24 小时守护（临河陶瓷厂）", "二等奖", "雨情速报（云川大学）"], [("24 小时守护", *A[1:]), B]),
        (
            [
                "一等奖",
                "窑温一张图（临河陶瓷厂）",
                "二等奖",
                "雨情速报（云川大学）",
                "获得一等奖的项目将参加“某某”全国赛。",
            ],
            [A, B],
        ),
        (["项目,单位,奖项", ",".join(A), "雨情速报,云川大学联合党委,二等奖"], [A, (B[0], "云川大学联合党委", B[2])]),
        (["项目,单位,奖项,简介", f"{A[0]}（一等奖）,{A[1]},,减少无效投诉", f"{','.join(B)},降低不合格率"], [A, B]),
    ],
)
def test_lines_of_many_forms(wish: Make, tmp_path: Path, lines: list[str], true: list[object]) -> None:  # noqa: F811
    path = tmp_path / ("w.csv" if "," in lines[0] else "w.txt")
    path.write_text("\n".join(["碧水赛道获奖名单", *lines]), "utf-8")
    found = [
        (title, str(unit).removesuffix("（水利学院）"), award)
        for title, unit, award in entered(read(path, wish), *KEYS[1:3], KEYS[4])
    ]
    assert found == true


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (
            ["一等奖", "星河队（云川大学）", "蓝鲸战队（临河大学）"],
            "第3行第1格：星河队、蓝鲸战队像是团队名称，不像项目名称",
        ),
        (
            ["1", "窑温一张图", "临河陶瓷厂", "一等奖", "2", "雨情速报", "云川大学", "二等奖"],
            "第9行：“二等奖”下面没有读到项目",
        ),
        (
            ["一等奖", "1.窑温一张图（临河陶瓷厂）", "2.雨情速报（云川大学）", "由市局推荐的“配水单”项目获得二等奖。"],
            "第5行：这一句说配水单获奖，没有读出来",
        ),
        (
            ["一等奖", "1.窑温一张图[1]（临河陶瓷厂）", "2.雨情速报（云川大学）"],
            "第3行第1格：“窑温一张图[1]”后面像是脚注的记号",
        ),
        (
            ["一等奖：甲（乙）丙", "二等奖：", "1.窑温一张图（临河陶瓷厂）", "2.雨情速报（云川大学）"],
            "第2行：这一行只有“一等奖：甲（乙）丙”，看不出是什么",
        ),
        (
            ["项目,单位,奖项,状态", "窑温一张图,临河陶瓷厂,一等奖,不符合条件"],
            "D3：状态说“不符合条件”，“窑温一张图”可能变了",
        ),
        (
            ["项目,单位,奖项", "窑温一张图（二等奖）,临河陶瓷厂,一等奖"],
            "A3：“窑温一张图（二等奖）”后面写的与别的格里的",
        ),
        (
            ["一等奖", "窑温一张图（二等奖）（临河陶瓷厂）", "雨情速报（云川大学）"],
            "第3行第1格：“窑温一张图（二等奖）”后面写的与别的格里的",
        ),
        (
            [
                "去年，云川大学的“雨情速报”项目获得一等奖。今年，临河陶瓷厂的“窑温一张图”、青岭管理局的“配水单”分获一等奖、二等奖。"
            ],
            "第2行：这一句说雨情速报获奖，没有读出来",
        ),
        (
            ["一等奖", "窑温一张图（临河陶瓷厂）", "雨情速报（云川大学）", "获得一等奖的是来自青岭公司的“配水单”。"],
            "第5行：这一句说配水单获奖，没有读出来",
        ),
        (["项目,单位,奖项,,奖项", "窑温一张图,临河陶瓷厂,一等奖,,二等奖"], "E2：“E”与“C”是同一列"),
        (
            ["项目,单位,奖项", "窑温一张图,临河陶瓷厂联合云川大学,一等奖"],
            "B3：“临河陶瓷厂联合云川大学”不像一个单位的全称",
        ),
    ],
)
def test_lines_that_are_asked_about(wish: Make, tmp_path: Path, lines: list[str], asked: str) -> None:  # noqa: F811
    path = tmp_path / ("w.csv" if "," in lines[0] else "w.txt")
    path.write_text("\n".join(["碧水赛道获奖名单", *lines]), "utf-8")
    assert asked in "\n".join(told(read(path, wish)))


def test_a_long_sentence_without_an_award_takes_no_time() -> None:
    began = time.process_time()
    assert items.sentences("甲公司的“乙”项目和" * 800) == items.sentences(" " * 9_000) == []
    assert time.process_time() - began < 1


def test_cells_that_copying_lost_are_asked_for(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "w.txt"
    path.write_text("\n".join(f"{cell} |" for cell in "|".join([*STACK, "3|配水单|青岭管理局"]).split("|")), "utf-8")
    with pytest.raises(Refused, match="第13行起的第 3 项只有 3 格，列名有 4 个"):
        read(path, wish)


def test_what_a_page_hides_is_told_and_ruby_is_no_text(wish: Make, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "w.html"
    hidden = "<tr style='display: none'><td>雨情速报<td>云川大学"
    rows = f"<tr><td>项目<td>单位<tr><td>窑温一张图<td><ruby>临河<rt>linhe</rt></ruby>陶瓷厂{hidden}"
    links = "<h3>二等奖</h3><ul><li><a href=/1>配水单（青岭管理局）</a><li><a href=/2>灌区图（青岭农业公司）</a></ul>"
    menu = "<h1>我校获奖</h1><div><a href=/>首页</a> <a href=/n>新闻</a></div>"
    path.write_text(f"<meta charset=utf-8>{menu}<h2>碧水赛道</h2>{links}", "utf-8")
    assert entered(read(path, wish), *KEYS[1:3]) == [("配水单", "青岭管理局"), ("灌区图", "青岭农业公司")]
    path.write_text(f"<meta charset=utf-8><h2>碧水赛道一等奖</h2><table>{rows}</table>", "utf-8")
    found = read(path, wish)
    assert entered(found, *KEYS[1:3]) == [A[:2]]
    assert any("1 处隐藏的、修订里删去的内容没有读入：雨情速报 云川大学" in note for note in found.notes)


def test_a_text_may_have_any_number_of_copied_tables() -> None:
    lines = [[cell] for number in range(1200) for cell in ("序号", "项目名称", "单位", "1", f"项目{number}", "甲公司")]
    rows, places = turning.of_cells(lines, [*map(str, range(len(lines)))])
    assert rows[-2:] == [["序号", "项目名称", "单位"], ["1", "项目1199", "甲公司"]]
    assert (len(rows), places[-1]) == (2400, "7197")
