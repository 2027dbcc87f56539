"""How dates, numbers and gaps are worded on pages."""

from __future__ import annotations

import re
from datetime import date, datetime

from generator.model import Edition
from generator.model.edition import Publicity

UNSTATED = "通知未载明"
"""Shown wherever the notice is silent."""


def day(value: date | None) -> str:
    """A full date: 2026年6月22日."""
    return f"{value.year}年{value.month}月{value.day}日" if value else UNSTATED


def month_day(value: date) -> str:
    """A date within its year: 6月22日."""
    return f"{value.month}月{value.day}日"


def moment(value: date) -> str:
    """A day with its minute, where it has one: 2026年8月28日17:00."""
    return day(value) + (f"{value:%H:%M}" if isinstance(value, datetime) else "")


def period(start: date, end: date) -> str:
    """From one moment to another; the year is said again only when it is another."""
    last = moment(end).removeprefix(f"{start.year}年") if start.year == end.year else moment(end)
    return f"{moment(start)}至{last}"


def number(value: int | float) -> str:
    """A number without a needless fraction, thousands in groups."""
    text = f"{value:,.2f}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count(value: int | None) -> str:
    """A count, or that the notice is silent."""
    return UNSTATED if value is None else number(value)


def money(cny: int) -> str:
    """Yuan, in 万 where it is even: 3万元, 5,000元."""
    if cny >= 10_000 and cny % 1_000 == 0:
        return f"{number(cny / 10_000)}万元"
    return f"{number(cny)}元"


def size(count: int) -> str:
    """A file's size from its bytes: 340 KB, 2.4 MB."""
    return f"{number(round(count / 1e6, 1))} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} KB"


def percent(share: float) -> str:
    """A proportion: 30%."""
    return f"{number(round(share * 100, 2))}%"


def publicity(value: Publicity | None) -> str:
    """How long results are open to objections: 7天, 5个自然日, 5个工作日."""
    if value is None:
        return UNSTATED
    unit = {"calendar": "个自然日", "working": "个工作日", None: "天"}[value.unit]
    return f"{value.days}{unit}"


def ordinal(value: int) -> str:
    """A Chinese numeral for headings: 一 … 九十九."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return head + (digits[ones] if ones or not tens else "")


def phrases(name: str) -> tuple[str, ...]:
    """An edition's name cut where a line may break: year, contest, branch."""
    parts = re.fullmatch(r"(\d{4}年)?(“[^”]+”大赛)?(.*)", name)
    return tuple(part for part in parts.groups() if part) if parts else (name,)


def source(edition: Edition) -> str:
    """The document that an edition's facts come from, in one line."""
    document = edition.document
    title = f"《{document.title}》" if document.title else ""
    mark = f"（{document.number}）" if document.number and title else document.number or ""
    return f"{title}{mark}" or "主办单位公开发布的通知"


def joined(names: tuple[str, ...]) -> str:
    """Names in one line."""
    return "、".join(names) if names else UNSTATED
