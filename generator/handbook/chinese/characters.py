"""Kinds of characters in Chinese text, as the rules of composition tell them apart (CLREQ, GB/T 15834)."""

from __future__ import annotations

import re
from itertools import pairwise

CLOSING = frozenset("，。、；：？！”’）》」』】〕〉］｝")
"""Marks that fill the left half of their square; never at the start of a line."""

OPENING = frozenset("“‘（《「『【〔〈［｛")
"""Marks that fill the right half of their square; never at the end of a line."""

MARKS = CLOSING | OPENING

JOINING = "·・‧—–～…"
"""Dashes and dots that join what stands on both sides; no line starts with one."""

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for use inside a set of a regular expression."""

_UNITS = """
个百分点 平方公里 平方千米 平方米 立方米 千瓦时 万千瓦时 人次 人天 个月 小时 分钟 毫秒 公里 千米
厘米 毫米 微米 公斤 千克 毫克 公顷 毫升 工作日 自然日 万元 亿元 美元 万人 万户 万吨 万辆 万次 万条
亿条 万亩 万张 万份 万台 余家 余个
""".split()
"""Units of several characters that stay whole; those of one character stay with their number anyway."""

_UNBROKEN = re.compile(
    "|".join(
        (
            "—{2,}|…{2,}",  # the dash and the ellipsis are one mark each
            f"[^\\s][{JOINING}]+",  # no line starts with a joining mark
            r"(?<![\dA-Za-z-])[\dA-Za-z]{1,3}-[\dA-Za-z]{1,3}(?![\dA-Za-z-])",  # short terms such as 5G-A
            r"(?<![\dA-Za-z.])\d[\d.,]*[\u00a0 ]?(?:" + "|".join(sorted(_UNITS, key=len, reverse=True)) + ")",
        )
    )
)
_SQUARE = re.compile(f"[{HAN}\\u3040-\\u30ff{re.escape(''.join(sorted(MARKS)))}]")


def unbroken(text: str) -> list[tuple[int, int]]:
    """Ranges of the text inside which no line may end."""
    return [match.span() for match in _UNBROKEN.finditer(text)]


def is_gap(first: str, second: str) -> bool:
    """Whether a line may be stretched between two characters: at a space, and between two that fill a square."""
    if first in " \u00a0":
        return bool(first and second)
    return bool(_SQUARE.match(first) and _SQUARE.match(second))


def stretching(text: str) -> list[int]:
    """Places of the characters behind which a line may be stretched."""
    return [place for place, pair in enumerate(pairwise(text)) if is_gap(*pair)]


def squeezed(text: str) -> list[int]:
    """Places of marks that lose their blank half because another mark stands beside it."""
    return [
        place
        for place, char in enumerate(text)
        if (char in CLOSING and text[place + 1 : place + 2] in MARKS and place + 1 < len(text))
        or (char in OPENING and place > 0 and text[place - 1] in OPENING)
    ]
