"""Hints: the word that was meant. People know a thing by its name, files refer to it by its id."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from difflib import get_close_matches
from importlib.resources import files

SAID: Mapping[str, Mapping[str, str]] = json.loads((files("generator.content") / "said.json").read_text("utf-8"))
"""`words`: what those of the format mean, for those who choose one. `patterns`: how those of the schemas are met."""

_LISTED = 12
_DAY = re.compile(
    r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})\s*日?"
    r"(?:[T\s]*(?P<hour>\d{1,2})\s*[:时点]\s*(?P<minute>\d{1,2})?分?(?::\d\d)?)?"
)
_NUMBER = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<myriads>万)?\s*[^\W\d]{0,2}")
_SEPARATOR = re.compile(r"[、，；;](?![^（(《〈“]*[）)》〉”])")


def nearest(typed: str, offered: Iterable[str]) -> str:
    """A hint: the offered word closest to what was typed, else the list of what may be written."""
    words = list(dict.fromkeys(offered))
    close = get_close_matches(typed, words, n=1, cutoff=0.6)
    if close:
        return f"您是否想写“{close[0]}”？"
    if not words:
        return ""
    return f"可以写：{listing(words, _LISTED)}"


def by_id_or_name(typed: str, offered: Mapping[str, str]) -> str:
    """What to write instead of `typed`; `offered` maps the ids that may be written to the names people say."""
    if not offered:
        return ""
    named = next((key for key, name in offered.items() if name == typed), None)
    if named is not None:
        return f"这里写编号而不写名称：`{named}`"
    close = get_close_matches(typed, [*offered, *offered.values()], n=1, cutoff=0.6)
    holding = [name for name in offered.values() if typed in name]  # 综合 for 综合应用
    close = close or (holding if len(holding) == 1 else [])
    if close and not _is_counted(close[0]):
        found = next(key for key, name in offered.items() if close[0] in (key, name))
        return f"您是否想写{_told(f' `{found}`', found, offered)}？"
    return f"可以写：{listing((_told(key, key, offered) for key in offered), _LISTED)}"


def _is_counted(key: str) -> bool:
    """Whether an id only counts, like `topic-3`; the nearest number is no help."""
    return key.rpartition("-")[2].isdecimal()


def _told(written: str, key: str, offered: Mapping[str, str]) -> str:
    """An id with the name it stands for, unless they are the same."""
    return written if key == offered[key] else f"{written}（{offered[key]}）"


def to_day(typed: str) -> str:
    """How to write the day, with its time where there is one, that offices write as 2026/9/3 or 2026年9月3日 17时."""
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", typed).strip().replace("。", "."))
    if found is None:
        return "写成 2026-06-22 的形式，不加引号"
    year, month, date, hour, minute = (int(each or 0) for each in found.groups())
    has_hour = found["hour"] is not None and (hour, minute) != (24, 0)  # a day without an hour counts whole
    try:
        meant = datetime(year, month, date, *((hour, minute) if has_hour else ()))  # noqa: DTZ001 - only to be written
    except ValueError:
        return f"没有“{typed}”这个日子或时刻，对照原文改正"
    return f"写成 {meant.isoformat(timespec='minutes') if has_hour else meant.date()}，不加引号"


def to_number(typed: str) -> str:
    """How to write the number that offices write as 8000元, 1,200 or 0.8万."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", typed).strip())
    digits = found["number"].replace(",", "") if found else typed
    digits = re.sub(r"^0+(?=\d)", "", digits)
    if found and found["myriads"]:
        digits = f"{float(digits) * 10_000:.10g}"
    if re.search("[〇零一二两三四五六七八九十百千]", typed):
        return "写成阿拉伯数字，不加引号和单位"
    if share := re.fullmatch(r"(\d+(?:\.\d+)?)\s*[%％]", typed):
        return f"比例写成小数：{float(share[1]) / 100:.10g}；不是比例的，去掉百分号"
    return "去掉引号和单位，只写数字" if digits == typed else f"写成 {digits}，不加引号和单位"


def separated(text: str) -> list[str]:
    """The names that signs of enumeration part in one text, but for those in brackets."""
    return [name.strip() for name in _SEPARATOR.split(text) if name.strip()]


def cut(text: str, most: int) -> str:
    """A text as it can be quoted: so many characters of it at most."""
    return text if len(text) <= most else f"{text[:most]}……"


def listing(names: Iterable[str], limit: int = 6) -> str:
    """Some names in a row: `甲、乙……`."""
    words = list(names)
    return "、".join(words[:limit]) + ("……" if len(words) > limit else "")
