"""A third round of lists as they are published, with their facts, written before any was imported. All of it is fabricated.

Places, units and projects are made up. The shapes are others than those of the first rounds: bands of tracks in a PDF
whose rows break over pages, definition lists, nested tables, awards as columns, a project a column, sheets of sums before
the sheet of projects, places with a key to their awards below, boards of persons beside the projects.
"""

from __future__ import annotations

from typing import Any

import docx
from docx.shared import Cm

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
from tests.intake.corpus.winners import book, fact, text


def _row(*cells: str, tag: str = "td", more: str = "") -> str:
    return f"<tr>{''.join(f'<{tag}{more}>{cell}</{tag}>' for cell in cells)}</tr>"


def _band(words: str, wide: int) -> str:
    return f"<tr><td colspan={wide}><b>{words}</b></td></tr>"


_HEAD = _row("序号", "项目名称", "申报单位", "拟授奖项", tag="th")


def _pdf_bands() -> Announced:
    """Bands of tracks in one table; long rows break over the pages; the head comes again on each; numbers start anew."""
    long = "面向山洪灾害易发区的雨水情多源融合监测与村组级避险转移精准叫应闭环管理平台"
    body = (
        "<p style='text-align:center'><b>附件 2026年“云上数据×”大赛云川分赛拟获奖项目公示名单</b></p><table>"
        f"<thead>{_HEAD}</thead>"
        + _band("（一）城市治理赛道", 4)
        + _row("1", long, "云川省水文水资源勘测中心（云川省水文总站）", FIRST)
        + _row("2", "井盖位移秒级告警", "临河市市政设施养护中心", SECOND)
        + _row("3", "燃气用户画像与安检派单优化及其在老旧小区的推广应用示范工程", "临河燃气集团有限公司", THIRD)
        + _band("（二）工业制造赛道", 4)
        + _row("1", "铝电解槽热平衡孪生与效应预报", "云川铝业股份有限公司电解一厂", FIRST)
        + _row("2", "注塑件外观缺陷小样本检测及模具寿命联合评估服务", "临河塑胶制品有限责任公司", SECOND)
        + _band("（三）绿色低碳赛道", 4)
        + _row("1", "热源侧管网侧用户侧一体化的供热负荷逐时预测与按需分配系统", "青岭热力有限公司", SECOND)
        + _row("2", "屋顶光伏可开发面积普查", "云川省测绘院", THIRD)
        + "</table><p>注：以上排名不分先后。公示期为2026年9月7日至9月11日。</p>"
    )
    facts = [
        (long, "云川省水文水资源勘测中心（云川省水文总站）", CITY, FIRST),
        ("井盖位移秒级告警", "临河市市政设施养护中心", CITY, SECOND),
        ("燃气用户画像与安检派单优化及其在老旧小区的推广应用示范工程", "临河燃气集团有限公司", CITY, THIRD),
        ("铝电解槽热平衡孪生与效应预报", "云川铝业股份有限公司电解一厂", WORKS, FIRST),
        ("注塑件外观缺陷小样本检测及模具寿命联合评估服务", "临河塑胶制品有限责任公司", WORKS, SECOND),
        ("热源侧管网侧用户侧一体化的供热负荷逐时预测与按需分配系统", "青岭热力有限公司", GREEN, SECOND),
        ("屋顶光伏可开发面积普查", "云川省测绘院", GREEN, THIRD),
    ]
    style = "td:nth-child(2), td:nth-child(3) { width: 26mm } td { font-size: 14pt }"
    return Announced("pdf, bands", pdf(body, style), [_proposed(*each) for each in facts], "proposed")


def _proposed(title: str, unit: str, track: str, award: str, partners: str = "") -> dict[str, str]:
    made = fact(title, unit, track, award, partners)
    made["proposed"] = made.pop("awards")
    return made


def _pdf_lines() -> Announced:
    """No table: headings, and two lines a project that run over pages; numbers of pages stand between them."""
    projects = [
        (CITY, FIRST, "道路积水桥隧联动封控", "临河市城市管理局", ""),
        (CITY, FIRST, "既有建筑加装电梯选址评估", "云川省建筑设计研究院有限公司", ""),
        (CITY, SECOND, "共享单车淤积预警", "临河市交通运输局", "云川大学"),
        (WORKS, FIRST, "水泥生料配比在线校正", "青岭水泥有限公司", "云川建材研究院"),
        (WORKS, SECOND, "缫丝断头成因追溯", "安澜丝绸集团有限公司", ""),
        (FARM, SECOND, "大棚番茄采收期预测", "安澜县农业农村局", ""),
    ]
    body, before = "<p><b>云川分赛获奖项目名单</b></p>", ("", "")
    for place, (track, award, title, unit, partners) in enumerate(projects, 1):
        if track != before[0]:
            body += f"<p><b>{'一二三'[[CITY, WORKS, FARM].index(track)]}、{track}赛道</b></p>"
        if (track, award) != before:
            body += f"<p>{award}</p>"
        before = (track, award)
        body += f"<p>{place}．{title}</p><p>完成单位：{'、'.join(filter(None, (unit, partners)))}</p>"
    facts = [fact(title, unit, track, award, partners) for track, award, title, unit, partners in projects]
    return Announced("pdf, two lines a project", pdf(body, "p { font-size: 15pt; line-height: 26pt }"), facts)


def _award_above() -> Announced:
    """A table a track and award, whose title line above says both; boards of units and of persons follow."""
    head = ("序号", "项目名称", "申报单位")
    write = tables(
        "附件1",
        "2026年“云上数据×”大赛云川分赛获奖名单",
        "城市治理赛道一等奖（1个）",
        (head, ("1", "桥梁吊索张力云监测", "云川路桥集团有限公司")),
        "城市治理赛道二等奖（2个）",
        (head, ("1", "智慧停车泊位流转", "临河停车管理有限公司"), ("2", "公厕人流感知", "临河市环卫处")),
        "现代农业赛道三等奖（1个）",
        (head, ("1", "冷链果蔬损耗核算", "安澜农产品批发市场有限公司")),
        "优秀组织单位（2个）",
        (("序号", "单位名称"), ("1", "临河市数据局"), ("2", "安澜市数据局")),
        "先进个人（2名）",
        (("序号", "姓名", "工作单位"), ("1", "赵某", "临河市数据局"), ("2", "钱某", "安澜市数据局")),
    )
    facts = [
        fact("桥梁吊索张力云监测", "云川路桥集团有限公司", CITY, FIRST),
        fact("智慧停车泊位流转", "临河停车管理有限公司", CITY, SECOND),
        fact("公厕人流感知", "临河市环卫处", CITY, SECOND),
        fact("冷链果蔬损耗核算", "安澜农产品批发市场有限公司", FARM, THIRD),
    ]
    return Announced("award in the line above", write, facts)


def _nested() -> Announced:
    """Two tracks side by side: a table of the layout whose cells hold the tables."""

    def inner(track: str, *rows: tuple[str, str, str]) -> str:
        head = _row("奖项", "项目", "单位", tag="th")
        return (
            f"<p><strong>{track}赛道</strong></p><table border=1>{head}{''.join(_row(*each) for each in rows)}</table>"
        )

    left = inner(CITY, (FIRST, "公交客流重构", "临河公交集团有限公司"), (SECOND, "噪声地图", "云川环境科学研究院"))
    right = inner(MONEY, (FIRST, "农机抵押价值评估", "安澜农村商业银行"), (THIRD, "医保欺诈识别", "云川省医保中心"))
    body = f"<h2>获奖项目</h2><table width=100%><tr><td valign=top>{left}</td><td valign=top>{right}</td></tr></table>"
    facts = [
        fact("公交客流重构", "临河公交集团有限公司", CITY, FIRST),
        fact("噪声地图", "云川环境科学研究院", CITY, SECOND),
        fact("农机抵押价值评估", "安澜农村商业银行", MONEY, FIRST),
        fact("医保欺诈识别", "云川省医保中心", MONEY, THIRD),
    ]
    return Announced("nested tables", page(body), facts)


def _circled() -> Announced:
    """Everything of a track in one paragraph, with circled numbers and a dash before the unit."""
    write = lines(
        "经专家评审、现场答辩，现将获奖项目公布如下：",
        "一、城市治理赛道",
        "一等奖（2个）：①垃圾清运里程核减——临河市城管局；②古树名木健康监测——云川省林业科学院、临河市园林局。",
        "二等奖（空缺）。",
        "三等奖（1个）：①夜间施工投诉溯源——安澜市生态环境局。",
        "二、金融服务赛道",
        "一等奖（1个）：①订单贷款贷前核验——云川银行股份有限公司。",
        "优胜奖（2个）：①“信易+”积分互认——临河市信用中心；②票据要素识别——临河票据服务有限公司。",
    )
    facts = [
        fact("垃圾清运里程核减", "临河市城管局", CITY, FIRST),
        fact("古树名木健康监测", "云川省林业科学院", CITY, FIRST, "临河市园林局"),
        fact("夜间施工投诉溯源", "安澜市生态环境局", CITY, THIRD),
        fact("订单贷款贷前核验", "云川银行股份有限公司", MONEY, FIRST),
        fact("“信易+”积分互认", "临河市信用中心", MONEY, GOOD),
        fact("票据要素识别", "临河票据服务有限公司", MONEY, GOOD),
    ]
    return Announced("circled numbers in a paragraph", write, facts)


def _definitions() -> Announced:
    """A definition list: the project is the term, its facts are the definitions."""
    cards = [
        ("渔港进出港智能核验", "云川省海洋与渔业局", FARM, FIRST),
        ("茶园霜冻预警", "青岭茶业有限公司", FARM, SECOND),
        ("退役电池梯次利用溯源", "云川电池回收有限公司", GREEN, SECOND),
    ]
    body = "<h3>获奖项目风采</h3>" + "".join(
        f"<dl><dt>{title}</dt><dd>赛道：{track}</dd><dd>申报单位：{unit}</dd><dd>奖项：{award}</dd></dl>"
        for title, unit, track, award in cards
    )
    return Announced("definition lists", page(body), [fact(*each) for each in cards])


def _matrix() -> Announced:
    """A row a track, a column an award, a line a project in each cell."""
    write = tables(
        "获奖项目一览表",
        (
            ("赛道", FIRST, SECOND, THIRD),
            (
                "城市治理",
                "管廊巡检机器人（云川管廊运维有限公司）",
                "渣土车路径核查（临河市城管局）\n楼宇能耗画像（临河大学）",
                "无",
            ),
            ("工业制造", "空缺", "焊缝质量追溯（云川重工有限公司）", "油品调和寻优（青岭石化有限公司）"),
        ),
    )
    facts = [
        fact("管廊巡检机器人", "云川管廊运维有限公司", CITY, FIRST),
        fact("渣土车路径核查", "临河市城管局", CITY, SECOND),
        fact("楼宇能耗画像", "临河大学", CITY, SECOND),
        fact("焊缝质量追溯", "云川重工有限公司", WORKS, SECOND),
        fact("油品调和寻优", "青岭石化有限公司", WORKS, THIRD),
    ]
    return Announced("awards as columns", write, facts)


def _three_heads() -> Announced:
    """A head of three rows with merged cells, numbers as texts, a hidden row of one that withdrew, a row of sums."""

    def touch(_: Any, sheet: Any) -> None:
        sheet.row_dimensions[7].hidden = True
        for row in range(5, 9):
            sheet.cell(row, 1).number_format = "@"

    rows = [
        ["2026年“云上数据×”大赛云川分赛获奖项目汇总表"],
        ["序号", "项目情况", "", "申报主体", "", "评审结果", ""],
        ["", "名称", "所属赛道", "牵头单位", "合作单位", "奖项", "得分"],
        ["", "（全称）", "", "（与公章一致）", "（无则不填）", "", "（百分制）"],
        ["1", "果蔬农残快检数据联网", "现代农业", "云川省农产品质量安全中心", "云川大学", FIRST, "92.40"],
        ["2", "生猪存栏遥感核数", "现代农业", "安澜县畜牧站", "", SECOND, "88.15"],
        ["3", "饲料配方寻优", "现代农业", "青岭饲料有限公司", "", THIRD, "80.00"],
        ["4", "绿证交易撮合", "绿色低碳", "云川电力交易中心有限公司", "云川碳排放权交易所", THIRD, "79.96"],
        ["合计", "4个", "", "", "", "", ""],
    ]
    merged = ["A1:G1", "A2:A4", "B2:C2", "D2:E2", "F2:G2", "C3:C4", "F3:F4"]
    facts = [
        fact("果蔬农残快检数据联网", "云川省农产品质量安全中心", FARM, FIRST, "云川大学"),
        fact("生猪存栏遥感核数", "安澜县畜牧站", FARM, SECOND),
        fact("绿证交易撮合", "云川电力交易中心有限公司", GREEN, THIRD, "云川碳排放权交易所"),
    ]
    return Announced("three rows of heads", book(rows, merged, touch=touch), facts)


def _gbk() -> Announced:
    """Semicolons, GBK, cells of several lines in quotes, an equals sign before a number to keep its zeros."""
    content = (
        "云川分赛获奖名单;;;;\r\n序号;作品名称;参赛单位;参赛赛道;获奖等次\r\n"
        '="01";碳足迹“一码通”;"云川钢铁有限公司\n云川冶金研究院";工业制造;一等奖\r\n'
        '="02";高炉铁水硅含量预报;云川钢铁有限公司;工业制造;二等奖\r\n'
        '="03";网点排队时长预测;云川农信联社;金融服务;优胜奖\r\n;;;;\r\n制表：组委会办公室;;;;\r\n'
    )
    facts = [
        fact("碳足迹“一码通”", "云川钢铁有限公司", WORKS, FIRST, "云川冶金研究院"),
        fact("高炉铁水硅含量预报", "云川钢铁有限公司", WORKS, SECOND),
        fact("网点排队时长预测", "云川农信联社", MONEY, GOOD),
    ]
    return Announced("GBK with semicolons", text("名单.csv", content, "gbk"), facts)


def _places() -> Announced:
    """Places; which place has which award is said in a sentence below the table."""
    rows = (
        ("排名", "项目名称", "单位", "赛道"),
        ("1", "排水防涝调度推演", "临河市排水管理处", "城市治理"),
        ("2", "地铁大客流诱导", "云川地铁运营有限公司", "城市治理"),
        ("3", "背街小巷保洁核验", "临河市环卫处", "城市治理"),
        ("3", "河长巡河轨迹核验", "云川省水利厅", "城市治理"),
        ("5", "文保建筑微变监测", "安澜市文物局", "城市治理"),
    )
    write = tables("城市治理赛道决赛成绩", rows, "注：第1名为一等奖，第2名至第3名（并列）为二等奖，第5名为三等奖。")
    awards = (FIRST, SECOND, SECOND, SECOND, THIRD)
    facts = [fact(title, unit, CITY, award) for (_, title, unit, _), award in zip(rows[1:], awards, strict=True)]
    return Announced("places with a key", write, facts)


def _recommended() -> Announced:
    """Projects that a province is going to recommend for the final; no awards."""
    rows = [
        ["云川省拟推荐参加全国总决赛项目名单", "", "", "", ""],
        ["序号", "赛道", "项目名称", "推荐单位", "申报单位"],
        ["1", "城市治理", "雨污分流错接诊断", "临河市数据局", "临河市排水管理处"],
        ["2", "城市治理", "“一屏观全域”运行体征", "云川省住建厅", "云川城运数据有限公司、云川大学"],
        ["3", "金融服务", "知识产权质押融资评价", "安澜市数据局", "安澜市知识产权局"],
    ]
    facts = [
        fact("雨污分流错接诊断", "临河市排水管理处", CITY, "", recommended="是"),
        fact("“一屏观全域”运行体征", "云川城运数据有限公司", CITY, "", "云川大学", recommended="是"),
        fact("知识产权质押融资评价", "安澜市知识产权局", MONEY, "", recommended="是"),
    ]
    return Announced("to be recommended", book(rows, ["A1:E1"]), facts, "recommended")


def _finalists() -> Announced:
    """Finalists of the tracks in lines, without awards; the order says nothing."""
    write = lines(
        "2026年“云上数据×”大赛云川分赛决赛入围名单",
        "（排名不分先后）",
        "一、工业制造赛道（2个）",
        "1. 齿轮箱异响识别（云川传动设备有限公司）",
        "2. 纱线色差在线判级（临河纺织股份有限公司、云川工程大学）",
        "二、绿色低碳赛道（2个）",
        "1. 污泥掺烧配比优化（临河水务集团有限公司）",
        "2. 零碳园区（一期）能流图（青岭经济开发区管理委员会）",
        "请入围单位于9月20日前提交路演材料。",
    )
    facts = [
        fact("齿轮箱异响识别", "云川传动设备有限公司", WORKS, "", finalist="是"),
        fact("纱线色差在线判级", "临河纺织股份有限公司", WORKS, "", "云川工程大学", finalist="是"),
        fact("污泥掺烧配比优化", "临河水务集团有限公司", GREEN, "", finalist="是"),
        fact("零碳园区（一期）能流图", "青岭经济开发区管理委员会", GREEN, "", finalist="是"),
    ]
    return Announced("finalists in lines", write, facts, "finalists")


def _odd_names() -> Announced:
    """Awards and tracks merged down; names with brackets, book marks, quotes, Latin letters, full width, former names."""
    rows = [
        ["赛道", "奖项", "项目名称", "申报单位"],
        ["城市治理", FIRST, "《临河城市体检报告》自动生成", "临河市住房和城乡建设局（原临河市建设委员会）"],
        ["", "", "ＣＩＭ＋：基于 BIM/GIS 的“一图（多端）”平台", "云川智慧城市（集团）有限公司"],
        ["", SECOND, "K12校园周边15分钟步行圈评估", "云川师范大学（云川教育学院）"],
        ["工业制造", SECOND, "“5G+AI”质检——以轮毂为例", "临河轮毂(中国)有限公司"],
        ["", THIRD, "Know-How图谱（v2.0）", "A&B Robotics（云川）有限公司"],
    ]
    merged = ["A2:A4", "B2:B3", "A5:A6"]
    facts = [
        fact(rows[1][2], "临河市住房和城乡建设局（原临河市建设委员会）", CITY, FIRST),
        fact(rows[2][2], rows[2][3], CITY, FIRST),
        fact(rows[3][2], rows[3][3], CITY, SECOND),
        fact(rows[4][2], rows[4][3], WORKS, SECOND),
        fact(rows[5][2], rows[5][3], WORKS, THIRD),
    ]
    return Announced("odd names, merged down", book(rows, merged), facts)


def _tabs() -> Announced:
    """Text pasted from a table of Word: tabs, the award of a group only in a line above, a blank line between groups."""
    content = (
        "云川分赛绿色低碳赛道获奖名单\n\n一等奖\n序号\t项目名称\t申报单位\n1\t风机叶片结冰预警\t云川新能源有限公司\n"
        "2\t再生水全程计量\t临河再生水有限公司\n\n二等奖\n序号\t项目名称\t申报单位\n1\t厨余垃圾流向核查\t临河市城管局\n"
        "\n三等奖\n序号\t项目名称\t申报单位\n1\t湿地鸟类声纹普查\t青岭湿地保护中心\n"
    )
    facts = [
        fact("风机叶片结冰预警", "云川新能源有限公司", GREEN, FIRST),
        fact("再生水全程计量", "临河再生水有限公司", GREEN, FIRST),
        fact("厨余垃圾流向核查", "临河市城管局", GREEN, SECOND),
        fact("湿地鸟类声纹普查", "青岭湿地保护中心", GREEN, THIRD),
    ]
    return Announced("tabs of a pasted table", text("名单.txt", content), facts)


def _consortium() -> Announced:
    """A consortium in one cell: a line a unit, each with its part before a colon."""
    rows = (
        ("序号", "项目名称", "联合体成员", "赛道", "奖项"),
        (
            "1",
            "跨省水量调度沙盘",
            "牵头单位：云川省水利厅\n成员单位：云川水科院\n成员单位：临河水文局",
            "城市治理",
            FIRST,
        ),
        ("2", "光伏板清洗时机决策", "牵头单位：青岭光伏有限公司\n成员单位：云川大学", "绿色低碳", SECOND),
        ("3", "沼气提纯工况寻优", "青岭生物质能源有限公司", "绿色低碳", THIRD),
    )
    facts = [
        fact("跨省水量调度沙盘", "云川省水利厅", CITY, FIRST, "云川水科院、临河水文局"),
        fact("光伏板清洗时机决策", "青岭光伏有限公司", GREEN, SECOND, "云川大学"),
        fact("沼气提纯工况寻优", "青岭生物质能源有限公司", GREEN, THIRD),
    ]
    return Announced("consortium in a cell", tables("获奖名单", rows), facts)


def _posts() -> Announced:
    """A post of an account: strong headings, and a number, a project and a unit in a paragraph of its own each."""
    sections = [
        (
            "一等奖 | 城市治理赛道",
            [("隧道洞口团雾预警", "云川高速公路集团有限公司"), ("智慧灯杆复用", "临河照明管理处")],
        ),
        ("二等奖 | 城市治理赛道", [("电动自行车入户充电识别", "临河市消防救援支队")]),
        ("二等奖 | 现代农业赛道", [("蜂群健康监测", "安澜养蜂专业合作社")]),
    ]
    body = ""
    for heading, cards in sections:
        body += f"<section><p><strong><span>{heading}</span></strong></p></section>"
        for place, (title, unit) in enumerate(cards, 1):
            body += f"<section><p>0{place}</p><p><strong>{title}</strong></p><p>{unit}</p></section>"
    facts = [fact(title, unit, heading[6:10], heading[:3]) for heading, cards in sections for title, unit in cards]
    return Announced("post with cards", page(body), facts)


def _tab_stops() -> Announced:
    """Word paragraphs whose columns stand at tab stops, without a table; the unit of one runs on in the next line."""

    def write(folder: Any) -> Any:
        made = docx.Document()
        made.add_paragraph("金融服务赛道获奖名单")
        for cells in (
            ("序号", "奖项", "项目名称", "申报单位"),
            ("1", FIRST, "保单质押实时核验", "云川人寿保险股份有限公司"),
            ("2", SECOND, "跨境支付名单筛查", "云川银行股份有限公司国际业务部"),
            ("3", SECOND, "纳税信用画像", "国家税务总局云川省税务局"),
        ):
            paragraph = made.add_paragraph("\t".join(cells))
            for place in (1.5, 4, 9):
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place))
        made.save(str(folder / "名单.docx"))
        return folder / "名单.docx"

    facts = [
        fact("保单质押实时核验", "云川人寿保险股份有限公司", MONEY, FIRST),
        fact("跨境支付名单筛查", "云川银行股份有限公司国际业务部", MONEY, SECOND),
        fact("纳税信用画像", "国家税务总局云川省税务局", MONEY, SECOND),
    ]
    return Announced("columns at tab stops", write, facts)


def _tied() -> Announced:
    """Tied places in the award's cell, an award that nobody has, a hidden column of scores, a note in the last row."""

    def touch(_: Any, sheet: Any) -> None:
        sheet.column_dimensions["E"].hidden = True

    rows = [
        ["奖项", "项目名称", "申报单位", "赛道", "得分"],
        [FIRST, "（空缺）", "", "工业制造", ""],
        ["二等奖（并列）", "轧辊磨损预测", "云川轧钢有限公司", "工业制造", 90.5],
        ["二等奖（并列）", "晶圆划片参数推荐", "临河半导体有限公司", "工业制造", 90.5],
        [THIRD, "印染用水回用核算", "安澜印染有限公司", "工业制造", 84],
        ["注：一等奖空缺，二等奖两项并列，名次不分先后。"],
    ]
    facts = [
        fact("轧辊磨损预测", "云川轧钢有限公司", WORKS, SECOND),
        fact("晶圆划片参数推荐", "临河半导体有限公司", WORKS, SECOND),
        fact("印染用水回用核算", "安澜印染有限公司", WORKS, THIRD),
    ]
    return Announced("tied, and nobody first", book(rows, ["A6:E6"], touch=touch), facts)


def _footnotes() -> Announced:
    """A PDF with numbers of footnotes set high in titles and units, and the notes below."""
    body = (
        "<p>云川分赛获奖名单</p><table>"
        + _row("项目名称", "申报单位", "赛道", "奖项", tag="th")
        + _row("客货邮融合线路规划<sup>1</sup>", "安澜市交通运输局", "城市治理", FIRST)
        + _row("沥青拌合站减排核算", "云川路桥集团有限公司<sup>2</sup>", "绿色低碳", SECOND)
        + _row("5G专网矿卡调度", "青岭矿业有限公司", "工业制造", THIRD)
        + "</table><p>1 该项目同时获最佳应用奖。</p><p>2 原云川公路工程局。</p>"
    )
    facts = [
        fact("客货邮融合线路规划", "安澜市交通运输局", CITY, f"{FIRST}、最佳应用奖"),
        fact("沥青拌合站减排核算", "云川路桥集团有限公司", GREEN, SECOND),
        fact("5G专网矿卡调度", "青岭矿业有限公司", WORKS, THIRD),
    ]
    return Announced("pdf, high numbers", pdf(body), facts)


def _sideways() -> Announced:
    """A project a column."""
    write = tables(
        "现代农业赛道获奖项目简表",
        (
            ("序号", "1", "2", "3"),
            ("项目名称", "烟叶烘烤曲线推荐", "高标准农田管护", "水产养殖溶氧预警"),
            ("申报单位", "云川烟草公司", "安澜县农业农村局", "青岭水产养殖有限公司"),
            ("奖项", FIRST, SECOND, SECOND),
        ),
    )
    facts = [
        fact("烟叶烘烤曲线推荐", "云川烟草公司", FARM, FIRST),
        fact("高标准农田管护", "安澜县农业农村局", FARM, SECOND),
        fact("水产养殖溶氧预警", "青岭水产养殖有限公司", FARM, SECOND),
    ]
    return Announced("a project a column", write, facts)


def _sums_first() -> Announced:
    """A sheet of sums, a sheet of projects, a sheet of what was changed since the first publication."""
    sums = [["赛道", FIRST, SECOND, "合计"], ["城市治理", 1, 1, 2], ["金融服务", 0, 1, 1], ["合计", 1, 2, 3]]
    projects = [
        ["序号", "赛道", "等次", "项目名称", "申报单位"],
        [1, "城市治理", FIRST, "危旧房裂缝巡检", "临河市房屋安全鉴定中心"],
        [2, "城市治理", SECOND, "口袋公园选址", "云川规划设计有限公司"],
        [3, "金融服务", SECOND, "养老金领取资格远程核验", "云川省社保中心"],
    ]
    changed = [["序号", "变更内容"], [1, "“危旧房裂缝巡检”申报单位名称按公章更正"]]
    facts = [
        fact("危旧房裂缝巡检", "临河市房屋安全鉴定中心", CITY, FIRST),
        fact("口袋公园选址", "云川规划设计有限公司", CITY, SECOND),
        fact("养老金领取资格远程核验", "云川省社保中心", MONEY, SECOND),
    ]
    return Announced("sums before projects", book(sums, name="汇总", 明细=projects, 变更记录=changed), facts)


def _gap_in_columns() -> Announced:
    """Columns of spaces in a text, where one project has no partner: its cell is empty."""
    content = (
        "                金融服务赛道获奖名单\n"
        "序号    项目名称            牵头单位            合作单位          奖项\n"
        "1       反洗钱线索排序      云川银行有限公司    云川大学          一等奖\n"
        "2       粮食仓单核验        临河粮食集团                          二等奖\n"
        "3       理赔影像去重        云川财险有限公司    临河影像公司      三等奖\n"
    )
    facts = [
        fact("反洗钱线索排序", "云川银行有限公司", MONEY, FIRST, "云川大学"),
        fact("粮食仓单核验", "临河粮食集团", MONEY, SECOND),
        fact("理赔影像去重", "云川财险有限公司", MONEY, THIRD, "临河影像公司"),
    ]
    return Announced("columns of spaces with a gap", text("名单.txt", content), facts)


def announced_third() -> list[Announced]:
    """The lists, as they were before any was imported."""
    return [
        *(_pdf_bands(), _pdf_lines(), _award_above(), _nested(), _circled(), _definitions(), _matrix(), _three_heads()),
        *(_gbk(), _places(), _recommended(), _finalists(), _odd_names(), _tabs(), _consortium(), _posts()),
        *(_tab_stops(), _tied(), _footnotes(), _sideways(), _sums_first(), _gap_in_columns()),
    ]
