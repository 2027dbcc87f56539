"""Fifteen fabricated notices of another generator: their first scores stand in docs/importing-notices.md.

Each is put together from other ways to say every part than `first` has.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random
from typing import Any

from tests.intake.corpus.made_up import FIELDS, Facts, Topic, Track, mobile, name, phone, span, third, until
from tests.intake.corpus.render import Pieces

CONTEST = "“星桥”数字应用竞赛"
FORMS = ("第{year}届“星桥”数字应用竞赛", "{year}“星桥”数字应用竞赛{branch}选拔赛")
_HAN = "一二三四五六七八九十"
_CITIES = ("澜江", "鹿鸣", "古渡", "桐溪", "长汀坝", "双塔", "雁北", "沙洲")
_DEPARTMENTS = (
    "大数据发展管理局",
    "经济和信息化局",
    "发展和改革委员会",
    "人力资源和社会保障局",
    "城市管理局",
    "行政审批服务局",
    "科学技术协会",
    "投资促进中心",
    "市场监督管理局",
    "共青团委",
)
_WHO = (
    "高速路网",
    "水产养殖",
    "社区养老",
    "工业园区",
    "山洪沟道",
    "便民热线",
    "校园食堂",
    "物流专线",
    "文博场馆",
    "充电设施",
    "小微企业",
    "灌区用水",
    "快递末端",
    "殡葬服务",
)
_HOW = (
    "运行态势智能研判",
    "数据资产化探索",
    "一网通管应用",
    "风险隐患识别",
    "供需精准匹配",
    "碳效评价模型",
    "数字孪生底座",
    "惠企政策直达",
)
_FILLER = "鼓励应用新一代信息技术，形成可推广的解决方案。"


class _Writer:
    """One notice: its facts, its pieces, and how it numbers."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed * 7919)
        self.n = seed
        city = _CITIES[seed % len(_CITIES)]
        year = (2024, 2025, 2026)[seed % 3]
        self.f = Facts(year, city, CONTEST, f"{year}“星桥”数字应用竞赛{city}选拔赛")
        self.p: Pieces = []
        self.section = 0
        self.style = seed % 4

    def variant(self, of: int, ways: int) -> int:
        return (self.n // of + self.n) % ways

    def unit(self, department: str) -> str:
        return f"{self.f.place}市{department}"

    def units(self, count: int) -> list[str]:
        return [self.unit(d) for d in self.rng.sample(_DEPARTMENTS, count)]

    def h(self, text: str, rest: str = "") -> None:
        self.section += 1
        number = _HAN[self.section - 1]
        label = (f"{number}、", f"第{number}部分　", f"{self.section}、", f"{number}．")[self.style]
        self.p.append(("h", 1, label, text, rest))
        self.item = 0

    def sub(self, text: str, rest: str = "") -> None:
        self.item += 1
        label = (f"（{_HAN[self.item - 1]}）", f"{_HAN[self.item - 1]}、", f"（{self.item}）", f"{self.item}.")[
            self.style
        ]
        self.p.append(("h", 2, label, text, rest))

    def say(self, text: str) -> None:
        self.p.append(("p", text))


def notices() -> Iterator[tuple[str, Facts, Pieces, dict[str, Any]]]:
    """Every notice: its file name, its facts, its pieces, how it is rendered."""
    formats: list[tuple[str, dict[str, Any]]] = [
        ("docx", {}),
        ("pdf", {}),
        ("html", {}),
        ("txt", {}),
        ("txt", {"style": "wrapped"}),
        ("md", {"style": "md"}),
        ("txt", {"style": "gbk"}),
    ]
    for seed in range(1, 16):
        w = _Writer(seed)
        for part in (_head, _identity, _organisers, _tracks, _timeline, _terms, _awards, _contacts, _foot):
            part(w)
        ending, how = formats[seed % len(formats)]
        yield f"sealed-{seed:02}.{ending}", w.f, w.p, how


def _head(w: _Writer) -> None:
    f = w.f
    f.issuers = [w.unit("大数据发展管理局"), *w.units(1)][: 1 + w.n % 2]
    if len(set(f.issuers)) < len(f.issuers):
        f.issuers = f.issuers[:1]
    f.issued = date(f.year, 3, 1 + w.n)
    way = w.variant(1, 4)
    f.number = f"{f.place[0]}数〔{f.year}〕{w.n + 3}号" if way != 3 else ""
    f.title = (
        f"{f.issuers[0]}关于开展{f.name}的通知",
        f"关于组织参加{f.name}的函",
        f"{f.name}参赛公告",
        f"{f.name}实施细则",
    )[way]
    if way == 0:
        w.p += [
            ("line", f"{f.issuers[0]}文件"),
            ("line", f.number),
            ("title", f"{f.issuers[0]}关于开展"),
            ("title", f"{f.name}的通知"),
        ]
    elif way == 3:
        w.p += [("title", f.title), ("line", "（征求意见稿修订）")][:1]
    else:
        w.p += [("right", f.number), ("title", f.title)]
    f.bases = [f"《第{f.year}届“星桥”数字应用竞赛总体方案》"]
    w.p += [
        ("p", "各县（市、区）数据主管部门，有关企事业单位："),
        ("p", f"为深化数据要素开发利用，按照{f.bases[0]}安排，我市拟举办选拔赛，具体如下。"),
    ]


def _identity(w: _Writer) -> None:
    f = w.f
    f.theme = w.rng.choice(("数聚星桥 慧通未来", "让数据多跑路", "以数搭桥 向新而行"))
    way = w.variant(2, 3)
    if way == 0:
        w.h("竞赛名称和主题")
        w.sub(f"竞赛名称：{f.name}")
        w.sub(f"竞赛主题：{f.theme}")
    elif way == 1:
        w.h("赛事名称")
        w.say(f"{f.name}（下称“选拔赛”）。")
        w.h("赛事主题")
        w.say(f"“{f.theme}”")
    else:
        w.h("总体要求")
        w.say(f"{f.name}以“{f.theme}”为主题，坚持公益、公开、公平。")


def _organisers(w: _Writer) -> None:
    f = w.f
    picked = w.units(7)
    f.organisers = {
        "guiding": [f"{f.place}市人民政府"],
        "hosts": picked[:3],
        "undertakers": [*picked[3:4], f"{f.place}数字产业集团有限公司"],
        "supporters": [f"{f.place}学院", f"{f.place}市软件行业协会"],
    }
    w.h("组织机构" if w.n % 2 else "组织单位")
    way = w.variant(3, 5)
    titles = {"guiding": "指导单位", "hosts": "主办单位", "undertakers": "承办单位", "supporters": "协办单位"}
    if way == 0:
        for role, title in titles.items():
            w.sub(f"{title}：{'、'.join(f.organisers[role])}")
    elif way == 1:
        w.p.append(("table", [[titles[role], "\n".join(units)] for role, units in f.organisers.items()]))
    elif way == 2:
        for role, title in titles.items():
            w.say(f"{title}：{'、'.join(f.organisers[role])}")
    elif way == 3:
        for role, title in titles.items():
            w.sub(title)
            w.say("、".join(f.organisers[role]) + "。")
    else:
        g, h, u = (f.organisers[role] for role in ("guiding", "hosts", "undertakers"))
        del f.organisers["supporters"]
        w.say(f"选拔赛由{g[0]}指导，{'、'.join(h)}共同主办，{'、'.join(u)}承办。")


def _tracks(w: _Writer) -> None:
    f = w.f
    titles = [f"{who}{how}" for who in _WHO for how in _HOW]
    picked = iter(w.rng.sample(titles, 60))
    guided = w.n % 3 != 0
    for field in w.rng.sample(list(FIELDS), 3 + w.n % 3):
        topics = [Topic(next(picked), _FILLER) for _ in range(w.rng.randint(2, 4))]
        f.tracks.append(Track(field, w.units(1 + w.n % 2) if guided else [], topics))
    way = w.variant(4, 6)
    if way in (0, 1):
        w.h("赛道与赛题")
        for number, track in enumerate(f.tracks, 1):
            w.sub(f"{track.field}赛道" if way == 0 else f"赛道{number}：{track.field}")
            if track.units:
                w.say(f"{'指导' if way == 0 else '牵头'}单位：{'、'.join(track.units)}。")
            for index, topic in enumerate(track.topics, 1):
                w.p += [("h", 3, f"{'①②③④'[index - 1]}" if way else f"赛题{index}：", topic.title), ("p", topic.text)]
    elif way == 2:
        w.h("赛道赛题设置")
        rows: list[list[str | None]] = [["赛道", "牵头单位", "赛题名称", "赛题说明"]]
        for track in f.tracks:
            for index, topic in enumerate(track.topics):
                rows.append(
                    [track.field, "、".join(track.units), topic.title, topic.text]
                    if not index
                    else [None, None, topic.title, topic.text]
                )
        w.p.append(("table", rows))
    elif way == 3:
        w.h("竞赛内容")
        w.say(f"竞赛共设{len(f.tracks)}个赛道：")
        for track in f.tracks:
            w.sub(f"{track.field}赛道", f"（指导单位：{'、'.join(track.units)}）" if track.units else "")
            for index, topic in enumerate(track.topics, 1):
                w.say(
                    f"（{index}）{topic.title}。{topic.text}"
                    if w.style != 2
                    else f"{index}){topic.title}。{topic.text}"
                )
    else:
        w.h("赛道设置")
        w.say(f"选拔赛设{len(f.tracks)}个赛道，赛题及说明见附件。")
        w.annex = True  # type: ignore[attr-defined]


def _timeline(w: _Writer) -> None:
    f, y = w.f, w.f.year
    way = w.variant(5, 6)
    forms = (
        "{m}月{d}日—{m2}月{d2}日",
        "{y}年{m}月{d}日至{y2}年{m2}月{d2}日",
        "{m}月{d}日-{m2}月{d2}日",
        "{y}.{m}.{d}-{y2}.{m2}.{d2}",
    )
    form = forms[w.n % 4] if way != 5 else forms[0]
    deadline = (
        until(date(y, 5, 31), "{m}月{d}日17:30前", (17, 30)) if w.n % 2 else until(date(y, 5, 31), "{m}月{d}日24:00前")
    )
    f.phases = [
        {"name": "赛事启动", "kind": "preparation", **third(y, 3, "下旬")},
        {"name": "报名组队", "kind": "registration", **(span(date(y, 4, 6), 30, form) if way % 2 else deadline)},
        {"name": "作品初评", "kind": "review", **span(date(y, 6, 3), 11, form)},
        {
            "name": "现场决赛",
            "kind": "final",
            "text": "6月28日下午",
            "start": datetime.combine(date(y, 6, 28), time(12)),
            "end": date(y, 6, 28),
            "approximate": "half-day",
        },
        {"name": "结果公示", "kind": "publicity", **third(y, 7, "初")},
    ]
    if way == 0:
        w.h("赛程安排")
        w.p.append(
            ("table", [["时间", "环节", "工作内容"], *([ph["text"], ph["name"], "按通知要求开展"] for ph in f.phases)])
        )
    elif way == 1:
        w.h("时间安排")
        for ph in f.phases:
            w.sub(f"{ph['name']}（{ph['text']}）", "。请各参赛团队及时关注。")
    elif way == 2:
        w.h("日程安排")
        for ph in f.phases:
            w.sub(f"{ph['name']}阶段：{ph['text']}")
            ph["name"] += "阶段"
    elif way == 3:
        w.h("实施步骤")
        for ph in f.phases:
            w.sub(ph["name"], f"。时间：{ph['text']}。{_FILLER}")
    elif way == 4:
        w.h("进度安排")
        for ph in f.phases:
            w.sub(f"{ph['text']}，{ph['name']}。{_FILLER}")
    else:
        w.h("赛程安排")
        for ph in f.phases:
            w.say(f"{ph['name']}：{ph['text']}，{_FILLER}")
    f.url = ("https://bridge.example.com/apply", "http://www.bridge.example.com", "https://bridge.example.com/2")[
        w.n % 3
    ]
    w.say(
        (f"参赛团队登录竞赛官网（{f.url}）完成报名。", f"报名入口：{f.url}", f"统一通过官方平台{f.url}提交报名信息。")[
            w.n % 3
        ]
    )


def _terms(w: _Writer) -> None:
    f = w.f
    f.people = 3 + w.n % 4
    w.h("参赛要求")
    w.say(
        (
            f"参赛队伍由2—{f.people}人组成，每人限参加一支队伍。",
            f"每支队伍成员不得超过{f.people}名。",
            f"参赛代表人数最多{f.people}人。",
        )[w.n % 3]
    )
    if w.n % 2:
        f.materials = ["参赛报名表", "项目方案书", "知识产权证明"]
        w.h("申报材料")
        for material in f.materials:
            w.sub(material, "。一式两份。")
    f.days = ((5, "working"), (7, None), (7, "calendar"))[w.n % 3]
    w.h("公示与推荐")
    told = {"working": "5个工作日", None: "7天", "calendar": "7个自然日"}[f.days[1]]
    w.say(
        (
            f"评审结果在竞赛官网公示，公示期{told}。",
            f"获奖名单公示{told}，接受社会监督。",
            f"对拟获奖项目进行为期{told}的公示。",
        )[(w.n + 1) % 3]
    )
    f.quota = 4 + w.n
    way = w.n % 3
    f.at_most = way == 0
    f.sme = 0.25 if way == 1 else None
    w.say(
        (
            f"每届推荐参加全国总决赛的项目不超过{f.quota}个。",
            f"择优推荐{f.quota}个项目进入全国总决赛，中小企业项目占比不低于25%。",
            f"按成绩遴选{f.quota}支队伍参加全国总决赛。",
        )[way]
    )


def _awards(w: _Writer) -> None:
    f = w.f
    w.h("奖项设置" if w.n % 2 else "奖励办法")
    way = w.variant(6, 6)
    f.levels = ["一等奖", "二等奖", "三等奖"]
    counts, cash = (1, 2, 4), (20_000, 10_000, 5_000)
    scope = "track" if way in (0, 3) else "edition"
    f.quotas = [{"scope": scope, "level": level, "count": count} for level, count in zip(f.levels, counts, strict=True)]
    if way in (0, 1, 2, 4):
        f.prizes = dict(zip(f.levels, cash, strict=True))
    if way == 0:
        w.say("每个赛道评选一等奖1个、二等奖2个、三等奖4个，奖金分别为20000元、10000元、5000元。")
    elif way == 1:
        w.p.append(
            (
                "table",
                [
                    ["等次", "名额", "奖金"],
                    ["一等奖", "1名", "2万元"],
                    ["二等奖", "2名", "1万元"],
                    ["三等奖", "4名", "0.5万元"],
                ],
            )
        )
    elif way == 2:
        w.say("共设：一等奖1名，奖金2万元；二等奖2名，奖金1万元；三等奖4名，奖金5000元。")
    elif way == 3:
        f.special = ["最佳人气奖"]
        w.say("各赛道设一等奖1名、二等奖2名、三等奖4名。另设最佳人气奖。")
    elif way == 4:
        for level, count, cny in zip(f.levels, counts, ("2万元", "1万元", "5千元"), strict=True):
            w.sub(f"{level}{count}名，每名奖励{cny}")
        f.quotas = [q | {"scope": "edition"} for q in f.quotas]
    else:
        f.levels.append("优秀奖")
        f.quotas.append({"scope": "edition", "level": "优秀奖", "count": 10})
        w.say("选拔赛共设一等奖1项、二等奖2项、三等奖4项和优秀奖10项。")
    if w.n % 3 == 1:
        f.forms = ["证书", "奖杯"]
        w.say("向获奖团队颁发证书、奖杯。")


def _contacts(w: _Writer) -> None:
    f = w.f
    way = w.variant(7, 5)
    a, b = phone(w.rng, "0983"), phone(w.rng, "0983")
    w.h("联系方式")
    if way == 0:
        f.contacts = [{"role": "竞赛组委会办公室", "phone": a, "email": "bridge@bridge.example.com"}]
        w.say("竞赛组委会办公室")
        w.say(f"联系人：{name(w.rng)}　联系电话：{a}")
        w.say("电子邮箱：bridge@bridge.example.com")
    elif way == 1:
        f.contacts = [{"role": "赛事咨询", "phone": a}, {"role": "平台技术支持", "phone": b}]
        w.p.append(
            ("table", [["赛事咨询", f"{name(w.rng)} {a}"], ["平台技术支持", f"{name(w.rng)} {b} {mobile(w.rng)}"]])
        )
    elif way == 2:
        f.contacts = [{"role": w.unit("大数据发展管理局"), "phone": a, "hours": "工作日9:00—17:00"}]
        w.say(f"{w.unit('大数据发展管理局')}：{name(w.rng)}，{a}（咨询时间：工作日9:00—17:00）。")
    elif way == 3:
        f.contacts = [{"role": "报名咨询", "phone": a}, {"role": "监督投诉", "phone": b, "about": "complaints"}]
        w.sub(f"报名咨询电话：{a}")
        w.sub(f"监督投诉电话：{b}")
    else:
        f.contacts = [{"role": "竞赛秘书处", "phone": a}]
        w.say(f"竞赛秘书处联系人：{name(w.rng)}，电话：{a}，手机：{mobile(w.rng)}。")


def _foot(w: _Writer) -> None:
    f = w.f
    annexed = getattr(w, "annex", False)
    if annexed:
        w.p.append(("p", "附件：赛道赛题目录"))
    assert f.issued
    w.p += [("right", issuer) for issuer in f.issuers]
    w.p.append(("right", f"{f.issued.year}年{f.issued.month}月{f.issued.day}日"))
    if not annexed:
        return
    w.p += [("break",), ("line", "附件"), ("title", "赛道赛题目录")]
    for number, track in enumerate(f.tracks):
        w.p.append(("h", 1, f"{_HAN[number]}、", f"{track.field}赛道"))
        if track.units:
            w.p.append(("p", f"（指导单位：{'、'.join(track.units)}）"))
        for index, topic in enumerate(track.topics, 1):
            w.p += [("h", 2, f"{index}．", topic.title), ("p", topic.text)]
