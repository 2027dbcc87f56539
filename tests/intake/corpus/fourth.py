"""Three more notices written by hand after `third` was mended, to see what that was worth: decimal numbers, questions
with answers, a letter without any numbers. Their first scores stand in docs/importing-notices.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.intake.corpus.made_up import Facts, Topic, Track
from tests.intake.corpus.render import Pieces
from tests.intake.corpus.third import CONTEST, FORMS, each_of, facts_of, over_all, phase

__all__ = ["CONTEST", "FORMS", "notices"]


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces or text, how it is rendered."""
    for made in (_decimal, _questions, _letter):
        yield *made(), {}


def _decimal() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "青川",
        theme="数通山海",
        number="青数发〔2026〕22号",
        title="青川省数据局关于印发2026年“云帆”数据创新大赛青川分赛实施方案的通知",
        issuers=["青川省数据局"],
        issued=date(2026, 3, 30),
        organisers={
            "hosts": ["青川省数据局", "青川省交通运输厅"],
            "undertakers": ["青川省数据中心"],
            "supporters": ["青川大学", "青川省计算机学会"],
        },
        url="https://qc.example.cn/yunfan",
        phases=[
            phase("报名阶段", "registration", "2026年4月1日至5月15日", date(2026, 4, 1), date(2026, 5, 15)),
            phase("初赛阶段", "review", "5月18日至5月29日", date(2026, 5, 18), date(2026, 5, 29)),
            phase("决赛阶段", "final", "6月下旬", date(2026, 6, 21), date(2026, 6, 30), approximate="ten-day"),
        ],
        tracks=[
            Track(
                "交通运输",
                ["青川省交通运输厅"],
                [Topic("盘山公路团雾预警", ""), Topic("渡口客流安全监测", ""), Topic("货车空驶率治理", "")],
            ),
            Track("绿色低碳", ["青川省生态环境厅"], [Topic("林业碳汇计量", ""), Topic("小水电生态流量监管", "")]),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 4)),
        prizes={"一等奖": 40000, "二等奖": 20000, "三等奖": 10000},
        people=7,
        days=(7, "calendar"),
        quota=10,
        at_most=True,
        sme=0.3,
        contacts=[
            {"role": "青川省数据局", "phone": "0987-88001122"},
            {"role": "青川省数据中心", "phone": "0987-88003344"},
        ],
        rubric={
            "name": "评分标准",
            "total": 100,
            "indicators": [
                {
                    "name": "数据基础",
                    "children": [{"name": "数据质量", "points": 20}, {"name": "数据合规", "points": 20}],
                },
                {
                    "name": "应用效果",
                    "children": [{"name": "经济效益", "points": 30}, {"name": "社会效益", "points": 30}],
                },
            ],
        },
    )
    pieces: Pieces = [
        ("line", "青数发〔2026〕22号"),
        ("title", "青川省数据局关于印发2026年“云帆”数据创新大赛青川分赛实施方案的通知"),
        ("p", "各市（州）数据局，省直有关部门："),
        ("p", "现将《2026年“云帆”数据创新大赛青川分赛实施方案》印发给你们，请结合实际组织参赛。"),
        ("right", "青川省数据局"),
        ("right", "2026年3月30日"),
        ("break",),
        ("title", "2026年“云帆”数据创新大赛青川分赛实施方案"),
        ("p", "1 总体安排"),
        ("p", "1.1 大赛主题：数通山海。"),
        ("p", "1.2 主办单位：青川省数据局、青川省交通运输厅。"),
        ("p", "1.3 承办单位：青川省数据中心。"),
        ("p", "1.4 协办单位：青川大学、青川省计算机学会。"),
        ("p", "2 赛道设置"),
        ("p", "2.1 交通运输赛道"),
        ("p", "指导单位：青川省交通运输厅"),
        ("p", "2.1.1 盘山公路团雾预警"),
        ("p", "2.1.2 渡口客流安全监测"),
        ("p", "2.1.3 货车空驶率治理"),
        ("p", "2.2 绿色低碳赛道"),
        ("p", "指导单位：青川省生态环境厅"),
        ("p", "2.2.1 林业碳汇计量"),
        ("p", "2.2.2 小水电生态流量监管"),
        ("p", "3 进度安排"),
        (
            "p",
            "3.1 报名阶段：2026年4月1日至5月15日。参赛团队登录 https://qc.example.cn/yunfan 填报，每队成员不超过7人。",
        ),
        ("p", "3.2 初赛阶段：5月18日至5月29日。"),
        ("p", "3.3 决赛阶段：6月下旬。"),
        ("p", "4 奖项设置"),
        ("p", "4.1 每个赛道评选一等奖1个、二等奖2个、三等奖4个，分别奖励4万元、2万元、1万元。"),
        ("p", "4.2 从获奖项目中推荐不超过10个项目参加全国总决赛，其中中小企业项目不低于30%。"),
        ("p", "4.3 获奖名单在省数据局网站公示7个自然日。"),
        ("p", "5 联系方式"),
        ("p", "青川省数据局，0987-88001122；青川省数据中心，0987-88003344。"),
        ("break",),
        ("p", "附件"),
        ("title", "评分标准"),
        (
            "table",
            [
                ["序号", "评价维度", "评价指标", "指标说明", "分值"],
                ["1", "数据基础", "数据质量", "准确、完整、及时", "20"],
                ["2", None, "数据合规", "来源合法、授权清楚", "20"],
                ["3", "应用效果", "经济效益", "降本增收", "30"],
                ["4", None, "社会效益", "惠及面", "30"],
            ],
        ),
    ]
    return "decimal.pdf", facts, pieces


_QUESTIONS = """<html><head><meta charset="utf-8"></head><body><div class="content">
<h1>2025年“云帆”数据创新大赛湖湾分赛参赛指南</h1>
<p>发布日期：2025-06-02 来源：湖湾市数据局 字号：大 中 小</p>
<h2>一、谁来办？</h2>
<p>大赛由湖湾市数据局主办，湖湾市工业和信息化局协办，湖湾数据集团有限公司承办，主题是“数聚湖湾”。</p>
<h2>二、比什么？</h2>
<p>设两个赛道：</p>
<ul><li>工业制造赛道：1.注塑车间能耗优化；2.模具寿命预测。</li>
<li>商贸流通赛道：1.夜市摊位动态管理；2.生鲜损耗预警。</li></ul>
<h2>三、什么时候？</h2>
<ul><li>报名：2025年6月2日—7月10日</li><li>初选：7月14日—7月18日</li><li>决赛：8月8日</li></ul>
<h2>四、怎么报名？</h2>
<p>关注“湖湾数据”公众号报名，或登录网址 https://huwan.example.org 报名。
每支队伍最多4人。需要提交作品说明书、演示视频、原创声明。</p>
<h2>五、有什么奖？</h2>
<p>全市共设一等奖1名，奖金3万元；二等奖2名，各奖1万元；优秀奖5名，颁发证书。</p>
<h2>六、收费吗？</h2>
<p>不收取任何费用。</p>
<h2>七、问谁？</h2>
<p>湖湾市数据局数据产业科，电话0988-8800555，邮箱saiban@huwan.example.org。</p>
</div></body></html>"""


def _questions() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "湖湾",
        theme="数聚湖湾",
        title="2025年“云帆”数据创新大赛湖湾分赛参赛指南",
        organisers={
            "hosts": ["湖湾市数据局"],
            "undertakers": ["湖湾数据集团有限公司"],
            "supporters": ["湖湾市工业和信息化局"],
        },
        url="https://huwan.example.org",
        phases=[
            phase("报名", "registration", "2025年6月2日—7月10日", date(2025, 6, 2), date(2025, 7, 10)),
            phase("初选", "review", "7月14日—7月18日", date(2025, 7, 14), date(2025, 7, 18)),
            phase("决赛", "final", "8月8日", date(2025, 8, 8), date(2025, 8, 8)),
        ],
        tracks=[
            Track("工业制造", [], [Topic("注塑车间能耗优化", ""), Topic("模具寿命预测", "")]),
            Track("商贸流通", [], [Topic("夜市摊位动态管理", ""), Topic("生鲜损耗预警", "")]),
        ],
        levels=["一等奖", "二等奖", "优秀奖"],
        quotas=over_all(("一等奖", 1), ("二等奖", 2), ("优秀奖", 5)),
        prizes={"一等奖": 30000, "二等奖": 10000},
        forms=["证书"],
        people=4,
        materials=["作品说明书", "演示视频", "原创声明"],
        contacts=[
            {"role": "湖湾市数据局数据产业科", "phone": "0988-8800555"},
            {"role": "湖湾市数据局数据产业科", "email": "saiban@huwan.example.org"},
        ],
        rules=["registration", "fees"],
    )
    return "questions.html", facts, _QUESTIONS


def _letter() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "丹霞",
        theme="以数为媒",
        title="关于邀请参加2026年“云帆”数据创新大赛丹霞分赛的函",
        issuers=["丹霞市数据管理局"],
        issued=date(2026, 5, 6),
        organisers={"hosts": ["丹霞市数据管理局", "丹霞市文化和旅游局"], "undertakers": ["丹霞旅游集团有限公司"]},
        phases=[
            phase(
                "报名",
                "registration",
                "2026年6月20日18时",
                date(2026, 6, 20),
                datetime(2026, 6, 20, 18),
            )
        ],
        tracks=[Track("文化旅游", [], []), Track("气象服务", [], []), Track("现代农业", [], [])],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 2), ("二等奖", 4), ("三等奖", 8)),
        people=5,
        contacts=[{"role": "丹霞市数据管理局", "phone": "0989-8800777"}],
        attachments=["报名表"],
    )
    facts.phases[0] |= {"start": None, "text": "2026年6月20日18时前"}
    pieces: Pieces = [
        ("title", "关于邀请参加2026年“云帆”数据创新大赛丹霞分赛的函"),
        ("p", "各有关单位："),
        (
            "p",
            (
                "2026年“云帆”数据创新大赛丹霞分赛由丹霞市数据管理局、丹霞市文化和旅游局主办，丹霞旅游集团有限公司承办，"
                "主题为“以数为媒”，设文化旅游、气象服务、现代农业3个赛道，诚邀贵单位参加。"
            ),
        ),
        (
            "p",
            "请于2026年6月20日18时前将报名表发送至组委会，每个团队不超过5人。大赛共设一等奖2名、二等奖4名、三等奖8名。",
        ),
        ("p", "联系电话：丹霞市数据管理局 0989-8800777。"),
        ("p", "附件：报名表"),
        ("right", "丹霞市数据管理局"),
        ("right", "2026年5月6日"),
    ]
    return "letter.docx", facts, pieces
