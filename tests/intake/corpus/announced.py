"""Lists as announcements really lay them out, with their facts, written before any was imported. All of it is fabricated.

Places, units and projects are made up; the shapes are those of public announcements: tables that run over the pages of
a PDF, a table a track, lines and cards instead of tables, places instead of awards, marks that footnotes explain.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from weasyprint import HTML

from tests.intake.corpus.winners import Fact, book, fact, text

CITY, WORKS, FARM, MONEY, GREEN = "城市治理", "工业制造", "现代农业", "金融服务", "绿色低碳"
FIRST, SECOND, THIRD, GOOD = "一等奖", "二等奖", "三等奖", "优胜奖"


@dataclass(frozen=True)
class Announced:
    """A list and its true facts; `stage` is what the office says of it, as `--list` asks."""

    name: str
    write: Callable[[Path], Path]
    facts: list[Fact]
    stage: str = "winners"


def page(body: str, name: str = "名单.html", encoding: str = "utf-8") -> Callable[[Path], Path]:
    """A page of a web site around a list."""
    nav = (
        "<ul class=nav><li><a href=/>首页</a><li><a href=/tzgg>通知公告</a></ul><div>当前位置：首页 &gt; 通知公告</div>"
    )
    foot = "<div>扫一扫在手机打开当前页</div><div>上一篇：关于召开培训会的通知</div><p>主办：云川省数据局 网站标识码：0000000000</p>"
    return text(name, f"<html><meta charset={encoding}><body>{nav}{body}{foot}</body></html>", encoding)


def pdf(body: str, style: str = "") -> Callable[[Path], Path]:
    """A PDF on small pages with a running head and numbers of pages."""

    def write(folder: Path) -> Path:
        css = (
            "@page { size: 190mm 150mm; margin: 20mm 16mm; @top-center { content: '云川省数据局 获奖名单'; font-size: 9pt }"
            "@bottom-center { content: '— ' counter(page) ' —'; font-size: 10pt } }"
            "body { font: 12pt/20pt 'Noto Serif CJK SC', serif } p { margin: 0; text-indent: 2em }"
            "table { border-collapse: collapse; width: 100% } td, th { border: 0.6pt solid black; padding: 2pt 4pt }"
        )
        HTML(string=f"<style>{css}{style}</style><body>{body}</body>").write_pdf(folder / "名单.pdf")
        return folder / "名单.pdf"

    return write


def lines(*paragraphs: str) -> Callable[[Path], Path]:
    """A Word document of paragraphs."""

    def write(folder: Path) -> Path:
        made = docx.Document()
        for each in paragraphs:
            made.add_paragraph(each)
        made.save(str(folder / "名单.docx"))
        return folder / "名单.docx"

    return write


def tables(*pieces: Any, repeats: bool = False) -> Callable[[Path], Path]:
    """A Word document; a row of a table may have `^` (the cell above goes on) and `<` (the cell at the left goes on)."""

    def write(folder: Path) -> Path:
        made = docx.Document()
        for piece in pieces:
            if isinstance(piece, str):
                made.add_paragraph(piece)
                continue
            table = made.add_table(len(piece), len(piece[0]), style="Table Grid")
            for row, cells in enumerate(piece):
                for column, value in enumerate(cells):
                    if value == "^":
                        table.cell(row - 1, column).merge(table.cell(row, column))
                    elif value == "<":
                        table.cell(row, column - 1).merge(table.cell(row, column))
                    else:
                        table.cell(row, column).text = value
            if repeats:
                mark = OxmlElement("w:tblHeader")
                mark.set(qn("w:val"), "true")
                table.rows[0]._tr.get_or_add_trPr().append(mark)
        made.save(str(folder / "名单.docx"))
        return folder / "名单.docx"

    return write


def _html_rows(*rows: str, tag: str = "td") -> str:
    return "".join(f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in row.split('|'))}</tr>" for row in rows)


_LONG = (
    ("跨区域暴雨内涝多源数据汇聚与街道级积水风险分钟级预警", "云川省城市运行数据服务集团有限公司", CITY, FIRST),
    ("老旧供水管网漏损声纹识别与抢修路线调度", "临河市自来水有限责任公司", CITY, FIRST),
    ("陶瓷窑炉温度场重建与能耗寻优", "临河陶瓷股份有限公司", WORKS, FIRST),
    ("轴承产线振动数据驱动的预测维护", "青岭轴承厂", WORKS, SECOND),
    ("柑橘园水肥一体化处方图", "安澜县农业技术推广中心", FARM, SECOND),
    ("稻田病虫害遥感识别与统防统治调度服务平台及其在丘陵山区的规模化应用", "云川农业大学", FARM, SECOND),
    ("小微企业用电信用评价", "云川农村商业银行股份有限公司", MONEY, THIRD),
    ("供应链票据可信核验", "临河供应链金融服务有限公司", MONEY, THIRD),
    ("园区碳账户与绿电溯源", "青岭经济开发区管理委员会", GREEN, THIRD),
    ("建筑工地扬尘联动管控", "安澜市生态环境局", GREEN, THIRD),
)
_LONG_FACTS = [fact(*each) for each in _LONG]


def _over_pages() -> str:
    """Heads are repeated on each page, and what does not fit goes on in the next, within a row."""
    rows = _html_rows(*(f"{n}|{a}|{b}|{c}|{d}" for n, (a, b, c, d) in enumerate(_LONG, 1)))
    head = _html_rows("序号|项目名称|申报单位|赛道|奖项", tag="th")
    said = "<h2>云川省数据局关于公布大赛获奖名单的公告</h2><p>经评审和公示，现将名单公布如下。</p>"
    return f"{said}<table><thead>{head}</thead>{rows}</table><p>云川省数据局</p><p>2026年9月1日</p>"


def _titled_rows() -> str:
    """The award is a row over the whole width, and pages begin where they like."""
    made = ""
    for award in (FIRST, SECOND, THIRD):
        chosen = [each for each in _LONG if each[3] == award]
        made += f"<tr><td colspan=4>{award}（{len(chosen)}个）</td></tr>"
        made += _html_rows(*(f"{n}|{c}|{a}|{b}" for n, (a, b, c, _) in enumerate(chosen, 1)))
    head = _html_rows("序号|赛道|项目名称|申报单位", tag="th")
    return f"<h2>获奖项目名单</h2><table><thead>{head}</thead>{made}</table>"


_AWARDED = [
    fact("积水点一网统管", "云川市水务局", CITY, FIRST, "云川大学"),
    fact("窨井盖健康码", "临河市政工程有限公司", CITY, SECOND),
    fact("渣土车轨迹核验", "青岭城管数据中心", CITY, SECOND, "云川电信分公司、青岭大学"),
    fact("注塑机群能效对标", "云川塑机有限公司", WORKS, FIRST),
    fact("焊缝缺陷图谱", "临河船舶重工有限公司", WORKS, SECOND, "临河大学"),
]


def _a_table_a_track() -> Callable[[Path], Path]:
    head = ["序号", "项目名称", "牵头单位", "联合单位"]
    return tables(
        "附件",
        "“云上数据×”大赛云川分赛获奖名单",
        "（一）城市治理赛道",
        "一等奖",
        [head, ["1", "积水点一网统管", "云川市水务局", "云川大学"]],
        "二等奖",
        [
            head,
            ["1", "窨井盖健康码", "临河市政工程有限公司", "/"],
            ["2", "渣土车轨迹核验", "青岭城管数据中心", "云川电信分公司、青岭大学"],
        ],
        "（二）工业制造赛道",
        "一等奖",
        [head, ["1", "注塑机群能效对标", "云川塑机有限公司", "—"]],
        "二等奖",
        [head, ["1", "焊缝缺陷图谱", "临河船舶重工有限公司", "临河大学"]],
        repeats=True,
    )


def _nested_page() -> str:
    inner = f"<p><strong>{{}}</strong></p><table border=1>{_html_rows('序号|作品名称|参赛单位|所属赛道', tag='th')}{{}}</table>"
    first = inner.format(FIRST, _html_rows("1|<p>地下管廊<br>巡检机器人</p>|云川管廊有限公司|城市治理"))
    second = inner.format(
        SECOND, _html_rows("1|冷链果蔬溯源|安澜果业合作社|现代农业", "2|仓单质押核验|临河仓储有限公司|金融服务")
    )
    return (
        "<table width=1000><tr><td width=200><table><tr><td>通知公告</td></tr><tr><td>政策法规</td></tr></table></td>"
        f"<td><table><tr><td><h1>大赛获奖名单</h1><div>发布时间：2026-09-01 来源：省数据局</div>{first}{second}</td></tr></table>"
        "</td></tr></table>"
    )


_PLAIN = [
    fact("桥梁健康监测", "云川路桥集团有限公司", CITY, FIRST),
    fact("排水户画像", "临河排水公司", CITY, FIRST, "云川大学"),
    fact("电梯困人预警", "青岭特检院", CITY, SECOND),
    fact("压铸件质量追溯", "青岭压铸有限公司", WORKS, FIRST),
    fact("AGV车队协同调度", "云川智能装备有限公司", WORKS, SECOND),
    fact("刀具寿命预测", "临河机床厂", WORKS, SECOND),
]
_PLAIN_LINES = (
    "关于公布“云上数据×”大赛云川分赛获奖名单的通知",
    "各市（州）数据局，各有关单位：",
    "经初赛、复赛、决赛和公示，现将6个获奖项目公布如下。",
    "一、城市治理赛道",
    "一等奖（2个）：",
    "1. 桥梁健康监测——云川路桥集团有限公司",
    "2. 排水户画像——临河排水公司、云川大学",
    "二等奖（1个）：",
    "1. 电梯困人预警——青岭特检院",
    "二、工业制造赛道",
    "一等奖（1个）：",
    "1. 压铸件质量追溯——青岭压铸有限公司",
    "二等奖（2个）：",
    "1. AGV车队协同调度——云川智能装备有限公司",
    "2. 刀具寿命预测——临河机床厂",
    "请获奖单位于9月30日前领取证书，逾期视为放弃。",
    "云川省数据局",
    "2026年9月1日",
)


def _run_on() -> tuple[str, ...]:
    """An award is one paragraph with its projects one behind the other."""
    return (
        "获奖名单",
        "一、城市治理赛道",
        "一等奖（2个）：1.桥梁健康监测（云川路桥集团有限公司）；2.排水户画像（临河排水公司、云川大学）。",
        "二等奖（1个）：电梯困人预警（青岭特检院）。",
        "二、工业制造赛道",
        "一等奖（1个）：压铸件质量追溯（青岭压铸有限公司）。",
        "二等奖（2个）：1.AGV车队协同调度（云川智能装备有限公司）；2.刀具寿命预测（临河机床厂）。",
    )


_CARDS = [
    fact("洪水演进沙盘", "安澜水文局", CITY, FIRST, "云川水利设计院"),
    fact("茶园霜冻预警", "青岭茶业集团有限公司", FARM, SECOND),
    fact("渔船保险定损", "临河财产保险有限公司", MONEY, THIRD),
]


def _card_page() -> str:
    made = ""
    for each in _CARDS:
        partners = f"<p>联合单位：{each['partners']}</p>" if "partners" in each else ""
        made += (
            f"<div class=card><h3>{each['title']}</h3><p>申报单位：{each['unit']}</p>{partners}"
            f"<p>所属赛道：{each['track']}</p><p>获得奖项：{each['awards']}</p></div>"
        )
    return f"<h1>获奖项目</h1><div class=grid>{made}</div>"


def _aligned() -> str:
    """Columns held apart by spaces, as copied from a mail."""
    rows = [("序号", "项目名称", "申报单位", "赛道", "奖项")]
    rows += [(str(n), e["title"], e["unit"], e["track"], e["awards"]) for n, e in enumerate(_ALIGNED, 1)]
    return "获奖名单\n\n" + "\n".join("    ".join(cell.ljust(14, "　") for cell in row).rstrip() for row in rows) + "\n"


_ALIGNED = [
    fact("路灯单灯节能", "云川照明管理处", CITY, FIRST),
    fact("印染配色推荐", "临河印染有限公司", WORKS, SECOND),
    fact("垃圾焚烧炉排控制", "青岭环保能源有限公司", GREEN, THIRD),
]

_MERGED = [
    fact("河道采砂监管", "云川河道管理局", CITY, FIRST),
    fact("供热二网平衡", "临河热力有限公司", CITY, FIRST),
    fact("校车安全驾驶", "青岭公交集团有限公司", CITY, SECOND),
    fact("水泥熟料质量软测量", "安澜水泥有限公司", WORKS, SECOND),
    fact("纺纱断头定位", "临河纺织有限公司", WORKS, SECOND),
    fact("铝型材表面检测", "青岭铝业有限公司", WORKS, THIRD),
]


def _merged_down() -> Callable[[Path], Path]:
    rows = [["奖项", "序号", "项目名称", "申报单位", "赛道"]]
    last = ("", "")
    for n, each in enumerate(_MERGED, 1):
        now = (each["awards"], each["track"])
        rows.append(
            [
                "^" if now[0] == last[0] else f"{now[0][0]}\n{now[0][1]}\n{now[0][2]}",
                str(n),
                each["title"],
                each["unit"],
                "^" if now[1] == last[1] else now[1],
            ]
        )
        last = now
    return tables("2026年大赛获奖名单", rows)


_RANKED = [
    fact("暴雨积水推演", "云川大学", CITY, FIRST),
    fact("燃气哨兵", "临河燃气有限公司", CITY, SECOND),
    fact("热轧板形预报", "云川钢铁有限公司", CITY, SECOND),
    fact("泵站群优化运行", "青岭水务公司", CITY, THIRD),
]

_PROPOSED_FINAL = [
    {**fact("闸坝联合调度", "云川水利厅信息中心", CITY, ""), "recommended": "是"},
    {**fact("磨机负荷识别", "临河矿业有限公司", WORKS, ""), "recommended": "是"},
    {**fact("生猪健康档案", "安澜牧业有限公司", FARM, ""), "recommended": "是"},
]

_CONSORTIA = [
    fact("水质溯源", "云川环境监测中心", GREEN, FIRST, "云川大学、临河检测技术有限公司"),
    fact("余热回收寻优", "临河化工有限公司", GREEN, SECOND, "青岭设计院"),
    fact("塔筒结冰预警", "青岭风电有限公司", GREEN, SECOND, "云川气象服务中心、安澜大学、临河叶片厂"),
    fact("智慧停车", "云川停车管理有限公司", CITY, THIRD),
]

_ODD_NAMES = [
    fact("“一网统管”视角下基于《云川省防洪条例》的“四预”平台（二期）", "云川水利厅", CITY, FIRST),
    fact("Smart Kiln 4.0: 窑炉数字孪生", "ABC（临河）陶瓷有限公司", WORKS, SECOND),
    fact("ＡＩ＋质检——让“火眼金睛”看见0.1mm缺陷", "云川视觉科技（集团）有限公司", WORKS, SECOND),
    fact("数据要素×农业：从“会种地”到“慧种地”", "安澜县人民政府", FARM, THIRD),
    fact("“贷”动小微、“链”接未来", "云川银行股份有限公司临河分行", MONEY, THIRD),
]

_RENAMED = [
    fact("锻件余量优化", "云川智造有限公司（原云川机械厂）", WORKS, FIRST),
    fact("镍矿配料寻优", "青岭新材料股份有限公司（原：青岭镍业有限公司）", WORKS, SECOND, "云川大学（原云川工学院）"),
    fact("乡镇污水站远程值守（原名：污水站智能控制）", "安澜水务有限公司", GREEN, THIRD),
]

_VACANT = [
    fact("隧道火灾预警", "云川高速公路有限公司", CITY, FIRST),
    fact("地铁客流疏导", "云川地铁集团有限公司", CITY, SECOND),
    fact("共享单车治理", "临河交通运输局", CITY, SECOND),
    fact("注射成型调参", "青岭模具有限公司", WORKS, THIRD),
]

_NOTED = [
    fact("山洪预警到户", "安澜应急管理局", CITY, FIRST),
    fact("钢包热状态跟踪", "云川钢铁有限公司", WORKS, SECOND, "云川科技大学"),
    fact("大棚番茄估产", "临河农业科学院", FARM, SECOND),
]

_PDF_LINES = [
    fact(
        "面向城市生命线的燃气管网第三方破坏风险识别与现场处置协同应用",
        "云川燃气集团股份有限公司",
        CITY,
        FIRST,
        "云川大学",
    ),
    fact("古城消防通道占用治理", "临河消防救援支队", CITY, FIRST),
    fact("化工园区特种作业票证数据核验与人员定位联动", "青岭化工园区管理委员会", WORKS, SECOND),
    fact("整经机断纱识别", "临河纺织机械有限公司", WORKS, SECOND),
    fact(
        "食用菌工厂出菇周期预测与多车间环境参数自适应调节系统建设及推广",
        "安澜菌业有限公司",
        FARM,
        THIRD,
        "云川农业大学、安澜县供销合作社",
    ),
    fact("农机作业补贴核验", "云川农机推广站", FARM, THIRD),
    fact("茶叶价格指数", "青岭茶叶交易中心", FARM, THIRD),
]


def _pdf_lines() -> str:
    made, last = "<h2>获奖项目名单</h2>", ("", "")
    count = 0
    for each in _PDF_LINES:
        if each["track"] != last[0]:
            made += f"<p>{'一二三'[['城市治理', '工业制造', '现代农业'].index(each['track'])]}、{each['track']}赛道</p>"
        if (each["track"], each["awards"]) != last:
            made += f"<p>{each['awards']}</p>"
            count = 0
        last = each["track"], each["awards"]
        count += 1
        units = "、".join(filter(None, (each["unit"], each.get("partners"))))
        made += f"<p>{count}. {each['title']}（{units}）</p>"
    return made


_SEMICOLONS = [
    fact("排污许可核查", "云川生态环境厅", GREEN, FIRST, "临河大学、青岭监测站"),
    fact("库存呆滞预警", "临河电器有限公司", WORKS, SECOND),
    fact("信贷“白名单”直达", "云川征信有限公司", MONEY, THIRD),
]
_SEMICOLON_FILE = (
    "序号;项目名称;申报单位;赛道;奖项\n"
    '01;排污许可核查;"云川生态环境厅;临河大学;青岭监测站";绿色低碳;一等奖\n'
    "02;库存呆滞预警;临河电器有限公司;工业制造;二等奖\n"
    '03;"信贷“白名单”直达";云川征信有限公司;金融服务;三等奖\n'
    ";;;;\n"
)

_THREE_HEADS = [
    fact("古树名木监护", "云川林业局", GREEN, FIRST, "云川林业大学"),
    fact("电池极片检测", "青岭电池有限公司", WORKS, SECOND),
    fact("蜂群数字管家", "安澜蜂业有限公司", FARM, THIRD, "临河大学"),
]


def _three_heads(folder: Path) -> Path:
    """A head of three rows, numbers as texts, a row that was filtered away, and sums below."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "获奖"
    rows = [
        ["“云上数据×”大赛获奖名单", *[None] * 6],
        ["序号", "项目", None, "单位", None, "评审", None],
        [None, "基本信息", None, "牵头单位", "合作单位", "结果", None],
        [None, "名称", "赛道", None, None, "得分", "奖项"],
        ["1", "古树名木监护", "绿色低碳", "云川林业局", "云川林业大学", "91.20", "一等奖"],
        ["2", "废旧条目", "绿色低碳", "云川旧公司", None, "60.00", "三等奖"],
        ["3", "电池极片检测", "工业制造", "青岭电池有限公司", None, "88.50", "二等奖"],
        ["4", "蜂群数字管家", "现代农业", "安澜蜂业有限公司", "临河大学", "80.00", "三等奖"],
        ["合计", "3个", None, None, None, None, None],
    ]
    for row in rows:
        sheet.append(row)
    for cells in ("A1:G1", "A2:A4", "B2:C2", "D2:E2", "F2:G2", "B3:C3", "D3:D4", "E3:E4", "F3:G3"):
        sheet.merge_cells(cells)
    sheet.row_dimensions[6].hidden = True
    made.save(folder / "名单.xlsx")
    return folder / "名单.xlsx"


_BROKEN_LINES = [
    fact("入河排口溯源", "云川水环境有限公司", CITY, FIRST),
    fact("高空抛物取证", "临河公安局", CITY, SECOND, "青岭大学"),
    fact("气瓶全程追溯", "安澜市场监管局", CITY, SECOND),
]
_BROKEN_PAGE = (
    "<h1>关于大赛城市治理赛道获奖名单的公告</h1><p>现将名单公告如下：</p>"
    "<p>一、一等奖<br>1、入河排口溯源（云川水环境有限公司）<br>二、二等奖<br>"
    "1、高空抛物取证（临河公安局、青岭大学）<br>2、气瓶全程追溯（安澜市场监管局）</p>"
    "<p>云川省数据局<br>2026年9月1日</p><p>附件：<a href=a.docx>1.获奖名单.docx</a></p>"
)

_TWICE_WIDE = [
    fact("校园用水监测", "云川师范学院", CITY, GOOD),
    fact("楼宇照明诊断", "临河物业有限公司", CITY, GOOD),
    fact("渣浆泵磨损评估", "青岭泵业有限公司", CITY, GOOD),
    fact("雨污混接排查", "安澜排水管理处", CITY, GOOD),
    fact("公厕客流引导", "云川环卫所", CITY, GOOD),
]

_MATRIX = [
    fact("堤坝渗漏感知", "云川水科院", CITY, FIRST),
    fact("树障隐患识别", "临河供电公司", CITY, SECOND),
    fact("冲压件回弹预测", "青岭汽配有限公司", WORKS, FIRST),
    fact("数控系统诊断", "安澜数控有限公司", WORKS, SECOND),
]


def announced() -> list[Announced]:
    """All of them."""
    return [
        Announced("a table over the pages of a PDF", pdf(_over_pages()), _LONG_FACTS),
        Announced("awards as rows of a table over pages", pdf(_titled_rows()), _LONG_FACTS),
        Announced("a table a track and an award", _a_table_a_track(), _AWARDED),
        Announced(
            "tables within tables of a page",
            page(_nested_page()),
            [
                fact("地下管廊巡检机器人", "云川管廊有限公司", CITY, FIRST),
                fact("冷链果蔬溯源", "安澜果业合作社", FARM, SECOND),
                fact("仓单质押核验", "临河仓储有限公司", MONEY, SECOND),
            ],
        ),
        Announced("plain lines with dashes", lines(*_PLAIN_LINES), _PLAIN),
        Announced("an award a paragraph", lines(*_run_on()), _PLAIN),
        Announced("cards", page(_card_page()), _CARDS),
        Announced("columns of spaces", text("名单.txt", _aligned()), _ALIGNED),
        Announced("awards merged down and written down", _merged_down(), _MERGED),
        Announced(
            "places instead of awards",
            tables(
                "城市治理赛道决赛成绩",
                [
                    ["排名", "项目名称", "参赛单位", "得分"],
                    *([str(n), e["title"], e["unit"], f"{95 - n}.5"] for n, e in enumerate(_RANKED, 1)),
                ],
                "注：第1名获一等奖，第2—3名获二等奖，其余获三等奖。",
            ),
            _RANKED,
        ),
        Announced(
            "proposed for the finals",
            tables(
                "云川分赛拟推荐参加全国总决赛项目公示",
                "根据大赛规则，现将拟推荐项目予以公示，公示期为9月1日至9月7日。如有异议，请以书面形式反映。",
                [
                    ["序号", "赛道", "项目名称", "申报单位"],
                    *([str(n), e["track"], e["title"], e["unit"]] for n, e in enumerate(_PROPOSED_FINAL, 1)),
                ],
                "云川省数据局",
                "2026年9月1日",
            ),
            _PROPOSED_FINAL,
            "recommended",
        ),
        Announced(
            "consortia in a cell",
            book(
                [
                    ["序号", "项目名称", "申报主体（联合体）", "赛道", "奖项"],
                    [1, "水质溯源", "云川环境监测中心（牵头）\n云川大学\n临河检测技术有限公司", GREEN, FIRST],
                    [2, "余热回收寻优", "牵头单位：临河化工有限公司\n联合单位：青岭设计院", GREEN, SECOND],
                    [
                        3,
                        "塔筒结冰预警",
                        "1.青岭风电有限公司\n2.云川气象服务中心\n3.安澜大学\n4.临河叶片厂",
                        GREEN,
                        SECOND,
                    ],
                    [4, "智慧停车", "云川停车管理\n有限公司", CITY, THIRD],
                ]
            ),
            _CONSORTIA,
        ),
        Announced(
            "names with every mark",
            book(
                [
                    ["序号", "项目名称", "申报单位", "赛道", "奖项"],
                    *([n, e["title"], e["unit"], e["track"], e["awards"]] for n, e in enumerate(_ODD_NAMES, 1)),
                ]
            ),
            _ODD_NAMES,
        ),
        Announced(
            "units that were renamed",
            tables(
                "获奖名单",
                [
                    ["序号", "项目名称", "申报单位", "赛道", "奖项"],
                    *(
                        [
                            str(n),
                            e["title"],
                            "、".join(filter(None, (e["unit"], e.get("partners")))),
                            e["track"],
                            e["awards"],
                        ]
                        for n, e in enumerate(_RENAMED, 1)
                    ),
                ],
            ),
            _RENAMED,
        ),
        Announced(
            "awards that nobody got, and places shared",
            tables(
                "获奖名单",
                [
                    ["奖项", "名次", "项目名称", "申报单位", "赛道"],
                    ["特等奖", "空缺", "<", "<", "<"],
                    ["一等奖", "1", "隧道火灾预警", "云川高速公路有限公司", CITY],
                    ["二等奖", "2（并列）", "地铁客流疏导", "云川地铁集团有限公司", CITY],
                    ["^", "2（并列）", "共享单车治理", "临河交通运输局", CITY],
                    ["三等奖", "4", "注射成型调参", "青岭模具有限公司", WORKS],
                    ["优胜奖", "（空缺）", "", "", ""],
                ],
            ),
            _VACANT,
        ),
        Announced(
            "marks that footnotes explain",
            tables(
                "获奖名单",
                [
                    ["序号", "项目名称", "申报单位", "赛道", "奖项"],
                    ["1", "山洪预警到户*", "安澜应急管理局", CITY, FIRST],
                    ["2", "钢包热状态跟踪①", "云川钢铁有限公司\n云川科技大学", WORKS, SECOND],
                    ["3", "大棚番茄估产", "临河农业科学院", FARM, SECOND],
                    [
                        "注：带*的项目推荐参加全国总决赛；①由两家单位联合申报；同一奖项内排名不分先后。",
                        "<",
                        "<",
                        "<",
                        "<",
                    ],
                ],
            ),
            _NOTED,
        ),
        Announced("lines over the pages of a PDF", pdf(_pdf_lines()), _PDF_LINES),
        Announced("semicolons in GBK", text("名单.csv", _SEMICOLON_FILE, "gbk"), _SEMICOLONS),
        Announced("a head of three rows and a hidden row", _three_heads, _THREE_HEADS),
        Announced("broken lines of a page", page(_BROKEN_PAGE, encoding="gbk"), _BROKEN_LINES),
        Announced(
            "a table of two halves",
            tables(
                "城市治理赛道优胜奖名单",
                [
                    ["序号", "项目名称", "申报单位", "序号", "项目名称", "申报单位"],
                    ["1", "校园用水监测", "云川师范学院", "4", "雨污混接排查", "安澜排水管理处"],
                    ["2", "楼宇照明诊断", "临河物业有限公司", "5", "公厕客流引导", "云川环卫所"],
                    ["3", "渣浆泵磨损评估", "青岭泵业有限公司", "", "", ""],
                ],
            ),
            _TWICE_WIDE,
        ),
        Announced(
            "awards as columns",
            tables(
                "获奖名单",
                [
                    ["赛道", "一等奖", "二等奖"],
                    [CITY, "堤坝渗漏感知\n（云川水科院）", "树障隐患识别\n（临河供电公司）"],
                    [WORKS, "冲压件回弹预测\n（青岭汽配有限公司）", "数控系统诊断\n（安澜数控有限公司）"],
                ],
            ),
            _MATRIX,
        ),
    ]
