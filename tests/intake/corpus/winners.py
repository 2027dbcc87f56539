"""Lists of winners in the shapes of offices, with their facts. All units, places and persons are fabricated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

TRACKS = {
    "城市治理": ["城市内涝预警", "地下管网安全"],
    "工业制造": ["设备预测维护"],
    "现代农业": [],
    "金融服务": [],
    "绿色低碳": [],
}
AWARDS = ["特等奖", "一等奖", "二等奖", "三等奖", "优胜奖"]
SPECIAL = "最佳应用奖"
HEAD = ["序号", "项目名称", "申报单位", "赛道", "奖项"]

Rows = Sequence[Sequence[Any]]
Fact = dict[str, str]


def fact(title: str, unit: str, track: str, award: str, partners: str = "", **more: str) -> Fact:
    """A project as `entries.csv` has it; what is empty is not there."""
    values = {"title": title, "unit": unit, "partners": partners, "track": track, "awards": award, **more}
    return {key: value for key, value in values.items() if value}


@dataclass(frozen=True)
class WinnerList:
    """A list, its facts, and what an office has to be told of it before they are right."""

    name: str
    write: Callable[[Path], Path]
    facts: list[Fact]
    told: tuple[str, ...] = ()
    """Words of the problems or notes at first sight."""

    columns: dict[str, str] = field(default_factory=dict)
    """With these and the next two as answers all facts are right."""

    meanings: dict[str, str] = field(default_factory=dict)
    stage: str = ""
    is_refused: bool = False
    """Whether only the office can mend it, in its file."""

    is_youth: bool = False


Touch = Callable[[Any, Any], None]


def book(rows: Rows, merged: Iterable[str] = (), name: str = "名单", touch: Touch | None = None, **more: Rows) -> Any:
    """A workbook: the cells of its first sheet, then other sheets by name."""

    def write(folder: Path) -> Path:
        made = openpyxl.Workbook()
        sheets = {name: rows, **more}
        made.remove(made.active)
        for title, cells in sheets.items():
            sheet = made.create_sheet(title)
            for place, row in enumerate(cells, 1):
                for column, value in enumerate(row, 1):
                    sheet.cell(place, column, value)
        for cells in merged:
            made[name].merge_cells(cells)
        if touch:
            touch(made, made[name])
        made.save(folder / "名单.xlsx")
        return folder / "名单.xlsx"

    return write


def text(name: str, content: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    """A file of text."""

    def write(folder: Path) -> Path:
        (folder / name).write_bytes(content.encode(encoding))
        return folder / name

    return write


def word(*pieces: str | Rows, merged: Iterable[tuple[int, int, int]] = (), struck: int | None = None) -> Any:
    """A document of paragraphs and tables; `merged` has column, first and last row in its last table."""

    def write(folder: Path) -> Path:
        document = docx.Document()
        for piece in pieces:
            if isinstance(piece, str):
                document.add_paragraph(piece)
                continue
            table = document.add_table(len(piece), max(map(len, piece)))
            for place, row in enumerate(piece):
                for column, value in enumerate(row):
                    table.cell(place, column).text = value
                if len(row) == 1:
                    table.cell(place, 0).merge(table.cell(place, len(table.columns) - 1))
            for column, first, last in merged:
                table.cell(first, column).merge(table.cell(last, column))
            for cell in table.rows[struck].cells if struck else ():
                cell.paragraphs[0].runs[0].font.strike = True
        document.save(str(folder / "名单.docx"))
        return folder / "名单.docx"

    return write


def _struck(_: Any, sheet: Any) -> None:
    for cell in sheet[3]:
        cell.font = Font(strike=True)


def _partly(_: Any, sheet: Any) -> None:
    sheet["B2"] = CellRichText(TextBlock(InlineFont(strike=True), "旧的名字"), "新的名字")


def _noted(_: Any, sheet: Any) -> None:
    sheet["B2"].comment = Comment("已放弃，由第3名递补", "办公室")


def _hidden(made: Any, sheet: Any) -> None:
    sheet.row_dimensions[3].hidden = True
    made["底表"].sheet_state = "hidden"


A = fact("甲项目", "云川甲公司", "城市治理", "一等奖")
B = fact("乙项目", "云川乙公司", "工业制造", "二等奖")
ROW_A = [1, "甲项目", "云川甲公司", "城市治理", "一等奖"]
ROW_B = [2, "乙项目", "云川乙公司", "工业制造", "二等奖"]
ORGANISERS = [["优秀组织奖"], ["序号", "单位名称"], [1, "云川省卫生健康委员会"], [2, "临河市数据局"]]
TEACHERS = [["优秀指导教师"], ["序号", "姓名", "单位", "指导作品"], [1, "张某", "云川大学", "甲项目"]]


def lists() -> list[WinnerList]:
    """All of them, those of the first batch first."""
    return [*_shapes(), *_columns(), *_units(), *_doubts(), *_others()]


def _shapes() -> list[WinnerList]:
    return [
        WinnerList(
            "title rows, a head in two rows, merged awards, a sum, notes",
            book(
                [
                    ["附件1"],
                    ["2026年“云上数据”大赛云川分赛获奖名单"],
                    ["（排名不分先后）"],
                    ["序号", "奖项", "所属赛道", "项目名称", "申报单位", None, "所在\n市（州）"],
                    [None, None, None, None, "牵头单位", "联合申报单位", None],
                    [1, "一等奖", "城市治理", "雨水一张图", "云川水务有限公司", "云川大学\n临河市排水处", "云川市"],
                    [2, None, "工业制造", "窑炉热平衡", "临河陶瓷股份有限公司", "/", "临河市"],
                    [3, "二等奖", "工业制造", "断纱预警（二期）", "北塬纺织有限公司", "云川理工学院", "北塬州"],
                    ["合计", None, None, "3项"],
                    ["注：1.联合申报单位按申报书顺序排列；2.“/”表示无。"],
                ],
                ["A2:G2", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:G5", "B6:B7", "A9:C9", "A10:G10"],
            ),
            [
                fact("雨水一张图", "云川水务有限公司", "城市治理", "一等奖", "云川大学、临河市排水处", region="云川市"),
                fact("窑炉热平衡", "临河陶瓷股份有限公司", "工业制造", "一等奖", region="临河市"),
                fact("断纱预警（二期）", "北塬纺织有限公司", "工业制造", "二等奖", "云川理工学院", region="北塬州"),
            ],
        ),
        WinnerList(
            "a sheet for each award",
            book(
                [
                    ["公示编号", "解决方案名称", "牵头单位", "联合申报单位", "推荐单位", "行业领域", "备注"],
                    [
                        "YC26-001",
                        "反诈联防",
                        "云川银行股份有限公司",
                        "云川大学；北塬州公安局",
                        "某局",
                        "金融服务领域",
                        None,
                    ],
                ],
                name="一等奖",
                **{
                    "二等奖（1项）": [
                        ["公示编号", "解决方案名称", "牵头单位", "联合申报单位", "推荐单位", "行业领域", "备注"],
                        ["YC26-009", "山货进城", "南屏供销有限公司", "无", "某局", "云上数据×现代农业", "排名不分先后"],
                    ]
                },
            ),
            [
                fact(
                    "反诈联防",
                    "云川银行股份有限公司",
                    "金融服务",
                    "一等奖",
                    "云川大学、北塬州公安局",
                    number="YC26-001",
                ),
                fact("山货进城", "南屏供销有限公司", "现代农业", "二等奖", number="YC26-009"),
            ],
        ),
        WinnerList(
            "awards as rows of a table in a document",
            word(
                "现将获奖名单予以公布。",
                [
                    ["序号", "项目名称", "申报单位", "赛道"],
                    ["一等奖（2项）"],
                    ["1", "客流疏导", "云川文旅有限公司（牵头）、云川大学、临河市文化局（联合申报）", "城市治理"],
                    ["2", "档案里的城市", "云川大学、云川市数据中心（档案馆、方志馆）", "城市治理"],
                    ["优胜奖（共1项）"],
                    ["3", "发电量预测", "北塬新能源有限公司 云川大学", "绿色低碳"],
                ],
            ),
            [
                fact("客流疏导", "云川文旅有限公司", "城市治理", "一等奖", "云川大学、临河市文化局"),
                fact("档案里的城市", "云川大学", "城市治理", "一等奖", "云川市数据中心（档案馆、方志馆）"),
                fact("发电量预测", "北塬新能源有限公司", "绿色低碳", "优胜奖", "云川大学"),
            ],
            ("云川市数据中心（档案馆、方志馆）", "北塬新能源有限公司 云川大学"),
            meanings={
                "云川市数据中心（档案馆、方志馆）": "云川市数据中心（档案馆、方志馆）",
                "北塬新能源有限公司 云川大学": "北塬新能源有限公司、云川大学",
            },
        ),
        WinnerList(
            "numbered lines below headings of two levels",
            word(
                *(
                    "一、城市治理赛道",
                    "（一）一等奖（1项）",
                    "1. 老旧小区（第一批）底座（申报单位：云川住建有限公司、云川大学）",
                ),
                *("（二）二等奖（1项）", "1．噪声地图（申报单位：临河市监测站、云川（临河）声学研究院有限公司）"),
                *("二、金融服务赛道", "（一）一等奖（空缺）", "（二）二等奖（1项）"),
                *("1．农户画像（申报单位：南屏农村商业银行股份有限公司）", "电话：0000-8800001", "2026年9月1日"),
            ),
            [
                fact("老旧小区（第一批）底座", "云川住建有限公司", "城市治理", "一等奖", "云川大学"),
                fact("噪声地图", "临河市监测站", "城市治理", "二等奖", "云川（临河）声学研究院有限公司"),
                fact("农户画像", "南屏农村商业银行股份有限公司", "金融服务", "二等奖"),
            ],
        ),
        WinnerList(
            "a table of a page, with cells that span rows, a hidden table and a menu",
            text(
                "页面.html",
                "<table><tr><td>首页</td><td>新闻</td></tr></table><table><tr><td><b>奖项</b></td><td>序号</td><td>作品名称</td>"
                "<td>参赛单位</td><td>赛道</td></tr><tr><td rowspan=2>一等奖</td><td>1</td><td>智慧公厕&nbsp;</td>"
                "<td><p>云川城投有限公司</p><p>云川大学</p></td><td rowspan=2>城市治理</td></tr><tr><td>2</td><td>管网漏损<br>分析"
                "</td><td>临河自来水有限公司</td></tr><tr style='display:none'><td></td><td>3</td><td>不可见</td><td>某公司</td>"
                "<td>城市治理</td></tr><tr><td colspan=5>共2项</td></tr></table><div style='display: none'><table><tr><td>作品名称"
                "</td><td>参赛单位</td></tr><tr><td>不可见</td><td>某公司</td></tr></table></div>",
            ),
            [
                fact("智慧公厕", "云川城投有限公司", "城市治理", "一等奖", "云川大学"),
                fact("管网漏损分析", "临河自来水有限公司", "城市治理", "一等奖"),
            ],
        ),
        WinnerList(
            "blocks whose heads differ, lists of units and persons below",
            book(
                [
                    *(
                        ["一等奖"],
                        ["序号", "项目名称", "牵头单位", "赛道"],
                        [1, "甲项目", "云川甲公司", "城市治理"],
                        [],
                    ),
                    *(
                        ["二等奖"],
                        ["序号", "牵头单位", "赛道", "项目名称"],
                        [1, "云川乙公司", "工业制造", "乙项目"],
                        [],
                    ),
                    *(*ORGANISERS, [], *TEACHERS),
                ]
            ),
            [A, B],
            ("没有写着项目名称的列（序号、单位名称）", "没有写着项目名称的列（序号、姓名、单位、指导作品）"),
        ),
        WinnerList(
            "sheets of other things",
            book([HEAD, ROW_A, ROW_B], 优秀组织奖=ORGANISERS, 统计=[["赛道", "一等奖"], ["城市治理", 1]]),
            [A, B],
            ("（序号、单位名称）", "“统计”表没有读入"),
        ),
        WinnerList(
            "a table, then tables without heads, of a document",
            word(
                *("一等奖", [HEAD[:4], ["1", "甲项目", "云川甲公司", "城市治理"]]),
                *("二等奖", [["1", "乙项目", "云川乙公司", "工业制造"]], "附件2", "优秀组织单位名单"),
                [["序号", "单位名称"], ["1", "云川省农业农村厅"]],
            ),
            [A, B],
        ),
        WinnerList(
            "merged cells of a document, an award written downwards",
            word(
                [
                    ["奖项", "项目名称", "完成单位", "赛道"],
                    ["一\n等\n奖\n（2项）", "甲项目", "云川甲公司", "城市治理"],
                    ["", "乙项目", "云川甲公司", ""],
                ],
                merged=[(0, 1, 2), (3, 1, 2)],
            ),
            [A, fact("乙项目", "云川甲公司", "城市治理", "一等奖")],
        ),
        WinnerList(
            "hidden rows and sheets",
            book([HEAD, ROW_A, [2, "藏起的", "某公司", "城市治理", "一等奖"]], touch=_hidden, 底表=[HEAD, ROW_B]),
            [A],
            ("隐藏的行没有读入：3", "“底表”表没有读入：它是隐藏的"),
        ),
        WinnerList(
            "counts of awards in cells of their own",
            book(
                [
                    ["城市治理赛道获奖名单（特等奖1项、一等奖1项）"],
                    *(HEAD[:3], ["特等奖", None, "共1项"], [1, "乙项目", "云川乙公司"]),
                    *(["一等奖", None, "共1项"], [2, "甲项目", "云川甲公司"]),
                ]
            ),
            [fact("乙项目", "云川乙公司", "城市治理", "特等奖"), A],
        ),
        WinnerList(
            "projects as items of prose",
            text("行文.txt", "城市治理赛道一等奖：甲项目（云川甲公司）、丙项目（云川丙公司）。\n"),
            [fact("甲项目", "云川甲公司", "城市治理", "一等奖"), fact("丙项目", "云川丙公司", "城市治理", "一等奖")],
        ),
    ]


def _columns() -> list[WinnerList]:
    return [
        WinnerList(
            "CSV in GBK: odd names, full-width digits, awards as numbers, telephones",
            text(
                "名单.csv",
                "得分,手机号,联系人,获奖,组别,单位,课题,作品编号\n９５．５,138****0000,张某,1,工业制造组,临河铸造有限公司 ,"
                "　气孔识别,ＧＹ－０１\n90,138****0000,张某,2,城市治理组,“云川园林有限公司，云川大学”,行道树体检　,CS－02\n".replace(
                    "“", '"'
                ).replace("”", '"'),
                "gbk",
            ),
            [
                fact("气孔识别", "临河铸造有限公司", "工业制造", "一等奖", number="GY-01"),
                fact("行道树体检", "云川园林有限公司", "城市治理", "二等奖", "云川大学", number="CS-02"),
            ],
            ("没有写着项目名称的列", "课题"),
            columns={"课题": "title"},
        ),
        WinnerList(
            "names of columns with other names beside them",
            book(
                [
                    [
                        "No. 序 号",
                        "项目/作品名称",
                        "Applicant 申报单位（盖章）",
                        "赛道/领域",
                        "获奖等级（一、二等奖）",
                        "总分",
                    ],
                    [*ROW_A, 95],
                    [*ROW_B, 90],
                ]
            ),
            [A, B],
        ),
        WinnerList(
            "units in columns by their order, results in an unknown column",
            book(
                [
                    ["项目名称", "第一完成单位", "第二完成单位", "第三完成单位", "赛道", "结果"],
                    ["甲项目", "云川甲公司", "云川大学", "临河研究院", "城市治理", "一等奖"],
                    ["乙项目", "云川乙公司", "/", None, "工业制造", "未获奖"],
                ]
            ),
            [
                fact("甲项目", "云川甲公司", "城市治理", "一等奖", "云川大学、临河研究院"),
                fact("乙项目", "云川乙公司", "工业制造", ""),
            ],
        ),
        WinnerList(
            "topics by their numbers and nearly by their names",
            book(
                [
                    ["赛道", "赛题", "项目名称", "申报单位", "奖项"],
                    ["城市治理", "赛题一", "甲项目", "云川甲公司", "一等奖"],
                    ["城市治理", "赛题2：地下管网安全", "丙项目", "云川丙公司", "二等奖"],
                ]
            ),
            [
                {**A, "topic": "城市内涝预警"},
                fact("丙项目", "云川丙公司", "城市治理", "二等奖", topic="地下管网安全"),
            ],
            ("“赛题一”不是本届的赛题",),
            meanings={"赛题一": "城市内涝预警"},
        ),
        WinnerList(
            "proposed awards and special ones",
            book(
                [
                    ["拟获奖项目公示名单"],
                    [*HEAD, "单项奖"],
                    [*ROW_A, SPECIAL],
                    [2, "丙项目", "云川大学", "金融服务", None, SPECIAL],
                ]
            ),
            [
                {**fact("甲项目", "云川甲公司", "城市治理", ""), "proposed": f"一等奖、{SPECIAL}"},
                {**fact("丙项目", "云川大学", "金融服务", ""), "proposed": SPECIAL},
            ],
            ("像是公示名单",),
            stage="proposed",
        ),
        WinnerList(
            "places instead of awards",
            book([["名次", "项目", "承担单位", "赛道"], ["第一名", "甲项目", "云川甲公司", "城市治理"]]),
            [A],
            ("名次", "没有写明奖项"),
            columns={"名次": "awards"},
            meanings={"第一名": "一等奖"},
        ),
        WinnerList(
            "ticks, numbers",
            book(
                [
                    ["编号", "作品名称", "单位", "赛道名称", "奖项等级", "是否中小微企业", "是否推荐国赛"],
                    ["A-1", "甲项目", "云川甲公司", "城市治理赛道", "一等", "√", "×"],
                ]
            ),
            [{**A, "number": "A-1", "sme": "是", "recommended": "否"}],
        ),
        WinnerList(
            "titles with their numbers",
            book([HEAD[1:], ["1.甲项目", *ROW_A[2:]], ["2、乙项目", *ROW_B[2:]]]),
            [A, B],
        ),
        WinnerList(
            "a number that became a date",
            book([["项目编号", *HEAD[1:]], [date(2026, 3, 5), *ROW_A[1:]]]),
            [],
            ("编号不能是“2026-03-05”",),
            is_refused=True,
        ),
        WinnerList(
            "participants, whom the contest makes public",
            book(
                [
                    ["组别", "作品名称", "参赛选手", "学校", "指导老师", "奖次", "监护人电话"],
                    ["小学组", "会数数的书包", "张某、李某", "云川一小", "王 某", "金奖", "138****0000"],
                    ["初中组", "剩饭统计", "钱某 孙某", "北塬中学", "无", "银奖", "138****0000"],
                ]
            ),
            [
                fact("会数数的书包", "云川一小", "小学组", "金奖", people="张某、李某", mentors="王某"),
                fact("剩饭统计", "北塬中学", "初中组", "银奖", people="钱某、孙某"),
            ],
            ("有关个人的列：参赛选手、指导老师、监护人电话（准许公开的",),
            columns={"参赛选手": "people", "指导老师": "mentors"},
            is_youth=True,
        ),
    ]


def _units() -> list[WinnerList]:
    return [
        WinnerList(
            "several units in the column of the leading one",
            book(
                [
                    ["项目名称", "牵头单位", "联合单位", "赛道", "奖项"],
                    ["甲项目", "云川甲公司、云川大学", "云川甲公司、临河研究院", "城市治理", "一等奖"],
                    ["乙项目", "云川乙公司（牵头）\n云川大学", "不涉及", "工业制造", "二等奖"],
                ]
            ),
            [
                fact("甲项目", "云川甲公司", "城市治理", "一等奖", "云川大学、临河研究院"),
                fact("乙项目", "云川乙公司", "工业制造", "二等奖", "云川大学"),
            ],
        ),
        WinnerList(
            "Latin names",
            book(
                [
                    HEAD,
                    [1, "甲项目", "YUNCHUAN Co., Ltd.", "城市治理", "一等奖"],
                    [2, "乙项目", "云川I/O有限公司/云川大学", "工业制造", "二等奖"],
                ]
            ),
            [
                fact("甲项目", "YUNCHUAN Co., Ltd.", "城市治理", "一等奖"),
                fact("乙项目", "云川I/O有限公司", "工业制造", "二等奖", "云川大学"),
            ],
        ),
        WinnerList(
            "a unit spelled two ways, a project twice",
            book(
                [HEAD, ROW_A, [2, "AGV调度", "云川(临河)有限公司", "工业制造", "二等奖"]],
                二=[
                    HEAD,
                    [1, "ＡＧＶ调度", "云川（临河）有限责任公司", "工业制造", "二等奖"],
                    [2, "丙", "云川甲公司", "城市治理", "二等奖"],
                ],
            ),
            [
                A,
                fact("AGV调度", "云川(临河)有限公司", "工业制造", "二等奖"),
                fact("ＡＧＶ调度", "云川（临河）有限责任公司", "工业制造", "二等奖"),
                fact("丙", "云川甲公司", "城市治理", "二等奖"),
            ],
            ("“云川(临河)有限公司”与“云川（临河）有限责任公司”",),
        ),
        WinnerList(
            "a row for each unit, with a column of who leads",
            book(
                [
                    ["项目名称", "单位", "单位角色", "赛道", "奖项"],
                    ["甲项目", "云川大学", "联合", "城市治理", "一等奖"],
                    [None, "云川甲公司", "牵头", None, None],
                ],
                ["A2:A3", "D2:D3", "E2:E3"],
            ),
            [],
            ("“单位角色”写着谁牵头",),
            is_refused=True,
        ),
        WinnerList(
            "ditto marks",
            book(
                [
                    HEAD,
                    ROW_A,
                    [2, "乙项目", "同上", "城市治理", "一等奖"],
                    [3, "丙项目", "云川大学；待定", "城市治理", "一等奖"],
                ]
            ),
            [],
            ("“同上”没有写出来", "“待定”没有写出来"),
            is_refused=True,
        ),
        WinnerList(
            "persons beside and instead of units",
            book(
                [HEAD, [1, "甲项目", "云川甲公司（张某 138****0000）", *ROW_A[3:]], [2, "乙项目", "个人", *ROW_B[3:]]]
            ),
            [],
            ("“云川甲公司（张某 138****0000）”不像一个单位", "“个人”"),
            is_refused=True,
        ),
        WinnerList(
            "what nobody sees, and radicals for characters",
            book(
                [
                    HEAD,
                    [1, "\u200b甲项目\ufeff", "云川甲公司\u200b", "城市治理\u3000", "１等奖"],
                    [*ROW_B[:3], "⼯业制造", "二 等 奖"],
                ]
            ),
            [A, B],
        ),
    ]


def _doubts() -> list[WinnerList]:
    def doubt(name: str, write: Any, *told: str) -> WinnerList:
        return WinnerList(name, write, [], told, is_refused=True)

    formula = '=IF(1,"一等奖","")'
    return [
        doubt("struck cells", book([HEAD, ROW_A, ROW_B], touch=_struck), "3：划了删除线"),
        doubt("struck words", book([HEAD, [1, "", *ROW_A[2:]], ROW_B], touch=_partly), "B2：划了删除线"),
        doubt(
            "a struck row of a document", word([HEAD, list(map(str, ROW_A)), list(map(str, ROW_B))], struck=2), "删除线"
        ),
        doubt(
            "struck words of a page",
            text(
                "页面.html",
                "<table><tr><td>项目名称</td><td>单位</td><td>赛道</td><td>奖项</td></tr><tr><td>甲<s>旧</s></td><td>云川甲公司</td>"
                "<td>城市治理</td><td>一等奖</td></tr></table>",
            ),
            "删除线",
        ),
        doubt("a comment", book([HEAD, ROW_A], touch=_noted), "批注说“已放弃，由第3名递补”"),
        doubt("a formula that was never computed", book([HEAD, [*ROW_A[:4], formula], ROW_B]), "E2：公式没有算出值"),
        doubt(
            "a column of states",
            book([[*HEAD, "状态"], [*ROW_A, "正常"], [*ROW_B, "已取消资格"]]),
            "状态说“已取消资格”",
        ),
        doubt(
            "marks behind names and awards",
            book(
                [
                    HEAD,
                    [1, "甲项目（自愿放弃）", *ROW_A[2:]],
                    [2, "丙项目", "云川丙公司（已撤销申报）", "城市治理", "二等奖"],
                    [3, "丁项目", "云川丁公司", "城市治理", "二等奖（候补）"],
                    [4, "戊项目", "云川戊公司", "城市治理", "撤销"],
                ]
            ),
            *(
                "“甲项目（自愿放弃）”像是",
                "“云川丙公司（已撤销申报）”像是",
                "“二等奖（候补）”像是",
                "“撤销”不是本届的奖项",
            ),
        ),
    ]


def _others() -> list[WinnerList]:
    return [
        WinnerList(
            "an award that is no award here",
            book([HEAD, ROW_A, [2, "乙项目", "云川乙公司", "工业制造", "入围奖"]]),
            [A, fact("乙项目", "云川乙公司", "工业制造", "优胜奖")],
            ("“入围奖”不是本届的奖项",),
            meanings={"入围奖": "优胜奖"},
        ),
        WinnerList(
            "regions as headings",
            book([HEAD, ["云川市（1项）"], ROW_A]),
            [],
            ("这一行只有“云川市（1项）”",),
            is_refused=True,
        ),
    ]
