"""Hints: the word that was meant. People know a thing by its name, files refer to it by its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

_LISTED = 12
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
