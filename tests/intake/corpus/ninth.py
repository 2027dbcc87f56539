"""Six notices more of offices nobody looked at before: a league of universities with two groups, a district whose annex is
nothing but tables, an association, hospitals that act together, an article of a messenger pasted to Markdown, questions
with answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.intake.corpus.fifth import topics
from tests.intake.corpus.made_up import Facts, Topic, Track
from tests.intake.corpus.render import Pieces, told
from tests.intake.corpus.third import CONTEST, FORMS, each_of, facts_of, over_all, phase, shares

__all__ = ["CONTEST", "FORMS", "notices"]


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces or text, how it is rendered."""
    yield *_universities(), {"numbered": True}
    for made in (_district, _association, _hospitals, _messenger, _answers):
        yield *made(), {}


_UNIVERSITIES = """
~ 海高数联〔2026〕3号
= 关于举办2026年“云帆”数据创新大赛海棠分赛的通知
各普通高等学校、高等职业学校：
为提高学生数据素养，促进专业教学与产业需求衔接，海棠省高等学校数据科学联盟决定举办2026年“云帆”数据创新大赛海棠分赛（以下简称“联赛”）。现将有关事项通知如下：
#1 联赛主题
数启青春　学以致用
#1 组织机构
#2 指导单位：海棠省教育厅、海棠省数据局
#2 主办单位：海棠省高等学校数据科学联盟
#2 承办单位：海棠师范大学、海棠工业职业技术学院，分别承办本科组、高职组的决赛。
#2 协办单位：海棠云数科技有限公司、海棠出版传媒集团
#1 组别和赛道
联赛分本科组和高职组，共设4个赛道，赛题见附件1，参赛队任选一题作答。
#2 本科组。面向在校本科生和研究生，设城市治理、绿色低碳两个赛道。
#2 高职组。面向高等职业学校在校生，设商贸流通、现代农业两个赛道。
#1 参赛办法
#2 参赛队由3至5名学生组成，可配1至2名指导教师，不得跨校组队。
#2 每校在每个赛道限报4队，由学校统一审核后，登录联赛网站（https://league.haitang.example.org）报名。
#2 参赛作品包括：
#3 作品报告
#3 程序代码及运行说明
#3 答辩幻灯片
#1 联赛日程
#2 校内选拔：4月15日前，由各校自行组织。
#2 报名与提交：4月16日至5月8日17:00，逾期不予受理。
#2 网络评审：5月18日至22日，每个赛道取前20队进入决赛。
#2 决赛：6月6日至7日，参赛队现场答辩，每队12分钟。
#2 结果公布：6月下旬，在联赛网站公示3天后公布。
#1 奖励办法
#2 每个赛道设一等奖3项、二等奖6项、三等奖9项，由联盟颁发证书。
#2 一等奖作品的指导教师授予“优秀指导教师”称号，组织工作突出的学校授予“优秀组织院校”称号。
#2 从一等奖作品中推荐4项参加全国总决赛。
#1 其他事项
#2 联赛不收取报名费和评审费，决赛期间食宿自理。
#2 作品应为参赛队原创，一经查实抄袭，取消成绩并通报所在学校。
#1 联系方式
联盟秘书处：周某，0926-88007101，邮箱：mishuchu@haitang.example.org
联赛网站技术支持：0926-88007155
附件：1.各赛道赛题
　　　2.评分标准
> 海棠省高等学校数据科学联盟
> 2026年3月26日
---
附件1
= 各赛道赛题
一、城市治理赛道（本科组）
1.校园周边共享单车投放
根据骑行和课程安排数据，设计投放和清运方案。
2.城市内涝点位识别
利用降雨、管网和视频数据识别易涝点。
二、绿色低碳赛道（本科组）
1.高校宿舍用电画像
分析用电规律，提出节能措施。
2.校园食堂食物浪费测量
以图像识别量化餐余。
三、商贸流通赛道（高职组）
1.社区团购退货分析
找出高退货品类及其原因。
2.校园快递驿站排队优化
安排到件和取件时段。
四、现代农业赛道（高职组）
1.热带果蔬分级
用图像和糖度数据自动分级。
2.大棚环境调控
根据传感器数据给出通风、灌溉建议。
---
附件2
= 评分标准
"""


def _universities() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "海棠",
        theme="数启青春 学以致用",
        number="海高数联〔2026〕3号",
        title="关于举办2026年“云帆”数据创新大赛海棠分赛的通知",
        issuers=["海棠省高等学校数据科学联盟"],
        issued=date(2026, 3, 26),
        organisers={
            "guiding": ["海棠省教育厅", "海棠省数据局"],
            "hosts": ["海棠省高等学校数据科学联盟"],
            "undertakers": ["海棠师范大学", "海棠工业职业技术学院"],
            "supporters": ["海棠云数科技有限公司", "海棠出版传媒集团"],
        },
        url="https://league.haitang.example.org",
        phases=[
            phase("校内选拔", "review", "4月15日前", None, date(2026, 4, 15)),
            phase(
                "报名与提交",
                "registration",
                "4月16日至5月8日17:00",
                date(2026, 4, 16),
                datetime(2026, 5, 8, 17),
            ),
            phase("网络评审", "review", "5月18日至22日", date(2026, 5, 18), date(2026, 5, 22)),
            phase("决赛", "final", "6月6日至7日", date(2026, 6, 6), date(2026, 6, 7)),
            phase("结果公布", "other", "6月下旬", date(2026, 6, 21), date(2026, 6, 30), approximate="ten-day"),
        ],
        tracks=[
            Track("城市治理", [], topics("校园周边共享单车投放", "城市内涝点位识别")),
            Track("绿色低碳", [], topics("高校宿舍用电画像", "校园食堂食物浪费测量")),
            Track("商贸流通", [], topics("社区团购退货分析", "校园快递驿站排队优化")),
            Track("现代农业", [], topics("热带果蔬分级", "大棚环境调控")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 3), ("二等奖", 6), ("三等奖", 9)),
        special=["优秀指导教师", "优秀组织院校"],
        forms=["证书"],
        days=(3, None),
        quota=4,
        people=5,
        materials=["作品报告", "程序代码及运行说明", "答辩幻灯片"],
        rubric={
            "name": "评分标准",
            "total": 100,
            "indicators": [
                {
                    "name": "问题分析",
                    "children": [{"name": "选题理解", "points": 10}, {"name": "数据探索", "points": 15}],
                },
                {
                    "name": "方法实现",
                    "children": [{"name": "模型方法", "points": 25}, {"name": "代码质量", "points": 15}],
                },
                {
                    "name": "成果展示",
                    "children": [{"name": "报告撰写", "points": 15}, {"name": "现场答辩", "points": 20}],
                },
            ],
        },
        contacts=[
            {"role": "联盟秘书处", "phone": "0926-88007101", "email": "mishuchu@haitang.example.org"},
            {"role": "联赛网站技术支持", "phone": "0926-88007155"},
        ],
        attachments=["各赛道赛题", "评分标准"],
    )
    table: Pieces = [
        (
            "table",
            [
                ["一级指标", "二级指标", "评分说明", "分值"],
                ["问题分析", "选题理解", "准确理解业务背景", "10"],
                [None, "数据探索", "数据描述充分，处理合理", "15"],
                ["方法实现", "模型方法", "方法恰当，有对比验证", "25"],
                [None, "代码质量", "可运行，可复现", "15"],
                ["成果展示", "报告撰写", "结构完整，图表规范", "15"],
                [None, "现场答辩", "表达清楚，回答切题", "20"],
                ["总计", "<", "<", "100"],
            ],
        )
    ]
    return "league-of-universities.docx", facts, told(_UNIVERSITIES) + table


_DISTRICT_HEAD = """
= 望春区政务服务和数据管理局关于开展2025年“云帆”数据创新大赛望春分赛的公告
为发现一批好用管用的基层数据应用，在江屏市数据局指导下，望春区政务服务和数据管理局、望春区教育局、望春区卫生健康局、望春区城市管理局、望春区应急管理局联合主办2025年“云帆”数据创新大赛望春分赛，由望春数智运营有限公司承办。赛道赛题、日程、奖项等详见附件，欢迎踊跃参加。
> 望春区政务服务和数据管理局
> 2025年4月28日
附件：望春分赛安排表
---
附件
= 望春分赛安排表
表1　赛道与赛题
"""


def _district() -> tuple[str, Facts, Pieces]:
    def led(unit: str, *titles: str) -> list[Topic]:
        return [Topic(title, "", [unit]) for title in titles]

    education, health = "望春区教育局", "望春区卫生健康局"
    city, police, safety = "望春区城市管理局", "望春公安分局", "望春区应急管理局"
    welfare, fire = "望春区民政局", "望春区消防救援大队"
    facts = facts_of(
        2025,
        "望春",
        title="望春区政务服务和数据管理局关于开展2025年“云帆”数据创新大赛望春分赛的公告",
        issuers=["望春区政务服务和数据管理局"],
        issued=date(2025, 4, 28),
        organisers={
            "guiding": ["江屏市数据局"],
            "hosts": [
                "望春区政务服务和数据管理局",
                "望春区教育局",
                "望春区卫生健康局",
                "望春区城市管理局",
                "望春区应急管理局",
            ],
            "undertakers": ["望春数智运营有限公司"],
        },
        url="https://wangchun.example.cn/2025",
        phases=[
            phase(
                "在线报名",
                "registration",
                "5月6日9时至6月13日18时",
                datetime(2025, 5, 6, 9),
                datetime(2025, 6, 13, 18),
            ),
            phase("初评", "review", "7月14日至7月18日", date(2025, 7, 14), date(2025, 7, 18)),
            phase("入围公示", "publicity", "7月21日至7月25日", date(2025, 7, 21), date(2025, 7, 25)),
            phase(
                "决赛路演",
                "final",
                "8月2日下午",
                datetime(2025, 8, 2, 12),
                date(2025, 8, 2),
                approximate="half-day",
            ),
            phase("成果对接", "other", "9月", date(2025, 9, 1), date(2025, 9, 30), approximate="month"),
        ],
        tracks=[
            Track(
                "智慧教育",
                [],
                [*led(education, "学区学位供需预测", "课后服务课程匹配"), *led(police, "上下学时段交通组织")],
            ),
            Track(
                "医疗健康",
                [],
                [*led(health, "家庭医生签约服务跟踪", "疫苗接种预约分流"), *led(welfare, "老年人跌倒风险筛查")],
            ),
            Track(
                "城市治理",
                [],
                [*led(city, "占道施工协同管理", "垃圾清运车辆调度"), *led(police, "电动车违停治理")],
            ),
            Track("应急管理", [], [*led(fire, "九小场所火灾隐患排查"), *led(safety, "避难场所物资管理")]),
        ],
        levels=["一等奖", "二等奖", "三等奖", "入围奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 2), ("入围奖", 5)),
        prizes={"一等奖": 15000, "二等奖": 8000, "三等奖": 5000, "入围奖": 1000},
        people=4,
        materials=["作品说明书", "原型系统或演示视频", "数据使用承诺书"],
        contacts=[
            {"role": "望春区政务服务和数据管理局", "phone": "0927-8808010"},
            {"role": "望春数智运营有限公司", "phone": "0927-8808020"},
            {"role": "望春数智运营有限公司", "email": "sai@wangchun.example.cn"},
        ],
        attachments=["望春分赛安排表"],
    )
    pieces: Pieces = [
        *told(_DISTRICT_HEAD),
        (
            "table",
            [
                ["赛道", "编号", "赛题名称", "开放数据", "牵头单位"],
                ["智慧教育", "JY-1", "学区学位供需预测", "学籍统计、楼盘信息", education],
                [None, "JY-2", "课后服务课程匹配", "课程目录、选课记录", education],
                [None, "JY-3", "上下学时段交通组织", "卡口流量、公交到站", police],
                ["医疗健康", "YL-1", "家庭医生签约服务跟踪", "签约统计", health],
                [None, "YL-2", "疫苗接种预约分流", "接种点排班", health],
                [None, "YL-3", "老年人跌倒风险筛查", "养老服务台账", welfare],
                ["城市治理", "CS-1", "占道施工协同管理", "施工许可", city],
                [None, "CS-2", "垃圾清运车辆调度", "称重和轨迹", city],
                [None, "CS-3", "电动车违停治理", "投诉工单", police],
                ["应急管理", "YJ-1", "九小场所火灾隐患排查", "检查记录", fire],
                [None, "YJ-2", "避难场所物资管理", "物资台账", safety],
            ],
        ),
        ("p", "表2　日程"),
        (
            "table",
            [
                ["工作内容", "时间", "备注"],
                ["在线报名", "5月6日9时至6月13日18时", "https://wangchun.example.cn/2025"],
                ["初评", "7月14日至7月18日", "每个赛道选出10件"],
                ["入围公示", "7月21日至7月25日", "区政府网站"],
                ["决赛路演", "8月2日下午", "望春区文化中心"],
                ["成果对接", "9月", "另行通知"],
            ],
        ),
        ("p", "表3　奖项（每个赛道）"),
        (
            "table",
            [
                ["奖项", "一等奖", "二等奖", "三等奖", "入围奖"],
                ["数量（个）", "1", "2", "2", "5"],
                ["奖金（元/个）", "15000", "8000", "5000", "1000"],
            ],
        ),
        ("p", "表4　参赛须知"),
        (
            "table",
            [
                ["参赛对象", "在望春区生活、学习、工作的个人，或注册地在江屏市的单位"],
                ["团队人数", "1—4人"],
                ["提交材料", "①作品说明书；②原型系统或演示视频；③数据使用承诺书"],
                ["咨询电话", "望春区政务服务和数据管理局：0927-8808010\n望春数智运营有限公司：0927-8808020"],
                ["咨询邮箱", "sai@wangchun.example.cn（望春数智运营有限公司）"],
            ],
        ),
    ]
    return "district.docx", facts, pieces


_ASSOCIATION_HEAD = """
~ 青屿省软件和信息服务业联合会
~ 青软联字〔2024〕12号
= 2024年“云帆”数据创新大赛青屿分赛邀请函
各会员单位、各有关企业：
由青屿省软件和信息服务业联合会、青屿省大数据产业促进会共同主办的2024年“云帆”数据创新大赛青屿分赛定于2024年8月至11月举行，本届主题为“链上新商机”，青屿会议展览有限公司承办，青屿省企业联合会、青屿科创投资基金、青屿商报社协办。诚邀贵单位组队参赛。
1、参赛资格
凡在中国境内依法设立的企业、机构均可报名，团队人数1~8人，同一团队只可选择1个命题。
2、赛道与命题
"""
_ASSOCIATION_MIDDLE = """
3、赛事进程
（1）报名时间：2024年8月12日至2024年9月20日，网址：https://www.qingyu-soft.example.com/yunfan
（2）线上海选：2024年9月25日至9月30日
（3）半决赛：2024年10月18日
（4）总决赛：2024年11月8日，地点另行通知
4、奖金与名额
"""
_ASSOCIATION_END = """
以上奖金均为税前金额，总奖池58万元。赛事组委会另设“最佳商业模式奖”“网络人气奖”各1名，颁发奖杯。
5、获奖权益
（1）投融资路演：金奖、银奖团队可参加青屿科创投资基金专场路演。
（2）会员权益：获奖企业免交联合会两年会费。
（3）展位支持：获奖项目可免费使用2025年青屿软件博览会标准展位1个。
6、参赛费用
大赛不收取任何费用。
7、联系我们
大赛执行委员会：何某，(0928)88009900，yunfan@qingyu-soft.example.com
会员服务部：(0928)88009911
> 青屿省软件和信息服务业联合会
> 青屿省大数据产业促进会
> 二〇二四年七月三十日
"""


def _association() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2024,
        "青屿",
        theme="链上新商机",
        number="青软联字〔2024〕12号",
        title="2024年“云帆”数据创新大赛青屿分赛邀请函",
        issuers=["青屿省软件和信息服务业联合会", "青屿省大数据产业促进会"],
        issued=date(2024, 7, 30),
        organisers={
            "hosts": ["青屿省软件和信息服务业联合会", "青屿省大数据产业促进会"],
            "undertakers": ["青屿会议展览有限公司"],
            "supporters": ["青屿省企业联合会", "青屿科创投资基金", "青屿商报社"],
        },
        url="https://www.qingyu-soft.example.com/yunfan",
        phases=[
            phase("报名", "registration", "2024年8月12日至2024年9月20日", date(2024, 8, 12), date(2024, 9, 20)),
            phase("线上海选", "review", "2024年9月25日至9月30日", date(2024, 9, 25), date(2024, 9, 30)),
            phase("半决赛", "review", "2024年10月18日", date(2024, 10, 18), date(2024, 10, 18)),
            phase("总决赛", "final", "2024年11月8日", date(2024, 11, 8), date(2024, 11, 8)),
        ],
        tracks=[
            Track("工业制造", [], topics("船舶焊缝检测", "模具共享排产", "工业备件库存共享")),
            Track("金融服务", [], topics("渔业保险定损", "仓单质押监管")),
            Track("文化旅游", [], topics("海岛民宿动态定价", "非遗文创选品")),
        ],
        levels=["金奖", "银奖", "铜奖", "优胜奖"],
        quotas=over_all(("金奖", 1), ("银奖", 3), ("铜奖", 5), ("优胜奖", 8)),
        prizes={"金奖": 150000, "银奖": 60000, "铜奖": 30000, "优胜奖": 12500},
        special=["最佳商业模式奖", "网络人气奖"],
        forms=["奖杯"],
        people=8,
        benefits=["投融资路演", "会员权益", "展位支持"],
        contacts=[
            {"role": "大赛执行委员会", "phone": "0928-88009900", "email": "yunfan@qingyu-soft.example.com"},
            {"role": "会员服务部", "phone": "0928-88009911"},
        ],
        rules=["fees"],
    )
    pieces: Pieces = [
        *told(_ASSOCIATION_HEAD),
        (
            "table",
            [
                ["赛道", "命题"],
                ["工业制造", "1. 船舶焊缝检测\n2. 模具共享排产\n3. 工业备件库存共享"],
                ["金融服务", "1. 渔业保险定损\n2. 仓单质押监管"],
                ["文化旅游", "1. 海岛民宿动态定价\n2. 非遗文创选品"],
            ],
        ),
        *told(_ASSOCIATION_MIDDLE),
        (
            "table",
            [
                ["奖项等级", "名额", "单项奖金", "小计"],
                ["金奖", "1名", "15万元", "15万元"],
                ["银奖", "3名", "6万元", "18万元"],
                ["铜奖", "5名", "3万元", "15万元"],
                ["优胜奖", "8名", "1.25万元", "10万元"],
            ],
        ),
        *told(_ASSOCIATION_END),
    ]
    return "invitation.pdf", facts, pieces


_HOSPITALS = """云麓医疗联合体理事会办公室
关于开展2026年“云帆”数据创新大赛云麓分赛作品征集的通知

云医联办〔2026〕15号

各成员医院、社区卫生服务中心：

　　经云麓市卫生健康委员会同意，云麓医疗联合体理事会与云麓市第一人民医院共同主办2026年“云帆”数据创新大赛云麓分赛，云麓市
医院协会协办。

　　一、征集范围。医疗健康赛道，围绕住院床位统筹、检验危急值闭环、处方审核前置三个方向，提交已在院内试用三个月以上的数据应用。
　　二、参赛人员。各成员单位在职医务、信息、管理人员均可参加，每件作品作者不超过7人，须含临床人员1名以上。
　　三、报名。填写《作品申报表》，连同应用效果报告、伦理审查意见，于5月底前发送至理事会办公室邮箱（ylylt@yunlu.example.cn）。
邮件标题注明“云帆+单位+作品名称”。
　　四、评审。6月中旬召开评审会，按提交作品数的10%、20%、30%分别评出一等奖、二等奖、三等奖，发放荣誉证书，结果公示5个工作日。
　　五、费用。征集活动不收费。

　　联系人：理事会办公室　赵某　0929-8801218
　　附件：作品申报表

　　　　　　　　　　　　　　　　　　　　　　云麓医疗联合体理事会办公室
　　　　　　　　　　　　　　　　　　　　　　2026年4月17日
"""


def _hospitals() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "云麓",
        number="云医联办〔2026〕15号",
        title="关于开展2026年“云帆”数据创新大赛云麓分赛作品征集的通知",
        issuers=["云麓医疗联合体理事会办公室"],
        issued=date(2026, 4, 17),
        organisers={
            "hosts": ["云麓医疗联合体理事会", "云麓市第一人民医院"],
            "supporters": ["云麓市医院协会"],
        },
        phases=[
            phase("报名", "registration", "5月底前", None, date(2026, 5, 31), approximate="part-of-month"),
            phase("评审", "review", "6月中旬", date(2026, 6, 11), date(2026, 6, 20), approximate="ten-day"),
        ],
        tracks=[Track("医疗健康", [], topics("住院床位统筹", "检验危急值闭环", "处方审核前置"))],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=shares("edition", "提交作品数", ("一等奖", 0.1), ("二等奖", 0.2), ("三等奖", 0.3)),
        forms=["荣誉证书"],
        days=(5, "working"),
        people=7,
        materials=["作品申报表", "应用效果报告", "伦理审查意见"],
        contacts=[
            {"role": "理事会办公室", "phone": "0929-8801218"},
            {"role": "理事会办公室", "email": "ylylt@yunlu.example.cn"},
        ],
        attachments=["作品申报表"],
    )
    return "hospitals.txt", facts, _HOSPITALS


_MESSENGER = """# 官宣｜2026年“云帆”数据创新大赛梧塘分赛启动报名啦！

原创 梧塘数据 *2026年2月27日 18:05* *梧塘*

点击蓝字 关注我们 👇

![图片](https://img.example.com/mmbiz/640.gif)

**春风起，云帆扬。**2026年“云帆”数据创新大赛梧塘分赛正式开始啦～快来看看有哪些亮点！

---

**PART.01 | 赛事主题**

## 数绣梧塘·帆起新程

**PART.02 | 谁在办赛**

**指导单位：**梧塘市人民政府

**主办单位：**梧塘市数据局、共青团梧塘市委员会

**承办单位：**梧塘创新创业服务中心

**支持单位：**梧塘农商银行、梧塘日报社

**PART.03 | 比什么**

🏙 **城市治理**

\\- 老街电线私拉乱接识别

\\- 小区电梯困人预警

🌾 **现代农业**

\\- 茭白连作障碍分析

\\- 大闸蟹产地溯源

🛒 **商贸流通**

\\- 夜经济摊位选址

**PART.04 | 时间表**

⏰ 3月1日—4月10日　报名及提交作品

⏰ 4月20日—4月24日　专家初评

⏰ 5月9日　决赛

⏰ 5月中下旬　颁奖

**PART.05 | 奖金有多少**

🏆 一等奖　1名　**30000元**

🥈 二等奖　3名　**10000元/名**

🥉 三等奖　6名　**5000元/名**

🎁 全体入围决赛团队可获纪念礼包一份

**PART.06 | 怎么参加**

年满16周岁即可，1人也能成队，最多5人。识别下方二维码或打开 https://fan.wutang.example.cn 填写报名信息，并上传**作品简介**和**演示视频**（3分钟以内）。

![图片](https://img.example.com/mmbiz/qr.png)

**PART.07 | 还有问题？**

☎ 梧塘创新创业服务中心 0945-8802266（工作日9:00-17:30）

✉ fan@wutang.example.cn

---

END

来源｜梧塘数据

编辑｜小梧　审核｜孙某

**往期回顾**

[2025年“云帆”数据创新大赛梧塘分赛获奖名单公布](https://mp.example.com/s/abc)

[一图读懂｜梧塘市公共数据授权运营办法](https://mp.example.com/s/def)

阅读 2.1万　赞 188　在看 96
"""


def _messenger() -> tuple[str, Facts, str]:
    facts = facts_of(
        2026,
        "梧塘",
        theme="数绣梧塘·帆起新程",
        title="官宣｜2026年“云帆”数据创新大赛梧塘分赛启动报名啦！",
        organisers={
            "guiding": ["梧塘市人民政府"],
            "hosts": ["梧塘市数据局", "共青团梧塘市委员会"],
            "undertakers": ["梧塘创新创业服务中心"],
            "supporters": ["梧塘农商银行", "梧塘日报社"],
        },
        url="https://fan.wutang.example.cn",
        phases=[
            phase("报名及提交作品", "registration", "3月1日—4月10日", date(2026, 3, 1), date(2026, 4, 10)),
            phase("专家初评", "review", "4月20日—4月24日", date(2026, 4, 20), date(2026, 4, 24)),
            phase("决赛", "final", "5月9日", date(2026, 5, 9), date(2026, 5, 9)),
            phase("颁奖", "ceremony", "5月中下旬", date(2026, 5, 11), date(2026, 5, 31), approximate="ten-day"),
        ],
        tracks=[
            Track("城市治理", [], topics("老街电线私拉乱接识别", "小区电梯困人预警")),
            Track("现代农业", [], topics("茭白连作障碍分析", "大闸蟹产地溯源")),
            Track("商贸流通", [], topics("夜经济摊位选址")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 1), ("二等奖", 3), ("三等奖", 6)),
        prizes={"一等奖": 30000, "二等奖": 10000, "三等奖": 5000},
        people=5,
        materials=["作品简介", "演示视频"],
        contacts=[
            {"role": "梧塘创新创业服务中心", "phone": "0945-8802266", "hours": "工作日9:00-17:30"},
            {"role": "梧塘创新创业服务中心", "email": "fan@wutang.example.cn"},
        ],
    )
    return "messenger.md", facts, _MESSENGER


_ANSWERS = """<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>政策问答-泊川市数据局</title></head><body>
<div id="top"><a href="/">泊川市数据局</a><span>今天是2025年10月11日</span></div>
<ul class="menu"><li>首页</li><li>机构职能</li><li>政务公开</li><li>政策问答</li><li>专题专栏</li></ul>
<div class="pos">当前位置：首页&gt;政策问答</div>
<div class="con"><h2>2025年“云帆”数据创新大赛泊川分赛有问必答</h2>
<div class="meta">日期：2025-10-10　阅读：89次　【字体：大 中 小】</div>
<p>近期不少企业和市民来电咨询2025年“云帆”数据创新大赛泊川分赛，现将大家关心的问题集中答复如下。</p>
<p class="q"><b>问：比赛由哪些部门组织？</b></p>
<p class="a">答：由泊川市数据局、泊川市水利局主办，泊川市水文水资源监测中心承办。本届主题是“数治江河”。</p>
<p class="q"><b>问：有几个赛道，题目是什么？</b></p>
<p class="a">答：有两个赛道。应急管理赛道有三道题，分别是中小河流洪水预报、堤防险情巡查、蓄滞洪区人员转移；绿色低碳赛道有两道题，分别是
小水电生态调度、工业园区用水效率分析。</p>
<p class="q"><b>问：什么时候截止报名？</b></p>
<p class="a">答：报名从10月15日开始，11月14日18:00截止，报名地址是https://shuizhi.bochuan.example.cn。</p>
<p class="q"><b>问：报名以后还有哪些安排？</b></p>
<p class="a">答：11月24日至28日进行初赛，12月13日举行决赛，12月底前公布获奖名单。</p>
<p class="q"><b>问：个人可以参加吗？需要交什么？</b></p>
<p class="a">答：可以，个人和团队均可，团队不超过6人。需要提交参赛表、技术方案和演示程序。</p>
<p class="q"><b>问：奖金怎么发？</b></p>
<p class="a">答：每个赛道设一等奖1名，奖金2万元；二等奖2名，每名1万元；三等奖4名，每名0.4万元。获奖名单公示7天，无异议后发放。</p>
<p class="q"><b>问：获奖项目能参加国赛吗？</b></p>
<p class="a">答：我市将推荐至多5个项目参加全国总决赛。</p>
<p class="q"><b>问：还有疑问怎么办？</b></p>
<p class="a">答：请拨打泊川市数据局数据应用科电话0946-8807731，或者发邮件到泊川市水文水资源监测中心邮箱swzx@bochuan.example.cn。</p>
</div><div class="foot">泊川市数据局主办　ICP备00000000号　网站电话：0946-8800000</div></body></html>"""


def _answers() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "泊川",
        theme="数治江河",
        title="2025年“云帆”数据创新大赛泊川分赛有问必答",
        organisers={"hosts": ["泊川市数据局", "泊川市水利局"], "undertakers": ["泊川市水文水资源监测中心"]},
        url="https://shuizhi.bochuan.example.cn",
        phases=[
            phase(
                "报名",
                "registration",
                "10月15日开始，11月14日18:00截止",
                date(2025, 10, 15),
                datetime(2025, 11, 14, 18),
            ),
            phase("初赛", "review", "11月24日至28日", date(2025, 11, 24), date(2025, 11, 28)),
            phase("决赛", "final", "12月13日", date(2025, 12, 13), date(2025, 12, 13)),
            phase("公布获奖名单", "other", "12月底前", None, date(2025, 12, 31), approximate="part-of-month"),
        ],
        tracks=[
            Track("应急管理", [], topics("中小河流洪水预报", "堤防险情巡查", "蓄滞洪区人员转移")),
            Track("绿色低碳", [], topics("小水电生态调度", "工业园区用水效率分析")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 4)),
        prizes={"一等奖": 20000, "二等奖": 10000, "三等奖": 4000},
        days=(7, None),
        quota=5,
        at_most=True,
        people=6,
        materials=["参赛表", "技术方案", "演示程序"],
        contacts=[
            {"role": "泊川市数据局数据应用科", "phone": "0946-8807731"},
            {"role": "泊川市水文水资源监测中心", "email": "swzx@bochuan.example.cn"},
        ],
    )
    return "answers.html", facts, _ANSWERS
