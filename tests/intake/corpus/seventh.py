"""Six notices more, written after `sixth` was mended: a commission's in prose, a group's with decimal numbers, a
bureau's table of coded topics, a page of an event, a youth league's, a read-me.

Their first scores stand in docs/importing-notices.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.intake.corpus.fifth import topics
from tests.intake.corpus.made_up import Facts, Track
from tests.intake.corpus.render import Pieces
from tests.intake.corpus.third import CONTEST, FORMS, each_of, facts_of, over_all, phase

__all__ = ["CONTEST", "FORMS", "notices"]


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces or text, how it is rendered."""
    yield *_league(), {"numbered": True}
    for made in (_prose, _group, _bureau, _event, _readme):
        yield *made(), {}


_PROSE = """银岭市卫生健康委员会 银岭市数据局
关于举办2026年“云帆”数据创新大赛银岭分赛的通知
银卫发〔2026〕23号

各县区卫生健康局、数据局，各医疗机构：
    为促进医疗健康数据应用，定于2026年4月至7月举办2026年“云帆”数据创新大赛银岭分赛。现就有关事项通知如下：
    一、总体要求。大赛以“数据守护健康”为主题，由市卫生健康委员会、市数据局主办，银岭市第一人民医院承办，银岭市医学会协办。
    二、赛题设置。设医疗健康赛道和应急管理赛道。医疗健康赛道设3个赛题：1.门诊分时预约优化；2.慢阻肺随访管理；
3.医用耗材消耗预测。应急管理赛道设2个赛题：1.院前急救站点布局；2.血液库存预警。
    三、进度安排。一是组织报名，4月10日至5月10日，各单位登录http://wj.yinling.example.cn填报；二是专家初评，5月
15日至5月22日；三是现场决赛，6月18日；四是总结表彰，7月上旬。
    四、有关要求。各单位要高度重视，每个团队不超过4人，每个单位推荐的作品不超过3个。
    五、奖励。每个赛道评选一等奖不超过1名、二等奖不超过2名、三等奖不超过3名，分别奖励2万元、1万元、0.5万元。拟奖名单
公示7天。
    联系方式：市卫生健康委规划信息科，0967—8800551；市数据局数据资源科，0967—8800552。

                                        银岭市卫生健康委员会          银岭市数据局
                                                   2026年4月3日
"""


def _prose() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "银岭",
        theme="数据守护健康",
        number="银卫发〔2026〕23号",
        title="关于举办2026年“云帆”数据创新大赛银岭分赛的通知",
        issuers=["银岭市卫生健康委员会", "银岭市数据局"],
        issued=date(2026, 4, 3),
        organisers={
            "hosts": ["市卫生健康委员会", "市数据局"],
            "undertakers": ["银岭市第一人民医院"],
            "supporters": ["银岭市医学会"],
        },
        url="http://wj.yinling.example.cn",
        phases=[
            phase("组织报名", "registration", "4月10日至5月10日", date(2026, 4, 10), date(2026, 5, 10)),
            phase("专家初评", "review", "5月15日至5月22日", date(2026, 5, 15), date(2026, 5, 22)),
            phase("现场决赛", "final", "6月18日", date(2026, 6, 18), date(2026, 6, 18)),
            phase("总结表彰", "ceremony", "7月上旬", date(2026, 7, 1), date(2026, 7, 10), approximate="ten-day"),
        ],
        tracks=[
            Track("医疗健康", [], topics("门诊分时预约优化", "慢阻肺随访管理", "医用耗材消耗预测")),
            Track("应急管理", [], topics("院前急救站点布局", "血液库存预警")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 20000, "二等奖": 10000, "三等奖": 5000},
        people=4,
        days=(7, None),
        contacts=[
            {"role": "市卫生健康委规划信息科", "phone": "0967-8800551"},
            {"role": "市数据局数据资源科", "phone": "0967-8800552"},
        ],
    )
    return "prose.txt", facts, _PROSE


def _group() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "海港",
        theme="港通天下 数智先行",
        title="2025年“云帆”数据创新大赛海港分赛竞赛方案",
        issuers=["海港控股集团有限公司"],
        issued=date(2025, 3, 18),
        organisers={
            "guiding": ["海港省国有资产监督管理委员会"],
            "hosts": ["海港控股集团有限公司"],
            "undertakers": ["海港数字科技有限公司", "海港港务公司工会"],
        },
        url="https://hg.example.com",
        phases=[
            phase("方案发布", "preparation", "2025年3月18日", date(2025, 3, 18), date(2025, 3, 18)),
            phase("报名与提交", "registration", "2025年3月19日—5月9日", date(2025, 3, 19), date(2025, 5, 9)),
            phase("线上初评", "review", "2025年5月12日—5月23日", date(2025, 5, 12), date(2025, 5, 23)),
            phase("终评答辩", "final", "2025年6月12日", date(2025, 6, 12), date(2025, 6, 12)),
        ],
        tracks=[
            Track("交通运输", [], topics("岸桥作业效率提升", "拖轮油耗核算", "堆场翻箱预测")),
            Track("绿色低碳", [], topics("岸电使用激励", "皮带机待机节能")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 2), ("二等奖", 4), ("三等奖", 6)),
        prizes={"一等奖": 50000, "二等奖": 30000, "三等奖": 10000},
        people=6,
        materials=["参赛报名表", "技术方案", "效果证明材料"],
        rubric={
            "name": "评分标准",
            "total": 100,
            "indicators": [
                {"name": "先进性", "points": 30},
                {"name": "实用性", "points": 40},
                {"name": "经济性", "points": 30},
            ],
        },
        contacts=[{"role": "海港数字科技有限公司", "phone": "0966-88001133"}],
    )
    pieces: Pieces = [
        ("title", "2025年“云帆”数据创新大赛海港分赛"),
        ("title", "竞赛方案"),
        ("line", "海港控股集团有限公司"),
        ("line", "2025年3月18日"),
        ("break",),
        ("line", "目　录"),
        ("p", "1 竞赛概况………………………………2"),
        ("p", "2 赛道与赛题………………………………2"),
        ("p", "3 竞赛安排………………………………3"),
        ("p", "4 评审与奖励………………………………3"),
        ("break",),
        ("p", "1 竞赛概况"),
        ("p", "1.1 竞赛主题"),
        ("p", "港通天下 数智先行"),
        ("p", "1.2 组织机构"),
        ("p", "指导单位：海港省国有资产监督管理委员会"),
        ("p", "主办单位：海港控股集团有限公司"),
        ("p", "承办单位：海港数字科技有限公司、海港港务公司工会"),
        ("p", "2 赛道与赛题"),
        ("p", "2.1 交通运输赛道"),
        ("p", "a) 岸桥作业效率提升"),
        ("p", "b) 拖轮油耗核算"),
        ("p", "c) 堆场翻箱预测"),
        ("p", "2.2 绿色低碳赛道"),
        ("p", "a) 岸电使用激励"),
        ("p", "b) 皮带机待机节能"),
        ("p", "3 竞赛安排"),
        ("p", "3.1 时间安排"),
        (
            "table",
            [
                ["步骤", "内容", "开始时间", "结束时间"],
                ["1", "方案发布", "2025年3月18日", "2025年3月18日"],
                ["2", "报名与提交", "2025年3月19日", "2025年5月9日"],
                ["3", "线上初评", "2025年5月12日", "2025年5月23日"],
                ["4", "终评答辩", "2025年6月12日", "2025年6月12日"],
            ],
        ),
        ("p", "3.2 参赛要求"),
        ("p", "每支团队不超过6人，登录竞赛平台https://hg.example.com报名，并上传参赛报名表、技术方案、效果证明材料。"),
        ("p", "4 评审与奖励"),
        ("p", "4.1 评分标准"),
        (
            "table",
            [["指标", "分值"], ["先进性", "30"], ["实用性", "40"], ["经济性", "30"]],
        ),
        ("p", "4.2 奖励设置"),
        ("p", "全集团共设一等奖2个、二等奖4个、三等奖6个，奖金依次为5万元、3万元、1万元。"),
        ("p", "5 联系方式"),
        ("p", "海港数字科技有限公司　电话：0966-88001133"),
    ]
    for each in facts.phases[1:3]:
        each["text"] = each["text"].replace("—5月", "至2025年5月")
    return "group.pdf", facts, pieces


def _bureau() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "雁城",
        theme="数绘雁城",
        number="雁数函〔2026〕11号",
        title="关于组织开展2026年“云帆”数据创新大赛雁城分赛的函",
        issuers=["雁城市数据局"],
        issued=date(2026, 5, 11),
        bases=["《雁城市数据条例》"],
        organisers={"hosts": ["雁城市数据局", "雁城市气象局"], "undertakers": ["雁城学院"]},
        phases=[
            phase("报名", "registration", "2026年6月30日", None, date(2026, 6, 30)),
            phase("初赛", "review", "2026年7月下旬", date(2026, 7, 21), date(2026, 7, 31), approximate="ten-day"),
            phase("决赛", "final", "2026年8月中旬", date(2026, 8, 11), date(2026, 8, 20), approximate="ten-day"),
        ],
        tracks=[
            Track("气象服务", ["雁城市气象局"], topics("暴雨内涝叫应", "供暖气象指数")),
            Track("城市治理", ["雁城市城市管理局"], topics("餐厨垃圾收运", "停车诱导", "噪声投诉分析")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        forms=["证书"],
        people=5,
        quota=6,
        at_most=True,
        contacts=[
            {"role": "雁城市数据局", "phone": "0965-8800770"},
            {"role": "雁城市数据局", "email": "ycsj@yancheng.example.cn"},
        ],
        attachments=["赛题一览表", "报名表"],
    )
    facts.phases[0]["text"] = "2026年6月30日前"
    pieces: Pieces = [
        ("line", "雁数函〔2026〕11号"),
        ("title", "关于组织开展2026年“云帆”数据创新大赛雁城分赛的函"),
        ("p", "各县（市、区）人民政府，市直有关单位："),
        (
            "p",
            "依据《雁城市数据条例》，雁城市数据局、雁城市气象局联合主办2026年“云帆”数据创新大赛雁城分赛，雁城学院承办。",
        ),
        ("h", 1, "1．", "大赛主题。", "数绘雁城。"),
        ("h", 1, "2．", "赛道赛题。", "共2个赛道5个赛题，见附件1。"),
        (
            "h",
            1,
            "3．",
            "时间节点。",
            "报名截止时间：2026年6月30日前；初赛时间：2026年7月下旬；决赛时间：2026年8月中旬。",
        ),
        ("h", 1, "4．", "参赛团队。", "每队成员不多于5人，可跨单位组队。"),
        (
            "h",
            1,
            "5．",
            "奖项。",
            "按赛道分别设一等奖1个、二等奖2个、三等奖3个，颁发证书；择优推荐不超过6个项目参加全国总决赛。",
        ),
        ("h", 1, "6．", "联系方式。", "雁城市数据局，电话0965-8800770，邮箱ycsj@yancheng.example.cn。"),
        ("p", "附件：1．赛题一览表"),
        ("p", "2．报名表"),
        ("right", "雁城市数据局"),
        ("right", "2026年5月11日"),
        ("break",),
        ("p", "附件1"),
        ("title", "赛题一览表"),
        (
            "table",
            [
                ["赛题编号", "所属赛道", "赛题名称", "牵头单位"],
                ["QX01", "气象服务", "暴雨内涝叫应", "雁城市气象局"],
                ["QX02", "气象服务", "供暖气象指数", "雁城市气象局"],
                ["CS01", "城市治理", "餐厨垃圾收运", "雁城市城市管理局"],
                ["CS02", "城市治理", "停车诱导", "雁城市城市管理局"],
                ["CS03", "城市治理", "噪声投诉分析", "雁城市城市管理局"],
            ],
        ),
        ("break",),
        ("p", "附件2"),
        ("title", "报名表"),
        (
            "table",
            [["团队名称", "", "所属赛道", ""], ["队长", "", "联系电话", ""], ["参赛作品", "", "单位", ""]],
        ),
    ]
    return "bureau.docx", facts, pieces


_EVENT = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>云帆大赛松城分赛</title></head><body>
<header><img src="logo.png"><ul><li><a href="#a">大赛介绍</a></li><li><a href="#b">赛道</a></li>
<li><a href="#c">赛程</a></li></ul></header>
<section id="hero"><h1>2026年“云帆”数据创新大赛松城分赛</h1><h2>数林成海</h2>
<a class="btn" href="https://song.example.com/join">立即报名</a></section>
<section id="a"><h2>大赛介绍</h2>
<p>2026年“云帆”数据创新大赛松城分赛面向全国高校和企业，
鼓励以数据解决林区实际问题。</p>
<dl><dt>大赛主题</dt><dd>数林成海</dd><dt>主办单位</dt><dd>松城市数据局</dd><dd>松城市林业和草原局</dd>
<dt>承办单位</dt><dd>松城林业大学</dd><dt>报名网址</dt><dd>https://song.example.com/join</dd></dl></section>
<section id="b"><h2>赛道设置</h2>
<div class="card"><h3>现代农业赛道</h3><ul><li>林下菌类产量估测</li><li>红松结实预报</li></ul></div>
<div class="card"><h3>应急管理赛道</h3><ul><li>雷击火落点定位</li><li>防火巡护路线规划</li></ul></div>
<div class="card"><h3>文化旅游赛道</h3><ul><li>冰雪线路客流推演</li></ul></div></section>
<section id="c"><h2>赛程安排</h2><ul><li><b>2026-06-01 至 2026-07-20</b><span>报名</span></li>
<li><b>2026-07-25 至 2026-07-31</b><span>初赛评审</span></li>
<li><b>2026-08-22</b><span>总决赛</span></li></ul></section>
<section id="d"><h2>奖项设置</h2><div><h3>一等奖</h3><p>1支队伍/赛道</p><p>奖金40,000元</p></div>
<div><h3>二等奖</h3><p>2支队伍/赛道</p><p>奖金20,000元</p></div>
<div><h3>三等奖</h3><p>3支队伍/赛道</p><p>奖金10,000元</p></div></section>
<section id="e"><h2>常见问题</h2><h3>每队可以有几个人？</h3><p>每队1—5人。</p><h3>要提交什么？</h3>
<p>提交作品说明书、代码和演示视频。</p></section>
<section id="f"><h2>联系我们</h2><p>松城林业大学大赛秘书处</p>
<p>电话：0964-8800991</p><p>邮箱：song@song.example.com</p></section>
<footer><p>版权所有 松城市数据局</p></footer></body></html>"""


def _event() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "松城",
        theme="数林成海",
        organisers={"hosts": ["松城市数据局", "松城市林业和草原局"], "undertakers": ["松城林业大学"]},
        url="https://song.example.com/join",
        phases=[
            phase("报名", "registration", "2026-06-01至2026-07-20", date(2026, 6, 1), date(2026, 7, 20)),
            phase("初赛评审", "review", "2026-07-25至2026-07-31", date(2026, 7, 25), date(2026, 7, 31)),
            phase("总决赛", "final", "2026-08-22", date(2026, 8, 22), date(2026, 8, 22)),
        ],
        tracks=[
            Track("现代农业", [], topics("林下菌类产量估测", "红松结实预报")),
            Track("应急管理", [], topics("雷击火落点定位", "防火巡护路线规划")),
            Track("文化旅游", [], topics("冰雪线路客流推演")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 40000, "二等奖": 20000, "三等奖": 10000},
        people=5,
        materials=["作品说明书", "代码", "演示视频"],
        contacts=[
            {"role": "松城林业大学大赛秘书处", "phone": "0964-8800991"},
            {"role": "松城林业大学大赛秘书处", "email": "song@song.example.com"},
        ],
    )
    return "event.html", facts, _EVENT


def _league() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "澄州",
        theme="青春有为 数创未来",
        title="共青团澄州省委 澄州省数据局关于举办2025年“云帆”数据创新大赛澄州分赛的通知",
        issuers=["共青团澄州省委", "澄州省数据局"],
        issued=date(2025, 4, 25),
        organisers={
            "hosts": ["共青团澄州省委", "澄州省数据局"],
            "undertakers": ["澄州青年创业服务中心"],
            "supporters": ["澄州省青年企业家协会"],
        },
        phases=[
            phase(
                "宣传发动",
                "preparation",
                "4月底—5月初",
                date(2025, 4, 21),
                date(2025, 5, 10),
                approximate="part-of-month",
            ),
            phase(
                "作品申报",
                "registration",
                "5月6日—6月20日17:00",
                date(2025, 5, 6),
                datetime(2025, 6, 20, 17),
            ),
            phase("初评", "review", "7月1日—7月10日", date(2025, 7, 1), date(2025, 7, 10)),
            phase("终审决赛", "final", "8月", date(2025, 8, 1), date(2025, 8, 31), approximate="month"),
        ],
        tracks=[Track("城市治理", [], []), Track("文化旅游", [], []), Track("绿色低碳", [], [])],
        levels=["金奖", "银奖", "铜奖"],
        quotas=each_of(("金奖", 2), ("银奖", 4), ("铜奖", 8)),
        special=["优秀指导教师奖", "优秀组织奖"],
        forms=["证书", "奖杯"],
        people=5,
        days=(5, "working"),
        materials=["作品申报书", "承诺书", "展示视频"],
        contacts=[
            {"role": "共青团澄州省委青年发展部", "phone": "0963-88005566"},
            {"role": "澄州青年创业服务中心", "phone": "0963-88005577"},
        ],
    )
    pieces: Pieces = [
        ("title", "共青团澄州省委 澄州省数据局关于举办2025年“云帆”数据创新大赛澄州分赛的通知"),
        ("p", "各市团委、数据局，各高校团委："),
        ("p", "为引导青年参与数据创新，团省委、省数据局决定举办2025年“云帆”数据创新大赛澄州分赛。现通知如下："),
        ("h", 1, "", "大赛主题"),
        ("p", "青春有为 数创未来"),
        ("h", 1, "", "组织单位"),
        ("p", "主办单位：共青团澄州省委 澄州省数据局"),
        ("p", "承办单位：澄州青年创业服务中心"),
        ("p", "协办单位：澄州省青年企业家协会"),
        ("h", 1, "", "大赛内容"),
        ("p", "大赛设城市治理、文化旅游、绿色低碳3个赛道，参赛者可自选题目。"),
        ("h", 1, "", "参赛条件"),
        ("h", 2, "", "年龄在18至35周岁之间的青年。"),
        ("h", 2, "", "以团队形式参赛，每个团队3—5人。"),
        ("h", 1, "", "大赛日程"),
        ("h", 2, "", "宣传发动（4月底—5月初）。", "各级团组织广泛动员。"),
        ("h", 2, "", "作品申报（5月6日—6月20日17:00）。", "参赛团队需提交作品申报书、承诺书和展示视频。"),
        ("h", 2, "", "初评（7月1日—7月10日）。", "评出各赛道前20名。"),
        ("h", 2, "", "终审决赛（8月）。", "入围团队现场答辩。"),
        ("h", 1, "", "奖项设置"),
        (
            "table",
            [
                ["奖项", "金奖", "银奖", "铜奖"],
                ["城市治理", "2", "4", "8"],
                ["文化旅游", "2", "4", "8"],
                ["绿色低碳", "2", "4", "8"],
            ],
        ),
        ("p", "另设优秀指导教师奖、优秀组织奖若干。为获奖团队颁发证书和奖杯。结果公示5个工作日。"),
        ("h", 1, "", "联系方式"),
        ("p", "共青团澄州省委青年发展部：周某，0963-88005566"),
        ("p", "澄州青年创业服务中心：吴某，0963-88005577"),
        ("right", "共青团澄州省委　　澄州省数据局"),
        ("right", "2025年4月25日"),
    ]
    return "league.docx", facts, pieces


_README = """# 2026年“云帆”数据创新大赛星洲分赛 参赛手册

> 主题：以数观星

## 1. 主办与承办 Organizers

- 主办：星洲市数据局
- 承办：星洲开源社区联盟、星洲大学
- 赞助：星洲云计算有限公司

## 2. 赛道 Tracks

### 赛道 1：科技创新

1. **望远镜观测排程**：根据天气和任务安排观测。
2. **论文数据复现**：核对公开数据与论文结论。

### 赛道 2：金融服务

1. **涉农贷款贷后监测**：用遥感数据核对作物长势。
2. **小额保单欺诈识别**：识别异常理赔。

## 3. 时间线 Timeline

- 2026年3月1日～2026年4月15日：报名和提交
- 2026年4月20日～2026年4月30日：初筛
- 2026年5月16日：决赛

## 4. 规则 Rules

- 每队最多 4 人，每人只能参加一队。
- 报名地址：https://xz.example.org/contest
- 提交物：README 文档、源代码、演示视频

## 5. 评分 Scoring

| 维度 | 占比 |
| --- | --- |
| 创新 | 30% |
| 可复现 | 40% |
| 文档 | 30% |

## 6. 奖励 Prizes

| 名次 | 数量 | 奖金 |
| --- | --- | --- |
| 一等奖 | 1 | ￥30,000 |
| 二等奖 | 2 | ￥15,000 |
| 三等奖 | 3 | ￥5,000 |

## 7. 联系 Contact

- 星洲大学计算中心 0962-8800313
- hi@xz.example.org
"""


def _readme() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "星洲",
        theme="以数观星",
        title="2026年“云帆”数据创新大赛星洲分赛 参赛手册",
        organisers={
            "hosts": ["星洲市数据局"],
            "undertakers": ["星洲开源社区联盟", "星洲大学"],
            "supporters": ["星洲云计算有限公司"],
        },
        url="https://xz.example.org/contest",
        phases=[
            phase("报名和提交", "registration", "2026年3月1日～2026年4月15日", date(2026, 3, 1), date(2026, 4, 15)),
            phase("初筛", "review", "2026年4月20日～2026年4月30日", date(2026, 4, 20), date(2026, 4, 30)),
            phase("决赛", "final", "2026年5月16日", date(2026, 5, 16), date(2026, 5, 16)),
        ],
        tracks=[
            Track("科技创新", [], topics("望远镜观测排程", "论文数据复现")),
            Track("金融服务", [], topics("涉农贷款贷后监测", "小额保单欺诈识别")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 30000, "二等奖": 15000, "三等奖": 5000},
        people=4,
        materials=["README文档", "源代码", "演示视频"],
        rubric={
            "name": "评分",
            "total": 100,
            "indicators": [
                {"name": "创新", "points": 30},
                {"name": "可复现", "points": 40},
                {"name": "文档", "points": 30},
            ],
        },
        contacts=[
            {"role": "星洲大学计算中心", "phone": "0962-8800313"},
            {"role": "星洲大学计算中心", "email": "hi@xz.example.org"},
        ],
    )
    return "readme.md", facts, _README
