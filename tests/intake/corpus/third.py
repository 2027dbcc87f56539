"""Seven notices written by hand, each of another shape, with what they say; an eighth is a scan (`test_notices_read`).

A county's that is nothing but tables, headings in two languages, articles, annexes before the notice, Markdown, a web
page of nested tables, and a file with two notices. Their first scores stand in docs/importing-notices.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.intake.corpus.made_up import Facts, Topic, Track
from tests.intake.corpus.render import Pieces

CONTEST = "“云帆”数据创新大赛"
FORMS = ("{year}年“云帆”数据创新大赛", "{year}年“云帆”数据创新大赛{branch}分赛")


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces or text, how it is rendered."""
    for made in (_county, _bilingual, _articles, _annexes_first, _markdown, _nested, _merged):
        name, facts, pieces, *how = made()
        yield name, facts, pieces, how[0] if how else {}


def facts_of(year: int, place: str, **told: Any) -> Facts:
    """What a branch's notice of that year tells."""
    return Facts(year, place, CONTEST, f"{year}年“云帆”数据创新大赛{place}分赛", **told)


def phase(name: str, kind: str, text: str, start: date | None, end: date | None, **more: str) -> dict[str, Any]:
    """A phase as content has it."""
    return {"name": name, "kind": kind, "text": text, "start": start, "end": end, **more}


def each_of(*counts: tuple[str, int]) -> list[dict[str, Any]]:
    """So many awards for each track."""
    return [{"scope": "track", "level": level, "count": count} for level, count in counts]


def over_all(*counts: tuple[str, int]) -> list[dict[str, Any]]:
    """So many awards in all."""
    return [{"scope": "edition", "level": level, "count": count} for level, count in counts]


def shares(scope: str, of: str, *told: tuple[str, float]) -> list[dict[str, Any]]:
    """Awards for so large a part of something."""
    return [{"scope": scope, "level": level, "share": share, "of": of} for level, share in told]


def _county() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "柳溪",
        theme="数说柳溪",
        number="柳数发〔2026〕8号",
        title="关于举办2026年“云帆”数据创新大赛柳溪分赛的通知",
        issuers=["柳溪县数据服务中心"],
        issued=date(2026, 4, 9),
        organisers={
            "guiding": ["柳溪县人民政府"],
            "hosts": ["柳溪县数据服务中心", "柳溪县农业农村局"],
            "undertakers": ["柳溪县融媒体中心"],
        },
        url="https://sai.example.cn/liuxi",
        phases=[
            phase("报名", "registration", "4月10日至5月10日", date(2026, 4, 10), date(2026, 5, 10)),
            phase("初评", "review", "5月11日至5月20日", date(2026, 5, 11), date(2026, 5, 20)),
            phase("现场决赛", "final", "5月28日", date(2026, 5, 28), date(2026, 5, 28)),
            phase("结果公示", "publicity", "5月29日至6月4日", date(2026, 5, 29), date(2026, 6, 4)),
        ],
        tracks=[
            Track(
                "现代农业",
                ["柳溪县农业农村局"],
                [Topic("柑橘产量遥感估测", ""), Topic("农机共享调度", ""), Topic("土壤墒情一张图", "")],
            ),
            Track("文化旅游", ["柳溪县文化旅游局"], [Topic("古村落客流预警", ""), Topic("非遗数据采集与传播", "")]),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 1), ("二等奖", 2), ("三等奖", 4)),
        prizes={"一等奖": 5000, "二等奖": 3000, "三等奖": 1000},
        people=4,
        materials=["报名表", "作品说明书", "承诺书"],
        contacts=[{"role": "柳溪县数据服务中心", "phone": "0980-8800123"}],
    )
    pieces: Pieces = [
        ("line", "柳数发〔2026〕8号"),
        ("title", "关于举办2026年“云帆”数据创新大赛柳溪分赛的通知"),
        ("p", "各乡镇人民政府，县直有关单位："),
        ("p", "现将2026年“云帆”数据创新大赛柳溪分赛有关事项通知如下。"),
        (
            "table",
            [
                ["赛事名称", "2026年“云帆”数据创新大赛柳溪分赛"],
                ["主题", "数说柳溪"],
                ["指导单位", "柳溪县人民政府"],
                ["主办单位", "柳溪县数据服务中心、柳溪县农业农村局"],
                ["承办单位", "柳溪县融媒体中心"],
                ["参赛对象", "县内企业、合作社和个人均可报名，每队不超过4人。"],
                ["报名网址", "https://sai.example.cn/liuxi"],
                ["提交材料", "提交报名表、作品说明书、承诺书。"],
                ["联系方式", "柳溪县数据服务中心，0980-8800123"],
            ],
        ),
        ("p", "表1 赛道与赛题"),
        (
            "table",
            [
                ["序号", "赛道", "指导单位", "赛题"],
                ["1", "现代农业", "柳溪县农业农村局", "柑橘产量遥感估测"],
                ["2", None, None, "农机共享调度"],
                ["3", None, None, "土壤墒情一张图"],
                ["4", "文化旅游", "柳溪县文化旅游局", "古村落客流预警"],
                ["5", None, None, "非遗数据采集与传播"],
            ],
        ),
        ("p", "表2 日程"),
        (
            "table",
            [
                ["环节", "时间", "说明"],
                ["报名", "4月10日至5月10日", "网上填写"],
                ["初评", "5月11日至5月20日", "专家书面评审"],
                ["现场决赛", "5月28日", "县会议中心"],
                ["结果公示", "5月29日至6月4日", "县政府网站"],
            ],
        ),
        ("p", "表3 奖励"),
        (
            "table",
            [
                ["奖项", "名额", "奖金（元）"],
                ["一等奖", "1", "5000"],
                ["二等奖", "2", "3000"],
                ["三等奖", "4", "1000"],
            ],
        ),
        ("right", "柳溪县数据服务中心"),
        ("right", "2026年4月9日"),
    ]
    return "county-tables.docx", facts, pieces


def _bilingual() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "滨湾",
        theme="数联世界",
        title="2025年“云帆”数据创新大赛滨湾分赛公告",
        issuers=["滨湾市数据局"],
        issued=date(2025, 5, 20),
        organisers={"hosts": ["滨湾市数据局", "滨湾市商务局"], "undertakers": ["滨湾国际数据港有限公司"]},
        url="https://bay.example.com/yunfan",
        phases=[
            phase(
                "报名",
                "registration",
                "2025年5月20日至2025年7月15日17:00",
                date(2025, 5, 20),
                datetime(2025, 7, 15, 17),
            ),
            phase("初赛", "review", "7月下旬", date(2025, 7, 21), date(2025, 7, 31), approximate="ten-day"),
            phase("决赛", "final", "8月16日", date(2025, 8, 16), date(2025, 8, 16)),
        ],
        tracks=[
            Track("商贸流通", [], [Topic("跨境电商单证核验", ""), Topic("海外仓库存预测", "")]),
            Track("交通运输", [], [Topic("港口集卡排队疏导", ""), Topic("船期延误预警", "")]),
        ],
        levels=["金奖", "银奖", "铜奖"],
        quotas=each_of(("金奖", 1), ("银奖", 2), ("铜奖", 3)),
        prizes={"金奖": 50000, "银奖": 20000, "铜奖": 10000},
        days=(5, "working"),
        contacts=[
            {"role": "滨湾市数据局", "phone": "0981-88001234"},
            {"role": "滨湾市数据局", "email": "contest@bay.example.com"},
        ],
        rules=["publicity", "fees"],
        stages=["初赛", "决赛"],
    )
    pieces: Pieces = [
        ("title", "2025年“云帆”数据创新大赛滨湾分赛公告"),
        ("line", "Announcement of the Binwan Division of the 2025 Yunfan Data Innovation Contest"),
        ("p", "面向全球公开征集优秀作品，现公告如下。"),
        ("h", 1, "一、", "赛事名称 Name"),
        ("p", "2025年“云帆”数据创新大赛滨湾分赛"),
        ("h", 1, "二、", "赛事主题 Theme"),
        ("p", "数联世界 Connecting the World with Data"),
        ("h", 1, "三、", "组织单位 Organizers"),
        ("p", "主办单位（Hosts）：滨湾市数据局、滨湾市商务局"),
        ("p", "承办单位（Undertaker）：滨湾国际数据港有限公司"),
        ("h", 1, "四、", "赛道设置 Tracks"),
        ("h", 2, "（一）", "商贸流通 Commerce"),
        ("p", "1. 跨境电商单证核验"),
        ("p", "2. 海外仓库存预测"),
        ("h", 2, "（二）", "交通运输 Transport"),
        ("p", "1. 港口集卡排队疏导"),
        ("p", "2. 船期延误预警"),
        ("h", 1, "五、", "赛程安排 Schedule"),
        (
            "p",
            (
                "（一）报名（Registration）：2025年5月20日至2025年7月15日17:00。"
                "参赛者登录 https://bay.example.com/yunfan 报名。"
            ),
        ),
        ("p", "（二）初赛（Preliminary）：7月下旬。专家线上评审，每个赛道选出6项进入决赛。"),
        ("p", "（三）决赛（Final）：8月16日。现场路演并答辩，中英文均可。"),
        ("h", 1, "六、", "奖项设置 Awards"),
        ("p", "每个赛道设金奖1名，奖金5万元；银奖2名，奖金2万元；铜奖3名，奖金1万元。"),
        ("h", 1, "七、", "公示 Publicity"),
        ("p", "获奖结果在官网公示5个工作日。"),
        ("h", 1, "八、", "费用 Fees"),
        ("p", "本赛事不向参赛者收取任何费用，食宿自理。"),
        ("h", 1, "九、", "联系方式 Contact"),
        ("p", "滨湾市数据局，电话（Tel）：0981-88001234，邮箱（Email）：contest@bay.example.com"),
        ("right", "滨湾市数据局"),
        ("right", "2025年5月20日"),
    ]
    return "bilingual.docx", facts, pieces


def _articles() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "岭东",
        title="2026年“云帆”数据创新大赛岭东分赛章程",
        theme="以数兴业",
        organisers={
            "hosts": ["岭东省数据局"],
            "undertakers": ["岭东大学", "岭东省大数据中心"],
            "supporters": ["岭东省数据协会"],
        },
        bases=["《2026年“云帆”数据创新大赛总章程》"],
        phases=[
            phase("报名", "registration", "2026年3月1日至4月30日", date(2026, 3, 1), date(2026, 4, 30)),
            phase("初赛", "review", "5月上旬", date(2026, 5, 1), date(2026, 5, 10), approximate="ten-day"),
            phase("复赛", "review", "5月下旬", date(2026, 5, 21), date(2026, 5, 31), approximate="ten-day"),
            phase("决赛", "final", "6月", date(2026, 6, 1), date(2026, 6, 30), approximate="month"),
        ],
        tracks=[Track(name, [], []) for name in ("工业制造", "金融服务", "医疗健康", "城市治理")],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 3), ("三等奖", 5)),
        special=["最佳人气奖"],
        people=6,
        days=(7, None),
        quota=20,
        at_most=True,
        sme=0.2,
        contacts=[{"role": "组委会办公室", "phone": "0982-88005678"}],
        rules=["judging", "judging", "publicity", "complaints", "fees", "questions"],
    )
    pieces: Pieces = [
        ("title", "2026年“云帆”数据创新大赛岭东分赛章程"),
        ("h", 1, "第一章　", "总则"),
        (
            "p",
            (
                "第一条　为规范2026年“云帆”数据创新大赛岭东分赛（以下简称分赛）的组织，"
                "依据《2026年“云帆”数据创新大赛总章程》制定本章程。"
            ),
        ),
        ("p", "第二条　分赛主题为“以数兴业”。"),
        ("h", 1, "第二章　", "组织机构"),
        (
            "p",
            "第三条　分赛由岭东省数据局主办，岭东大学、岭东省大数据中心承办，岭东省数据协会协办。",
        ),
        ("p", "第四条　设组委会办公室，负责日常工作，电话0982-88005678。"),
        ("h", 1, "第三章　", "赛道与赛程"),
        ("p", "第五条　分赛设工业制造、金融服务、医疗健康、城市治理4个赛道，赛题另行公布。"),
        ("p", "第六条　赛程分为四个阶段："),
        ("p", "（一）报名：2026年3月1日至4月30日；"),
        ("p", "（二）初赛：5月上旬；"),
        ("p", "（三）复赛：5月下旬；"),
        ("p", "（四）决赛：6月。"),
        ("h", 1, "第四章　", "参赛"),
        ("p", "第七条　在岭东省注册的企事业单位、高校均可参赛，每个团队成员不超过6人。"),
        ("h", 1, "第五章　", "评审"),
        ("p", "第八条　评审回避。专家与参赛团队有利害关系的，应当主动提出回避，由组委会办公室另行安排。"),
        ("p", "第九条　评分规则。去掉一个最高分和一个最低分以后取平均分，保留两位小数。"),
        ("h", 1, "第六章　", "奖励与推荐"),
        ("p", "第十条　每个赛道设一等奖1名、二等奖3名、三等奖5名，另设最佳人气奖。"),
        ("p", "第十一条　从获奖项目中择优推荐不超过20个项目参加全国总决赛，其中中小企业项目不少于20%。"),
        ("h", 1, "第七章　", "公示与举报"),
        ("p", "第十二条　拟获奖名单公示7天。"),
        ("p", "第十三条　对结果有异议的，公示期内实名向组委会办公室书面提出，匿名举报不予受理。"),
        ("h", 1, "第八章　", "附则"),
        ("p", "第十四条　分赛不收取参赛费用。"),
        ("p", "第十五条　本章程解释权属于分赛组委会办公室，自发布之日起施行。"),
    ]
    return "articles-chapters.txt", facts, pieces


def _annexes_first() -> tuple[str, Facts, Pieces]:
    rubric = {
        "name": "评分标准",
        "total": 100,
        "indicators": [
            {"name": "创新性", "points": 40},
            {"name": "实用性", "points": 35},
            {"name": "完整性", "points": 25},
        ],
    }
    facts = facts_of(
        2026,
        "云州",
        theme="数启云州",
        number="云数函〔2026〕31号",
        title="云州市数据局关于组织参加2026年“云帆”数据创新大赛云州分赛的函",
        issuers=["云州市数据局"],
        issued=date(2026, 2, 26),
        organisers={"hosts": ["云州市数据局"], "undertakers": ["云州科技大市场"]},
        phases=[
            phase("作品征集", "registration", "2026年3月2日—4月17日", date(2026, 3, 2), date(2026, 4, 17)),
            phase("专家初评", "review", "4月20日—4月24日", date(2026, 4, 20), date(2026, 4, 24)),
            phase("决赛路演", "final", "5月8日", date(2026, 5, 8), date(2026, 5, 8)),
        ],
        tracks=[
            Track(
                "城市治理",
                ["云州市城市管理局"],
                [
                    Topic("占道经营智能识别", "利用视频和投诉数据识别高发点位。"),
                    Topic("井盖病害巡查", "融合巡查数据。"),
                ],
            ),
            Track(
                "气象服务",
                ["云州市气象局"],
                [Topic("短时强降水提醒", "面向学校和工地。"), Topic("农事气象指数", "面向种植户。")],
            ),
        ],
        levels=["一等奖", "二等奖", "优秀奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("优秀奖", 5)),
        rubric=rubric,
        materials=["作品申报书", "演示视频", "知识产权证明"],
        attachments=["赛题清单", "评分标准"],
        contacts=[{"role": "云州市数据局", "phone": "0983-88007890"}],
    )
    pieces: Pieces = [
        ("p", "附件1"),
        ("title", "赛题清单"),
        ("h", 1, "一、", "城市治理赛道（指导单位：云州市城市管理局）"),
        ("p", "赛题1：占道经营智能识别"),
        ("p", "利用视频和投诉数据识别高发点位。"),
        ("p", "赛题2：井盖病害巡查"),
        ("p", "融合巡查数据。"),
        ("h", 1, "二、", "气象服务赛道（指导单位：云州市气象局）"),
        ("p", "赛题1：短时强降水提醒"),
        ("p", "面向学校和工地。"),
        ("p", "赛题2：农事气象指数"),
        ("p", "面向种植户。"),
        ("break",),
        ("p", "附件2"),
        ("title", "评分标准"),
        (
            "table",
            [
                ["评审指标", "评审内容", "分值"],
                ["创新性", "技术、模式有无新意", "40"],
                ["实用性", "能否解决实际问题", "35"],
                ["完整性", "材料是否齐备", "25"],
            ],
        ),
        ("break",),
        ("right", "云数函〔2026〕31号"),
        ("title", "云州市数据局关于组织参加"),
        ("title", "2026年“云帆”数据创新大赛云州分赛的函"),
        ("p", "各区数据主管部门，各有关单位："),
        (
            "p",
            "2026年“云帆”数据创新大赛云州分赛以“数启云州”为主题，由云州市数据局主办，云州科技大市场承办。现函告如下。",
        ),
        ("h", 1, "一、", "时间安排"),
        ("p", "1.作品征集：2026年3月2日—4月17日。"),
        ("p", "2.专家初评：4月20日—4月24日。"),
        ("p", "3.决赛路演：5月8日。"),
        ("h", 1, "二、", "报送材料"),
        ("p", "1.作品申报书"),
        ("p", "2.演示视频"),
        ("p", "3.知识产权证明"),
        ("h", 1, "三、", "奖项"),
        ("p", "每个赛道评选一等奖1个、二等奖2个、优秀奖5个。"),
        ("h", 1, "四、", "联系方式"),
        ("p", "云州市数据局：0983-88007890"),
        ("p", "附件：1.赛题清单"),
        ("p", "2.评分标准"),
        ("right", "云州市数据局"),
        ("right", "2026年2月26日"),
    ]
    return "annexes-first.docx", facts, pieces


_MARKDOWN = """# 关于举办2025年“云帆”数据创新大赛河套分赛的通知

**河数〔2025〕12号**

各盟市数据局：

## 一、总体安排

**大赛名称**：2025年“云帆”数据创新大赛河套分赛

**大赛主题**：数润河套

## 二、组织机构

- **主办单位**：河套自治区数据局、河套自治区科学技术厅
- **承办单位**：河套大学
- **协办单位**：河套数据要素交易中心

## 三、赛道

### 1. 绿色低碳赛道

指导单位：河套自治区生态环境厅

- 赛题一：荒漠化治理效果评估
- 赛题二：光伏电站运维优化
- 赛题三：碳足迹核算工具

### 2. 科技创新赛道

指导单位：河套自治区科学技术厅

- 赛题一：科研仪器共享平台
- 赛题二：科技文献知识图谱

## 四、赛程

| 阶段 | 起止时间 | 负责单位 |
| --- | --- | --- |
| 宣传发动 | 6月1日—6月10日 | 河套自治区数据局 |
| 报名 | 6月11日—7月20日 | 河套大学 |
| 初赛 | 7月25日—8月5日 | 专家组 |
| 决赛 | 8月20日 | 河套大学 |
| 颁奖 | 9月中旬 | 河套自治区数据局 |

报名网址：<https://hetao.example.org/sign>

## 五、参赛要求

1. 参赛单位应具有独立法人资格。
2. 每支队伍不超过5人。
3. 提交的数据应当合法取得。

## 六、奖励

| 奖项 | 每个赛道数量 | 奖金 |
| --- | --- | --- |
| 一等奖 | 1 | 3万元 |
| 二等奖 | 2 | 2万元 |
| 三等奖 | 3 | 1万元 |

## 七、评审流程

1. **形式审查**。核对材料是否齐全，不合格的退回补充。
2. **初赛评审**。专家从创新性、可行性、应用价值三个维度书面打分。
3. **决赛答辩**。现场展示8分钟，答辩5分钟。

## 八、公示与异议

拟获奖名单公示5个工作日。对名单有异议的，应在公示期内实名提出。

## 九、联系方式

- 河套自治区数据局：0984-8800456
- 河套大学（技术支持）：0984-8800789

河套自治区数据局　河套自治区科学技术厅

2025年5月28日
"""


def _markdown() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "河套",
        theme="数润河套",
        number="河数〔2025〕12号",
        title="关于举办2025年“云帆”数据创新大赛河套分赛的通知",
        issuers=["河套自治区数据局", "河套自治区科学技术厅"],
        issued=date(2025, 5, 28),
        organisers={
            "hosts": ["河套自治区数据局", "河套自治区科学技术厅"],
            "undertakers": ["河套大学"],
            "supporters": ["河套数据要素交易中心"],
        },
        url="https://hetao.example.org/sign",
        phases=[
            phase("宣传发动", "preparation", "6月1日—6月10日", date(2025, 6, 1), date(2025, 6, 10)),
            phase("报名", "registration", "6月11日—7月20日", date(2025, 6, 11), date(2025, 7, 20)),
            phase("初赛", "review", "7月25日—8月5日", date(2025, 7, 25), date(2025, 8, 5)),
            phase("决赛", "final", "8月20日", date(2025, 8, 20), date(2025, 8, 20)),
            phase("颁奖", "ceremony", "9月中旬", date(2025, 9, 11), date(2025, 9, 20), approximate="ten-day"),
        ],
        tracks=[
            Track(
                "绿色低碳",
                ["河套自治区生态环境厅"],
                [Topic("荒漠化治理效果评估", ""), Topic("光伏电站运维优化", ""), Topic("碳足迹核算工具", "")],
            ),
            Track(
                "科技创新",
                ["河套自治区科学技术厅"],
                [Topic("科研仪器共享平台", ""), Topic("科技文献知识图谱", "")],
            ),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 30000, "二等奖": 20000, "三等奖": 10000},
        people=5,
        days=(5, "working"),
        contacts=[
            {"role": "河套自治区数据局", "phone": "0984-8800456"},
            {"role": "技术支持", "phone": "0984-8800789"},
        ],
        rules=["publicity", "complaints"],
        stages=["形式审查", "初赛评审", "决赛答辩"],
    )
    return "plain-markdown.md", facts, _MARKDOWN


_NESTED = """<html><head><meta charset="utf-8"><title>通知公告</title></head><body>
<table width="980"><tr><td colspan="2"><img src="logo.png">某某政务网</td></tr>
<tr><td width="200"><ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul></td><td>
<table><tr><td align="center"><h1>关于开展2026年“云帆”数据创新大赛沧浪分赛的公告</h1></td></tr>
<tr><td>发布时间：2026-03-18　来源：沧浪市大数据局　浏览次数：208</td></tr>
<tr><td>
<p>　　为发掘优秀数据应用，沧浪市大数据局联合沧浪市卫生健康委员会举办2026年“云帆”数据创新大赛沧浪分赛，公告如下。</p>
<p>　　<b>一、赛道和赛题</b></p>
<table border="1"><tr><th>赛道</th><th>牵头单位</th><th>赛题名称</th><th>赛题说明</th></tr>
<tr><td rowspan="2">医疗健康</td><td rowspan="2">沧浪市卫生健康委员会</td><td>慢病随访提醒</td>
<td>对高血压、糖尿病患者分级随访。</td></tr>
<tr><td>影像检查结果互认</td><td>减少重复检查。</td></tr>
<tr><td>应急管理</td><td>沧浪市应急管理局</td><td>危化品车辆轨迹预警</td>
<td>汇聚卡口和定位数据。</td></tr></table>
<p>　　<b>二、时间安排</b></p>
<p>　　（一）报名时间：2026年3月18日至4月20日18:00</p>
<p>　　（二）初审时间：4月21日至4月25日</p>
<p>　　（三）决赛时间：5月15日</p>
<p>　　<b>三、奖项设置</b></p>
<table border="1"><tr><td>等次</td><td>数量</td><td>奖金（万元）</td></tr><tr><td>一等奖</td><td>2</td><td>2</td></tr>
<tr><td>二等奖</td><td>4</td><td>1</td></tr><tr><td>三等奖</td><td>6</td><td>0.5</td></tr></table>
<p>　　<b>四、报名方式</b></p>
<p>　　登录沧浪数据开放平台（https://data.canglang.example.cn）在线报名，并上传作品介绍、演示视频和原创承诺书。
每个团队不超过3人。</p>
<p>　　<b>五、咨询电话</b></p>
<table border="1"><tr><td>单位</td><td>事项</td><td>电话</td></tr>
<tr><td>沧浪市大数据局</td><td>赛事咨询</td><td>0985-88001111</td></tr>
<tr><td>沧浪市信息中心</td><td>平台技术支持</td><td>0985-88002222</td></tr></table>
<p align="right">沧浪市大数据局</p><p align="right">2026年3月18日</p>
</td></tr></table></td></tr></table>
<table><tr><td>版权所有：某某政务网　主办：某某办公室　联系电话：0000-0000000</td></tr></table></body></html>"""


def _nested() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "沧浪",
        title="关于开展2026年“云帆”数据创新大赛沧浪分赛的公告",
        issuers=["沧浪市大数据局"],
        issued=date(2026, 3, 18),
        organisers={"hosts": ["沧浪市大数据局", "沧浪市卫生健康委员会"]},
        url="https://data.canglang.example.cn",
        phases=[
            phase(
                "报名",
                "registration",
                "2026年3月18日至4月20日18:00",
                date(2026, 3, 18),
                datetime(2026, 4, 20, 18),
            ),
            phase("初审", "review", "4月21日至4月25日", date(2026, 4, 21), date(2026, 4, 25)),
            phase("决赛", "final", "5月15日", date(2026, 5, 15), date(2026, 5, 15)),
        ],
        tracks=[
            Track(
                "医疗健康",
                ["沧浪市卫生健康委员会"],
                [Topic("慢病随访提醒", ""), Topic("影像检查结果互认", "")],
            ),
            Track("应急管理", ["沧浪市应急管理局"], [Topic("危化品车辆轨迹预警", "")]),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 2), ("二等奖", 4), ("三等奖", 6)),
        prizes={"一等奖": 20000, "二等奖": 10000, "三等奖": 5000},
        people=3,
        materials=["作品介绍", "演示视频", "原创承诺书"],
        contacts=[
            {"role": "沧浪市大数据局", "phone": "0985-88001111"},
            {"role": "沧浪市信息中心", "phone": "0985-88002222"},
        ],
        rules=["registration"],
    )
    return "nested-tables.html", facts, _NESTED


def _merged() -> tuple[str, Facts, Pieces, dict[str, Any]]:
    facts = facts_of(
        2026,
        "北原",
        theme="聚数成林",
        number="北数综〔2026〕7号",
        title="北原省数据管理局关于举办2026年“云帆”数据创新大赛北原分赛的通知",
        issuers=["北原省数据管理局"],
        issued=date(2026, 4, 1),
        bases=["《北原省数据条例》"],
        organisers={
            "guiding": ["北原省人民政府办公厅"],
            "hosts": ["北原省数据管理局"],
            "undertakers": ["北原省信息中心", "北原数字集团有限公司"],
        },
        phases=[
            phase("报名参赛", "registration", "即日起至5月31日", None, date(2026, 5, 31)),
            phase("资格审查", "review", "6月1日至5日", date(2026, 6, 1), date(2026, 6, 5)),
            phase("初赛", "review", "6月中旬", date(2026, 6, 11), date(2026, 6, 20), approximate="ten-day"),
            phase("决赛及颁奖", "ceremony", "7月10日至11日", date(2026, 7, 10), date(2026, 7, 11)),
        ],
        tracks=[
            Track(
                "工业制造",
                ["北原省工业和信息化厅"],
                [Topic("设备故障提前诊断", "面向离散制造。"), Topic("供应链断点识别", "面向链主企业。")],
                printed="“工业制造”赛道",
            ),
            Track("开放创新", ["北原省数据管理局"], [], kind="open"),
        ],
        levels=["特等奖", "一等奖", "二等奖"],
        quotas=over_all(("特等奖", 1), ("一等奖", 3), ("二等奖", 6)),
        prizes={"特等奖": 200000, "一等奖": 100000, "二等奖": 50000},
        forms=["荣誉证书", "奖金"],
        quota=15,
        at_most=True,
        days=(7, "calendar"),
        benefits=["融资对接", "落地支持"],
        contacts=[
            {"role": "北原省数据管理局政策法规处", "phone": "0986-88003333"},
            {"role": "监督", "phone": "0986-88004444", "about": "complaints"},
        ],
        attachments=["参赛申报书", "诚信承诺书"],
        stages=["资格审查", "初赛", "决赛及颁奖"],
    )
    pieces: Pieces = [
        ("right", "北数综〔2026〕5号"),
        ("title", "北原省数据管理局关于开展数据安全培训的通知"),
        ("p", "各市数据局："),
        ("p", "为提升数据安全能力，定于2026年3月举办培训。"),
        ("h", 1, "一、", "培训时间"),
        ("p", "2026年3月20日至22日。"),
        ("h", 1, "二、", "培训对象"),
        ("p", "各市数据局业务骨干，每市不超过2人。"),
        ("h", 1, "三、", "联系方式"),
        ("p", "北原省数据管理局安全处：0986-88009999"),
        ("right", "北原省数据管理局"),
        ("right", "2026年3月5日"),
        ("break",),
        ("right", "北数综〔2026〕7号"),
        ("title", "北原省数据管理局关于举办2026年“云帆”数据创新大赛北原分赛的通知"),
        ("p", "各市数据局，各有关单位："),
        ("p", "为落实《北原省数据条例》，省数据管理局决定举办2026年“云帆”数据创新大赛北原分赛。"),
        ("h", 1, "一、", "主题"),
        ("p", "聚数成林"),
        ("h", 1, "二、", "组织单位"),
        ("h", 2, "（一）", "指导单位：", "北原省人民政府办公厅"),
        ("h", 2, "（二）", "主办单位：", "北原省数据管理局"),
        ("h", 2, "（三）", "承办单位：", "北原省信息中心、北原数字集团有限公司"),
        ("h", 1, "三、", "赛道设置"),
        ("h", 2, "（一）", "“工业制造”赛道。", "由北原省工业和信息化厅指导。"),
        ("p", "①设备故障提前诊断。面向离散制造。"),
        ("p", "②供应链断点识别。面向链主企业。"),
        ("h", 2, "（二）", "开放创新赛道。", "由北原省数据管理局指导，不设具体赛题。"),
        ("h", 1, "四、", "赛程安排"),
        ("h", 2, "（一）", "报名参赛。", "即日起至5月31日，团队在线填报。"),
        ("h", 2, "（二）", "资格审查。", "6月1日至5日，组委会核对参赛资格，不符合的不进入初赛。"),
        ("h", 2, "（三）", "初赛。", "6月中旬，专家线上评审，按得分排序确定决赛名单。"),
        ("h", 2, "（四）", "决赛及颁奖。", "7月10日至11日，在北原会展中心举办。"),
        ("h", 1, "五、", "奖项设置"),
        (
            "p",
            "共评出特等奖1名、一等奖3名、二等奖6名，颁发荣誉证书，分别给予20万元、10万元、5万元奖金。获奖名单公示7个自然日。",
        ),
        ("h", 1, "六、", "支持措施"),
        ("h", 2, "（一）", "融资对接。", "组织投资机构与获奖团队洽谈。"),
        ("h", 2, "（二）", "落地支持。", "各市优先提供应用场景。"),
        ("p", "获奖项目中推荐不超过15个项目参加全国总决赛。"),
        ("h", 1, "七、", "联系方式"),
        ("p", "北原省数据管理局政策法规处　0986-88003333"),
        ("p", "监督电话：0986-88004444"),
        ("p", "附件：1. 参赛申报书"),
        ("p", "2. 诚信承诺书"),
        ("right", "北原省数据管理局"),
        ("right", "2026年4月1日"),
    ]
    return "two-notices.docx", facts, pieces, {"numbered": True}
