"""Six notices of other offices, written before the rules were looked at: a city's by Word's own numbers, a page of a
university among menus, an association's in two languages, a county's tables, two annexes, a plain text.

Their first scores stand in docs/importing-notices.md.
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
    yield *_city(), {"numbered": True}
    for made in (_university, _association, _county, _annexes, _plain):
        yield *made(), {}


def topics(*titles: str) -> list[Topic]:
    """Topics without texts or bodies of their own."""
    return [Topic(title, "") for title in titles]


def _city() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "桐江",
        theme="数链桐江 智赢未来",
        number="桐数据〔2026〕17号",
        title="桐江市数据局 桐江市财政局关于开展2026年“云帆”数据创新大赛桐江分赛的通知",
        issuers=["桐江市数据局", "桐江市财政局"],
        issued=date(2026, 4, 20),
        bases=["《桐江市数据要素市场化配置改革行动方案（2025—2027年）》"],
        organisers={
            "guiding": ["桐江市人民政府"],
            "hosts": ["桐江市数据局", "桐江市财政局"],
            "undertakers": ["桐江市大数据发展有限公司"],
            "supporters": ["桐江银行", "桐江市软件行业协会"],
        },
        url="https://sj.tongjiang.example.cn/match",
        phases=[
            phase(
                "报名及作品提交",
                "registration",
                "即日起至2026年6月底前",
                None,
                date(2026, 6, 30),
                approximate="part-of-month",
            ),
            phase("资格审查", "review", "7月3日前", None, date(2026, 7, 3)),
            phase("初赛", "review", "7月6日—10日", date(2026, 7, 6), date(2026, 7, 10)),
            phase("决赛", "final", "8月上旬", date(2026, 8, 1), date(2026, 8, 10), approximate="ten-day"),
        ],
        tracks=[
            Track("工业制造", ["桐江市工业和信息化局"], topics("印染车间能耗预测", "布匹瑕疵图像识别")),
            Track("金融服务", ["桐江市地方金融管理局"], topics("小微企业信用画像", "应收账款核验")),
            Track("城市治理", ["桐江市城市管理局", "桐江市公安局"], topics("电动自行车充电隐患排查")),
        ],
        levels=["一等奖", "二等奖", "三等奖", "优胜奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3), ("优胜奖", 5)),
        prizes={"一等奖": 80000, "二等奖": 50000, "三等奖": 20000},
        forms=["证书"],
        people=5,
        days=(5, "working"),
        quota=12,
        at_most=True,
        materials=["参赛申报表", "项目方案", "路演视频", "数据来源合法性承诺书"],
        contacts=[
            {"role": "桐江市数据局数字经济科", "phone": "0971-88002211"},
            {"role": "桐江市大数据发展有限公司", "phone": "0971-88002233"},
            {"role": "桐江市数据局数字经济科", "email": "tjsj@tongjiang.example.cn"},
        ],
        attachments=["参赛申报表", "数据来源合法性承诺书"],
    )
    pieces: Pieces = [
        ("line", "桐数据〔2026〕17号"),
        ("title", "桐江市数据局 桐江市财政局关于开展2026年“云帆”数据创新大赛桐江分赛的通知"),
        ("p", "各县（市、区）数据主管部门、财政局，各有关企业："),
        (
            "p",
            (
                "根据《桐江市数据要素市场化配置改革行动方案（2025—2027年）》，"
                "决定开展2026年“云帆”数据创新大赛桐江分赛（以下简称“大赛”）。现将有关事项通知如下："
            ),
        ),
        ("h", 1, "", "大赛主题"),
        ("p", "数链桐江 智赢未来"),
        ("h", 1, "", "组织架构"),
        ("h", 2, "", "指导单位", "：桐江市人民政府"),
        ("h", 2, "", "主办单位", "：桐江市数据局、桐江市财政局"),
        ("h", 2, "", "承办单位", "：桐江市大数据发展有限公司"),
        ("h", 2, "", "支持单位", "：桐江银行、桐江市软件行业协会"),
        ("h", 1, "", "参赛对象"),
        ("p", "在桐江市从事数据开发利用的企业、高校、科研院所均可组队参赛，每队人数原则上不超过5人。"),
        ("h", 1, "", "赛道与赛题"),
        ("h", 2, "", "工业制造赛道", "（牵头部门：桐江市工业和信息化局）"),
        ("h", 3, "", "印染车间能耗预测"),
        ("h", 3, "", "布匹瑕疵图像识别"),
        ("h", 2, "", "金融服务赛道", "（牵头部门：桐江市地方金融管理局）"),
        ("h", 3, "", "小微企业信用画像"),
        ("h", 3, "", "应收账款核验"),
        ("h", 2, "", "城市治理赛道", "（牵头部门：桐江市城市管理局、桐江市公安局）"),
        ("h", 3, "", "电动自行车充电隐患排查"),
        ("h", 1, "", "赛事流程"),
        (
            "h",
            2,
            "",
            "报名及作品提交",
            (
                "（即日起至2026年6月底前）。参赛队伍登录大赛官网（https://sj.tongjiang.example.cn/match）"
                "注册，提交以下材料：参赛申报表、项目方案、路演视频、数据来源合法性承诺书。"
            ),
        ),
        ("h", 2, "", "资格审查", "（7月3日前）。由承办单位对材料进行形式审查。"),
        ("h", 2, "", "初赛", "（7月6日—10日）。专家网络评审，各赛道取前8名晋级。"),
        ("h", 2, "", "决赛", "（8月上旬）。采取现场路演方式，结果在市数据局网站公示5个工作日。"),
        ("h", 1, "", "奖项激励"),
        (
            "p",
            (
                "各赛道分别设一等奖1名、二等奖2名、三等奖3名和优胜奖5名。一等奖奖励8万元，二等奖奖励5万元，"
                "三等奖奖励2万元，优胜奖颁发证书。从一、二等奖项目中择优推荐至多12个参加全国总决赛。"
            ),
        ),
        ("h", 1, "", "联系方式"),
        ("p", "桐江市数据局数字经济科 张工 0971-88002211"),
        ("p", "桐江市大数据发展有限公司 0971-88002233、13800001234"),
        ("p", "电子邮箱：tjsj@tongjiang.example.cn"),
        ("p", "附件：1.参赛申报表"),
        ("p", "2.数据来源合法性承诺书"),
        ("right", "桐江市数据局　　桐江市财政局"),
        ("right", "2026年4月20日"),
        ("p", "（此件公开发布）"),
    ]
    return "city.docx", facts, pieces


_UNIVERSITY = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>关于组织参加2025年“云帆”数据创新大赛
梧州湾分赛的通知-梧湾大学教务处</title><style>.nav{color:red}</style></head><body>
<div class="top"><a href="/">学校主页</a> | <a href="/jwc">教务处</a> | <a href="/login">登录</a></div>
<div class="menu"><ul><li><a href="/a">通知公告</a></li><li><a href="/b">学科竞赛</a><ul>
<li><a href="/b1">报名时间表</a></li>
<li><a href="/b2">获奖公示（公示3天）</a></li></ul></li><li><a href="/c">联系我们</a></li></ul></div>
<div class="crumb">当前位置：首页 &gt; 学科竞赛 &gt; 正文</div>
<div class="main"><h1 class="arti_title">关于组织参加2025年“云帆”数据创新大赛梧州湾分赛的通知</h1>
<p class="arti_metas"><span>发布者：教务处</span><span>发布时间：2025-09-08</span><span>浏览次数：1260</span></p>
<div class="wp_articlecontent">
<p>各学院、各位同学：</p>
<p>2025年“云帆”数据创新大赛梧州湾分赛由梧州湾数据管理局主办、梧湾大学承办，校团委、计算机学院协办。
为做好我校参赛组织工作，现通知如下。</p>
<p><strong>1. 大赛主题</strong></p><p>“青春有数”</p>
<p><strong>2. 参赛方式</strong></p>
<p>2.1 以团队形式参加，每队3至6人，可跨学院组队，指导教师不超过2名。</p>
<p>2.2 报名链接：<a href="https://cup.wuwan.example.org/2025">https://cup.wuwan.example.org/2025</a></p>
<p>2.3 每队须提交：①作品说明文档；②源代码或模型；③答辩幻灯片。</p>
<p><strong>3. 赛道</strong></p>
<p>赛道A：医疗健康。A1 校医院候诊时间估计；A2 学生体质数据分析。</p>
<p>赛道B：文化旅游。B1 校园打卡路线推荐；B2 地方戏曲声音档案；B3 博物馆客流均衡。</p>
<p>赛道C：绿色低碳。C1 教学楼空调节能；C2 外卖包装回收。</p>
<p><strong>4. 日程</strong></p>
<p>报名：9月8日9:00起，10月12日24:00截止</p>
<p>校内选拔：10月18日-19日</p>
<p>复赛：11月1日（周六）</p>
<p>总决赛：11月22日（周六）下午</p>
<p><strong>5. 奖励</strong></p>
<p>每个赛道：一等奖1项，奖金5000元；二等奖2项，奖金3000元；三等奖3项，奖金1000元。另设最佳创意奖、最佳答辩奖各1项。</p>
<p><strong>6. 评分</strong></p>
<table><tbody><tr><td>项目</td><td>满分</td></tr><tr><td>选题价值</td><td>30分</td></tr><tr><td>技术实现</td><td>40分</td></tr>
<tr><td>展示表达</td><td>30分</td></tr><tr><td>合计</td><td>100分</td></tr></tbody></table>
<p><strong>7. 咨询</strong></p>
<p>教务处实践教学科：0972-8800661（工作日8:30—17:00）；邮箱：sjk@wuwan.example.org；QQ群：000000</p>
<p style="text-align:right">梧湾大学教务处</p><p style="text-align:right">2025年9月8日</p></div>
<div class="next"><p>上一篇：关于公布2024年数学竞赛结果的通知</p><p>下一篇：关于2025年国庆节放假的通知</p></div></div>
<div class="side"><h3>最新通知</h3><ul><li><a href="/n1">关于举办2025年英语演讲比赛的通知 2025-09-02</a></li></ul></div>
<div class="foot"><p>地址：梧湾市学府路1号　电话：0972-0000000　邮编：000000</p><p>版权所有 梧湾大学教务处</p></div>
</body></html>"""


def _university() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "梧州湾",
        theme="青春有数",
        title="关于组织参加2025年“云帆”数据创新大赛梧州湾分赛的通知",
        issuers=["梧湾大学教务处"],
        issued=date(2025, 9, 8),
        organisers={
            "hosts": ["梧州湾数据管理局"],
            "undertakers": ["梧湾大学"],
            "supporters": ["校团委", "计算机学院"],
        },
        url="https://cup.wuwan.example.org/2025",
        phases=[
            phase(
                "报名",
                "registration",
                "9月8日9:00起，10月12日24:00截止",
                datetime(2025, 9, 8, 9),
                date(2025, 10, 12),
            ),
            phase("校内选拔", "review", "10月18日-19日", date(2025, 10, 18), date(2025, 10, 19)),
            phase("复赛", "review", "11月1日（周六）", date(2025, 11, 1), date(2025, 11, 1)),
            phase(
                "总决赛",
                "final",
                "11月22日（周六）下午",
                datetime(2025, 11, 22, 12),
                date(2025, 11, 22),
                approximate="half-day",
            ),
        ],
        tracks=[
            Track("医疗健康", [], topics("校医院候诊时间估计", "学生体质数据分析")),
            Track("文化旅游", [], topics("校园打卡路线推荐", "地方戏曲声音档案", "博物馆客流均衡")),
            Track("绿色低碳", [], topics("教学楼空调节能", "外卖包装回收")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 5000, "二等奖": 3000, "三等奖": 1000},
        special=["最佳创意奖", "最佳答辩奖"],
        people=6,
        materials=["作品说明文档", "源代码或模型", "答辩幻灯片"],
        rubric={
            "name": "评分",
            "total": 100,
            "indicators": [
                {"name": "选题价值", "points": 30},
                {"name": "技术实现", "points": 40},
                {"name": "展示表达", "points": 30},
            ],
        },
        contacts=[
            {"role": "教务处实践教学科", "phone": "0972-8800661", "hours": "工作日8:30—17:00"},
            {"role": "教务处实践教学科", "email": "sjk@wuwan.example.org"},
        ],
    )
    return "university.html", facts, _UNIVERSITY


def _association() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "琴海",
        theme="数海同舟",
        title="2026年“云帆”数据创新大赛琴海分赛征集公告",
        issuers=["琴海市数据产业协会"],
        issued=date(2026, 1, 12),
        organisers={
            "guiding": ["琴海市数据局"],
            "hosts": ["琴海市数据产业协会"],
            "undertakers": ["琴海会展有限公司"],
            "supporters": ["琴海科技大学", "琴海市律师协会"],
        },
        url="https://www.qinhai-data.example.org",
        phases=[
            phase("作品征集", "registration", "2026.1.15—2026.3.20", date(2026, 1, 15), date(2026, 3, 20)),
            phase("初评", "review", "2026.3.23—3.27", date(2026, 3, 23), date(2026, 3, 27)),
            phase("路演决赛", "final", "2026.4.18", date(2026, 4, 18), date(2026, 4, 18)),
            phase("颁奖典礼", "ceremony", "2026.4.25", date(2026, 4, 25), date(2026, 4, 25)),
        ],
        tracks=[
            Track("商贸流通", [], topics("跨境退货路径优化", "直播带货选品")),
            Track("交通运输", [], topics("邮轮旅客通关预约", "集装箱空箱调度")),
        ],
        levels=["金奖", "银奖", "铜奖"],
        quotas=over_all(("金奖", 2), ("银奖", 4), ("铜奖", 8)),
        prizes={"金奖": 60000, "银奖": 30000, "铜奖": 10000},
        forms=["奖杯", "证书"],
        people=8,
        contacts=[
            {"role": "琴海市数据产业协会秘书处", "phone": "0973-88003010"},
            {"role": "琴海市数据产业协会秘书处", "email": "info@qinhai-data.example.org"},
        ],
    )
    pieces: Pieces = [
        ("title", "2026年“云帆”数据创新大赛琴海分赛征集公告"),
        ("line", "Call for Entries: 2026 Yunfan Data Innovation Contest, Qinhai"),
        ("h", 1, "1. ", "大赛背景 / Background"),
        ("p", "为搭建产业交流平台，在琴海市数据局指导下，琴海市数据产业协会举办本届大赛。"),
        ("p", "In 2026 the contest invites teams from home and abroad to submit their works before March 20."),
        ("h", 1, "2. ", "大赛主题 / Theme"),
        ("p", "数海同舟 / Sailing Together on the Sea of Data"),
        ("h", 1, "3. ", "组织机构 / Organisation"),
        ("p", "指导单位 Guided by: 琴海市数据局"),
        ("p", "主办单位 Hosted by: 琴海市数据产业协会"),
        ("p", "承办单位 Organised by: 琴海会展有限公司"),
        ("p", "支持单位 Supported by: 琴海科技大学、琴海市律师协会"),
        ("h", 1, "4. ", "赛道与命题 / Tracks and Topics"),
        ("p", "赛道1 商贸流通 Commerce"),
        ("p", "命题1-1 跨境退货路径优化 Routing of Cross-border Returns"),
        ("p", "命题1-2 直播带货选品 Product Selection for Live Selling"),
        ("p", "赛道2 交通运输 Transport"),
        ("p", "命题2-1 邮轮旅客通关预约 Border Booking for Cruise Passengers"),
        ("p", "命题2-2 集装箱空箱调度 Empty Container Dispatch"),
        ("h", 1, "5. ", "日程 / Schedule"),
        (
            "table",
            [
                ["阶段 Phase", "日期 Date", "地点 Venue"],
                ["作品征集 Call", "2026.1.15—2026.3.20", "线上 Online"],
                ["初评 Review", "2026.3.23—3.27", "线上 Online"],
                ["路演决赛 Final", "2026.4.18", "琴海会展中心"],
                ["颁奖典礼 Ceremony", "2026.4.25", "琴海大剧院"],
            ],
        ),
        ("h", 1, "6. ", "参赛要求 / Eligibility"),
        (
            "p",
            "个人或团队均可，团队人数上限8人（no more than 8 members）。报名网站：https://www.qinhai-data.example.org",
        ),
        ("h", 1, "7. ", "奖项 / Prizes"),
        (
            "table",
            [
                ["奖项 Prize", "数量 Number", "奖金 Bonus"],
                ["金奖 Gold", "2个", "人民币60,000元"],
                ["银奖 Silver", "4个", "人民币30,000元"],
                ["铜奖 Bronze", "8个", "人民币10,000元"],
            ],
        ),
        ("p", "以上奖项均颁发奖杯和证书。"),
        ("h", 1, "8. ", "联系我们 / Contact"),
        ("p", "琴海市数据产业协会秘书处 Secretariat"),
        ("p", "Tel: 0973-88003010"),
        ("p", "E-mail: info@qinhai-data.example.org"),
        ("right", "琴海市数据产业协会"),
        ("right", "2026年1月12日"),
    ]
    return "association.pdf", facts, pieces


def _county() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "云岫",
        theme="数惠乡村",
        number="岫数办〔2025〕6号",
        title="云岫县数据局办公室关于印发2025年“云帆”数据创新大赛云岫分赛工作方案的通知",
        issuers=["云岫县数据局办公室"],
        issued=date(2025, 10, 9),
        organisers={
            "hosts": ["云岫县数据局", "云岫县农业农村局", "云岫县总工会"],
            "undertakers": ["云岫县职业教育中心"],
        },
        phases=[
            phase("动员", "preparation", "10月10日至15日", date(2025, 10, 10), date(2025, 10, 15)),
            phase(
                "报名",
                "registration",
                "10月16日至11月10日17:30",
                date(2025, 10, 16),
                datetime(2025, 11, 10, 17, 30),
            ),
            phase("初选", "review", "11月中旬", date(2025, 11, 11), date(2025, 11, 20), approximate="ten-day"),
            phase("决赛", "final", "11月28日", date(2025, 11, 28), date(2025, 11, 28)),
            phase("表彰", "ceremony", "12月初", date(2025, 12, 1), date(2025, 12, 10), approximate="part-of-month"),
        ],
        tracks=[
            Track("现代农业", ["云岫县农业农村局"], topics("茶园霜冻提醒", "生猪调运溯源", "高标准农田管护")),
            Track("应急管理", ["云岫县应急管理局"], topics("山洪转移名单核对", "烟花爆竹流向登记")),
        ],
        levels=["一等奖", "二等奖", "三等奖", "优秀奖"],
        quotas=over_all(("一等奖", 1), ("二等奖", 2), ("三等奖", 3), ("优秀奖", 6)),
        prizes={"一等奖": 10000, "二等奖": 6000, "三等奖": 3000, "优秀奖": 500},
        rubric={
            "name": "评分表",
            "total": 100,
            "indicators": [
                {"name": "实用性", "points": 50},
                {"name": "创新性", "points": 30},
                {"name": "推广性", "points": 20},
            ],
        },
        contacts=[
            {"role": "云岫县数据局", "phone": "0974-8800101"},
            {"role": "云岫县职业教育中心", "phone": "0974-8800202"},
        ],
    )
    pieces: Pieces = [
        ("line", "岫数办〔2025〕6号"),
        ("title", "云岫县数据局办公室关于印发2025年“云帆”数据创新大赛云岫分赛工作方案的通知"),
        (
            "table",
            [
                ["一、基本信息", "<", "<"],
                ["大赛名称", "2025年“云帆”数据创新大赛云岫分赛", "<"],
                ["大赛主题", "数惠乡村", "<"],
                ["主办", "云岫县数据局、云岫县农业农村局、云岫县总工会", "<"],
                ["承办", "云岫县职业教育中心", "<"],
                ["二、赛道赛题", "<", "<"],
                ["赛道", "责任单位", "赛题"],
                ["现代农业", "云岫县农业农村局", "1.茶园霜冻提醒\n2.生猪调运溯源\n3.高标准农田管护"],
                ["应急管理", "云岫县应急管理局", "1.山洪转移名单核对\n2.烟花爆竹流向登记"],
                ["三、进度安排", "<", "<"],
                ["环节", "时间", "责任单位"],
                ["动员", "10月10日至15日", "云岫县数据局"],
                ["报名", "10月16日至11月10日17:30", "云岫县职业教育中心"],
                ["初选", "11月中旬", "云岫县数据局"],
                ["决赛", "11月28日", "云岫县数据局"],
                ["表彰", "12月初", "云岫县总工会"],
                ["四、奖项设置", "<", "<"],
                ["等次", "数量", "奖金（万元）"],
                ["一等奖", "1", "1"],
                ["二等奖", "2", "0.6"],
                ["三等奖", "3", "0.3"],
                ["优秀奖", "6", "0.05"],
                ["五、联系人及电话", "<", "<"],
                ["单位", "联系人", "电话"],
                ["云岫县数据局", "王某", "0974-8800101"],
                ["云岫县职业教育中心", "李某", "0974-8800202"],
            ],
        ),
        ("p", "附：评分表"),
        ("table", [["评分项", "标准分"], ["实用性", "50"], ["创新性", "30"], ["推广性", "20"], ["总分", "100"]]),
        ("right", "云岫县数据局办公室"),
        ("right", "2025年10月9日"),
    ]
    return "county.pdf", facts, pieces


def _annexes() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "临沅",
        theme="融数通江",
        number="沅数发〔2026〕9号",
        title="临沅省数据局等三部门关于举办2026年“云帆”数据创新大赛临沅分赛的通知",
        issuers=["临沅省数据局", "临沅省科学技术厅", "临沅省人力资源和社会保障厅"],
        issued=date(2026, 3, 2),
        organisers={
            "hosts": ["临沅省数据局", "临沅省科学技术厅", "临沅省人力资源和社会保障厅"],
            "undertakers": ["临沅省数据中心", "临沅理工大学"],
        },
        url="https://linyuan.example.cn/bs",
        phases=[
            phase("报名", "registration", "2026年3月10日至4月30日", date(2026, 3, 10), date(2026, 4, 30)),
            phase("初赛", "review", "5月", date(2026, 5, 1), date(2026, 5, 31), approximate="month"),
            phase("复赛", "review", "6月中旬", date(2026, 6, 11), date(2026, 6, 20), approximate="ten-day"),
            phase("决赛", "final", "7月8日至9日", date(2026, 7, 8), date(2026, 7, 9)),
        ],
        tracks=[
            Track(
                "科技创新",
                ["临沅省科学技术厅"],
                [
                    Topic("大型仪器预约效率提升", "整合预约和使用记录。"),
                    Topic("专利转化线索发现", "匹配专利和企业需求。"),
                ],
            ),
            Track(
                "医疗健康",
                ["临沅省卫生健康委员会"],
                [Topic("基层用药合理性审核", "分析处方数据。"), Topic("急救车调度", "缩短到达时间。")],
            ),
            Track("气象服务", ["临沅省气象局"], [Topic("山区冰雹临近预报", "融合雷达和自动站数据。")]),
        ],
        levels=["特等奖", "一等奖", "二等奖", "三等奖"],
        quotas=over_all(("特等奖", 1), ("一等奖", 3), ("二等奖", 6), ("三等奖", 9)),
        prizes={"特等奖": 150000, "一等奖": 80000, "二等奖": 40000, "三等奖": 20000},
        people=6,
        days=(7, None),
        quota=18,
        sme=0.25,
        rubric={
            "name": "评分标准",
            "total": 100,
            "indicators": [
                {
                    "name": "数据价值",
                    "points": 40,
                    "children": [
                        {"name": "数据规模", "points": 15, "focus": ["数据量和覆盖面"]},
                        {"name": "融合程度", "points": 25, "focus": ["跨部门、跨行业融合情况"]},
                    ],
                },
                {
                    "name": "应用成效",
                    "points": 60,
                    "children": [
                        {"name": "业务成效", "points": 35, "focus": ["降本增效情况"]},
                        {"name": "可复制性", "points": 25, "focus": ["推广条件"]},
                    ],
                },
            ],
        },
        contacts=[
            {"role": "临沅省数据局", "phone": "0975-88004001"},
            {"role": "临沅省数据中心", "phone": "0975-88004002"},
        ],
        attachments=["赛道及赛题", "评分标准"],
    )
    pieces: Pieces = [
        ("line", "沅数发〔2026〕9号"),
        ("title", "临沅省数据局等三部门关于举办2026年“云帆”数据创新大赛临沅分赛的通知"),
        ("p", "各市（州）数据局、科技局、人力资源社会保障局："),
        (
            "p",
            (
                "为激活数据价值，临沅省数据局、临沅省科学技术厅、临沅省人力资源和社会保障厅决定联合举办2026年“云帆”"
                "数据创新大赛临沅分赛，主题为“融数通江”，由临沅省数据中心、临沅理工大学承办。有关事项通知如下。"
            ),
        ),
        ("p", "一、参赛条件。省内注册的法人单位可独立或联合参赛，联合参赛的须确定一家牵头单位，团队成员最多6名。"),
        (
            "p",
            (
                "二、时间安排。报名时间为2026年3月10日至4月30日，登录https://linyuan.example.cn/bs填报；5月组织初赛，"
                "6月中旬组织复赛，7月8日至9日举行决赛。"
            ),
        ),
        ("p", "三、赛道设置。大赛设科技创新、医疗健康、气象服务三个赛道，赛题见附件1，评分标准见附件2。"),
        (
            "p",
            (
                "四、奖励办法。大赛共设特等奖1名，奖金15万元；一等奖3名，奖金各8万元；二等奖6名，奖金各4万元；"
                "三等奖9名，奖金各2万元。获奖名单公示7天。"
            ),
        ),
        ("p", "五、推荐国赛。择优推荐18个项目参加全国总决赛，其中中小企业项目占比不少于25%。"),
        ("p", "六、联系方式。临沅省数据局，电话：0975-88004001；临沅省数据中心，电话：0975-88004002。"),
        ("p", "附件：1.赛道及赛题"),
        ("p", "　　　2.评分标准"),
        ("right", "临沅省数据局"),
        ("right", "临沅省科学技术厅"),
        ("right", "临沅省人力资源和社会保障厅"),
        ("right", "2026年3月2日"),
        ("break",),
        ("p", "附件1"),
        ("title", "赛道及赛题"),
        ("p", "赛道一 科技创新"),
        ("p", "命题单位：临沅省科学技术厅"),
        ("p", "题目1 大型仪器预约效率提升"),
        ("p", "整合预约和使用记录。"),
        ("p", "题目2 专利转化线索发现"),
        ("p", "匹配专利和企业需求。"),
        ("p", "赛道二 医疗健康"),
        ("p", "命题单位：临沅省卫生健康委员会"),
        ("p", "题目1 基层用药合理性审核"),
        ("p", "分析处方数据。"),
        ("p", "题目2 急救车调度"),
        ("p", "缩短到达时间。"),
        ("p", "赛道三 气象服务"),
        ("p", "命题单位：临沅省气象局"),
        ("p", "题目1 山区冰雹临近预报"),
        ("p", "融合雷达和自动站数据。"),
        ("break",),
        ("p", "附件2"),
        ("title", "评分标准"),
        (
            "table",
            [
                ["一级指标", "二级指标", "评分要点", "分值"],
                ["数据价值（40分）", "数据规模", "数据量和覆盖面", "15"],
                [None, "融合程度", "跨部门、跨行业融合情况", "25"],
                ["应用成效（60分）", "业务成效", "降本增效情况", "35"],
                [None, "可复制性", "推广条件", "25"],
            ],
        ),
    ]
    return "two-annexes.docx", facts, pieces


_PLAIN = """2026年“云帆”数据创新大赛墨川分赛开赛公告

2026年“云帆”数据创新大赛墨川分赛正式启动，欢迎报名！

★ 主办：墨川新区管理委员会
★ 承办：墨川新区科技创新局、墨川数谷运营有限公司
★ 协办：墨川高新技术企业协会
★ 主题：智汇墨川·数造新区

【赛道】
（1）交通运输赛道
　　　1）无人配送车路权调度
　　　2）地铁末班车接驳
（2）金融服务赛道
　　　1）供应链票据风险识别
　　　2）保险理赔影像核验
　　　3）老年人防诈骗提醒

【时间】
报名：2026.5.1—5.20（报名截止5月20日24时）
初赛：2026.5.25—5.29
决赛：2026.6.13
颁奖：2026.6.14

【参赛】
网上报名：http://mochuan.example.com/apply
每支参赛队人数为2—5人。
报名时须上传：商业计划书、数据安全说明、团队介绍。

【奖励】
一等奖1名奖金10万元，二等奖2名奖金各5万元，三等奖5名奖金各1万元，优秀组织奖3名颁发牌匾。

【咨询】
赛事办公室：0976-88005151
技术支持：0976-88005252
邮箱：race@mochuan.example.com

墨川新区管理委员会
二〇二六年四月二十八日
"""


def _plain() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "墨川",
        theme="智汇墨川·数造新区",
        title="2026年“云帆”数据创新大赛墨川分赛开赛公告",
        issuers=["墨川新区管理委员会"],
        issued=date(2026, 4, 28),
        organisers={
            "hosts": ["墨川新区管理委员会"],
            "undertakers": ["墨川新区科技创新局", "墨川数谷运营有限公司"],
            "supporters": ["墨川高新技术企业协会"],
        },
        url="http://mochuan.example.com/apply",
        phases=[
            phase("报名", "registration", "2026.5.1—5.20", date(2026, 5, 1), date(2026, 5, 20)),
            phase("初赛", "review", "2026.5.25—5.29", date(2026, 5, 25), date(2026, 5, 29)),
            phase("决赛", "final", "2026.6.13", date(2026, 6, 13), date(2026, 6, 13)),
            phase("颁奖", "ceremony", "2026.6.14", date(2026, 6, 14), date(2026, 6, 14)),
        ],
        tracks=[
            Track("交通运输", [], topics("无人配送车路权调度", "地铁末班车接驳")),
            Track("金融服务", [], topics("供应链票据风险识别", "保险理赔影像核验", "老年人防诈骗提醒")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 1), ("二等奖", 2), ("三等奖", 5)),
        prizes={"一等奖": 100000, "二等奖": 50000, "三等奖": 10000},
        special=["优秀组织奖"],
        forms=["牌匾"],
        people=5,
        materials=["商业计划书", "数据安全说明", "团队介绍"],
        contacts=[
            {"role": "赛事办公室", "phone": "0976-88005151"},
            {"role": "技术支持", "phone": "0976-88005252"},
            {"role": "技术支持", "email": "race@mochuan.example.com"},
        ],
    )
    return "plain.txt", facts, _PLAIN
