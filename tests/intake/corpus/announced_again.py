"""More lists of announcements, written after the first were read and before these were. All of it is fabricated."""

from __future__ import annotations

from pathlib import Path

import docx

from tests.intake.corpus.announced import (
    CITY,
    FARM,
    FIRST,
    GREEN,
    MONEY,
    SECOND,
    THIRD,
    WORKS,
    Announced,
    lines,
    page,
    pdf,
    tables,
)
from tests.intake.corpus.winners import book, fact, text

HEAD = ["序号", "项目名称", "申报单位", "赛道", "奖项"]


def _counted_by_word(folder: Path) -> Path:
    """Lines that Word numbers."""
    made = docx.Document()
    made.add_paragraph("城市治理赛道获奖名单")
    for award, items in (
        (FIRST, ["堤防巡检（云川水利局）"]),
        (SECOND, ["热网调平（临河热力有限公司）", "公交优先（青岭公交集团有限公司、云川大学）"]),
    ):
        made.add_paragraph(award)
        for each in items:
            made.add_paragraph(each, style="List Number")
    made.save(str(folder / "名单.docx"))
    return folder / "名单.docx"


def _merged_over_pages() -> str:
    """An award cell that the page cuts: nothing stands in its part on the next page."""
    rows = "".join(
        f"<tr>{'<td rowspan=14>二等奖</td>' if n == 1 else ''}<td>{n}</td><td>示范项目第{n}号</td>"
        f"<td>云川第{n}有限公司</td><td>工业制造</td></tr>"
        for n in range(1, 15)
    )
    return f"<h2>获奖名单</h2><table><tr><th>奖项<th>序号<th>项目名称<th>申报单位<th>赛道</tr>{rows}</table>"


def announced_again() -> list[Announced]:
    """All of them."""
    return [
        Announced(
            "a line without its unit among dashes",
            lines(
                "城市治理赛道",
                "一等奖",
                "1. 地铁客流——疏导一张图——云川地铁集团有限公司",
                "2. 数据要素×消防——慧眼平台",
                "二等奖",
                "1. 水厂加药——临河供水有限公司",
            ),
            [
                fact("地铁客流——疏导一张图", "云川地铁集团有限公司", CITY, FIRST),
                fact("数据要素×消防——慧眼平台", "", CITY, FIRST),
                fact("水厂加药", "临河供水有限公司", CITY, SECOND),
            ],
        ),
        Announced(
            "the unit before the dash",
            lines(
                "城市治理赛道", "一等奖", "1. 云川地铁集团有限公司——地铁客流疏导", "2. 临河供水有限公司——水厂加药优化"
            ),
            [
                fact("地铁客流疏导", "云川地铁集团有限公司", CITY, FIRST),
                fact("水厂加药优化", "临河供水有限公司", CITY, FIRST),
            ],
        ),
        Announced(
            "cards with persons",
            lines(
                "获奖项目",
                "一等奖（1个）",
                "项目名称：风机叶片巡检",
                "所属赛道：绿色低碳",
                "牵头单位：云川风电有限公司",
                "联合单位：云川大学、临河叶片厂",
                "联系人：吴某某",
                "二等奖（1个）",
                "项目名称：粮仓测温",
                "所属赛道：现代农业",
                "牵头单位：安澜粮储有限公司",
                "联系人：郑某某",
            ),
            [
                fact("风机叶片巡检", "云川风电有限公司", GREEN, FIRST, "云川大学、临河叶片厂"),
                fact("粮仓测温", "安澜粮储有限公司", FARM, SECOND),
            ],
        ),
        Announced(
            "cards in a line",
            lines(
                "1.项目名称：风机叶片巡检；申报单位：云川风电有限公司；赛道：绿色低碳；奖项：一等奖",
                "2.项目名称：粮仓测温；申报单位：安澜粮储有限公司；赛道：现代农业；奖项：二等奖",
            ),
            [
                fact("风机叶片巡检", "云川风电有限公司", GREEN, FIRST),
                fact("粮仓测温", "安澜粮储有限公司", FARM, SECOND),
            ],
        ),
        Announced(
            "columns of spaces with a gap",
            text(
                "名单.txt",
                "序号  项目名称  牵头单位  联合单位  赛道  奖项\n"
                "1  路灯节能  云川照明管理处  云川大学  城市治理  一等奖\n"
                "2  印染配色  临河印染有限公司    工业制造  二等奖\n",
            ),
            [
                fact("路灯节能", "云川照明管理处", CITY, FIRST, "云川大学"),
                fact("印染配色", "临河印染有限公司", WORKS, SECOND),
            ],
        ),
        Announced(
            "projects one behind the other with commas",
            lines("城市治理赛道", "一等奖（2个）：堤防巡检（云川水利局）、热网调平（临河热力有限公司）。"),
            [fact("堤防巡检", "云川水利局", CITY, FIRST), fact("热网调平", "临河热力有限公司", CITY, FIRST)],
        ),
        Announced(
            "a count that does not agree",
            lines(
                "城市治理赛道",
                "一等奖（3个）",
                "1. 堤防巡检（云川水利局）",
                "2. 热网调平（临河热力有限公司）",
                "二等奖（1个）",
                "1. 公交优先（青岭公交集团有限公司）",
            ),
            [
                fact("堤防巡检", "云川水利局", CITY, FIRST),
                fact("热网调平", "临河热力有限公司", CITY, FIRST),
                fact("公交优先", "青岭公交集团有限公司", CITY, SECOND),
            ],
        ),
        Announced(
            "marks behind units",
            book(
                [
                    HEAD,
                    [1, "票据核验", "云川银行股份有限公司*、临河大学", MONEY, FIRST],
                    [2, "茶价指数", "青岭茶叶交易中心②", FARM, SECOND],
                ]
            ),
            [
                fact("票据核验", "云川银行股份有限公司", MONEY, FIRST, "临河大学"),
                fact("茶价指数", "青岭茶叶交易中心", FARM, SECOND),
            ],
        ),
        Announced(
            "an award merged over a page",
            pdf(_merged_over_pages(), "@page { size: 190mm 90mm }"),
            [fact(f"示范项目第{n}号", f"云川第{n}有限公司", WORKS, SECOND) for n in range(1, 15)],
        ),
        Announced(
            "lines that Word numbers",
            _counted_by_word,
            [
                fact("堤防巡检", "云川水利局", CITY, FIRST),
                fact("热网调平", "临河热力有限公司", CITY, SECOND),
                fact("公交优先", "青岭公交集团有限公司", CITY, SECOND, "云川大学"),
            ],
        ),
        Announced(
            "lines without numbers",
            page(
                "<h1>获奖名单</h1><p>城市治理赛道</p><p>一等奖</p><p>堤防巡检（云川水利局）</p><p>二等奖</p>"
                "<p>热网调平（临河热力有限公司）</p><p>公交优先（青岭公交集团有限公司）</p>"
            ),
            [
                fact("堤防巡检", "云川水利局", CITY, FIRST),
                fact("热网调平", "临河热力有限公司", CITY, SECOND),
                fact("公交优先", "青岭公交集团有限公司", CITY, SECOND),
            ],
        ),
        Announced(
            "title and unit in a cell",
            book(
                [
                    ["序号", "项目名称及申报单位", "赛道", "奖项"],
                    [1, "堤防巡检\n云川水利局", CITY, FIRST],
                    [2, "热网调平\n临河热力有限公司", CITY, SECOND],
                ]
            ),
            [fact("堤防巡检", "云川水利局", CITY, FIRST), fact("热网调平", "临河热力有限公司", CITY, SECOND)],
        ),
        Announced(
            "a list of organisers below",
            tables(
                "一、项目奖",
                [
                    HEAD,
                    ["1", "堤防巡检", "云川水利局", CITY, FIRST],
                    ["2", "高炉配料", "云川钢铁有限公司", WORKS, THIRD],
                ],
                "二、优秀组织单位（2个）",
                [["序号", "单位名称"], ["1", "云川市数据局"], ["2", "临河市数据局"]],
                "三、优秀组织个人（1名）",
                [["序号", "姓名", "单位"], ["1", "冯某某", "云川市数据局"]],
            ),
            [fact("堤防巡检", "云川水利局", CITY, FIRST), fact("高炉配料", "云川钢铁有限公司", WORKS, THIRD)],
        ),
        Announced(
            "places within awards",
            book(
                [
                    ["“云上数据×”大赛决赛成绩", None, None, None, None],
                    ["名次", "参赛项目", "参赛单位", "赛道", "所获奖项"],
                    ["第1名", "堤防巡检", "云川水利局", CITY, "一等奖（第1名）"],
                    ["第2名", "高炉配料", "云川钢铁有限公司", WORKS, "二等奖（第2名）"],
                    ["第2名", "茶价指数", "青岭茶叶交易中心", FARM, "二等奖（并列第2名）"],
                ],
                ["A1:E1"],
            ),
            [
                fact("堤防巡检", "云川水利局", CITY, FIRST),
                fact("高炉配料", "云川钢铁有限公司", WORKS, SECOND),
                fact("茶价指数", "青岭茶叶交易中心", FARM, SECOND),
            ],
        ),
    ]


def announced_last() -> list[Announced]:
    """Written after those above were read, and not mended for but where they were wrong in silence."""
    return [
        Announced(
            "a table a project",
            tables(
                "获奖项目",
                [["项目名称", "海堤巡检"], ["申报单位", "云川海事局"], ["赛道", CITY], ["奖项", FIRST]],
                "",
                [["项目名称", "茶园植保"], ["申报单位", "安澜茶业有限公司"], ["赛道", FARM], ["奖项", SECOND]],
            ),
            [fact("海堤巡检", "云川海事局", CITY, FIRST), fact("茶园植保", "安澜茶业有限公司", FARM, SECOND)],
        ),
        Announced(
            "prizes told above the lines",
            lines(
                "奖项设置",
                "一等奖（1个）：奖金10万元（云川省数据局颁发证书）。",
                "城市治理赛道",
                "一等奖（1个）",
                "海堤巡检（云川海事局）",
                "二等奖（1个）",
                "公厕导引（临河环卫服务有限公司）",
            ),
            [fact("海堤巡检", "云川海事局", CITY, FIRST), fact("公厕导引", "临河环卫服务有限公司", CITY, SECOND)],
        ),
        Announced(
            "definitions of a page",
            page(
                "<h2>城市治理赛道一等奖</h2><dl><dt>海堤巡检</dt><dd>申报单位：云川海事局</dd><dd>得分：91</dd>"
                "<dt>公厕导引</dt><dd>申报单位：临河环卫服务有限公司</dd><dd>得分：90</dd></dl>"
            ),
            [fact("海堤巡检", "云川海事局", CITY, FIRST), fact("公厕导引", "临河环卫服务有限公司", CITY, FIRST)],
        ),
        Announced(
            "dashes of every kind",
            lines(
                "城市治理赛道",
                "一等奖",
                "（1）5G-A海堤巡检 —— 云川海事局、云川大学",
                "（2）公厕导引－临河环卫服务有限公司",
                "（3）管廊-机器人协同--青岭管廊有限公司",
            ),
            [
                fact("5G-A海堤巡检", "云川海事局", CITY, FIRST, "云川大学"),
                fact("公厕导引", "临河环卫服务有限公司", CITY, FIRST),
                fact("管廊-机器人协同", "青岭管廊有限公司", CITY, FIRST),
            ],
        ),
        Announced(
            "lines of a printed page that break",
            pdf(
                "<h2>城市治理赛道获奖名单</h2><p>一等奖（1个）</p><p>1. 面向超大城市多灾种耦合风险的海堤巡检与人员疏散协同指挥"
                "——云川海事局、云川大学、临河应急装备有限公司</p><p>二等奖（1个）</p><p>1. 公厕导引——临河环卫服务有限公司</p>"
            ),
            [
                fact(
                    "面向超大城市多灾种耦合风险的海堤巡检与人员疏散协同指挥",
                    "云川海事局",
                    CITY,
                    FIRST,
                    "云川大学、临河应急装备有限公司",
                ),
                fact("公厕导引", "临河环卫服务有限公司", CITY, SECOND),
            ],
        ),
        Announced(
            "a sheet an award",
            book(
                [["项目名称", "申报单位", "赛道"], ["海堤巡检", "云川海事局", CITY]],
                name="一等奖",
                二等奖=[["项目名称", "申报单位", "赛道"], ["公厕导引", "临河环卫服务有限公司", CITY]],
                填报说明=[["一、每行一个项目。"], ["二、不要合并单元格。"]],
            ),
            [fact("海堤巡检", "云川海事局", CITY, FIRST), fact("公厕导引", "临河环卫服务有限公司", CITY, SECOND)],
        ),
        Announced(
            "an English column and units in brackets",
            tables(
                "获奖名单 List of Winners",
                [
                    ["No.", "项目 Project", "单位 Unit", "赛道 Track", "奖项 Award"],
                    [
                        "1",
                        "海堤巡检 Seawall Patrol",
                        "云川海事局 (牵头)\n云川大学 (参与)",
                        "城市治理 City",
                        "一等奖 First",
                    ],
                ],
            ),
            [fact("海堤巡检 Seawall Patrol", "云川海事局", CITY, FIRST, "云川大学")],
        ),
    ]
