"""Days and periods as notices write them, with the vagueness they have."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

_CLOCK = (
    r"(?:(?P<half{n}>上午|下午|中午|晚上|晚|早)?(?P<hour{n}>\d{{1,2}})"
    r"(?:[:：](?P<minute{n}>\d{{2}})|[时点](?:(?P<minutes{n}>\d{{1,2}})分)?整?))"
)
_POINT = (
    r"(?:(?P<year{n}>20\d\d)[年./-])?(?P<month{n}>\d{{1,2}})(?:月(?:份)?|[./-](?=\d)|(?=[至到~～—–-]\d{{1,2}}月(?!\d)))"
    r"(?:(?P<day{n}>\d{{1,2}})(?:[日号]|(?![\d日号个年]))|(?P<part{n}>[上下]半月|中上旬|上中旬|上旬|中下旬|中旬|下旬|初|中(?![国央心])|底|末)"
    r"|第[一二三四五]个?(?:周|星期)(?:[一二三四五六日天末])?)?"
    r"(?:（[^（）\d]{{1,8}}）(?=\s?(?:\d|[起至到~～—–-]|[上下中]午|晚))|（(?:周|星期|礼拜|暂定|拟|预计|含)[^（）\d]{{0,6}}）)?"
    r"(?:\s?" + _CLOCK + r"|(?P<time{n}>上午|下午|晚上?|中午))?"
)
_TO = r"\s*(?:至|到|—+|–|-+|~|～|起至|(?<=[起始])，[至到]|(?<=[起始])，(?=[^，。；]{4,16}(?:截止|止|结束)))\s*"
_SECOND = (
    "(?:" + _POINT.format(n=2) + r"|(?P<alone2>\d{{1,2}})[日号](?:".format() + _CLOCK.format(n=3) + r")?"
    r"|(?P<thirds>上旬|中旬|下旬|月底|月末)|" + _CLOCK.format(n=4) + ")"
)
PERIOD = re.compile(
    rf"{_POINT.format(n=1)}(?P<since>起|开始)?(?:{_TO}{_SECOND}|[、和及](?P<next>\d{{1,2}})[日号](?!前))?(?P<before>之前|以前|前|止|截止|结束|底前)?(?P<from>起|开始)?"
)
_DOTTED_DAYS = r"\d{1,2}\.\d{1,2}\s*[~～—–-]+\s*\d{1,2}\.\d{1,2}"
_DOTTED = re.compile(
    rf"[^：\d]{{2,12}}：(?:{_DOTTED_DAYS}|\d{{1,2}}\.\d{{1,2}})|{_DOTTED_DAYS}\s*[\u4e00-\u9fff]{{2,12}}"
)
"""A line that is nothing but a name and days such as 6.1 ~ 7.15."""
_TO_A_YEAR = re.compile(r"\s*[-–—~至到]+\s*20\d\d年(?!\d)")
"""Until some day of another year."""
_PARTS = {
    "初": (1, 10),
    "上旬": (1, 10),
    "上中旬": (1, 20),
    "中上旬": (1, 20),
    "中": (11, 20),
    "中旬": (11, 20),
    "中下旬": (11, 31),
}
_PARTS |= dict.fromkeys(("下旬", "底", "末"), (21, 31)) | {"上半月": (1, 15), "下半月": (16, 31)}
_NOON = 12
LEAP = 2000
"""A year that has every day."""
_UNTIL = re.compile(
    "(?:(?:即日|(?:通知|文件)?(?:发布|印发|发文|下发)之日)起)?(?:[，到]|(?<=起)[—-]+|延长至|(?<!调整)(?<!推迟)(?<!顺延)至|(?:截[至止稿]|(?:通道|系统|入口)关闭)到?(?:时间|日期)?[为：（]*)$(?<![，])"
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
        if _TO_A_YEAR.match(text, match.end()):
            continue
        if "月" not in match[0] and not _DOTTED.fullmatch(text) and not re.search(r"20\d\d[./-]\d", match[0]):
            continue
        try:
            found = _period(match, year)
        except ValueError:
            continue
        until = _UNTIL.search(text[: match.start()])
        if until and (found.start is None or found.start == found.end or found.approximate):
            label = re.search("时间|日期|[：（]", until[0])  # “即日起至” is of the period, “截止时间：” is not
            found = replace(found, start=None, text=("" if label else until[0].lstrip("，")) + found.text)
        yield match.start(), match.end(), found


def is_period(text: str, year: int) -> bool:
    """Whether a line is nothing but a period."""
    return any(end - start >= len(text.strip("。：（）")) for start, end, _ in periods(text, year))


def without_periods(text: str, year: int = LEAP, before: str = "(?!)") -> str:
    """A text without its periods, whose numbers count nothing, and without what stands `before` each."""
    for start, end, _ in reversed([*periods(text, year)]):
        text = re.sub(before, "", text[:start]) + text[end:]
    return text


def _period(match: re.Match[str], year: int) -> Period:
    text, first = match[0].strip(), _point(match, 1, year)
    if match["next"]:  # 18日、19日 is a period, 18日、25日 are two
        follows = first.last + timedelta(1)
        if follows.day == int(match["next"]):
            return Period(text, first.first, follows, first.vague, None, first.year_told)
        text = re.split("[、和及]", text)[0]
    second = _second(match, first.first)
    if second is None:
        start = None if match["before"] else first.first
        end = None if (match["since"] or match["from"]) and not match["before"] else first.last
        return Period(text, start, end, first.vague, None, first.year_told)
    vague = {first.vague, second.vague}
    exact = ("end" if first.vague else "start") if None in vague and vague - {None, "half-day"} else None
    ways = ("month", "part-of-month", "ten-day", *(["half-day"] if len(vague) == 1 else []))
    coarse = next((way for way in ways if way in vague), None)
    return Period(text, first.first, second.last, coarse, exact, first.year_told)


def _second(match: re.Match[str], base: date) -> _Point | None:
    if match["month2"]:
        return _point(match, 2, base.year + (int(match["month2"]) < base.month))
    if match["thirds"]:
        return _part(base.year, base.month, match["thirds"].replace("月", ""), True)
    if match["alone2"] or match["hour4"]:
        day = date(base.year, base.month, int(match["alone2"] or base.day))
        moment = _moment(day, match, 3 if match["alone2"] else 4)
        return _Point(moment, moment, None, True)
    return None


def _point(match: re.Match[str], n: int, year: int) -> _Point:
    told, year, month = bool(match[f"year{n}"]), int(match[f"year{n}"] or year), int(match[f"month{n}"])
    if part := match[f"part{n}"]:
        return _part(year, month, part, told)
    if not match[f"day{n}"]:
        return _Point(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", told)
    day = date(year, month, int(match[f"day{n}"]))
    if half := match[f"time{n}"]:
        noon, morning = datetime.combine(day, time(_NOON)), half == "上午"
        return _Point(day if morning else noon, noon if morning else day, "half-day", told)
    moment = _moment(day, match, n)
    return _Point(moment, moment, None, told)


def _part(year: int, month: int, part: str, told: bool) -> _Point:
    start, end = _PARTS[part]
    last = date(year, month, min(end, monthrange(year, month)[1]))
    return _Point(date(year, month, start), last, "ten-day" if "旬" in part else "part-of-month", told)


def _moment(day: date, match: re.Match[str], n: int) -> date:
    """The day with its hour, if it has one; midnight at its end is the whole day."""
    hour, minute = int(match[f"hour{n}"] or 24), match[f"minute{n}"] or match[f"minutes{n}"]
    hour += _NOON if match[f"half{n}"] in ("下午", "晚上", "晚") and hour < _NOON else 0
    return day if hour >= 24 else datetime.combine(day, time(hour, int(minute or 0)))
