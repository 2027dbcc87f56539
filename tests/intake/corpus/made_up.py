"""Facts of contests that never were: what a notice will say, as content would hold it. All names are fabricated."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from tests.intake.scoring import Item, items_of_content

PLACES = ("云川", "临江", "青岚", "石门", "望海", "松原岭", "白杨", "东湖湾", "南麓", "金沙坪", "北屿", "清溪")
FIELDS = {
    "工业制造": "industrial-manufacturing",
    "现代农业": "modern-agriculture",
    "商贸流通": "commerce-circulation",
    "交通运输": "transport",
    "金融服务": "financial-services",
    "科技创新": "sci-tech-innovation",
    "文化旅游": "culture-tourism",
    "医疗健康": "healthcare",
    "应急管理": "emergency-management",
    "气象服务": "meteorological-services",
    "城市治理": "urban-governance",
    "绿色低碳": "green-low-carbon",
}
_OFFICES = (
    "数据局",
    "工业和信息化厅",
    "财政厅",
    "农业农村厅",
    "商务厅",
    "交通运输厅",
    "文化和旅游厅",
    "卫生健康委员会",
    "应急管理厅",
    "气象局",
    "住房和城乡建设厅",
    "生态环境厅",
    "科学技术厅",
    "总工会",
    "教育厅",
    "水利厅",
)
_GOALS = ("提升", "推动", "促进", "构建", "探索", "强化", "打造", "拓展")
_THINGS = (
    "港口货运",
    "山区果园",
    "老旧小区",
    "河湖水质",
    "夜间消费",
    "冷链仓储",
    "乡镇诊所",
    "公交客流",
    "园区能耗",
    "古树名木",
    "渔船作业",
    "工地扬尘",
    "票据核验",
    "林火监测",
    "供热管网",
    "电梯维保",
    "农机调度",
    "景区客流",
    "低空巡检",
    "排水内涝",
)
_AIMS = (
    "数据融合应用",
    "智能预警能力",
    "协同服务水平",
    "全链条追溯",
    "精细化管理",
    "数智化转型",
    "可信流通机制",
    "高质量数据集建设",
)
_TEXTS = (
    "汇聚多源数据，建立监测模型，支撑日常管理和应急处置。",
    "打通上下游环节，形成可复制的服务模式，降低运行成本。",
    "围绕一线需求开展试点，评估成效后逐步推广。",
)


@dataclass
class Topic:
    title: str
    text: str
    units: list[str] = field(default_factory=list)


@dataclass
class Track:
    field: str
    units: list[str]
    topics: list[Topic]
    kind: str = "professional"
    printed: str = ""


@dataclass
class Facts:
    """What one notice tells; empty where it does not."""

    year: int
    place: str
    contest: str
    name: str
    theme: str = ""
    number: str = ""
    title: str = ""
    issuers: list[str] = field(default_factory=list)
    issued: date | None = None
    bases: list[str] = field(default_factory=list)
    organisers: dict[str, list[str]] = field(default_factory=dict)
    url: str = ""
    phases: list[dict[str, Any]] = field(default_factory=list)
    tracks: list[Track] = field(default_factory=list)
    levels: list[str] = field(default_factory=list)
    quotas: list[dict[str, Any]] = field(default_factory=list)
    prizes: dict[str, int] = field(default_factory=dict)
    special: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    in_principle: bool = False
    no_cash: bool = False
    days: tuple[int, str | None] | None = None
    quota: int | None = None
    at_most: bool = False
    sme: float | None = None
    people: int | None = None
    materials: list[str] = field(default_factory=list)
    outline: list[str] = field(default_factory=list)
    benefits: list[str] = field(default_factory=list)
    contacts: list[dict[str, str]] = field(default_factory=list)
    rubric: dict[str, Any] | None = None
    rules: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)

    def items(self) -> list[Item]:
        """The facts as scores count them."""
        slug = {track.field: f"t{number}" for number, track in enumerate(self.tracks)}
        quotas = [q | {"tracks": [slug[name] for name in q.get("tracks", [])]} for q in self.quotas]
        several = "等" if len(self.issuers) > 1 else ""
        registration = next((p for p in self.phases if p["kind"] == "registration"), {})
        vague = registration.get("approximate") not in (None, "half-day")
        ends = {
            mine: registration[key]
            for key, mine in (("start", "opens"), ("end", "closes"))
            if registration.get(key) and (not vague or registration.get("exact") == key)
        }
        finals = {"quota": self.quota, "at_most": self.at_most, "sme_min_share": self.sme}
        files: dict[str, Any] = {
            "edition.yml": {
                "name": self.name,
                "theme": self.theme,
                "document": {
                    "number": self.number,
                    "title": self.title,
                    "issuer": self.issuers[0] + several if self.issuers else None,
                    "issued": self.issued,
                    "bases": self.bases,
                },
                "organisers": self.organisers,
                "registration": {"url": self.url, "text": registration.get("text")} | ends,
                "submission": [{"item": item} for item in self.materials],
                "case_outline": self.outline,
                "team": {"max_representatives": self.people},
                "publicity": {"days": self.days[0], "unit": self.days[1]} if self.days else None,
                "finals": finals,
                "benefits": [{"name": name} for name in self.benefits],
                "contacts": self.contacts,
                "rules": [{"about": about} for about in self.rules],
                "attachments": [{"title": title} for title in self.attachments],
            },
            "timeline.yml": {"phases": self.phases},
            "awards.yml": {
                "levels": self.levels,
                "quotas": quotas,
                "prizes": [{"level": level, "cny": cny} for level, cny in self.prizes.items()],
                "special": [{"name": name} for name in self.special],
                "in_principle": self.in_principle,
                "no_cash": self.no_cash,
                "total": self._total(),
                "forms": self.forms,
            },
            "judging.yml": {
                "rubrics": [self.rubric] if self.rubric else [],
                "stages": [{"name": name} for name in self.stages],
            },
        }
        tracks = [
            (slug[track.field], self._front(track), [self._topic(t) for t in track.topics]) for track in self.tracks
        ]
        return items_of_content(files, tracks)

    def _total(self) -> int | None:
        counts = [
            q.get("count", 0) * (len(q.get("tracks") or self.tracks) if q["scope"] == "track" else 1)
            for q in self.quotas
        ]
        return sum(counts) or None

    def _front(self, track: Track) -> dict[str, Any]:
        sectors = [FIELDS[track.field]] if track.field in FIELDS else []
        front: dict[str, Any] = {
            "name": track.field,
            "kind": track.kind,
            "sectors": sectors,
            "guiding_units": track.units,
        }
        return front | ({"source_name": track.printed} if track.printed else {})

    def _topic(self, topic: Topic) -> dict[str, Any]:
        return {"title": topic.title, "units": topic.units}


def each(*titles: str) -> list[Topic]:
    """Topics by their titles alone."""
    return [Topic(title, "") for title in titles]


def body(rng: Random, place: str, count: int) -> list[str]:
    """So many bodies of a place."""
    return [f"{place}省{office}" for office in rng.sample(_OFFICES, count)]


def tracks(rng: Random, place: str, count: int, topics: tuple[int, int], units: bool = True) -> list[Track]:
    """Tracks with topics whose titles are all different."""
    titles = [f"{a}{b}{c}" for a in _GOALS for b in _THINGS for c in _AIMS]
    picked = iter(rng.sample(titles, 200))
    made = []
    for name in rng.sample(list(FIELDS), count):
        own = [Topic(next(picked), rng.choice(_TEXTS)) for _ in range(rng.randint(*topics))]
        made.append(Track(name, body(rng, place, rng.randint(1, 2)) if units else [], own))
    return made


def span(first: date, days: int, form: str = "{m}月{d}日—{m2}月{d2}日") -> dict[str, Any]:
    """A period of exact days in a given form."""
    last = first + timedelta(days)
    text = form.format(y=first.year, m=first.month, d=first.day, y2=last.year, m2=last.month, d2=last.day)
    return {"text": text, "start": first, "end": last}


def until(last: date, form: str, hour: tuple[int, int] | None = None) -> dict[str, Any]:
    """A deadline."""
    end = datetime.combine(last, time(*hour)) if hour else last
    return {"text": form.format(y=last.year, m=last.month, d=last.day), "end": end}


def third(year: int, month: int, part: str) -> dict[str, Any]:
    """上旬, 中旬, 下旬, 初, 底 of a month."""
    first, last = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31)}[part]
    end = min(last, calendar.monthrange(year, month)[1])
    vague = "ten-day" if "旬" in part else "part-of-month"
    return {
        "text": f"{month}月{part}",
        "start": date(year, month, first),
        "end": date(year, month, end),
        "approximate": vague,
    }


def phone(rng: Random, code: str) -> str:
    """A number that nobody has: all of them begin with 8800."""
    return f"{code}-8800{rng.randint(1000, 9999)}"


def name(rng: Random) -> str:
    """Somebody who does not exist."""
    return rng.choice("赵钱孙李周吴郑王") + rng.choice(("小样", "示例", "例", "虚拟", "样"))


def mobile(rng: Random) -> str:
    """A number of a mobile telephone that the importer must drop."""
    return f"1380000{rng.randint(1000, 9999)}"


@dataclass
class Directed(Topic):
    """A topic that stands under a direction of its track."""

    group: str = ""


class Grouped(Facts):
    """Facts whose topics may stand in groups."""

    def _topic(self, topic: Topic) -> dict[str, Any]:
        return super()._topic(topic) | {"group": getattr(topic, "group", "")}
