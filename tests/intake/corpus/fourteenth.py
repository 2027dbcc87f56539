"""Eight notices shaped after real ones by somebody who does not know the importer: a plateau's four tracks of directions, a
plan whose tables run over pages, a letter to departments, a notice of nine offices with a composite track, a portal page
with cells of lists, a students' contest by shares, an airport group's rules, a supplement that adds a track.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.intake.corpus.made_up import Directed, Facts, Grouped, Topic, Track
from tests.intake.corpus.render import Pieces, told
from tests.intake.corpus.third import CONTEST, FORMS, each_of, facts_of, over_all, phase, shares

__all__ = ["CONTEST", "FORMS", "notices"]


def notices() -> Iterator[tuple[str, Facts, Pieces | str, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces or text, how it is rendered."""
    for made in (_plateau, _plan, _letter, _nine, _cells, _students, _airport, _supplement):
        name, facts, pieces, *how = made()
        yield name, facts, pieces, how[0] if how else {}


_SAID = (
    "针对实际业务中的难点，融合两类以上数据，给出应用前后的对比。",
    "说明数据从哪里取得、怎样处理、由谁使用，并提供用户评价。",
    "鼓励把公共数据和企业数据结合起来，形成可以持续运营的产品。",
    "方案应当能够在一个县或者一家企业先行试用，再逐步推开。",
)


def pieces_of(text: str) -> Pieces:
    """Pieces of a text as `told` has them; lines that begin with `|` are rows of a table, `^` goes on with the cell above."""
    made: Pieces = []
    rows: list[list[str | None]] = []
    for line in text.strip("\n").splitlines():
        if line.startswith("|"):
            rows.append([None if cell == "^" else cell.replace("\\n", "\n") for cell in line.strip("|").split("|")])
            continue
        if rows:
            made.append(("table", rows))
            rows = []
        made += told(line)
    return [*made, ("table", rows)] if rows else made


def each(*titles: str) -> list[Topic]:
    """Topics by their titles alone."""
    return [Topic(title, "") for title in titles]


def directed(groups: dict[str, tuple[str, ...]]) -> list[Topic]:
    """Topics under the directions of their track."""
    return [Directed(title, "", [], group) for group, titles in groups.items() for title in titles]


def grouped(year: int, place: str, **told_facts: Any) -> Grouped:
    """What a branch's notice tells where topics stand in groups."""
    return Grouped(year, place, CONTEST, f"{year}年“云帆”数据创新大赛{place}分赛", **told_facts)


_PLATEAU: dict[str, dict[str, tuple[str, ...]]] = {
    "算力协同": {
        "算力调度": ("跨区域训练任务排队优化", "闲置显卡共享"),
        "绿色算力": ("机房余热供暖测算", "水电丰枯期算力迁移"),
    },
    "数据流通": {
        "公共数据运营": ("不动产数据核验服务", "低收入人口动态识别"),
        "可信流通": ("白酒供应链可信空间", "隐私计算联合风控"),
        "数据资产": ("旅游数据资产估值",),
    },
    "场景应用": {
        "山地农业": ("辣椒价格监测预警", "坡耕地遥感核查"),
        "文旅融合": ("乡村足球赛客流服务", "苗绣纹样版权登记"),
        "安全韧性": ("高位隐蔽滑坡识别", "高速桥隧病害预测"),
    },
    "产业培育": {
        "数据标注": ("少数民族语音标注", "煤矿视频标注"),
        "智能体": ("招商政策智能问答", "产业链图谱生成"),
    },
}


def _plateau() -> tuple[str, Facts, Pieces, dict[str, Any]]:
    facts = grouped(
        2025,
        "黔峰",
        theme="算启高原 数聚群峰",
        number="黔峰数〔2025〕9号",
        title="黔峰省大数据发展管理局关于举办2025年“云帆”数据创新大赛黔峰分赛的通知",
        issuers=["黔峰省大数据发展管理局"],
        issued=date(2025, 5, 16),
        bases=["《黔峰省数据要素市场化配置改革实施方案》"],
        organisers={
            "guiding": ["黔峰省人民政府"],
            "hosts": ["黔峰省大数据发展管理局"],
            "undertakers": ["黔峰云谷新区管理委员会", "黔峰大数据集团有限公司"],
            "supporters": ["黔峰大学", "云上黔峰产业联盟", "黔峰银行"],
            "secretariat": ["黔峰省大数据发展管理局数据产业处"],
        },
        url="https://race.qianfeng.example.com",
        phases=[
            phase(
                "启动仪式", "preparation", "2025年5月下旬", date(2025, 5, 21), date(2025, 5, 31), approximate="ten-day"
            ),
            phase("报名征集", "registration", "2025年5月26日至7月31日", date(2025, 5, 26), date(2025, 7, 31)),
            phase("资格审核", "review", "2025年8月上旬", date(2025, 8, 1), date(2025, 8, 10), approximate="ten-day"),
            phase("初赛", "review", "2025年8月中旬", date(2025, 8, 11), date(2025, 8, 20), approximate="ten-day"),
            phase("复赛", "review", "2025年9月6日至7日", date(2025, 9, 6), date(2025, 9, 7)),
            phase("总决赛", "final", "2025年10月", date(2025, 10, 1), date(2025, 10, 31), approximate="month"),
            phase(
                "颁奖典礼", "ceremony", "2025年11月上旬", date(2025, 11, 1), date(2025, 11, 10), approximate="ten-day"
            ),
        ],
        tracks=[Track(name, [], directed(groups)) for name, groups in _PLATEAU.items()],
        levels=["特等奖", "一等奖", "二等奖", "三等奖"],
        quotas=[*over_all(("特等奖", 1)), *each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3))],
        prizes={"特等奖": 200000, "一等奖": 100000, "二等奖": 50000, "三等奖": 30000},
        people=10,
        quota=20,
        sme=0.25,
        days=(7, "working"),
        materials=["参赛作品申报书", "数据来源说明", "作品演示视频", "参赛承诺书"],
        benefits=["算力券支持", "场景优先采购", "融资服务"],
        rubric={
            "name": "评审指标",
            "total": 100,
            "indicators": [
                {
                    "name": "数据基础",
                    "children": [{"name": "数据质量", "points": 10}, {"name": "数据规模", "points": 10}],
                },
                {
                    "name": "应用创新",
                    "children": [
                        {"name": "技术创新", "points": 20},
                        {"name": "模式创新", "points": 15},
                    ],
                },
                {
                    "name": "价值贡献",
                    "children": [
                        {"name": "经济效益", "points": 20},
                        {"name": "社会效益", "points": 10},
                        {"name": "推广前景", "points": 15},
                    ],
                },
            ],
        },
        contacts=[
            {"role": "黔峰省大数据发展管理局数据产业处", "phone": "0860-88007300"},
            {"role": "黔峰大数据集团有限公司", "phone": "0860-88007301"},
            {"role": "黔峰大数据集团有限公司", "email": "race@qianfeng.example.com"},
        ],
        attachments=["赛道、方向及赛题", "评审指标"],
    )
    guide = ""
    for han, (track, groups) in zip("一二三四", _PLATEAU.items(), strict=True):
        guide += f"赛道{han}　{track}赛道\n"
        for number, (group, titles) in zip("一二三", groups.items(), strict=False):
            guide += f"（{number}）{group}\n"
            for place, title in enumerate(titles, 1):
                guide += f"{place}.{title}。{_SAID[(len(guide) + place) % 4]}\n"
    pieces = pieces_of(
        f"""
~ 黔峰数〔2025〕9号
= 黔峰省大数据发展管理局关于举办2025年“云帆”数据创新大赛黔峰分赛的通知
各市（州）人民政府，云谷新区管委会，省直有关部门，各高等院校：
为落实《黔峰省数据要素市场化配置改革实施方案》，以算力、数据、应用、产业协同联动推动高质量发展，决定举办2025年“云帆”数据创新大赛黔峰分赛，赛期半年。现将有关事项通知如下。
#1 大赛主题
算启高原 数聚群峰
#1 组织机构
#2 指导单位：黔峰省人民政府
#2 主办单位：黔峰省大数据发展管理局
#2 承办单位：黔峰云谷新区管理委员会、黔峰大数据集团有限公司
#2 支持单位：黔峰大学、云上黔峰产业联盟、黔峰银行
#2 组委会办公室：设在黔峰省大数据发展管理局数据产业处，负责大赛日常工作
#1 赛道设置
大赛设算力协同、数据流通、场景应用、产业培育4个赛道，每个赛道下设2至3个方向，方向及赛题见附件1。参赛作品只能对应一个赛题。
#1 赛程安排
|阶段|时间|工作安排|
|启动仪式|2025年5月下旬|在云谷新区举行，发布赛题|
|报名征集|2025年5月26日至7月31日|登录大赛官网 https://race.qianfeng.example.com 报名并提交作品|
|资格审核|2025年8月上旬|核对参赛主体和材料，一次性告知补正|
|初赛|2025年8月中旬|网络评审，每个赛道选出25个作品|
|复赛|2025年9月6日至7日|线上答辩，每个赛道选出8个作品|
|总决赛|2025年10月|现场路演|
|颁奖典礼|2025年11月上旬|公布名次，签订合作协议|
#1 参赛要求
#2 参赛对象
境内注册的企业、高校、科研院所、社会组织，以及年满18周岁的个人均可参加。
#2 团队规模
每支队伍3—10人，队长为联络人。
#2 作品材料
提交的材料包括参赛作品申报书、数据来源说明、作品演示视频、参赛承诺书。
#1 奖项设置
#2 奖项和奖金
|奖项|数量|单个奖金（万元）|
|特等奖|全赛共1个|20|
|一等奖|每个赛道1个|10|
|二等奖|每个赛道2个|5|
|三等奖|每个赛道3个|3|
#2 公示
拟获奖作品在大赛官网公示7个工作日。
#2 推荐
公示无异议后，推荐20个作品参加全国总决赛，其中中小企业的作品不少于25%。
#1 支持政策
#2 算力券支持
获奖团队可以申领最高50万元的算力券。
#2 场景优先采购
同等条件下，省级部门优先采用获奖作品。
#2 融资服务
黔峰银行为获奖企业提供授信绿色通道。
#1 联系方式
黔峰省大数据发展管理局数据产业处：0860-88007300；黔峰大数据集团有限公司：0860-88007301，race@qianfeng.example.com。
附件：1.赛道、方向及赛题
2.评审指标
> 黔峰省大数据发展管理局
> 2025年5月16日
---
附件1
= 赛道、方向及赛题
{guide}---
附件2
= 评审指标
|一级指标|二级指标|分值|
|数据基础|数据质量|10|
|^|数据规模|10|
|应用创新|技术创新|20|
|^|模式创新|15|
|价值贡献|经济效益|20|
|^|社会效益|10|
|^|推广前景|15|
"""
    )
    return "qianfeng.docx", facts, pieces, {"numbered": True}


_PLAN_TRACKS = (
    (
        "工业制造",
        "省工业和信息化厅",
        "0941-88006101",
        ("鞋服柔性排产", "建筑陶瓷釉面缺陷检测", "石材荒料利用率提升", "锂电池一致性追溯"),
    ),
    ("现代农业", "省农业农村厅", "0941-88006102", ("茶叶山场溯源", "食用菌工厂化环境调控", "柑橘木虱监测")),
    (
        "海洋经济",
        "省海洋与渔业局",
        "0941-88006103",
        ("大黄鱼养殖赤潮预警", "渔船轨迹异常识别", "海上牧场运维调度", "海漂垃圾漂移预测"),
    ),
    ("文化旅游", "省文化和旅游厅", "0941-88006104", ("土楼客流承载测算", "闽腔戏曲声像修复", "海岛夜游安全")),
    ("两岸融合", "省委台港澳办", "0941-88006105", ("两岸行业标准比对", "台胞就业服务推荐", "小额贸易通关便利")),
    (
        "城市治理",
        "省住房和城乡建设厅",
        "0941-88006106",
        ("老旧电梯困人预警", "历史街区白蚁监测", "台风前树木倒伏排查", "二次供水水质异常发现"),
    ),
)


def _plan() -> tuple[str, Facts, Pieces]:
    committee = (
        "省数据管理局、省工业和信息化厅、省农业农村厅、省海洋与渔业局、省文化和旅游厅、省委台港澳办、省住房和城乡建设厅"
    )
    facts = facts_of(
        2026,
        "闽屿",
        theme="数通海丝 智绘山海",
        title="2026年“云帆”数据创新大赛闽屿分赛赛事方案",
        issued=date(2026, 4, 15),
        organisers={
            "guiding": ["云帆大赛全国组委会", "闽屿省人民政府"],
            "hosts": ["闽屿省数据管理局", "榕屿市人民政府"],
            "undertakers": ["闽屿大数据一级开发有限公司", "榕屿市数据管理局"],
            "supporters": ["海丝数据港", "闽屿省数字经济学会", "闽屿师范大学"],
            "committee": committee.split("、"),
            "secretariat": ["闽屿省经济信息中心"],
        },
        url="http://yf.minyu.example.cn",
        phases=[
            phase("赛事发布", "preparation", "4月20日", date(2026, 4, 20), date(2026, 4, 20)),
            phase("组队报名", "registration", "4月20日~6月10日", date(2026, 4, 20), date(2026, 6, 10)),
            phase("作品提交", "other", "6月11日~6月25日18:00", date(2026, 6, 11), datetime(2026, 6, 25, 18)),
            phase("初赛评审", "review", "7月1日~7月10日", date(2026, 7, 1), date(2026, 7, 10)),
            phase("入围公示", "publicity", "7月13日~7月17日", date(2026, 7, 13), date(2026, 7, 17)),
            phase("决赛路演", "final", "8月7日~8月8日", date(2026, 8, 7), date(2026, 8, 8)),
            phase("结果公示", "publicity", "8月10日~8月14日", date(2026, 8, 10), date(2026, 8, 14)),
            phase("颁奖交流", "ceremony", "8月下旬", date(2026, 8, 21), date(2026, 8, 31), approximate="ten-day"),
        ],
        tracks=[Track(name, [unit], each(*titles)) for name, unit, _, titles in _PLAN_TRACKS],
        levels=["金奖", "银奖", "铜奖", "优胜奖"],
        quotas=each_of(("金奖", 1), ("银奖", 2), ("铜奖", 3), ("优胜奖", 6)),
        prizes={"金奖": 50000, "银奖": 30000, "铜奖": 10000},
        special=["最佳组织奖", "最具投资潜力奖"],
        forms=["奖杯", "证书"],
        people=8,
        days=(5, "working"),
        quota=18,
        at_most=True,
        materials=["参赛申报书", "路演PPT", "演示视频", "真实性承诺函"],
        stages=["初赛评审", "决赛路演"],
        contacts=[{"role": "闽屿省经济信息中心", "phone": "0941-88006100"}]
        + [{"role": unit, "phone": number} for _, unit, number, _ in _PLAN_TRACKS],
    )
    rows, calls, number = "", "", 0
    for name, unit, call, titles in _PLAN_TRACKS:
        calls += f"|{name}|{unit}|{call}|\n"
        for place, title in enumerate(titles):
            number += 1
            about = _SAID[number % 4]
            rows += f"|{number}|{'^' if place else name}|{'^' if place else unit}|{title}|{about}|\n"
    pieces = pieces_of(
        f"""
= 2026年“云帆”数据创新大赛闽屿分赛
= 赛事方案
~ （2026年4月15日）
#1 第一部分　总体安排
#2 1.1 赛事背景
闽屿依山面海，产业门类多，公共数据汇聚较早。举办本次分赛，意在让数据走出机房、走进车间、田头和渔船。
#2 1.2 赛事主题
数通海丝 智绘山海
#2 1.3 组织机构
指导单位：云帆大赛全国组委会、闽屿省人民政府
主办单位：闽屿省数据管理局、榕屿市人民政府
承办单位：闽屿大数据一级开发有限公司、榕屿市数据管理局
协办单位：海丝数据港、闽屿省数字经济学会、闽屿师范大学
组委会成员单位：{committee}
组委会秘书处：闽屿省经济信息中心
#1 第二部分　赛道赛题
本次分赛设6个赛道、{number}个赛题，见下表。
|序|赛道|指导单位|赛题|要求|
{rows}#1 第三部分　赛程
|阶段|时间|形式|
|赛事发布|4月20日|线下，榕屿市|
|组队报名|4月20日~6月10日|赛事官网|
|作品提交|6月11日~6月25日18:00|赛事官网|
|初赛评审|7月1日~7月10日|线上|
|入围公示|7月13日~7月17日|赛事官网|
|决赛路演|8月7日~8月8日|线下，榕屿市|
|结果公示|8月10日~8月14日|赛事官网|
|颁奖交流|8月下旬|线下，榕屿市|
赛事官网：http://yf.minyu.example.cn
#1 第四部分　参赛办法
#2 4.1 参赛资格
在中华人民共和国境内登记的法人和其他组织均可报名，港澳台地区的高校和企业可以与境内单位联合报名。
#2 4.2 参赛队伍
每队不超过8人。同一单位在同一赛道最多报2队。
#2 4.3 参赛材料
参赛材料包括：参赛申报书、路演PPT、演示视频、真实性承诺函。
#1 第五部分　评审
#2 5.1 初赛评审
每件作品由5名专家独立打分，按平均分排序，每个赛道前12名入围。
#2 5.2 决赛路演
每队10分钟讲解、5分钟问答，专家和大众评审按八比二计分。
#1 第六部分　奖励
每个赛道设金奖1项、银奖2项、铜奖3项、优胜奖6项，颁发奖杯和证书。
|奖项|奖金|
|金奖|5万元|
|银奖|3万元|
|铜奖|1万元|
|优胜奖|无|
大赛另设最佳组织奖、最具投资潜力奖。入围名单和获奖结果各公示5个工作日。金奖、银奖作品由组委会择优推荐参加全国总决赛，数量控制在18项以内。
#1 第七部分　联系方式
赛事总咨询：闽屿省经济信息中心，0941-88006100。各赛道业务咨询如下：
|赛道|联系单位|联系电话|
{calls}"""
    )
    return "minyu.pdf", facts, pieces


def _letter() -> tuple[str, Facts, Pieces, dict[str, Any]]:
    names = "工业制造、现代农业、商贸流通、交通运输、金融服务、科技创新、文化旅游、医疗健康、应急管理、气象服务、城市治理、绿色低碳"
    facts = facts_of(
        2025,
        "津渡",
        theme="数联津渡 千帆竞发",
        number="津渡数函〔2025〕31号",
        title="津渡市数据局关于征集2025年“云帆”数据创新大赛津渡分赛参赛项目的函",
        issuers=["津渡市数据局"],
        issued=date(2025, 4, 14),
        organisers={
            "hosts": ["津渡市数据局"],
            "undertakers": ["津渡市大数据管理中心"],
            "supporters": ["津渡数据资产登记中心"],
        },
        phases=[
            phase("项目征集", "registration", "即日起至2025年6月20日", None, date(2025, 6, 20)),
            phase("项目评审", "review", "2025年7月至8月", date(2025, 7, 1), date(2025, 8, 31), approximate="month"),
            phase("公布结果", "other", "2025年9月底前", None, date(2025, 9, 30), approximate="part-of-month"),
        ],
        tracks=[Track(name, [], []) for name in names.split("、")],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 12), ("二等奖", 24), ("三等奖", 36)),
        people=5,
        quota=24,
        materials=["项目推荐表", "项目申报书", "查重报告"],
        contacts=[
            {"role": "市数据局数据资源处", "phone": "0862-88008310"},
            {"role": "市数据局数据资源处", "email": "sjzy@jindu.example.cn"},
        ],
        attachments=["项目推荐表", "项目申报书"],
    )
    pieces = pieces_of(
        f"""
> 津渡数函〔2025〕31号
= 津渡市数据局关于征集2025年“云帆”数据创新大赛津渡分赛参赛项目的函
津渡分赛组委会各成员单位，各区数据管理部门：
2025年“云帆”数据创新大赛津渡分赛以“数联津渡 千帆竞发”为主题，由津渡市数据局主办、津渡市大数据管理中心承办，津渡数据资产登记中心提供支持。为做好项目征集，现函告如下：
一、征集范围。{names}等12个赛道。
二、征集方式。组委会成员单位按职责推荐本行业项目，各区推荐本区项目。每个单位推荐的项目不超过5个，每个项目的参赛代表不超过5人。
三、时间安排。项目征集：即日起至2025年6月20日；项目评审：2025年7月至8月；公布结果：2025年9月底前。
四、报送材料。各推荐单位把项目推荐表、项目申报书、查重报告汇总后发送到市数据局邮箱。
五、奖项。全部赛道共评出一等奖12个、二等奖24个、三等奖36个，推荐其中24个参加全国总决赛。
六、联系方式。市数据局数据资源处冯某，电话0862-88008310，邮箱sjzy@jindu.example.cn。
附件：1. 项目推荐表
2. 项目申报书
> 津渡市数据局
> 2025年4月14日
"""
    )
    return "jindu.txt", facts, pieces, {"style": "gbk"}


_NINE = (
    "辽岬省数据局",
    "中共辽岬省委网络安全和信息化委员会办公室",
    "辽岬省科学技术厅",
    "辽岬省工业和信息化厅",
    "辽岬省交通运输厅",
    "辽岬省商务厅",
    "辽岬省文化和旅游厅",
    "辽岬省体育局",
    "辽岬省总工会",
)
_NINE_COMPOSITE = {
    "商贸流通": ("冰鲜水产电商损耗控制", "中欧班列回程货源匹配"),
    "文化旅游": ("冰雪季酒店价格监测", "红色工业遗址导览"),
    "医疗保障": ("辅助器具租赁监管",),
}


def _nine() -> tuple[str, Facts, Pieces]:
    facts = grouped(
        2026,
        "辽岬",
        theme="以数焕新 向海图强",
        number="辽岬数发〔2026〕12号",
        title="关于举办2026年“云帆”数据创新大赛辽岬分赛的通知",
        issuers=list(_NINE),
        issued=date(2026, 5, 29),
        organisers={
            "guiding": ["辽岬省人民政府"],
            "committee": list(_NINE),
            "secretariat": ["辽岬省数据局"],
        },
        url="https://dasai.liaojia.example.cn/home",
        phases=[
            phase("启动报名", "registration", "6月1日—6月30日", date(2026, 6, 1), date(2026, 6, 30)),
            phase("初赛评审", "review", "7月1日—7月12日", date(2026, 7, 1), date(2026, 7, 12)),
            phase("实地查验", "review", "7月13日—7月24日", date(2026, 7, 13), date(2026, 7, 24)),
            phase("入围公示", "publicity", "7月27日—8月2日", date(2026, 7, 27), date(2026, 8, 2)),
            phase(
                "决赛评审",
                "final",
                "8月14日上午",
                date(2026, 8, 14),
                datetime(2026, 8, 14, 12),
                approximate="half-day",
            ),
            phase(
                "颁奖仪式",
                "ceremony",
                "8月14日下午",
                datetime(2026, 8, 14, 12),
                date(2026, 8, 14),
                approximate="half-day",
            ),
            phase("获奖公示", "publicity", "8月17日—8月23日", date(2026, 8, 17), date(2026, 8, 23)),
        ],
        tracks=[
            Track(
                "工业制造",
                ["辽岬省工业和信息化厅"],
                each("数控机床主轴寿命预测", "造船分段物流平衡", "石化装置报警收敛"),
            ),
            Track("交通运输", ["辽岬省交通运输厅", "辽岬海事局"], each("寒潮天气滚装船停航提示", "国省道融雪剂撒布")),
            Track("科技创新", ["辽岬省科学技术厅"], each("金属材料疲劳数据共享", "中试基地需求撮合")),
            Track("冰雪经济", ["辽岬省体育局"], each("滑雪场造雪用水调度", "冰上场馆错峰开放")),
            Track(
                "综合",
                ["辽岬省数据局", "辽岬省商务厅", "辽岬省文化和旅游厅", "辽岬省医疗保障局"],
                directed(_NINE_COMPOSITE),
                kind="composite",
            ),
        ],
        levels=["一等奖", "二等奖", "三等奖", "优秀奖"],
        quotas=each_of(("一等奖", 1), ("二等奖", 2), ("三等奖", 3), ("优秀奖", 4)),
        forms=["奖杯", "荣誉证书"],
        people=5,
        days=(7, None),
        quota=16,
        sme=0.3,
        materials=["项目申报书", "证明材料", "其他材料"],
        outline=["项目概述", "解决方案", "应用成效", "可持续性", "知识产权情况"],
        benefits=["政策激励", "宣传展示", "供需对接", "人才支持", "交流学习"],
        contacts=[
            {"role": "分赛组委会办公室", "phone": "0869-88001151"},
            {"role": "分赛组委会办公室", "phone": "0869-88001152"},
        ],
        attachments=["辽岬分赛赛题指南"],
    )
    heads = "\n".join(f"~ {office}" for office in _NINE)
    signed = "\n".join(f"> {office}" for office in _NINE)
    guide = ""
    for han, track in zip("一二三四五", facts.tracks, strict=True):
        guide += f"#1 {han}、{track.field}赛道\n"
        if track.kind == "composite":
            for ordinal, (group, titles) in zip("一二三", _NINE_COMPOSITE.items(), strict=True):
                guide += f"#2 （{ordinal}）{group}\n"
                for place, title in enumerate(titles, 1):
                    guide += f"#3 {place}.{title}\n{_SAID[len(guide) % 4]}\n"
        else:
            for ordinal, topic in zip("一二三", track.topics, strict=False):
                guide += f"#2 （{ordinal}）{topic.title}\n{_SAID[len(guide) % 4]}\n"
    pieces = pieces_of(
        f"""
{heads}
~ 文件
~ 辽岬数发〔2026〕12号
= 关于举办2026年“云帆”数据创新大赛辽岬分赛的通知
各市数据局、网信办、科技局、工业和信息化局、交通运输局、商务局、文化和旅游局、体育局、总工会，各有关单位：
为发挥数据对老工业基地振兴的带动作用，辽岬省数据局等九部门共同举办2026年“云帆”数据创新大赛辽岬分赛。现将有关事项通知如下。
#1 一、赛事名称
2026年“云帆”数据创新大赛辽岬分赛（以下简称分赛）
#1 二、赛事主题
以数焕新 向海图强
#1 三、组织机构
#2 （一）分赛组委会
在辽岬省人民政府指导下，{"、".join(_NINE)}组成分赛组委会，统筹分赛各项工作。组委会办公室设在辽岬省数据局。
#2 （二）分赛专家评审委员会
由高校、科研院所、行业协会、龙头企业的专家组成，负责评审。
#1 四、赛事安排
#2 （一）赛道设置
1.工业制造赛道。指导单位：辽岬省工业和信息化厅。
2.交通运输赛道。指导单位：辽岬省交通运输厅、辽岬海事局。
3.科技创新赛道。指导单位：辽岬省科学技术厅。
4.冰雪经济赛道。指导单位：辽岬省体育局。
5.综合赛道。指导单位：辽岬省数据局、辽岬省商务厅、辽岬省文化和旅游厅、辽岬省医疗保障局。
各赛道赛题详见附件。
#2 （二）赛程安排
1.启动报名。6月1日—6月30日，参赛单位通过分赛平台报名，网址：https://dasai.liaojia.example.cn/home。
2.初赛评审。7月1日—7月12日，专家线上评审，确定入围项目。
3.实地查验。7月13日—7月24日，核对入围项目的真实性和合规性。
4.入围公示。7月27日—8月2日，入围项目在分赛平台公示7天。
5.决赛评审。8月14日上午，现场答辩。
6.颁奖仪式。8月14日下午，举办颁奖仪式。
7.获奖公示。8月17日—8月23日，获奖项目在分赛平台公示7天。
#1 五、参赛条件
#2 （一）参赛单位要求
1.具有独立法人资格的企业、事业单位、科研院所、高校均可报名；联合报名的，须明确牵头单位。
2.同一单位可以报多个项目，每个团队限报1个项目，参赛代表不超过5人。
3.有严重失信记录的单位不得参赛。
#2 （二）参赛项目要求
1.项目应当已经投入使用，权属清楚。
2.每个项目限报一个赛题。
#2 （三）提交内容
1.项目申报书。
（1）项目概述：背景、场景、优势。
（2）解决方案：数据基础、技术路线、安全保障。
（3）应用成效：效率、成本、收入变化。
（4）可持续性：运营模式、推广条件。
（5）知识产权情况：专利、软件著作权。
2.证明材料。单位资质、信用查询结果、用户证明等。
3.其他材料。演示视频、模型等。
#1 六、奖项设置与权益
#2 （一）奖项设置
分赛按赛道评奖，每个赛道设一等奖1个、二等奖2个、三等奖3个、优秀奖4个，颁发奖杯和荣誉证书。
#2 （二）推荐参赛
从获奖项目中优选16个推荐参加全国总决赛，其中中小企业项目不少于三成。
#2 （三）参赛权益
1.政策激励。优先推荐申报省级示范项目。
2.宣传展示。在主要媒体开设专栏。
3.供需对接。组织用户单位与团队见面。
4.人才支持。协助落实人才政策。
5.交流学习。邀请参加各类研讨活动。
#1 七、其他
分赛不收取任何费用。联系方式：分赛组委会办公室，0869-88001151、0869-88001152。
附件：辽岬分赛赛题指南
{signed}
> 2026年5月29日
---
附件
= 辽岬分赛赛题指南
{guide}"""
    )
    return "liaojia.docx", facts, pieces


_CELLS = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>关于举办2025年“云帆”数据创新大赛滇岭分赛的通知 - 政策资讯</title></head>
<body><header><a href="/">政策云</a><nav><a>首页</a><a>政策资讯</a><a>项目申报</a><a>企业服务</a><a>会员中心</a></nav>
<div class="login">登录/注册后您将获得：政策推送　政策查询　海量官方政策信息　客服：0800-8800000</div></header>
<div class="pos">当前位置：首页 &gt; 政策资讯 &gt; 关于举办2025年“云帆”数据创新大赛滇岭分赛的通知</div>
<main><h1>关于举办2025年“云帆”数据创新大赛滇岭分赛的通知</h1>
<p class="meta">发布时间：2025年05月19日 10:45:21　发布部门：滇岭省数据局　<a>收藏</a></p>
<div class="content">
<p>　　根据《滇岭省“数据要素×”三年行动实施方案》（滇岭数〔2024〕5号）要求，滇岭省数据局等有关部门将共同举办2025年“云帆”数据创新大赛滇岭分赛。现将有关事项通知如下。</p>
<p>　　一、大赛名称</p><p>　　2025年“云帆”数据创新大赛滇岭分赛</p>
<p>　　二、大赛主题</p><p>　　七彩云端 数见未来</p>
<p>　　三、组织结构</p>
<p>　　（一）组织单位</p>
<p>　　指导单位：滇岭省人民政府</p>
<p>　　主办单位：省数据局</p>
<p>　　承办单位：省大数据公司、滇岭移动公司、滇岭联通公司</p>
<p>　　协办单位：省农业农村厅、省文化和旅游厅（省文物局）、省卫生健康委（省中医药局）、省林业和草原局、省商务厅</p>
<p>　　（二）分赛组织委员会和专家委员会</p>
<p>　　由省数据局牵头成立，分别负责统筹推进和评审工作。组织委员会下设办公室，设在省数据局综合处。</p>
<p>　　四、赛事安排</p>
<p>　　（一）赛道赛题</p>
<table border="1"><thead><tr><th>赛道</th><th>赛题</th><th>赛题联系部门</th></tr></thead><tbody>
<tr><td>现代农业</td><td>1. 鲜切花拍卖价格预测<br>2. 咖啡豆烘焙品质评价<br>3. 蔗区砍运调度</td><td>省农业农村厅</td></tr>
<tr><td>文化旅游</td><td>1. 古城民宿诚信评价<br>2. 旅居人群服务需求分析</td><td>省文化和旅游厅</td></tr>
<tr><td>医疗健康</td><td>1. 边境传染病症候群监测<br>2. 民族药材真伪鉴别</td><td>省卫生健康委</td></tr>
<tr><td>绿色低碳</td><td>1. 亚洲象活动预警<br>2. 松茸采集区保护<br>3. 高原湖泊蓝藻推演</td><td>省林业和草原局</td></tr>
<tr><td>商贸流通</td><td>1. 口岸货车候检时长估计<br>2. 边民互市商品核查</td><td>省商务厅</td></tr>
</tbody></table>
<p>　　（二）赛程安排</p>
<p>　　1.发动报名（5月20日至7月10日）。参赛团队通过大赛官网（https://dl.example.com/sai）完成报名。</p>
<p>　　2.初赛（7月11日至7月31日）。采取线上评审，各赛道按不高于30%的比例遴选进入决赛。</p>
<p>　　3.决赛（8月下旬）。采取现场答辩。</p>
<p>　　4.颁奖（9月上旬）。与数据产业大会同期举办。</p>
<p>　　五、参赛条件</p>
<p>　　（一）企业、事业单位、科研院所、高校等均可参赛。</p>
<p>　　（二）参赛代表不超过5人。</p>
<p>　　（三）提交内容：项目申报书；相关证明材料；其他证明材料。</p>
<p>　　六、奖项设置</p>
<p>　　设一等奖5项、二等奖10项、三等奖15项，分别奖励6万元、4万元、2万元；设优秀组织奖5个，颁发奖牌。</p>
<p>　　七、公示与举报</p>
<p>　　获奖项目在滇岭省数据局网站公示，公示期为7个自然日。举报电话：0870-88009911。</p>
<p>　　八、联系方式</p>
<p>　　省数据局综合处　褚某　0870-88009900</p>
<p>　　省大数据公司　卫某　0870-88009901</p>
<p align="right">滇岭省数据局</p><p align="right">2025年5月16日</p>
</div></main>
<aside><h3>相关政策</h3><ul><li>2025年省级专项资金申报指南（6月30日截止）</li><li>关于组织开展数据企业培育的通知</li></ul></aside>
<footer>声明：本站转载信息仅供参考。Copyright © 政策云</footer></body></html>"""


def _cells() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "滇岭",
        theme="七彩云端 数见未来",
        title="关于举办2025年“云帆”数据创新大赛滇岭分赛的通知",
        issuers=["滇岭省数据局"],
        issued=date(2025, 5, 16),
        bases=["《滇岭省“数据要素×”三年行动实施方案》（滇岭数〔2024〕5号）"],
        organisers={
            "guiding": ["滇岭省人民政府"],
            "hosts": ["省数据局"],
            "undertakers": ["省大数据公司", "滇岭移动公司", "滇岭联通公司"],
            "supporters": [
                "省农业农村厅",
                "省文化和旅游厅（省文物局）",
                "省卫生健康委（省中医药局）",
                "省林业和草原局",
                "省商务厅",
            ],
            "secretariat": ["省数据局综合处"],
        },
        url="https://dl.example.com/sai",
        phases=[
            phase("发动报名", "registration", "5月20日至7月10日", date(2025, 5, 20), date(2025, 7, 10)),
            phase("初赛", "review", "7月11日至7月31日", date(2025, 7, 11), date(2025, 7, 31)),
            phase("决赛", "final", "8月下旬", date(2025, 8, 21), date(2025, 8, 31), approximate="ten-day"),
            phase("颁奖", "ceremony", "9月上旬", date(2025, 9, 1), date(2025, 9, 10), approximate="ten-day"),
        ],
        tracks=[
            Track("现代农业", ["省农业农村厅"], each("鲜切花拍卖价格预测", "咖啡豆烘焙品质评价", "蔗区砍运调度")),
            Track("文化旅游", ["省文化和旅游厅"], each("古城民宿诚信评价", "旅居人群服务需求分析")),
            Track("医疗健康", ["省卫生健康委"], each("边境传染病症候群监测", "民族药材真伪鉴别")),
            Track("绿色低碳", ["省林业和草原局"], each("亚洲象活动预警", "松茸采集区保护", "高原湖泊蓝藻推演")),
            Track("商贸流通", ["省商务厅"], each("口岸货车候检时长估计", "边民互市商品核查")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 5), ("二等奖", 10), ("三等奖", 15)),
        prizes={"一等奖": 60000, "二等奖": 40000, "三等奖": 20000},
        special=["优秀组织奖"],
        forms=["奖牌"],
        people=5,
        days=(7, "calendar"),
        materials=["项目申报书", "相关证明材料", "其他证明材料"],
        contacts=[
            {"role": "举报", "phone": "0870-88009911", "about": "complaints"},
            {"role": "省数据局综合处", "phone": "0870-88009900"},
            {"role": "省大数据公司", "phone": "0870-88009901"},
        ],
    )
    return "dianling.html", facts, _CELLS


_STUDENTS = """关于举办2025年“云帆”数据创新大赛齐原分赛的通知

各高等学校：

    为提高大学生的数据素养，经研究，决定举办2025年“云帆”数据创新大赛齐原分赛。具体事项通知如下：

一、竞赛名称
    中文名称：2025年“云帆”数据创新大赛齐原分赛
    英文名称：Yunfan Data Innovation Contest 2025, Qiyuan Division

二、举办单位
    主办单位：齐原省数据科学教学联盟
    承办单位：齐原财经大学
    协办单位：齐原职业技术大学、沐数信息技术有限公司

三、竞赛主题
    以数为媒 学以致用

四、参赛对象
    具有在校学籍的专科生、本科生。毕业两年内尚未就业的，可以和在校生组队。

五、赛道与命题
    （一）本科赛道
    命题1：县域养老机构床位需求测算
    命题2：省内高校就业质量画像
    命题3：黄河滩区作物种植结构识别
    （二）高职赛道
    命题1：电商直播间评论情感标注
    命题2：公交刷卡数据清洗与可视化

六、组队规则
    每队3—5人，不得跨校，每队指导教师不多于2人。

七、竞赛安排
    1.报名：2025年9月1日—10月8日，由各校竞赛负责人在https://qy.example.org/ds统一填报。
    2.作品提交：2025年10月9日—11月9日，逾期不再受理。
    3.初赛评审：2025年11月中旬
    4.决赛：2025年12月6日
    5.公布成绩：2025年12月15日前

八、作品要求
    提交项目报告、数据与代码、讲解视频。已在其他竞赛中获奖的作品不得参赛。

九、奖项
    两个赛道分别评奖。以有效作品数为基数，一等奖不超过10%，二等奖不超过20%，三等奖不超过30%；各赛道一等奖指导教师获
优秀指导教师奖。颁发电子证书。

十、其他
    1.本次竞赛不收取报名费。
    2.获奖名单在联盟网站公示，为期5天。

联系人：何某
竞赛办公室电话：0871-8800123
邮箱：ds@qy.example.org
QQ群：000000000

                                            齐原省数据科学教学联盟
                                              2025年8月20日
"""


def _students() -> tuple[str, Facts, str]:
    facts = facts_of(
        2025,
        "齐原",
        theme="以数为媒 学以致用",
        title="关于举办2025年“云帆”数据创新大赛齐原分赛的通知",
        issuers=["齐原省数据科学教学联盟"],
        issued=date(2025, 8, 20),
        organisers={
            "hosts": ["齐原省数据科学教学联盟"],
            "undertakers": ["齐原财经大学"],
            "supporters": ["齐原职业技术大学", "沐数信息技术有限公司"],
        },
        url="https://qy.example.org/ds",
        phases=[
            phase("报名", "registration", "2025年9月1日—10月8日", date(2025, 9, 1), date(2025, 10, 8)),
            phase("作品提交", "other", "2025年10月9日—11月9日", date(2025, 10, 9), date(2025, 11, 9)),
            phase(
                "初赛评审", "review", "2025年11月中旬", date(2025, 11, 11), date(2025, 11, 20), approximate="ten-day"
            ),
            phase("决赛", "final", "2025年12月6日", date(2025, 12, 6), date(2025, 12, 6)),
            phase("公布成绩", "other", "2025年12月15日前", None, date(2025, 12, 15)),
        ],
        tracks=[
            Track("本科", [], each("县域养老机构床位需求测算", "省内高校就业质量画像", "黄河滩区作物种植结构识别")),
            Track("高职", [], each("电商直播间评论情感标注", "公交刷卡数据清洗与可视化")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=shares("track", "有效作品数", ("一等奖", 0.1), ("二等奖", 0.2), ("三等奖", 0.3)),
        special=["优秀指导教师奖"],
        forms=["电子证书"],
        people=5,
        days=(5, None),
        materials=["项目报告", "数据与代码", "讲解视频"],
        contacts=[
            {"role": "竞赛办公室", "phone": "0871-8800123"},
            {"role": "竞赛办公室", "email": "ds@qy.example.org"},
        ],
    )
    return "qiyuan.txt", facts, _STUDENTS


def _airport() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2025,
        "鹏翼",
        theme="数翼齐飞",
        number="鹏机工〔2025〕36号",
        title="关于印发2025年“云帆”数据创新大赛鹏翼分赛竞赛规程的通知",
        issuers=["鹏翼机场集团有限公司工会委员会", "鹏翼机场集团有限公司数字化部"],
        issued=date(2025, 7, 1),
        organisers={
            "guiding": ["鹏翼机场集团有限公司"],
            "hosts": ["集团工会", "集团数字化部"],
            "undertakers": ["鹏翼空港信息有限公司"],
            "supporters": ["鹏翼空管站", "鹏翼航食有限公司"],
        },
        phases=[
            phase("报名", "registration", "7月1日—7月25日", date(2025, 7, 1), date(2025, 7, 25)),
            phase("培训", "other", "7月28日—7月29日", date(2025, 7, 28), date(2025, 7, 29)),
            phase("初赛", "review", "8月18日", date(2025, 8, 18), date(2025, 8, 18)),
            phase("决赛", "final", "9月10日", date(2025, 9, 10), date(2025, 9, 10)),
        ],
        tracks=[
            Track("运行保障", [], each("除冰车辆调度", "行李错运追查", "机位动态分配")),
            Track("旅客服务", [], each("安检通道等候提示", "首乘旅客引导")),
            Track("安全管理", [], each("跑道异物识别", "鸟击风险热力图")),
        ],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=over_all(("一等奖", 1), ("二等奖", 3), ("三等奖", 5)),
        prizes={"一等奖": 10000, "二等奖": 6000, "三等奖": 3000},
        special=["最佳新人奖"],
        forms=["荣誉证书"],
        people=4,
        contacts=[
            {"role": "集团工会经济技术部", "phone": "0872-88004510"},
            {"role": "鹏翼空港信息有限公司", "phone": "0872-88004511"},
        ],
    )
    pieces = pieces_of(
        """
~ 鹏机工〔2025〕36号
= 关于印发2025年“云帆”数据创新大赛鹏翼分赛竞赛规程的通知
各分子公司工会，机关各部门：
现将《2025年“云帆”数据创新大赛鹏翼分赛竞赛规程》印发给你们，请认真组织参赛。
> 鹏翼机场集团有限公司工会委员会
> 鹏翼机场集团有限公司数字化部
> 2025年7月1日
---
= 2025年“云帆”数据创新大赛鹏翼分赛竞赛规程
01 主题
数翼齐飞
02 组织
在鹏翼机场集团有限公司指导下，由集团工会、集团数字化部主办，鹏翼空港信息有限公司承办，鹏翼空管站、鹏翼航食有限公司协办。
03 项目
竞赛设运行保障、旅客服务、安全管理三个赛道，题目为：
|赛道|题目|
|运行保障|除冰车辆调度；行李错运追查；机位动态分配|
|旅客服务|安检通道等候提示；首乘旅客引导|
|安全管理|跑道异物识别；鸟击风险热力图|
04 日程
|内容|日期|地点|
|报名|7月1日—7月25日|各单位工会汇总|
|培训|7月28日—7月29日|集团培训中心|
|初赛|8月18日|线上|
|决赛|9月10日|T2航站楼会议厅|
05 队伍
以分子公司为单位组队，每队2—4人，一线员工不少于1人。
06 录取名次与奖励
全部队伍混合排名：一等奖1队，每队奖励10000元；二等奖3队，每队奖励6000元；三等奖5队，每队奖励3000元。35周岁以下选手得分最高者获“最佳新人奖”。获奖选手发给荣誉证书。
07 联系
集团工会经济技术部　0872-88004510
鹏翼空港信息有限公司　0872-88004511
"""
    )
    return "pengyi.docx", facts, pieces


def _supplement() -> tuple[str, Facts, Pieces]:
    facts = facts_of(
        2026,
        "澄浦",
        number="澄数局〔2026〕29号",
        title="澄浦市数据局关于2026年“云帆”数据创新大赛澄浦分赛有关事项的补充通知",
        issuers=["澄浦市数据局"],
        issued=date(2026, 5, 26),
        phases=[
            phase("报名", "registration", "4月20日至6月18日24时", date(2026, 4, 20), date(2026, 6, 18)),
            phase("初赛", "review", "6月26日至7月3日", date(2026, 6, 26), date(2026, 7, 3)),
            phase("决赛", "final", "7月下旬", date(2026, 7, 21), date(2026, 7, 31), approximate="ten-day"),
        ],
        tracks=[Track("就业服务", ["市人力资源社会保障局"], each("灵活就业人员职业伤害保障", "技能培训课程匹配"))],
        levels=["一等奖", "二等奖", "三等奖"],
        quotas=[
            {"scope": "track", "tracks": ["就业服务"], "level": "一等奖", "count": 1},
            {"scope": "track", "tracks": ["就业服务"], "level": "二等奖", "count": 1},
            {"scope": "track", "tracks": ["就业服务"], "level": "三等奖", "count": 2},
        ],
        url="https://cp.example.cn/yunfan",
        contacts=[{"role": "澄浦市数据局政策规划科", "phone": "0873-8800466"}],
    )
    pieces = pieces_of(
        """
~ 澄数局〔2026〕29号
= 澄浦市数据局关于2026年“云帆”数据创新大赛澄浦分赛有关事项的补充通知
各区数据局，各有关单位：
《关于举办2026年“云帆”数据创新大赛澄浦分赛的通知》（澄数局〔2026〕17号）印发后，不少单位反映准备时间偏紧。为方便参赛，现将有关事项补充通知如下：
一、调整时间安排
报名时间由4月20日至5月31日调整为4月20日至6月18日24时；初赛时间由6月8日至6月15日调整为6月26日至7月3日；决赛时间由6月27日调整为7月下旬，地点不变。已经报名的团队不必重新报名，截止前可以登录https://cp.example.cn/yunfan修改材料。
二、增设一个赛道
增设就业服务赛道，由市人力资源社会保障局指导，赛题如下：
（一）灵活就业人员职业伤害保障
（二）技能培训课程匹配
该赛道设一等奖1个、二等奖1个、三等奖2个。
三、其他
其余事项仍按原通知执行。联系单位：澄浦市数据局政策规划科，0873-8800466。
> 澄浦市数据局
> 2026年5月26日
"""
    )
    return "chengpu.docx", facts, pieces
