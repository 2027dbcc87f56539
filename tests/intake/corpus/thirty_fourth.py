"""Six notices more, to see whether doubt holds: a free port's contest with two stages of entering, a plan whose annex has a sheet for each
track, a union's call with a lottery, a league of universities by articles, a county's reply form, a notice of finals with a timetable.
By a hand that had read the importer. All of it is fabricated.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.intake.corpus.made_up import Facts, Track, each
from tests.intake.corpus.render import Pieces, pieces_of
from tests.intake.corpus.third import CONTEST, FORMS, each_of, facts_of, over_all, phase

__all__ = ["CONTEST", "FORMS", "notices"]


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its text, how it is rendered."""
    for made in (_free_port, _sheets, _union, _league, _reply, _finals):
        name, facts, pieces, *how = made()
        yield name, facts, pieces, how[0] if how else {}


_FREE_PORT = """= 琼澳自由贸易港数据局
= 关于举办2026年“云帆”数据创新大赛琼澳分赛的公告
（第1号）
为打造数据要素跨境流通新高地，我局会同琼澳自由贸易港商务局、琼澳海关举办2026年“云帆”数据创新大赛琼澳分赛。现公告如下：
第一条　赛事主题
数联四海 帆起琼澳
第二条　组织单位
指导单位：琼澳自由贸易港管理委员会
主办单位：琼澳自由贸易港数据局、琼澳自由贸易港商务局、琼澳海关
承办单位：琼澳数字港有限责任公司
战略合作单位：琼澳国际数据交易所、南洋商业银行琼澳分行
第三条　赛道
赛道一　商贸流通：离岛免税库存协同、冷链水果快速通检
赛道二　金融服务：跨境汇款风险识别、船舶融资租赁定价
赛道三　文化旅游：邮轮旅客分流、热带雨林碳普惠导览
第四条　参赛资格
境内外企业、高校、科研机构均可参赛；团队人数为3—7人；港澳台及外籍选手应提供身份证明。
第五条　赛程
（1）首轮报名：2026年2月1日至3月15日；
（2）二轮报名：2026年3月20日至4月10日；
（3）资格审核：4月11日至4月15日；
（4）线上初赛：4月下旬；
（5）线下决赛：5月16日（星期六）至5月17日（星期日），琼澳会展中心；
（6）颁奖盛典：5月18日。
第六条　奖金
各赛道冠军1名，奖金20万元；亚军1名，奖金10万元；季军2名，奖金5万元。以上均为税前金额。
第七条　报名材料
报名表；身份证明；项目计划书；不侵权承诺书。
第八条　报名与咨询
报名网站：https://yf.qiongao.example.com；赛务电话：0898-88003700（9:00—18:00）；商务合作：biz@qiongao.example.com。
第九条　附则
本公告由琼澳自由贸易港数据局负责解释。
> 琼澳自由贸易港数据局
> 2026年1月26日
"""


def _free_port() -> tuple[str, Facts, Pieces]:
    hosts = ["琼澳自由贸易港数据局", "琼澳自由贸易港商务局", "琼澳海关"]
    facts = facts_of(
        2026,
        "琼澳",
        theme="数联四海 帆起琼澳",
        title="关于举办2026年“云帆”数据创新大赛琼澳分赛的公告",
        issuers=["琼澳自由贸易港数据局"],
        issued=date(2026, 1, 26),
        organisers={
            "guiding": ["琼澳自由贸易港管理委员会"],
            "hosts": hosts,
            "undertakers": ["琼澳数字港有限责任公司"],
            "supporters": ["琼澳国际数据交易所", "南洋商业银行琼澳分行"],
        },
        url="https://yf.qiongao.example.com",
        tracks=[
            Track("商贸流通", [], each("离岛免税库存协同", "冷链水果快速通检")),
            Track("金融服务", [], each("跨境汇款风险识别", "船舶融资租赁定价")),
            Track("文化旅游", [], each("邮轮旅客分流", "热带雨林碳普惠导览")),
        ],
        people=7,
        phases=[
            phase("首轮报名", "registration", "2026年2月1日至3月15日", date(2026, 2, 1), date(2026, 3, 15)),
            phase("二轮报名", "registration", "2026年3月20日至4月10日", date(2026, 3, 20), date(2026, 4, 10)),
            phase("资格审核", "review", "4月11日至4月15日", date(2026, 4, 11), date(2026, 4, 15)),
            phase("线上初赛", "review", "4月下旬", date(2026, 4, 21), date(2026, 4, 30), approximate="ten-day"),
            phase(
                "线下决赛",
                "final",
                "5月16日（星期六）至5月17日（星期日）",
                date(2026, 5, 16),
                date(2026, 5, 17),
            ),
            phase("颁奖盛典", "ceremony", "5月18日", date(2026, 5, 18), date(2026, 5, 18)),
        ],
        levels=["冠军", "亚军", "季军"],
        quotas=each_of(("冠军", 1), ("亚军", 1), ("季军", 2)),
        prizes={"冠军": 200000, "亚军": 100000, "季军": 50000},
        materials=["报名表", "身份证明", "项目计划书", "不侵权承诺书"],
        contacts=[
            {"role": "赛务", "phone": "0898-88003700", "hours": "9:00—18:00"},
            {"role": "商务合作", "email": "biz@qiongao.example.com"},
        ],
    )
    return "articles-of-a-free-port.docx", facts, pieces_of(_FREE_PORT)


_SHEETS = """~ 岭数〔2025〕41号
= 岭表省数据局关于做好2025年“云帆”数据创新大赛岭表分赛有关工作的通知
各地级以上市数据主管部门，有关单位：
2025年“云帆”数据创新大赛岭表分赛（以下简称分赛）即将启动，请按照以下要求做好相关工作。
一、分赛由省数据局主办，由省数字政府建设运营中心、岭表产权交易集团承办。
二、分赛以“聚数成峰”为主题，设置城市治理、应急管理、气象服务三个赛道，各赛道任务书见附件。
三、请各地级以上市数据主管部门于2025年6月20日前报送一名联络员。
四、参赛团队于2025年6月25日至8月10日登录分赛平台（https://lb.example.cn）提交项目申报书、应用证明、演示视频。
五、8月中旬开展初评，9月5日举行总决赛，9月底前公布结果。
六、各赛道评选一等奖1项、二等奖2项、三等奖5项，授予证书和奖牌。各赛道前3名推荐参加全国总决赛，共推荐9个项目。
七、咨询电话：020-88007711、020-88007712。
附件：分赛各赛道任务书
> 岭表省数据局
> 2025年6月11日
---
附件
= 分赛各赛道任务书
赛道一：城市治理
|牵头单位|岭表省住房和城乡建设厅
|赛题一|城市内涝积水点预报
|赛题二|既有住宅加装电梯协商辅助
|数据条件|提供3个城市近5年排水和降雨数据
|评分重点|实用性40分，创新性30分，完成度30分
赛道二：应急管理
|牵头单位|岭表省应急管理厅
|赛题一|台风转移人员精准清单
|赛题二|“九小”场所火灾风险画像
|数据条件|提供脱敏网格数据
|评分重点|准确性50分，时效性50分
赛道三：气象服务
|牵头单位|岭表省气象局
|赛题一|强对流天气机场运行保障
|赛题二|荔枝物候期预报
|数据条件|提供格点实况资料
|评分重点|预报技巧60分，服务效果40分
"""


def _sheets() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "岭表",
        theme="聚数成峰",
        number="岭数〔2025〕41号",
        title="岭表省数据局关于做好2025年“云帆”数据创新大赛岭表分赛有关工作的通知",
        issuers=["岭表省数据局"],
        issued=date(2025, 6, 11),
        organisers={"hosts": ["省数据局"], "undertakers": ["省数字政府建设运营中心", "岭表产权交易集团"]},
        url="https://lb.example.cn",
        tracks=[
            Track("城市治理", ["岭表省住房和城乡建设厅"], each("城市内涝积水点预报", "既有住宅加装电梯协商辅助")),
            Track("应急管理", ["岭表省应急管理厅"], each("台风转移人员精准清单", "“九小”场所火灾风险画像")),
            Track("气象服务", ["岭表省气象局"], each("强对流天气机场运行保障", "荔枝物候期预报")),
        ],
        phases=[
            phase("提交作品", "registration", "2025年6月25日至8月10日", date(2025, 6, 25), date(2025, 8, 10)),
            phase("初评", "review", "8月中旬", date(2025, 8, 11), date(2025, 8, 20), approximate="ten-day"),
            phase("总决赛", "final", "9月5日", date(2025, 9, 5), date(2025, 9, 5)),
            phase("公布结果", "publicity", "9月底前", None, date(2025, 9, 30), approximate="part-of-month"),
        ],
        materials=["项目申报书", "应用证明", "演示视频"],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 5)),
        forms=["证书", "奖牌"],
        quota=9,
        contacts=[
            {"role": "赛事联系", "phone": "020-88007711"},
            {"role": "赛事联系", "phone": "020-88007712"},
        ],
        attachments=["分赛各赛道任务书"],
    )
    return "sheets-for-tracks.docx", facts, pieces_of(_SHEETS)


_UNION = """= 关于举办2026年“云帆”数据创新大赛沅芷分赛职工数据创新专项赛的通知
各州市总工会、产业工会：
为激发职工创新活力，沅芷省总工会、沅芷省数据局决定联合举办2026年“云帆”数据创新大赛沅芷分赛职工数据创新专项赛。
一、参赛对象
全省各类用人单位在职职工，以个人或班组名义参赛，班组不超过6人。
二、比赛内容
（一）五小数据应用类
1.车间能耗看板改进
2.仓库盘点差错治理
（二）班组数智管理类
1.班前安全交底数字化
2.倒班排班公平优化
（三）服务职工类
1.职工食堂营养配餐
三、比赛程序
（一）发动报名（4月1日—4月30日）
职工通过“沅芷工惠”小程序报名。
（二）基层选拔（5月1日—5月31日）
各州市总工会、产业工会组织选拔，各推荐3件作品。
（三）省级评审（6月8日—6月12日）
（四）成果展示（6月26日）
四、奖项设置
（一）各类别设金点子奖2名、银点子奖4名、铜点子奖6名，分别奖励5000元、3000元、1000元。
（二）金点子奖个人获得者，按程序推荐申报沅芷省五一劳动奖章。
（三）设优秀组织单位5个。
五、线上互动
3月25日—4月30日，关注“沅芷工会”微信公众号参与答题，可抽取话费红包，一等奖500元10名，二等奖50元200名。
六、作品要求
作品以图文形式提交，包括作品说明、实施效果、职工评价。
七、联系方式
沅芷省总工会劳动和经济工作部　0730-88001111
沅芷省数据局数字经济处　0730-88001122
> 沅芷省总工会　沅芷省数据局
> 2026年3月16日
"""


def _union() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "沅芷",
        title="关于举办2026年“云帆”数据创新大赛沅芷分赛职工数据创新专项赛的通知",
        issuers=["沅芷省总工会", "沅芷省数据局"],
        issued=date(2026, 3, 16),
        organisers={"hosts": ["沅芷省总工会", "沅芷省数据局"]},
        tracks=[
            Track("五小数据应用", [], each("车间能耗看板改进", "仓库盘点差错治理")),
            Track("班组数智管理", [], each("班前安全交底数字化", "倒班排班公平优化")),
            Track("服务职工", [], each("职工食堂营养配餐")),
        ],
        people=6,
        phases=[
            phase("发动报名", "registration", "4月1日—4月30日", date(2026, 4, 1), date(2026, 4, 30)),
            phase("基层选拔", "review", "5月1日—5月31日", date(2026, 5, 1), date(2026, 5, 31)),
            phase("省级评审", "review", "6月8日—6月12日", date(2026, 6, 8), date(2026, 6, 12)),
            phase("成果展示", "other", "6月26日", date(2026, 6, 26), date(2026, 6, 26)),
        ],
        levels=["金点子奖", "银点子奖", "铜点子奖"],
        quotas=each_of(("金点子奖", 2), ("银点子奖", 4), ("铜点子奖", 6)),
        prizes={"金点子奖": 5000, "银点子奖": 3000, "铜点子奖": 1000},
        special=["优秀组织单位"],
        contacts=[
            {"role": "沅芷省总工会劳动和经济工作部", "phone": "0730-88001111"},
            {"role": "沅芷省数据局数字经济处", "phone": "0730-88001122"},
        ],
    )
    return "call-of-a-union.pdf", facts, pieces_of(_UNION)


_LEAGUE = """高校数据创新联盟2025年“云帆”数据创新大赛青衿分赛竞赛细则

1 总则
1.1 2025年“云帆”数据创新大赛青衿分赛（下称“青衿分赛”）由高校数据创新联盟主办，青衿大学承办，青衿市数据局、云山软件股份有限公司支持。
1.2 青衿分赛面向全日制在校本专科生、研究生。

2 赛道
2.1 命题赛道
命题一 校园快递末端调度（命题单位：云山软件股份有限公司）
命题二 图书借阅推荐公平性（命题单位：青衿大学图书馆）
命题三 高校碳排放清单核算（命题单位：青衿市数据局）
2.2 开放赛道
自选题目，鼓励使用公共数据。

3 赛程
3.1 报名与组队 2025年9月8日—9月30日
3.2 作品提交 2025年10月31日23:59截止
3.3 网络评审 2025年11月5日—11月12日
3.4 全国决赛 2025年11月29日（青衿大学）

4 队伍
4.1 每队学生2—5名，指导教师不超过2名。
4.2 每名学生只能参加一支队伍。

5 评分
5.1 网络评审满分100分：问题价值25分，数据质量25分，方法创新30分，文档规范20分。
5.2 决赛成绩由作品分（60%）和答辩分（40%）组成。

6 奖励
6.1 两个赛道分别评奖。命题赛道一等奖3名、二等奖6名、三等奖9名；开放赛道一等奖2名、二等奖4名、三等奖6名。
6.2 一等奖奖金8000元，二等奖奖金4000元，三等奖奖金2000元，均颁发获奖证书。
6.3 设优秀指导教师奖、最佳公益奖。

7 联系
7.1 竞赛官网 https://qingjin.example.edu
7.2 竞赛秘书处邮箱 contest@qingjin.example.edu，电话 0371-88009090

高校数据创新联盟
2025年8月30日
"""


def _league() -> tuple[str, Facts, str]:
    set_topics = [
        ("校园快递末端调度", "云山软件股份有限公司"),
        ("图书借阅推荐公平性", "青衿大学图书馆"),
        ("高校碳排放清单核算", "青衿市数据局"),
    ]
    topics = each(*(title for title, _ in set_topics))
    for topic, (_, unit) in zip(topics, set_topics, strict=True):
        topic.units = [unit]
    levels = ["一等奖", "二等奖", "三等奖"]
    numbers = {"命题": (3, 6, 9), "开放": (2, 4, 6)}
    facts = facts_of(
        2025,
        "青衿",
        title="高校数据创新联盟2025年“云帆”数据创新大赛青衿分赛竞赛细则",
        issuers=["高校数据创新联盟"],
        issued=date(2025, 8, 30),
        organisers={
            "hosts": ["高校数据创新联盟"],
            "undertakers": ["青衿大学"],
            "supporters": ["青衿市数据局", "云山软件股份有限公司"],
        },
        url="https://qingjin.example.edu",
        tracks=[Track("命题", [], topics), Track("开放", [], [], kind="open")],
        phases=[
            phase("报名与组队", "registration", "2025年9月8日—9月30日", date(2025, 9, 8), date(2025, 9, 30)),
            phase("作品提交", "other", "2025年10月31日23:59截止", None, datetime(2025, 10, 31, 23, 59)),
            phase("网络评审", "review", "2025年11月5日—11月12日", date(2025, 11, 5), date(2025, 11, 12)),
            phase("全国决赛", "final", "2025年11月29日", date(2025, 11, 29), date(2025, 11, 29)),
        ],
        people=5,
        rubric={
            "name": "网络评审",
            "total": 100,
            "indicators": [
                {"name": "问题价值", "points": 25},
                {"name": "数据质量", "points": 25},
                {"name": "方法创新", "points": 30},
                {"name": "文档规范", "points": 20},
            ],
        },
        levels=levels,
        quotas=[
            {"scope": "track", "tracks": [name], "level": level, "count": count}
            for name, counts in numbers.items()
            for level, count in zip(levels, counts, strict=True)
        ],
        prizes={"一等奖": 8000, "二等奖": 4000, "三等奖": 2000},
        special=["优秀指导教师奖", "最佳公益奖"],
        forms=["获奖证书"],
        contacts=[
            {"role": "竞赛秘书处", "phone": "0371-88009090"},
            {"role": "竞赛秘书处", "email": "contest@qingjin.example.edu"},
        ],
    )
    return "rules-by-decimals.txt", facts, _LEAGUE


_REPLY = """# 关于组织报名2026年“云帆”数据创新大赛麦垄分赛的函

县直各单位、各乡镇人民政府、各有关企业：

2026年“云帆”数据创新大赛麦垄分赛报名工作已启动。请有意参赛的单位填写回执，有关情况如下：

| 项目 | 内容 |
| --- | --- |
| 主办单位 | 麦垄县人民政府 |
| 承办单位 | 麦垄县数据局、麦垄县融媒体中心 |
| 大赛主题 | 麦浪数潮 |
| 赛道 | 现代农业、商贸流通、文化旅游 |
| 报名时间 | 3月2日—3月31日 |
| 初赛 | 4月15日 |
| 决赛 | 5月9日 |
| 团队人数 | 不超过4人 |
| 奖项 | 一等奖3名，每名5000元；二等奖6名，每名3000元；三等奖9名，每名1000元 |
| 报送材料 | 报名回执、项目简介、承诺书 |
| 联系方式 | 麦垄县数据局 0396-88002020，mlsj@mailong.example.cn |

附：回执

| 单位名称 | |
| --- | --- |
| 项目名称 | |
| 联系人 | |

麦垄县数据局

2026年2月24日
"""


def _reply() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "麦垄",
        theme="麦浪数潮",
        title="关于组织报名2026年“云帆”数据创新大赛麦垄分赛的函",
        issuers=["麦垄县数据局"],
        issued=date(2026, 2, 24),
        organisers={"hosts": ["麦垄县人民政府"], "undertakers": ["麦垄县数据局", "麦垄县融媒体中心"]},
        tracks=[Track(name, [], []) for name in ("现代农业", "商贸流通", "文化旅游")],
        people=4,
        phases=[
            phase("报名", "registration", "3月2日—3月31日", date(2026, 3, 2), date(2026, 3, 31)),
            phase("初赛", "review", "4月15日", date(2026, 4, 15), date(2026, 4, 15)),
            phase("决赛", "final", "5月9日", date(2026, 5, 9), date(2026, 5, 9)),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 3), ("二等奖", 6), ("三等奖", 9)),
        prizes={"一等奖": 5000, "二等奖": 3000, "三等奖": 1000},
        materials=["报名回执", "项目简介", "承诺书"],
        contacts=[
            {"role": "麦垄县数据局", "phone": "0396-88002020"},
            {"role": "麦垄县数据局", "email": "mlsj@mailong.example.cn"},
        ],
    )
    return "table-with-a-reply.md", facts, _REPLY


_FINALS = """<html><head><title>通知</title></head><body>
<h2>关于举行2025年“云帆”数据创新大赛漓湘分赛总决赛的通知</h2>
<p>各入围团队：</p>
<p>2025年“云帆”数据创新大赛漓湘分赛经报名、初赛、复赛，共有36个项目入围总决赛。现将总决赛有关事项通知如下。</p>
<p><b>一、时间地点</b></p>
<p>报到时间：2025年9月18日14:00—20:00</p>
<p>总决赛时间：2025年9月19日—20日</p>
<p>地点：漓湘国际会议中心（漓湘市滨江路8号）</p>
<p><b>二、主办承办</b></p>
<p>主办单位：漓湘壮族自治区数据局、漓湘市人民政府</p>
<p>承办单位：漓湘数字集团有限公司、漓湘市大数据发展局</p>
<p><b>三、日程</b></p>
<table>
<tr><td>日期</td><td>时间</td><td>内容</td><td>地点</td></tr>
<tr><td rowspan="2">9月19日</td><td>9:00—12:00</td><td>工业制造、交通运输赛道路演</td><td>一号厅</td></tr>
<tr><td>14:00—17:30</td><td>医疗健康、绿色低碳赛道路演</td><td>二号厅</td></tr>
<tr><td>9月20日</td><td>9:00—11:00</td><td>颁奖典礼</td><td>主会场</td></tr>
</table>
<p><b>四、路演要求</b></p>
<p>每个项目路演8分钟、答辩5分钟，路演人员不超过3人。请于9月15日前将路演PPT、视频发至lxzjs@lixiang.example.cn。</p>
<p><b>五、评分办法</b></p>
<table>
<tr><td>评分项目</td><td>分值</td><td>评分要点</td></tr>
<tr><td>项目成效</td><td>40</td><td>经济效益、社会效益</td></tr>
<tr><td>创新程度</td><td>30</td><td>技术创新、模式创新</td></tr>
<tr><td>现场表现</td><td>30</td><td>表达、应答</td></tr>
</table>
<p><b>六、奖项</b></p>
<p>四个赛道各设一等奖1个、二等奖2个、三等奖3个，其余入围项目获优胜奖。</p>
<p><b>七、费用</b></p>
<p>总决赛不收取参赛费，食宿交通费用自理。</p>
<p>联系人：漓湘数字集团有限公司，电话0773-88004040。</p>
<p align=right>漓湘壮族自治区数据局</p>
<p align=right>2025年9月5日</p>
</body></html>
"""


def _finals() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "漓湘",
        title="关于举行2025年“云帆”数据创新大赛漓湘分赛总决赛的通知",
        issuers=["漓湘壮族自治区数据局"],
        issued=date(2025, 9, 5),
        organisers={
            "hosts": ["漓湘壮族自治区数据局", "漓湘市人民政府"],
            "undertakers": ["漓湘数字集团有限公司", "漓湘市大数据发展局"],
        },
        tracks=[Track(name, [], []) for name in ("工业制造", "交通运输", "医疗健康", "绿色低碳")],
        phases=[
            phase(
                "报到",
                "other",
                "2025年9月18日14:00—20:00",
                datetime(2025, 9, 18, 14),
                datetime(2025, 9, 18, 20),
            ),
            phase("总决赛", "final", "2025年9月19日—20日", date(2025, 9, 19), date(2025, 9, 20)),
        ],
        people=3,
        materials=["路演PPT", "视频"],
        rubric={
            "name": "评分办法",
            "total": 100,
            "indicators": [
                {"name": "项目成效", "points": 40, "focus": ["经济效益", "社会效益"]},
                {"name": "创新程度", "points": 30, "focus": ["技术创新", "模式创新"]},
                {"name": "现场表现", "points": 30, "focus": ["表达", "应答"]},
            ],
        },
        levels=["一等奖", "二等奖", "三等奖", "优胜奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        contacts=[
            {"role": "漓湘数字集团有限公司", "phone": "0773-88004040"},
            {"role": "漓湘壮族自治区数据局", "email": "lxzjs@lixiang.example.cn"},
        ],
    )
    return "finals-with-a-timetable.html", facts, _FINALS
