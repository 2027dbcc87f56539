"""Six more notices of other shapes, written after `fifth` was mended: an article of a messenger, a trade union's, rules
by articles with an annex of dates, a press release, a form of a development zone, a province's web site.

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
    for made in (_article, _union, _rules, _press, _form, _province):
        yield *made(), {}


_ARTICLE = """<html><head><meta charset="utf-8"><title>报名开启</title></head><body><div id="page-content">
<h1 id="activity-name">报名开启！2026年“云帆”数据创新大赛鹭岛分赛等你来战</h1>
<div><span>原创</span> <span>鹭岛数据</span> <em>2026-05-06 08:30</em> <span>福建</span></div>
<div id="js_content">
<section><p>数据赋能，鹭岛扬帆。2026年“云帆”数据创新大赛鹭岛分赛来啦！</p></section>
<section><span>01</span></section><section><strong>大赛主题</strong></section>
<section><p>数跃鹭岛 帆启未来</p></section>
<section><span>02</span></section><section><strong>组织单位</strong></section>
<section><p>主办单位<br>鹭岛市数据管理局</p><p>承办单位<br>鹭岛信息集团有限公司<br>鹭岛理工学院</p>
<p>支持单位<br>鹭岛市邮政管理局</p></section>
<section><span>03</span></section><section><strong>赛道设置</strong></section>
<section><p>🚢 交通运输赛道</p><p>赛题一丨滚装码头车辆引导</p><p>赛题二丨快递末端共配</p>
<p>🏭 工业制造赛道</p><p>赛题一丨卫浴铸件缺陷识别</p><p>赛题二丨空压机群节能</p><p>赛题三丨外贸订单排产</p></section>
<section><span>04</span></section><section><strong>赛程安排</strong></section>
<section><p>📅 报名时间<br>5月6日—6月15日</p><p>📅 初赛时间<br>6月22日—6月26日</p>
<p>📅 决赛时间<br>7月11日</p>
</section><section><span>05</span></section><section><strong>奖项设置</strong></section>
<section><p>每个赛道设：</p><p>🥇 一等奖 1名 奖金3万元</p><p>🥈 二等奖 2名 奖金2万元</p>
<p>🥉 三等奖 3名 奖金1万元</p></section>
<section><span>06</span></section><section><strong>报名方式</strong></section>
<section><p>登录报名网站：https://race.ludao.example.com，
按要求上传报名表、作品方案、演示视频。每队不超过5人。</p>
<p>扫描下方二维码进入交流群</p></section>
<section><span>07</span></section><section><strong>联系我们</strong></section>
<section><p>大赛组委会办公室：0977-8800301</p><p>邮箱：race@ludao.example.com</p></section>
<p>END</p><p>来源：鹭岛数据</p><p>编辑：小鹭</p><p>往期推荐</p><p>点赞 在看 分享</p></div></div></body></html>"""


def _article() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "鹭岛",
        theme="数跃鹭岛 帆启未来",
        title="报名开启！2026年“云帆”数据创新大赛鹭岛分赛等你来战",
        organisers={
            "hosts": ["鹭岛市数据管理局"],
            "undertakers": ["鹭岛信息集团有限公司", "鹭岛理工学院"],
            "supporters": ["鹭岛市邮政管理局"],
        },
        url="https://race.ludao.example.com",
        phases=[
            phase("报名", "registration", "5月6日—6月15日", date(2026, 5, 6), date(2026, 6, 15)),
            phase("初赛", "review", "6月22日—6月26日", date(2026, 6, 22), date(2026, 6, 26)),
            phase("决赛", "final", "7月11日", date(2026, 7, 11), date(2026, 7, 11)),
        ],
        tracks=[
            Track("交通运输", [], topics("滚装码头车辆引导", "快递末端共配")),
            Track("工业制造", [], topics("卫浴铸件缺陷识别", "空压机群节能", "外贸订单排产")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 30000, "二等奖": 20000, "三等奖": 10000},
        people=5,
        materials=["报名表", "作品方案", "演示视频"],
        contacts=[
            {"role": "大赛组委会办公室", "phone": "0977-8800301"},
            {"role": "大赛组委会办公室", "email": "race@ludao.example.com"},
        ],
    )
    return "article.html", facts, _ARTICLE


def _union() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "青麓",
        theme="匠心汇数 建功新时代",
        number="青工发〔2025〕41号",
        title="青麓省总工会 青麓省数据局关于举办2025年“云帆”数据创新大赛青麓分赛的通知",
        issuers=["青麓省总工会", "青麓省数据局"],
        issued=date(2025, 6, 16),
        organisers={
            "hosts": ["青麓省总工会", "青麓省数据局"],
            "undertakers": ["青麓省职工服务中心", "青麓信息职业技术学院"],
            "supporters": ["青麓省机械冶金工会", "青麓省软件行业协会"],
        },
        phases=[
            phase("选拔推荐阶段", "review", "7月15日前", None, date(2025, 7, 15)),
            phase("报名阶段", "registration", "7月16日—7月31日", date(2025, 7, 16), date(2025, 7, 31)),
            phase("预赛阶段", "review", "8月下旬", date(2025, 8, 21), date(2025, 8, 31), approximate="ten-day"),
            phase("决赛阶段", "final", "9月24日—26日", date(2025, 9, 24), date(2025, 9, 26)),
        ],
        tracks=[
            Track("工业制造", ["青麓省工业和信息化厅"], topics("轴承装配质量追溯", "锻造炉温控制")),
            Track("应急管理", ["青麓省应急管理厅"], topics("矿井瓦斯涌出预报", "有限空间作业监护")),
            Track("医疗健康", ["青麓省卫生健康委员会"], topics("职业病早期筛查")),
        ],
        levels=["一等奖", "二等奖", "三等奖", "优秀奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 3), ("三等奖", 5), ("优秀奖", 10)),
        prizes={"一等奖": 20000, "二等奖": 10000, "三等奖": 5000},
        special=["优秀组织奖"],
        forms=["荣誉证书", "奖金"],
        people=3,
        days=(5, "working"),
        contacts=[
            {"role": "青麓省总工会劳动和经济工作部", "phone": "0978-88001201"},
            {"role": "青麓省数据局", "phone": "0978-88001202"},
        ],
        attachments=["参赛队报名表", "参赛作品登记表"],
    )
    pieces: Pieces = [
        ("line", "青工发〔2025〕41号"),
        ("title", "青麓省总工会 青麓省数据局关于举办2025年“云帆”数据创新大赛青麓分赛的通知"),
        ("p", "各市（州）总工会、数据局，省各产业工会："),
        ("p", "为引导广大职工参与数据创新，经研究，决定举办2025年“云帆”数据创新大赛青麓分赛。现将有关事项通知如下。"),
        ("p", "一、竞赛主题"),
        ("p", "匠心汇数 建功新时代"),
        ("p", "二、竞赛组织"),
        ("p", "主办：青麓省总工会、青麓省数据局；"),
        ("p", "承办：青麓省职工服务中心、青麓信息职业技术学院；"),
        ("p", "协办：青麓省机械冶金工会、青麓省软件行业协会。"),
        ("p", "三、竞赛项目"),
        ("p", "（一）工业制造。由青麓省工业和信息化厅负责指导，题目为：（1）轴承装配质量追溯；（2）锻造炉温控制。"),
        ("p", "（二）应急管理。由青麓省应急管理厅负责指导，题目为：（1）矿井瓦斯涌出预报；（2）有限空间作业监护。"),
        ("p", "（三）医疗健康。由青麓省卫生健康委员会负责指导，题目为：（1）职业病早期筛查。"),
        ("p", "四、参赛办法"),
        ("p", "以市（州）为单位组队，每个项目每市（州）限报2队，每队选手3人，另设领队1名。"),
        ("p", "五、竞赛阶段"),
        ("p", "1.选拔推荐阶段（7月15日前）。各市（州）自行组织选拔。"),
        ("p", "2.报名阶段（7月16日—7月31日）。将附件1、附件2加盖公章后报省总工会。"),
        ("p", "3.预赛阶段（8月下旬）。采取线上评审。"),
        ("p", "4.决赛阶段（9月24日—26日）。在青麓信息职业技术学院举行。"),
        ("p", "六、表彰奖励"),
        (
            "p",
            (
                "每个项目评出一等奖1队、二等奖3队、三等奖5队、优秀奖10队，由主办单位颁发荣誉证书，"
                "并分别给予一等奖2万元、二等奖1万元、三等奖5000元奖金。对组织工作突出的单位授予优秀组织奖。"
                "拟表彰名单公示不少于5个工作日。"
            ),
        ),
        ("p", "七、联系方式"),
        ("p", "青麓省总工会劳动和经济工作部　　孙某　　0978-88001201"),
        ("p", "青麓省数据局　　钱某　　0978-88001202"),
        ("p", "附件：1.参赛队报名表"),
        ("p", "2.参赛作品登记表"),
        ("right", "青麓省总工会　　　青麓省数据局"),
        ("right", "2025年6月16日"),
    ]
    return "union.docx", facts, pieces


def _rules() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "泽川",
        theme="数润泽川",
        title="2026年“云帆”数据创新大赛泽川分赛实施细则",
        organisers={
            "guiding": ["泽川省人民政府"],
            "hosts": ["泽川省数据局"],
            "undertakers": ["泽川省大数据产业研究院"],
        },
        url="https://zc.example.cn/yf2026",
        phases=[
            phase(
                "发布赛题", "preparation", "2026年4月上旬", date(2026, 4, 1), date(2026, 4, 10), approximate="ten-day"
            ),
            phase("组织报名", "registration", "2026年4月15日至6月15日", date(2026, 4, 15), date(2026, 6, 15)),
            phase("初审", "review", "2026年6月16日至6月30日", date(2026, 6, 16), date(2026, 6, 30)),
            phase("复审", "review", "2026年7月中旬", date(2026, 7, 11), date(2026, 7, 20), approximate="ten-day"),
            phase(
                "决赛",
                "final",
                "2026年8月15日上午",
                date(2026, 8, 15),
                datetime(2026, 8, 15, 12),
                approximate="half-day",
            ),
            phase("结果公示", "publicity", "2026年8月20日至26日", date(2026, 8, 20), date(2026, 8, 26)),
        ],
        tracks=[
            Track("现代农业", [], topics("稻田甲烷核算", "淡水鱼病害诊断")),
            Track("商贸流通", [], topics("县域商超补货", "农产品价格预测")),
            Track("绿色低碳", [], topics("垃圾分类溯源")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 2), ("二等奖", 4), ("三等奖", 6)),
        prizes={"一等奖": 50000, "二等奖": 30000, "三等奖": 10000},
        people=7,
        days=(7, "calendar"),
        quota=16,
        at_most=True,
        sme=0.3,
        rubric={
            "name": "评分标准",
            "total": 100,
            "indicators": [
                {"name": "创新性", "points": 25},
                {"name": "应用价值", "points": 35},
                {"name": "数据治理", "points": 20},
                {"name": "推广前景", "points": 20},
            ],
        },
        contacts=[{"role": "组委会办公室", "phone": "0979-88007700"}],
    )
    pieces: Pieces = [
        ("title", "2026年“云帆”数据创新大赛泽川分赛实施细则"),
        ("p", "第一条　2026年“云帆”数据创新大赛泽川分赛（以下简称“本赛事”）的主题是“数润泽川”。"),
        ("p", "第二条　本赛事由泽川省人民政府指导，泽川省数据局主办，泽川省大数据产业研究院承办。办公室设在承办单位。"),
        ("p", "第三条　本赛事设置以下赛道："),
        ("p", "（一）现代农业赛道，赛题为：稻田甲烷核算、淡水鱼病害诊断；"),
        ("p", "（二）商贸流通赛道，赛题为：县域商超补货、农产品价格预测；"),
        ("p", "（三）绿色低碳赛道，赛题为：垃圾分类溯源。"),
        ("p", "第四条　参赛团队通过网站（https://zc.example.cn/yf2026）报名，团队人数不得超过7人。"),
        ("p", "第五条　本赛事按照附表一规定的时间进行。"),
        ("p", "第六条　评审专家依照附表二独立评分，取平均分排名。"),
        (
            "p",
            "第七条　各赛道设一等奖2项、二等奖4项、三等奖6项，每项奖金分别为50000元、30000元、10000元。",
        ),
        ("p", "第八条　获奖结果在泽川省数据局网站公示，公示期为7个自然日。"),
        ("p", "第九条　组委会从获奖项目中推荐项目参加全国总决赛，数量以16个为限，其中中小企业项目应占30%以上。"),
        ("p", "第十条　咨询电话：组委会办公室0979-88007700。"),
        ("p", "第十一条　本细则自2026年4月1日起施行。"),
        ("p", "附表一"),
        (
            "table",
            [
                ["序号", "工作内容", "时间节点", "责任主体"],
                ["1", "发布赛题", "2026年4月上旬", "组委会"],
                ["2", "组织报名", "2026年4月15日至6月15日", "承办单位"],
                ["3", "初审", "2026年6月16日至6月30日", "专家组"],
                ["4", "复审", "2026年7月中旬", "专家组"],
                ["5", "决赛", "2026年8月15日上午", "组委会"],
                ["6", "结果公示", "2026年8月20日至26日", "主办单位"],
            ],
        ),
        ("p", "附表二"),
        ("line", "评分标准"),
        (
            "table",
            [
                ["评审维度", "权重", "说明"],
                ["创新性", "25%", "方法和模式的新意"],
                ["应用价值", "35%", "解决问题的程度"],
                ["数据治理", "20%", "合规与质量"],
                ["推广前景", "20%", "可复制可推广"],
            ],
        ),
    ]
    return "rules.pdf", facts, pieces


_PRESS = """2025年“云帆”数据创新大赛沙洲分赛启动

    本报讯 7月3日，2025年“云帆”数据创新大赛沙洲分赛启动仪式在沙洲市举行。本届大赛以“向海而兴、
以数而强”为主题，由沙洲市人民政府指导，沙洲市数据局、沙洲市海洋发展局联合主办，沙洲海洋大学承办。

    大赛设置气象服务、现代农业、交通运输三个赛道。其中，气象服务赛道聚焦海雾消散预报和台风影响评估，
现代农业赛道聚焦海带长势监测和对虾投喂优化，交通运输赛道聚焦客滚船航线调度。

    即日起，参赛者可登录大赛官网https://shazhou.example.org报名，报名将于8月20日18时截止。9月上旬
进行初赛，9月27日在沙洲国际会议中心举行决赛。

    大赛总奖金50万元，将评出一等奖3个、二等奖6个、三等奖9个，每个分别奖励6万元、3万元、1万元。

    咨询电话：沙洲市数据局0970-8800410，沙洲海洋大学0970-8800420。
"""


def _press() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "沙洲",
        theme="向海而兴、以数而强",
        title="2025年“云帆”数据创新大赛沙洲分赛启动",
        organisers={
            "guiding": ["沙洲市人民政府"],
            "hosts": ["沙洲市数据局", "沙洲市海洋发展局"],
            "undertakers": ["沙洲海洋大学"],
        },
        url="https://shazhou.example.org",
        phases=[
            phase(
                "报名",
                "registration",
                "8月20日18时截止",
                None,
                datetime(2025, 8, 20, 18),
            ),
            phase("初赛", "review", "9月上旬", date(2025, 9, 1), date(2025, 9, 10), approximate="ten-day"),
            phase("决赛", "final", "9月27日", date(2025, 9, 27), date(2025, 9, 27)),
        ],
        tracks=[
            Track("气象服务", [], topics("海雾消散预报", "台风影响评估")),
            Track("现代农业", [], topics("海带长势监测", "对虾投喂优化")),
            Track("交通运输", [], topics("客滚船航线调度")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 3), ("二等奖", 6), ("三等奖", 9)),
        prizes={"一等奖": 60000, "二等奖": 30000, "三等奖": 10000},
        contacts=[
            {"role": "沙洲市数据局", "phone": "0970-8800410"},
            {"role": "沙洲海洋大学", "phone": "0970-8800420"},
        ],
    )
    return "press.txt", facts, _PRESS


def _form() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "金湾",
        theme="数据为帆 创新为桨",
        title="2026年“云帆”数据创新大赛金湾分赛申报指南",
        issuers=["金湾经济技术开发区管委会"],
        issued=date(2026, 9, 1),
        organisers={
            "hosts": ["金湾经济技术开发区管委会"],
            "undertakers": ["金湾数字产业园管理有限公司", "金湾科技金融服务中心"],
        },
        url="https://jinwan.example.cn/sb",
        phases=[
            phase("报名", "registration", "2026.9.1至2026.10.8", date(2026, 9, 1), date(2026, 10, 8)),
            phase("评审", "review", "2026.10.12至2026.10.16", date(2026, 10, 12), date(2026, 10, 16)),
            phase("决赛路演", "final", "2026.10.30", date(2026, 10, 30), date(2026, 10, 30)),
        ],
        tracks=[
            Track("科技创新", [], topics("生物医药文献检索", "芯片封测良率分析")),
            Track("金融服务", [], topics("知识产权质押评估", "跨境结算单证识别")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 2), ("二等奖", 4), ("三等奖", 8)),
        prizes={"一等奖": 100000, "二等奖": 50000, "三等奖": 20000},
        people=6,
        days=(5, None),
        materials=["申报书", "营业执照复印件", "项目介绍视频"],
        contacts=[
            {"role": "金湾经济技术开发区管委会经济发展局", "phone": "0969-88006161"},
            {"role": "金湾经济技术开发区管委会经济发展局", "email": "jfj@jinwan.example.cn"},
        ],
    )
    pieces: Pieces = [
        ("title", "2026年“云帆”数据创新大赛金湾分赛申报指南"),
        (
            "table",
            [
                ["项目", "内容"],
                ["赛事主题", "数据为帆 创新为桨"],
                ["主办单位", "金湾经济技术开发区管委会"],
                ["承办单位", "金湾数字产业园管理有限公司\n金湾科技金融服务中心"],
                ["申报对象", "在金湾经开区注册的企业、入驻的创业团队，每个团队成员最多6人"],
                [
                    "赛道方向",
                    "一、科技创新赛道\n1.生物医药文献检索\n2.芯片封测良率分析\n二、金融服务赛道\n1.知识产权质押评估\n2.跨境结算单证识别",
                ],
                ["申报时间", "2026.9.1至2026.10.8"],
                ["申报材料", "1.申报书\n2.营业执照复印件\n3.项目介绍视频"],
                ["申报网址", "https://jinwan.example.cn/sb"],
                ["赛程安排", "报名：2026.9.1至2026.10.8\n评审：2026.10.12至2026.10.16\n决赛路演：2026.10.30"],
                [
                    "奖项设置",
                    "全区共设：\n一等奖2名，奖金10万元/名\n二等奖4名，奖金5万元/名\n三等奖8名，奖金2万元/名\n获奖结果公示5天",
                ],
                [
                    "联系方式",
                    "金湾经济技术开发区管委会经济发展局\n电话：0969-88006161\n邮箱：jfj@jinwan.example.cn",
                ],
            ],
        ),
        ("right", "金湾经济技术开发区管委会"),
        ("right", "2026年9月1日"),
    ]
    return "form.docx", facts, pieces


_PROVINCE = """<html><head><meta charset="utf-8"><title>江岚省数据局</title></head><body>
<div><a href="/">首页</a><a href="/jg">机构</a><a href="/zw">政务</a><a href="/hd">互动</a></div>
<div><div>索引号：00000000/2026-00012</div><div>发文日期：2026-02-10</div><div>主题分类：科技、教育</div></div>
<div class="title">江岚省数据局关于印发《2026年“云帆”数据创新大赛江岚分赛组织方案》的通知</div>
<div>江数〔2026〕4号</div>
<div class="view"><p>各设区市数据主管部门：</p>
<p>现将《2026年“云帆”数据创新大赛江岚分赛组织方案》印发给你们，请认真组织。</p>
<p>江岚省数据局</p><p>2026年2月10日</p>
<p>2026年“云帆”数据创新大赛江岚分赛组织方案</p>
<p>为贯彻落实《江岚省公共数据管理条例》和《江岚省数字经济发展“十五五”规划》，制定本方案。</p>
<p>一、大赛名称和主题</p><p>名称：2026年“云帆”数据创新大赛江岚分赛</p><p>主题：数聚江岚，云启新程</p>
<p>二、组织领导</p>
<p>大赛由江岚省数据局、江岚省教育厅、江岚省农业农村厅共同主办，江岚省数字经济学会承办，江岚电信、江岚移动提供支持。</p>
<p>三、赛道及赛题</p>
<table><tr><td>赛道</td><td>序号</td><td>赛题名称</td><td>出题单位</td></tr>
<tr><td rowspan="3">现代农业</td><td>1</td><td>柑橘黄龙病识别</td><td>江岚省农业农村厅</td></tr>
<tr><td>2</td><td>水稻种植面积核查</td><td>江岚省农业农村厅</td></tr>
<tr><td>3</td><td>农产品冷链断链预警</td><td>江岚省供销合作社联合社</td></tr>
<tr><td rowspan="2">科技创新</td><td>4</td><td>科研诚信图像查重</td><td>江岚省科学技术厅</td></tr>
<tr><td>5</td><td>实验室危化品管理</td><td>江岚省教育厅</td></tr></table>
<p>四、实施步骤</p>
<p>（一）启动阶段（2026年2月）</p><p>印发方案，发布赛题。</p>
<p>（二）报名阶段（2026年3月1日—4月20日）</p><p>登录江岚省公共数据开放网（https://open.jianglan.example.cn）报名。每个参赛队2至8人。</p>
<p>（三）比赛阶段（2026年5月—6月）</p><p>组织初赛和复赛，按照赛道择优确定入围决赛的队伍。</p>
<p>（四）决赛阶段（2026年7月中旬）</p><p>以路演答辩形式进行，现场打分。</p>
<p>五、奖项设置</p>
<table><tr><td>奖项</td><td>每赛道数量</td><td>奖金标准（万元/队）</td></tr><tr><td>一等奖</td><td>1</td><td>5</td></tr>
<tr><td>二等奖</td><td>2</td><td>3</td></tr><tr><td>三等奖</td><td>3</td><td>1.5</td></tr></table>
<p>另设组织奖5个，授予组织有力的设区市。获奖名单在省数据局网站公示5个工作日。</p>
<p>六、国赛推荐</p><p>按照总决赛要求，推荐10支队伍参加全国总决赛。</p>
<p>七、联系方式</p>
<p>江岚省数据局数据资源处，0968-88002020；技术支持：0968-88002021。</p>
<p>附件：1.报名表.docx</p><p>　　　2.承诺书.docx</p></div>
<div>【打印】【关闭】</div><div>扫一扫在手机打开当前页</div>
<div><p>主办：江岚省数据局　承办：江岚省信息中心　网站标识码：0000000000</p>
<p>联系电话：0968-00000000</p></div></body></html>"""


def _province() -> tuple[str, Facts, str]:
    agriculture = topics("柑橘黄龙病识别", "水稻种植面积核查", "农产品冷链断链预警")
    agriculture[0].units = agriculture[1].units = ["江岚省农业农村厅"]
    agriculture[2].units = ["江岚省供销合作社联合社"]
    science = topics("科研诚信图像查重", "实验室危化品管理")
    science[0].units, science[1].units = ["江岚省科学技术厅"], ["江岚省教育厅"]
    facts = facts_of(
        2026,
        "江岚",
        theme="数聚江岚，云启新程",
        number="江数〔2026〕4号",
        title="江岚省数据局关于印发《2026年“云帆”数据创新大赛江岚分赛组织方案》的通知",
        issuers=["江岚省数据局"],
        issued=date(2026, 2, 10),
        bases=["《江岚省公共数据管理条例》", "《江岚省数字经济发展“十五五”规划》"],
        organisers={
            "hosts": ["江岚省数据局", "江岚省教育厅", "江岚省农业农村厅"],
            "undertakers": ["江岚省数字经济学会"],
            "supporters": ["江岚电信", "江岚移动"],
        },
        url="https://open.jianglan.example.cn",
        phases=[
            phase("启动阶段", "preparation", "2026年2月", date(2026, 2, 1), date(2026, 2, 28), approximate="month"),
            phase("报名阶段", "registration", "2026年3月1日—4月20日", date(2026, 3, 1), date(2026, 4, 20)),
            phase("比赛阶段", "review", "2026年5月—6月", date(2026, 5, 1), date(2026, 6, 30), approximate="month"),
            phase("决赛阶段", "final", "2026年7月中旬", date(2026, 7, 11), date(2026, 7, 20), approximate="ten-day"),
        ],
        tracks=[Track("现代农业", [], agriculture), Track("科技创新", [], science)],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 50000, "二等奖": 30000, "三等奖": 15000},
        special=["组织奖"],
        people=8,
        days=(5, "working"),
        quota=10,
        contacts=[
            {"role": "江岚省数据局数据资源处", "phone": "0968-88002020"},
            {"role": "技术支持", "phone": "0968-88002021"},
        ],
        attachments=["报名表", "承诺书"],
    )
    return "province.html", facts, _PROVINCE
