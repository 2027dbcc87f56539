"""Days and periods as notices write them, with the vagueness they have."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

_CLOCK = (
    r"(?:(?P<half{n}>上午|下午|中午|晚上|晚|早)?(?P<hour{n}>\d{{1,2}})"
    r"(?:[:：](?P<minute{n}>\d{{2}})|[时点](?:(?P<minutes{n}>\d{{1,2}})分)?整?))"
)
_POINT = (
    r"(?:(?P<year{n}>20\d\d)[年./-])?(?P<month{n}>\d{{1,2}})(?:月(?:份)?|[./-](?=\d))"
    r"(?:(?P<day{n}>\d{{1,2}})(?:[日号]|(?![\d日号个年]))|(?P<part{n}>上旬|中下旬|中旬|下旬|初|中|底|末))?"
    r"(?:（[^（）\d]{{1,8}}）)?(?:" + _CLOCK + r"|(?P<time{n}>上午|下午|晚上?|中午))?"
)
_TO = r"\s*(?:至|到|—+|–|-+|~|～|起至|(?<=[起始])，[至到]|(?<=[起始])，(?=[^，。；]{4,16}(?:截止|止|结束)))\s*"
_SECOND = (
    "(?:" + _POINT.format(n=2) + r"|(?P<alone2>\d{{1,2}})[日号](?:".format() + _CLOCK.format(n=3) + r")?"
    r"|(?P<thirds>上旬|中旬|下旬|月底|月末)|" + _CLOCK.format(n=4) + ")"
)
PERIOD = re.compile(
    rf"{_POINT.format(n=1)}(?P<since>起|开始)?(?:{_TO}{_SECOND})?(?P<before>之前|以前|前|止|截止|结束|底前)?(?P<from>起|开始)?"
)
_DOTTED = re.compile(r"[^：\d]{2,12}：\d{1,2}\.\d{1,2}(?:\s*[~～—–-]+\s*\d{1,2}\.\d{1,2})?")
"""A line that is nothing but a name and days such as 6.1 ~ 7.15."""
_PARTS = dict.fromkeys(("上旬", "初"), (1, 10)) | dict.fromkeys(("中旬", "中"), (11, 20)) | {"中下旬": (11, 31)}
_PARTS |= dict.fromkeys(("下旬", "底", "末"), (21, 31))
_NOON = 12
_UNTIL = re.compile(
    "(?:(?:即日|(?:通知)?(?:发布|印发|发文)之日)起)?(?:[，到]|延长至|(?<!调整)(?<!推迟)(?<!顺延)至|截[至止]到?(?:时间|日期)?[为：]?)$(?<![，])"
)
"""What stands before a day until which something goes on."""


@dataclass(frozen=True)
class Period:
    """A period as content has it: inclusive moments, how vague, which end is exact, the words."""

    text: str
    start: date | None
    end: date | None
    approximate: str | None = None
    exact: str | None = None
    certain_year: bool = True


@dataclass(frozen=True)
class _Point:
    first: date
    last: date
    vague: str | None
    year_told: bool


def periods(text: str, year: int) -> Iterator[tuple[int, int, Period]]:
    """Every period in a text with where it stands; days without a year are of `year`."""
    for match in PERIOD.finditer(text):
        if text[match.end() : match.end() + 1] in ("个", "%") or re.search(r"[\d.〔-]$", text[: match.start()]):
            continue
        if "月" not in match[0] and not _DOTTED.fullmatch(text) and not re.search(r"20\d\d[./-]\d", match[0]):
            continue
        try:
            found = _period(match, year)
        except ValueError:
            continue
        until = _UNTIL.search(text[: match.start()])
        if until and (found.start is None or found.start == found.end or found.approximate):
            found = replace(found, start=None, text=_spoken(until[0]) + found.text)
        yield match.start(), match.end(), found


def _spoken(until: str) -> str:
    """“即日起至” is of the period, the label “截止时间：” is not."""
    return "" if re.search("时间|日期|：", until) else until.lstrip("，")


def _period(match: re.Match[str], year: int) -> Period:
    text = match[0].strip()
    first = _point(match, 1, year)
    second = _second(match, first)
    if second is None and match["before"]:
        return Period(text, None, first.last, first.vague, None, first.year_told)
    if second is None and (match["since"] or match["from"]):
        return Period(text, first.first, None, first.vague, None, first.year_told)
    if second is None:
        return Period(text, first.first, first.last, first.vague, None, first.year_told)
    vague = first.vague or second.vague
    if "half-day" in (first.vague, second.vague):
        vague = None if {first.vague, second.vague} == {"half-day", None} else vague
        return Period(text, first.first, second.last, "half-day" if vague == "half-day" else vague)
    exact = None
    if vague and not (first.vague and second.vague):
        exact = "end" if first.vague else "start"
    coarse = [way for way in ("month", "part-of-month", "ten-day") if way in (first.vague, second.vague)]
    return Period(text, first.first, second.last, coarse[0] if coarse else None, exact, first.year_told)


def _second(match: re.Match[str], first: _Point) -> _Point | None:
    base = first.first
    if match["month2"]:
        year = int(match["year2"] or base.year + (int(match["month2"]) < base.month))
        return _point(match, 2, year)
    if match["alone2"]:
        day = date(base.year, base.month, int(match["alone2"]))
        if not match["hour3"]:
            return _Point(day, day, None, True)
        moment = _moment(day, match["half3"], match["hour3"], match["minute3"] or match["minutes3"])
        return _Point(moment, moment, None, True)
    if match["thirds"]:
        start, end = _PARTS[match["thirds"].replace("月", "")]
        last = _last(base.year, base.month)
        vague = "ten-day" if "旬" in match["thirds"] else "part-of-month"
        return _Point(date(base.year, base.month, start), date(base.year, base.month, min(end, last)), vague, True)
    if match["hour4"]:
        day = base.date() if isinstance(base, datetime) else base
        moment = _moment(day, match["half4"], match["hour4"], match["minute4"] or match["minutes4"])
        return _Point(moment, moment, None, True)
    return None


def _point(match: re.Match[str], n: int, year: int) -> _Point:
    told = bool(match[f"year{n}"])
    year = int(match[f"year{n}"] or year)
    month = int(match[f"month{n}"])
    last = _last(year, month)
    if match[f"day{n}"]:
        day = date(year, month, int(match[f"day{n}"]))
        if match[f"hour{n}"]:
            minutes = match[f"minute{n}"] or match[f"minutes{n}"]
            moment = _moment(day, match[f"half{n}"], match[f"hour{n}"], minutes)
            return _Point(moment, moment, None, told)
        half = match[f"time{n}"]
        if half == "上午":
            return _Point(day, datetime.combine(day, time(_NOON)), "half-day", told)
        if half:
            return _Point(datetime.combine(day, time(_NOON)), day, "half-day", told)
        return _Point(day, day, None, told)
    if part := match[f"part{n}"]:
        start, end = _PARTS[part]
        vague = "ten-day" if "旬" in part else "part-of-month"
        return _Point(date(year, month, start), date(year, month, min(end, last)), vague, told)
    return _Point(date(year, month, 1), date(year, month, last), "month", told)


def _moment(day: date, half: str | None, hour: str, minute: str | None) -> date:
    """The moment; midnight at its end is the whole day."""
    hours = int(hour or 0) + (_NOON if half in ("下午", "晚上", "晚") and int(hour) < _NOON else 0)
    if hours >= 24 or (hours, minute) == (23, "59"):
        return day
    return datetime.combine(day, time(hours, int(minute or 0)))


def _last(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
