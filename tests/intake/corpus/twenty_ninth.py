"""Eight notices more: a farm office's challenges, a league of universities with groups, a city's plan that ends in a list of tasks, a
letter with an office for each track, a page of figures, a health commission's cases, a scheme behind a table of contents, two levels
of rounds. Written by a hand that had read the importer by then, but scored before it was changed for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.intake.corpus.made_up import Facts, Track, each
from tests.intake.corpus.render import Pieces, pieces_of
from tests.intake.corpus.third import CONTEST, FORMS, each_of, facts_of, over_all, phase
from tests.intake.corpus.twenty_third import plain_rubric, told_tracks

__all__ = ["CONTEST", "FORMS", "notices"]


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces or text, how it is rendered."""
    for made in (_farms, _league, _tasks, _letter, _figures, _cases, _with_contents, _two_levels):
        yield *made(), {}


def _farms() -> tuple[str, Facts, Pieces]:
    tracks = told_tracks(
        """
        * 种业振兴 |
        玉米自交系基因型预测 |
        蔬菜种子活力图像检测 |
        * 智慧养殖 |
        奶牛发情监测 |
        对虾投饵优化 |
        肉羊体重无接触估测 |
        * 农产品流通 |
        苹果分级数据标准 |
        产地冷库共享调度 |
        """
    )
    facts = facts_of(
        2026,
        "渭塬",
        theme="数种良田 智兴乡村",
        number="渭农数〔2026〕13号",
        title="渭塬省农业农村厅关于举办2026年“云帆”数据创新大赛渭塬分赛（现代农业）的通知",
        issuers=["渭塬省农业农村厅"],
        issued=date(2026, 3, 20),
        organisers={
            "guiding": ["渭塬省数据局"],
            "hosts": ["渭塬省农业农村厅"],
            "undertakers": ["渭塬农业大学", "渭塬省农业宣传信息中心"],
        },
        url="https://nongsai.example.cn",
        phases=[
            phase("发榜", "preparation", "3月下旬", date(2026, 3, 21), date(2026, 3, 31), approximate="ten-day"),
            phase("揭榜报名", "registration", "4月1日至5月15日", date(2026, 4, 1), date(2026, 5, 15)),
            phase("方案评审", "review", "5月16日至31日", date(2026, 5, 16), date(2026, 5, 31)),
            phase("田间验证", "review", "6月至8月", date(2026, 6, 1), date(2026, 8, 31), approximate="month"),
            phase("决赛", "final", "9月中旬", date(2026, 9, 11), date(2026, 9, 20), approximate="ten-day"),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 60000, "二等奖": 30000, "三等奖": 10000},
        special=["田间实效奖"],
        forms=["证书"],
        people=7,
        materials=["揭榜申请书", "技术方案", "联合体协议"],
        benefits=["试点推广", "项目立项", "贷款贴息"],
        contacts=[
            {"role": "渭塬省农业农村厅市场与信息化处", "phone": "0917-88003301"},
            {"role": "渭塬农业大学", "phone": "0917-88003302", "email": "nongsai@weiyuan.example.cn"},
        ],
    )
    text = """
~ 渭农数〔2026〕13号
= 渭塬省农业农村厅关于举办2026年“云帆”数据创新大赛渭塬分赛（现代农业）的通知
各市农业农村局，各涉农高校、科研院所、企业：
为推动农业农村数据开发利用，我厅决定以“揭榜挂帅”方式举办2026年“云帆”数据创新大赛渭塬分赛（现代农业），现通知如下。
#1 一、主题
数种良田 智兴乡村
#1 二、组织单位
由渭塬省数据局指导，渭塬省农业农村厅主办，渭塬农业大学、渭塬省农业宣传信息中心承办。
#1 三、专题与榜题
设种业振兴、智慧养殖、农产品流通3个赛道，发布榜题7道。
#2 （一）种业振兴赛道
榜题1：玉米自交系基因型预测
榜题2：蔬菜种子活力图像检测
#2 （二）智慧养殖赛道
榜题3：奶牛发情监测
榜题4：对虾投饵优化
榜题5：肉羊体重无接触估测
#2 （三）农产品流通赛道
榜题6：苹果分级数据标准
榜题7：产地冷库共享调度
#1 四、实施步骤
发榜（3月下旬）→揭榜报名（4月1日至5月15日）→方案评审（5月16日至31日）→田间验证（6月至8月）→决赛（9月中旬）。
#1 五、揭榜要求
（一）揭榜单位登录https://nongsai.example.cn填报，提交揭榜申请书、技术方案、联合体协议。
（二）鼓励产学研组成联合体，每个团队不超过7人。
#1 六、奖励办法
每个赛道评出一等奖1个、奖金6万元，二等奖2个、各奖3万元，三等奖3个、各奖1万元，均颁发证书。另评田间实效奖2个。
#1 七、支持政策
1.试点推广：获奖成果在省级现代农业产业园优先试点。
2.项目立项：优先列入省级农业科技项目。
3.贷款贴息：按规定给予最高50万元贴息。
#1 八、联系人
渭塬省农业农村厅市场与信息化处，电话0917-88003301
渭塬农业大学，电话0917-88003302，邮箱nongsai@weiyuan.example.cn
> 渭塬省农业农村厅
> 2026年3月20日
"""
    return "challenges-of-farms.docx", facts, pieces_of(text)


def _league() -> tuple[str, Facts, str]:
    tracks = [Track("本科生组", [], []), Track("研究生组", [], []), Track("高职高专组", [], [])]
    facts = facts_of(
        2025,
        "楚江",
        theme="青春有数",
        title="2025年“云帆”数据创新大赛楚江分赛（高校赛）参赛指南",
        organisers={
            "guiding": ["楚江省教育厅", "楚江省数据局"],
            "hosts": ["楚江省高校大数据教育联盟"],
            "undertakers": ["楚江财经大学", "楚江职业技术学院"],
            "supporters": ["长风云计算有限公司"],
        },
        url="https://www.cjdata.example.edu.cn",
        phases=[
            phase("校内选拔", "review", "2025-09-15前", None, date(2025, 9, 15)),
            phase("网上报名", "registration", "2025-09-16至2025-10-10", date(2025, 9, 16), date(2025, 10, 10)),
            phase("省级初赛", "review", "2025-10-20至2025-10-26", date(2025, 10, 20), date(2025, 10, 26)),
            phase("省级决赛", "final", "2025-11-15", date(2025, 11, 15), date(2025, 11, 15)),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖"],
        special=["优秀指导教师奖", "优秀组织奖"],
        forms=["获奖证书"],
        people=3,
        materials=["分析报告", "程序代码", "答辩PPT"],
        rubric=plain_rubric("评分标准", 选题价值=20, 数据处理=30, 模型方法=30, 报告表达=20),
        contacts=[
            {
                "role": "竞赛秘书处",
                "phone": "0716-88002204",
                "email": "bs@cjdata.example.edu.cn",
                "hours": "工作日9:00-17:00",
            }
        ],
    )
    text = """# 2025年“云帆”数据创新大赛楚江分赛（高校赛）参赛指南

## 1 赛事简介

本届主题为“青春有数”，面向全省高等学校在校学生。

- 指导单位：楚江省教育厅、楚江省数据局
- 主办单位：楚江省高校大数据教育联盟
- 承办单位：楚江财经大学、楚江职业技术学院
- 支持单位：长风云计算有限公司

## 2 参赛组别

分为本科生组、研究生组、高职高专组三个组别。赛题于报名开始时在官网公布。

## 3 时间安排

| 阶段 | 时间 | 说明 |
| --- | --- | --- |
| 校内选拔 | 2025-09-15前 | 各校自行组织 |
| 网上报名 | 2025-09-16至2025-10-10 | 登录 https://www.cjdata.example.edu.cn |
| 省级初赛 | 2025-10-20至2025-10-26 | 提交作品 |
| 省级决赛 | 2025-11-15 | 现场答辩 |

## 4 组队要求

每队由3名学生组成，另可有不超过2名指导教师。同一学生只能参加一个队。

## 5 作品要求

提交分析报告、程序代码、答辩PPT。

## 6 评分标准

| 指标 | 分值 |
| --- | --- |
| 选题价值 | 20 |
| 数据处理 | 30 |
| 模型方法 | 30 |
| 报告表达 | 20 |

## 7 奖项

各组别按有效作品数的5%、10%、20%评出一等奖、二等奖、三等奖，颁发获奖证书；另设优秀指导教师奖、优秀组织奖。

## 8 联系我们

竞赛秘书处：0716-88002204，bs@cjdata.example.edu.cn（工作日9:00-17:00）
"""
    facts.quotas = [
        {"scope": "track", "level": level, "share": share, "of": "有效作品数"}
        for level, share in (("一等奖", 0.05), ("二等奖", 0.1), ("三等奖", 0.2))
    ]
    return "groups-of-students.md", facts, text


def _tasks() -> tuple[str, Facts, Pieces]:
    tracks = [Track(name, [], []) for name in ("智改数转", "低空经济", "智慧文旅", "城市治理")]
    facts = facts_of(
        2026,
        "练湖",
        theme="数转练湖 智造未来",
        number="练政办函〔2026〕21号",
        title="练湖市人民政府办公室关于印发2026年“云帆”数据创新大赛练湖分赛工作方案的通知",
        issuers=["练湖市人民政府办公室"],
        issued=date(2026, 2, 26),
        organisers={
            "hosts": ["练湖市人民政府"],
            "undertakers": ["练湖市数据局", "练湖市工业和信息化局", "练湖高新技术产业开发区管理委员会"],
            "supporters": ["练湖市企业联合会", "江南银行练湖分行"],
        },
        phases=[
            phase("筹备启动", "preparation", "3月上旬", date(2026, 3, 1), date(2026, 3, 10), approximate="ten-day"),
            phase("报名参赛", "registration", "3月11日—4月20日", date(2026, 3, 11), date(2026, 4, 20)),
            phase("分赛道初赛", "review", "5月上旬", date(2026, 5, 1), date(2026, 5, 10), approximate="ten-day"),
            phase("总决赛", "final", "5月28日", date(2026, 5, 28), date(2026, 5, 28)),
        ],
        tracks=tracks,
        levels=["特等奖", "一等奖", "二等奖", "三等奖"],
        quotas=over_all(("特等奖", 1), ("一等奖", 4), ("二等奖", 8), ("三等奖", 12)),
        prizes={"特等奖": 200000, "一等奖": 80000, "二等奖": 40000, "三等奖": 20000},
        quota=10,
        at_most=False,
        benefits=["资金奖励", "空间支持", "场景对接"],
        contacts=[{"role": "市数据局产业发展科", "phone": "0511-88007306"}],
        attachments=["重点任务清单"],
    )
    text = """
~ 练政办函〔2026〕21号
= 练湖市人民政府办公室关于印发2026年“云帆”数据创新大赛练湖分赛工作方案的通知
各区人民政府，市各有关部门和单位：
《2026年“云帆”数据创新大赛练湖分赛工作方案》已经市政府同意，现印发给你们，请认真组织实施。
> 练湖市人民政府办公室
> 2026年2月26日
---
= 2026年“云帆”数据创新大赛练湖分赛工作方案
为推动企业数字化转型，制定本方案。
#1 一、赛事主题
数转练湖 智造未来
#1 二、组织机构
主办单位：练湖市人民政府
承办单位：练湖市数据局、练湖市工业和信息化局、练湖高新技术产业开发区管理委员会
支持单位：练湖市企业联合会、江南银行练湖分行
#1 三、赛道设置
（一）智改数转赛道。聚焦装备、纺织、眼镜等产业集群的改造升级。
（二）低空经济赛道。聚焦物流配送、巡查巡检。
（三）智慧文旅赛道。聚焦古镇客流、夜游消费。
（四）城市治理赛道。聚焦接诉即办、地下管网。
#1 四、赛程安排
（一）筹备启动（3月上旬）。成立组委会，召开新闻发布会。
（二）报名参赛（3月11日—4月20日）。各区、各行业主管部门广泛发动。
（三）分赛道初赛（5月上旬）。每个赛道遴选8个项目。
（四）总决赛（5月28日）。在市民中心举行。
#1 五、奖项设置
全市共设特等奖1个，奖励20万元；一等奖4个，每个奖励8万元；二等奖8个，每个奖励4万元；三等奖12个，每个奖励2万元。推荐10个项目参加省赛。
#1 六、保障措施
（一）资金奖励。奖金由市级财政列支，获奖企业同时享受智改数转专项资金。
（二）空间支持。落户高新区的，提供三年免租场地。
（三）场景对接。每季度举办一场供需对接会。
联系人：市数据局产业发展科，0511-88007306。
附件：重点任务清单
---
附件
~ 重点任务清单
|序号|任务|内容|完成时限|责任单位
|1|成立组委会|印发组委会名单|3月5日前|市数据局
|2|征集企业需求|梳理不少于100条|3月31日前|市工业和信息化局
|3|宣传推广|发布报道不少于30篇|持续推进|市委宣传部
|4|落实场地|市民中心会场布置|5月25日前|练湖高新技术产业开发区管理委员会
|5|成果汇编|编印案例集|6月30日前|市数据局
"""
    return "plan-with-tasks.docx", facts, pieces_of(text)


def _letter() -> tuple[str, Facts, Pieces]:
    offices = (
        ("政务服务", "政务服务管理处", "0898-88001501"),
        ("商贸流通", "省商务厅电子商务处", "0898-88001502"),
        ("金融服务", "省委金融办综合处", "0898-88001503"),
        ("绿色低碳", "省生态环境厅大气处", "0898-88001504"),
        ("开放创新", "数据要素处", "0898-88001505"),
    )
    facts = facts_of(
        2026,
        "椰洲",
        number="椰数函〔2026〕77号",
        title="椰洲省数据局关于商请组织参加2026年“云帆”数据创新大赛椰洲分赛的函",
        issuers=["椰洲省数据局"],
        issued=date(2026, 7, 6),
        bases=["《椰洲自由贸易港数据流通促进条例》"],
        organisers={
            "hosts": ["椰洲省数据局", "椰洲省商务厅", "椰洲省生态环境厅"],
            "undertakers": ["椰洲省大数据发展中心"],
        },
        url="https://data.yezhou.example.cn/contest",
        phases=[
            phase("报名", "registration", "8月20日18:00前", None, datetime(2026, 8, 20, 18)),
            phase("初赛", "review", "9月1日至10日", date(2026, 9, 1), date(2026, 9, 10)),
            phase("决赛", "final", "9月下旬", date(2026, 9, 21), date(2026, 9, 30), approximate="ten-day"),
        ],
        tracks=[Track(name, [], [], "open" if name == "开放创新" else "professional") for name, *_ in offices],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 2)),
        forms=["奖杯", "证书"],
        people=5,
        days=(5, "working"),
        materials=["项目申报书", "数据来源说明", "合规承诺书"],
        contacts=[{"role": role, "phone": number} for _, role, number in offices],
        attachments=["各赛道咨询电话"],
    )
    rows = "\n".join(f"|{at}|{name}|{role}|{number}" for at, (name, role, number) in enumerate(offices, 1))
    text = f"""
~ 椰数函〔2026〕77号
= 椰洲省数据局关于商请组织参加2026年“云帆”数据创新大赛椰洲分赛的函
省直各有关单位，各市、县、自治县人民政府：
依据《椰洲自由贸易港数据流通促进条例》，经省政府同意，省数据局会同省直有关单位举办2026年“云帆”数据创新大赛椰洲分赛，现将有关事项函告如下，请予支持。
一、本次大赛由椰洲省数据局、椰洲省商务厅、椰洲省生态环境厅主办，椰洲省大数据发展中心承办，设政务服务、商贸流通、金融服务、绿色低碳、开放创新五个赛道，不设具体赛题。
二、请贵单位组织本系统、本地区单位于8月20日18:00前登录https://data.yezhou.example.cn/contest报名，上传项目申报书、数据来源说明、合规承诺书。参赛团队不超过5人。
三、初赛定于9月1日至10日在线上举行，决赛定于9月下旬在海港市举行，具体时间另行通知。
四、每个赛道设一等奖1个、二等奖2个、三等奖2个，颁发奖杯和证书。获奖名单公示5个工作日后公布。
五、请各单位于7月15日前将联络员名单（姓名、职务）报椰洲省大数据发展中心。
专此函达。
附件：各赛道咨询电话
> 椰洲省数据局
> 2026年7月6日
---
附件
~ 各赛道咨询电话
|序号|赛道|咨询处室|电话
{rows}
"""
    return "letter-with-offices.docx", facts, pieces_of(text)


def _figures() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "瓯海湾",
        theme="汇数成海",
        title="一图读懂2026年“云帆”数据创新大赛瓯海湾分赛",
        organisers={
            "hosts": ["瓯海湾市数据局", "瓯海湾市科学技术局"],
            "undertakers": ["瓯海湾数字港集团"],
        },
        url="https://dg.ouhaiwan.example.cn",
        phases=[
            phase("报名", "registration", "4月8日—5月31日", date(2026, 4, 8), date(2026, 5, 31)),
            phase("初审", "review", "6月1日—6月12日", date(2026, 6, 1), date(2026, 6, 12)),
            phase("复赛", "review", "6月20日", date(2026, 6, 20), date(2026, 6, 20)),
            phase("决赛", "final", "7月4日", date(2026, 7, 4), date(2026, 7, 4)),
        ],
        tracks=[
            Track("交通运输", [], each("网约车供需预测", "集装箱卡车预约")),
            Track("文化旅游", [], each("海岛游船调度", "古城夜游热力")),
            Track("医疗健康", [], each("基层影像质控", "家庭医生随访")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 3), ("二等奖", 6), ("三等奖", 9)),
        prizes={"一等奖": 50000, "二等奖": 30000, "三等奖": 10000},
        people=6,
        contacts=[{"role": "瓯海湾数字港集团", "phone": "0577-88006611"}],
    )
    text = """<html><head><meta charset="utf-8"><title>一图读懂</title></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/zcjd">政策解读</a> &gt; <a href="/tj">图解</a></div>
<h1>一图读懂2026年“云帆”数据创新大赛瓯海湾分赛</h1>
<p>发布时间：2026-04-07　来源：市数据局　浏览次数：812</p>
<div><h2>大赛主题</h2><p>汇数成海</p></div>
<div><h2>组织单位</h2><dl><dt>主办单位</dt><dd>瓯海湾市数据局</dd><dd>瓯海湾市科学技术局</dd>
<dt>承办单位</dt><dd>瓯海湾数字港集团</dd></dl></div>
<div><h2>3大赛道 6道赛题</h2>
<table><tr><td>交通运输</td><td>文化旅游</td><td>医疗健康</td></tr>
<tr><td>网约车供需预测</td><td>海岛游船调度</td><td>基层影像质控</td></tr>
<tr><td>集装箱卡车预约</td><td>古城夜游热力</td><td>家庭医生随访</td></tr></table></div>
<div><h2>赛程安排</h2><ul><li><b>报名</b> 4月8日—5月31日</li><li><b>初审</b> 6月1日—6月12日</li>
<li><b>复赛</b> 6月20日</li><li><b>决赛</b> 7月4日</li></ul></div>
<div><h2>54万元奖金</h2><ul><li>一等奖 3个 每个5万元</li><li>二等奖 6个 每个3万元</li><li>三等奖 9个 每个1万元</li></ul></div>
<div><h2>如何报名</h2><p>登录https://dg.ouhaiwan.example.cn，团队不超过6人。</p>
<p>咨询电话：0577-88006611（瓯海湾数字港集团）</p></div>
<div class="footer"><p>主办：瓯海湾市人民政府办公室　网站标识码：3300000000</p></div>
</body></html>"""
    return "page-of-figures.html", facts, text


def _cases() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "乌江源",
        number="乌卫办发〔2025〕48号",
        title="关于征集2025年“云帆”数据创新大赛乌江源分赛医疗健康赛道参赛案例的通知",
        issuers=["乌江源省卫生健康委员会办公室"],
        issued=date(2025, 4, 3),
        phases=[
            phase("案例征集", "registration", "4月7日至5月9日", date(2025, 4, 7), date(2025, 5, 9)),
            phase("资格审查", "review", "5月12日至16日", date(2025, 5, 12), date(2025, 5, 16)),
            phase("专家评审", "review", "5月19日至30日", date(2025, 5, 19), date(2025, 5, 30)),
            phase(
                "现场展示", "final", "6月18日上午", date(2025, 6, 18), datetime(2025, 6, 18, 12), approximate="half-day"
            ),
        ],
        tracks=[
            Track(
                "医疗健康",
                [],
                each("电子病历质量提升", "区域检验结果互认", "中医药真实世界研究", "突发公共卫生事件预警"),
            )
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 2), ("二等奖", 4), ("三等奖", 6)),
        people=5,
        quota=3,
        at_most=True,
        materials=["案例申报表", "案例正文", "数据安全承诺书"],
        outline=["基本情况", "主要做法", "取得成效", "推广价值"],
        contacts=[
            {"role": "省卫生健康委规划信息处", "phone": "0851-88004108"},
            {"role": "省卫生健康信息中心", "phone": "0851-88004109", "email": "anli@wujiangyuan.example.cn"},
        ],
        attachments=["案例申报表", "数据安全承诺书"],
    )
    text = """
~ 乌卫办发〔2025〕48号
= 关于征集2025年“云帆”数据创新大赛乌江源分赛医疗健康赛道参赛案例的通知
各市（州）卫生健康局，委直属各单位，各高校附属医院：
按照省数据局统一安排，省卫生健康委负责医疗健康赛道的组织工作。现面向全省医疗卫生机构征集参赛案例，有关事项通知如下。
#1 一、征集方向
本赛道设四个赛题：一是电子病历质量提升，二是区域检验结果互认，三是中医药真实世界研究，四是突发公共卫生事件预警。
#1 二、征集要求
（一）案例已投入使用6个月以上。
（二）案例正文按照基本情况、主要做法、取得成效、推广价值四个部分撰写，不超过4000字。
（三）每个案例填写主要完成人不超过5人。
#1 三、工作安排
（一）案例征集。4月7日至5月9日，各单位报送案例申报表、案例正文、数据安全承诺书，电子版发至anli@wujiangyuan.example.cn。
（二）资格审查。5月12日至16日，省卫生健康信息中心审查。
（三）专家评审。5月19日至30日，每个赛题不少于7名专家独立打分。
（四）现场展示。6月18日上午，前20名现场展示并确定等次。
#1 四、结果运用
本赛道评出一等奖2个、二等奖4个、三等奖6个，择优推荐不超过3个案例参加全国总决赛。
#1 五、联系方式
省卫生健康委规划信息处，0851-88004108；省卫生健康信息中心，0851-88004109，anli@wujiangyuan.example.cn。
附件：1.案例申报表
　　　2.数据安全承诺书
> 乌江源省卫生健康委员会办公室
> 2025年4月3日
"""
    return "cases-of-hospitals.docx", facts, pieces_of(text)


def _with_contents() -> tuple[str, Facts, Pieces]:
    tracks = told_tracks(
        """
        * 智能制造 | 北岭市经济和信息化局
        铸件缺陷检测 | 基于工业相机图像识别缺陷。
        刀具寿命预测 | 融合振动和电流信号。
        * 智慧交通 | 北岭市交通运输局
        公交线网优化 | 用刷卡数据优化线网。
        * 数字消费 | 北岭市商务局
        商圈客流画像 | 汇聚多源数据分析客流。
        预付卡风险预警 | 识别经营异常商户。
        """
    )
    facts = facts_of(
        2026,
        "北岭",
        theme="让数据跑起来",
        title="2026年“云帆”数据创新大赛北岭分赛实施方案",
        organisers={
            "guiding": ["北岭市人民政府"],
            "hosts": ["北岭市数据局"],
            "undertakers": ["北岭市大数据集团有限公司"],
        },
        url="https://www.beiling.example.cn/ds",
        phases=[
            phase("报名阶段", "registration", "2026年4月1日—5月15日", date(2026, 4, 1), date(2026, 5, 15)),
            phase("初赛阶段", "review", "2026年5月18日—5月29日", date(2026, 5, 18), date(2026, 5, 29)),
            phase("决赛阶段", "final", "2026年6月16日", date(2026, 6, 16), date(2026, 6, 16)),
            phase(
                "颁奖阶段", "ceremony", "2026年6月底", date(2026, 6, 21), date(2026, 6, 30), approximate="part-of-month"
            ),
        ],
        tracks=tracks,
        levels=["金奖", "银奖", "铜奖"],
        quotas=each_of(("金奖", 1), ("银奖", 1), ("铜奖", 2)),
        prizes={"金奖": 30000, "银奖": 20000, "铜奖": 10000},
        forms=["奖金", "奖杯", "证书"],
        people=8,
        materials=["报名表", "项目方案", "演示视频"],
        rubric=plain_rubric("评审标准", 创新性=30, 实用性=40, 成长性=30),
        contacts=[{"role": "北岭市大数据集团有限公司", "phone": "0453-88009012", "email": "ds@beiling.example.cn"}],
    )
    topics = "\n".join(
        f"#2 （{'一二三'[at]}）{track.field}赛道\n指导单位：{track.units[0]}\n"
        + "\n".join(f"{n}.{topic.title}。{topic.text}" for n, topic in enumerate(track.topics, 1))
        for at, track in enumerate(tracks)
    )
    text = f"""
= 2026年“云帆”数据创新大赛北岭分赛实施方案
~ 目　录
一、大赛概况……………………………………1
二、组织机构……………………………………1
三、赛道赛题……………………………………2
四、赛程安排……………………………………3
五、参赛要求……………………………………3
六、评审标准……………………………………4
七、奖项设置……………………………………4
八、联系方式……………………………………5
---
#1 一、大赛概况
大赛主题：让数据跑起来
#1 二、组织机构
指导单位：北岭市人民政府
主办单位：北岭市数据局
承办单位：北岭市大数据集团有限公司
#1 三、赛道赛题
大赛设3个赛道、5道赛题。
{topics}
#1 四、赛程安排
（一）报名阶段：2026年4月1日—5月15日。登录https://www.beiling.example.cn/ds报名。
（二）初赛阶段：2026年5月18日—5月29日。专家网络评审。
（三）决赛阶段：2026年6月16日。现场路演。
（四）颁奖阶段：2026年6月底。公布结果并颁奖。
#1 五、参赛要求
每支团队1至8人，提交报名表、项目方案、演示视频。
#1 六、评审标准
|指标|分值
|创新性|30
|实用性|40
|成长性|30
#1 七、奖项设置
每个赛道设金奖1个、银奖1个、铜奖2个，分别给予3万元、2万元、1万元奖金，颁发奖杯和证书。
#1 八、联系方式
北岭市大数据集团有限公司，0453-88009012，ds@beiling.example.cn
"""
    return "scheme-with-contents.pdf", facts, pieces_of(text)


def _two_levels() -> tuple[str, Facts, Pieces]:
    names = ("工业制造", "现代农业", "医疗健康", "应急管理", "气象服务")
    facts = facts_of(
        2026,
        "澜西",
        theme="数聚澜西",
        number="澜西数发〔2026〕25号",
        title="澜西省数据局 澜西省总工会关于举办2026年“云帆”数据创新大赛澜西分赛的通知",
        issuers=["澜西省数据局", "澜西省总工会"],
        issued=date(2026, 4, 15),
        organisers={
            "hosts": ["澜西省数据局", "澜西省总工会"],
            "undertakers": ["澜西省数据产业协会", "各州（市）数据局"],
        },
        url="https://lx.example.cn/bm",
        phases=[
            phase("州市报名", "registration", "4月20日至6月5日", date(2026, 4, 20), date(2026, 6, 5)),
            phase("州市初赛", "review", "6月8日至6月30日", date(2026, 6, 8), date(2026, 6, 30)),
            phase("省级复赛", "review", "7月13日至7月17日", date(2026, 7, 13), date(2026, 7, 17)),
            phase("省级决赛", "final", "8月4日至5日", date(2026, 8, 4), date(2026, 8, 5)),
            phase("结果公示", "publicity", "8月10日至14日", date(2026, 8, 10), date(2026, 8, 14)),
        ],
        tracks=[Track(name, [], []) for name in names],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        special=["优秀组织奖"],
        people=5,
        quota=15,
        at_most=True,
        materials=["项目申报书", "佐证材料"],
        benefits=["荣誉表彰", "职称评审", "成果转化"],
        contacts=[
            {"role": "澜西省数据局数据资源处", "phone": "0871-88005510"},
            {"role": "澜西省总工会劳动和经济工作部", "phone": "0871-88005511"},
        ],
        attachments=["州市推荐名额分配表"],
    )
    text = """
~ 澜西数发〔2026〕25号
= 澜西省数据局 澜西省总工会关于举办2026年“云帆”数据创新大赛澜西分赛的通知
各州（市）数据局、总工会：
现就举办2026年“云帆”数据创新大赛澜西分赛有关事项通知如下：
#1 一、大赛主题
数聚澜西
#1 二、组织单位
主办单位：澜西省数据局、澜西省总工会
承办单位：澜西省数据产业协会、各州（市）数据局
#1 三、赛道设置
设工业制造、现代农业、医疗健康、应急管理、气象服务5个赛道。
#1 四、大赛流程
（一）州市赛
1.州市报名：4月20日至6月5日，登录https://lx.example.cn/bm，提交项目申报书、佐证材料。
2.州市初赛：6月8日至6月30日，按照附件名额推荐进入省赛。
（二）省赛
1.省级复赛：7月13日至7月17日，线上评审，每个赛道取前12名。
2.省级决赛：8月4日至5日，现场路演。
3.结果公示：8月10日至14日。
#1 五、参赛条件
省内注册的法人单位和高校、职业院校师生均可参赛，每队5人以内。
#1 六、奖项设置
省赛每个赛道设一等奖1名、二等奖2名、三等奖3名，设优秀组织奖8个。州市赛奖项由各州（市）自行设置。推荐不超过15个项目参加全国总决赛。
#1 七、激励措施
（一）荣誉表彰。符合条件的获奖者，按程序申报省五一劳动奖章。
（二）职称评审。获奖成果可作为职称评审的业绩成果。
（三）成果转化。优秀项目纳入省级应用场景库。
#1 八、联系方式
澜西省数据局数据资源处 0871-88005510
澜西省总工会劳动和经济工作部 0871-88005511
附件：州市推荐名额分配表
> 澜西省数据局　澜西省总工会
> 2026年4月15日
---
附件
~ 州市推荐名额分配表
|州市|工业制造|现代农业|医疗健康|应急管理|气象服务|合计
|春岭市|8|4|4|3|2|21
|苍洱州|4|6|3|2|2|17
|红河谷州|5|5|3|3|1|17
|版纳州|2|5|2|2|2|13
"""
    return "cities-then-province.docx", facts, pieces_of(text)
