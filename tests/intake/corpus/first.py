"""Fifteen fabricated notices that were looked at while the rules were written: each of another shape and format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from random import Random
from typing import Any

from tests.intake.corpus.made_up import Facts, Topic, Track, body, mobile, name, phone, span, third, tracks, until
from tests.intake.corpus.render import Pieces

CONTEST = "“青禾杯”数据创新大赛"
FORMS = ("{year}年“青禾杯”数据创新大赛", "{year}年“青禾杯”数据创新大赛{branch}赛区")
HAN = "一二三四五六七八九十"
PADDING = "各有关单位要高度重视，加强组织动员，确保各项工作落到实处。"


def notices() -> Iterator[tuple[str, Facts, Pieces, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces, how it is rendered."""
    shapes: list[tuple[str, Callable[[Random], tuple[Facts, Pieces]], dict[str, Any]]] = [
        ("plain.docx", _plain, {}),
        ("counted-by-word.docx", _plain, {"numbered": True}),
        ("plain.pdf", _plain, {}),
        ("tables.docx", _tables, {}),
        ("tables.pdf", _tables, {}),
        ("tables.html", _tables, {}),
        ("articles.docx", _articles, {}),
        ("articles-wrapped.txt", _articles, {"style": "wrapped"}),
        ("inline.html", _inline, {}),
        ("inline-gbk.txt", _inline, {"style": "gbk"}),
        ("two-notices.docx", _two, {}),
        ("annex-tracks.pdf", _annex, {}),
        ("annex-tracks.md", _annex, {"style": "md"}),
        ("scheme.html", _scheme, {}),
        ("scheme.docx", _scheme, {"numbered": True}),
    ]
    for seed, (file, shape, how) in enumerate(shapes, 1):
        facts, pieces = shape(Random(seed))
        yield file, facts, pieces, how


def _facts(rng: Random, year: int = 2026) -> Facts:
    place = rng.choice(("云川", "临江", "青岚", "石门", "望海", "白杨"))
    facts = Facts(year, place, CONTEST, f"{year}年“青禾杯”数据创新大赛{place}赛区", theme="数聚青禾 智启未来")
    facts.issuers = [f"{place}省数据局"]
    facts.title = f"关于举办{facts.name}的通知"
    facts.number = f"{place[0]}数发〔{year}〕{rng.randint(1, 40)}号"
    facts.issued = date(year, 4, rng.randint(1, 28))
    facts.bases = [f"《关于举办{year}年“青禾杯”数据创新大赛的通知》（青禾办〔{year}〕3号）"]
    facts.people = rng.randint(3, 8)
    return facts


def _awards(facts: Facts, per_track: tuple[int, ...], prizes: tuple[int, ...] = ()) -> None:
    facts.levels = ["一等奖", "二等奖", "三等奖"][: len(per_track)]
    facts.quotas = [
        {"scope": "track", "level": level, "count": count} for level, count in zip(facts.levels, per_track, strict=True)
    ]
    facts.prizes = dict(zip(facts.levels, prizes, strict=False))


def _head(facts: Facts) -> Pieces:
    intro = (
        f"为贯彻落实工作部署，根据{facts.bases[0]}要求，{facts.issuers[0]}决定举办{facts.name}。现将有关事项通知如下："
    )
    return [("line", facts.number), ("title", facts.title), ("p", "各市数据管理部门，各有关单位："), ("p", intro)]


def _foot(facts: Facts, annex: str = "") -> Pieces:
    made: Pieces = [("p", f"附件：{annex}")] if annex else []
    made += [("right", issuer) for issuer in facts.issuers]
    issued = facts.issued
    return [*made, ("right", f"{issued.year}年{issued.month}月{issued.day}日" if issued else "")]


def _plain(rng: Random) -> tuple[Facts, Pieces]:
    """一、（一）1. throughout; days with hours; awards in a sentence; persons among the telephones."""
    f = _facts(rng)
    y = f.year
    f.organisers = {
        "guiding": [f"{f.place}省人民政府"],
        "hosts": body(rng, f.place, 4),
        "undertakers": [f"{f.place}市人民政府", f"{f.place}数据集团有限公司"],
        "supporters": [f"{f.place}大学", f"{f.place}省大数据协会"],
    }
    f.tracks = tracks(rng, f.place, 4, (2, 4))
    f.url = "https://match.example.cn/signup"
    f.phases = [
        {"name": "报名", "kind": "registration", **span(date(y, 5, 6), 40, "{m}月{d}日至{m2}月{d2}日")},
        {"name": "初赛", "kind": "review", **span(date(y, 6, 20), 10, "{m}月{d}日至{m2}月{d2}日")},
        {"name": "决赛", "kind": "final", **third(y, 7, "中旬")},
        {"name": "颁奖", "kind": "ceremony", **third(y, 8, "底")},
    ]
    _awards(f, (1, 2, 3), (50_000, 30_000, 10_000))
    f.special = ["最佳创意奖", "最具潜力奖"]
    f.forms = ["证书", "奖杯"]
    f.days = (5, "working")
    f.quota, f.at_most, f.sme = 12, True, 0.2
    f.materials = ["项目申报书", "承诺书", "证明材料"]
    f.outline = ["项目简介", "建设方案", "应用成效"]
    f.benefits = ["资金支持", "宣传推广", "产融对接"]
    f.contacts = [
        {"role": "赛区组委会办公室", "phone": phone(rng, "0999")},
        {"role": "技术支持", "phone": phone(rng, "0999"), "email": "help@match.example.cn"},
    ]
    one, two = f.contacts
    names = {role: "、".join(units) for role, units in f.organisers.items()}
    p: Pieces = _head(f)
    p += [
        ("h", 1, "一、", "赛事名称"),
        ("p", f"{f.name}（以下简称赛区）"),
        ("h", 1, "二、", "大赛主题"),
        ("p", f.theme),
    ]
    p += [("h", 1, "三、", "组织机构"), ("h", 2, "（一）", "指导单位", f"：{names['guiding']}。")]
    p += [
        ("h", 2, "（二）", "主办单位", f"：{names['hosts']}。"),
        ("h", 2, "（三）", "承办单位", f"：{names['undertakers']}。"),
    ]
    p += [("h", 2, "（四）", "支持单位", f"：{names['supporters']}。")]
    p += [("h", 1, "四、", "赛道设置")]
    for number, track in enumerate(f.tracks):
        p += [("h", 2, f"（{HAN[number]}）", f"{track.field}赛道"), ("p", f"指导单位：{'、'.join(track.units)}")]
        for index, topic in enumerate(track.topics, 1):
            p += [("h", 3, f"{index}.", topic.title, f"。{topic.text}")]
    p += [("h", 1, "五、", "赛程安排")]
    for number, phase in enumerate(f.phases):
        more = (
            f"登录{f.url}报名，填写信息并上传材料。"
            if phase["kind"] == "registration"
            else "由组委会组织实施，结果另行通知。"
        )
        p += [("h", 2, f"（{HAN[number]}）", f"{phase['name']}（{phase['text']}）"), ("p", more)]
    p += [
        ("h", 1, "六、", "参赛要求"),
        ("h", 2, "（一）", "参赛对象"),
        ("p", f"企业、高校、科研院所均可参赛，每个团队人数不超过{f.people}人。"),
    ]
    p += [("h", 2, "（二）", "提交材料"), ("h", 3, "1.", "项目申报书", f"。包括{'、'.join(f.outline)}等内容。")]
    p += [("h", 3, "2.", "承诺书", "。须加盖公章。"), ("h", 3, "3.", "证明材料", "。例如专利证书。")]
    p += [
        ("h", 1, "七、", "奖项设置"),
        ("h", 2, "（一）", "奖项数量"),
        (
            "p",
            "每个赛道设一等奖1名、二等奖2名、三等奖3名，另设最佳创意奖、最具潜力奖等特色奖项。一等奖奖金5万元，二等奖奖金3万元，三等奖奖金1万元。获奖团队颁发证书和奖杯。",
        ),
    ]
    p += [("h", 2, "（二）", "激励政策")]
    p += [("h", 3, f"{n}.", b, "。由有关部门按规定给予支持，具体办法另行公布。") for n, b in enumerate(f.benefits, 1)]
    p += [
        ("h", 1, "八、", "推荐与公示"),
        (
            "p",
            f"根据评审结果，赛区组委会推荐不超过{f.quota}个项目（其中中小企业不少于20%）参加全国总决赛。获奖名单在官网公示5个工作日。",
        ),
    ]
    p += [
        ("h", 1, "九、", "联系方式"),
        ("p", f"赛区组委会办公室：{name(rng)}　{one['phone']}，{mobile(rng)}"),
        ("p", f"技术支持：{name(rng)} {two['phone']}，邮箱：{two['email']}"),
    ]
    return f, p + _foot(f)


def _tables(rng: Random) -> tuple[Facts, Pieces]:
    """Nearly everything in tables: organisers, timeline, tracks with topics, awards, rubric, telephones."""
    f = _facts(rng, 2025)
    y = f.year
    f.organisers = {
        "hosts": body(rng, f.place, 3),
        "undertakers": [f"{f.place}省数据中心"],
        "supporters": [f"{f.place}理工大学", f"{f.place}银行"],
    }
    f.tracks = tracks(rng, f.place, 5, (2, 3))
    f.url = "http://data.example.org/contest"
    f.phases = [
        {"name": "启动发布", "kind": "preparation", **span(date(y, 3, 20), 0, "{y}年{m}月{d}日")},
        {"name": "网上报名", "kind": "registration", **span(date(y, 4, 1), 45, "{y}年{m}月{d}日至{m2}月{d2}日")},
        {"name": "专家初评", "kind": "review", **span(date(y, 5, 20), 12, "{y}年{m}月{d}日至{m2}月{d2}日")},
        {"name": "现场决赛", "kind": "final", **third(y, 6, "下旬")},
        {"name": "结果公示", "kind": "publicity", **third(y, 7, "上旬")},
    ]
    for phase in f.phases[:1]:
        phase["end"] = phase["start"]
    _awards(f, (2, 4, 6), (30_000, 20_000, 8_000))
    for q in f.quotas:
        q["scope"] = "edition"
    f.days = (7, None)
    f.quota = 9
    f.contacts = [
        {"role": "赛事咨询", "phone": phone(rng, "0998")},
        {"role": "纪检监督", "phone": phone(rng, "0998"), "about": "complaints"},
    ]
    f.rubric = {
        "name": "评分标准",
        "total": 100,
        "indicators": [
            {"name": "创新性", "children": [{"name": "技术创新", "points": 20}, {"name": "模式创新", "points": 15}]},
            {"name": "实用性", "children": [{"name": "应用成效", "points": 35}]},
            {"name": "安全性", "children": [{"name": "合规管理", "points": 20}, {"name": "防护能力", "points": 10}]},
        ],
    }
    p = _head(f)
    p += [
        ("h", 1, "一、", "大赛名称"),
        ("p", f.name),
        ("h", 1, "二、", "大赛主题"),
        ("p", f.theme),
        ("h", 1, "三、", "组织单位"),
    ]
    roles = {"hosts": "主办单位", "undertakers": "承办单位", "supporters": "协办单位"}
    p += [("table", [[roles[role], "、".join(units)] for role, units in f.organisers.items()])]
    p += [("h", 1, "四、", "赛道及赛题")]
    rows: list[list[str | None]] = [["序号", "赛道", "赛题", "指导单位"]]
    for number, track in enumerate(f.tracks, 1):
        for index, topic in enumerate(track.topics):
            rows.append(
                [str(number), track.field, topic.title, "、".join(track.units)]
                if not index
                else [None, None, topic.title, None]
            )
    p += [("table", rows), ("h", 1, "五、", "赛程安排")]
    p += [("table", [["阶段", "时间", "主要内容"], *([ph["name"], ph["text"], "由组委会组织实施"] for ph in f.phases)])]
    p += [("p", f"报名网址：{f.url}。"), ("h", 1, "六、", "参赛要求"), ("p", f"团队成员不超过{f.people}人。")]
    p += [
        ("h", 1, "七、", "奖项设置"),
        (
            "table",
            [
                ["奖项", "数量（个）", "奖金（元）"],
                ["一等奖", "2", "30000"],
                ["二等奖", "4", "20000"],
                ["三等奖", "6", "8000"],
            ],
        ),
    ]
    p += [("h", 1, "八、", "评分标准")]
    p += [
        (
            "table",
            [
                ["一级指标", "二级指标", "分值"],
                ["创新性", "技术创新", "20"],
                [None, "模式创新", "15"],
                ["实用性", "应用成效", "35"],
                ["安全性", "合规管理", "20"],
                [None, "防护能力", "10"],
                ["合计", "<", "100"],
            ],
        )
    ]
    p += [("h", 1, "九、", "其他"), ("p", "获奖名单公示期为7天。择优推荐9个项目参加全国总决赛。")]
    p += [
        ("h", 1, "十、", "联系方式"),
        (
            "table",
            [
                ["事项", "联系人", "电话"],
                ["赛事咨询", name(rng), f.contacts[0]["phone"]],
                ["纪检监督", name(rng), f.contacts[1]["phone"]],
            ],
        ),
    ]
    return f, p + _foot(f)


def _articles(rng: Random) -> tuple[Facts, Pieces]:
    """第一章/第一条; a competition by rules; several signatories; gold, silver and bronze."""
    f = _facts(rng)
    y = f.year
    f.number = ""
    f.title = f"{f.name}实施办法"
    f.issuers = [f"{f.place}省数据局", f"{f.place}省财政厅", f"{f.place}省总工会"]
    f.organisers = {"hosts": list(f.issuers), "undertakers": [f"{f.place}省信息中心"]}
    f.bases = [f"《{y}年“青禾杯”数据创新大赛总章程》"]
    f.tracks = tracks(rng, f.place, 3, (2, 4), units=False)
    f.phases = [
        {"name": "报名阶段", "kind": "registration", **until(date(y, 6, 30), "即日起至{m}月{d}日18:00", (18, 0))},
        {"name": "评审阶段", "kind": "review", **span(date(y, 7, 5), 20, "{m}月{d}日—{d2}日")},
        {"name": "总决赛阶段", "kind": "final", **third(y, 9, "初")},
    ]
    f.phases[1]["text"] = "7月5日—25日"
    f.levels = ["金奖", "银奖", "铜奖"]
    f.quotas = [
        {"scope": "edition", "level": level, "count": count} for level, count in zip(f.levels, (3, 6, 10), strict=True)
    ]
    f.prizes = {"金奖": 100_000, "银奖": 50_000, "铜奖": 20_000}
    f.forms = ["荣誉证书"]
    f.days = (7, "calendar")
    f.contacts = [{"role": "大赛秘书处", "phone": phone(rng, "0997"), "email": "office@qinghe.example.com"}]
    p: Pieces = [("title", f.title), ("h", 1, "第一章 ", "总则")]
    p += [("h", 2, "第一条 ", f"为规范赛事组织，依据{f.bases[0]}，制定本办法。")]
    p += [("h", 2, "第二条 ", f"大赛名称：{f.name}。"), ("h", 2, "第三条 ", f"大赛主题：{f.theme}。")]
    p += [("h", 1, "第二章 ", "组织机构"), ("h", 2, "第四条 ", f"主办单位：{'、'.join(f.organisers['hosts'])}。")]
    p += [("h", 2, "第五条 ", f"承办单位：{f.organisers['undertakers'][0]}。")]
    p += [("h", 1, "第三章 ", "赛道与赛题")]
    for number, track in enumerate(f.tracks):
        p += [("h", 2, f"第{'六七八'[number]}条 ", f"{track.field}赛道")]
        for index, topic in enumerate(track.topics):
            p += [("h", 3, f"（{HAN[index]}）", topic.title), ("p", topic.text)]
    p += [("h", 1, "第四章 ", "赛程安排")]
    for number, phase in enumerate(f.phases):
        p += [("h", 2, f"第{'九 十 十一'.split()[number]}条 ", f"{phase['name']}：{phase['text']}。{PADDING}")]
    p += [
        ("h", 1, "第五章 ", "奖励办法"),
        ("h", 2, "第十二条 ", "大赛设金奖3名、银奖6名、铜奖10名，分别奖励10万元、5万元、2万元，并颁发荣誉证书。"),
    ]
    p += [("h", 1, "第六章 ", "附则"), ("h", 2, "第十三条 ", f"每支队伍{f.people}人以内。")]
    p += [
        ("h", 2, "第十四条 ", "获奖项目公示7个自然日。"),
        ("h", 2, "第十五条 ", f"联系方式：大赛秘书处，电话{f.contacts[0]['phone']}，邮箱{f.contacts[0]['email']}。"),
    ]
    return f, p + _foot(f)


def _inline(rng: Random) -> tuple[Facts, Pieces]:
    """A short notice: tracks in one sentence, days by labels, everything run on."""
    f = _facts(rng)
    y = f.year
    f.title = f"{f.place}省数据局{f.title}"
    f.organisers = {
        "guiding": [f"{f.place}省人民政府"],
        "hosts": [f"{f.place}省数据局", f"{f.place}省科学技术厅"],
        "undertakers": [f"{f.place}科技学院"],
    }
    f.tracks = tracks(rng, f.place, 4, (0, 0), units=False)
    for track in f.tracks:
        track.topics = []
    f.url = "https://www.qinghe.example.com/yunchuan"
    f.phases = [
        {"name": "报名", "kind": "registration", **span(date(y, 5, 10), 20, "{y}年{m}月{d}日—{m2}月{d2}日")},
        {"name": "评审", "kind": "review", **span(date(y, 6, 10), 5, "{y}年{m}月{d}日—{m2}月{d2}日")},
        {"name": "颁奖", "kind": "ceremony", **third(y, 7, "上旬")},
    ]
    _awards(f, (1, 1, 2))
    f.in_principle = True
    f.contacts = [{"role": "赛区办公室", "phone": phone(rng, "0996")}]
    p = _head(f)
    p += [("p", f"一、大赛名称：{f.name}。"), ("p", f"二、大赛主题：{f.theme}。")]
    p += [
        (
            "p",
            f"三、组织单位。在{f.place}省人民政府指导下，由{f.place}省数据局、{f.place}省科学技术厅主办，由{f.place}科技学院承办。",
        )
    ]
    names = "、".join(track.field for track in f.tracks)
    p += [("p", f"四、赛道设置。大赛设置{names}4个赛道，参赛团队任选其一。")]
    one, two, three = (phase["text"] for phase in f.phases)
    p += [("p", f"五、时间安排。报名时间：{one}；评审时间：{two}；颁奖时间：{three}。报名网址：{f.url}")]
    p += [
        ("p", f"六、参赛要求。参赛团队每队不超过{f.people}人。"),
        ("p", "七、奖项设置。每个赛道原则上设一等奖1名、二等奖1名、三等奖2名。"),
    ]
    p += [("p", f"八、联系方式。赛区办公室：{name(rng)}，{f.contacts[0]['phone']}。")]
    return f, p + _foot(f)


def _annex(rng: Random) -> tuple[Facts, Pieces]:
    """Tracks and topics in an annex, units behind topics, an open track; other quotas for it."""
    f = _facts(rng)
    y = f.year
    f.issuers = [f"{f.place}省数据局办公室"]
    f.organisers = {
        "hosts": [f"{f.place}省数据局", f"{f.place}省教育厅"],
        "committee": body(rng, f.place, 5),
        "secretariat": [f"{f.place}省数据局综合处"],
    }
    f.tracks = tracks(rng, f.place, 3, (2, 4))
    f.tracks.append(
        Track(
            "开放性创新",
            [f"{f.place}省数据局"],
            [
                Topic(t, "不限领域，鼓励原创。", [u])
                for t, u in (("自选数据应用课题", f"{f.place}省教育厅"), ("新型数据产品设计", f"{f.place}省商务厅"))
            ],
            "open",
        )
    )
    f.url = "https://open.example.net/"
    f.phases = [
        {"name": "动员部署", "kind": "preparation", **third(y, 4, "下旬")},
        {"name": "报名参赛", "kind": "registration", **until(date(y, 6, 15), "{m}月{d}日前")},
        {"name": "资格审查", "kind": "review", **span(date(y, 6, 16), 9, "{m}月{d}日-{m2}月{d2}日")},
        {
            "name": "决赛路演",
            "kind": "final",
            "text": "7月20日上午",
            "start": date(y, 7, 20),
            "end": datetime.combine(date(y, 7, 20), time(12)),
            "approximate": "half-day",
        },
    ]
    f.levels = ["一等奖", "二等奖", "三等奖"]
    open_, rest = ["开放性创新"], [t.field for t in f.tracks[:-1]]
    f.quotas = [
        {"scope": "track", "tracks": rest, "level": level, "count": n}
        for level, n in zip(f.levels, (1, 2, 3), strict=True)
    ]
    f.quotas += [
        {"scope": "track", "tracks": open_, "level": level, "count": n}
        for level, n in zip(f.levels, (2, 3, 5), strict=True)
    ]
    f.sme, f.quota = 0.3, 15
    f.contacts = [{"role": "赛区秘书处", "phone": phone(rng, "0995")}]
    p = _head(f)
    p += [
        ("h", 1, "一、", "赛事名称"),
        ("p", f.name),
        ("h", 1, "二、", "赛事主题"),
        ("p", f.theme),
        ("h", 1, "三、", "组织架构"),
    ]
    p += [
        ("p", f"主办单位：{'、'.join(f.organisers['hosts'])}"),
        ("p", f"组委会：{'、'.join(f.organisers['committee'])}等作为组委会成员单位。"),
    ]
    p += [
        ("p", f"组委会下设秘书处，设在{f.place}省数据局综合处，负责日常工作。"),
        ("h", 1, "四、", "赛道设置"),
        ("p", "共设3个专业赛道和1个开放性创新赛道，详见附件1。"),
    ]
    p += [("h", 1, "五、", "推进步骤")]
    for number, phase in enumerate(f.phases):
        p += [("h", 2, f"（{HAN[number]}）", phase["name"], f"。{phase['text']}，{PADDING}")]
    p += [
        ("p", f"官方网站：{f.url}"),
        ("h", 1, "六、", "参赛要求"),
        ("p", f"每个参赛团队的参赛代表人数不超过{f.people}人。"),
    ]
    p += [
        ("h", 1, "七、", "奖项设置"),
        ("p", "3个专业赛道各设一等奖1名、二等奖2名、三等奖3名；开放性创新赛道设一等奖2名、二等奖3名、三等奖5名。"),
    ]
    p += [("h", 1, "八、", "推荐晋级"), ("p", "省数据局择优推荐15个项目晋级全国总决赛，其中中小企业比例不低于30%。")]
    p += [("h", 1, "九、", "联系方式"), ("p", f"赛区秘书处　{name(rng)}　{f.contacts[0]['phone']}")]
    p += _foot(f, "1.赛题指南")
    p += [("break",), ("line", "附件1"), ("title", "赛题指南")]
    for number, track in enumerate(f.tracks):
        p += [
            ("h", 1, f"赛道{HAN[number]}：", f"{track.field}赛道", "", "typed"),
            ("p", f"指导单位：{'、'.join(track.units)}"),
        ]
        for index, topic in enumerate(track.topics):
            units = f"（{'、'.join(topic.units)}指导）" if topic.units else ""
            p += [("h", 2, f"{HAN[index]}、", topic.title + units, "", "typed"), ("p", topic.text)]
    return f, p


def _two(rng: Random) -> tuple[Facts, Pieces]:
    """A notice that hands on another one, which stands below it in the same file."""
    f, p = _annex(rng)
    y = f.year
    other: Pieces = [("break",), ("line", f"青禾办〔{y}〕3号"), ("title", f"关于举办{y}年“青禾杯”数据创新大赛的通知")]
    other += [
        ("p", "各省数据管理部门："),
        ("p", "现将有关事项通知如下。"),
        ("h", 1, "一、", "大赛名称", "", "typed"),
        ("p", f"{y}年“青禾杯”数据创新大赛"),
    ]
    other += [
        ("h", 1, "二、", "组织机构", "", "typed"),
        ("p", "主办单位：全国青禾数据联合会。"),
        ("h", 1, "三、", "赛程安排", "", "typed"),
    ]
    other += [
        ("h", 2, "（一）", "全国报名（3月1日—3月31日）", "", "typed"),
        ("p", PADDING),
        ("h", 2, "（二）", "全国总决赛（10月中旬）", "", "typed"),
        ("p", PADDING),
    ]
    other += [("h", 1, "四、", "联系方式", "", "typed"), ("p", "全国组委会：010-88001234")]
    return f, p + other + [("right", "全国青禾数据联合会"), ("right", f"{y}年2月20日")]


def _scheme(rng: Random) -> tuple[Facts, Pieces]:
    """A scheme without number or addressee, issued at the foot; bodies line by line; circled digits."""
    f = _facts(rng, 2024)
    y = f.year
    f.number, f.title = "", f"{f.name}工作方案"
    f.issuers = [f"{f.place}省数据局办公室"]
    f.organisers = {"hosts": body(rng, f.place, 2), "undertakers": body(rng, f.place, 2)}
    f.tracks = tracks(rng, f.place, 3, (2, 3))
    f.phases = [
        {
            "name": "作品征集",
            "kind": "registration",
            "text": "5月中旬至6月30日",
            "start": date(y, 5, 11),
            "end": date(y, 6, 30),
            "approximate": "ten-day",
            "exact": "end",
        },
        {
            "name": "作品评审",
            "kind": "review",
            "text": "7月",
            "start": date(y, 7, 1),
            "end": date(y, 7, 31),
            "approximate": "month",
        },
        {"name": "公布结果", "kind": "other", **until(date(y, 8, 31), "{m}月底前")},
    ]
    f.phases[2] |= {"approximate": "part-of-month"}
    f.levels = ["特等奖", "一等奖", "二等奖", "优秀奖"]
    f.quotas = [
        {"scope": "edition", "level": level, "count": n} for level, n in zip(f.levels, (1, 3, 5, 20), strict=True)
    ]
    f.forms = ["奖牌", "证书"]
    f.contacts = [
        {"role": "作品报送", "email": "works@qinghe.example.com"},
        {"role": "政策咨询", "phone": phone(rng, "0994")},
    ]
    p: Pieces = [
        ("title", f"{y}年“青禾杯”数据创新大赛"),
        ("title", f"{f.place}赛区工作方案"),
        ("p", f"根据{f.bases[0]}，结合实际，制定本方案。"),
    ]
    p += [("h", 1, "一、", "赛事名称"), ("p", f.name), ("h", 1, "二、", "主题"), ("p", f"“{f.theme}”")]
    p += [("h", 1, "三、", "组织机构"), ("h", 2, "（一）", "主办单位"), *(("p", u) for u in f.organisers["hosts"])]
    p += [("h", 2, "（二）", "承办单位"), *(("p", u) for u in f.organisers["undertakers"])]
    p += [("h", 1, "四、", "赛道设置")]
    for number, track in enumerate(f.tracks):
        p += [("h", 2, f"（{HAN[number]}）", f"{track.field}赛道", f"。指导单位：{'、'.join(track.units)}。", "")]
        p += [("p", f"{'①②③④'[index]}{topic.title}。{topic.text}") for index, topic in enumerate(track.topics)]
    p += [("h", 1, "五、", "进度安排")]
    for number, phase in enumerate(f.phases):
        p += [("h", 2, f"（{HAN[number]}）", f"{phase['name']}（{phase['text']}）", f"。{PADDING}")]
    p += [("h", 1, "六、", "奖项设置"), ("p", "大赛共设特等奖1个、一等奖3个、二等奖5个，优秀奖20个，颁发奖牌和证书。")]
    p += [("h", 1, "七、", "有关要求"), ("p", f"每个团队成员最多{f.people}人。"), ("h", 1, "八、", "联系方式")]
    p += [
        ("p", f"作品报送邮箱：{f.contacts[0]['email']}"),
        ("p", f"政策咨询电话：{f.contacts[1]['phone']}（{name(rng)}）"),
    ]
    issued = f.issued
    return f, [*p, ("p", f"{f.issuers[0]}　　{issued.year}年{issued.month}月{issued.day}日印发" if issued else "")]
