"""Lists of winners and of cases as offices hand them out, with their facts, written before any was imported.

Names, units and projects are made up. What is real is how they are laid out: several ways to join units, recommenders and
persons beside the units, changes told below a table, boards of organisers behind it, tables of a platform's export.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import docx
from docx.shared import Cm
from openpyxl.styles import Font

from tests.intake.corpus.announced import (
    CITY,
    FARM,
    FIRST,
    GOOD,
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
from tests.intake.corpus.winners import SPECIAL, book, fact, text
from tests.intake.office_files import converted


def announced_fifth() -> list[Announced]:
    """All of them."""
    return [*_workbooks(), *_exports(), *_documents(), *_running(), *_prints(), *_pages(), *_plain()]


def _workbooks() -> list[Announced]:
    """Cases with their recommenders, blocks side by side, a sheet a track, special awards in a column of their own."""
    cases = [
        ["云川省数据要素典型案例入围名单"],
        ["序号", "所在地", "推荐单位", "案例名称", "申报单位（含联合单位）", "所属领域"],
        [1.0, "临河市", "临河市数据局", "“一河一图”：流域联调联排", "临河市水务局、云川水利设计院", CITY],
        [2.0, "临河市", "临河市数据局", "数据+信用，助力小微首贷", "临河农村商业银行股份有限公司", MONEY],
        [3.0, "省直", "云川省工信厅", "面向离散制造的排产优化（二期）", "云川重工集团有限公司；青岭大学", WORKS],
        ["注：排名不分先后。"],
    ]
    blocks = [
        ["城市治理赛道", "", "", "", "工业制造赛道", "", ""],
        ["奖项", "项目名称", "申报单位", "", "奖项", "项目名称", "申报单位"],
        [FIRST, "井盖位移监测", "临河城管局", "", FIRST, "注塑工艺参数推荐", "青岭模具有限公司"],
        [SECOND, "垃圾转运调度", "安澜环卫公司", "", SECOND, "能耗双控看板", "青岭水泥厂"],
        ["", "", "", "", THIRD, "叉车轨迹分析", "临河物流装备有限公司"],
    ]
    head = ["序号", "作品名称", "参赛单位", "获奖等级"]
    sheets = {
        "2.工业制造": [
            head,
            [1, "焊缝缺陷判读", "云川锅炉厂", "一等"],
            [2, "涂装色差预测", "临河客车有限公司", "三等"],
        ],
        "3.现代农业": [head, [1, "茶园霜冻预警", "安澜县茶业局", "二等"]],
        "优秀组织单位": [["序号", "单位名称"], [1, "云川省数据局"], [2, "临河市数据局"]],
    }
    count = [["附件", "一等", "二等", "三等"], ["工业制造", 1, 0, 1], ["现代农业", 0, 1, 0], ["合计", 1, 1, 1]]
    special = [
        ["项目名称", "牵头申报单位", "联合申报单位", "赛道", "等次奖", "单项奖"],
        ["热网平衡调节", "云川热力公司", "云川大学、临河仪表厂", CITY, FIRST, SPECIAL],
        ["生猪疫病早筛", "安澜牧业公司", "/", FARM, SECOND, "/"],
        ["票据风险画像", "云川银行", "无", MONEY, "/", SPECIAL],
        ["秸秆收储路线", "青岭农机合作社", "-", FARM, THIRD, "—"],
    ]
    return [
        Announced(
            "cases with recommenders",
            book(cases, ["A1:F1", "A6:F6", "C3:C4"]),
            [
                fact(
                    "“一河一图”：流域联调联排",
                    "临河市水务局",
                    CITY,
                    "",
                    "云川水利设计院",
                    region="临河市",
                    finalist="是",
                ),
                fact(
                    "数据+信用，助力小微首贷", "临河农村商业银行股份有限公司", MONEY, "", region="临河市", finalist="是"
                ),
                fact(
                    "面向离散制造的排产优化（二期）",
                    "云川重工集团有限公司",
                    WORKS,
                    "",
                    "青岭大学",
                    region="省直",
                    finalist="是",
                ),
            ],
            "finalists",
        ),
        Announced(
            "blocks of tracks side by side",
            book(blocks, ["A1:C1", "E1:G1"]),
            [
                fact("井盖位移监测", "临河城管局", CITY, FIRST),
                fact("垃圾转运调度", "安澜环卫公司", CITY, SECOND),
                fact("注塑工艺参数推荐", "青岭模具有限公司", WORKS, FIRST),
                fact("能耗双控看板", "青岭水泥厂", WORKS, SECOND),
                fact("叉车轨迹分析", "临河物流装备有限公司", WORKS, THIRD),
            ],
        ),
        Announced(
            "a sheet a track behind a sheet of numbers",
            book(count, name="1.统计", **sheets),
            [
                fact("焊缝缺陷判读", "云川锅炉厂", WORKS, FIRST),
                fact("涂装色差预测", "临河客车有限公司", WORKS, THIRD),
                fact("茶园霜冻预警", "安澜县茶业局", FARM, SECOND),
            ],
        ),
        Announced(
            "special awards in a column of their own",
            book(special),
            [
                fact("热网平衡调节", "云川热力公司", CITY, f"{FIRST}、{SPECIAL}", "云川大学、临河仪表厂"),
                fact("生猪疫病早筛", "安澜牧业公司", FARM, SECOND),
                fact("票据风险画像", "云川银行", MONEY, SPECIAL),
                fact("秸秆收储路线", "青岭农机合作社", FARM, THIRD),
            ],
        ),
    ]


def _exports() -> list[Announced]:
    """What platforms export and offices work on: formulas, dates, scores, struck and filtered rows, persons."""

    def worked(_: Any, sheet: Any) -> None:
        sheet.auto_filter.ref = "A1:F6"
        sheet.row_dimensions[4].hidden = True
        for cell in sheet[5]:
            cell.font = Font(strike=True)

    working = [
        ["作品编号", "作品名称", "报名主体", "参赛方向", "获奖情况", "备注"],
        ["YC-0012", "港口集卡排队预测", "云川港务集团有限公司", CITY, SECOND, ""],
        ["YC-0047", "高炉布料模型", "云川钢铁有限公司", WORKS, FIRST, ""],
        ["YC-0051", "矿卡油耗核算", "青岭矿业有限公司", WORKS, "未获奖", ""],
        ["YC-0066", "信贷资金流向", "临河银行", MONEY, THIRD, "主动放弃"],
        ["YC-0070", "票据真伪核验", "安澜银行", MONEY, THIRD, "由第4名递补"],
    ]
    exported = [
        [
            "ID",
            "提交时间",
            "作品名称",
            "第一完成单位",
            "第二完成单位",
            "第三完成单位",
            "主要完成人",
            "总分",
            "名次",
            "奖项",
            "赛道",
        ],
        [101.0, date(2026, 8, 1), "桥隧病害识别", "云川交投集团", "云川大学", "", "张某、李某", 93.5, 1, FIRST, CITY],
        [102.0, date(2026, 8, 2), "纺机断纱预警", "临河纺织有限公司", "", "", "王某", 91.0, 2, SECOND, WORKS],
        [
            103.0,
            date(2026, 8, 3),
            "园区碳核算",
            "青岭管委会",
            "青岭大学",
            "云川环科院",
            "赵某等",
            88.0,
            3,
            THIRD,
            GREEN,
        ],
        ["合计", "", "3项", "", "", "", "", "=SUM(H2:H4)"],
    ]
    computed = [
        ["序号", "项目名称", "单位", "赛道", "奖项"],
        ["=ROW()-1", "污水泵站联调", "临河排水公司", CITY, FIRST],
        ["=ROW()-1", "=底稿!A2", "安澜供水公司", CITY, SECOND],
    ]
    medals = [
        ["奖项", "团队名称", "项目名称", "所在单位", "组别"],
        ["金奖", "破浪队", "海缆风险预警", "云川电缆厂", WORKS],
        ["银奖", "耕云队", "墒情一张图", "安澜农科所", FARM],
        ["最具潜力奖", "守望队", "林火烟点识别", "青岭林业局", GREEN],
    ]
    return [
        Announced(
            "a working copy with a filter and struck rows",
            book(working, touch=worked),
            [
                fact("港口集卡排队预测", "云川港务集团有限公司", CITY, SECOND),
                fact("高炉布料模型", "云川钢铁有限公司", WORKS, FIRST),
                fact("票据真伪核验", "安澜银行", MONEY, THIRD),
            ],
        ),
        Announced(
            "an export with dates, scores and persons",
            book(exported),
            [
                fact("桥隧病害识别", "云川交投集团", CITY, FIRST, "云川大学"),
                fact("纺机断纱预警", "临河纺织有限公司", WORKS, SECOND),
                fact("园区碳核算", "青岭管委会", GREEN, THIRD, "青岭大学、云川环科院"),
            ],
        ),
        Announced(
            "titles by formulas",
            book(computed, 底稿=[["项目"], ["二次供水水龄分析"]]),
            [
                fact("污水泵站联调", "临河排水公司", CITY, FIRST),
                fact("二次供水水龄分析", "安澜供水公司", CITY, SECOND),
            ],
        ),
        Announced(
            "medals and teams",
            book(medals),
            [
                fact("海缆风险预警", "云川电缆厂", WORKS, "金奖", team="破浪队"),
                fact("墒情一张图", "安澜农科所", FARM, "银奖", team="耕云队"),
                fact("林火烟点识别", "青岭林业局", GREEN, "最具潜力奖", team="守望队"),
            ],
        ),
    ]


def _documents() -> list[Announced]:
    """Tables in Word: labels within cells, one unit over rows, recommenders only, changes below."""
    leaders = tables(
        "附件1",
        "“云上数据×”大赛云川分赛拟获奖项目",
        [
            ["赛道", "奖项", "项目名称", "项目单位"],
            [CITY, FIRST, "内涝点“叫应”联动", "牵头单位：临河应急局\n联合单位：临河气象局、云川大学"],
            ["^", SECOND, "地铁扶梯故障预警", "牵头单位：云川地铁公司"],
            [GREEN, FIRST, "沼气发电寻优", "牵头单位：安澜能源公司\n联合单位：青岭大学"],
        ],
        "公示期：2026年9月1日至9月7日。如有异议，请以书面形式反映。",
    )
    shared = tables(
        "城市治理赛道获奖名单",
        [
            ["序号", "单位", "作品", "奖次"],
            ["1", "云川大数据集团", "公交线网评估", FIRST],
            ["2", "^", "停车泊位错时共享", SECOND],
            ["3", "临河大学 云川规划院", "街区活力测度", SECOND],
        ],
    )
    recommenders = tables(
        "现代农业赛道",
        [
            ["序号", "项目名称", "推荐单位", "奖项"],
            ["1", "果园蜂群授粉监测", "安澜县农业农村局", FIRST],
            ["2", "渔船进出港核验", "临河市农业农村局", SECOND],
        ],
    )
    changed = tables(
        [
            ["序号", "项目名称", "申报单位", "赛道", "奖项"],
            ["1", "储能电站热失控预警", "青岭储能公司", GREEN, FIRST],
            ["2", "楼宇空调群控", "云川节能公司", GREEN, SECOND],
            ["3", "充电桩负荷预测", "临河电力公司", GREEN, SECOND],
        ],
        "公示期间，“楼宇空调群控”因知识产权异议取消获奖资格，由“建材碳标签”（安澜建材公司）递补为二等奖。",
    )
    cards = tables(
        *[
            piece
            for number, (title, unit, track, award) in enumerate(
                (
                    ("轴承寿命预测", "青岭轴承厂、云川大学", WORKS, FIRST),
                    ("稻虾共作水质预警", "临河水产站", FARM, SECOND),
                ),
                1,
            )
            for piece in (
                f"获奖项目（{number}）",
                [["项目名称", title, "获奖等级", award], ["申报单位", unit, "参赛赛道", track]],
            )
        ]
    )
    return [
        Announced(
            "leaders and partners labelled within a cell",
            leaders,
            [
                _proposed("内涝点“叫应”联动", "临河应急局", CITY, FIRST, "临河气象局、云川大学"),
                _proposed("地铁扶梯故障预警", "云川地铁公司", CITY, SECOND),
                _proposed("沼气发电寻优", "安澜能源公司", GREEN, FIRST, "青岭大学"),
            ],
            "proposed",
        ),
        Announced(
            "one unit over two works",
            shared,
            [
                fact("公交线网评估", "云川大数据集团", CITY, FIRST),
                fact("停车泊位错时共享", "云川大数据集团", CITY, SECOND),
                fact("街区活力测度", "临河大学", CITY, SECOND, "云川规划院"),
            ],
        ),
        Announced(
            "only those who recommend",
            recommenders,
            [fact("果园蜂群授粉监测", "", FARM, FIRST), fact("渔船进出港核验", "", FARM, SECOND)],
        ),
        Announced(
            "a change told below the table",
            changed,
            [
                fact("储能电站热失控预警", "青岭储能公司", GREEN, FIRST),
                fact("充电桩负荷预测", "临河电力公司", GREEN, SECOND),
                fact("建材碳标签", "安澜建材公司", GREEN, SECOND),
            ],
        ),
        Announced(
            "cards of four columns",
            cards,
            [
                fact("轴承寿命预测", "青岭轴承厂", WORKS, FIRST, "云川大学"),
                fact("稻虾共作水质预警", "临河水产站", FARM, SECOND),
            ],
        ),
    ]


def _proposed(title: str, unit: str, track: str, award: str, partners: str = "") -> dict[str, str]:
    made = fact(title, unit, track, award, partners)
    made["proposed"] = made.pop("awards")
    return made


def _tab_stops(folder: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("金融服务赛道")
    for line in ("二等奖", "1\t农险定损影像核验\t安澜保险公司", "三等奖", "1\t反欺诈联防\t云川银行\t云川大学"):
        paragraph = made.add_paragraph(line)
        for place in (1.5, 9, 13):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place))
    made.save(str(folder / "名单.docx"))
    return folder / "名单.docx"


def _numbered(folder: Path) -> Path:
    made = docx.Document()
    made.add_heading("“云上数据×”大赛获奖名单", 1)
    for heading, items in (
        ("工业制造赛道·一等奖", ("云川阀门厂：阀体铸造缺陷溯源",)),
        ("工业制造赛道·二等奖", ("临河轮胎有限公司：硫化工艺优化", "青岭玻璃厂、青岭大学：玻璃窑炉节能")),
        ("优秀组织奖", ("临河市工信局", "青岭市工信局")),
    ):
        made.add_heading(heading, 2)
        for each in items:
            made.add_paragraph(each, style="List Number")
    made.save(str(folder / "名单.docx"))
    return folder / "名单.docx"


def _running() -> list[Announced]:
    """Word without tables: tab stops without heads, numbers by Word, sentences that end with 申报的项目."""
    return [
        Announced(
            "tab stops below awards",
            _tab_stops,
            [
                fact("农险定损影像核验", "安澜保险公司", MONEY, SECOND),
                fact("反欺诈联防", "云川银行", MONEY, THIRD, "云川大学"),
            ],
        ),
        Announced(
            "units before their projects, numbered by Word",
            _numbered,
            [
                fact("阀体铸造缺陷溯源", "云川阀门厂", WORKS, FIRST),
                fact("硫化工艺优化", "临河轮胎有限公司", WORKS, SECOND),
                fact("玻璃窑炉节能", "青岭玻璃厂", WORKS, SECOND, "青岭大学"),
            ],
        ),
        Announced(
            "sentences below awards",
            lines(
                "各参赛单位：",
                "现将评审结果公布如下：",
                "一、城市治理赛道",
                "（一）一等奖1名",
                "临河市住建局申报的“老楼加梯意愿画像”项目。",
                "（二）二等奖2名",
                "云川燃气公司申报的“燃气入户巡检”项目；",
                "安澜市民政局、云川大学联合申报的“独居老人用水关怀”项目。",
                "二、绿色低碳赛道",
                "（一）一等奖空缺",
                "（二）二等奖1名",
                "青岭林业局申报的“林业碳汇监测”项目。",
                "特此公布。",
            ),
            [
                fact("老楼加梯意愿画像", "临河市住建局", CITY, FIRST),
                fact("燃气入户巡检", "云川燃气公司", CITY, SECOND),
                fact("独居老人用水关怀", "安澜市民政局", CITY, SECOND, "云川大学"),
                fact("林业碳汇监测", "青岭林业局", GREEN, SECOND),
            ],
        ),
    ]


def _prints() -> list[Announced]:
    """PDF: rules over pages with a table going on under a caption, LibreOffice's print of merged cells, hanging lines."""
    rows = [
        ("面向山区公路的边坡位移监测与分级预警发布", "云川公路事业发展中心、云川大学", CITY, FIRST),
        ("医废转运“一码到底”", "临河市卫生健康委员会", CITY, SECOND),
        ("数控机床热误差补偿（T-Comp）", "青岭机床股份有限公司", WORKS, FIRST),
        ("化工园区VOCs走航溯源", "安澜市生态环境局；云川环境监测中心", GREEN, SECOND),
        ("蔬菜大棚“云管家”", "安澜县蔬菜专业合作社联合社", FARM, THIRD),
        ("订单农业融资", "云川农业信贷担保有限公司", MONEY, THIRD),
    ]
    facts = [
        fact(
            title,
            unit.replace("；", "、").split("、")[0],
            track,
            award,
            "、".join(unit.replace("；", "、").split("、")[1:]),
        )
        for title, unit, track, award in rows
    ]
    head = "<tr><th>序号<th>项目名称<th>申报单位<th>赛道<th>奖项</tr>"
    cells = ["".join(f"<td>{cell}" for cell in (str(n), *row)) for n, row in enumerate(rows, 1)]
    whole = "<table>" + head + "".join(f"<tr>{each}</tr>" for each in cells[:3]) + "</table>"
    rest = "<table>" + head + "".join(f"<tr>{each}</tr>" for each in cells[3:]) + "</table>"
    continued = pdf(
        f"<p>附件</p><h3>获奖名单</h3>{whole}<p style='break-before: page'>续表</p>{rest}<p>注：本名单不分先后。</p>"
    )

    def printed(folder: Path) -> Path:
        made = tables(
            "附件2 获奖项目名单",
            [
                ["赛道", "等次", "项目", "完成单位"],
                [WORKS, FIRST, "齿轮热处理变形预测", "云川齿轮厂"],
                ["^", SECOND, "备件库存共享", "青岭重工有限公司"],
                ["^", "^", "窑尾烟气调控", "安澜水泥有限公司"],
                [MONEY, SECOND, "外汇风险提示", "云川银行"],
            ],
        )(folder)
        return converted(made, "pdf")

    hanging = pdf(
        "<h3>入选名单</h3><p>城市治理赛道</p><p>一等奖</p>"
        "<p>1.基于手机信令的景区客流承载力评估与跨区域错峰疏导调度指挥系统（云川文旅数据有限公司、云川省文化和旅游厅信息中心）</p>"
        "<p>二等奖</p><p>1.“有事好商量”——社区议事数字助手（临河市民政局）</p>"
        "<p>2.暴雨红色预警下的地下空间（车库、商场、过街通道）应急处置（安澜市应急管理局、安澜市消防救援支队）</p>"
    )
    return [
        Announced("a table that goes on under a caption", continued, facts),
        Announced(
            "printed by LibreOffice",
            printed,
            [
                fact("齿轮热处理变形预测", "云川齿轮厂", WORKS, FIRST),
                fact("备件库存共享", "青岭重工有限公司", WORKS, SECOND),
                fact("窑尾烟气调控", "安澜水泥有限公司", WORKS, SECOND),
                fact("外汇风险提示", "云川银行", MONEY, SECOND),
            ],
        ),
        Announced(
            "long lines of a PDF with brackets in titles",
            hanging,
            [
                fact(
                    "基于手机信令的景区客流承载力评估与跨区域错峰疏导调度指挥系统",
                    "云川文旅数据有限公司",
                    CITY,
                    FIRST,
                    "云川省文化和旅游厅信息中心",
                ),
                fact("“有事好商量”——社区议事数字助手", "临河市民政局", CITY, SECOND),
                fact(
                    "暴雨红色预警下的地下空间（车库、商场、过街通道）应急处置",
                    "安澜市应急管理局",
                    CITY,
                    SECOND,
                    "安澜市消防救援支队",
                ),
            ],
        ),
    ]


def _pages() -> list[Announced]:
    """Pages of web sites: a correction below the table, cards without a table, a cell with all awards of a track."""
    corrected = page(
        "<h1>获奖名单公告</h1><table border=1><tr><td>奖项<td>序号<td>项目名称<td>报送单位<td>赛道</tr>"
        f"<tr><td rowspan=2>一等奖<td>1<td>&nbsp;气象服务稻作&nbsp;<td>安澜气象局<td>{FARM}</tr>"
        f"<tr><td>2<td><p>冷库</p><p>能耗管理</p><td>临河<br>冷链公司<td>{FARM}</tr>"
        f"<tr><td>二等奖<td>3<td>贷后风险<span>监测</span><td>云川银行<td>{MONEY}</tr></table>"
        "<p>更正：二等奖“贷后风险监测”的报送单位应为“云川农村商业银行”。</p>"
    )
    cards = page(
        "<h2>城市治理赛道</h2><h3>一等奖</h3><div class=item><span>01</span><h4>古树名木监护</h4><p>青岭园林局</p></div>"
        "<h3>二等奖</h3><div class=item><span>01</span><h4>违建图斑识别</h4><p>临河自然资源局</p></div>"
        "<div class=item><span>02</span><h4>充电车棚预警</h4><p>安澜消防支队</p></div>"
    )
    cells = page(
        "<table border=1><tr><th>赛道<th>获奖项目</tr>"
        f"<tr><td>{CITY}<td><p>一等奖：《管网听漏》云川水务公司</p><p>二等奖：《路灯单灯控制》临河路灯所</p></tr>"
        f"<tr><td>{GREEN}<td><p>一等奖：《余热入户》青岭热电厂</p></tr></table>"
    )
    return [
        Announced(
            "a correction below the table",
            corrected,
            [
                fact("气象服务稻作", "安澜气象局", FARM, FIRST),
                fact("冷库能耗管理", "临河冷链公司", FARM, FIRST),
                fact("贷后风险监测", "云川农村商业银行", MONEY, SECOND),
            ],
        ),
        Announced(
            "cards of a web page",
            cards,
            [
                fact("古树名木监护", "青岭园林局", CITY, FIRST),
                fact("违建图斑识别", "临河自然资源局", CITY, SECOND),
                fact("充电车棚预警", "安澜消防支队", CITY, SECOND),
            ],
        ),
        Announced(
            "all awards of a track in a cell",
            cells,
            [
                fact("管网听漏", "云川水务公司", CITY, FIRST),
                fact("路灯单灯控制", "临河路灯所", CITY, SECOND),
                fact("余热入户", "青岭热电厂", GREEN, FIRST),
            ],
        ),
    ]


def _text(name: str, *rows: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    return text(name, "\n".join(rows) + "\n", encoding)


def _plain() -> list[Announced]:
    """CSV in GBK with short names of tracks, Markdown with links, columns of wide blanks with teams."""
    return [
        Announced(
            "short names of tracks in GBK",
            _text(
                "名单.csv",
                "序号,项目名称,申报单位（盖章名）,赛道简称,奖等",
                '1,"看, 得见的窨井盖",临河市政公司,城治,1等奖',
                '2,"“链”上农资, 放心田",安澜供销社/云川农科院,农业,2等奖',
                '3,"碳账户（个人版）",青岭银行＋青岭大学,低碳,优胜',
                encoding="gbk",
            ),
            [
                fact("看, 得见的窨井盖", "临河市政公司", CITY, FIRST),
                fact("“链”上农资, 放心田", "安澜供销社", FARM, SECOND, "云川农科院"),
                fact("碳账户（个人版）", "青岭银行", GREEN, GOOD, "青岭大学"),
            ],
        ),
        Announced(
            "Markdown with links and a board of organisers",
            _text(
                "名单.md",
                "# 获奖名单",
                "",
                "## 绿色低碳赛道",
                "",
                "| 奖项 | 项目 | 单位 |",
                "| --- | --- | --- |",
                "| **一等奖** | [光伏清洗调度](https://example.com/1) | 青岭光伏公司 |",
                "| 二等奖 | *污泥干化*控制 | 临河水务公司、云川环科院 |",
                "",
                "## 优秀组织单位",
                "",
                "| 序号 | 单位 |",
                "| --- | --- |",
                "| 1 | 青岭市数据局 |",
            ),
            [
                fact("光伏清洗调度", "青岭光伏公司", GREEN, FIRST),
                fact("污泥干化控制", "临河水务公司", GREEN, SECOND, "云川环科院"),
            ],
        ),
        Announced(
            "columns of wide blanks with teams",
            _text(
                "名单.txt",
                "2026年大赛决赛结果",
                "名次　　队名　　　项目名称　　　　单位　　　　　　赛道　　　　奖项",
                "１　　　星火队　　船舶能效优化　　云川船厂　　　　工业制造　　一等奖",
                "２　　　青禾队　　灌区配水推演　　安澜灌区管理局　现代农业　　二等奖",
                "３　　　磐石队　　尾矿库监测　　　青岭矿业公司　　绿色低碳　　二等奖",
                "以上名次以组委会解释为准。",
            ),
            [
                fact("船舶能效优化", "云川船厂", WORKS, FIRST, team="星火队"),
                fact("灌区配水推演", "安澜灌区管理局", FARM, SECOND, team="青禾队"),
                fact("尾矿库监测", "青岭矿业公司", GREEN, SECOND, team="磐石队"),
            ],
        ),
    ]
