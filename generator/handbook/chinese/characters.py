"""Kinds of characters in Chinese text, as the rules of composition tell them apart (CLREQ, GB/T 15834)."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.text.quantities import QUANTITY

CLOSING = frozenset("，。、；：？！”’）》」』】〕〉］｝")
"""Marks that fill the left half of their square; never at the start of a line."""

OPENING = frozenset("“‘（《「『【〔〈［｛")
"""Marks that fill the right half of their square; never at the end of a line."""

MARKS = CLOSING | OPENING

JOINING = "·・‧—–～…"
"""Dashes and dots that join what stands on both sides; no line starts with one."""

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters, for use inside a set of a regular expression."""

_UNBROKEN = re.compile(
    "|".join(
        (
            "—{2,}|…{2,}",  # the dash and the ellipsis are one mark each
            r"(?<![\dA-Za-z-])[\dA-Za-z]{1,3}-[\dA-Za-z]{1,3}(?![\dA-Za-z-])",  # short terms such as 5G-A
            f"(?:{QUANTITY})[{JOINING}]*",
            f"[^\\s][{JOINING}]+",  # no line starts with a joining mark
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
