"""Eight notices more: tracks of a sentence with an annex of cells, contacts of each track, two rubrics, places for cities in a table,
awards by shares, days with strokes and points, a page of nested headings, a letter of thanks that asks for entries again. Written by
somebody who had read the importer by then, but scored before it was changed for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.intake.corpus.made_up import Facts, Track, each
from tests.intake.corpus.render import Pieces, pieces_of
from tests.intake.corpus.third import CONTEST, FORMS, each_of, facts_of, over_all, phase, shares
from tests.intake.corpus.twenty_third import plain_rubric, told_tracks

__all__ = ["CONTEST", "FORMS", "notices"]


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces or text, how it is rendered."""
    yield *_annex_of_cells(), {}
    yield *_contacts_of_tracks(), {"numbered": True}
    for made in (_two_rubrics, _places, _by_shares, _strokes, _nested_heads, _asked_again):
        yield *made(), {}


def _annex_of_cells() -> tuple[str, Facts, Pieces]:
    names = (
        "工业制造",
        "现代农业",
        "交通运输",
        "金融服务",
        "文化旅游",
        "医疗健康",
        "应急管理",
        "城市治理",
        "人工智能",
        "低空经济",
    )
    titles = (
        ("火电机组煤耗寻优", "煤化工管网腐蚀预测", "装备备件共享"),
        ("羊肉产地溯源", "灌区水量智能分配"),
        ("重卡换电站选址", "戈壁公路沙害预警"),
        ("枸杞产业链信贷", "绿色电力证书质押"),
        ("岩画风化监测", "星空旅游气象服务", "葡萄酒庄客流引导"),
        ("互联网医院质控", "心脑血管急救协同"),
        ("贺山山洪临灾转移", "危化品车辆轨迹预警"),
        ("集中供热二网平衡", "城市内涝模拟"),
        ("智算中心任务调度", "方言语音数据集"),
        ("无人机巡线数据服务", "低空气象网格"),
    )
    tracks = [Track(name, [], each(*own)) for name, own in zip(names, titles, strict=True)]
    facts = facts_of(
        2026,
        "宁朔",
        theme="数聚宁朔 智领未来",
        number="宁朔数发〔2026〕16号",
        title="宁朔省数据局等10部门关于举办2026年“云帆”数据创新大赛宁朔分赛的通知",
        issuers=["宁朔省数据局", "宁朔省工业和信息化厅"],
        issued=date(2026, 5, 28),
        organisers={
            "hosts": ["宁朔省数据局", "省工业和信息化厅", "省农业农村厅", "省应急厅"],
            "undertakers": ["宁朔省数据中心", "中卫云数据产业有限公司"],
            "supporters": ["宁朔大学", "宁朔电信公司"],
        },
        url="https://saishi.ningshuo.example.cn",
        phases=[
            phase("报名阶段", "registration", "6月1日至7月10日", date(2026, 6, 1), date(2026, 7, 10)),
            phase("初赛阶段", "review", "7月11日—25日", date(2026, 7, 11), date(2026, 7, 25)),
            phase("公示阶段", "publicity", "7月下旬", date(2026, 7, 21), date(2026, 7, 31), approximate="ten-day"),
            phase("决赛阶段", "final", "8月", date(2026, 8, 1), date(2026, 8, 31), approximate="month"),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖", "优秀奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 1), ("三等奖", 2), ("优秀奖", 3)),
        forms=["奖牌", "证书"],
        quota=10,
        at_most=True,
        days=(5, "working"),
        people=5,
        materials=["项目申报书", "证明材料", "承诺书"],
        benefits=["政策激励", "算力保障", "成果转化"],
        contacts=[
            {"role": "宁朔省数据局", "phone": "0951-88007101"},
            {"role": "宁朔省数据中心", "phone": "0951-88007102"},
        ],
    )
    rows = "\n".join(
        f"|{name}|" + "\\n".join(f"{at}.{title}" for at, title in enumerate(own, 1)) + "|"
        for name, own in zip(names, titles, strict=True)
    )
    text = f"""
~ 宁朔数发〔2026〕16号
= 宁朔省数据局等10部门关于举办2026年“云帆”数据创新大赛宁朔分赛的通知
各地级市人民政府，省直有关单位：
为充分释放数据要素乘数效应，决定举办2026年“云帆”数据创新大赛宁朔分赛。现将有关事项通知如下。
#1 一、大赛主题
数聚宁朔 智领未来
#1 二、组织机构
（一）主办单位：宁朔省数据局、省工业和信息化厅、省农业农村厅、省应急厅
（二）承办单位：宁朔省数据中心、中卫云数据产业有限公司
（三）支持单位：宁朔大学、宁朔电信公司
#1 三、赛道设置
设置工业制造、现代农业、交通运输、金融服务、文化旅游、医疗健康、应急管理、城市治理8个行业赛道和人工智能、低空经济2个特色赛道，共22个赛题，详见附件。
#1 四、赛程安排
（一）报名阶段（6月1日至7月10日）。参赛单位登录https://saishi.ningshuo.example.cn注册，上传项目申报书、证明材料、承诺书。
（二）初赛阶段（7月11日—25日）。各赛道组织专家线上评审，按得分取前8名。
（三）公示阶段（7月下旬）。晋级名单公示5个工作日。
（四）决赛阶段（8月，具体时间另行通知）。现场路演答辩。
#1 五、参赛要求
（一）参赛单位为独立法人，近三年无违法违规记录。
（二）每支团队参赛人员最多5人。
#1 六、奖项设置
各赛道均设一等奖1个、二等奖1个、三等奖2个、优秀奖3个，颁发奖牌和证书。按不超过10个的名额推荐项目参加全国总决赛。
#1 七、激励措施
1.政策激励。获奖项目优先纳入省级数字化转型试点。
2.算力保障。提供价值30万元以内的智算资源包。
3.成果转化。获奖项目落地的，给予最高200万元奖补。
#1 八、联系方式
宁朔省数据局　0951-88007101
宁朔省数据中心　0951-88007102
附件：宁朔分赛赛题指南
> 宁朔省数据局　宁朔省工业和信息化厅
> 2026年5月28日
---
附件
= 宁朔分赛赛题指南
|赛道|赛题|
{rows}
"""
    return "annex-of-cells.docx", facts, pieces_of(text)


def _contacts_of_tracks() -> tuple[str, Facts, Pieces]:
    tracks = told_tracks(
        """
        * 工业制造 | 市工信局
        精密铸件缺陷检测 | 用射线图像训练模型，减少误判。
        柔性产线排程 | 打通订单和设备数据，缩短换线时间。
        * 商贸流通 | 市商务局
        小商品价格指数 | 汇集成交和库存数据，发布指数。
        外贸订单风险识别 | 结合海关与信保数据提示风险。
        * 城市治理 | 市综合行政执法局
        店招店牌安全巡查 | 以街景图像识别隐患。
        垃圾分类溯源 | 以称重与图像数据定位问题小区。
        """
    )
    facts = facts_of(
        2026,
        "乌婺",
        theme="数贸乌婺",
        number="乌数〔2026〕9号",
        title="关于举办2026年“云帆”数据创新大赛乌婺分赛的通知",
        issuers=["乌婺市数据局"],
        issued=date(2026, 4, 14),
        organisers={
            "guiding": ["乌婺市人民政府"],
            "hosts": ["乌婺市数据局", "乌婺市商务局"],
            "undertakers": ["乌婺数据发展有限公司"],
        },
        phases=[
            phase("报名", "registration", "4月15日至5月25日", date(2026, 4, 15), date(2026, 5, 25)),
            phase("初审", "review", "5月26日至5月31日", date(2026, 5, 26), date(2026, 5, 31)),
            phase("复审", "review", "6月1日至6月10日", date(2026, 6, 1), date(2026, 6, 10)),
            phase("决赛", "final", "6月25日", date(2026, 6, 25), date(2026, 6, 25)),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3)),
        prizes={"一等奖": 30000, "二等奖": 20000, "三等奖": 10000},
        people=5,
        materials=["报名表", "项目方案", "佐证材料"],
        contacts=[
            {"role": "市工信局", "phone": "0579-88001011"},
            {"role": "市商务局", "phone": "0579-88001012"},
            {"role": "市综合行政执法局", "phone": "0579-88001013"},
            {"role": "乌婺市数据局", "phone": "0579-88001010"},
        ],
    )
    chapters = "\n".join(
        f"#2 {track.field}赛道（指导单位：{track.units[0]}）\n"
        + "\n".join(f"#3 {topic.title}。{topic.text}" for topic in track.topics)
        for track in tracks
    )
    text = f"""
~ 乌数〔2026〕9号
= 关于举办2026年“云帆”数据创新大赛乌婺分赛的通知
各镇街，市级有关部门，各有关企业：
为推进数据要素市场化配置改革，经市政府同意，举办2026年“云帆”数据创新大赛乌婺分赛。现将有关事项通知如下：
#1 大赛主题
数贸乌婺
#1 组织架构
指导单位：乌婺市人民政府
主办单位：乌婺市数据局、乌婺市商务局
承办单位：乌婺数据发展有限公司
#1 赛道设置
{chapters}
#1 时间安排
|环节|时间|形式|
|报名|4月15日至5月25日|线上|
|初审|5月26日至5月31日|线上|
|复审|6月1日至6月10日|线上|
|决赛|6月25日|线下|
#1 参赛要求
#2 企业、高校、科研院所、个体工商户均可参赛，每个团队不超过5人。
#2 报名需提交报名表、项目方案、佐证材料，材料一经提交不予退还。
#1 奖项设置
每个赛道设一等奖1名，奖金3万元；二等奖2名，奖金各2万元；三等奖3名，奖金各1万元。
#1 联系方式
|赛道|联系单位|联系人|联系电话|
|工业制造|市工信局|何样|0579-88001011|
|商贸流通|市商务局|施例|0579-88001012|
|城市治理|市综合行政执法局|吕样|0579-88001013|
|综合协调|乌婺市数据局|严例|0579-88001010|
> 乌婺市数据局
> 2026年4月14日
"""
    return "contacts-of-tracks.docx", facts, pieces_of(text)


def _two_rubrics() -> tuple[str, Facts, Pieces]:
    tracks = told_tracks(
        """
        * 科技创新 | 市科委
        脑机数据集建设 | 面向临床研究建立规范的脑电数据集。
        生物样本库检索 | 打通多家机构样本目录，支持快速检索。
        * 金融服务 | 市委金融办
        数据资产入表估值 | 建立分行业的估值模型和案例库。
        航运金融单证核验 | 融合提单、仓单与轨迹数据。
        * 绿色低碳 | 市生态环境局
        虚拟电厂负荷聚合 | 聚合楼宇、充电桩可调负荷。
        产品碳足迹测算 | 贯通上下游排放因子数据。
        """
    )
    facts = facts_of(
        2026,
        "申港",
        theme="数赋申港",
        title="2026年“云帆”数据创新大赛申港分赛实施方案",
        issuers=["申港市数据局"],
        issued=date(2026, 3, 31),
        organisers={
            "hosts": ["申港市数据局", "申港市科学技术委员会"],
            "undertakers": ["申港数据交易所"],
            "supporters": ["申港交通大学", "申港人工智能实验室", "申港产业投资集团"],
        },
        phases=[
            phase("作品征集", "registration", "4月1日—5月20日", date(2026, 4, 1), date(2026, 5, 20)),
            phase("初赛", "review", "5月25日—6月5日", date(2026, 5, 25), date(2026, 6, 5)),
            phase("辅导培育", "other", "6月8日—6月30日", date(2026, 6, 8), date(2026, 6, 30)),
            phase("决赛", "final", "7月9日", date(2026, 7, 9), date(2026, 7, 9)),
        ],
        tracks=tracks,
        levels=["特等奖", "一等奖", "二等奖"],
        quotas=over_all(("特等奖", 1), ("一等奖", 3), ("二等奖", 6)),
        prizes={"特等奖": 300000, "一等奖": 100000, "二等奖": 50000},
        quota=6,
        people=6,
        contacts=[{"role": "申港数据交易所", "email": "saishi@shengang.example.com"}],
        attachments=["初赛评分标准", "决赛评分标准"],
    )
    guide = "\n".join(
        f"{n}.{track.field}（指导单位：{track.units[0]}）\n"
        + "\n".join(f"（{at}）{topic.title}：{topic.text}" for at, topic in enumerate(track.topics, 1))
        for n, track in enumerate(tracks, 1)
    )
    text = f"""
= 2026年“云帆”数据创新大赛申港分赛实施方案
为办好2026年“云帆”数据创新大赛申港分赛，特制定本方案。
一、大赛主题
数赋申港
二、组织单位
主办单位：申港市数据局、申港市科学技术委员会
承办单位：申港数据交易所
协办单位：申港交通大学、申港人工智能实验室、申港产业投资集团
三、赛道设置
本届大赛设3个赛道。
{guide}
四、赛程安排
1.作品征集：4月1日—5月20日。面向全球征集作品，数据交易所官网同步开放提交入口。
2.初赛：5月25日—6月5日。按附件1评分，得分前20名晋级。
3.辅导培育：6月8日—6月30日。为晋级团队配备导师。
4.决赛：7月9日。现场路演，按附件2评分。
五、参赛条件
企业、高校、科研机构或自然人团队均可参赛，每队人数不超过6人。
六、奖项设置
大赛共设特等奖1名、一等奖3名、二等奖6名，奖金分别为30万元、10万元、5万元。推荐6个项目参加全国总决赛。
七、联系方式
申港数据交易所，邮箱：saishi@shengang.example.com
附件：1.初赛评分标准
2.决赛评分标准
> 申港市数据局
> 2026年3月31日
---
附件1
= 初赛评分标准
|评分维度|分值|评分说明|
|数据价值|40|数据规模、质量和稀缺性|
|技术方案|30|先进、可行|
|应用前景|30|市场空间和社会效益|
---
附件2
= 决赛评分标准
|评分维度|分值|评分说明|
|商业模式|35|盈利模式清晰|
|数据合规|25|来源合法、授权完备|
|团队实力|20|结构合理|
|现场展示|20|表达清楚，答辩准确|
"""
    return "two-rubrics.pdf", _Judged(**vars(facts)), pieces_of(text)


class _Judged(Facts):
    """Facts with two rubrics."""

    def items(self) -> list[tuple[str, str, str]]:
        """The facts, those of both rubrics with them."""
        first = plain_rubric("初赛评分标准", 数据价值=40, 技术方案=30, 应用前景=30)
        second = plain_rubric("决赛评分标准", 商业模式=35, 数据合规=25, 团队实力=20, 现场展示=20)
        made: list[tuple[str, str, str]] = []
        for rubric in (first, second):
            self.rubric = rubric
            made += [item for item in super().items() if item not in made]
        return made


def _places() -> tuple[str, Facts, Pieces]:
    tracks = told_tracks(
        """
        * 工业制造 | 省工业和信息化厅
        稀土冶炼尾水监测 |
        商用车排放远程诊断 |
        * 现代农业 | 省农业农村厅
        小麦赤霉病预报 |
        黄牛养殖精准饲喂 |
        * 交通运输 | 省交通运输厅
        高铁枢纽换乘组织 |
        * 文化旅游 | 省文化和旅游厅
        大遗址保护巡查 |
        豫韵戏曲数据集 |
        * 应急管理 | 省应急管理厅
        蓄滞洪区人员转移 |
        """
    )
    facts = facts_of(
        2026,
        "中豫",
        theme="数润中原 豫见未来",
        number="豫数局〔2026〕30号",
        title="关于举办2026年“云帆”数据创新大赛中豫分赛的通知",
        issuers=["中豫省行政审批和政务信息管理局"],
        issued=date(2026, 5, 6),
        organisers={
            "hosts": ["省行政审批政务信息管理局", "省工业和信息化厅", "省农业农村厅"],
            "undertakers": ["中豫省大数据中心", "中豫数据集团有限公司"],
        },
        url="https://zyfs.example.gov.cn",
        phases=[
            phase("市级选拔", "review", "5月—6月", date(2026, 5, 1), date(2026, 6, 30), approximate="month"),
            phase("省级报名", "registration", "6月25日至7月5日", date(2026, 6, 25), date(2026, 7, 5)),
            phase("省级初赛", "review", "7月10日至7月20日", date(2026, 7, 10), date(2026, 7, 20)),
            phase("省级决赛", "final", "8月6日", date(2026, 8, 6), date(2026, 8, 6)),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 2), ("二等奖", 3), ("三等奖", 5)),
        special=["优秀组织奖", "优秀指导奖"],
        quota=15,
        at_most=True,
        people=5,
        contacts=[{"role": "中豫省大数据中心", "phone": "0371-88006006"}],
        attachments=["赛题目录", "各市推荐名额分配表"],
    )
    rows = "\n".join(
        f"|{track.field if not at else '^'}|{track.units[0] if not at else '^'}|{topic.title}|"
        for track in tracks
        for at, topic in enumerate(track.topics)
    )
    text = f"""
~ 豫数局〔2026〕30号
= 关于举办2026年“云帆”数据创新大赛中豫分赛的通知
各省辖市数据主管部门，省直有关单位：
现就举办2026年“云帆”数据创新大赛中豫分赛有关事项通知如下。
#1 一、主题
数润中原 豫见未来
#1 二、组织机构
主办单位：省行政审批政务信息管理局、省工业和信息化厅、省农业农村厅
承办单位：中豫省大数据中心、中豫数据集团有限公司
#1 三、赛道赛题
围绕工业制造、现代农业、交通运输、文化旅游、应急管理设置5个赛道，赛题目录见附件1。
#1 四、赛程安排
（一）市级选拔（5月—6月）。各市按照推荐名额（附件2）择优推荐。
（二）省级报名（6月25日至7月5日）。经推荐的团队登录https://zyfs.example.gov.cn完善信息。
（三）省级初赛（7月10日至7月20日）。专家网络评审。
（四）省级决赛（8月6日）。现场路演。
#1 五、参赛要求
参赛主体为独立法人，每队参赛代表不超过5人。每家单位最多推荐3个项目。
#1 六、奖项设置
每个赛道设一等奖2个、二等奖3个、三等奖5个；设优秀组织奖、优秀指导奖若干。获一等奖的项目按程序推荐参加全国总决赛，推荐总数不超过15个。
#1 七、联系方式
中豫省大数据中心，0371-88006006
附件：1.赛题目录
2.各市推荐名额分配表
> 中豫省行政审批和政务信息管理局
> 2026年5月6日
---
附件1
= 赛题目录
|赛道|指导单位|赛题|
{rows}
---
附件2
= 各市推荐名额分配表
|序号|市|名额|序号|市|名额|
|1|郑原市|20|5|许陵市|8|
|2|洛邑市|15|6|信阳关市|8|
|3|开汴市|10|7|南宛市|10|
|4|安殷市|8|8|周陈市|8|
"""
    return "places-for-cities.docx", facts, pieces_of(text)


def _by_shares() -> tuple[str, Facts, Pieces]:
    tracks = [
        Track("智慧物流", ["市交通运输局"], each("仓配一体调度", "跨境冷链监测")),
        Track("数字文创", ["市文化和旅游局"], each("三国文化数字人", "川戏脸谱数据集", "古镇导览")),
        Track("智慧养老", ["市民政局"], each("居家安全监测", "助餐点布局")),
    ]
    facts = facts_of(
        2025,
        "锦官",
        title="2025年“云帆”数据创新大赛锦官分赛大学生专项赛章程",
        issuers=["锦官市数据局", "锦官市教育局"],
        issued=date(2025, 9, 8),
        organisers={
            "hosts": ["锦官市数据局", "锦官市教育局"],
            "undertakers": ["锦官信息工程大学"],
            "supporters": ["锦官软件产业园"],
        },
        url="https://stu.jinguan.example.edu.cn",
        phases=[
            phase("校内选拔", "review", "2025年9月", date(2025, 9, 1), date(2025, 9, 30), approximate="month"),
            phase("网上报名", "registration", "2025年10月8日至10月20日", date(2025, 10, 8), date(2025, 10, 20)),
            phase("初赛", "review", "2025年10月下旬", date(2025, 10, 21), date(2025, 10, 31), approximate="ten-day"),
            phase("决赛", "final", "2025年11月15日", date(2025, 11, 15), date(2025, 11, 15)),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=shares("track", "参赛队伍数", ("一等奖", 0.05), ("二等奖", 0.1), ("三等奖", 0.2)),
        special=["优秀指导教师奖", "优秀组织奖"],
        forms=["证书"],
        people=5,
        materials=["报名表", "作品报告", "演示视频"],
        contacts=[{"role": "锦官信息工程大学教务处", "phone": "028-88003456"}],
    )
    text = """
= 2025年“云帆”数据创新大赛锦官分赛大学生专项赛章程
第一章 总则
第一条 为提升大学生数据素养，举办2025年“云帆”数据创新大赛锦官分赛大学生专项赛。
第二条 组织单位
主办单位：锦官市数据局、锦官市教育局
承办单位：锦官信息工程大学
支持单位：锦官软件产业园
第二章 赛道与赛题
第三条 大赛设3个赛道。
（一）智慧物流赛道（市交通运输局指导）：仓配一体调度、跨境冷链监测2个赛题。
（二）数字文创赛道（市文化和旅游局指导）：三国文化数字人、川戏脸谱数据集、古镇导览3个赛题。
（三）智慧养老赛道（市民政局指导）：居家安全监测、助餐点布局2个赛题。
第三章 参赛
第四条 全日制在校学生均可参赛，每队不超过5人，指导教师不超过2人。
第五条 参赛队伍应提交报名表、作品报告、演示视频。
第六条 官方网站：https://stu.jinguan.example.edu.cn，报名、提交作品均在官方网站进行。
第四章 赛程
第七条 赛程安排如下：
（一）校内选拔：2025年9月，由各高校自行组织。
（二）网上报名：2025年10月8日至10月20日。
（三）初赛：2025年10月下旬，网络评审。
（四）决赛：2025年11月15日，现场答辩。
第五章 奖励
第八条 各赛道按参赛队伍数的5%、10%、20%评出一等奖、二等奖、三等奖，颁发证书。
第九条 设优秀指导教师奖、优秀组织奖。
第六章 附则
第十条 咨询电话：028-88003456（锦官信息工程大学教务处）。
> 锦官市数据局　锦官市教育局
> 2025年9月8日
"""
    return "awards-by-shares.txt", facts, pieces_of(text)


def _strokes() -> tuple[str, Facts, Pieces]:
    tracks = [
        Track("现代农业", [], each("鱼米之乡水产溯源", "柑橘品质无损检测")),
        Track("城市治理", [], each("城中村用电安全", "噪声投诉定位", "占道经营识别")),
    ]
    facts = facts_of(
        2026,
        "荆沙",
        theme="数聚荆沙 赋能千行",
        title="2026年“云帆”数据创新大赛荆沙分赛公告",
        issuers=["荆沙市数据局"],
        issued=date(2026, 5, 6),
        organisers={"hosts": ["荆沙市数据局"], "undertakers": ["荆沙市数字产业协会"]},
        url="http://www.jsds.example.com",
        phases=[
            phase("报名", "registration", "2026/5/8-2026/6/18", date(2026, 5, 8), date(2026, 6, 18)),
            phase("初赛", "review", "2026/6/22-2026/6/30", date(2026, 6, 22), date(2026, 6, 30)),
            phase("决赛", "final", "2026/7/16", date(2026, 7, 16), date(2026, 7, 16)),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 2), ("二等奖", 4), ("三等奖", 6)),
        prizes={"一等奖": 20000, "二等奖": 10000, "三等奖": 5000},
        people=5,
        materials=["申报表", "方案", "视频"],
        contacts=[
            {"role": "荆沙市数字产业协会", "phone": "0716-8800299"},
            {"role": "荆沙市数字产业协会", "email": "jssz@jsds.example.com"},
        ],
    )
    text = """
= 2026年“云帆”数据创新大赛荆沙分赛公告
荆沙市数据局　2026年5月6日
#1 大赛概况
|项目|内容|
|大赛主题|数聚荆沙 赋能千行|
|主办单位|荆沙市数据局|
|承办单位|荆沙市数字产业协会|
|参赛团队|每队1-5人|
|报名网站|http://www.jsds.example.com|
|提交材料|申报表、方案、视频|
#1 赛题一览
|赛道|编号|赛题|
|现代农业|N01|鱼米之乡水产溯源|
|^|N02|柑橘品质无损检测|
|城市治理|C01|城中村用电安全|
|^|C02|噪声投诉定位|
|^|C03|占道经营识别|
#1 日程
|事项|日期|
|报名|2026/5/8-2026/6/18|
|初赛|2026/6/22-2026/6/30|
|决赛|2026/7/16|
#1 奖励
|奖项|个数|奖金|
|一等奖|2|¥20,000|
|二等奖|4|¥10,000|
|三等奖|6|¥5,000|
#1 联系我们
荆沙市数字产业协会 电话：0716-8800299 邮箱：jssz@jsds.example.com
"""
    return "strokes-and-points.html", facts, pieces_of(text)


def _nested_heads() -> tuple[str, Facts, str]:
    tracks = [
        Track("交通运输", ["港航管理局"], each("拖轮调度", "航道淤积预测")),
        Track("商贸流通", ["口岸办公室"], each("中欧班列补货", "汽车滚装出口追踪")),
    ]
    facts = facts_of(
        2026,
        "连岛",
        theme="港通天下 数联未来",
        number="连数〔2026〕3号",
        title="关于开展2026年“云帆”数据创新大赛连岛分赛的通知",
        issuers=["连岛市数据局"],
        issued=date(2026, 3, 6),
        organisers={
            "hosts": ["连岛市数据局", "连岛港控股集团"],
            "undertakers": ["连岛海洋大学"],
        },
        phases=[
            phase("报名", "registration", "3月10日—4月20日", date(2026, 3, 10), date(2026, 4, 20)),
            phase("初评", "review", "4月27日—5月8日", date(2026, 4, 27), date(2026, 5, 8)),
            phase("决赛", "final", "5月28日", date(2026, 5, 28), date(2026, 5, 28)),
        ],
        tracks=tracks,
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 2)),
        prizes={"一等奖": 50000, "二等奖": 20000, "三等奖": 10000},
        people=6,
        days=(5, "working"),
        contacts=[{"role": "连岛海洋大学科技处", "phone": "0518-88004242"}],
    )
    text = """# 关于开展2026年“云帆”数据创新大赛连岛分赛的通知

连数〔2026〕3号

各县区数据局、各有关单位：

根据工作安排，开展2026年“云帆”数据创新大赛连岛分赛，现通知如下。

## 1. 总体安排

### 1.1 主题

港通天下 数联未来

### 1.2 组织单位

- 主办：连岛市数据局、连岛港控股集团
- 承办：连岛海洋大学

## 2. 赛道

### 2.1 交通运输赛道

> 指导单位：港航管理局

1. 拖轮调度
2. 航道淤积预测

### 2.2 商贸流通赛道

> 指导单位：口岸办公室

1. 中欧班列补货
2. 汽车滚装出口追踪

## 3. 流程

### 3.1 报名（3月10日—4月20日）

每个团队不超过6人，线上提交。

### 3.2 初评（4月27日—5月8日）

专家函评，每个赛道取前10名。

### 3.3 决赛（5月28日）

现场答辩。结果公示5个工作日。

## 4. 奖励

| 奖项 | 每个赛道 | 奖金 |
| --- | --- | --- |
| 一等奖 | 1 | 5万元 |
| 二等奖 | 2 | 2万元 |
| 三等奖 | 2 | 1万元 |

## 5. 联系

连岛海洋大学科技处 0518-88004242

连岛市数据局

2026年3月6日
"""
    return "nested-heads.md", facts, text


def _asked_again() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "琼湾",
        number="琼湾数函〔2026〕27号",
        title="关于延长2026年“云帆”数据创新大赛琼湾分赛报名时间的通知",
        issuers=["琼湾市营商环境建设局"],
        issued=date(2026, 6, 12),
        url="https://qw.example.cn/sai",
        phases=[
            phase("报名", "registration", "6月30日24时", None, date(2026, 6, 30)),
            phase("初赛", "review", "7月中旬", date(2026, 7, 11), date(2026, 7, 20), approximate="ten-day"),
            phase("决赛", "final", "8月上旬", date(2026, 8, 1), date(2026, 8, 10), approximate="ten-day"),
        ],
        contacts=[{"role": "分赛组委会办公室", "phone": "0898-88001606"}],
    )
    text = """
~ 琼湾数函〔2026〕27号
= 关于延长2026年“云帆”数据创新大赛琼湾分赛报名时间的通知
各参赛单位：
2026年“云帆”数据创新大赛琼湾分赛自5月启动以来，得到社会各界广泛关注，截至6月10日已有163个团队报名。应部分参赛单位要求，现将报名时间延长，有关事项通知如下：
一、报名截止时间由6月15日24时延长至6月30日24时。
二、初赛时间相应调整至7月中旬，决赛时间相应调整至8月上旬。
三、尚未报名的团队请登录https://qw.example.cn/sai报名，已报名的团队可在截止时间前修改材料。
四、其他事项仍按《关于举办2026年“云帆”数据创新大赛琼湾分赛的通知》（琼湾数发〔2026〕11号）执行。
联系电话：0898-88001606（分赛组委会办公室）。
> 琼湾市营商环境建设局
> 2026年6月12日
"""
    return "entering-goes-on.txt", facts, pieces_of(text)
