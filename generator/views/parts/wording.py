"""How dates, numbers and gaps are worded on pages."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

from generator.model import AwardScheme, Edition, Phase, PhaseKind, Prize, Quota
from generator.model.edition import Finals, Publicity

UNSTATED = "通知未载明"
"""Shown wherever the notice is silent."""

UNANNOUNCED = "尚未公布"
"""The same as long as there is no notice that could be silent."""


def as_announced(text: str, announced: bool) -> str:
    """A finished text of an edition, in which no notice is called silent that there is not yet."""
    return text if announced else text.replace(UNSTATED, UNANNOUNCED)


def day(value: date) -> str:
    """A full date: 2026年6月22日."""
    return f"{value.year}年{value.month}月{value.day}日"


def period(start: date, end: date) -> str:
    """From one moment to another; the year is said again only when it is another."""
    return f"{day(start)}{hour(start)}至{'' if start.year == end.year else f'{end.year}年'}{moment(end)}"


def hour(value: date) -> str:
    """The hour of a moment: 17:00; empty for a whole day."""
    return f"{value:%H:%M}" if isinstance(value, datetime) else ""


def moment(value: date) -> str:
    """A day within the year of its edition, with the hour where there is one: 7月18日, 7月18日17:00."""
    return f"{value.month}月{value.day}日{hour(value)}"


def when(phase: Phase) -> str:
    """When a phase is, as the notice says it, with the hour that its wording leaves out."""
    return phase.text if phase.approximate else _with_hour(phase.text, phase.end)


def registration(edition: Edition, phases: tuple[Phase, ...]) -> str:
    """When teams register, as the notice says it or from its days; else as those of its phases say that are for it."""
    given = edition.registration
    if given.text:
        return _with_hour(given.text, given.closes)
    if not given.opens and not given.closes:
        own = [phase for phase in phases if phase.kind is PhaseKind.REGISTRATION]
        named = (f"{phase.name}：{when(phase)}" if len(own) > 1 else when(phase) for phase in own)
        return "；".join(named) or UNSTATED
    opens = f"{moment(given.opens)}{'' if given.closes else '起'}" if given.opens else ""
    return f"{opens}{'—' * bool(given.opens and given.closes)}{moment(given.closes) if given.closes else ''}"


def _with_hour(text: str, end: date | None) -> str:
    return text if not isinstance(end, datetime) or _says(text, end) else f"{text}（{hour(end)}截止）"


def _says(text: str, end: datetime) -> bool:
    """Whether a text has the hour in one of the forms of notices: 17:00, 17时, 17点30分, 下午5时."""
    hours = f"{end.hour}|(?<=[午上间]){end.hour % 12 or 12}"
    minutes = f"{end.minute}分" if end.minute else "整?(?!\\d|半)"
    return re.search(rf"(?<!\d)0?(?:{hours})(?:[:：]{end:%M}|[时点]{minutes})", text) is not None


def number(value: int | float) -> str:
    """A number with all its digits, thousands in groups; 15 are what a sum of fractions has right."""
    return f"{value:,}" if isinstance(value, int) else f"{Decimal(f'{value:.15g}'):,f}"


def count(value: int | None) -> str:
    """A count, or that the notice is silent."""
    return UNSTATED if value is None else number(value)


def quota(value: Quota) -> str:
    """How many awards: a number, a share of something, or that the notice is silent."""
    if value.share is None:
        return count(value.count)
    return f"{value.of}的{percent(value.share)}" if value.of else percent(value.share)


def in_principle(scheme: AwardScheme) -> str:
    """What follows a number of awards that the organisers may change; else empty."""
    return "（原则上）" if scheme.in_principle else ""


def rewards(scheme: AwardScheme) -> str:
    """In what form awards are given: 奖牌、证书, 证书，不设奖金."""
    return "，".join(filter(None, ("、".join(scheme.forms), "不设奖金" if scheme.no_cash else "")))


def money(cny: int) -> str:
    """Yuan, in 万 where it is even: 3万元, 5,000元."""
    if cny >= 10_000 and cny % 1_000 == 0:
        return f"{number(cny / 10_000)}万元"
    return f"{number(cny)}元"


def prize(given: Prize) -> str:
    """What an award brings: 3万元, 2,000元、奖杯."""
    return "、".join([*([money(given.cny)] if given.cny is not None else []), *given.items])


def size(count: int) -> str:
    """A file's size from its bytes, on one line: 340 KB, 2.4 MB."""
    return f"{number(round(count / 1e6, 1))}\u00a0MB" if count >= 1e6 else f"{max(1, round(count / 1e3))}\u00a0KB"


def percent(share: float) -> str:
    """A proportion: 30%."""
    return f"{number(share * 100)}%"


def finals_label(value: Finals) -> str:
    """What the number of projects for the national finals is called beside that number."""
    if value.scope == "each-branch":
        return f"每个分赛推荐名额{'上限' if value.at_most else ''}"
    return f"推荐总决赛名额{'上限' if value.at_most else ''}"


def finals_quota(value: Finals) -> str:
    """How many projects may go to the national finals: 34个项目, 每个分赛最多28个项目."""
    if value.quota is None:
        return UNSTATED
    return f"{finals_limit(value)}{value.quota}个项目"


def finals_limit(value: Finals) -> str:
    """What stands before the number of projects: 每个分赛最多; nothing when a branch has just so many."""
    return ("每个分赛" if value.scope == "each-branch" else "") + ("最多" if value.at_most else "")


def finals(value: Finals) -> str:
    """All that is said of recommendation to the national finals, in one line."""
    share = f"，其中中小企业不少于{percent(value.sme_min_share)}" if value.sme_min_share else ""
    others = f"；其他赛事每个最多{value.others_at_most}个项目" if value.others_at_most is not None else ""
    return f"{finals_quota(value)}{share}{others}"


def publicity(value: Publicity | None, phases: tuple[Phase, ...] = ()) -> str:
    """How long results are open to objections: 7天, 入围项目、获奖项目各5个工作日; else when, as its phases say."""
    if value is None:
        return "、".join(when(phase) for phase in phases if phase.kind is PhaseKind.PUBLICITY) or UNSTATED
    unit = {"calendar": "个自然日", "working": "个工作日", None: "天"}[value.unit]
    return f"{'、'.join(value.of)}{'各' if len(value.of) > 1 else ''}{value.days}{unit}"


def phrases(name: str, contest: str) -> tuple[str, ...]:
    """An edition's name cut where a line may break: year, contest, branch."""
    parts = re.fullmatch(rf"(\d{{4}}年)?({re.escape(contest)})?(.*)", name)
    return tuple(part for part in parts.groups() if part) if parts else (name,)


def source(edition: Edition) -> str:
    """The document that an edition's facts come from, in one line; empty when nothing is known of one."""
    document = edition.document
    title = f"《{document.title}》" if document.title else ""
    mark = f"（{document.number}）" if document.number and title else document.number or ""
    told = "主办单位公开发布的通知" if document.model_dump(exclude_defaults=True) else ""
    return f"{title}{mark}" or told
